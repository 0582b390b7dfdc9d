"""An answer with words behind it in the same line: kept together, and taken back together."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import (
    NOTED,
    PUT_OFF,
    SET_NOT_APPLICABLE,
    SET_UNKNOWN,
    UNSURE,
    record,
)
from sdgassess.interview.moves.remarks import keep_comment, keep_evidence, why_no_evidence
from sdgassess.interview.prompts.question.answer import (
    only_one,
    take_option,
    take_own,
    take_voices,
)
from sdgassess.interview.state.phases import AtQuestion
from sdgassess.interview.state.record import with_state
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Answer, State, Voice
from sdgassess.model.question import Option, Question
from sdgassess.phrases.questions import count_words
from sdgassess.text import cleaned
from sdgassess.typed.answers import AnswerLine, answer_line_typed
from sdgassess.typed.keys import evidence_typed
from sdgassess.typed.voices import TypedVoices


def take_with_words(sitting: Sitting, question: Question, line: str) -> Sitting | None:
    """Take an answer with something behind it; None for a bare one, and for other lines."""
    read = answer_line_typed(line, question, sitting.setting.questionnaire.roles)
    if read is None or read == AnswerLine(read.answer):
        return None
    begun = len(sitting.history)
    remarked = _with_remark(sitting, question, read)
    if (read.evidence or _comment(sitting, read)) and remarked.assessed == sitting.assessed:
        return remarked  # what stands behind was refused, so the answer waits for it
    return _answered(_marked(remarked, question, read), question, read).undone_as_one(begun)


def _with_remark(sitting: Sitting, question: Question, read: AnswerLine) -> Sitting:
    """The sitting with a comment or evidence kept, or with why it cannot be."""
    if read.evidence:
        evidence = evidence_typed(cleaned(read.evidence))
        if evidence is None:
            return sitting.staying().saying(why_no_evidence(sitting, read.evidence))
        return keep_evidence(sitting, question, evidence)
    comment = _comment(sitting, read)
    return keep_comment(sitting.staying(), question, comment) if comment else sitting


def _marked(sitting: Sitting, question: Question, read: AnswerLine) -> Sitting:
    """The sitting with a count and a doubt kept."""
    before = sitting.assessed.answers.get(question.id) or Answer()
    counted = replace(
        before, count=read.count or before.count, unsure=before.unsure or read.unsure
    )
    words = sitting.setting.words
    if counted != before:
        sitting = record(sitting, question, counted)
    if read.count is not None:
        count = read.count
        sitting = sitting.saying(count_words(count, words))
    if read.unsure:
        sitting = sitting.saying(words(UNSURE, id=question.id))
    return sitting


def _comment(sitting: Sitting, read: AnswerLine) -> str:
    """The words that are a comment: all but who would know, and why it does not apply."""
    if read.comment:
        return read.comment
    own_unknown = only_one(sitting) is not None and read.answer is State.UNKNOWN
    noted_apart = (State.UNKNOWN, State.NOT_APPLICABLE)
    return read.words if own_unknown or read.answer not in noted_apart else ""


def _answered(sitting: Sitting, question: Question, read: AnswerLine) -> Sitting:
    """The sitting with the answer taken, and what follows from it."""
    if isinstance(read.answer, Option):
        return take_option(sitting, question, read.answer)
    if isinstance(read.answer, TypedVoices):
        return take_voices(sitting, question, read.answer)
    return _in_state(sitting, question, read.answer, read.words)


def _in_state(sitting: Sitting, question: Question, state: State, why: str) -> Sitting:
    """The sitting with a state recorded, and who would know or why with it."""
    person, setting = only_one(sitting), sitting.setting
    if person is not None and state is not State.LATER:
        reason = why if state is State.NOT_APPLICABLE and why else None
        return take_own(
            sitting, question, Voice(person.role, state=state, by=person.id, reason=reason)
        )
    stop, words = AtQuestion(question.id), setting.words
    if person is not None:
        put_off = replace(sitting, put_off=sitting.put_off | {question.id})
        return navigation.onward(put_off, stop)
    before = sitting.assessed.answers.get(question.id)
    answer = with_state(before, state, setting.plain(question.text))
    sentences = {
        State.UNKNOWN: words(SET_UNKNOWN, id=question.id),
        State.NOT_APPLICABLE: words(SET_NOT_APPLICABLE, id=question.id),
        State.LATER: words(PUT_OFF, id=question.id),
    }
    if state is State.UNKNOWN:
        answer = replace(answer, who_knows=why or answer.who_knows)
    if state is State.NOT_APPLICABLE:
        answer = replace(answer, reason=why or answer.reason)
    sitting = record(sitting.saying(sentences[state]), question, answer)
    if why and state is not State.LATER:
        sitting = sitting.saying(words(NOTED))
    return navigation.onward(sitting, stop)
