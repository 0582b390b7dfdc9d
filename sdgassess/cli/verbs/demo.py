"""The tour: the shipped example checked, scored, explained, held against documents and years.

Everything is also kept in a folder, so that a reader can open it, and a program can read it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sdgassess.analysis.priorities import prioritise
from sdgassess.analysis.years.comparison import Years
from sdgassess.cli.opening import Opened, open_profile, typed
from sdgassess.cli.output import writer_for
from sdgassess.cli.references import gap_report
from sdgassess.cli.terminal.streams import columns, linear, print_page
from sdgassess.cli.verbs.compare import compared
from sdgassess.cli.verbs.compared import gather
from sdgassess.cli.verbs.report.gaps import document_of
from sdgassess.cli.verbs.report.tables import tables
from sdgassess.document.blocks import Look
from sdgassess.document.line import Line
from sdgassess.document.page import Page, plain
from sdgassess.document.poster import Headline
from sdgassess.files.catalogue import shipped_examples
from sdgassess.files.read.reader import read_bytes
from sdgassess.files.write.writer import write_into
from sdgassess.language import Words
from sdgassess.media.pdf.poster import poster_pdf
from sdgassess.media.pdf.report import report_pdf
from sdgassess.phrases.problems.messages import tell
from sdgassess.problem import (
    InputRefused,
    Problem,
    UsageRefused,
    Where,
    WriteRefused,
)
from sdgassess.report.checks import summary
from sdgassess.report.explain.screen import explain_screen
from sdgassess.report.form.form import FormWish, form
from sdgassess.report.gaps.candidates import GapReport
from sdgassess.report.gaps.screen import gaps_screen
from sdgassess.report.poster.poster import poster
from sdgassess.report.results import scores
from sdgassess.report.score import score_screen
from sdgassess.report.years.edition import YearsPage
from sdgassess.report.years.report import years_report
from sdgassess.report.years.screen import years_screen
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score, score

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
        "score.json": scores.score_result(result, example.name),
        "gaps.json": scores.gaps_result(report, example.name, language),
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


class Toured(NamedTuple):
    """The example as the tour knows it.

    Attributes:
        opened: the newest year's profile.
        report: it, held against references.
        reports: every year's, in order.
        years: all of them side by side.
        files: the names of their files.
    """

    opened: Opened
    report: GapReport
    reports: Sequence[GapReport]
    years: Years
    files: Sequence[str]


class Prints(NamedTuple):
    """What was printed: files by name; the problems of what could not be."""

    files: dict[str, bytes]
    left_out: dict[str, Problem]


def prints(toured: Toured) -> Prints:
    """Everything that can be printed of the example."""
    files: dict[str, bytes] = {}
    left_out: dict[str, Problem] = {}
    for name, make in _made(toured):
        try:
            files[name] = make()
        except UsageRefused as refused:
            left_out[name] = refused.problems[0]
    return Prints(files, left_out)


def _made(toured: Toured) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each file with what makes it."""
    for suffix in (".pdf", ".html", ".docx", ".md"):
        yield f"gaps{suffix}", partial(document_of, toured.opened, toured.report, Look(), suffix)
        yield f"years{suffix}", partial(_prints_years, toured, suffix)
    yield "poster-before.pdf", partial(_poster, toured, Headline.QUESTION)
    yield "poster-after.pdf", partial(_poster, toured, Headline.FINDING)
    yield "form.pdf", partial(_form, toured)
    yield "everything.xlsx", partial(_tables, toured, ".xlsx")
    yield "everything.csv", partial(_tables, toured, ".csv")


def _prints_years(toured: Toured, suffix: str) -> bytes:
    """The years side by side."""
    words = toured.opened.words
    return writer_for(suffix)(years_report(toured.years, words), words)


def _poster(toured: Toured, headline: Headline) -> bytes:
    """A poster for before the workshop, or for after it."""
    found = toured.report
    words, file = toured.opened.words, Path(toured.opened.file).name
    return poster_pdf(poster(found.score, found.priorities, words, headline, file=file))


def _form(toured: Toured) -> bytes:
    """The whole questionnaire to fill in by hand."""
    words = toured.opened.words
    return report_pdf(form(toured.opened.questionnaire, words, FormWish()), words)


def _tables(toured: Toured, suffix: str) -> bytes:
    """All answers of all years, for spreadsheets."""
    return tables(toured.reports, toured.years, toured.opened.words, toured.files, suffix)
