"""One's own way of working on a screen: what it depends on, and what of that is missing."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.gaps import PointGap
from sdgassess.analysis.own_way import OwnWay
from sdgassess.document.screen import Block, Prose, Row, Rows
from sdgassess.model.question import Text
from sdgassess.numbers import written_number
from sdgassess.report.edition import Edition
from sdgassess.scoring.score import Score

_CONDITIONS = 6
"""How many missing conditions have a row; the others are named behind them."""


def missing_conditions(edition: Edition[Score], way: OwnWay) -> Iterator[Block]:
    """A row for each condition that is missing: where it stands, what it needs, what is asked.

    What lacks most comes first; the ones that have no room are named.
    """
    missing = sorted(way.missing, key=lambda gap: -gap.steps)
    rows = tuple(_row(edition, gap) for gap in missing[:_CONDITIONS])
    if rows:
        yield Rows(rows, stretch=2, most=1)
    if further := [gap.question for gap in missing[_CONDITIONS:]]:
        yield Prose(edition.words("Also missing: {ids}.", ids=", ".join(further)))


def _row(edition: Edition[Score], gap: PointGap) -> Row:
    """One missing condition."""
    words = edition.words
    level, need = (
        "?" if value is None else written_number(value, words)
        for value in (gap.level, gap.point.at_least)
    )
    needs = words("{level}, needs {need}", level=level, need=need)
    text = edition.line(subject_text(edition.subject, gap))
    return Row((gap.question, needs, text), f"{gap.question}, {text}: {needs}")


def subject_text(score: Score, gap: PointGap) -> Text:
    """What a point is about: a question as it is asked, or the name of a part."""
    rules = score.questionnaire
    return rules.nodes[gap.question].title if gap.of_part else rules.questions[gap.question].text
