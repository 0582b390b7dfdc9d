"""Answers of one voice that cannot all be true: which they are, and what to ask.

What different roles see differently is a disagreement, and a unit's profile is neither; only what
one voice says is held against itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sdgassess.model.condition import (
    Comparand,
    Looker,
    Subject,
    SubjectKind,
    Unsettled,
    holding,
    judge,
    subjects,
)
from sdgassess.model.question import Level
from sdgassess.model.rules import Contradiction


class Statement(NamedTuple):
    """What one voice says of one question.

    Attributes:
        voice: the participant, by id; None where the room answered as one.
        question: the question.
        level: the level they see.
    """

    voice: str | None
    question: str
    level: Level


class Conflict(NamedTuple):
    """A contradiction between answers of one voice, and the answers that make it, in order."""

    contradiction: Contradiction
    questions: tuple[str, ...]


def conflicts(
    contradictions: Iterable[Contradiction],
    statements: Iterable[Statement],
    context: Mapping[str, Any],
) -> Iterator[Conflict]:
    """Each contradiction that some voice is in, once.

    Args:
        contradictions: what cannot be true together.
        statements: what was said, voice by voice.
        context: the answers to context questions, which are the whole room's.
    """
    pictures: dict[str | None, dict[str, Level]] = {None: {}}
    for statement in statements:
        pictures.setdefault(statement.voice, {})[statement.question] = statement.level
    for contradiction in contradictions:
        for picture in pictures.values():
            look = _looker(picture, context)
            if judge(contradiction.when, look):
                holds = holding(contradiction.when, look)
                named = dict.fromkeys(s.id for term in holds for s in subjects(term))
                yield Conflict(contradiction, tuple(named))
                break


def _looker(picture: Mapping[str, Level], context: Mapping[str, Any]) -> Looker:
    """What one voice's questions and the room's context stand at; unknown where it is silent."""

    def look(subject: Subject) -> Comparand | Unsettled:
        if subject.kind is SubjectKind.QUESTION:
            return picture.get(subject.id, Unsettled.UNKNOWN)
        value = context.get(subject.id)
        return value if isinstance(value, int) else Unsettled.UNKNOWN  # a count, or yes or no

    return look
