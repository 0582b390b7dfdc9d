"""What is printed of one profile: the gap report, the poster, what was agreed, anchor sheets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sdgassess.analysis.gap_report import GapReport
from sdgassess.cli.language import spoken_language
from sdgassess.cli.opening import OpenProfile, named_questionnaire, value_of
from sdgassess.cli.output import FOR_PROGRAMS, program_content, table_content, writer_for
from sdgassess.document.blocks import Look
from sdgassess.files.write.writer import Content
from sdgassess.language import Words
from sdgassess.model.profile import Municipality, Profile, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.terms import words_about
from sdgassess.problem import Fact, Problem, UsageRefused, Where
from sdgassess.report.form.form import FormWish

TABLES = (".xlsx", ".csv", ".json", ".zip")
"""What everything can be had as: all that it rests on."""
CALENDAR = ".ics"
_NO_DAY = dt.date(2000, 1, 1)
"""Stamps a poster that is nobody's yet, so that the same one gives the same bytes."""
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


def brief_bytes(opened: OpenProfile, report: GapReport, suffix: str, look: Look) -> Content:
    """The sheet for councillors, or everything it rests on as tables or JSON.

    Raises:
        UsageRefused: what the format needs is not installed.
    """
    if suffix in TABLES:
        return _tables(opened, report, suffix)
    from sdgassess.report.brief.brief import brief
    from sdgassess.report.gaps.edition import GapEdition

    edition = GapEdition(opened.words, report, Path(opened.file).name, opened.source.digest)
    return writer_for(suffix)(brief(edition, look), opened.words)


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
            facts: dict[str, Fact] = {"file": opened.typed}
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
    from sdgassess.media.pdf.poster import MOST_ROWS, Ink, Paper, poster_pdf
    from sdgassess.report.poster.edition import PosterEdition
    from sdgassess.report.poster.poster import poster

    wish = Headline(headline or Headline.QUESTION)
    size = Paper(paper or Paper.A3)
    rows, way = MOST_ROWS[size], report.own_way
    edition = PosterEdition(opened.words, report.score, report.priorities, wish, rows, way)
    sheet = poster(edition, file=Path(opened.file).name)._replace(look=look)
    return poster_pdf(sheet, size, Ink(ink or Ink.COLOUR))


def empty_poster_bytes(
    questionnaire: Path | None,
    lang: str | None,
    look: Look,
    *,
    paper: str | None = None,
    ink: str | None = None,
) -> tuple[bytes, Words]:
    """A poster before there is a profile: every factor, and lines for name and day.

    Args:
        questionnaire: a questionnaire of one's own; the newest that ships where there is none.
        lang: the language asked for.
        look: the municipality's own look.
        paper: A3 where it is not said.
        ink: colour where it is not said.

    Returns:
        A PDF, and the language that it speaks.

    Raises:
        UsageRefused: what the format needs is not installed.
    """
    from sdgassess.analysis.priorities import prioritise
    from sdgassess.media.pdf.poster import MOST_ROWS, Ink, Paper, poster_pdf
    from sdgassess.report.poster.edition import PosterEdition
    from sdgassess.report.poster.poster import poster
    from sdgassess.scoring.score import score

    name = None if questionnaire is None else str(questionnaire)
    rules = value_of(named_questionnaire(name))
    words = words_about(rules, spoken_language(lang, None, rules.complete_languages))
    ref = QuestionnaireRef(rules.id, rules.version)
    nobody = score(rules, Profile(Municipality(""), _NO_DAY, ref))
    size = Paper(paper or Paper.A3)
    edition = PosterEdition(words, nobody, prioritise(nobody), most_rows=MOST_ROWS[size])
    sheet = poster(edition)._replace(look=look)
    return poster_pdf(sheet, size, Ink(ink or Ink.COLOUR)), words


def anchors_bytes(
    rules: Questionnaire, words: Words, wish: FormWish, paper: str | None = None
) -> bytes:
    """The anchor sheets as a PDF; A3 where no paper is named.

    Raises:
        UsageRefused: Typst is not installed.
    """
    from sdgassess.media.pdf.anchors import anchors_pdf
    from sdgassess.media.pdf.poster import Paper
    from sdgassess.report.form.anchors import anchor_sheets

    return anchors_pdf(anchor_sheets(rules, words, wish), Paper(paper or Paper.A3))


def _tables(opened: OpenProfile, report: GapReport, suffix: str) -> Content:
    """Answers and figures as a workbook, as one long table, or as tables for programs."""
    file, words = Path(opened.file).name, opened.words
    if suffix in FOR_PROGRAMS:
        from sdgassess.report.results.scores import gaps_result
        from sdgassess.report.tables.tables import tables

        result = gaps_result(report, file, words.language)
        return program_content(result, tables([report], None, [file], words.language), suffix)
    from sdgassess.report.workbook.workbook import workbook

    return table_content(workbook([report], None, words, [file]), suffix)
