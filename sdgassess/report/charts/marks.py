"""The marks of all charts. No two of one chart share both their shape and their filling."""

from __future__ import annotations

from collections.abc import Callable

from sdgassess.document.palette import (
    BEFORE,
    PAPER,
    STANDING,
    TARGET,
    TEXT,
)
from sdgassess.report.charts.pen import Look, Pen, Spot

_DASH = "2.5 2"

Mark = Callable[[Pen, Spot, float], str]
"""A mark: drawn with a pen, its middle at a place, for letters of a size."""

Drawing = Callable[[Spot], str]
"""A mark that only needs to know its place."""


def dot(pen: Pen, at: Spot, size: float) -> str:
    """A filled circle: where it stands, as far as that is backed."""
    return pen.circle(at, size * 0.47, Look(STANDING, STANDING, size * 0.15))


def ring(pen: Pen, at: Spot, size: float) -> str:
    """An open circle with a thick line: what was answered."""
    return pen.circle(at, size * 0.47, Look(PAPER, STANDING, size * 0.15))


def last_year(pen: Pen, at: Spot, size: float) -> str:
    """A small open circle: the year before."""
    return pen.circle(at, size * 0.2, Look(PAPER, BEFORE, size * 0.1))


def diamond(pen: Pen, at: Spot, size: float) -> str:
    """An open diamond: where to be next."""
    x, y = at
    half = size * 0.52
    corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return pen.shape(corners, Look(PAPER, TARGET, size * 0.17))


def square(pen: Pen, at: Spot, size: float, *, filled: bool) -> str:
    """A small square: one question, filled where its level is backed."""
    half = size * 0.22
    corner = (at[0] - half, at[1] - half)
    fill = STANDING if filled else PAPER
    return pen.box(corner, (half * 2, half * 2), Look(fill, STANDING, size * 0.1))


def filled_square(pen: Pen, at: Spot, size: float) -> str:
    """A question whose level is backed."""
    return square(pen, at, size, filled=True)


def open_square(pen: Pen, at: Spot, size: float) -> str:
    """A question whose level is answered and not backed."""
    return square(pen, at, size, filled=False)


def missing(pen: Pen, at: Spot, size: float) -> str:
    """A small square crossed out: a question without a level."""
    x, y = at
    half = size * 0.22
    look = Look(PAPER, BEFORE, size * 0.08)
    box = pen.box((x - half, y - half), (half * 2, half * 2), look)
    cross = pen.line((x - half, y + half), (x + half, y - half), BEFORE, size * 0.08)
    return f"{box}\n{cross}"


def open_box(pen: Pen, left: Spot, right: Spot, size: float) -> str:
    """A dashed box over all levels that are still possible."""
    corner = (left[0] - size * 0.8, left[1] - size * 0.8)
    extent = (right[0] - left[0] + size * 1.6, size * 1.6)
    return pen.box(corner, extent, Look("", BEFORE, 0.8, _DASH))


def small_box(pen: Pen, at: Spot, size: float) -> str:
    """The dashed box, as small as it stands in a key."""
    extent = (size * 1.2, size * 0.9)
    corner = (at[0] - extent[0] / 2, at[1] - extent[1] / 2)
    return pen.box(corner, extent, Look("", BEFORE, 0.8, _DASH))


def post(pen: Pen, at: Spot, size: float) -> str:
    """The post of a gate, as it stands in a key."""
    x, y = at
    half = size * 0.5
    bar = pen.line((x - half, y - half), (x - half, y + half), TEXT, size * 0.3)
    return f"{bar}\n{pen.line((x - half, y), (x + half, y), TEXT, size * 0.12)}"


def dashes(pen: Pen, left: Spot, right: Spot) -> str:
    """A dashed line: nothing stands here."""
    return pen.line(left, right, BEFORE, 0.8, _DASH)


def gate(pen: Pen, before: Spot, after: Spot, size: float) -> str:
    """A thick post where a gate holds a factor, with a line back from where it stood before."""
    (x1, y), (x2, _) = before, after
    side = 1 if x1 >= x2 else -1
    post = x2 + side * size * 0.85
    start = x1 - side * size * 0.6
    bar = pen.line((post, y - size * 0.75), (post, y + size * 0.75), TEXT, size * 0.3)
    if (start - post) * side <= size * 0.3:
        return bar
    return f"{pen.line((start, y), (post, y), TEXT, size * 0.12)}\n{bar}"


def arrow(pen: Pen, start: Spot, length: float, size: float) -> str:
    """An arrow to the right: from a number to what became of it."""
    x, y = start
    head = size * 0.26
    tip = (
        (x + length, y),
        (x + length - head * 1.4, y - head),
        (x + length - head * 1.4, y + head),
    )
    shaft = pen.line(start, (x + length - head, y), TEXT, size * 0.1)
    return f"{shaft}\n{pen.shape(tip, Look(TEXT))}"


def up(pen: Pen, at: Spot, size: float) -> str:
    """A filled triangle that stands on its side: higher."""
    x, y = at
    half = size * 0.42
    corners = ((x - half, y + half * 0.8), (x + half, y + half * 0.8), (x, y - half * 0.8))
    return pen.shape(corners, Look(STANDING, STANDING, size * 0.12))


def down(pen: Pen, at: Spot, size: float) -> str:
    """An open triangle that stands on its tip: lower."""
    x, y = at
    half = size * 0.42
    corners = ((x - half, y - half * 0.8), (x + half, y - half * 0.8), (x, y + half * 0.8))
    return pen.shape(corners, Look(PAPER, TARGET, size * 0.14))


def same(pen: Pen, at: Spot, size: float) -> str:
    """A short thick line: as before."""
    x, y = at
    return pen.line((x - size * 0.4, y), (x + size * 0.4, y), TEXT, size * 0.2)


def apart(pen: Pen, at: Spot, size: float) -> str:
    """A dotted line: not to be compared."""
    x, y = at
    return pen.line((x - size * 0.45, y), (x + size * 0.45, y), BEFORE, size * 0.16, "1.2 1.6")


def tick(pen: Pen, at: Spot, size: float) -> str:
    """A tall thin bar: the level that was recorded."""
    x, y = at
    return pen.line((x, y - size * 0.8), (x, y + size * 0.8), TEXT, size * 0.24)


def thick(pen: Pen, at: Spot, size: float) -> str:
    """A thick line: voices that are far apart."""
    x, y = at
    return pen.line((x - size * 0.6, y), (x + size * 0.6, y), TEXT, size * 0.28)


def at_size(mark: Mark, pen: Pen, size: float) -> Drawing:
    """A mark that only needs to know where, as a key draws it."""
    return lambda at: mark(pen, at, size)


def nothing(pen: Pen, at: Spot, size: float) -> str:
    """A short thin line: no number."""
    x, y = at
    return pen.line((x - size * 0.35, y), (x + size * 0.35, y), BEFORE, size * 0.12)


def empty_cell(pen: Pen, at: Spot, size: float) -> str:
    """A dashed cell with a line in it, as it stands in a key."""
    extent = (size * 1.8, size * 1.1)
    corner = (at[0] - extent[0] / 2, at[1] - extent[1] / 2)
    return f"{pen.box(corner, extent, Look(PAPER, BEFORE, 0.7, _DASH))}\n{nothing(pen, at, size)}"


def past(pen: Pen, at: Spot, size: float) -> str:
    """An open circle with a thinner line: a year before."""
    return pen.circle(at, size * 0.42, Look(PAPER, BEFORE, size * 0.14))


def unmoved(pen: Pen, at: Spot, size: float) -> str:
    """A filled circle with a small open one in it: the same in both years."""
    return f"{dot(pen, at, size)}\n{last_year(pen, at, size)}"


def cross(pen: Pen, at: Spot, size: float) -> str:
    """A small cross: no level in that year."""
    x, y = at
    half = size * 0.28
    falling = pen.line((x - half, y - half), (x + half, y + half), BEFORE, size * 0.13)
    rising = pen.line((x - half, y + half), (x + half, y - half), BEFORE, size * 0.13)
    return f"{falling}\n{rising}"


def reference(pen: Pen, at: Spot, size: float) -> str:
    """An open square: a reference."""
    x, y = at
    half = size * 0.3
    return pen.box((x - half, y - half), (half * 2, half * 2), Look(PAPER, TEXT, size * 0.12))
