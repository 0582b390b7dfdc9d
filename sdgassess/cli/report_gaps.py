"""The gap report's content in a format: one profile held against references."""

from __future__ import annotations

from pathlib import Path

from sdgassess.cli.gaps_verb import gap_report
from sdgassess.cli.opening import Opened
from sdgassess.cli.printed import look_of, writer_for
from sdgassess.cli.report_asked import DOCUMENTS, Asked
from sdgassess.cli.scored import Asked as OneAsked
from sdgassess.cli.scored import scored
from sdgassess.cli.streams import json_text
from sdgassess.language import Words
from sdgassess.report.candidates import GapReport
from sdgassess.report.document import Look


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
    from sdgassess.report.gap_report.assessed import Assessed  # noqa: PLC0415 - only if printed
    from sdgassess.report.gap_report.report import gap_report_document  # noqa: PLC0415 - as above

    file = Path(opened.file).name
    told = Assessed(report, opened.words, file, opened.document.digest)
    return writer_for(suffix)(gap_report_document(told, look), opened.words)


def tables_of(opened: Opened, report: GapReport, suffix: str) -> bytes:
    """Everything that the report rests on: a workbook, one long table, or JSON."""
    file = Path(opened.file).name
    if suffix == ".json":
        from sdgassess.report.results import gaps_result  # noqa: PLC0415 - only for programs

        return json_text(gaps_result(report, file, opened.words.language)).encode()
    from sdgassess.cli.report_tables import tables  # noqa: PLC0415 - only where tables are wanted

    return tables([report], None, opened.words, [file], suffix)
