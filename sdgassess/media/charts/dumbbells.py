"""Two years as a line a factor: from where it stood to where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.document.charts.small_multiples import Series, SmallMultiples
from sdgassess.document.palette import GRID, STANDING
from sdgassess.language import Words
from sdgassess.media.charts import marks, pen
from sdgassess.media.charts.legend import LegendEntry, entries_of, with_legend
from sdgassess.media.charts.lettering import measure
from sdgassess.media.charts.marks import NO_NUMBER
from sdgassess.media.charts.pen import LEADING, SIZE, WIDTH, Drawing, Letters, Spot
from sdgassess.media.charts.plot import Plot, RowName, label_room
from sdgassess.numbers import written_number
from sdgassess.text import Exact, one_line

_NUMBERS = SIZE * 5.2
"""The least room for the two numbers."""

Pair = tuple[Exact | None, Exact | None]
"""A factor's level in the year before and in this one."""


def draw_dumbbells(chart: SmallMultiples, words: Words) -> Drawing:
    """Draw two years of every factor.

    Args:
        chart: the factors, with a year before and this one.
        words: the language of fixed words.
    """
    names = label_room(RowName(factor.title, factor.depth) for factor in chart.series)
    left = names + SIZE * 0.4
    numbers = _numbers_room(chart, words)
    plot = Plot(chart.scale, left, WIDTH - left - numbers)
    y = plot.head_height()
    elements = plot.head(words)
    for factor in chart.series:
        name = RowName(factor.title, factor.depth)
        lines = name.lines(names)
        height = max(len(lines) * LEADING + 0.6, 2) * SIZE
        middle = y + height / 2
        elements.append(pen.line((0, y), (WIDTH, y), GRID, 0.6))
        elements += plot.grid(y + 1, y + height - 1, words)
        elements.append(pen.centred((name.inset, middle), lines, Letters(SIZE)))
        elements += _bell(_pair(factor), middle, plot)
        elements += _numbers(_pair(factor), (plot.right + numbers / 2, middle), words)
        y += height
    elements.append(pen.line((0, y), (WIDTH, y), GRID, 0.6))
    return with_legend(elements, y + SIZE * 0.6, _entries(chart, words))


def _numbers_room(chart: SmallMultiples, words: Words) -> float:
    """How wide the two numbers of a line are with the arrow between them, at most."""
    written = (
        written_number(level, words)
        for factor in chart.series
        for level in factor.levels
        if level is not None
    )
    widest = max((measure(number, SIZE * 1.1, bold=True) for number in written), default=0)
    return max(_NUMBERS, 2 * (widest + SIZE))


def _pair(factor: Series) -> Pair:
    """The two levels of a factor."""
    before, latest = factor.levels
    return before, latest


def _bell(pair: Pair, y: float, plot: Plot) -> list[str]:
    """The line between two years, an open mark for the first and a dot for the second."""
    before, latest = pair
    elements = []
    if before is not None and latest is not None and before != latest:
        start, end = (plot.x(before), y), (plot.x(latest), y)
        elements.append(pen.line(start, end, STANDING, SIZE * 0.2))
    if latest is not None:
        elements.append(marks.dot((plot.x(latest), y)))
    if before is not None:
        mark = marks.same_as_before if before == latest else marks.earlier_year
        elements.append(mark((plot.x(before), y)))
    return elements


def _numbers(pair: Pair, at: Spot, words: Words) -> list[str]:
    """The two levels as numbers with an arrow between them; a line where one is missing."""
    x, y = at
    elements = [marks.arrow((x - SIZE * 0.55, y))]
    for level, side, bold in zip(pair, (-1, 1), (False, True), strict=True):
        if level is None:
            elements.append(marks.no_number((x + side * SIZE * 1.2, y)))
            continue
        number = written_number(level, words)
        middle = x + side * (SIZE * 0.8 + measure(number, SIZE * 1.1, bold=True) / 2)
        letters = Letters(SIZE * (1.1 if bold else 1), "middle", bold)
        elements.append(pen.text((middle, y), number, letters))
    return elements


def _entries(chart: SmallMultiples, words: Words) -> list[LegendEntry]:
    """The legend: both years, and what has no level."""
    pairs: Sequence[Pair] = [_pair(factor) for factor in chart.series]
    before, latest = (one_line(year) for year in chart.years)
    unmoved = any(pair[0] == pair[1] is not None for pair in pairs)
    gaps = any(level is None for pair in pairs for level in pair)
    return entries_of(
        [
            (any(pair[0] is not None for pair in pairs), marks.earlier_year, before),
            (any(pair[1] is not None for pair in pairs), marks.dot, latest),
            (unmoved, marks.unmoved, words("the same in both")),
            (gaps, marks.no_number, words(NO_NUMBER)),
        ]
    )
