"""An answer: recorded, and what follows from it, each follow-up once, then the way on."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.state.phases import AtQuestion, ShowingEvidence, SkippingRest
from sdgassess.interview.state.record import wants_evidence, with_answer, with_level
from sdgassess.interview.state.route import is_settled
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.last_year import change_due, level_now, with_was
from sdgassess.language import N_
from sdgassess.model.node import RollUpRule
from sdgassess.model.profile import Answer
from sdgassess.model.question import Option, Question
from sdgassess.text import visible

SET_UNKNOWN = N_("{id} = unknown.")
SET_NOT_APPLICABLE = N_("{id} = not applicable.")
PUT_OFF = N_("{id} is put off and comes again at the end.")
UNSURE = N_("{id} is marked as unsure.")
CLEARED = N_("{id} is cleared; z brings it back.")
VOICE_KEPT = N_("{id}: the voice is kept.")
NOTED = N_("Noted.")
"""What an answer became."""


def record(sitting: Sitting, question: Question, answer: Answer | None) -> Sitting:
    """The sitting with an answer kept, undoable, and last year's beside it where it is lower."""
    profile = with_answer(sitting.assessed, question.id, with_was(sitting, question, answer))
    return sitting.keeping(profile, AtQuestion(question.id))


def take_level(sitting: Sitting, question: Question, option: Option) -> Sitting:
    """Record what the room answers, say it in words, and see what follows from it."""
    setting = sitting.setting
    means = setting.anchor(question, option)
    before = sitting.assessed.answers.get(question.id)
    named = question.named(option)
    answer = with_level(before, option.value, setting.plain(question.text), means, named)
    label = question.label(option)
    sitting = sitting.saying(visible(means).strip(), f"{question.id} = {label}  ")
    return follow_on(record(sitting, question, answer), question)


def follow_on(sitting: Sitting, question: Question) -> Sitting:
    """What is due next for a question that was answered: each follow-up once, in this order.

    Where none is due any more, the next open question. Whatever ends a follow-up comes here.
    """
    for due in (change_due, _evidence_due, _rest_due):
        followed = due(sitting, question)
        if followed is not None:
            return followed
    return navigation.onward(sitting, AtQuestion(question.id))


def _evidence_due(sitting: Sitting, question: Question) -> Sitting | None:
    """Asking what shows a high answer."""
    if question.id in sitting.evidence_asked:
        return None
    if not wants_evidence(sitting.setting.questionnaire, question, sitting.assessed):
        return None
    sitting = replace(sitting, evidence_asked=sitting.evidence_asked | {question.id})
    return sitting.at(ShowingEvidence(question.id))


_SETTLED_BY_CORE = (RollUpRule.CAPPED_LOWER_MEDIAN, RollUpRule.MINIMUM)
"""The rules by which core questions at their lowest leave nothing to the others."""


def _rest_due(sitting: Sitting, question: Question) -> Sitting | None:
    """Offering to skip the rest of a part whose core questions are all at their lowest."""
    part = sitting.setting.questionnaire.factor_of[question.id]
    lowest = level_now(sitting, question) == question.lowest
    if not lowest or part.id in sitting.offered or not skippable(sitting, part.id):
        return None
    sitting = replace(sitting, offered=sitting.offered | {part.id})
    return sitting.at(SkippingRest(question.id, part.id))


def skippable(sitting: Sitting, part: str) -> tuple[str, ...]:
    """The open questions of a part whose core questions are all at their lowest.

    Only where these settle its level: of a mean or a sum every answer changes it.
    """
    answers = sitting.assessed.answers
    asked_ids = {stop.id for stop in sitting.stops if isinstance(stop, AtQuestion)}
    node = sitting.setting.questionnaire.nodes[part]
    questions = [question for question in node.questions if question.id in asked_ids]
    core = [question for question in questions if question.core]
    settling = node.roll_up is not None and node.roll_up.rule in _SETTLED_BY_CORE
    if not settling or not core:
        return ()
    if any(level_now(sitting, question) != question.lowest for question in core):
        return ()
    rest = (question.id for question in questions if not question.core)
    return tuple(identity for identity in rest if not is_settled(answers.get(identity)))
