"""How far the rules of a questionnaire reach: the levels between which each part can stand."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from sdgassess.model.condition import Subject, SubjectKind
from sdgassess.model.node import Node, RollUp, RollUpRule
from sdgassess.model.question import Level
from sdgassess.model.rules import Gate

Range = tuple[Level, Level]
"""The lowest and the highest level."""


class _Child(NamedTuple):
    """What a part is rolled up from: the ends of what it can be, and how it counts.

    Attributes:
        ends: the lowest and the highest level that it can bear, after gates.
        top: the highest that its own rule can give.
        weight: how much it counts where the part is weighted.
        core: whether it carries the cap.
    """

    ends: Range
    top: Level
    weight: Level
    core: bool


class Reach:
    """What each scored part can come to, while nothing is answered and everything applies.

    Gates on the parts below are counted, those on the part itself are not: they hold what its
    rule has given.
    """

    def __init__(
        self, nodes: Mapping[str, Node], gates: Sequence[Gate], *, quick: bool = False
    ) -> None:
        """Take a questionnaire's parts and gates; `quick` asks the core questions only."""
        self._nodes = nodes
        self._gates = gates
        self._quick = quick
        self._whole = Reach(nodes, gates) if quick else self
        self._questions = {q.id: q for node in nodes.values() for q in node.questions}
        self._known: dict[str, Range] = {}

    def of(self, node: Node) -> Range:
        """The range of a scored part; both ends are 0 where nothing below it has a level."""
        if node.id not in self._known:
            assert node.roll_up is not None, "only scored parts have a range"
            self._known[node.id] = self.by(node, node.roll_up)
        return self._known[node.id]

    def by(self, node: Node, rule: RollUp) -> Range:
        """The range that a part would have by another rule."""
        children = self._children(node)
        if not children:
            return 0, 0
        return _end(rule, children, 0), _end(rule, children, 1)

    @cached_property
    def in_scope(self) -> Mapping[str, Range]:
        """The ranges of all scored parts that are asked about, by id, in order."""
        scored = (node for node in self._nodes.values() if node.roll_up is not None)
        return {node.id: self.of(node) for node in scored if self._children(node)}

    def _children(self, node: Node) -> list[_Child]:
        """What a part is rolled up from, as far as it is asked about."""
        if node.questions:
            return [
                _Child((q.lowest, q.highest), q.highest, q.weight, q.core)
                for q in node.questions
                if q.core or not self._quick
            ]
        parts = (part for part in node.scored_parts if self._children(part))
        return [
            _Child(self._after_gates(part), self.of(part)[1], part.weight, core=False)
            for part in parts
        ]

    def _after_gates(self, part: Node) -> Range:
        """What a part can bear once its gates have held it."""
        low, high = self.of(part)
        for gate in self._gates:
            if gate.caps == part.id:
                ends = [self._ends(subject) for subject in gate.lowest_of]
                low = min(low, min(end for end, _ in ends) + gate.plus)
                high = min(high, min(end for _, end in ends) + gate.plus)
        return low, high

    def _ends(self, subject: Subject) -> Range:
        """What an input of a gate can stand at; where it is not asked about, all that it could."""
        if subject.kind is SubjectKind.QUESTION:
            question = self._questions[subject.id]
            return question.lowest, question.highest
        node = self._nodes[subject.id]
        return self.of(node) if self._children(node) else self._whole.of(node)


def _end(rule: RollUp, children: Sequence[_Child], end: int) -> Level:
    """The level by a rule where every child stands at one end of what it can be."""
    levels = [child.ends[end] for child in children]
    weights, tops = [child.weight for child in children], [child.top for child in children]
    level = rule.limited(rule.combine(levels, weights, tops))
    cores = [child.ends[end] for child in children if child.core]
    if cores and rule.rule is RollUpRule.CAPPED_LOWER_MEDIAN:
        return min(level, min(cores) + (rule.above_lowest_core or 0))
    return level
