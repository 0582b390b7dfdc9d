"""What a step needs first, and what to raise instead of it where that is missing.

A need stands on the levels that a step leads to, and names alternatives: one is enough. Whatever
is not known, not asked or does not apply counts as met, so that nobody is sent to what a room
could not answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdgassess.model.question import Level, Need
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.score import Score


def unmet_need(score: Score, question: str, target: Level) -> Need | None:
    """The first need of a step that is not met; None where the step can be taken.

    Args:
        score: where the questions stand.
        question: whose step.
        target: the level it leads to; the levels that are passed on the way count too.
    """
    level = score.level(question)
    for need in score.questionnaire.questions[question].first:
        on_the_way = any((level is None or level < to) and to <= target for to in need.to)
        if on_the_way and not is_met(score, need):
            return need
    return None


def is_met(score: Score, need: Need) -> bool:
    """Whether one of the alternatives stands, as far as is known."""
    return any(not any(_short(score, levels)) for levels in need.alternatives)


def instead(score: Score, need: Need) -> tuple[str, ...]:
    """What to raise instead: the questions that the need names for it, as equals.

    Of these only what is short of an alternative; where none of them is, what the alternative that
    lacks least is short of.
    """
    lacking = [tuple(_short(score, levels)) for levels in need.alternatives]
    short = {question for questions in lacking for question in questions}
    named = tuple(question for question in need.instead if question in short)
    if named:
        return named
    fewest = min((len(questions) for questions in lacking), default=0)
    least = (
        question for questions in lacking if len(questions) == fewest for question in questions
    )
    return tuple(dict.fromkeys(least))


def _short(score: Score, levels: Mapping[str, Level]) -> Iterator[str]:
    """The questions of an alternative that are known to stand too low."""
    for question, needed in levels.items():
        level = score.level(question)
        if level is not None and level < needed:
            yield question


def built_on(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """For each question the other core questions that build on it, by the model's own rules.

    These are the questions whose steps need it first, and those of a part that a gate caps by it,
    whatever the answers are.
    """
    core = [question for question in questionnaire.questions.values() if question.core]
    builders: dict[str, list[str]] = {}
    for question in core:
        for need in question.first:
            for first in need.instead:
                builders.setdefault(first, []).append(question.id)
    for gate in questionnaire.gates:
        capped = {question.id for question in questionnaire.nodes[gate.caps].all_questions()}
        for subject in gate.lowest_of:
            beside = [question.id for question in core if question.id in capped]
            builders.setdefault(subject.id, []).extend(beside)
    return {
        key: tuple(sorted(set(others) - {key}, key=list(questionnaire.questions).index))
        for key, others in builders.items()
        if set(others) - {key}
    }
