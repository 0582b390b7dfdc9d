"""A questionnaire's scale as it is told: beneath charts, and in a line among the method.

Questions stand on the scale of their answers. Parts stand on what their rules can give: a sum of
six answers goes further than any of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from sdgassess.document.charts.scale import Rung, Scale
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.numbers import written_number
from sdgassess.report.edition import Edition
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.score import Score

_MOST_STEPS = 7
"""More steps than these between figures would not be read from some distance."""

_FEWEST_STEPS = 3
"""Fewer steps than these would say nothing of what lies between two levels below 1."""


def chart_scale(edition: Edition[Any], rules: Questionnaire) -> Scale:
    """The scale with its names; where there is none, the values of the questions."""
    if rules.scale:
        rungs = (Rung(option.value, edition.line(option.text)) for option in rules.scale)
        return Scale(tuple(rungs))
    questions = rules.questions.values()
    values = {option.value for question in questions for option in question.options}
    return Scale(tuple(Rung(value) for value in sorted(values)))


def parts_scale(edition: Edition[Any], rules: Questionnaire, scores: Sequence[Score]) -> Scale:
    """The scale that parts stand on.

    Args:
        edition: the language of the names.
        rules: the questionnaire whose scale is meant.
        scores: every profile that is drawn on it.

    Returns:
        The questionnaire's own scale where every part lies on it; the values of the questions
        where the rules reach exactly from the lowest to the highest of them; else even steps.
    """
    low, high = parts_reach(scores)
    scale = chart_scale(edition, rules)
    named = bool(rules.scale) and scale.lowest <= low and high <= scale.highest
    if named or (not rules.scale and (scale.lowest, scale.highest) == (low, high)):
        return scale
    return Scale(tuple(Rung(value) for value in even_levels(low, high)))


def parts_reach(scores: Sequence[Score]) -> tuple[Level, Level]:
    """The lowest and the highest level that any scored part could have, or has."""
    ends: list[Level] = []
    for score in scores:
        quick = score.profile.quick
        for interval in score.questionnaire.ranges(quick=quick).values():
            ends += interval
        for result in score.scored.values():
            ends += _ends(result)
    if not ends:  # nothing is rolled up: the answers are all there is
        questions = [q for score in scores for q in score.questionnaire.questions.values()]
        ends = [option.value for question in questions for option in question.options]
    return min(ends), max(ends)


def _ends(result: NodeResult) -> list[Level]:
    """Every level at which a part is drawn."""
    levels = (result.level, result.rolled.level, result.answered_level, result.backed_level)
    return [*result.rolled.interval, *(level for level in levels if level is not None)]


def even_levels(low: Level, high: Level) -> tuple[Level, ...]:
    """Levels at even distances that reach from one to another; two at least."""
    step = _even_step(high - low)
    first = low // step
    last = max(-(-high // step), first + 1)
    return tuple(step * place for place in range(first, last + 1))


def _even_step(width: Level) -> Level:
    """The smallest of 1, 2, 5, 10, 20 … that makes few enough steps; below 1 a part of it."""
    if 0 < width < 1:
        return _step_within(width)
    step, place = 1, 0
    while width > _MOST_STEPS * step:
        step = (2, 5, 10)[place % 3] * 10 ** (place // 3)
        place += 1
    return step


def _step_within(width: Level) -> Level:
    """The largest of 1/2, 1/5, 1/10, 1/20 … that makes at least three steps."""
    step, place = Fraction(1), 0
    while width < _FEWEST_STEPS * step:
        step = Fraction(1, (2, 5, 10)[place % 3] * 10 ** (place // 3))
        place += 1
    return step


def scale_step(scale: Scale) -> Level | None:
    """From one mark of a scale to the next; None where there is one mark alone."""
    return scale.rungs[1].value - scale.lowest if len(scale.rungs) > 1 else None


def scale_line(edition: Edition[Any], rules: Questionnaire) -> str:
    """What the levels are called; empty where they have no names."""
    words = edition.words
    return "; ".join(
        f"{written_number(option.value, words)} {edition.line(option.text)}"
        for option in rules.scale
    )
