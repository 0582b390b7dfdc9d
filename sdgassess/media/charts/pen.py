"""The pen that draws: lines, boxes, circles, shapes and words, as SVG elements on white paper.

Elements carry everything themselves: no ids, no styles, no scripts, nothing from outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from sdgassess.document.palette import MUTED, PAPER, TEXT

WIDTH = 470
"""How wide every chart is, in points: the text column of an A4 page."""

SIZE = 9
"""The letters of charts, in points; everything in a chart is measured by them."""

SMALL = 0.88
"""The letters of legends and remarks, as a share of the chart's."""

LEADING = 1.2
"""From one line of words to the next, as a share of the size of the letters."""

FAMILY = "'Source Sans 3', Arial, sans-serif"
"""The letters. Quoted, since a family that begins with a number would not be valid otherwise."""

_BASELINE = 0.34
"""How far below the middle of a line its letters stand, as a share of their size."""

Spot = tuple[float, float]
"""A place, or a width and a height, in points."""


class Stroke(NamedTuple):
    """How a shape is drawn: its filling, its outline, how wide and how broken that is."""

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


class Drawing(NamedTuple):
    """A finished picture: its elements, and how wide and how high it is in points."""

    elements: tuple[str, ...]
    width: float
    height: float

    @property
    def opening(self) -> str:
        """The opening tag, left open for what a page adds to it."""
        width, height = _coordinate(self.width), _coordinate(self.height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}"'
        )

    @property
    def inside(self) -> str:
        """What stands between the tags: white paper, and the elements on it."""
        size = f'width="{_coordinate(self.width)}" height="{_coordinate(self.height)}"'
        lines = [f'<rect {size} fill="{PAPER}"/>', *filter(None, self.elements)]
        return "\n" + "\n".join(lines) + "\n"

    @property
    def svg(self) -> str:
        """The picture as one `<svg>` element."""
        return f"{self.opening}>{self.inside}</svg>\n"


def line(start: Spot, end: Spot, colour: str, width: float, dash: str = "") -> str:
    """A straight line; `dash` says how long its strokes and gaps are."""
    (x1, y1), (x2, y2) = start, end
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{_coordinate(x1)}" y1="{_coordinate(y1)}"'
        f' x2="{_coordinate(x2)}" y2="{_coordinate(y2)}"'
        f' stroke="{colour}" stroke-width="{_coordinate(width)}"{dashed}/>'
    )


def box(corner: Spot, size: Spot, stroke: Stroke) -> str:
    """A rectangle from its upper left corner."""
    return f"<rect{_rectangle(corner, size)}{_painted(stroke)}/>"


def shade(corner: Spot, size: Spot, colour: str) -> str:
    """A cell on a shade, bordered, since neighbouring shades are close in luminance."""
    stroke = f' fill="{colour}" stroke="{MUTED}" stroke-width="0.7"'
    return f"<rect{_rectangle(corner, size)}{stroke}/>"


def circle(middle: Spot, radius: float, stroke: Stroke) -> str:
    """A circle."""
    x, y = (_coordinate(value) for value in middle)
    return f'<circle cx="{x}" cy="{y}" r="{_coordinate(radius)}"{_painted(stroke)}/>'


def shape(corners: Iterable[Spot], stroke: Stroke) -> str:
    """A closed shape through its corners."""
    points = " ".join(f"{_coordinate(x)},{_coordinate(y)}" for x, y in corners)
    return f'<polygon points="{points}"{_painted(stroke)}/>'


def text(at: Spot, words: str, letters: Letters) -> str:
    """One line of words; the place is the middle of the line's height."""
    x, y = at
    bold = ' font-weight="700"' if letters.bold else ""
    anchor = f' text-anchor="{letters.anchor}"' if letters.anchor != "start" else ""
    return (
        f'<text x="{_coordinate(x)}" y="{_coordinate(y + letters.size * _BASELINE)}"'
        f' font-family="{FAMILY}" font-size="{_coordinate(letters.size)}"{bold}{anchor}'
        f' fill="{letters.colour}">{escape(words, quote=False)}</text>'
    )


def lines(at: Spot, texts: Iterable[str], letters: Letters) -> str:
    """Several lines of words; the place is the middle of the first line's height."""
    x, y = at
    step = letters.size * LEADING
    return "\n".join(text((x, y + i * step), words, letters) for i, words in enumerate(texts))


def centred(at: Spot, texts: Sequence[str], letters: Letters) -> str:
    """Several lines of words; the place is the middle of all their height."""
    x, y = at
    return lines((x, y - (len(texts) - 1) * letters.size * LEADING / 2), texts, letters)


def _rectangle(corner: Spot, size: Spot) -> str:
    """The place and the extent of a rectangle."""
    (x, y), (width, height) = corner, size
    return (
        f' x="{_coordinate(x)}" y="{_coordinate(y)}"'
        f' width="{_coordinate(width)}" height="{_coordinate(height)}"'
    )


def _painted(stroke: Stroke) -> str:
    """The filling and the outline of a shape."""
    attributes = f' fill="{stroke.fill or "none"}"'
    if stroke.line:
        attributes += f' stroke="{stroke.line}" stroke-width="{_coordinate(stroke.width)}"'
    if stroke.dash:
        attributes += f' stroke-dasharray="{stroke.dash}"'
    return attributes


def _coordinate(value: float) -> str:
    """A coordinate, with at most two decimals."""
    digits = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if digits in {"-0", ""} else digits
