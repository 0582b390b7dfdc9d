"""Small multiples: a little chart for each factor, over the years, all on the same axis.

Years are the only thing that is ever joined by a line. Two years become one line a factor, from
the year before to this one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts import marks
from sdgassess.report.charts.dumbbells import dumbbells
from sdgassess.report.charts.key import SMALL, Entry, key
from sdgassess.report.charts.letters import fold, measure
from sdgassess.report.charts.palette import BEFORE, GRID, NOW
from sdgassess.report.charts.paper import A4, Paper
from sdgassess.report.charts.pen import LEADING, Letters, Pen, Spot, picture, plain
from sdgassess.report.charts.scale import Scale, figure, said_scale
from sdgassess.report.charts.series import Series, said_series
from sdgassess.report.document import Chart

_LEAST_WIDTH = 11.5
_PLOT = 5.2
_INSET = 2.2


class _Sheet(NamedTuple):
    """One little chart's room, and with what it is drawn."""

    years: tuple[str, ...]
    scale: Scale
    cell: Spot
    title: float
    paper: Paper
    words: Words

    def place(self, corner: Spot, year: int, level: Level) -> Spot:
        """Where a level of a year stands."""
        size = self.paper.size
        left, right = corner[0] + size * _INSET, corner[0] + self.cell[0] - size * _INSET
        share = year / (len(self.years) - 1) if len(self.years) > 1 else 0.5
        low = corner[1] + self.title + size * (_PLOT + 0.9)
        return left + share * (right - left), low - float(self.scale.share(level)) * size * _PLOT


def small_multiples(
    series: Sequence[Series], years: Sequence[str], scale: Scale, words: Words, paper: Paper = A4
) -> Chart:
    """Draw the small multiples; two years become one dumbbell a factor.

    Args:
        series: the factors, in order; at least one, each with as many levels as there are years.
        years: the years, oldest first; at least one.
        scale: the scale of the factors.
        words: the language of fixed words.
        paper: for which room and ink.

    Returns:
        The chart; its alt text holds every level.
    """
    if len(years) == 2:
        return dumbbells(series, (years[0], years[1]), scale, words, paper)
    sheet = _sheet(series, years, scale, words, paper)
    pen, across = Pen(paper.ink), max(int(paper.width / sheet.cell[0] + 0.01), 1)
    drawn: list[str] = []
    for i, one in enumerate(series):
        corner = (i % across * sheet.cell[0], i // across * sheet.cell[1])
        drawn += _little(one, corner, sheet, pen)
    top = -(-len(series) // across) * sheet.cell[1] + paper.size * 0.2
    below = key(_entries(series, sheet, pen), top, pen, paper)
    alt = "\n".join([said_scale(scale, words), *(said_series(s, years, words) for s in series)])
    svg = picture(paper.width, top + below.height, [*drawn, *below.drawn])
    title = words("Levels over the years")
    return Chart(svg, title, alt, paper.width, top + below.height)


def _sheet(
    series: Sequence[Series], years: Sequence[str], scale: Scale, words: Words, paper: Paper
) -> _Sheet:
    """As many little charts side by side as have room, all as high as the longest name needs."""
    size = paper.size
    need = max(_LEAST_WIDTH, 2.6 * len(years) + 2 * _INSET - 2) * size
    across = max(int(paper.width / need), 1)
    width = paper.width / across
    names = [fold(plain(one.title), width - size, size, bold=True) for one in series]
    title = max(len(name) for name in names) * size * LEADING
    height = title + size * (_PLOT + 3.4)
    return _Sheet(tuple(years), scale, (width, height), title, paper, words)


def _little(series: Series, corner: Spot, sheet: _Sheet, pen: Pen) -> list[str]:
    """One factor: its name, the axis, its levels."""
    size = sheet.paper.size
    name = fold(plain(series.title), sheet.cell[0] - size, size, bold=True)
    first = corner[1] + sheet.title - (len(name) - 0.5) * size * LEADING
    drawn = [pen.lines((corner[0], first), name, Letters(size, bold=True))]
    return [*drawn, *_axis(corner, sheet, pen), *_path(series, corner, sheet, pen)]


def _axis(corner: Spot, sheet: _Sheet, pen: Pen) -> list[str]:
    """The levels as thin lines, the ends of the scale as numbers, the years below."""
    size, words = sheet.paper.size, sheet.words
    small = Letters(size * SMALL, colour=BEFORE)
    right = corner[0] + sheet.cell[0] - size
    drawn = []
    for rung in sheet.scale.rungs:
        end = rung.value in {sheet.scale.lowest, sheet.scale.highest}
        y = sheet.place(corner, 0, rung.value)[1]
        wide = 0.8 if end else 0.4
        drawn.append(pen.line((corner[0] + size * 1.2, y), (right, y), GRID, wide))
        if end:
            drawn.append(pen.text((corner[0], y), figure(rung.value, words), small))
    low = sheet.place(corner, 0, sheet.scale.lowest)[1] + size * 1.25
    for i in _labelled(sheet):
        x = sheet.place(corner, i, sheet.scale.lowest)[0]
        drawn.append(pen.text((x, low), plain(sheet.years[i]), small._replace(anchor="middle")))
    return drawn


def _labelled(sheet: _Sheet) -> list[int]:
    """The years that are named below the axis: all where there is room, else the two ends."""
    size, last = sheet.paper.size, len(sheet.years) - 1
    if last < 1:
        return [0]
    step = (sheet.cell[0] - size * _INSET * 2) / last
    widest = max(measure(plain(year), size * SMALL) for year in sheet.years)
    return list(range(last + 1)) if widest + size * 0.4 <= step else [0, last]


def _path(series: Series, corner: Spot, sheet: _Sheet, pen: Pen) -> list[str]:
    """The levels: rings for the years before, a dot for the last, numbers, gaps left open."""
    size, levels = sheet.paper.size, series.levels
    drawn = []
    for i, (here, there) in enumerate(pairwise(levels)):
        if here is not None and there is not None:
            start, end = sheet.place(corner, i, here), sheet.place(corner, i + 1, there)
            drawn.append(pen.line(start, end, NOW, size * 0.17))
    for i, level in enumerate(levels):
        if level is None:
            x, y = sheet.place(corner, i, sheet.scale.lowest)
            drawn.append(marks.cross(pen, (x, y), size))
            continue
        x, y = sheet.place(corner, i, level)
        last = i == len(levels) - 1
        drawn.append((marks.dot if last else marks.past)(pen, (x, y), size * 0.8))
        side = 1 if _valley(levels, i) and level != sheet.scale.lowest else -1
        letters = Letters(size * SMALL, "middle", bold=last)
        drawn.append(pen.text((x, y + side * size * 0.9), figure(level, sheet.words), letters))
    return drawn


def _valley(levels: Sequence[Level | None], at: int) -> bool:
    """Whether the line comes down to a year or leaves it upwards, so that its number goes below."""
    here = levels[at]
    beside = [levels[i] for i in (at - 1, at + 1) if 0 <= i < len(levels)]
    known = [level for level in beside if level is not None and here is not None]
    return (
        bool(known)
        and here is not None
        and sum(k > here for k in known) > sum(k < here for k in known)
    )


def _entries(series: Sequence[Series], sheet: _Sheet, pen: Pen) -> list[Entry]:
    """The key."""
    words, size = sheet.words, sheet.paper.size
    small = size * 0.8
    last = plain(sheet.years[-1])
    past = [level for one in series for level in one.levels[:-1] if level is not None]
    gaps = any(level is None for one in series for level in one.levels)
    shown = [
        (any(one.levels[-1] is not None for one in series), marks.dot, small, last),
        (bool(past), marks.past, small, words("the years before")),
        (gaps, marks.cross, size, words("no level, or not comparable")),
    ]
    return [
        Entry(marks.at_size(mark, pen, large), said) for here, mark, large, said in shown if here
    ]
