"""Small multiples: a little chart for each factor, over the years, all on the same axis.

Years are the only thing that is ever joined by a line. Two years become one line a factor, from
the year before to this one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sdgassess.document.blocks import Chart
from sdgassess.document.palette import A4, BEFORE, GRID, STANDING, Paper
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts import marks
from sdgassess.report.charts.dumbbells import dumbbells
from sdgassess.report.charts.key import SMALL, Entry, key
from sdgassess.report.charts.letters import fold, measure
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Pen,
    Spot,
    picture,
    plain,
)
from sdgassess.report.charts.scale import Scale, Series, figure, said_scale, said_series

_LEAST_WIDTH = 11.5
_PLOT = 5.2
_INSET = 2.2
_ABOVE = 1.5
"""Room between a name and the highest level, for a number that stands there."""
_BELOW = 2.5
"""Room for the years."""


class _Sheet(NamedTuple):
    """How wide each little chart is, and with what it is drawn."""

    years: tuple[str, ...]
    scale: Scale
    width: float
    paper: Paper
    words: Words

    def place(self, corner: Spot, year: int, level: Level) -> Spot:
        """Where a level of a year stands."""
        size = self.paper.size
        left, right = corner[0] + size * _INSET, corner[0] + self.width - size * _INSET
        share = year / (len(self.years) - 1) if len(self.years) > 1 else 0.5
        low = corner[1] + size * (_PLOT + _ABOVE)
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
    sheet = _sheet(years, scale, words, paper)
    pen, across = Pen(paper.ink), max(int(paper.width / sheet.width + 0.01), 1)
    drawn: list[str] = []
    top = 0.0
    for start in range(0, len(series), across):
        more, top = _band(series[start : start + across], top, sheet, pen)
        drawn += more
    below = key(_entries(series, sheet, pen), top, pen, paper)
    alt = "\n".join([said_scale(scale, words), *(said_series(s, years, words) for s in series)])
    svg = picture(paper.width, top + below.height, [*drawn, *below.drawn])
    title = words("Levels over the years")
    return Chart(svg, title, alt, paper.width, top + below.height)


def _sheet(years: Sequence[str], scale: Scale, words: Words, paper: Paper) -> _Sheet:
    """As many little charts side by side as have room for their years."""
    need = max(_LEAST_WIDTH, 2.6 * len(years) + 2 * _INSET - 2) * paper.size
    across = max(int(paper.width / need), 1)
    return _Sheet(tuple(years), scale, paper.width / across, paper, words)


def _band(
    series: Sequence[Series], top: float, sheet: _Sheet, pen: Pen
) -> tuple[list[str], float]:
    """The little charts that stand side by side, and where they end."""
    size = sheet.paper.size
    room = sheet.width - size
    names = [fold(plain(one.title), room, size, bold=True) for one in series]
    title = max(len(name) for name in names) * size * LEADING
    drawn = []
    for i, (one, name) in enumerate(zip(series, names, strict=True)):
        corner = (i * sheet.width, top + title)
        first = top + title - (len(name) - 0.5) * size * LEADING
        drawn.append(pen.lines((corner[0], first), name, Letters(size, bold=True)))
        drawn += [*_axis(corner, sheet, pen), *_path(one, corner, sheet, pen)]
    return drawn, top + title + size * (_ABOVE + _PLOT + _BELOW)


def _axis(corner: Spot, sheet: _Sheet, pen: Pen) -> list[str]:
    """The levels as thin lines, the ends of the scale as numbers, the years below."""
    size, words = sheet.paper.size, sheet.words
    small = Letters(size * SMALL, colour=BEFORE)
    right = corner[0] + sheet.width - size
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
    step = (sheet.width - size * _INSET * 2) / last
    widest = max(measure(plain(year), size * SMALL) for year in sheet.years)
    return list(range(last + 1)) if widest + size * 0.4 <= step else [0, last]


def _path(series: Series, corner: Spot, sheet: _Sheet, pen: Pen) -> list[str]:
    """The levels: rings for the years before, a dot for the last, numbers, gaps left open."""
    size, levels = sheet.paper.size, series.levels
    numbered = _numbered(levels, sheet)
    drawn = []
    for i, (here, there) in enumerate(pairwise(levels)):
        if here is not None and there is not None:
            start, end = sheet.place(corner, i, here), sheet.place(corner, i + 1, there)
            drawn.append(pen.line(start, end, STANDING, size * 0.17))
    for i, level in enumerate(levels):
        if level is None:
            x, y = sheet.place(corner, i, sheet.scale.lowest)
            drawn.append(marks.cross(pen, (x, y), size))
            continue
        x, y = sheet.place(corner, i, level)
        last = i == len(levels) - 1
        drawn.append((marks.dot if last else marks.past)(pen, (x, y), size * 0.8))
        if i not in numbered:
            continue
        side = 1 if _valley(levels, i) and level != sheet.scale.lowest else -1
        letters = Letters(size * SMALL, "middle", bold=last)
        drawn.append(pen.text((x, y + side * size * 0.9), figure(level, sheet.words), letters))
    return drawn


def _numbered(levels: Sequence[Level | None], sheet: _Sheet) -> set[int]:
    """The years that show their number: all where there is room, else the first and the last."""
    size = sheet.paper.size
    known = [i for i, level in enumerate(levels) if level is not None]
    wide = max(
        (measure(figure(level, sheet.words), size) for level in levels if level is not None),
        default=0,
    )
    step = (sheet.width - size * _INSET * 2) / max(len(levels) - 1, 1)
    return set(known) if wide + size * 0.3 <= step else {*known[:1], *known[-1:]}


def _valley(levels: Sequence[Level | None], at: int) -> bool:
    """Whether a year lies lower than those beside it, so that its number goes below."""
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
