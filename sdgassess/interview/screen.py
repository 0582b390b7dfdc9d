"""What is put before people: lines to show, a prompt to type behind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is typed at a prompt: a key or an answer, free words, or yes and no."""

    ANSWER = "answer"
    WORDS = "words"
    YES_NO = "yes-no"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen, already wrapped.

    Attributes:
        lines: what to show first; empty where the question is still in sight and only the
            prompt is due.
        prompt: what stands before the typed line.
        kind: what is typed there.
    """

    lines: tuple[str, ...]
    prompt: str
    kind: Kind
