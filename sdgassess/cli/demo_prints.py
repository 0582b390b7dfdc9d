"""What the tour prints: reports, posters, a form and tables of the example, as files.

What a format needs may not be installed; then its files are left out and named, with the command
that helps, and the rest of the tour goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sdgassess.analysis.years import Years
from sdgassess.cli.opening import Opened
from sdgassess.cli.printed import writer_for
from sdgassess.cli.report_gaps import document_of
from sdgassess.cli.report_tables import tables
from sdgassess.problem import Problem, UsageRefused
from sdgassess.report.candidates import GapReport
from sdgassess.report.document import Look
from sdgassess.report.form import FormWish, form
from sdgassess.report.pdf import report_pdf
from sdgassess.report.poster import poster
from sdgassess.report.poster_pdf import poster_pdf
from sdgassess.report.poster_sheet import Headline
from sdgassess.report.years_report import years_report


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
        yield f"years{suffix}", partial(_years, toured, suffix)
    yield "poster-before.pdf", partial(_poster, toured, Headline.QUESTION)
    yield "poster-after.pdf", partial(_poster, toured, Headline.FINDING)
    yield "form.pdf", partial(_form, toured)
    yield "everything.xlsx", partial(_tables, toured, ".xlsx")
    yield "everything.csv", partial(_tables, toured, ".csv")


def _years(toured: Toured, suffix: str) -> bytes:
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
