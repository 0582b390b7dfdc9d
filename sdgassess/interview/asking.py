"""At a question: take a level or a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.interview import way
from sdgassess.interview.commands import Key, Typed, evidence_typed, option_typed, parse
from sdgassess.interview.grid import allowed, question_screen, value_label
from sdgassess.interview.help import help_at_question
from sdgassess.interview.leaving import leave
from sdgassess.interview.overview import overview
from sdgassess.interview.phases import (
    AtQuestion,
    Commenting,
    KeepingWords,
    SayingWhoKnows,
    SayingWhyNot,
    ShowingEvidence,
    SkippingRest,
)
from sdgassess.interview.record import (
    answered,
    wants_evidence,
    with_comment,
    with_evidence,
    with_level,
    with_state,
)
from sdgassess.interview.route import is_settled
from sdgassess.interview.screen import Screen
from sdgassess.interview.setting import echoed
from sdgassess.interview.sitting import Sitting
from sdgassess.model.profile import Answer, State
from sdgassess.model.question import Option, Question
from sdgassess.text import number, visible

MOST_COMMENT = 90_000
"""How many bytes the comments of one question may take; a text in a file is limited."""

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
    if typed.key is not None:
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
    """Record a level, say it in words, ask once what shows it where that is wanted, go on."""
    setting = sitting.setting
    means = setting.anchor(question, option)
    before = sitting.assessed.answers.get(question.id)
    answer = with_level(before, option.value, setting.plain(question.text), means)
    sitting = sitting.saying(visible(means).strip(), f"{question.id} = {value_label(option)}  ")
    sitting = record(sitting, question, answer)
    if question.id not in sitting.shown and wants_evidence(
        setting.questionnaire, question, answer
    ):
        sitting = replace(sitting, shown=sitting.shown | {question.id})
        return sitting.at(ShowingEvidence(question.id, going_on=True))
    return go_on(sitting, question)


def record(sitting: Sitting, question: Question, answer: Answer | None) -> Sitting:
    """The sitting with an answer kept, undoable."""
    profile = answered(sitting.assessed, question.id, answer)
    return sitting.keeping(profile, AtQuestion(question.id))


def go_on(sitting: Sitting, question: Question) -> Sitting:
    """To the next open question; where a part's core questions are all 0, first offer to skip."""
    part = sitting.setting.questionnaire.factor_of[question.id]
    answer = sitting.assessed.answers.get(question.id)
    at_zero = answer is not None and answer.level == 0
    if at_zero and part.id not in sitting.offered and skippable(sitting, part.id):
        sitting = replace(sitting, offered=sitting.offered | {part.id})
        return sitting.at(SkippingRest(question.id, part.id))
    return way.onward(sitting, AtQuestion(question.id))


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


def _comment(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    """Keep a comment given on the line, or ask for it."""
    if typed.words:
        return keep_comment(sitting, question, typed.words)
    return sitting.at(Commenting(question.id))


def keep_comment(sitting: Sitting, question: Question, comment: str) -> Sitting:
    """Add a comment and come back to the question, whose screen is still in sight."""
    setting = sitting.setting
    before = sitting.assessed.answers.get(question.id)
    answer = with_comment(before, comment, setting.plain(question.text))
    if len((answer.comment or "").encode()) > MOST_COMMENT:
        said = setting.words("The comment of {id} is full; this was not added.", id=question.id)
        return sitting.at(AtQuestion(question.id), fresh=False).saying(said)
    sitting = sitting.saying(setting.words("The comment is kept with {id}.", id=question.id))
    return record(sitting, question, answer).at(AtQuestion(question.id), fresh=False)


def _evidence(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    """Keep evidence given on the line, or ask for it."""
    if typed.words and evidence_typed(typed.words):
        return keep_evidence(sitting, question, typed.words)
    return sitting.at(ShowingEvidence(question.id))


def keep_evidence(sitting: Sitting, question: Question, line: str) -> Sitting:
    """Add evidence and come back to the question, whose screen is still in sight."""
    setting = sitting.setting
    evidence = evidence_typed(line)
    assert evidence is not None, "only lines with a title come here"
    before = sitting.assessed.answers.get(question.id)
    answer = with_evidence(before, evidence, setting.plain(question.text))
    said = [kind_in_words(sitting, evidence.kind.value), echoed(evidence.title or "")]
    said += [evidence.date.isoformat()] if evidence.date else []
    sentence = setting.words(
        "Evidence kept with {id}: {what}.", id=question.id, what=", ".join(said)
    )
    sitting = record(sitting.saying(sentence), question, answer)
    return sitting.at(AtQuestion(question.id), fresh=False)


def kind_in_words(sitting: Sitting, kind: str) -> str:
    """A kind of evidence as people say it."""
    words = sitting.setting.words
    names = {"oral": words("oral"), "document": words("document")}
    return names.get(kind, words("document in use"))


def _clear(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Take everything that was said to the question away; `z` brings it back."""
    words = sitting.setting.words
    if question.id not in sitting.assessed.answers:
        return sitting.staying().saying(words("There is nothing to clear."))
    said = words("{id} is cleared, with comment and evidence; z brings it back.", id=question.id)
    return record(sitting.saying(said), question, None).at(AtQuestion(question.id), fresh=False)


_ACTIONS: Mapping[Key, Callable[[Sitting, Question, Typed], Sitting]] = {
    Key.ENTER: _enter,
    Key.UNKNOWN: _unknown,
    Key.NOT_APPLICABLE: _not_applicable,
    Key.LATER: _later,
    Key.COMMENT: _comment,
    Key.EVIDENCE: _evidence,
    Key.BACK: lambda sitting, question, _: way.back(sitting, AtQuestion(question.id)),
    Key.FORWARD: lambda sitting, question, _: way.forward(sitting, AtQuestion(question.id)),
    Key.GO: lambda sitting, _, typed: way.go(sitting, typed.words),
    Key.OVERVIEW: lambda sitting, _, __: overview(sitting.staying()),
    Key.REPRINT: lambda sitting, question, _: sitting.at(AtQuestion(question.id)),
    Key.HELP: lambda sitting, question, _: help_at_question(sitting, question),
    Key.CLEAR: _clear,
    Key.UNDO: lambda sitting, _, __: sitting.undone(),
    Key.QUIT: lambda sitting, _, __: leave(sitting),
}
