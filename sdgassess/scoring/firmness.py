"""How sure a level is: whether it holds whichever one answer stands one level off.

Two people who rate the same municipality differ by one level on many answers. A part whose level
no such difference moves is *firm*; of any other the answers are named that alone would move it.
Nothing is averaged: one answer at a time is moved, up and down, those that gates look at too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from sdgassess.model.condition import SubjectKind, judge, subjects
from sdgassess.model.node import Node, RollUpRule
from sdgassess.model.profile import State
from sdgassess.model.question import Level, Question
from sdgassess.scoring.backing import QuestionResult, question_result
from sdgassess.scoring.evaluation import Evaluation, with_level
from sdgassess.scoring.rollup import RollUpResult, roll_up
from sdgassess.scoring.score import Score

Resting = Mapping[str, tuple[str, ...]]
"""The answers that alone move a part's level, by part; none of them where it is firm."""


def rests_on(score: Score, only: str | None = None) -> Resting:
    """The answers that alone move a part's level, for each scored part that has one.

    A level that an answer takes away (by switching another question off) counts as moved.

    Args:
        score: the result; its basis decides which levels are moved.
        only: the one part that is looked at; None means all.

    Returns:
        Part to question ids in the questionnaire's order; none of them where the part is firm.
        A part without a level is left out, since there is nothing to be sure of.
    """
    resting: dict[str, list[str]] = {
        key: []
        for key, result in score.scored.items()
        if result.level is not None and only in {None, key}
    }
    if not resting:
        return {}
    sensitivity = _Sensitivity(score)
    for question in score.questions:
        if only is None or sensitivity.reaches(question, only):
            for part in sensitivity.moved_by(question) & resting.keys():
                resting[part].append(question)
    return {part: tuple(questions) for part, questions in resting.items()}


def one_off(question: Question, level: Level, chosen: tuple[str, ...] = ()) -> frozenset[Level]:
    """The levels that are one off: the nearest above and below, or one answer more or fewer.

    Args:
        question: whose scale.
        level: where it stands.
        chosen: the ids of what was chosen, where several answers are added up.
    """
    if question.several and (chosen or not level):
        rest = [option.id for option in question.options if option.id not in chosen]
        more = [question.worth([*chosen, key]) for key in rest if key is not None]
        fewer = [question.worth([key for key in chosen if key != gone]) for gone in chosen]
        return frozenset((*more, *fewer)) - {level}
    several = question.levels if question.several else ()
    values = several or [option.value for option in question.options]
    above = [value for value in values if value > level]
    below = [value for value in values if value < level]
    return frozenset([min(above)] if above else []) | frozenset([max(below)] if below else [])


class _Sensitivity:
    """Which parts one answer moves. Parts that an answer cannot reach are never computed again."""

    def __init__(self, score: Score) -> None:
        self.score = score
        self.rules = score.questionnaire
        evaluation = Evaluation(self.rules, score.profile, score.questions, score.basis)
        rolled = {key: result.rolled for key, result in score.scored.items()}
        self.evaluation = evaluation.with_results(score.questions, (), rolled)
        self.now = {key: result.level for key, result in score.scored.items()}
        self.alike: dict[tuple[object, ...], frozenset[str]] = {}

    def reaches(self, question: str, part: str) -> bool:
        """Whether an answer could move a part at all."""
        return part in self._touched(question)

    def moved_by(self, question_id: str) -> frozenset[str]:
        """The parts whose level changes where a question stands one level off."""
        level = self.score.level(question_id)
        if level is None:
            return frozenset()
        kin = self._kin(question_id, level)
        if kin not in self.alike:
            question = self.rules.questions[question_id]
            neighbours = one_off(question, level, self.score.chosen(question_id))
            moved = (part for near in neighbours for part in self._moved(question_id, near))
            self.alike[kin] = frozenset(moved)
        return self.alike[kin]

    def _kin(self, question_id: str, level: Level) -> tuple[object, ...]:
        """What makes two answers move the same: same part, level, scale, weight and role in it.

        An answer that a gate or a condition looks at is like no other; nor is one on a ladder,
        where the order counts, or one where several answers are added up.
        """
        node, question = self.rules.factor_of[question_id], self.rules.questions[question_id]
        ladder = node.roll_up is not None and node.roll_up.rule is RollUpRule.LADDER
        if question_id in self._looked_at or ladder or question.several:
            return (question_id,)
        scale = tuple(option.value for option in question.options)
        return node.id, level, question.core, question.weight, scale

    def _moved(self, question: str, level: Level) -> Iterator[str]:
        """The parts whose level changes where a question stands at another level."""
        own = self.rules.factor_of[question]
        switches = question in self._switches
        rolled: dict[str, RollUpResult] = {}
        if own.id in self.score.factors and not switches:
            rolled[own.id] = self._rolled_with(own, question, level)
            before = self.evaluation.rolled(own, self.score.basis)
            alike = rolled[own.id].level == before.level
            alike = alike and rolled[own.id].interval == before.interval
            if alike and question not in self._looked_at:
                return
        touched = self._touched(question)
        results = self._results(question, level)
        evaluation = self.evaluation.with_results(results, touched, rolled)
        for part in touched & self.now.keys():
            if evaluation.level(self.rules.nodes[part]) != self.now[part]:
                yield part

    def _rolled_with(self, node: Node, question: str, level: Level) -> RollUpResult:
        """A factor rolled up with one of its questions at another level."""
        assert node.roll_up is not None, "only scored parts have children"
        children = [
            child._replace(level=level, lowest=level, highest=level)
            if child.id == question
            else child
            for child in self.evaluation.children(node, self.score.basis)
        ]
        return roll_up(node.roll_up, children)

    def _results(self, question: str, level: Level) -> Mapping[str, QuestionResult]:
        """What every question stands at, those that the answer switches on or off too."""
        results = dict(self.score.questions)
        results[question] = with_level(results[question], level)
        if question not in self._switches:
            return results
        evaluation = Evaluation(self.rules, self.score.profile, results, self.score.basis)
        for key in [key for key in results if key != question]:
            conditional = self.rules.questions[key]
            if conditional.ask_if is None:
                continue
            off = QuestionResult(key, State.NOT_APPLICABLE)
            on = question_result(self.rules, conditional, self.score.profile)
            results[key] = on if judge(conditional.ask_if, evaluation.look) else off
        return results

    @cached_property
    def _looked_at(self) -> frozenset[str]:
        """The questions that a gate or another question's condition looks at by name."""
        gates = (subject.id for gate in self.rules.gates for subject in gate.lowest_of)
        return frozenset(gates) | self._switches

    @cached_property
    def _switches(self) -> frozenset[str]:
        """The questions that decide, alone or through their part, whether others are asked."""
        deciding: set[str] = set()
        for question in self.rules.questions.values():
            for subject in subjects(question.ask_if) if question.ask_if is not None else ():
                if subject.kind is SubjectKind.QUESTION:
                    deciding.add(subject.id)
                elif subject.kind is SubjectKind.FACTOR:
                    below = self.rules.nodes[subject.id].all_questions()
                    deciding.update(question.id for question in below)
        return frozenset(deciding)

    def _touched(self, question: str) -> frozenset[str]:
        """Every part that an answer could reach: its own, those above, those that gates tie."""
        if question in self._switches:
            return frozenset(self.now)
        reached = set(self._upward(self.rules.factor_of[question]))
        looked_at = {question}
        while True:
            looked_at |= reached
            capped = [
                gate.caps
                for gate in self.rules.gates
                if gate.caps not in reached and any(s.id in looked_at for s in gate.lowest_of)
            ]
            if not capped:
                return frozenset(reached)
            for key in capped:
                reached |= set(self._upward(self.rules.nodes[key]))

    def _upward(self, node: Node) -> tuple[str, ...]:
        """A node and the scored ones above it."""
        return node.id, *self.rules.scored_above.get(node.id, ())
