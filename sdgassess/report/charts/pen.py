"""The pen that draws: lines, boxes, rings, dots, diamonds, arrows and words, as SVG elements.

Elements carry everything themselves: no ids, no styles, no scripts, nothing from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from sdgassess.document.palette import (
    BEFORE,
    PAPER,
    TEXT,
    Ink,
    grey,
    in_ink,
)
from sdgassess.text import one_line

FAMILY = "'Source Sans 3', Arial, sans-serif"
"""The letters. Quoted, since a family that begins with a number would not be valid otherwise."""

_NOT_XML = re.compile("[\ufffe\uffff]")
_BASELINE = 0.34
"""How far below the middle of a line its letters stand, as a share of their size."""


def plain(text: str) -> str:
    """Text from a file as it can stand in a picture: one line, nothing hidden."""
    return _NOT_XML.sub(lambda found: f"\\u{ord(found.group()):04x}", one_line(text))


def picture(width: float, height: float, elements: Iterable[str]) -> str:
    """The elements as one picture on white paper."""
    size = f'width="{_n(width)}" height="{_n(height)}"'
    ground = f'<rect {size} fill="{PAPER}"/>'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" {size}>'
    )
    return "\n".join([head, ground, *(element for element in elements if element), "</svg>\n"])


class Pen(NamedTuple):
    """A pen with one ink or several colours."""

    ink: Ink = Ink.COLOUR

    def line(self, start: Spot, end: Spot, colour: str, width: float, dash: str = "") -> str:
        """A straight line; `dash` says how long its strokes and gaps are."""
        (x1, y1), (x2, y2) = start, end
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        return (
            f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
            f' stroke="{in_ink(colour, self.ink)}" stroke-width="{_n(width)}"{dashed}/>'
        )

    def box(self, corner: Spot, size: Spot, look: Look) -> str:
        """A rectangle from its upper left corner."""
        (x, y), (width, height) = corner, size
        return (
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            f"{self._look(look)}/>"
        )

    def shade(self, corner: Spot, size: Spot, colour: str) -> str:
        """A cell on a shade; with one ink the shade stays as a grey, with its number in it."""
        (x, y), (width, height) = corner, size
        fill = colour if self.ink is Ink.COLOUR else grey(colour)
        return (
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            f' fill="{fill}" stroke="{in_ink(BEFORE, self.ink)}" stroke-width="0.7"/>'
        )

    def circle(self, middle: Spot, radius: float, look: Look) -> str:
        """A circle."""
        x, y = middle
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{self._look(look)}/>'

    def shape(self, corners: Iterable[Spot], look: Look) -> str:
        """A closed shape through its corners."""
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in corners)
        return f'<polygon points="{points}"{self._look(look)}/>'

    def text(self, at: Spot, said: str, letters: Letters) -> str:
        """One line of words; the place is the middle of the line's height."""
        x, y = at
        bold = ' font-weight="700"' if letters.bold else ""
        anchor = f' text-anchor="{letters.anchor}"' if letters.anchor != "start" else ""
        return (
            f'<text x="{_n(x)}" y="{_n(y + letters.size * _BASELINE)}"'
            f' font-family="{FAMILY}" font-size="{_n(letters.size)}"{bold}{anchor}'
            f' fill="{in_ink(letters.colour, self.ink)}">{escape(said, quote=False)}</text>'
        )

    def lines(self, at: Spot, said: Iterable[str], letters: Letters) -> str:
        """Several lines of words; the place is the middle of the first line's height."""
        x, y = at
        step = letters.size * LEADING
        return "\n".join(
            self.text((x, y + i * step), line, letters) for i, line in enumerate(said)
        )

    def _look(self, look: Look) -> str:
        """The filling and the outline of a shape."""
        fill = in_ink(look.fill, self.ink) if look.fill else "none"
        said = f' fill="{fill}"'
        if look.line:
            said += f' stroke="{in_ink(look.line, self.ink)}" stroke-width="{_n(look.width)}"'
        if look.dash:
            said += f' stroke-dasharray="{look.dash}"'
        return said


Spot = tuple[float, float]
"""A place, or a width and a height, in points."""

LEADING = 1.2
"""From one line of words to the next, as a share of the size of the letters."""


class Look(NamedTuple):
    """How a shape looks: its filling, its outline, how wide and how broken that is."""

    fill: str = ""
    line: str = ""
    width: float = 1
    dash: str = ""


class Letters(NamedTuple):
    """How words look: their size, their anchor (`start`, `middle`, `end`), weight and colour."""

    size: float
    anchor: str = "start"
    bold: bool = False
    colour: str = TEXT


def _n(value: float) -> str:
    """A coordinate, with at most two decimals."""
    said = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if said in {"-0", ""} else said
