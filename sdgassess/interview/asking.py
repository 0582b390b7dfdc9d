"""What follows an answer: what shows it, whether the rest may be skipped, and the way on."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview import way
from sdgassess.interview.grid import value_label
from sdgassess.interview.phases import AtQuestion, ShowingEvidence, SkippingRest
from sdgassess.interview.record import wants_evidence, with_level
from sdgassess.interview.remarks import record
from sdgassess.interview.route import is_settled
from sdgassess.interview.sitting import Sitting
from sdgassess.model.question import Level, Option, Question
from sdgassess.scoring.backing import question_result
from sdgassess.text import visible


def asked(sitting: Sitting) -> Question:
    """The question that the phase is about."""
    question = getattr(sitting.phase, "id", None)
    assert isinstance(question, str), "only phases about a question come here"
    return sitting.setting.questionnaire.questions[question]


def take_level(sitting: Sitting, question: Question, option: Option) -> Sitting:
    """Record what the room answers, say it in words, and see what follows from it."""
    setting = sitting.setting
    means = setting.anchor(question, option)
    before = sitting.assessed.answers.get(question.id)
    answer = with_level(before, option.value, setting.plain(question.text), means)
    sitting = sitting.saying(visible(means).strip(), f"{question.id} = {value_label(option)}  ")
    return follow_on(record(sitting, question, answer), question)


def follow_on(sitting: Sitting, question: Question) -> Sitting:
    """The next thing that is due after an answer, each asked once; then the next open question.

    In this order: what shows it, where it stands higher than it carries without; whether the
    rest of its part may be skipped, where all core questions are at 0.
    """
    if question.id not in sitting.shown and wants_evidence(
        sitting.setting.questionnaire, question, sitting.assessed
    ):
        sitting = replace(sitting, shown=sitting.shown | {question.id})
        return sitting.at(ShowingEvidence(question.id))
    part = sitting.setting.questionnaire.factor_of[question.id]
    at_zero = level_of(sitting, question) == 0
    if at_zero and part.id not in sitting.offered and skippable(sitting, part.id):
        sitting = replace(sitting, offered=sitting.offered | {part.id})
        return sitting.at(SkippingRest(question.id, part.id))
    return way.onward(sitting, AtQuestion(question.id))


def level_of(sitting: Sitting, question: Question) -> Level | None:
    """Where a question stands: at what the room recorded, else at what its voices come to."""
    return question_result(sitting.setting.questionnaire, question, sitting.assessed).answered


def skippable(sitting: Sitting, part: str) -> tuple[str, ...]:
    """The open questions of a part whose core questions are all at 0 (domain model §3.15)."""
    answers = sitting.assessed.answers
    asked_here = {stop.id for stop in sitting.stops if isinstance(stop, AtQuestion)}
    here = [
        one for one in sitting.setting.questionnaire.nodes[part].questions if one.id in asked_here
    ]
    core = [one for one in here if one.core]
    if not core or any(level_of(sitting, one) != 0 for one in core):
        return ()
    return tuple(one.id for one in here if not one.core and not is_settled(answers.get(one.id)))
