"""At a question: take a level or a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.interview import way
from sdgassess.interview.carrying import carry
from sdgassess.interview.commands import Key, Typed, option_typed, parse
from sdgassess.interview.comparing import change_due, show_earlier
from sdgassess.interview.grid import allowed, question_screen, value_label
from sdgassess.interview.help import help_at_question
from sdgassess.interview.leaving import leave
from sdgassess.interview.overview import overview
from sdgassess.interview.phases import (
    AtQuestion,
    KeepingWords,
    SayingWhoKnows,
    SayingWhyNot,
    ShowingEvidence,
    SkippingRest,
)
from sdgassess.interview.record import wants_evidence, with_level, with_state
from sdgassess.interview.remarks import record, remark
from sdgassess.interview.route import is_settled
from sdgassess.interview.screen import Screen
from sdgassess.interview.setting import echoed
from sdgassess.interview.sitting import Sitting
from sdgassess.model.profile import State
from sdgassess.model.question import Option, Question
from sdgassess.text import number, visible

LONG = 10
"""From this many characters on, what is typed at a question reads as words, not as a slip."""


def show(sitting: Sitting) -> Screen:
    """The screen of the question the sitting is at."""
    return question_screen(sitting, asked(sitting))


def take(sitting: Sitting, line: str) -> Sitting:
    """Take a line typed at a question."""
    question = asked(sitting)
    typed = parse(line)
    option = option_typed(typed.line, question.options)
    if option is not None:
        return take_level(sitting, question, option)
    if typed.key in _ACTIONS:
        return _ACTIONS[typed.key](sitting, question, typed)
    if len(typed.line) >= LONG or " " in typed.line:
        return sitting.at(KeepingWords(question.id, typed.line))
    return refused(sitting, question, typed.line)


def asked(sitting: Sitting) -> Question:
    """The question that the phase is about."""
    question = getattr(sitting.phase, "id", None)
    assert isinstance(question, str), "only phases about a question come here"
    return sitting.setting.questionnaire.questions[question]


def refused(sitting: Sitting, question: Question, line: str) -> Sitting:
    """Say what was typed and what can be typed; nothing changes, nothing is shown again."""
    setting = sitting.setting
    answer = sitting.assessed.answers.get(question.id)
    return (
        sitting.staying()
        .saying(setting.words("“{typed}” is not an answer here.", typed=echoed(line)))
        .allowing(allowed(setting, question, answer))
    )


def take_level(sitting: Sitting, question: Question, option: Option) -> Sitting:
    """Record a level, say it in words, and go on with what follows from it."""
    setting = sitting.setting
    means = setting.anchor(question, option)
    before = sitting.assessed.answers.get(question.id)
    answer = with_level(before, option.value, setting.plain(question.text), means)
    sitting = sitting.saying(visible(means).strip(), f"{question.id} = {value_label(option)}  ")
    return follow_on(record(sitting, question, answer), question)


def follow_on(sitting: Sitting, question: Question) -> Sitting:
    """What is due next for a question that was answered: each follow-up once, in this order.

    Where none is due any more, the next open question. Whatever ends a follow-up comes here.
    """
    for due in (change_due, _evidence_due, _rest_due):
        there = due(sitting, question)
        if there is not None:
            return there
    return way.onward(sitting, AtQuestion(question.id))


def _evidence_due(sitting: Sitting, question: Question) -> Sitting | None:
    """Asking what shows a high answer."""
    answer = sitting.assessed.answers.get(question.id)
    if answer is None or question.id in sitting.shown:
        return None
    if not wants_evidence(sitting.setting.questionnaire, question, answer):
        return None
    sitting = replace(sitting, shown=sitting.shown | {question.id})
    return sitting.at(ShowingEvidence(question.id))


def _rest_due(sitting: Sitting, question: Question) -> Sitting | None:
    """Offering to skip the rest of a part whose core questions are all at 0."""
    part = sitting.setting.questionnaire.factor_of[question.id]
    answer = sitting.assessed.answers.get(question.id)
    at_zero = answer is not None and answer.level == 0
    if not at_zero or part.id in sitting.offered or not skippable(sitting, part.id):
        return None
    sitting = replace(sitting, offered=sitting.offered | {part.id})
    return sitting.at(SkippingRest(question.id, part.id))


def skippable(sitting: Sitting, part: str) -> tuple[str, ...]:
    """The open questions of a part whose core questions are all at 0 (domain model §3.15)."""
    answers = sitting.assessed.answers
    asked_here = {stop.id for stop in sitting.stops if isinstance(stop, AtQuestion)}
    here = [
        one for one in sitting.setting.questionnaire.nodes[part].questions if one.id in asked_here
    ]
    core = [answers.get(one.id) for one in here if one.core]
    if not core or any(answer is None or answer.level != 0 for answer in core):
        return ()
    return tuple(one.id for one in here if not one.core and not is_settled(answers.get(one.id)))


def _enter(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    """Keep the answer and go forward; without one, put the question off."""
    answer = sitting.assessed.answers.get(question.id)
    if not is_settled(answer):
        return _later(sitting, question, typed)
    words = sitting.setting.words
    sitting = sitting.saying(words("{id}: the answer is kept.", id=question.id))
    return way.forward(sitting, AtQuestion(question.id))


def _later(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Put the question off; an answer that is taken away is named."""
    setting = sitting.setting
    before = sitting.assessed.answers.get(question.id)
    words = setting.words
    if before is not None and before.level is not None:
        said = words(
            "{id} is put off; its answer {level} is taken away (z brings it back).",
            id=question.id,
            level=number(before.level, 9),
        )
    else:
        said = words("{id} is put off and comes again at the end.", id=question.id)
    answer = with_state(before, State.LATER, setting.plain(question.text))
    sitting = record(sitting.saying(said), question, answer)
    return way.onward(sitting, AtQuestion(question.id))


def _unknown(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Record that nobody here knows, then ask who would."""
    setting = sitting.setting
    before = sitting.assessed.answers.get(question.id)
    answer = with_state(before, State.UNKNOWN, setting.plain(question.text))
    sitting = sitting.saying(setting.words("{id} = unknown.", id=question.id))
    return record(sitting, question, answer).at(SayingWhoKnows(question.id))


def _not_applicable(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Record that the question does not apply, then ask why."""
    setting = sitting.setting
    before = sitting.assessed.answers.get(question.id)
    answer = with_state(before, State.NOT_APPLICABLE, setting.plain(question.text))
    sitting = sitting.saying(setting.words("{id} = not applicable.", id=question.id))
    return record(sitting, question, answer).at(SayingWhyNot(question.id))


def _remark(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    """Keep a comment or evidence given on the line, or ask for it."""
    return remark(sitting, typed, question)


def _again(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """The question once more, with its keys in full."""
    return replace(sitting, in_full=True).at(AtQuestion(question.id))


def _clear(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Take everything that was said to the question away; `z` brings it back."""
    words = sitting.setting.words
    if question.id not in sitting.assessed.answers:
        return sitting.staying().saying(words("There is nothing to clear."))
    said = words("{id} is cleared, with comment and evidence; z brings it back.", id=question.id)
    return record(sitting.saying(said), question, None).at(AtQuestion(question.id), fresh=False)


_ACTIONS: Mapping[Key | None, Callable[[Sitting, Question, Typed], Sitting]] = {
    Key.ENTER: _enter,
    Key.UNKNOWN: _unknown,
    Key.NOT_APPLICABLE: _not_applicable,
    Key.LATER: _later,
    Key.COMMENT: _remark,
    Key.EVIDENCE: _remark,
    Key.BACK: lambda sitting, question, _: way.back(sitting, AtQuestion(question.id)),
    Key.FORWARD: lambda sitting, question, _: way.forward(sitting, AtQuestion(question.id)),
    Key.GO: lambda sitting, _, typed: way.go(sitting, typed.words),
    Key.OVERVIEW: lambda sitting, _, __: overview(sitting.staying()),
    Key.REPRINT: _again,
    Key.HELP: lambda sitting, question, _: help_at_question(sitting, question),
    Key.CLEAR: _clear,
    Key.UNDO: lambda sitting, _, __: sitting.undone(),
    Key.LAST_YEAR: lambda sitting, question, _: show_earlier(sitting, question),
    Key.KEEP: lambda sitting, question, _: carry(sitting, question),
    Key.QUIT: lambda sitting, _, __: leave(sitting),
}
