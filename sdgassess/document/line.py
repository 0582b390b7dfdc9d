"""One line of text and how it stands out; apart from screens, so that printing one is cheap."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Emphasis(StrEnum):
    """How a line stands out, where the terminal can show it."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    WARNING = "warning"


class Line(NamedTuple):
    """One line of visible text, and how it stands out."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN


def plain_text(lines: Iterable[Line]) -> str:
    """Lines as bare text."""
    return "".join(line.text + "\n" for line in lines)
