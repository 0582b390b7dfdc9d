"""The tour: the shipped example checked, scored, explained, held against documents and years.

Everything is also kept in a folder, so that a reader can open it, and a program can read it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from sdgassess.analysis.priorities import prioritise
from sdgassess.cli.compare_verb import compared
from sdgassess.cli.compared import gather
from sdgassess.cli.demo_prints import Prints, Toured, prints
from sdgassess.cli.gaps_verb import gap_report
from sdgassess.cli.opening import Opened, open_profile, typed
from sdgassess.cli.streams import columns, linear, print_page
from sdgassess.files.catalogue import shipped_examples
from sdgassess.files.reader import read_bytes
from sdgassess.files.writer import write_into
from sdgassess.language import Words
from sdgassess.problem import InputRefused, Problem, Where, WriteRefused
from sdgassess.report import results
from sdgassess.report.candidates import GapReport
from sdgassess.report.check_screen import summary
from sdgassess.report.explain_screen import explain_screen
from sdgassess.report.gaps_screen import gaps_screen
from sdgassess.report.line import Line
from sdgassess.report.page import Page, plain
from sdgassess.report.problems import tell
from sdgassess.report.score_screen import score_screen
from sdgassess.report.years_page import YearsPage
from sdgassess.report.years_screen import years_screen
from sdgassess.scoring.score import Score, score
from sdgassess.scoring.sheet import Basis

_KEPT_COLUMNS = 80


def run_demo(folder: Path, lang: str | None) -> None:
    """Take the tour on the newest shipped example.

    Args:
        folder: where the results are kept; it is made. Where it holds other files of the same
            names, the results go into the next free `FOLDER-2`, so nothing is overwritten.
        lang: the language asked for.

    Raises:
        WriteRefused: the folder cannot be written.
    """
    example = shipped_examples()[-1]
    opened = open_profile(example, None, lang or "en")
    result = score(opened.questionnaire, opened.profile)
    report = gap_report(result, opened, ())
    about = most_held_back(result)
    printed = prints(_toured(opened, report))
    folder = _keep(folder, {**_kept(example, opened, result, report, about), **printed.files})
    wide = columns()
    _introduce(opened, wide)
    _part(opened, wide, 1, opened.words("Check"), f"sdgassess check {folder / example.name}")
    print_page([Line(summary(1, 0, len(opened.warnings), opened.words))])
    _part(opened, wide, 2, opened.words("Score"), f"sdgassess score {folder / example.name}")
    print_page(score_screen(result, opened.words, wide, typed(str(folder / example.name))))
    command = f"sdgassess explain {folder / example.name} {about}"
    _part(opened, wide, 3, opened.words("Explain"), command)
    print_page(explain_screen(result, opened.words, wide, about))
    _say_where(opened, wide, folder)
    _part(opened, wide, 4, opened.words("Gaps"), f"sdgassess gaps {folder / example.name}")
    print_page(gaps_screen(report, opened.words, wide, every_point=False))
    _part(opened, wide, 5, opened.words("Years"), f"sdgassess compare {folder}")
    print_page(_years(opened.words, wide, several=linear(asked=False)))
    _part(opened, wide, 6, opened.words("Print"), f"sdgassess report {folder / example.name}")
    _say_printed(opened.words, wide, folder, printed)


def _toured(opened: Opened, report: GapReport) -> Toured:
    """The example with its earlier years."""
    found = gather(shipped_examples(), None, across=False).profiles
    years = compared(found, Basis.ANSWERED)
    earlier = [GapReport(c.score, (), prioritise(c.score)) for c in years.columns[:-1]]
    return Toured(opened, report, (*earlier, report), years, [one.path.name for one in found])


def _say_printed(words: Words, wide: int, folder: Path, printed: Prints) -> None:
    """What was printed, file by file, and what could not be."""
    page = Page(words, wide)
    says = {
        "gaps": words("the gap report"),
        "years": words("the years side by side"),
        "poster-before": words("a poster for the workshop: rows to mark, votes, agreements"),
        "poster-after": words("a poster for afterwards: the finding and what is agreed"),
        "form": words("the questionnaire to fill in by hand"),
        "everything": words("all answers and gaps, for spreadsheets"),
    }
    for stem, said in says.items():
        names = [name for name in printed.files if name.partition(".")[0] == stem]
        if names:
            files = ", ".join(str(folder / name) for name in names)
            page.item(f"{files}: {said}")
    for name, problem in printed.left_out.items():
        page.item(words("Not made: {file}", file=name))
        page.text(tell(problem, words, caret=False), "    ")
    print_page(page.lines)


def _years(words: Words, wide: int, *, several: bool) -> list[Line]:
    """The example's years held against each other."""
    years = compared(gather(shipped_examples(), None, across=False).profiles, Basis.ANSWERED)
    return years_screen(YearsPage(Page(words, wide), years, across=False, linear=several))


def _keep(folder: Path, files: dict[str, bytes]) -> Path:
    """Write the files into a folder; where other files of these names are, into the next one."""
    for place in (folder, *(folder.with_name(f"{folder.name}-{n}") for n in range(2, 100))):
        try:
            write_into(place, files)
        except WriteRefused as refused:
            if refused.problems[0].code != "P410":
                raise
        else:
            return place
    raise WriteRefused(Problem("P410", Where(str(folder))))


def most_held_back(result: Score) -> str:
    """The factor that is best worth explaining: gated, else capped, else the lowest one."""

    def weight(factor: str) -> tuple[bool, bool, float]:
        found = result.factors[factor]
        level = float(found.level) if found.level is not None else 99.0
        return found.gate is None, not found.rolled.capped_by, level

    return min(result.factors, key=weight)


def _kept(
    example: Path, opened: Opened, result: Score, report: GapReport, about: str
) -> dict[str, bytes]:
    """The files of the tour by name."""
    words, language = opened.words, opened.words.language
    screens: dict[str, Sequence[Line]] = {
        "score.txt": score_screen(result, words, _KEPT_COLUMNS, example.name),
        f"explain-{about}.txt": explain_screen(result, words, _KEPT_COLUMNS, about),
        "gaps.txt": gaps_screen(report, words, _KEPT_COLUMNS, every_point=True),
        "compare.txt": _years(words, _KEPT_COLUMNS, several=False),
    }
    documents = {
        "score.json": results.score_result(result, example.name),
        "gaps.json": results.gaps_result(report, example.name, language),
    }
    kept = {name: plain(list(lines)).encode() for name, lines in screens.items()}
    for name, document in documents.items():
        kept[name] = (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    earlier = {path.name: _raw(path) for path in shipped_examples()[:-1]}
    return {**earlier, example.name: _raw(example), **kept}


def _raw(path: Path) -> bytes:
    """A shipped file as it is."""
    raw, problem = read_bytes(path, str(path))
    if raw is None:
        raise InputRefused(problem or Problem("P001", Where(str(path))))
    return raw


def _introduce(opened: Opened, wide: int) -> None:
    """What the tour is about."""
    page = Page(opened.words, wide)
    name = opened.profile.municipality.name
    page.title(opened.words("A tour with {municipality}, which does not exist", municipality=name))
    page.text(opened.words("Each part can be run on its own with the command beside it."))
    print_page(page.lines)


def _part(opened: Opened, wide: int, place: int, title: str, command: str) -> None:
    """The head of a part."""
    page = Page(opened.words, wide)
    page.lines.append(Line(""))
    page.title(f"== {place}. {title}")
    page.text(command, "   $ ")
    page.lines.append(Line(""))
    print_page(page.lines)


def _say_where(opened: Opened, wide: int, folder: Path) -> None:
    """Where the results are kept."""
    page = Page(opened.words, wide)
    page.lines.append(Line(""))
    page.text(opened.words("All of this is kept in {folder}.", folder=str(folder)))
    print_page(page.lines)
