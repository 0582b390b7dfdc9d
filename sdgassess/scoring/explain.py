"""Why a part stands where it does, and the cheapest steps that would raise it.

A step is one option on one question. Where a questionnaire says which targets are worth having,
neither a factor nor a question is raised to less (model.md: Priorities). A factor whose rule
counts positions (lower median, with or without cap, minimum, ladder) goes to the next level worth
having; a mean, a sum and what lies above other parts goes up by the fewest steps
(`sdgassess.scoring.ascent`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sdgassess.model.condition import SubjectKind
from sdgassess.model.node import Node, RollUp, RollUpRule
from sdgassess.model.question import Level, Question
from sdgassess.scoring.ascent import fewest_steps
from sdgassess.scoring.evaluation import Evaluation, level_on, with_level
from sdgassess.scoring.score import Score, unanswered


class Raise(NamedTuple):
    """A set of steps that lifts a factor's load-bearing level to the next one worth having.

    Attributes:
        target: the level it reaches.
        moves: question to (from, to).
        steps: how many steps that is in all.
        gates: the gates that had to be opened on the way.
    """

    target: Level
    moves: Mapping[str, tuple[Level, Level]]
    steps: int
    gates: tuple[str, ...] = ()


def cheapest_raise(score: Score, part: str) -> Raise | None:
    """The fewest steps that lift a part to the next level worth having.

    Args:
        score: the result to start from.
        part: the part's id.

    Returns:
        The steps, checked by scoring again; None where the part has no level, is at the top, or
        is held by what is not known.
    """
    rule = score.questionnaire.nodes[part].roll_up
    adds = rule is not None and rule.rule in (RollUpRule.MEAN, RollUpRule.SUM)
    if part in score.factors and not adds:
        return _next_level(score, part)
    way = fewest_steps(score, part)
    if way is None:
        return None
    order = [question for question in score.questions if question in way.moves]
    moves = {question: (_at(score, question), way.moves[question].level) for question in order}
    return Raise(way.level, moves, way.steps, way.gates)


def _next_level(score: Score, factor: str) -> Raise | None:
    """The fewest steps to the next level of a factor whose rule counts positions."""
    node = score.questionnaire.nodes[factor]
    result = score.factors[factor]
    target = _next_value(score, node, result.level) if result.level is not None else None
    if target is None:
        return None
    wanted: dict[str, Level] = {}
    if not _want_level(score, node, target, wanted):
        return None
    gates = tuple(gate.id for gate in score.questionnaire.gates if gate.caps == factor)
    opened = tuple(gate for gate in gates if _want_gate(score, gate, target, wanted))
    if not wanted:
        return None
    if not _reaches(score, factor, target, wanted) and not _pass_open(score, node, target, wanted):
        return None
    moves = {q: (_at(score, q), to) for q, to in wanted.items()}
    steps = sum(score.questionnaire.questions[q].steps(a, b) for q, (a, b) in moves.items())
    order = [q for q in score.questions if q in moves]
    # No question is raised to less than what is worth having, so that the steps may carry farther.
    reached = levels_if(score, wanted)[factor]
    return Raise(
        target if reached is None else max(target, reached),
        {q: moves[q] for q in order},
        steps,
        opened,
    )


def _reaches(score: Score, factor: str, target: Level, wanted: Mapping[str, Level]) -> bool:
    """Whether a factor stands at a target, once some questions stand where it is wanted."""
    reached = levels_if(score, wanted)[factor]
    return reached is not None and reached >= target


def _pass_open(score: Score, node: Node, target: Level, wanted: dict[str, Level]) -> bool:
    """Raise more known answers, the nearest first, until open ones cannot hold the node down.

    An open question may stand at the bottom, so that more of the others must stand high enough.
    """
    further: list[tuple[int, Question, Level]] = []
    for question in node.questions:
        level = score.level(question.id)
        to = min((value for value in question.levels if value >= target), default=None)
        if level is not None and to is not None and wanted.get(question.id, level) < to:
            further.append((question.steps(level, to), question, to))
    for _, question, to in sorted(further, key=lambda step: step[0]):
        wanted[question.id] = to
        if _reaches(score, node.id, target, wanted):
            return True
    return False


def levels_if(score: Score, changes: Mapping[str, Level]) -> dict[str, Level | None]:
    """The load-bearing levels of the factors that some questions touch, if those stood elsewhere.

    Args:
        score: the result to start from.
        changes: question to the level it would have.

    Returns:
        The factors of those questions and the factors that their gates could cap.
    """
    questions = dict(score.questions)
    for question, level in changes.items():
        questions[question] = with_level(questions[question], level)
    evaluation = Evaluation(score.questionnaire, score.profile, questions, score.basis)
    touched = _touched(score, changes)
    return {key: evaluation.node(score.questionnaire.nodes[key]).level for key in touched}


def unknown_behind(score: Score, factor: str) -> tuple[str, ...]:
    """The open questions behind a factor: its own, then those of the gates that cap it."""
    questions = [*unanswered(score, factor)]
    for gate in score.questionnaire.gates:
        for subject in gate.lowest_of if gate.caps == factor else ():
            if subject.kind is SubjectKind.FACTOR and subject.id in score.scored:
                questions += unanswered(score, subject.id)
            elif subject.id in score.questions and score.level(subject.id) is None:
                questions.append(subject.id)
    return tuple(dict.fromkeys(questions))


def _touched(score: Score, changes: Mapping[str, Level]) -> list[str]:
    """The factors whose level the questions could change, in order."""
    questionnaire = score.questionnaire
    own = {questionnaire.factor_of[question].id for question in changes}
    for gate in questionnaire.gates:
        if any(subject.id in changes or subject.id in own for subject in gate.lowest_of):
            own.add(gate.caps)
    return [factor for factor in score.factors if factor in own]


def _at(score: Score, question: str) -> Level:
    """A question's level now; unknown ones stand at the bottom when steps are counted."""
    level = score.level(question)
    return score.questionnaire.questions[question].lowest if level is None else level


def _next_value(score: Score, node: Node, level: Level) -> Level | None:
    """The next value worth having on the scales of a node's questions; None at the top."""
    if node.roll_up and node.roll_up.rule is RollUpRule.LADDER:
        if node.roll_up.passed_at is None:
            return _next_stop(score, node, level)
        return level + 1 if level < len(node.questions) else None
    values = {value for question in node.questions for value in question.levels}
    lowest = _lowest_target(score)
    return min((value for value in values if value > level and value >= lowest), default=None)


def _next_stop(score: Score, node: Node, level: Level) -> Level | None:
    """Where a ladder by worth stops next, once the rungs that stop it now are passed."""
    rungs = [(q, known) for q in node.questions if (known := score.level(q.id)) is not None]
    passed = [known for _, known in rungs]
    tops = [question.highest for question, _ in rungs]
    for place, (question, _) in enumerate(rungs):
        passed[place] = question.highest
        assert node.roll_up is not None, "only scored nodes are climbed"
        stop = node.roll_up.combine(passed, [1] * len(rungs), tops)
        if stop > level:
            return stop
    return None


def _lowest_target(score: Score) -> Level:
    """No target lies below this."""
    rules = score.questionnaire.priorities
    return rules.lowest_target if rules is not None else 0


def _want_level(score: Score, node: Node, target: Level, wanted: dict[str, Level]) -> bool:
    """Note the fewest raises that bring a node to a target before gates; False if impossible."""
    rule = node.roll_up
    levels = {
        question.id: max(level, wanted.get(question.id, level))
        for question in node.questions
        if (level := level_on(score.questions.get(question.id), score.basis)) is not None
    }
    if rule is None or not levels:
        return False
    raised = _raised(rule, node, levels, target)
    lowest = _lowest_target(score)
    for question in node.questions:
        if question.id in raised and raised[question.id] > levels[question.id]:
            wanted[question.id] = _option_from(question, max(raised[question.id], lowest))
    return True


def _raised(
    rule: RollUp, node: Node, levels: Mapping[str, Level], target: Level
) -> dict[str, Level]:
    """Levels raised as little as the rule needs for a target."""
    questions = {question.id: question for question in node.questions}
    raised = dict(levels)
    if rule.rule is RollUpRule.LADDER:
        if rule.passed_at is None:
            return _climbing(rule, questions, levels, target)
        rung = list(levels)[: int(target)]
        raised.update(
            {q: max(raised[q], _option_from(questions[q], rule.passed_at)) for q in rung}
        )
        return raised
    if rule.rule is RollUpRule.CAPPED_LOWER_MEDIAN:
        floor = target - (rule.above_lowest_core or 0)
        for question in levels:
            if questions[question].core:
                raised[question] = max(raised[question], _option_from(questions[question], floor))
    needed = len(levels)
    if rule.rule is RollUpRule.MAXIMUM:
        needed = 1
    elif rule.rule is not RollUpRule.MINIMUM:
        needed = len(levels) - (len(levels) - 1) // 2
    nearest = sorted(levels, key=lambda question: -raised[question])
    for question in nearest[:needed]:
        raised[question] = max(raised[question], _option_from(questions[question], target))
    return raised


def _climbing(
    rule: RollUp, questions: Mapping[str, Question], levels: Mapping[str, Level], target: Level
) -> dict[str, Level]:
    """Rungs passed from the first one on, until a ladder by worth reaches a target."""
    raised = dict(levels)
    tops = [questions[question].highest for question in levels]
    for question in levels:
        if rule.combine(list(raised.values()), [1] * len(tops), tops) >= target:
            break
        raised[question] = questions[question].highest
    return raised


def _option_from(question: Question, level: Level) -> Level:
    """The lowest level at or above one that can be answered, else the highest there is."""
    at_or_above = [value for value in question.levels if value >= level]
    return min(at_or_above, default=question.highest)


def _want_gate(score: Score, gate_id: str, target: Level, wanted: dict[str, Level]) -> bool:
    """Note the raises that open a gate as far as a target; False where it is open already."""
    questionnaire = score.questionnaire
    gate = next(gate for gate in questionnaire.gates if gate.id == gate_id)
    floor = target - gate.plus
    opened = False
    for subject in gate.lowest_of:
        if subject.kind is SubjectKind.QUESTION:
            level = score.level(subject.id)
            if level is not None and max(level, wanted.get(subject.id, level)) < floor:
                worth = max(floor, _lowest_target(score))
                wanted[subject.id] = _option_from(questionnaire.questions[subject.id], worth)
                opened = True
        elif subject.id in score.factors:
            rolled = score.factors[subject.id].rolled
            if rolled.level is not None and rolled.interval[1] < floor:
                opened |= _want_level(score, questionnaire.nodes[subject.id], floor, wanted)
    return opened
