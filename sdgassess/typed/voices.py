"""Voices as they are typed: several on one question in one line, who spoke by role, never by name.

`p3 x3 c2 l1,1,2` says one politician at 3, one executive at 3, one coordinator at 2 and three line
managers; `u` stands for unknown and `-` for not applicable. The letters are those of the
questionnaire's roles. How voices are combined is told in `sdgassess.scoring.backing`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sdgassess.model.profile import State, Voice
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Role
from sdgassess.typed.keys import answer_typed

LONGEST = 9
"""How long a part of a line of voices may be to be taken for one with a slip in it."""

_PART = re.compile(r"([^\W\d_])((?:[0-9.]+|[u?-])(?:,(?:[0-9.]+|[u?-]))*)", re.IGNORECASE)
_PART_BY_ID = re.compile(r"([^\W\d_]):([A-Za-z0-9_.?+-]+(?:,[A-Za-z0-9_.?+-]+)*)", re.IGNORECASE)
"""A role's letter, a colon, ids: `p:a`, `l:a+c,b` where several add up."""

_SPACE = re.compile(r"[\s;]+")
_BETWEEN = re.compile(r"[\s;]+|,(?=[^\W\d_][0-9])")
_STATES = {"u": State.UNKNOWN, "?": State.UNKNOWN, "-": State.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class TypedVoices:
    """What a line of voices says.

    Attributes:
        voices: one per value, without who spoke.
        strange: the parts that name no role, or no level of the question.
    """

    voices: tuple[Voice, ...]
    strange: tuple[str, ...] = ()


def voices_typed(line: str, question: Question, roles: Sequence[Role]) -> TypedVoices | None:
    """The voices in a line, or None where it has not the shape of any.

    Args:
        line: what was typed.
        question: whose levels can be given.
        roles: whose letters stand before them.
    """
    between, shape = (_SPACE, _PART_BY_ID) if question.by_id else (_BETWEEN, _PART)
    parts = [part for part in between.split(line.strip()) if part]
    shaped = [shape.fullmatch(part) for part in parts]
    if not parts or not all(shaped):
        return None
    by_letter = {role.letter.lower(): role.id for role in roles}
    voices: list[Voice] = []
    strange: list[str] = []
    for part, match in zip(parts, shaped, strict=True):
        assert match is not None, "every part has the shape"
        role = by_letter.get(match[1].lower())
        voiced = [voice_typed(role or "", value, question) for value in match[2].split(",")]
        if role is None or not all(voiced):
            strange.append(part)
        voices.extend(voice for voice in voiced if voice is not None)
    return TypedVoices(tuple(voices), tuple(strange))


def nearly_voices(line: str, question: Question, roles: Sequence[Role]) -> TypedVoices | None:
    """A line that was meant as voices and has a slip in it, with the slips; None for other words.

    At least one part is a voice, and all of them are as short as voices are.
    """
    parts = [part for part in re.split(r"[\s;]+", line.strip()) if part]
    read = {part: voices_typed(part, question, roles) for part in parts}
    good = [
        part
        for part, line_voices in read.items()
        if line_voices is not None and not line_voices.strange
    ]
    if not good or len(parts) < 2 or any(len(part) > LONGEST for part in parts):
        return None
    return TypedVoices((), tuple(part for part in parts if part not in good))


def voice_typed(role: str, value: str, question: Question, by: str | None = None) -> Voice | None:
    """One voice from one value, or None where the question has no such level."""
    value = value.strip().lower()
    answer = answer_typed(value, question)
    if answer is None and (state := _STATES.get(value.removeprefix(":"))) is not None:
        return Voice(role, state=state, by=by)
    if answer is None:
        return None
    return Voice(role, level=answer.value, by=by, options=question.named(answer))
