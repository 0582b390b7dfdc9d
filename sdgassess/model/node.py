"""The tree that questions hang on, of any depth, and how each node is rolled up."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from operator import attrgetter
from typing import NamedTuple

from sdgassess.model.question import Level, Question, Text


class RollUpRule(StrEnum):
    """How the children of a node become its level."""

    CAPPED_LOWER_MEDIAN = "capped-lower-median"
    LOWER_MEDIAN = "lower-median"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    MEAN = "mean"
    SUM = "sum"
    LADDER = "ladder"


class Band(NamedTuple):
    """A named range of a level: from `lowest` up to where the next band begins.

    Attributes:
        id: its name in files and JSON.
        lowest: the level that it begins at.
        title: its name for people.
        text: what it means.
    """

    id: str
    lowest: Level
    title: Text
    text: Text | None = None


class RollUp(NamedTuple):
    """A declared way of rolling children up, with its thresholds and reason.

    Attributes:
        id: the name nodes refer to it by.
        rule: the computation.
        above_lowest_core: how far above the lowest core child the level may be (capped rule).
        passed_at: the value from which a child counts as passed (ladder); without it a child is
            passed at the top of its scale, and the level is what the answer that stops is worth.
        coverage: the share of applicable children that need a level for the node to have one.
        applicable: the share of children that must apply for the node to apply.
        because: why these thresholds.
        weighted: whether children count by their weight (means and sums).
        cap: the level is never above this.
        common: how many questions two profiles need in common to be compared, or
        common_share: which share of them; neither: one question is enough.
        bands: named ranges of the level, lowest first.
    """

    id: str
    rule: RollUpRule
    above_lowest_core: Level | None = None
    passed_at: Level | None = None
    coverage: Fraction = Fraction(1)
    applicable: Fraction = Fraction(0)
    because: Text | None = None
    weighted: bool = False
    cap: Level | None = None
    common: int | None = None
    common_share: Fraction | None = None
    bands: tuple[Band, ...] = ()

    def combine(
        self, levels: Sequence[Level], weights: Sequence[Level], tops: Sequence[Level]
    ) -> Level:
        """The bare roll-up of levels, before any cap.

        Args:
            levels: the children's levels in their order; at least one.
            weights: how much each counts; read only where the rule is weighted.
            tops: the highest that each can be; read only by a ladder without `passed_at`.

        Returns:
            Exactly: a mean of thirds stays thirds.
        """
        if self.rule is RollUpRule.MINIMUM:
            return min(levels)
        if self.rule is RollUpRule.MAXIMUM:
            return max(levels)
        if self.rule is RollUpRule.LADDER:
            return self._climbed(levels, tops)
        if self.rule in (RollUpRule.SUM, RollUpRule.MEAN):
            shares = weights if self.weighted else [1] * len(levels)
            total = sum((w * level for w, level in zip(shares, levels, strict=True)), 0)
            return total if self.rule is RollUpRule.SUM else Fraction(total) / sum(shares)
        return _lower_median(levels)

    def _climbed(self, levels: Sequence[Level], tops: Sequence[Level]) -> Level:
        """How many rungs are passed in a row, or what the one that stops is worth."""
        if self.passed_at is None:
            stops = (level for level, top in zip(levels, tops, strict=True) if level < top)
            return next(stops, levels[-1])
        failed = (rung for rung, level in enumerate(levels) if level < self.passed_at)
        return next(failed, len(levels))

    def limited(self, level: Level) -> Level:
        """The level, or the most that it may be."""
        return level if self.cap is None else min(level, self.cap)

    def band(self, level: Level) -> Band | None:
        """The band that a level lies in; None below the lowest one, or where none is named."""
        reached = [band for band in self.bands if band.lowest <= level]
        return max(reached, key=lambda band: band.lowest, default=None)


def _lower_median(levels: Sequence[Level]) -> Level:
    """The middle level, of two in the middle the lower one."""
    # Most scales are whole, and fractions are put in order ten times as slowly as whole numbers.
    whole = all(level.denominator == 1 for level in levels)
    ordered = sorted(levels, key=attrgetter("numerator")) if whole else sorted(levels)
    return ordered[(len(levels) - 1) // 2]


class Node(NamedTuple):
    """A part of the tree: it holds parts or questions, never both.

    Attributes:
        id: unique among nodes and questions.
        title: its name.
        roll_up: how its children become its level; None where it only groups.
        parts: the nodes below it.
        questions: the questions below it.
        rests_on: the sources the part rests on.
        outside_voice: the role without which it is the municipality's own view only.
        weight: how much it counts where the part above it is weighted.
    """

    id: str
    title: Text
    roll_up: RollUp | None = None
    parts: tuple["Node", ...] = ()
    questions: tuple[Question, ...] = ()
    rests_on: tuple[str, ...] = ()
    outside_voice: str | None = None
    weight: Level = 1

    @property
    def asked(self) -> tuple[Question, ...]:
        """Its own questions in the order in which they are asked, printed and told.

        Core questions come first, except where the level stops at the first
        question that is not reached: there the order is the questionnaire's.
        """
        if self.roll_up is not None and self.roll_up.rule is RollUpRule.LADDER:
            return self.questions
        return tuple(sorted(self.questions, key=lambda question: not question.core))

    def all_questions(self) -> Iterator[Question]:
        """Every question at or below this node, in the order in which they are asked."""
        yield from self.asked
        for part in self.parts:
            yield from part.all_questions()

    @property
    def scored_parts(self) -> tuple["Node", ...]:
        """The parts whose levels it is rolled up from; one that only groups stands for its own."""
        return tuple(
            scored
            for part in self.parts
            for scored in ((part,) if part.roll_up else part.scored_parts)
        )

    def all_nodes(self) -> Iterator["Node"]:
        """This node and every node below it, in order."""
        yield self
        for part in self.parts:
            yield from part.all_nodes()
