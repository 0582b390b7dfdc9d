"""The scale above a poster's ladder: the questionnaire's own, else whole numbers."""

from __future__ import annotations

import dataclasses
from math import ceil, floor

from sdgassess.document.poster import PosterRung
from sdgassess.model.question import Level
from sdgassess.report.poster.edition import PosterEdition
from sdgassess.scoring.score import Score
from sdgassess.scoring.score import score as score_again

_MOST_STEPS = 7
"""More steps than these between figures would not be read from some distance."""

_NAME = 60
"""How long the name of a level may be, in characters."""


def ladder_scale(edition: PosterEdition) -> tuple[PosterRung, ...]:
    """The levels above the ladder, lowest first.

    Returns:
        The questionnaire's own scale with its names where every factor lies on it, else whole
        numbers at even distances; two at least.
    """
    low, high = _reach(edition.score)
    scale = edition.score.questionnaire.scale
    if len(scale) > 1 and scale[0].value <= low and high <= scale[-1].value:
        return tuple(
            edition.rung(option.value)._replace(name=edition.short(option.text, _NAME))
            for option in scale
        )
    step = _even_step(high - low)
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    return tuple(edition.rung(Level(step * place)) for place in range(first, last + 1))


def _reach(score: Score) -> tuple[Level, Level]:
    """The lowest and highest level that any factor could have, whatever was answered."""
    blank = dataclasses.replace(score.profile, answers={})
    factors = score_again(score.questionnaire, blank).factors.values()
    intervals = [factor.rolled.interval for factor in (*factors, *score.factors.values())]
    if not intervals:
        return Level(0), Level(1)
    return min(low for low, _ in intervals), max(high for _, high in intervals)


def _even_step(width: Level) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that makes few enough steps."""
    step, factors = 1, (2, 5, 10)
    place = 0
    while width / step > _MOST_STEPS:
        step = factors[place % 3] * 10 ** (place // 3)
        place += 1
    return step
