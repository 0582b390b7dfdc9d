"""A line of text with a weight: what pages are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How a line stands out, where the terminal can show it."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of visible text with a weight."""

    text: str
    weight: Weight = Weight.PLAIN
