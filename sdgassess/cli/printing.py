"""What is printed of one profile: the gap report, the poster, what was agreed."""

from __future__ import annotations

from pathlib import Path

from sdgassess.analysis.gap_report import GapReport
from sdgassess.cli.opening import OpenProfile
from sdgassess.cli.output import table_content, writer_for
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import json_bytes
from sdgassess.document.blocks import Look
from sdgassess.files.write.writer import Content
from sdgassess.problem import Fact, Problem, UsageRefused, Where

TABLES = (".xlsx", ".csv", ".json")
"""What everything can be had as: all that it rests on."""
CALENDAR = ".ics"
SLIDES = ".pptx"


def gaps_bytes(opened: OpenProfile, report: GapReport, suffix: str, look: Look) -> Content:
    """The gap report as a document or slides, or everything it rests on as tables or JSON.

    Raises:
        UsageRefused: what the format needs is not installed.
    """
    if suffix in TABLES:
        return _tables(opened, report, suffix)
    from sdgassess.report.gaps.edition import GapEdition

    edition = GapEdition(opened.words, report, Path(opened.file).name, opened.source.digest)
    if suffix == SLIDES:
        from sdgassess.media.slides.file import slides_pptx
        from sdgassess.report.slides.slides import gap_slides

        return slides_pptx(gap_slides(edition), look.template)
    from sdgassess.report.gaps.report import gap_report_document

    return writer_for(suffix)(gap_report_document(edition, look), opened.words)


def actions_bytes(opened: OpenProfile, report: GapReport, suffix: str, look: Look) -> Content:
    """What was agreed as a sheet for each owner, as days for a calendar, or as tables or JSON.

    Raises:
        UsageRefused: nothing has a day that a calendar could hold (P610), or what the format needs
            is not installed.
    """
    if suffix in TABLES:
        return _tables(opened, report, suffix)
    from sdgassess.report.gaps.edition import GapEdition

    edition = GapEdition(opened.words, report, Path(opened.file).name, opened.source.digest)
    if suffix == CALENDAR:
        from sdgassess.media.calendar import calendar_ics
        from sdgassess.report.actions.deadlines import deadlines

        calendar = deadlines(edition)
        if not calendar.days:
            facts: dict[str, Fact] = {"file": quoted(opened.file)}
            raise UsageRefused(Problem("P610", Where(opened.file), facts))
        return calendar_ics(calendar)
    from sdgassess.report.actions.sheet import action_sheet

    return writer_for(suffix)(action_sheet(edition, look), opened.words)


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
