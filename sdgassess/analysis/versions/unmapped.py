"""What a newer version has no place for, kept as words of an answer that is kept for good.

A profile's `unmapped` holds answers and nothing else. A pick, a judgement, or an answer to an
unscored question that is gone is therefore written into the comment of the answer it belongs to,
as it stood in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import count, takewhile

from sdgassess.model.profile import (
    Answer,
    ContextAnswer,
    Judgement,
    Priority,
    QuestionnaireRef,
    State,
    StyleAnswer,
    UnmappedAnswer,
)
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import AxisKind, ContextKind


def with_answer(
    unmapped: Mapping[str, UnmappedAnswer], key: str, answer: Answer, ref: QuestionnaireRef
) -> dict[str, UnmappedAnswer]:
    """The kept answers with one more; what is kept already under its id is never touched."""
    new = UnmappedAnswer(answer, ref)
    for name in _names(key, ref):
        if name not in unmapped or unmapped[name] == new:
            break
    return {**unmapped, name: new}


def with_note(
    unmapped: Mapping[str, UnmappedAnswer], key: str, note: str, ref: QuestionnaireRef
) -> dict[str, UnmappedAnswer]:
    """The kept answers with a note on one of them; without an answer, one that was not asked."""
    present = list(takewhile(unmapped.__contains__, _names(key, ref)))
    fits = [name for name in present if unmapped[name].questionnaire == ref]
    if not fits:
        return with_answer(unmapped, key, Answer(state=State.NOT_ASKED, comment=note), ref)
    noted = unmapped[fits[-1]]
    comment = noted.answer.comment
    joined = note if not comment else comment.rstrip("\n") + "\n" + note
    answer = replace(noted.answer, comment=joined)
    return {**unmapped, fits[-1]: noted._replace(answer=answer)}


def _names(key: str, ref: QuestionnaireRef) -> Iterator[str]:
    """The names under which an answer may be kept, without end: `ID`, `ID-1.0`, `ID-1.0-2`."""
    yield from (key, f"{key}-{ref.version}")
    yield from (f"{key}-{ref.version}-{n}" for n in count(2))


def judgement_words(judgement: Judgement) -> str:
    """A judgement as a file says it."""
    can_start = None if judgement.can_start is None else str(judgement.can_start).lower()
    entries = {"stake": judgement.stake, "influence": judgement.influence, "can-start": can_start}
    return _line("judgement", entries)


def priority_words(pick: Priority) -> str:
    """A pick as a file says it."""
    entries = {
        "target": None if pick.target is None else level_words(pick.target),
        "who": pick.who,
        "by": pick.by,
        "first-move": pick.first_move,
    }
    return _line("priorities", entries)


def context_words(value: ContextAnswer) -> str:
    """An answer to an unscored question as a file says it."""
    return f"context: {str(value).lower()}"


def style_words(value: StyleAnswer) -> str:
    """An answer on an axis as a file says it."""
    if isinstance(value, Mapping):
        return _line("style", value)
    return f"style: {value}" if isinstance(value, str) else f"style: [{', '.join(value)}]"


def level_words(level: Level) -> str:
    """A level in digits."""
    return str(level.numerator) if level.denominator == 1 else str(level)


def _line(name: str, entries: Mapping[str, object]) -> str:
    """Some entries on one line, those that are there."""
    listed = ", ".join(f"{key}: {value}" for key, value in entries.items() if value is not None)
    return f"{name}: {{{listed}}}"


def context_fits(questionnaire: Questionnaire, key: str, value: ContextAnswer) -> bool:
    """Whether a questionnaire asks for this, and takes this for an answer."""
    question = next((each for each in questionnaire.context if each.id == key), None)
    if question is None or isinstance(value, State):
        return question is not None
    if isinstance(value, tuple):
        choices = {option.id or option.value for option in question.options}
        return question.kind is ContextKind.SEVERAL and set(value) <= choices
    if question.kind is ContextKind.SEVERAL:
        return False
    if question.kind is ContextKind.YES_NO or isinstance(value, bool):
        return question.kind is ContextKind.YES_NO and isinstance(value, bool)
    if question.kind is ContextKind.NUMBER:
        return value >= 0
    return any(option.value == Fraction(value) for option in question.options)


def style_fits(questionnaire: Questionnaire, key: str, value: StyleAnswer) -> bool:
    """Whether a questionnaire has this axis, with what was answered on it."""
    axis = next((each for each in questionnaire.style if each.id == key), None)
    if axis is None:
        return False
    if isinstance(value, Mapping):
        items = {item.id for item in axis.items}
        reach = [abs(step) <= axis.reach for step in value.values() if isinstance(step, int)]
        return axis.kind is AxisKind.POLES and value.keys() <= items and all(reach)
    options = {option.id for option in axis.options}
    if isinstance(value, str):
        return axis.kind is AxisKind.CHOICE and value in options
    return axis.kind is AxisKind.SEVERAL and set(value) <= options
