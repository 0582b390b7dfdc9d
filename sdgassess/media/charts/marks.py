"""The marks of all charts. No two of one chart share both their shape and their filling."""

from __future__ import annotations

from collections.abc import Callable

from sdgassess.document.palette import MUTED, PAPER, STANDING, TARGET, TEXT
from sdgassess.language import N_
from sdgassess.media.charts import pen
from sdgassess.media.charts.pen import SIZE, Spot, Stroke

NO_NUMBER = N_("no level, or not comparable")
"""What the ring without a number stands for."""


DASH = "2.5 2"
"""How the outline of what has no level is broken."""

Mark = Callable[[Spot], str]
"""A mark: drawn with its middle at a place."""


def dot(at: Spot, size: float = SIZE) -> str:
    """A filled circle: where it stands, as far as that is backed."""
    return pen.circle(at, size * 0.47, Stroke(STANDING, STANDING, size * 0.15))


def ring(at: Spot) -> str:
    """An open circle with a thick line: what was answered."""
    return pen.circle(at, SIZE * 0.47, Stroke(PAPER, STANDING, SIZE * 0.15))


def earlier_year(at: Spot, size: float = SIZE) -> str:
    """An open circle with a thinner line: a year before."""
    return pen.circle(at, size * 0.42, Stroke(PAPER, MUTED, size * 0.14))


def same_as_before(at: Spot) -> str:
    """A small open circle: the year before, in the middle of the dot of this one."""
    return pen.circle(at, SIZE * 0.2, Stroke(PAPER, MUTED, SIZE * 0.1))


def unmoved(at: Spot) -> str:
    """A filled circle with a small open one in it: the same in both years."""
    return f"{dot(at)}\n{same_as_before(at)}"


def diamond(at: Spot) -> str:
    """An open diamond: where to be next."""
    x, y = at
    half = SIZE * 0.52
    corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return pen.shape(corners, Stroke(PAPER, TARGET, SIZE * 0.17))


def square(at: Spot, *, filled: bool) -> str:
    """A small square: one question, filled where its level is backed."""
    half = SIZE * 0.22
    corner = (at[0] - half, at[1] - half)
    fill = STANDING if filled else PAPER
    return pen.box(corner, (half * 2, half * 2), Stroke(fill, STANDING, SIZE * 0.1))


def filled_square(at: Spot) -> str:
    """A question whose level is backed."""
    return square(at, filled=True)


def open_square(at: Spot) -> str:
    """A question whose level is answered and not backed."""
    return square(at, filled=False)


def crossed_square(at: Spot) -> str:
    """A small square crossed out: a question without a level."""
    x, y = at
    half = SIZE * 0.22
    stroke = Stroke(PAPER, MUTED, SIZE * 0.08)
    box = pen.box((x - half, y - half), (half * 2, half * 2), stroke)
    diagonal = pen.line((x - half, y + half), (x + half, y - half), MUTED, SIZE * 0.08)
    return f"{box}\n{diagonal}"


def open_box(start: Spot, end: Spot) -> str:
    """A dashed box over all levels that are still possible."""
    corner = (start[0] - SIZE * 0.8, start[1] - SIZE * 0.8)
    extent = (end[0] - start[0] + SIZE * 1.6, SIZE * 1.6)
    return pen.box(corner, extent, Stroke("", MUTED, 0.8, DASH))


def small_box(at: Spot) -> str:
    """The dashed box, as small as it stands in a legend."""
    extent = (SIZE * 1.2, SIZE * 0.9)
    corner = (at[0] - extent[0] / 2, at[1] - extent[1] / 2)
    return pen.box(corner, extent, Stroke("", MUTED, 0.8, DASH))


def dashes(start: Spot, end: Spot) -> str:
    """A dashed line: no level stands on it."""
    return pen.line(start, end, MUTED, 0.8, DASH)


def gate(before: Spot, after: Spot) -> str:
    """A thick post where a gate holds a factor, with a line back from where it stood before."""
    (x1, y), (x2, _) = before, after
    side = 1 if x1 >= x2 else -1
    x = x2 + side * SIZE * 0.85
    start = x1 - side * SIZE * 0.6
    bar = pen.line((x, y - SIZE * 0.75), (x, y + SIZE * 0.75), TEXT, SIZE * 0.3)
    if (start - x) * side <= SIZE * 0.3:
        return bar
    return f"{pen.line((start, y), (x, y), TEXT, SIZE * 0.12)}\n{bar}"


def post(at: Spot) -> str:
    """The post of a gate, as it stands in a legend."""
    x, y = at
    half = SIZE * 0.5
    bar = pen.line((x - half, y - half), (x - half, y + half), TEXT, SIZE * 0.3)
    return f"{bar}\n{pen.line((x - half, y), (x + half, y), TEXT, SIZE * 0.12)}"


def arrow(start: Spot) -> str:
    """An arrow to the right: from a number to what became of it."""
    x, y = start
    end, head = x + SIZE * 1.1, SIZE * 0.26
    tip = ((end, y), (end - head * 1.4, y - head), (end - head * 1.4, y + head))
    shaft = pen.line(start, (end - head, y), TEXT, SIZE * 0.1)
    return f"{shaft}\n{pen.shape(tip, Stroke(TEXT))}"


def up(at: Spot) -> str:
    """A filled triangle that stands on its side: higher."""
    x, y = at
    half = SIZE * 0.42
    corners = ((x - half, y + half * 0.8), (x + half, y + half * 0.8), (x, y - half * 0.8))
    return pen.shape(corners, Stroke(STANDING, STANDING, SIZE * 0.12))


def down(at: Spot) -> str:
    """An open triangle that stands on its tip: lower."""
    x, y = at
    half = SIZE * 0.42
    corners = ((x - half, y - half * 0.8), (x + half, y - half * 0.8), (x, y + half * 0.8))
    return pen.shape(corners, Stroke(PAPER, TARGET, SIZE * 0.14))


def short_line(at: Spot) -> str:
    """A short thick line: as before, or a voice that says not applicable."""
    x, y = at
    return pen.line((x - SIZE * 0.4, y), (x + SIZE * 0.4, y), TEXT, SIZE * 0.2)


def not_comparable(at: Spot) -> str:
    """A dotted line: not to be compared."""
    x, y = at
    return pen.line((x - SIZE * 0.45, y), (x + SIZE * 0.45, y), MUTED, SIZE * 0.16, "1.2 1.6")


def tick(at: Spot) -> str:
    """A tall thin bar: the level that was recorded."""
    x, y = at
    return pen.line((x, y - SIZE * 0.8), (x, y + SIZE * 0.8), TEXT, SIZE * 0.24)


def thick_line(at: Spot) -> str:
    """A thick line: voices that are far apart."""
    x, y = at
    return pen.line((x - SIZE * 0.6, y), (x + SIZE * 0.6, y), TEXT, SIZE * 0.28)


def no_number(at: Spot) -> str:
    """A short thin line: no number."""
    x, y = at
    return pen.line((x - SIZE * 0.35, y), (x + SIZE * 0.35, y), MUTED, SIZE * 0.12)


def empty_cell(at: Spot) -> str:
    """A dashed cell with a line in it, as it stands in a legend."""
    extent = (SIZE * 1.8, SIZE * 1.1)
    corner = (at[0] - extent[0] / 2, at[1] - extent[1] / 2)
    return f"{pen.box(corner, extent, Stroke(PAPER, MUTED, 0.7, DASH))}\n{no_number(at)}"


def cross(at: Spot) -> str:
    """A small cross: no level in that year."""
    x, y = at
    half = SIZE * 0.28
    falling = pen.line((x - half, y - half), (x + half, y + half), MUTED, SIZE * 0.13)
    rising = pen.line((x - half, y + half), (x + half, y - half), MUTED, SIZE * 0.13)
    return f"{falling}\n{rising}"


def reference(at: Spot) -> str:
    """An open square: a reference."""
    x, y = at
    half = SIZE * 0.3
    return pen.box((x - half, y - half), (half * 2, half * 2), Stroke(PAPER, TEXT, SIZE * 0.12))
