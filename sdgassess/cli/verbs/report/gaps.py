"""The gap report's content in a format: one profile held against references."""

from __future__ import annotations

from pathlib import Path

from sdgassess.cli.opening import Asked as OneAsked
from sdgassess.cli.opening import Opened, scored
from sdgassess.cli.output import look_of, writer_for
from sdgassess.cli.references import gap_report
from sdgassess.cli.terminal.streams import json_text
from sdgassess.cli.verbs.report.asked import DOCUMENTS, Asked
from sdgassess.document.blocks import Look
from sdgassess.language import Words
from sdgassess.report.gaps.candidates import GapReport


def made_of_gaps(asked: Asked, suffix: str) -> tuple[bytes, Words]:
    """The gap report as a document, or everything it rests on as tables or JSON.

    Raises:
        InputRefused: the profile, a reference or the logo is missing or broken.
        UsageRefused: what the format needs is not installed.
    """
    look = look_of(asked.logo, asked.name_line)
    opened, report = assessed(asked)
    if suffix in DOCUMENTS:
        return document_of(opened, report, look, suffix), opened.words
    return tables_of(opened, report, suffix), opened.words


def assessed(asked: Asked) -> tuple[Opened, GapReport]:
    """The one profile that is asked for, scored and held against references."""
    one = OneAsked(asked.paths[0], asked.basis, asked.questionnaire, asked.lang)
    opened, result = scored(one)
    return opened, gap_report(result, opened, asked.against)


def document_of(opened: Opened, report: GapReport, look: Look, suffix: str) -> bytes:
    """The gap report in a format for people."""
    from sdgassess.report.gaps.edition import Assessed
    from sdgassess.report.gaps.report import gap_report_document

    file = Path(opened.file).name
    told = Assessed(report, opened.words, file, opened.source.digest)
    return writer_for(suffix)(gap_report_document(told, look), opened.words)


def tables_of(opened: Opened, report: GapReport, suffix: str) -> bytes:
    """Everything that the report rests on: a workbook, one long table, or JSON."""
    file = Path(opened.file).name
    if suffix == ".json":
        from sdgassess.report.results.scores import gaps_result

        return json_text(gaps_result(report, file, opened.words.language)).encode()
    from sdgassess.cli.verbs.report.tables import tables

    return tables([report], None, opened.words, [file], suffix)


def made_of_poster(asked: Asked, suffix: str) -> tuple[bytes, Words]:
    """The poster as a PDF, or everything it rests on as tables or JSON.

    Raises:
        InputRefused: the profile, a reference or the logo is missing or broken.
        UsageRefused: what the format needs is not installed.
    """
    look = look_of(asked.logo, asked.name_line)
    opened, report = assessed(asked)
    if suffix != ".pdf":
        return tables_of(opened, report, suffix), opened.words
    from sdgassess.document.palette import Ink
    from sdgassess.document.poster import Headline
    from sdgassess.media.pdf.poster import Paper, poster_pdf
    from sdgassess.report.poster.poster import poster

    sheet = poster(
        report.score,
        report.priorities,
        opened.words,
        Headline(asked.headline or Headline.QUESTION),
        file=Path(opened.file).name,
    )
    paper, ink = Paper(asked.paper or Paper.A3), Ink(asked.ink or Ink.COLOUR)
    return poster_pdf(sheet._replace(look=look), paper, ink), opened.words
