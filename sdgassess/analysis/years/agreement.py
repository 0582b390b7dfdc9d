"""How far assessments that stand beside each other agree, question by question.

Levels are ordinal: two assessments stand at the same level, at neighbouring levels of the
question's scale, or further apart. Only what all of them answered alike is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from sdgassess.analysis.years.comparison import Years
from sdgassess.model.question import Level, Question

FEWEST_FOR_KAPPA = 10
"""Below so many questions chance cannot be told from agreement."""


class Nearness(StrEnum):
    """How near the assessments stand to each other on one question."""

    SAME = "same"
    ADJACENT = "adjacent"
    APART = "apart"
    NOT_COMPARABLE = "not-comparable"


class Agreeing(NamedTuple):
    """How far assessments agree on some questions.

    Attributes:
        n: on how many questions all have a level on what was asked alike.
        same: on how many all stand at one level.
        adjacent: on how many they stand at neighbouring levels.
        apart: on how many they stand further apart.
        kappa: agreement beyond chance with linear weights (Cohen 1968), 1 where all is alike and 0
            where it is what chance would give; of more than two assessments the mean over pairs.
            None on fewer than ten questions, and where neither stands at different levels.
    """

    n: int
    same: int
    adjacent: int
    apart: int
    kappa: Fraction | None


def nearness(years: Years, question: str) -> Nearness:
    """How near the assessments stand to each other on a question."""
    if question not in years.compared:
        return Nearness.NOT_COMPARABLE
    levels = _levels(years, question)
    steps = years.rules.questions[question].steps(min(levels), max(levels))
    if steps == 0:
        return Nearness.SAME
    return Nearness.ADJACENT if steps == 1 else Nearness.APART


def agreement(years: Years, questions: Iterable[str]) -> Agreeing:
    """How far the assessments agree on some questions; what is not comparable is left out."""
    compared = set(years.compared)
    counted = [question for question in questions if question in compared]
    near = [nearness(years, question) for question in counted]
    return Agreeing(
        len(counted),
        near.count(Nearness.SAME),
        near.count(Nearness.ADJACENT),
        near.count(Nearness.APART),
        _kappa(years, counted),
    )


def _kappa(years: Years, questions: Sequence[str]) -> Fraction | None:
    """The mean of the pairs' kappa; None where one of them has none."""
    if len(questions) < FEWEST_FOR_KAPPA:
        return None
    columns = [
        [_place(years.rules.questions[q], _levels(years, q)[column]) for q in questions]
        for column in range(len(years.columns))
    ]
    pairs = [_kappa_of_two(first, second) for first, second in combinations(columns, 2)]
    known = [kappa for kappa in pairs if kappa is not None]
    return sum(known, Fraction(0)) / len(known) if len(known) == len(pairs) else None


def _kappa_of_two(first: Sequence[Fraction], second: Sequence[Fraction]) -> Fraction | None:
    """One less the distance that there is over the one that chance would give."""
    n = len(first)
    observed = sum((abs(a - b) for a, b in zip(first, second, strict=True)), Fraction(0)) / n
    counts = product(Counter(first).items(), Counter(second).items())
    by_chance = sum((abs(a - b) * i * k for (a, i), (b, k) in counts), Fraction(0)) / n**2
    return None if by_chance == 0 else 1 - observed / by_chance


def _place(question: Question, level: Level) -> Fraction:
    """Where a level stands on its question's scale, from 0 to 1 in equal steps."""
    every = question.steps(question.lowest, question.highest)
    return Fraction(question.steps(question.lowest, level), every or 1)


def _levels(years: Years, question: str) -> list[Level]:
    """The levels of all assessments on a question that they answered alike."""
    return [at.level for at in years.paths[question] if at.level is not None]
