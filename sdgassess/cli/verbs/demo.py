"""The tour: the shipped example scored, held against documents and years, and printed.

Everything is also kept in a folder, so that a reader can open it, and a program can read it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.years.comparison import Years
from sdgassess.cli.details import gaps_screen, score_screen, years_screen
from sdgassess.cli.gathering import gather, years_of
from sdgassess.cli.opening import OpenProfile, open_profile
from sdgassess.cli.options import Debug, Lang
from sdgassess.cli.output import table_content, writer_for
from sdgassess.cli.references import gap_report, year_reports
from sdgassess.cli.shell import pasteable, quoted
from sdgassess.cli.terminal.pause import goes_on
from sdgassess.cli.terminal.streams import columns, linear, print_page
from sdgassess.cli.ways import answered_way
from sdgassess.document.blocks import Look
from sdgassess.document.line import Line, plain_text
from sdgassess.document.poster import Headline
from sdgassess.document.screen import (
    Block,
    Command,
    Commands,
    Gap,
    Head,
    Prose,
    Row,
    Rows,
    Screen,
    Title,
)
from sdgassess.files.catalogue import shipped_examples
from sdgassess.files.read.reader import read_bytes
from sdgassess.files.write.writer import write_into
from sdgassess.language import N_, Words
from sdgassess.media.pdf.poster import poster_pdf
from sdgassess.media.pdf.report import report_pdf
from sdgassess.media.terminal import lines_of
from sdgassess.phrases import labels
from sdgassess.phrases.problems.messages import say
from sdgassess.problem import (
    InputRefused,
    Problem,
    UsageRefused,
    Where,
    WriteRefused,
)
from sdgassess.report.checks import summary
from sdgassess.report.edition import Edition
from sdgassess.report.explain.screen import explain_blocks
from sdgassess.report.form.form import FormWish, form
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.report.poster.edition import PosterEdition
from sdgassess.report.poster.poster import poster
from sdgassess.report.results import scores
from sdgassess.report.screens.advice import advice_blocks
from sdgassess.report.screens.gaps import gaps_blocks
from sdgassess.report.screens.score import score_blocks
from sdgassess.report.screens.years import picture, years_blocks
from sdgassess.report.workbook.workbook import workbook
from sdgassess.report.workbook.years import years_sheet
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.report import years_report
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score, score

_COLUMNS_IN_FILES = 80


class Tour(NamedTuple):
    """The example with all that follows from it.

    Attributes:
        opened: the newest year's profile.
        report: it, scored and held against references.
        factor: the factor that is explained.
        reports: every year's, in order.
        years: all of them side by side.
        files: the names of their files.
    """

    opened: OpenProfile
    report: GapReport
    factor: str
    reports: Sequence[GapReport]
    years: Years
    files: Sequence[str]


class Prints(NamedTuple):
    """What could be printed, files by name; and the problem of each that could not be."""

    files: dict[str, bytes]
    problems: dict[str, Problem]


def run_demo(
    *,
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help=N_("Where the results are kept."))
    ] = Path("sdgassess-demo"),
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Take the tour on the newest shipped example.

    The folder is made; where it holds other files of the same names, the results go into the next
    free `FOLDER-2`, so nothing is overwritten.

    Raises:
        WriteRefused: the folder cannot be written.
    """
    example = shipped_examples()[-1]
    tour = _tour(open_profile(example, None, lang or "en"))
    prints = prints_of(tour)
    folder = _write(folder, {**_results(example, tour), **prints.files})
    file = folder / example.name
    parts = (
        partial(_introduction, tour, folder),
        partial(_score_part, tour, file),
        partial(_gaps_part, tour, file),
        partial(_years_part, tour, folder),
        partial(_prints_part, tour, file, folder, prints),
    )
    _show(parts, tour.opened.words)


def _show(parts: Sequence[Callable[[], Screen]], words: Words) -> None:
    """The parts one after the other; between them a key, where somebody sits at a terminal."""
    spoken = linear(plain=False)
    for place, part in enumerate(parts):
        print_page([*([Line("")] if place else []), *lines_of(part(), columns(), linear=spoken)])
        if 0 < place < len(parts) - 1 and not goes_on(words("Enter: go on   q: stop")):
            return


def _tour(opened: OpenProfile) -> Tour:
    """The example scored and held against references, with its earlier years."""
    result = score(opened.questionnaire, opened.profile)
    report = gap_report(result, opened, ())
    profiles = gather(shipped_examples(), None).profiles
    years = years_of(profiles, Basis.ANSWERED)
    earlier = year_reports(years, across=False)[:-1]
    files = [entrant.path.name for entrant in profiles]
    return Tour(opened, report, most_held_back(result), (*earlier, report), years, files)


def most_held_back(result: Score) -> str:
    """The factor that is best worth explaining: gated, else capped, else the lowest one."""

    def order(name: str) -> tuple[bool, bool, float]:
        factor = result.factors[name]
        level = float(factor.level) if factor.level is not None else 99.0
        return factor.gate is None, not factor.rolled.capped_by, level

    return min(result.factors, key=order)


def _write(folder: Path, files: dict[str, bytes]) -> Path:
    """Write the files into a folder; where other files of these names are, into the next one."""
    for free in (folder, *(folder.with_name(f"{folder.name}-{n}") for n in range(2, 100))):
        try:
            write_into(free, files)
        except WriteRefused as refused:
            if refused.problems[0].code != "P410":
                raise
        else:
            return free
    raise WriteRefused(Problem("P410", Where(str(folder))))


def _results(example: Path, tour: Tour) -> dict[str, bytes]:
    """The profiles, and what the verbs say of the newest, by file name."""
    report, words, factor = tour.report, tour.opened.words, tour.factor
    edition = Edition(words, report.score)
    screens = {
        "score.txt": score_screen(tour.opened, edition, _score(tour, example.name)),
        f"explain-{factor}.txt": explain_blocks(edition, factor, example.name),
        "gaps.txt": gaps_screen(
            tour.opened, report, gaps_blocks(Edition(words, report), example.name)
        ),
        "compare.txt": years_screen(YearsEdition(words, tour.years), _compared(tour, ".")),
    }
    documents = {
        "score.json": scores.score_result(report.score, example.name, words.language),
        "gaps.json": scores.gaps_result(report, example.name, words.language),
    }
    profiles = {path.name: _raw(path) for path in (*shipped_examples()[:-1], example)}
    pages = {
        name: plain_text(lines_of(screen, _COLUMNS_IN_FILES, linear=False)).encode()
        for name, screen in screens.items()
    }
    results = {
        name: (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
        for name, document in documents.items()
    }
    return {**profiles, **pages, **results}


def _raw(path: Path) -> bytes:
    """A shipped file as it is."""
    raw, problem = read_bytes(path, str(path))
    if raw is None:
        raise InputRefused(problem or Problem("P001", Where(str(path))))
    return raw


def _score(tour: Tour, name: str) -> Screen:
    """The short screen of the newest year."""
    edition = Edition(tour.opened.words, tour.report.score)
    return score_blocks(edition, tour.report.own_way, name)


def _compared(tour: Tour, again: str, *, spoken: bool = False) -> Screen:
    """The short screen of all years."""
    edition = YearsEdition(tour.opened.words, tour.years, linear=spoken)
    columns_of = tour.years.columns
    ways = {place: answered_way(columns_of[place].score) for place in picture(edition)}
    return years_blocks(edition, ways, again)


def prints_of(tour: Tour) -> Prints:
    """Everything that can be printed of the example; what fails keeps nothing else out."""
    files: dict[str, bytes] = {}
    problems: dict[str, Problem] = {}
    for name, make in _makers(tour):
        try:
            files[name] = make()
        except UsageRefused as refused:
            problems[name] = refused.problems[0]
    return Prints(files, problems)


def _makers(tour: Tour) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each file with what makes it."""
    for suffix in (".pdf", ".html", ".docx", ".md"):
        yield f"gaps{suffix}", partial(_gaps, tour, suffix)
        yield f"years{suffix}", partial(_years, tour, suffix)
    yield "poster-before.pdf", partial(_poster, tour, Headline.QUESTION)
    yield "poster-after.pdf", partial(_poster, tour, Headline.FINDING)
    yield "form.pdf", partial(_form, tour)
    yield "everything.xlsx", partial(_tables, tour, ".xlsx")
    yield "everything.csv", partial(_tables, tour, ".csv")


def _gaps(tour: Tour, suffix: str) -> bytes:
    """The gap report."""
    words, file = tour.opened.words, Path(tour.opened.file).name
    edition = GapEdition(words, tour.report, file, tour.opened.source.digest)
    return writer_for(suffix)(gap_report_document(edition, Look()), words)


def _years(tour: Tour, suffix: str) -> bytes:
    """The years side by side."""
    words = tour.opened.words
    return writer_for(suffix)(years_report(tour.years, words), words)


def _poster(tour: Tour, headline: Headline) -> bytes:
    """A poster for before the workshop, or for after it."""
    report, file = tour.report, Path(tour.opened.file).name
    edition = PosterEdition(tour.opened.words, report.score, report.priorities, headline)
    return poster_pdf(poster(edition, file=file))


def _form(tour: Tour) -> bytes:
    """The whole questionnaire to fill in by hand."""
    words = tour.opened.words
    return report_pdf(form(tour.opened.questionnaire, words, FormWish()), words)


def _tables(tour: Tour, suffix: str) -> bytes:
    """All answers of all years, for spreadsheets."""
    words = tour.opened.words
    beside = years_sheet(tour.years, words, across=False)
    content = table_content(workbook(tour.reports, beside, words, tour.files), suffix)
    return content if isinstance(content, bytes) else b"".join(content)


def _introduction(tour: Tour, folder: Path) -> Screen:
    """What the tour is about, and that the example's file is as it should be."""
    words = tour.opened.words
    name = tour.opened.profile.municipality.name
    return (
        Title((words("A tour with {municipality}, which does not exist", municipality=name),)),
        Prose(words("All of this is kept in {folder}.", folder=str(folder))),
        Prose(summary(1, 0, len(tour.opened.warnings), words)),
    )


def _part(title: str, command: str, screen: Sequence[Block]) -> Screen:
    """A part of the tour under its head: the command that shows it, and its screen.

    What could be typed next is left out: the tour goes there by itself.
    """
    blocks = [block for block in screen if not isinstance(block, Commands)]
    while blocks and isinstance(blocks[-1], Gap):
        blocks.pop()
    return (Gap(), Head(title, f"$ {command}"), Gap(), *blocks)


def _score_part(tour: Tour, file: Path) -> Screen:
    """Where it stands."""
    words, name = tour.opened.words, quoted(file)
    return _part(words("Score"), f"sdgassess score {name}", _score(tour, name))


def _gaps_part(tour: Tour, file: Path) -> Screen:
    """What it is held against, and what it may choose from."""
    words, name = tour.opened.words, quoted(file)
    screen = gaps_blocks(Edition(words, tour.report), name)
    return _part(words(labels.GAPS), f"sdgassess gaps {name}", screen)


def _years_part(tour: Tour, folder: Path) -> Screen:
    """What moved over the years."""
    words, name = tour.opened.words, quoted(folder)
    screen = _compared(tour, name, spoken=linear(plain=False))
    return _part(words(labels.YEARS), f"sdgassess compare {name}", screen)


def _prints_part(tour: Tour, file: Path, folder: Path, prints: Prints) -> Screen:
    """What was printed, what could not be, and what to type next."""
    words, name = tour.opened.words, quoted(file)
    descriptions = {
        "gaps": words("the gap report: where you stand, and what is missing"),
        "years": words("the years side by side"),
        "poster-before": words("a poster for the workshop: rows to mark, votes, agreements"),
        "poster-after": words("a poster for afterwards: the finding and what is agreed"),
        "form": words("the questionnaire to fill in by hand"),
        "everything": words("all answers and gaps, for spreadsheets"),
    }
    rows = []
    for stem, description in descriptions.items():
        endings = [file.partition(".")[2] for file in prints.files if _stem(file) == stem]
        if endings:
            rows.append(Row((f"{stem} .{' .'.join(endings)}", description)))
    not_printed: list[Block] = []
    for missing, problem in prints.problems.items():
        head = words("Not made: {file}", file=missing)
        not_printed.append(Prose(f"{head}\n{say(problem, words)}"))
        not_printed += advice_blocks(pasteable(problem), words)
    blocks: list[Block] = [Rows(tuple(rows), stretch=1)] if rows else []
    return (
        *_part(words("Print"), f"sdgassess report {name}", blocks),
        *not_printed,
        Gap(),
        Commands(
            (
                Command(words(labels.WHY), f"sdgassess explain {name} {tour.factor}"),
                Command(words("Your own"), "sdgassess assess"),
            )
        ),
    )


def _stem(file: str) -> str:
    """A file's name without what stands behind its first dot."""
    return file.partition(".")[0]
