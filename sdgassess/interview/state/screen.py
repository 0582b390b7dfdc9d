"""What is put before people: lines to show, a prompt to type behind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PromptKind(StrEnum):
    """What is typed at a prompt.

    A key or an answer; free words on one line; a comment, which may have several lines; yes and
    no; an answer that the others in the room must not see yet.
    """

    ANSWER = "answer"
    WORDS = "words"
    COMMENT = "comment"
    YES_NO = "yes-no"
    UNSEEN = "unseen"
    NOTHING = "nothing"


class Strong(str):
    """A line to be set in heavy type where a terminal can; its words say the same without."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen, already wrapped.

    Attributes:
        lines: what to show first; empty where the question is still in sight and only the
            prompt is due.
        prompt: what stands before the typed line.
        kind: what is typed there.
        begun: what stands on the line already, to be corrected.
        clean: whether it is a page, which begins on a clean window.
    """

    lines: tuple[str, ...]
    prompt: str
    kind: PromptKind
    begun: str = ""
    clean: bool = False
