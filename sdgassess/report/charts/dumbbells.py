"""Two years as a line a factor: from where it stood to where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.document.blocks import Chart
from sdgassess.document.palette import A4, GRID, STANDING, TEXT, Paper
from sdgassess.language import Words
from sdgassess.report.charts import marks
from sdgassess.report.charts.key import Entry, key
from sdgassess.report.charts.letters import fold, measure
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Pen,
    Spot,
    picture,
    plain,
)
from sdgassess.report.charts.plot import Plot, label_room
from sdgassess.report.charts.scale import Scale, Series, figure, said_scale, said_series

_NUMBERS = 5.2


def dumbbells(
    series: Sequence[Series],
    years: tuple[str, str],
    scale: Scale,
    words: Words,
    paper: Paper = A4,
) -> Chart:
    """Draw two years of every factor.

    Args:
        series: the factors, in order; at least one, each with two levels.
        years: the year before and this one.
        scale: the scale of the factors.
        words: the language of fixed words.
        paper: for which room and ink.

    Returns:
        The chart; its alt text holds every level.
    """
    size, pen = paper.size, Pen(paper.ink)
    names = label_room([plain(one.title) for one in series], paper.width, size, bold=False)
    left = names + size * 0.4
    plot = Plot(scale, left, paper.width - left - size * _NUMBERS, size)
    y = plot.head_height()
    drawn = plot.head(0, pen, words)
    for one in series:
        name = fold(plain(one.title), names, size)
        height = max(len(name) * LEADING + 0.6, 2) * size
        first = y + height / 2 - (len(name) - 1) * size * LEADING / 2
        drawn.append(pen.line((0, y), (paper.width, y), GRID, 0.6))
        drawn += plot.grid(y + 1, y + height - 1, pen, words)
        drawn.append(pen.lines((0, first), name, Letters(size)))
        drawn += _bell(one, y + height / 2, plot, pen)
        drawn += _numbers(
            one, (plot.right + size * _NUMBERS / 2, y + height / 2), size, pen, words
        )
        y += height
    drawn.append(pen.line((0, y), (paper.width, y), GRID, 0.6))
    below = key(_entries(series, years, size, pen, words), y + size * 0.6, pen, paper)
    height = y + size * 0.6 + below.height
    alt = "\n".join([said_scale(scale, words), *(said_series(s, years, words) for s in series)])
    svg = picture(paper.width, height, [*drawn, *below.drawn])
    return Chart(svg, words("Levels over the years"), alt, paper.width, height)


def _bell(series: Series, y: float, plot: Plot, pen: Pen) -> list[str]:
    """The line between two years, an open mark for the first and a dot for the second."""
    before, now = series.levels
    drawn = []
    if before is not None and now is not None and before != now:
        drawn.append(pen.line((plot.x(before), y), (plot.x(now), y), STANDING, plot.size * 0.2))
    if now is not None:
        drawn.append(marks.dot(pen, (plot.x(now), y), plot.size))
    if before is not None:
        mark = marks.last_year if before == now else marks.past
        drawn.append(mark(pen, (plot.x(before), y), plot.size))
    return drawn


def _numbers(series: Series, at: Spot, size: float, pen: Pen, words: Words) -> list[str]:
    """The two levels as numbers with an arrow between them; a line where one is missing."""
    x, y = at
    drawn = [marks.arrow(pen, (x - size * 0.55, y), size * 1.1, size)]
    for level, side, bold in zip(series.levels, (-1, 1), (False, True), strict=True):
        if level is None:
            drawn.append(marks.nothing(pen, (x + side * size * 1.2, y), size))
            continue
        said = figure(level, words)
        middle = x + side * (size * 0.8 + measure(said, size * 1.1, bold=True) / 2)
        letters = Letters(size * (1.1 if bold else 1), "middle", bold, TEXT)
        drawn.append(pen.text((middle, y), said, letters))
    return drawn


def _entries(
    series: Sequence[Series], years: tuple[str, str], size: float, pen: Pen, words: Words
) -> list[Entry]:
    """The key: both years, and what has no level."""
    before, now = (plain(year) for year in years)
    equal = any(one.levels[0] == one.levels[1] is not None for one in series)
    gaps = any(level is None for one in series for level in one.levels)
    shown = [
        (any(one.levels[0] is not None for one in series), marks.past, before),
        (any(one.levels[1] is not None for one in series), marks.dot, now),
        (equal, marks.unmoved, words("the same in both")),
        (gaps, marks.nothing, words("no level, or not comparable")),
    ]
    return [Entry(marks.at_size(mark, pen, size), said) for here, mark, said in shown if here]
