"""A row of answers from paper: `l2: 3 2 - ? 1 . 4`, in the order of the form."""

from __future__ import annotations

import re
from typing import NamedTuple

from sdgassess.model.profile import Voice
from sdgassess.model.question import Question
from sdgassess.typed.voices import voice_typed

BLANK = "."
"""What stands for a question that was left blank."""

_SAME_DASH = str.maketrans("–−", "--")
_ROW = re.compile(
    r"(?P<who>[^\W\d_][0-9]{0,4})(?:[ ](?P<unit>[^:]+))?\s*:(?P<values>.*)", re.DOTALL
)


class AnswerRow(NamedTuple):
    """What a row says, before anybody knows whose it is.

    Attributes:
        letter: the letter of a role.
        number: which of that role; None for the next free one.
        unit: where they work, where that is said.
        values: the answers, one for each question of the form.
    """

    letter: str
    number: int | None
    unit: str | None
    values: tuple[str, ...]


def row_typed(line: str) -> AnswerRow | None:
    """A row, or None where the line begins with nobody."""
    match = _ROW.fullmatch(line.strip())
    if match is None:
        return None
    who, values = match["who"], match["values"].translate(_SAME_DASH)
    unit = " ".join((match["unit"] or "").split()) or None
    number = int(who[1:]) if who[1:] else None
    return AnswerRow(who[0].lower(), number, unit, tuple(values.split()))


def row_voice(value: str, question: Question, role: str, by: str) -> Voice | None:
    """The voice that a value of a row stands for; None where the question has no such answer."""
    return voice_typed(role, value, question, by)
