"""The ladder of factors: where each one stands on the scale, and what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.outline import outlined
from sdgassess.report.charts.paper import Paper
from sdgassess.report.charts.scale import Scale, figure, said_scale
from sdgassess.report.document import Chart
from sdgassess.text import one_line


class QuestionMark(NamedTuple):
    """One question of a factor: the level it was answered with, and what is backed of it.

    `backed` is the level that evidence or agreement carries; None where that is not known.
    """

    level: Level
    backed: Level | None = None


class Target(NamedTuple):
    """A picked priority: the question, where it stands, where it should be next."""

    question: str
    now: Level
    target: Level


class LadderRow(NamedTuple):
    """One factor.

    Attributes:
        title: its name.
        level: its load-bearing level, after gates; None where it has none.
        without: the word that stands there instead, such as `no level yet`.
        answered: its level before gates as it was answered: the outline.
        backed: its level before gates as far as it is backed: the filling.
        before_gate: its level before the gate that caps it, where one does.
        gate: what that gate is about.
        interval: what it could turn out to be; drawn only where the two ends differ.
        questions: its questions that have a level.
        unanswered: how many of its questions have none, though they apply.
        targets: the picked priorities among its questions.
        last_year: its level the year before.
    """

    title: str
    level: Level | None
    without: str = ""
    answered: Level | None = None
    backed: Level | None = None
    before_gate: Level | None = None
    gate: str = ""
    interval: tuple[Level, Level] | None = None
    questions: tuple[QuestionMark, ...] = ()
    unanswered: int = 0
    targets: tuple[Target, ...] = ()
    last_year: Level | None = None


def ladder(
    rows: Sequence[LadderRow],
    scale: Scale,
    words: Words,
    paper: Paper = Paper(),
    *,
    blank: bool = False,
    votes: str = "",
) -> Chart:
    """Draw the ladder.

    Args:
        rows: the factors, in the order in which they are to stand; at least one.
        scale: the scale that they stand on.
        words: the language of fixed words.
        paper: for which room and ink.
        blank: whether marks and numbers are left out, so that people put their own.
        votes: the head of a column of empty boxes for people's votes; none where empty.

    Returns:
        The chart; its alt text holds every number and name.
    """
    said = [] if blank else [_said(row, words) for row in rows]
    alt = "\n".join([said_scale(scale, words), *(said or [one_line(row.title) for row in rows])])
    del votes
    return outlined(words("Levels of the factors"), alt, paper)


def _said(row: LadderRow, words: Words) -> str:
    """Everything that a row shows, in sentences."""
    title = one_line(row.title)
    if row.level is None:
        return f"{title}: {one_line(row.without)}."
    return words("{title}: level {level}.", title=title, level=figure(row.level, words))
