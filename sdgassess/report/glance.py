"""A level at a glance: what the rules of a part can give, and a level in it as a row of boxes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sdgassess.document.screen import Steps
from sdgassess.model.question import Level, Question
from sdgassess.scoring.score import Score

_MOST_STEPS = 8
"""More boxes than these are no glance any more."""


class Range(NamedTuple):
    """What the rules of a part can give.

    Attributes:
        low: the lowest level.
        high: the highest level.
        steps: the levels above the lowest; empty where they are too many for a row of boxes.
    """

    low: Level
    high: Level
    steps: tuple[Level, ...]

    def at(self, level: Level | None) -> Steps | str:
        """A level as boxes; nothing where it has none, or where there are no boxes."""
        if level is None or not self.steps:
            return ""
        return Steps(sum(step <= level for step in self.steps), len(self.steps))


def ranges(score: Score) -> Mapping[str, Range]:
    """The range of each scored part: steps of the questionnaire's scale, else whole numbers."""
    scale = [option.value for option in score.questionnaire.scale]
    quick = score.profile.quick
    ends = score.questionnaire.ranges(quick=quick)
    return {node: _range(scale, *ends[node]) for node in ends}


def common_range(score: Score, parts: Collection[str]) -> Range | None:
    """What the rules of some parts can give, where that is the same for all of them."""
    sizes = {size for part, size in ranges(score).items() if part in parts}
    return sizes.pop() if len(sizes) == 1 else None


def _range(scale: Sequence[Level], low: Level, high: Level) -> Range:
    """The range between two ends."""
    if scale and low == scale[0] and high == scale[-1]:
        return Range(low, high, tuple(scale[1:]) if len(scale) <= _MOST_STEPS + 1 else ())
    even = low.denominator == 1 and high.denominator == 1 and 0 < high - low <= _MOST_STEPS
    steps = (low + n for n in range(1, int(high - low) + 1)) if even else ()
    return Range(low, high, tuple(steps))


def question_steps(question: Question, level: Level | None) -> Steps | None:
    """A question's level as boxes; None where it has none, or too many levels for boxes."""
    above = question.levels[1:]
    if level is None or not above or len(above) > _MOST_STEPS:
        return None
    return Steps(sum(value <= level for value in above), len(above))
