"""The cheapest way out of a high risk: the fewest steps after which it is no longer high."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import comb
from typing import NamedTuple

from sdgassess.model.condition import SubjectKind, subjects
from sdgassess.model.question import Level
from sdgassess.model.rules import Pattern
from sdgassess.scoring.evaluation import Evaluation, with_level
from sdgassess.scoring.patterns import Risk, judge_pattern
from sdgassess.scoring.score import Score

_MOST_AT_ONCE = 3
"""More questions at once are no way out that a room could take."""

_MOST_WAYS = 300
"""More combinations are not tried: a risk that looks at so much has no short way out."""


class WaysOut(NamedTuple):
    """The cheapest ways out of a risk: the questions, and whether each of them is enough alone."""

    questions: frozenset[str]
    each_alone: bool


def ways_out(score: Score, targets: Mapping[str, Level]) -> dict[str, WaysOut]:
    """For each high risk the questions that lead out of it with the fewest steps.

    Args:
        score: the result.
        targets: the level that each question could be raised to; others stay where they are.

    Returns:
        Pattern to questions. Several are equally cheap, or are needed together. Patterns from
        which no few steps lead out are left out; of one that yields to a graver risk only what is
        part of that one counts, since it alone is spoken of.
    """
    patterns = {pattern.id: pattern for pattern in score.questionnaire.patterns}
    cheapest = {
        result.id: _cheapest(score, patterns[result.id], targets)
        for result in score.patterns
        if result.result is Risk.HIGH
    }
    for result in score.patterns:
        graver = score.graver(result)
        if result.id in cheapest and graver is not None:
            spoken_of = cheapest[graver.id].questions.union(graver.triggered)
            cheapest[result.id] = _within(cheapest[result.id], spoken_of)
    return {pattern: ways for pattern, ways in cheapest.items() if ways.questions}


def _within(ways: WaysOut, questions: frozenset[str]) -> WaysOut:
    """What is left of ways out among some questions; of several steps together all or nothing."""
    if ways.each_alone:
        return WaysOut(ways.questions & questions, each_alone=True)
    return ways if ways.questions <= questions else WaysOut(frozenset(), each_alone=False)


def _cheapest(score: Score, pattern: Pattern, targets: Mapping[str, Level]) -> WaysOut:
    """The questions of every way out by the fewest questions, and of these the fewest steps."""
    questions = [question for question in _looked_at(score, pattern) if question in targets]
    for number in range(1, _MOST_AT_ONCE + 1):
        if comb(len(questions), number) > _MOST_WAYS:
            break
        every_way = combinations(questions, number)
        ways = [way for way in every_way if _leads_out(score, pattern, way, targets)]
        if ways:
            costs = {way: _steps(score, way, targets) for way in ways}
            least = min(costs.values())
            return WaysOut(
                frozenset(q for way in ways if costs[way] == least for q in way), number == 1
            )
    return WaysOut(frozenset(), each_alone=False)


def _looked_at(score: Score, pattern: Pattern) -> list[str]:
    """The questions that decide whether a pattern is high, each once."""
    named = [trigger.question for trigger in pattern.triggers]
    conditions = [pattern.high, pattern.not_exposed] if pattern.not_exposed else [pattern.high]
    for condition in conditions:
        for subject in subjects(condition):
            if subject.kind is SubjectKind.QUESTION:
                named.append(subject.id)
            elif subject.kind is SubjectKind.FACTOR:
                named += [q.id for q in score.questionnaire.nodes[subject.id].all_questions()]
    return list(dict.fromkeys(named))


def _leads_out(
    score: Score, pattern: Pattern, way: Sequence[str], targets: Mapping[str, Level]
) -> bool:
    """Whether a pattern is no longer high once some questions are raised."""
    questions = dict(score.questions)
    for question in way:
        questions[question] = with_level(questions[question], targets[question])
    evaluation = Evaluation(score.questionnaire, score.profile, questions, score.basis)
    quick = (
        frozenset(score.questionnaire.question_ids(quick=True)) if score.profile.quick else None
    )
    return judge_pattern(pattern, evaluation.look, quick).result is not Risk.HIGH


def _steps(score: Score, way: Sequence[str], targets: Mapping[str, Level]) -> int:
    """How many steps a way out takes."""
    return sum(
        score.questionnaire.questions[question].steps(level, targets[question])
        for question in way
        if (level := score.level(question)) is not None
    )
