"""The sheet of gaps: every point of every reference beside where the municipality stands."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.gaps import PointGap, Verdict
from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import Column, Rows, Sheet, Value, distinct_columns
from sdgassess.language import Words
from sdgassess.model.question import Text
from sdgassess.model.reference import Reference
from sdgassess.phrases import labels
from sdgassess.phrases.quotes import translation_of
from sdgassess.phrases.references import CONFIDENCE, KINDS, verdict_message
from sdgassess.report.workbook.columns import profile_cells, profile_columns
from sdgassess.scoring.score import Score
from sdgassess.text import one_line


def gaps_sheet(reports: Sequence[GapReport], words: Words) -> Sheet:
    """Every point, met or not, with the words that it rests on.

    Args:
        reports: one per profile.
        words: the fixed words.
    """
    return Sheet(
        id="gaps",
        name=words(labels.GAPS),
        columns=distinct_columns(_columns(words)),
        rows=Rows(
            lambda: (
                _row(report.score, against.reference, gap, words)
                for report in reports
                for against in report.against
                for gap in against.points
            )
        ),
        fixed=3,
    )


def _columns(words: Words) -> tuple[Column, ...]:
    """The columns of a point."""
    return (
        *profile_columns(words),
        Column(words(labels.ID), 9),
        Column(words(labels.REFERENCE), 22),
        Column(words(labels.KIND), 14),
        Column(words(labels.TEXT), 44),
        Column(words(labels.LEVEL), 8),
        Column(words("There at least"), 9),
        Column(words("There at most"), 9),
        Column(words(labels.VERDICT), 14),
        Column(words("Steps below"), 9),
        Column(words(labels.QUOTE), 50),
        Column(words("Our translation"), 50),
        Column(words("Source"), 12),
        Column(words("Dated"), 12),
        Column(words("How firmly"), 22),
        Column(words("Note"), 40),
    )


def _about(score: Score, gap: PointGap) -> Text:
    """What a point is about: the question as it is asked, or the name of the part."""
    rules = score.questionnaire
    return rules.nodes[gap.question].title if gap.of_part else rules.questions[gap.question].text


def _row(score: Score, reference: Reference, gap: PointGap, words: Words) -> tuple[Value, ...]:
    """One point beside one profile."""
    language, point = words.language, gap.point
    notes = [
        passage_line(text, language) for text in (point.reason, point.note) if text is not None
    ]
    source = point.source or point.cites
    firm = words(CONFIDENCE[point.confidence]) if point.confidence is not None else None
    return (
        *profile_cells(score.profile),
        gap.question,
        passage_line(reference.name, language),
        words(KINDS[reference.kind]),
        passage_line(_about(score, gap), language),
        gap.level,
        point.at_least,
        point.at_most,
        words(verdict_message(score, gap)),
        gap.steps if gap.verdict in (Verdict.MET, Verdict.BELOW) else None,
        one_line(point.quote) if point.quote else None,
        translation_of(point.quote, point.gloss, language),
        one_line(source) if source else None,
        one_line(point.dated) if point.dated else None,
        firm,
        "\n".join(notes) or None,
    )
