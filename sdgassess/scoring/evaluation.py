"""An evaluation: what a score is computed on. Nodes with their gates, and what conditions look up.

Everything runs on a *basis*: the answered levels, or the backed ones.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from sdgassess.model.condition import (
    Comparand,
    Subject,
    SubjectKind,
    Unsettled,
)
from sdgassess.model.node import Band, Node
from sdgassess.model.profile import Profile, State
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import Gate
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.gates import GateResult, judge_gate
from sdgassess.scoring.patterns import judge_pattern
from sdgassess.scoring.rollup import (
    Child,
    LevelStatus,
    RollUpResult,
    roll_up,
)
from sdgassess.scoring.style import look_at_style


class Basis(StrEnum):
    """Which levels the rules run on."""

    ANSWERED = "answered"
    BACKED = "backed"


class NodeResult(NamedTuple):
    """What a scored node of the tree stands at.

    Attributes:
        id: the node.
        rolled: its level before gates on the chosen basis, with interval and reasons.
        level: its load-bearing level, after gates; None where it has none.
        answered_level: the level before gates on the answered basis.
        backed_level: the level before gates on the backed basis.
        levels: what was added: each child's load-bearing level on the chosen basis, None where it
            has none.
        gate: the gate that caps it, if one does.
        strong: how many of its children stand at the level from which a point is strong.
        parent: the nearest scored node above it; None at the top.
        depth: how many scored nodes stand above it.
    """

    id: str
    rolled: RollUpResult
    level: Level | None
    answered_level: Level | None
    backed_level: Level | None
    levels: Mapping[str, Level | None]
    gate: GateResult | None = None
    strong: int = 0
    parent: str | None = None
    depth: int = 0


def band_of(questionnaire: Questionnaire, result: NodeResult) -> Band | None:
    """The named range that a part's load-bearing level lies in; None where there is none."""
    roll_up = questionnaire.nodes[result.id].roll_up
    return None if roll_up is None or result.level is None else roll_up.band(result.level)


def level_on(result: QuestionResult | None, basis: Basis) -> Level | None:
    """A question's level on a basis."""
    if result is None:
        return None
    return result.answered if basis is Basis.ANSWERED else result.backed


def with_level(result: QuestionResult, level: Level) -> QuestionResult:
    """The question as if it stood at a level, on either basis (for "what if" questions)."""
    return result._replace(state=None, answered=level, backed=level)


class Evaluation:
    """Computes nodes from question results; also what conditions look things up in."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        profile: Profile,
        questions: Mapping[str, QuestionResult],
        basis: Basis,
    ) -> None:
        """Take what is known; `questions` may still be growing while it is looked at."""
        self.questionnaire = questionnaire
        self.profile = profile
        self.questions = questions
        self.basis = basis
        self._rolled: dict[tuple[str, Basis], RollUpResult] = {}
        self._children: dict[tuple[str, Basis, int], list[Child]] = {}

    def nodes(self) -> dict[str, NodeResult]:
        """Every scored node with its gates applied, in the order of the tree."""
        results: dict[str, NodeResult] = {}
        for node in self.questionnaire.nodes.values():
            if node.roll_up is not None and self.children(node, self.basis):
                results[node.id] = self.node(node)
        return results

    def rolled(self, node: Node, basis: Basis) -> RollUpResult:
        """A node's level before gates on a basis."""
        key = node.id, basis
        if key not in self._rolled:
            assert node.roll_up is not None, "only scored nodes are rolled up"
            self._rolled[key] = roll_up(node.roll_up, self.children(node, basis))
        return self._rolled[key]

    def level(self, node: Node) -> Level | None:
        """A scored node's load-bearing level, after gates; None where it has none."""
        gate = self._biting(node, self.basis)
        return gate.capped_to if gate else self.rolled(node, self.basis).level

    def with_results(
        self,
        questions: Mapping[str, QuestionResult],
        touched: Collection[str],
        rolled: Mapping[str, RollUpResult],
    ) -> Evaluation:
        """The same evaluation with other results.

        Args:
            questions: what the questions stand at instead.
            touched: the nodes that this could change; all others are not computed again.
            rolled: what is known of those already, on the basis.
        """
        evaluation = Evaluation(self.questionnaire, self.profile, questions, self.basis)
        untouched = {key: r for key, r in self._rolled.items() if key[0] not in touched}
        evaluation._rolled = untouched | {(key, self.basis): r for key, r in rolled.items()}
        return evaluation

    def look(self, subject: Subject) -> Comparand | Unsettled:
        """What a condition's subject stands at."""
        if subject.kind is SubjectKind.QUESTION:
            return self._look_at_question(subject.id)
        if subject.kind is SubjectKind.FACTOR:
            return self._look_at_node(subject.id)
        if subject.kind is SubjectKind.CONTEXT:
            return self._look_at_context(subject.id)
        if subject.kind is SubjectKind.PATTERN:
            return self._look_at_pattern(subject.id)
        return look_at_style(self.profile, subject)

    def node(self, node: Node) -> NodeResult:
        """One scored node with its gates."""
        rolled = self.rolled(node, self.basis)
        gate = self._biting(node, self.basis)
        children = self.children(node, self.basis)
        above = self.questionnaire.scored_above.get(node.id, ())
        return NodeResult(
            id=node.id,
            rolled=rolled,
            level=gate.capped_to if gate else rolled.level,
            answered_level=self.rolled(node, Basis.ANSWERED).level,
            backed_level=self.rolled(node, Basis.BACKED).level,
            levels={child.id: child.level for child in children},
            gate=gate,
            strong=sum(self._is_strong(child) for child in children),
            parent=above[-1] if above else None,
            depth=len(above),
        )

    def _biting(self, node: Node, basis: Basis) -> GateResult | None:
        """The gate that holds a node lowest on a basis; None where none does."""
        raw = self.rolled(node, basis).level
        gates = (
            judge_gate(gate, raw, partial(self._at_best, basis=basis))
            for gate in self._gates(node)
        )
        biting = [gate for gate in gates if gate is not None]
        return min(biting, key=lambda result: result.capped_to, default=None)

    def _gates(self, node: Node) -> list[Gate]:
        """The gates on a node."""
        return [gate for gate in self.questionnaire.gates if gate.caps == node.id]

    def _is_strong(self, child: Child) -> bool:
        """Whether a child stands at the level from which the questionnaire calls it strong."""
        least = self.questionnaire.strong_from
        return least is not None and child.level is not None and child.level >= least

    def children(self, node: Node, basis: Basis) -> list[Child]:
        """A node's children in scope: its questions, or its scored parts (through groups)."""
        key = node.id, basis, len(self.questions)  # they may have grown since they were looked at
        if key not in self._children:
            self._children[key] = self._children_of(node, basis)
        return self._children[key]

    def _children_of(self, node: Node, basis: Basis) -> list[Child]:
        """A node's children in scope, looked up each time."""
        if node.questions:
            return [
                self._question_child(question.id, basis)
                for question in node.questions
                if question.id in self.questions
            ]
        return [child for part in node.parts for child in self._part_children(part, basis)]

    def _part_children(self, part: Node, basis: Basis) -> list[Child]:
        """A part as a child; a part that only groups stands for the parts below it."""
        if part.roll_up is None:
            return [child for below in part.parts for child in self._part_children(below, basis)]
        if not self.children(part, basis):
            return []
        rolled, gate = self.rolled(part, basis), self._biting(part, basis)
        low, high = rolled.interval
        for rule in self._gates(part):
            low = min(low, self._bound(rule, basis, best=False))
            high = min(high, self._bound(rule, basis, best=True))
        level = gate.capped_to if gate is not None else rolled.level
        applies = rolled.status is not LevelStatus.NOT_APPLICABLE
        top = self.questionnaire.reach.of(part)[1]
        return [Child(part.id, level, low, high, applies=applies, top=top, weight=part.weight)]

    def _bound(self, gate: Gate, basis: Basis, *, best: bool) -> Level:
        """How low a gate may come to hold its part, or how high it may let it stand."""
        ends = (self._ends(subject, basis) for subject in gate.lowest_of)
        return min(high if best else low for low, high, _ in ends) + gate.plus

    def _question_child(self, question_id: str, basis: Basis) -> Child:
        """A question as a child; without a level it could be anything on its scale."""
        question = self.questionnaire.questions[question_id]
        result = self.questions[question_id]
        level = level_on(result, basis)
        lowest, highest = self.questionnaire.ends[question_id]
        return Child(
            id=question_id,
            level=level,
            lowest=lowest if level is None else level,
            highest=highest if level is None else level,
            core=question.core,
            applies=result.state is not State.NOT_APPLICABLE,
            bottom=lowest,
            top=highest,
            weight=question.weight,
        )

    def _at_best(self, subject: Subject, basis: Basis) -> tuple[Level, bool]:
        """A gate's input at its best, and whether it is known (rule 4)."""
        _, high, known = self._ends(subject, basis)
        return high, known

    def _ends(self, subject: Subject, basis: Basis) -> tuple[Level, Level, bool]:
        """The lowest and the highest a gate's input could be, and whether that is known."""
        if subject.kind is SubjectKind.QUESTION:
            level = level_on(self.questions.get(subject.id), basis)
            question = self.questionnaire.questions[subject.id]
            if level is None:
                return question.lowest, question.highest, False
            return level, level, True
        node = self.questionnaire.nodes[subject.id]
        rolled = self.rolled(node, basis) if self.children(node, basis) else None
        if rolled is None or rolled.status is LevelStatus.NOT_APPLICABLE:
            low, high = self.questionnaire.reach.of(node)
            return low, high, False
        low, high = rolled.interval
        return low, high, high in {low, rolled.level}

    def _look_at_question(self, question_id: str) -> Comparand | Unsettled:
        """A question's level on the basis, or why there is none."""
        result = self.questions.get(question_id)
        level = level_on(result, self.basis)
        if level is not None:
            return level
        if result is not None and result.state is State.NOT_APPLICABLE:
            return Unsettled.NOT_APPLICABLE
        return Unsettled.UNKNOWN

    def _look_at_node(self, node_id: str) -> Comparand | Unsettled:
        """A factor's load-bearing level, or why there is none."""
        node = self.questionnaire.nodes[node_id]
        if not self.children(node, self.basis):
            return Unsettled.UNKNOWN
        result = self.node(node)
        if result.level is not None:
            return result.level
        applies = result.rolled.status is not LevelStatus.NOT_APPLICABLE
        return Unsettled.UNKNOWN if applies else Unsettled.NOT_APPLICABLE

    def _look_at_context(self, context_id: str) -> Comparand | Unsettled:
        """A context answer; numbers as fractions, so that they compare with levels."""
        answer = self.profile.context.get(context_id)
        if answer is None or isinstance(answer, State):
            return Unsettled.UNKNOWN
        if isinstance(answer, tuple):
            return Fraction(len(answer))  # of several choices a rule can only see how many
        return answer if isinstance(answer, bool) else Fraction(answer)

    def _look_at_pattern(self, pattern_id: str) -> Comparand | Unsettled:
        """A pattern's result in a word."""
        quick = self.profile.quick
        core = frozenset(self.questionnaire.question_ids(quick=True)) if quick else None
        for pattern in self.questionnaire.patterns:
            if pattern.id == pattern_id and (pattern.in_quick or not quick):
                return judge_pattern(pattern, self.look, core).result.value
        return Unsettled.UNKNOWN
