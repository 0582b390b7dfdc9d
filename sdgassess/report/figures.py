"""How the rows of a figure are spread: over several figures where one would not fit a page.

A figure is never set smaller because it has many rows. It is cut where a part ends, so that what
belongs together stays together as far as it fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from sdgassess.document.blocks import Chart, Figure
from sdgassess.document.runs import plain_runs
from sdgassess.language import Words
from sdgassess.text import one_line

_HEIGHT = 520
"""How high the rows of a figure may be together, in points: three quarters of a page of A4."""

_LETTERS = 30
"""About how many letters of a name have room in a line."""


class RowPlace(NamedTuple):
    """A row of a figure: its name, how deep in the tree it stands, how many lanes it has more."""

    title: str
    depth: int
    lanes: int = 0

    @property
    def height(self) -> int:
        """About how high it is drawn, in points; rather too high."""
        return max(31, 11 * -(-len(self.title) // _LETTERS) + 7) + 13 * self.lanes


Row = TypeVar("Row")


def figures(charts: Sequence[Chart], words: Words, caption: str = "") -> Iterator[Figure]:
    """Charts as figures, where one goes on in the next: all but the first say what they continue.

    Args:
        charts: the pieces of one chart, in order.
        words: the language of the document.
        caption: how the chart is read; it stands below the first.
    """
    for n, chart in enumerate(charts, start=1):
        if n == 1:
            yield Figure(chart, plain_runs(caption))
            continue
        line = words(
            "{title}, continued: figure {n} of {all}.",
            title=one_line(chart.title),
            n=n,
            all=len(charts),
        )
        yield Figure(chart._replace(alt=f"{line} {chart.alt}"), plain_runs(line))


def spread(rows: Sequence[Row], places: Sequence[RowPlace]) -> list[tuple[Row, ...]]:
    """The rows of each figure, in order.

    Args:
        rows: all rows, upper parts before their own parts; none make no figure.
        places: what is known of the place of each.
    """
    if not rows:
        return []
    pieces = [tuple(piece) for piece in _pieces(range(len(rows)), places)]
    return [tuple(rows[place] for place in piece) for piece in pieces]


def _pieces(rows: range, places: Sequence[RowPlace]) -> Iterator[list[int]]:
    """Neighbouring rows that fit a figure together, cut at the shallowest place that helps."""
    if _height(rows, places) <= _HEIGHT:
        yield list(rows)
        return
    filled: list[int] = []
    for group in _groups(rows, places):
        if filled and _height([*filled, *group], places) > _HEIGHT:
            yield filled
            filled = []
        if _height(group, places) <= _HEIGHT or len(group) == 1:
            filled += group
            continue
        head, below = group[0], range(group[0] + 1, group[-1] + 1)
        first, *others = _pieces(below, places)
        yield [head, *first]
        yield from others
    if filled:
        yield filled


def _groups(rows: range, places: Sequence[RowPlace]) -> Iterator[range]:
    """Each of the uppermost rows with those below it."""
    top = min(places[row].depth for row in rows)
    starts = [row for row in rows if places[row].depth == top or row == rows[0]]
    for start, end in zip(starts, [*starts[1:], rows[-1] + 1], strict=True):
        yield range(start, end)


def _height(rows: Sequence[int], places: Sequence[RowPlace]) -> int:
    """How high some rows are together."""
    return sum(places[row].height for row in rows)
