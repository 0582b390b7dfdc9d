"""What is printed of one profile held against references: the gap report and the poster."""

from __future__ import annotations

from pathlib import Path

from sdgassess.analysis.gap_report import GapReport
from sdgassess.cli.opening import OpenProfile
from sdgassess.cli.output import table_content, writer_for
from sdgassess.cli.terminal.streams import json_bytes
from sdgassess.cli.verbs.report.layouts import DOCUMENTS
from sdgassess.document.blocks import Look
from sdgassess.files.write.writer import Content


def gaps_bytes(opened: OpenProfile, report: GapReport, suffix: str, look: Look) -> Content:
    """The gap report as a document, or everything it rests on as tables or JSON.

    Raises:
        UsageRefused: what the format needs is not installed.
    """
    if suffix not in DOCUMENTS:
        return _tables(opened, report, suffix)
    from sdgassess.report.gaps.edition import GapEdition
    from sdgassess.report.gaps.report import gap_report_document

    edition = GapEdition(opened.words, report, Path(opened.file).name, opened.source.digest)
    return writer_for(suffix)(gap_report_document(edition, look), opened.words)


def poster_bytes(
    opened: OpenProfile,
    report: GapReport,
    suffix: str,
    look: Look,
    *,
    headline: str | None = None,
    paper: str | None = None,
    ink: str | None = None,
) -> Content:
    """The poster as a PDF, or everything it rests on as tables or JSON.

    Args:
        opened: the profile.
        report: it, scored and held against references.
        suffix: the format.
        look: the municipality's own look.
        headline: a question or the finding; a question where it is not said.
        paper: A3 where it is not said.
        ink: colour where it is not said.

    Raises:
        UsageRefused: what the format needs is not installed.
    """
    if suffix != ".pdf":
        return _tables(opened, report, suffix)
    from sdgassess.document.poster import Headline
    from sdgassess.media.pdf.poster import Ink, Paper, poster_pdf
    from sdgassess.report.poster.edition import PosterEdition
    from sdgassess.report.poster.poster import poster

    wish = Headline(headline or Headline.QUESTION)
    edition = PosterEdition(opened.words, report.score, report.priorities, wish)
    sheet = poster(edition, file=Path(opened.file).name)._replace(look=look)
    return poster_pdf(sheet, Paper(paper or Paper.A3), Ink(ink or Ink.COLOUR))


def _tables(opened: OpenProfile, report: GapReport, suffix: str) -> Content:
    """Answers and figures as a workbook or one long table; what `gaps` tells a program as JSON."""
    file, words = Path(opened.file).name, opened.words
    if suffix == ".json":
        from sdgassess.report.results.scores import gaps_result

        return json_bytes(gaps_result(report, file, words.language))
    from sdgassess.report.workbook.workbook import workbook

    return table_content(workbook([report], None, words, [file]), suffix)
