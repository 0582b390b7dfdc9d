"""At a question: take a level, a voice or a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import (
    PUT_OFF,
    SET_NOT_APPLICABLE,
    SET_UNKNOWN,
    UNSURE,
    record,
)
from sdgassess.interview.moves.help import help_at_question, keys_at_question
from sdgassess.interview.moves.keys import press, refused
from sdgassess.interview.moves.last_years_evidence import carry
from sdgassess.interview.moves.not_taken import NOTHING_TO_CLEAR
from sdgassess.interview.moves.remarks import keep_comment, misplaced, named_first, remark
from sdgassess.interview.prompts.question.answer import (
    is_line_for,
    only_one,
    take_answer,
    take_option,
    take_own,
)
from sdgassess.interview.prompts.question.words_behind import take_with_words
from sdgassess.interview.prompts.table import turns
from sdgassess.interview.state.phases import (
    AtQuestion,
    KeepingWords,
    ReadingQuestion,
    SayingWhoKnows,
    SayingWhyNot,
)
from sdgassess.interview.state.record import with_state
from sdgassess.interview.state.route import is_settled
from sdgassess.interview.state.screen import Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.last_year import show_earlier
from sdgassess.interview.view.question import allowed, question_screen
from sdgassess.model.profile import State, Voice
from sdgassess.model.question import Question
from sdgassess.numbers import written_number
from sdgassess.typed.keys import (
    Key,
    Typed,
    answer_typed,
    parse,
)

LONG = 10
"""From this many characters on, what is typed at a question reads as words, not as a slip."""


def show(sitting: Sitting, phase: AtQuestion) -> Screen:
    """The screen of a question."""
    return question_screen(sitting, sitting.question(phase.id))


def take(sitting: Sitting, phase: AtQuestion | ReadingQuestion, line: str) -> Sitting:
    """Take a line typed at a question."""
    question, typed = sitting.question(phase.id), parse(line)
    chosen = answer_typed(typed.line, question) if question.by_id else None
    if chosen is not None:  # before the keys, for these letters are answers here
        return take_option(sitting, question, chosen)
    answered = (
        press(sitting, question, typed, _KEYS)
        or take_with_words(sitting, question, typed.line)
        or take_answer(sitting, question, typed.line)
        or _on_another(sitting, phase, line)
    )
    return answered or not_understood(sitting, question, typed.line)


def _on_another(
    sitting: Sitting, phase: AtQuestion | ReadingQuestion, line: str
) -> Sitting | None:
    """A line that begins with the id of a question, `POL3 2`, `POL3 c words`; else None.

    An answer is taken there, as if the question had been gone to; words leave the sitting here.
    """
    named, rest = named_first(sitting, line)
    if named is None:
        return None
    typed, refusal = parse(rest), misplaced(sitting, line)
    if refusal is not None:
        return refusal
    if typed.key is Key.ENTER:
        return navigation.go(sitting, named.id)
    if typed.key in (Key.COMMENT, Key.EVIDENCE) and typed.words:
        return remark(sitting, typed, named)
    if is_line_for(sitting, named, rest):
        return take(sitting.at(AtQuestion(named.id)), AtQuestion(named.id), rest)
    return None if named.id == phase.id else not_understood(sitting, named, line, rest)


def not_understood(
    sitting: Sitting, question: Question, line: str, words_of_it: str = ""
) -> Sitting:
    """Name a line that is no answer; sent once more, words become a comment.

    Where lines are not edited, words are offered as a comment at once.

    Args:
        sitting: at a question.
        question: the question that the line is about.
        line: what was typed.
        words_of_it: what of it could be a comment; nothing where all of it could.
    """
    comment = words_of_it or line
    if len(comment) < LONG and " " not in comment:
        answer = sitting.assessed.answers.get(question.id)
        return refused(sitting, line, allowed(sitting, question, answer))
    if sitting.setting.aloud:
        return sitting.at(KeepingWords(question.id, comment))
    if sitting.to_correct == line.strip():
        return keep_comment(sitting.staying(), question, comment)
    return refused(sitting, line).saying(
        sitting.setting.words(
            "Correct it on the line; Enter keeps it as a comment on {id} as it stands.",
            id=question.id,
        )
    )


def _enter(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    """Keep the answer and go forward; without one, put the question off."""
    if sitting.agenda:
        return _later(sitting, question, typed)
    if sitting.waits(AtQuestion(question.id)):
        return _later(sitting, question, typed)
    words = sitting.setting.words
    sitting = sitting.saying(words("{id}: the answer is kept.", id=question.id))
    return navigation.forward(sitting, AtQuestion(question.id))


def _later(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Put the question off; an answer that is taken away is named."""
    setting = sitting.setting
    before = sitting.assessed.answers.get(question.id)
    words = setting.words
    if sitting.agenda:
        return navigation.onward(sitting, AtQuestion(question.id))
    if only_one(sitting) is not None:
        return _pass(sitting, question)
    if before is not None and before.level is not None:
        sentence = words(
            "{id} is put off; its answer {level} is taken away (z brings it back).",
            id=question.id,
            level=written_number(before.level, words, 9),
        )
    elif AtQuestion(question.id) in sitting.revisited:
        sentence = words("{id} is left open.", id=question.id)
    else:
        sentence = words(PUT_OFF, id=question.id)
    answer = with_state(before, State.LATER, setting.plain(question.text))
    sitting = record(sitting.saying(sentence), question, answer)
    return navigation.onward(sitting, AtQuestion(question.id))


def _pass(sitting: Sitting, question: Question) -> Sitting:
    """The one who answers passes; what others said is not touched."""
    sentence = sitting.setting.words(PUT_OFF, id=question.id)
    put_off = replace(sitting, put_off=sitting.put_off | {question.id})
    return navigation.onward(put_off.saying(sentence), AtQuestion(question.id))


def _unknown(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Record that nobody here knows, then ask who would."""
    setting = sitting.setting
    voiced = _own_state(sitting, question, State.UNKNOWN)
    if voiced is not None:
        return voiced
    before = sitting.assessed.answers.get(question.id)
    answer = with_state(before, State.UNKNOWN, setting.plain(question.text))
    sitting = sitting.saying(setting.words(SET_UNKNOWN, id=question.id))
    return record(sitting, question, answer).at(SayingWhoKnows(question.id))


def _not_applicable(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Record that the question does not apply, then ask why."""
    setting = sitting.setting
    voiced = _own_state(sitting, question, State.NOT_APPLICABLE)
    if voiced is not None:
        return voiced
    before = sitting.assessed.answers.get(question.id)
    answer = with_state(before, State.NOT_APPLICABLE, setting.plain(question.text))
    sitting = sitting.saying(setting.words(SET_NOT_APPLICABLE, id=question.id))
    return record(sitting, question, answer).at(SayingWhyNot(question.id))


def _own_state(sitting: Sitting, question: Question, state: State) -> Sitting | None:
    """A state as the voice of the one who answers; None where the room does."""
    person = only_one(sitting)
    if person is None:
        return None
    return take_own(sitting, question, Voice(person.role, state=state, by=person.id))


def _unsure(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Mark the answer for a second look, or take the mark away."""
    words, answer = sitting.setting.words, sitting.assessed.answers.get(question.id)
    if answer is None or not is_settled(answer):
        return sitting.staying().saying(
            words("There is no answer to mark; f marks one as unsure.")
        )
    marked = replace(answer, unsure=not answer.unsure)
    sentence = words(UNSURE, id=question.id)
    if not marked.unsure:
        sentence = words("{id} is no longer marked as unsure.", id=question.id)
    return record(sitting.staying().saying(sentence), question, marked).staying()


def _remark(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    """Keep a comment or evidence given on the line, or ask for it."""
    return remark(sitting, typed, question)


def _reprinted(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """The question once more, with its keys in full."""
    return replace(sitting, in_full=True).at(AtQuestion(question.id))


def _clear(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """Take everything that was said to the question away; `z` brings it back."""
    words = sitting.setting.words
    if question.id not in sitting.assessed.answers:
        return sitting.staying().saying(words(NOTHING_TO_CLEAR))
    sentence = words(
        "{id} is cleared, with comment and evidence; z brings it back.", id=question.id
    )
    return record(sitting.saying(sentence), question, None).at(
        AtQuestion(question.id), fresh=False
    )


_KEYS: Mapping[Key, Callable[[Sitting, Question, Typed], Sitting]] = {
    Key.ENTER: _enter,
    Key.UNKNOWN: _unknown,
    Key.NOT_APPLICABLE: _not_applicable,
    Key.LATER: _later,
    Key.UNSURE: _unsure,
    Key.IN_TURN: lambda sitting, question, _: turns.start(sitting, question),
    Key.COMMENT: _remark,
    Key.EVIDENCE: _remark,
    Key.BACK: lambda sitting, question, _: navigation.back(sitting, AtQuestion(question.id)),
    Key.FORWARD: lambda sitting, question, _: navigation.forward(sitting, AtQuestion(question.id)),
    Key.REPRINT: _reprinted,
    Key.HELP: lambda sitting, question, _: help_at_question(sitting, question),
    Key.ALL_KEYS: lambda sitting, question, _: keys_at_question(sitting, question),
    Key.CLEAR: _clear,
    Key.LAST_YEAR: lambda sitting, question, _: show_earlier(sitting, question),
    Key.KEEP: lambda sitting, question, _: carry(sitting, question),
}
