"""The key of a chart: each mark that occurs in it, drawn once, with what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sdgassess.document.palette import Paper
from sdgassess.report.charts.letters import fold, measure
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Pen,
    Spot,
)

SMALL = 0.88
"""The letters of keys and remarks, as a share of the chart's."""


class Entry(NamedTuple):
    """One mark and its words; `draw` puts the mark's middle where it is told.

    `room` is how wide the mark is, as a share of the size of the letters.
    """

    draw: Callable[[Spot], str]
    said: str
    room: float = 1.2


class Key(NamedTuple):
    """A drawn key and how high it is."""

    drawn: tuple[str, ...]
    height: float


def key(entries: Sequence[Entry], top: float, pen: Pen, paper: Paper) -> Key:
    """Draw a key across the width of the paper, in as many lines as it needs.

    Args:
        entries: the marks, in order; none makes no key.
        top: where it begins.
        pen: what it is drawn with.
        paper: how wide it may be and how large its letters are.
    """
    size = paper.size * SMALL
    drawn: list[str] = []
    x, y, deepest = 0.0, top + size, 1
    for entry in entries:
        mark = entry.room * paper.size
        said = fold(entry.said, paper.width - mark - size, size)
        width = mark + size * 0.4 + max(measure(line, size) for line in said)
        if x and x + width > paper.width:
            x, y, deepest = 0.0, y + deepest * size * LEADING + size * 0.5, 1
        drawn.append(entry.draw((x + mark / 2, y)))
        drawn.append(pen.lines((x + mark + size * 0.4, y), said, Letters(size)))
        x += width + size * 1.6
        deepest = max(deepest, len(said))
    if not entries:
        return Key((), 0)
    return Key(tuple(drawn), y + (deepest - 1) * size * LEADING + size - top)
