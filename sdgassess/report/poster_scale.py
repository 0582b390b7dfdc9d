"""The scale of a poster's ladder: which levels stand above it, and how far it reaches."""

from __future__ import annotations

import dataclasses
from math import ceil, floor

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.poster_sheet import Rung
from sdgassess.report.poster_words import rung, short_passage
from sdgassess.scoring.score import Score
from sdgassess.scoring.score import score as score_again

_MOST_STEPS = 7
"""More steps than these between figures would not be read from some distance."""

_NAME = 60


def ladder_scale(score: Score, words: Words) -> tuple[Rung, ...]:
    """The levels above the ladder, lowest first.

    Args:
        score: the result; its questionnaire says how far a factor can reach.
        words: the language of the names.

    Returns:
        The questionnaire's own scale with its names where every factor lies on it, else whole
        numbers at even distances; two at least.
    """
    low, high = _reach(score)
    scale = score.questionnaire.scale
    if len(scale) > 1 and scale[0].value <= low and high <= scale[-1].value:
        return tuple(
            rung(option.value, words)._replace(name=short_passage(option.text, words, _NAME))
            for option in scale
        )
    step = _even_step(high - low)
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    values = [Level(step * place) for place in range(first, last + 1)]
    return tuple(rung(value, words) for value in values)


def _reach(score: Score) -> tuple[Level, Level]:
    """The lowest and highest level that any factor could have, whatever was answered."""
    blank = dataclasses.replace(score.profile, answers={})
    factors = score_again(score.questionnaire, blank).factors.values()
    intervals = [result.rolled.interval for result in factors]
    ends = [*intervals, *(node.rolled.interval for node in score.factors.values())]
    if not ends:
        return Level(0), Level(1)
    return min(low for low, _ in ends), max(high for _, high in ends)


def _even_step(width: Level) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that makes few enough steps."""
    step, factors = 1, (2, 5, 10)
    place = 0
    while width / step > _MOST_STEPS:
        step = factors[place % 3] * 10 ** (place // 3)
        place += 1
    return step
