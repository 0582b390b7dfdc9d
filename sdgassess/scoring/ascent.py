"""The fewest steps that lift a part of any rule and depth, answer by answer.

A part has a curve: the highest level that it can reach with so many steps on the answers below it.
Curves of parts are made from the curves of what lies below them, so that a choice between parts is
a choice between the cheapest ways of each. Gates are opened on the way. What comes out is scored
again before it is said, since unknown answers may hold a level where no known one does.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sdgassess.model.condition import Subject, SubjectKind
from sdgassess.model.node import Node, RollUp, RollUpRule
from sdgassess.model.question import Level, Question
from sdgassess.model.rules import Gate
from sdgassess.scoring.evaluation import Evaluation, with_level
from sdgassess.scoring.rollup import Child
from sdgassess.scoring.score import Score

FARTHEST = 24
"""Ways of more steps are no advice, and would take long to look for."""


class Move(NamedTuple):
    """A question that goes up: by how many steps, to which level."""

    steps: int
    level: Level


class Way(NamedTuple):
    """A way up.

    Attributes:
        level: the level that it reaches.
        moves: the questions that go up on it.
        gates: the gates that are opened on it.
    """

    level: Level
    moves: Mapping[str, Move]
    gates: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """How many steps it takes."""
        return sum(move.steps for move in self.moves.values())


Curve = tuple[Way, ...]
"""Ways with ever more steps, each to a higher level than the one before; the first takes none."""


def fewest_steps(score: Score, part: str) -> Way | None:
    """The fewest steps that lift a part above its level; of as many those that lift it most.

    Args:
        score: the result to start from.
        part: the id of a scored part.

    Returns:
        The way, with the level that the part then has; None where it has no level yet, or where
        no way of at most `FARTHEST` steps is known.
    """
    level = score.scored[part].level
    if level is None:
        return None
    for way in _Curves(score).of_part(score.questionnaire.nodes[part])[1:]:
        reached = _level_after(score, part, way.moves)
        if reached is not None and reached > level:
            return way._replace(level=reached)
    return None


def _level_after(score: Score, part: str, moves: Mapping[str, Move]) -> Level | None:
    """A part's load-bearing level if some questions stood elsewhere."""
    questions = dict(score.questions)
    for question, move in moves.items():
        questions[question] = with_level(questions[question], move.level)
    evaluation = Evaluation(score.questionnaire, score.profile, questions, score.basis)
    return evaluation.node(score.questionnaire.nodes[part]).level


class _Curves:
    """The curves of a score's questions and parts, each computed once."""

    def __init__(self, score: Score) -> None:
        """Take the score to start from."""
        self._score = score
        self._rules = score.questionnaire
        self._evaluation = Evaluation(
            score.questionnaire, score.profile, score.questions, score.basis
        )
        self._known: dict[str, Curve] = {}

    def of_part(self, node: Node) -> Curve:
        """A part's curve; empty where it has no level."""
        if node.id not in self._known:
            self._known[node.id] = ()  # a gate that leads back to its own part opens nothing
            self._known[node.id] = self._computed(node)
        return self._known[node.id]

    def _computed(self, node: Node) -> Curve:
        """A part's curve out of those below it, and through its gates."""
        result = self._score.scored.get(node.id)
        if node.roll_up is None or result is None or result.level is None:
            return ()
        children = [
            child
            for child in self._evaluation.children(node, self._score.basis)
            if child.applies and child.level is not None
        ]
        below = [self._below(child) for child in children]
        adds = node.roll_up.rule in (RollUpRule.MEAN, RollUpRule.SUM)
        ways = (_adding if adds else _reaching)(node.roll_up, children, below)
        passing = (through for way in ways for through in self._through_gates(node, way))
        return _curve([Way(result.level, {}), *passing])

    def _below(self, child: Child) -> Curve:
        """The curve of a question or of a part."""
        if child.id in self._rules.questions:
            return self._of_question(self._rules.questions[child.id])
        return self.of_part(self._rules.nodes[child.id])

    def _of_question(self, question: Question) -> Curve:
        """A question's curve: a step is an answer, or one more of several."""
        level = self._score.level(question.id)
        if level is None:
            return ()
        ways = [Way(level, {})]
        for steps, higher in enumerate(self._higher(question, level), start=1):
            ways.append(Way(higher, {question.id: Move(steps, higher)}))
        rules = self._rules.priorities
        lowest = 0 if rules is None else rules.lowest_target
        worthy = [way for way in ways if way.level >= lowest] or ways[-1:]
        return _curve([ways[0], *worthy])

    def _higher(self, question: Question, level: Level) -> Iterator[Level]:
        """The levels that a question reaches step by step."""
        if not question.several:
            yield from sorted({o.value for o in question.options if o.value > level})
            return
        chosen = self._score.chosen(question.id)
        worths = sorted((o.value for o in question.options if o.id not in chosen), reverse=True)
        for worth in worths:
            if worth <= 0 or level == question.cap:
                return
            level = level + worth if question.cap is None else min(level + worth, question.cap)
            yield level

    def _through_gates(self, node: Node, way: Way) -> list[Way]:
        """A way with what opens the gates of its part, far or less far."""
        ways = [way]
        for gate in self._rules.gates:
            if gate.caps == node.id:
                ways = [opened for way in ways for opened in self._opened(gate, way)]
        return ways

    def _opened(self, gate: Gate, way: Way) -> Iterator[Way]:
        """A way that opens a gate too, once for each level that the gate may let through."""
        curves = [curve for subject in gate.lowest_of if (curve := self._of_subject(subject))]
        through = {below.level + gate.plus for curve in curves for below in curve}
        for level in sorted({way.level, *(level for level in through if level < way.level)}):
            openings = [_first_at(curve, level - gate.plus) for curve in curves]
            if None in openings:
                continue
            opened = _joined([way, *(opening for opening in openings if opening)], level)
            gates = way.gates if opened.moves == way.moves else (*way.gates, gate.id)
            yield opened._replace(gates=tuple(dict.fromkeys((*opened.gates, *gates))))

    def _of_subject(self, subject: Subject) -> Curve:
        """The curve of what a gate looks at; empty where it is not known and so holds nothing."""
        if subject.kind is SubjectKind.QUESTION:
            return self._of_question(self._rules.questions[subject.id])
        return self.of_part(self._rules.nodes[subject.id])


def _adding(rule: RollUp, children: Sequence[Child], below: Sequence[Curve]) -> list[Way]:
    """The ways of a mean or a sum: for each number of steps the greatest gain of all."""
    best: dict[int, tuple[Level, Way]] = {0: (0, Way(0, {}))}
    weights = [child.weight if rule.weighted else 1 for child in children]
    for weight, curve in zip(weights, below, strict=True):
        longer: dict[int, tuple[Level, Way]] = {}
        for steps, (total, way) in sorted(best.items(), reverse=True):  # the first ones first
            for below_way in curve:
                worth = total + weight * below_way.level
                n = steps + below_way.steps
                if n <= FARTHEST and (n not in longer or worth > longer[n][0]):
                    longer[n] = worth, _joined((way, below_way), 0)
        best = longer
    parts = Fraction(sum(weights, 0) if rule.rule is RollUpRule.MEAN else 1)
    if not parts:
        return []
    return [way._replace(level=rule.limited(total / parts)) for total, way in best.values()]


def _reaching(rule: RollUp, children: Sequence[Child], below: Sequence[Curve]) -> Iterator[Way]:
    """The ways of a rule that counts positions: the cheapest one to each level that there is."""
    for targets in _targets(rule, children, below):
        ways = [_first_at(curve, target) for curve, target in zip(below, targets, strict=True)]
        if None not in ways:
            reached = [way for way in ways if way is not None]
            levels = [way.level for way in reached]
            yield _joined(reached, _level_of(rule, children, levels))


def _level_of(rule: RollUp, children: Sequence[Child], levels: Sequence[Level]) -> Level:
    """What children at some levels are rolled up to."""
    weights, tops = [child.weight for child in children], [child.top for child in children]
    level = rule.limited(rule.combine(levels, weights, tops))
    cores = [value for child, value in zip(children, levels, strict=True) if child.core]
    if cores and rule.rule is RollUpRule.CAPPED_LOWER_MEDIAN:
        return min(level, min(cores) + (rule.above_lowest_core or 0))
    return level


def _targets(
    rule: RollUp, children: Sequence[Child], below: Sequence[Curve]
) -> Iterator[Sequence[Level]]:
    """The levels that the children have to reach for each level that the part could get."""
    at = [curve[0].level if curve else 0 for curve in below]
    if rule.rule is RollUpRule.LADDER:
        yield from _rungs(rule, children, below, at)
        return
    for target in sorted({way.level for curve in below for way in curve}):
        floors = list(at)
        if rule.rule is RollUpRule.CAPPED_LOWER_MEDIAN:
            core = target - (rule.above_lowest_core or 0)
            floors = [
                max(level, core) if child.core else level
                for child, level in zip(children, at, strict=True)
            ]
        yield _raised(rule, below, floors, target)


def _rungs(
    rule: RollUp, children: Sequence[Child], below: Sequence[Curve], at: Sequence[Level]
) -> Iterator[Sequence[Level]]:
    """A ladder passed up to each of its rungs, which stops it at each of its own levels."""
    passed = [child.top if rule.passed_at is None else rule.passed_at for child in children]
    for rung, curve in enumerate(below):
        stops = [passed[rung]] if rule.passed_at is not None else [way.level for way in curve]
        for stop in stops:
            yield [*map(max, passed[:rung], at[:rung]), max(stop, at[rung]), *at[rung + 1 :]]


def _raised(
    rule: RollUp, below: Sequence[Curve], floors: Sequence[Level], target: Level
) -> list[Level]:
    """What as many children as the rule needs have to reach: those that it costs least."""

    def cost(place: int) -> int:
        first, last = _first_at(below[place], floors[place]), _first_at(below[place], target)
        return FARTHEST + 1 if first is None or last is None else last.steps - first.steps

    n = len(below)
    needed = {RollUpRule.MINIMUM: n, RollUpRule.MAXIMUM: 1}.get(rule.rule, n - (n - 1) // 2)
    cheapest = sorted(range(n), key=cost)[:needed]
    return [
        max(floor, target) if place in cheapest else floor for place, floor in enumerate(floors)
    ]


def _first_at(curve: Curve, level: Level) -> Way | None:
    """The cheapest way on a curve that reaches a level; None where none does."""
    return next((way for way in curve if way.level >= level), None)


def _joined(ways: Iterable[Way], level: Level) -> Way:
    """Ways together as one that reaches a level; of two moves of a question the farther one."""
    moves: dict[str, Move] = {}
    gates: dict[str, None] = {}
    for way in ways:
        gates |= dict.fromkeys(way.gates)
        for question, move in way.moves.items():
            moves[question] = max(move, moves.get(question, move))
    return Way(level, moves, tuple(gates))


def _curve(ways: Iterable[Way]) -> Curve:
    """Ways as a curve: those that reach higher than every one that takes as few steps."""
    rising: list[Way] = []
    for way in sorted(ways, key=lambda way: (way.steps, -way.level)):
        if way.steps <= FARTHEST and (not rising or way.level > rising[-1].level):
            rising.append(way)
    return tuple(rising)
