"""The legend of a chart: each mark that occurs in it, drawn once, with what it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sdgassess.media.charts import pen
from sdgassess.media.charts.lettering import fold, measure
from sdgassess.media.charts.marks import Mark
from sdgassess.media.charts.pen import LEADING, SIZE, SMALL, WIDTH, Drawing, Letters


class LegendEntry(NamedTuple):
    """One mark and its words; `room` is how wide the mark is, as a share of the letters' size."""

    mark: Mark
    words: str
    room: float = 1.2


class Legend(NamedTuple):
    """A drawn legend and how high it is."""

    elements: tuple[str, ...]
    height: float


def entries_of(candidates: Iterable[tuple[bool, Mark, str]]) -> list[LegendEntry]:
    """The entries of those marks that occur, in order."""
    return [LegendEntry(mark, words) for occurs, mark, words in candidates if occurs]


def legend(entries: Sequence[LegendEntry], top: float, across: float = WIDTH) -> Legend:
    """Draw a legend across a chart, in as many lines as it needs; no entries make none."""
    letters = Letters(SIZE * SMALL)
    elements: list[str] = []
    x, y, deepest = 0.0, top + letters.size, 1
    for entry in entries:
        mark = entry.room * SIZE
        lines = fold(entry.words, across - mark - letters.size, letters.size)
        width = mark + letters.size * 0.4 + max(measure(line, letters.size) for line in lines)
        if x and x + width > across:
            x, y, deepest = 0.0, y + deepest * letters.size * LEADING + letters.size * 0.5, 1
        elements.append(entry.mark((x + mark / 2, y)))
        elements.append(pen.lines((x + mark + letters.size * 0.4, y), lines, letters))
        x += width + letters.size * 1.6
        deepest = max(deepest, len(lines))
    if not entries:
        return Legend((), 0)
    height = y + (deepest - 1) * letters.size * LEADING + letters.size - top
    return Legend(tuple(elements), height)


def with_legend(
    elements: Sequence[str], bottom: float, entries: Sequence[LegendEntry], across: float = WIDTH
) -> Drawing:
    """A chart that ends at its bottom, finished with a legend below it, so wide as it is."""
    below = legend(entries, bottom, across)
    return Drawing((*elements, *below.elements), across, bottom + below.height)
