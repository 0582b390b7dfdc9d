"""A line of text with a weight: what pages are made of."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Weight(StrEnum):
    """How a line stands out, where the terminal can show it."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    WARNING = "warning"


class Line(NamedTuple):
    """One line of visible text with a weight."""

    text: str
    weight: Weight = Weight.PLAIN
