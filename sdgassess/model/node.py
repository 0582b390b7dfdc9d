"""The tree that questions hang on, of any depth, and how each node is rolled up."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from sdgassess.model.question import Level, Question, Text


class RollUpRule(StrEnum):
    """How the children of a node become its level."""

    CAPPED_LOWER_MEDIAN = "capped-lower-median"
    LOWER_MEDIAN = "lower-median"
    MINIMUM = "minimum"
    MEAN = "mean"
    SUM = "sum"
    LADDER = "ladder"


class RollUp(NamedTuple):
    """A declared way of rolling children up, with its thresholds and reason (model §3.7).

    Attributes:
        id: the name nodes refer to it by.
        rule: the computation.
        above_lowest_core: how far above the lowest core child the level may be (capped rule).
        passed_at: the value from which a child counts as passed (ladder).
        coverage: the share of applicable children that need a level for the node to have one.
        applicable: the share of children that must apply for the node to apply.
        because: why these thresholds.
    """

    id: str
    rule: RollUpRule
    above_lowest_core: Level | None = None
    passed_at: Level | None = None
    coverage: Fraction = Fraction(1)
    applicable: Fraction = Fraction(0)
    because: Text | None = None


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
    """

    id: str
    title: Text
    roll_up: RollUp | None = None
    parts: tuple[Node, ...] = ()
    questions: tuple[Question, ...] = ()
    rests_on: tuple[str, ...] = ()
    outside_voice: str | None = None

    def all_questions(self) -> Iterator[Question]:
        """Every question at or below this node, in order."""
        yield from self.questions
        for part in self.parts:
            yield from part.all_questions()

    def all_nodes(self) -> Iterator[Node]:
        """This node and every node below it, in order."""
        yield self
        for part in self.parts:
            yield from part.all_nodes()
