"""The colours of every chart, and the one ink that replaces them on a black and white printer.

Colours carry no meaning on their own: each mark differs in shape and filling too. The shades of a
heat map always hold their number, and a border, since neighbouring shades are close in luminance.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Ink(StrEnum):
    """Whether a chart is drawn in colours or in one ink."""

    COLOUR = "colour"
    MONO = "mono"


STANDING = "#0b4f8a"
"""Where a municipality stands: the filled marks."""

TARGET = "#9a3b00"
"""Where it wants to be next: the open diamonds."""

BEFORE = "#5b5b5b"
"""Last year, borders and small print."""

TEXT = "#1a1a1a"
"""Words, numbers and thick lines."""

GRID = "#b8b8b8"
"""Thin lines behind the marks; decoration only, nothing is read from them alone."""

PAPER = "#ffffff"
"""The ground, and the inside of open marks."""

SHADES = ("#ffffff", "#e3edf6", "#b9d3ea", "#7fb0d8", "#3478ae", "#0b4f8a")
"""The ground of heat map cells, from the lowest level of a scale to its highest."""


def on_shade(shade: int) -> str:
    """The colour of the number on a shade: dark on the four light ones, white on the dark ones."""
    return PAPER if shade >= 4 else TEXT


def in_ink(colour: str, ink: Ink) -> str:
    """A colour as it is printed: with one ink all but the paper and the grid is that ink."""
    if ink is Ink.COLOUR or colour in {PAPER, GRID}:
        return colour
    return TEXT


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, from 0 to 1 (WCAG 2.1)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.1)."""
    dark, light = sorted((luminance(colour), luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


def grey(colour: str) -> str:
    """The grey of the same luminance: what a black and white printer makes of a colour."""
    light = luminance(colour)
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(part * 255):02x}" + f"{round(part * 255):02x}" * 2


class Paper(NamedTuple):
    """The room for a chart; everything in it grows with the letters.

    Attributes:
        width: in points; 470 is the width of the text on A4.
        size: of the letters, in points; numbers in heads and keys are a little smaller.
        ink: colours, or one ink.
    """

    width: float = 470
    size: float = 9
    ink: Ink = Ink.COLOUR


A4 = Paper()
"""The text column of an A4 page, in colours."""
