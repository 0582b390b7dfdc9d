"""One line of text and how it stands out; apart from the page, so that printing one is cheap."""

from __future__ import annotations

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
