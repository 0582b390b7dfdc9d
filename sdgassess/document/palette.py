"""The colours of every chart and of the cells of a heat map.

Colours carry no meaning on their own: each mark differs in shape and filling too. The shades of a
heat map always hold their number, and a border, since neighbouring shades are close in luminance.
"""

from __future__ import annotations

from fractions import Fraction

from sdgassess.text import Exact

STANDING = "#0b4f8a"
"""Where a municipality stands: the filled marks."""

TARGET = "#9a3b00"
"""Where it wants to be next: the open diamonds."""

MUTED = "#5b5b5b"
"""Earlier years, borders and small print."""

TEXT = "#1a1a1a"
"""Words, numbers and thick lines."""

GRID = "#b8b8b8"
"""Thin lines behind the marks; decoration only, nothing is read from them alone."""

PAPER = "#ffffff"
"""The ground, and the inside of open marks."""

SHADES = ("#ffffff", "#e3edf6", "#b9d3ea", "#7fb0d8", "#3478ae", "#0b4f8a")
"""The ground of heat map cells, from the lowest level of a scale to its highest."""


def shade_of(share: Exact) -> int:
    """The shade of a level by how far up its scale it stands, from 0 to 1; rounded half up."""
    return int(share * (len(SHADES) - 1) + Fraction(1, 2))


def on_shade(shade: int) -> str:
    """The colour of the number on a shade: dark on the four light ones, white on the dark ones."""
    return PAPER if shade >= 4 else TEXT
