"""The heat map: a row a factor, a shaded cell with a number a year, a mark for the trend."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.document.charts.heat_map import HeatMap, HeatRow
from sdgassess.document.palette import MUTED, PAPER, SHADES, on_shade, shade_of
from sdgassess.language import Words
from sdgassess.media.charts import marks, pen
from sdgassess.media.charts.legend import LegendEntry, with_legend
from sdgassess.media.charts.lettering import fold, longest_word
from sdgassess.media.charts.marks import NO_NUMBER
from sdgassess.media.charts.pen import LEADING, SIZE, SMALL, WIDTH, Drawing, Letters, Spot, Stroke
from sdgassess.media.charts.plot import RowName, label_room
from sdgassess.numbers import written_number
from sdgassess.text import Exact, one_line
from sdgassess.trend import Trend

_TREND_ROOM = 9.5
_GAP = SIZE * 0.2
_LEAST_HEAD = 0.75
"""How small a head may become, as a share of the size of the letters."""

_MARKS = {
    Trend.UP: marks.up,
    Trend.DOWN: marks.down,
    Trend.SAME: marks.short_line,
    Trend.NOT_COMPARABLE: marks.not_comparable,
}


class _Layout(NamedTuple):
    """Where the columns are.

    Attributes:
        chart: what is drawn in them.
        names: how wide the names are.
        cell: how wide each year is.
        trend: where the trends begin; None where there are none.
        words: the language of fixed words.
    """

    chart: HeatMap
    names: float
    cell: float
    trend: float | None
    words: Words

    @property
    def first(self) -> float:
        """Where the first year begins."""
        return self.names + SIZE * 0.4


def draw_heat_map(chart: HeatMap, words: Words) -> Drawing:
    """Draw a heat map."""
    layout = _layout(chart, words)
    y, elements = _head(layout)
    for row in chart.rows:
        name = RowName(row.title, row.depth).lines(layout.names)
        height = max(len(name) * LEADING + 0.5, 2.1) * SIZE
        elements += _row(row, y, height, layout)
        y += height
    return with_legend(elements, y + SIZE * 0.6, _entries(chart, words))


def _layout(chart: HeatMap, words: Words) -> _Layout:
    """The columns: names, a cell a year no wider than it needs, trends."""
    years = chart.heads.years
    has_trends = any(row.trend for row in chart.rows)
    right = WIDTH - SIZE * _TREND_ROOM if has_trends else WIDTH
    names = label_room(RowName(row.title, row.depth) for row in chart.rows)
    heads = [longest_word(one_line(year), SIZE, bold=True) for year in years]
    widest = max(SIZE * 6.5, max(heads) + SIZE)
    cell = min((right - names - SIZE * 0.4) / len(years), widest)
    trend = names + SIZE * 0.4 + cell * len(years) + SIZE * 0.6
    return _Layout(chart, names, cell, trend if has_trends else None, words)


def _head(layout: _Layout) -> tuple[float, list[str]]:
    """How high the heads of the columns are, and they themselves."""
    years = [one_line(year) for year in layout.chart.heads.years]
    longest = max(1.0, *(longest_word(year, SIZE, bold=True) for year in years))
    # A year is one word that should not be broken; a municipality's long name may be.
    small = SIZE * min(1, max((layout.cell - 1) / longest, _LEAST_HEAD))
    texts = [fold(year, layout.cell - 1, small, bold=True) for year in years]
    middle = layout.first + layout.cell / 2
    places = [
        (middle + i * layout.cell, Letters(small, "middle", bold=True)) for i in range(len(texts))
    ]
    if layout.trend is not None:
        room = WIDTH - layout.trend
        texts.append(fold(one_line(layout.chart.heads.trend), room, SIZE, bold=True))
        places.append((layout.trend, Letters(SIZE, bold=True)))
    deepest = max(len(lines) for lines in texts)
    elements = []
    for (x, letters), lines in zip(places, texts, strict=True):
        y = SIZE * (0.6 + (deepest - len(lines)) * LEADING)
        elements.append(pen.lines((x, y), lines, letters))
    return SIZE * (deepest * LEADING + 0.3), elements


def _row(row: HeatRow, top: float, height: float, layout: _Layout) -> list[str]:
    """One factor: its name, its cells, its trend."""
    name, y = RowName(row.title, row.depth), top + height / 2
    elements = [pen.centred((name.inset, y), name.lines(layout.names), Letters(SIZE))]
    for i, level in enumerate(row.levels):
        elements += _cell(level, (layout.first + i * layout.cell, top), height, layout)
    if layout.trend is not None and row.trend is not None:
        x = layout.trend + SIZE * 0.5
        small = Letters(SIZE * SMALL)
        lines = fold(row.trend.phrase(layout.words), SIZE * (_TREND_ROOM - 1.8), small.size)
        elements.append(_MARKS[row.trend]((x, y)))
        elements.append(pen.centred((x + SIZE * 0.8, y), lines, small))
    return elements


def _cell(level: Exact | None, corner: Spot, height: float, layout: _Layout) -> list[str]:
    """One level on its shade; a dashed cell with a line where there is none."""
    place = (corner[0] + _GAP / 2, corner[1] + _GAP / 2)
    extent = (layout.cell - _GAP, height - _GAP)
    middle = (corner[0] + layout.cell / 2, corner[1] + height / 2)
    if level is None:
        box = pen.box(place, extent, Stroke(PAPER, MUTED, 0.7, marks.DASH))
        return [box, marks.no_number(middle)]
    shade = shade_of(layout.chart.scale.share(level))
    letters = Letters(SIZE * 1.1, "middle", bold=True, colour=on_shade(shade))
    number = pen.text(middle, written_number(level, layout.words), letters)
    return [pen.shade(place, extent, SHADES[shade]), number]


def _entries(chart: HeatMap, words: Words) -> list[LegendEntry]:
    """The legend: what a cell without a number means; trends say what they are beside them."""
    if all(level is not None for row in chart.rows for level in row.levels):
        return []
    return [LegendEntry(marks.empty_cell, words(NO_NUMBER), 2)]
