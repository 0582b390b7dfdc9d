"""Small multiples: a little chart for each factor, over the years, all on the same axis.

Years are the only thing that is ever joined by a line. Two years become one line a factor, from
the year before to this one (`dumbbells`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sdgassess.document.charts.small_multiples import Series, SmallMultiples
from sdgassess.document.palette import GRID, MUTED, STANDING
from sdgassess.language import Words
from sdgassess.media.charts import marks, pen
from sdgassess.media.charts.dumbbells import draw_dumbbells
from sdgassess.media.charts.legend import LegendEntry, entries_of, with_legend
from sdgassess.media.charts.lettering import fold, measure
from sdgassess.media.charts.marks import NO_NUMBER
from sdgassess.media.charts.pen import LEADING, SIZE, SMALL, WIDTH, Drawing, Letters, Spot
from sdgassess.numbers import written_number
from sdgassess.text import Exact, one_line

_LEAST_WIDTH = 11.5
_PLOT = SIZE * 5.2
_INSET = 2.2
_ABOVE = SIZE * 1.5
"""Room between a name and the highest level, for a number that stands there."""
_BELOW = SIZE * 2.5
"""Room for the years."""
_MARK = SIZE * 0.8
"""The size of the marks of years: a little smaller than those of other charts."""

Levels = Sequence[Exact | None]


class _Layout(NamedTuple):
    """How wide each little chart is, and what stands in all of them."""

    chart: SmallMultiples
    width: float
    words: Words

    @property
    def step(self) -> float:
        """From one year to the next."""
        return (self.width - SIZE * _INSET * 2) / max(len(self.chart.years) - 1, 1)

    def place(self, corner: Spot, year: int, level: Exact) -> Spot:
        """Where a level of a year stands."""
        left, right = corner[0] + SIZE * _INSET, corner[0] + self.width - SIZE * _INSET
        last = len(self.chart.years) - 1
        share = year / last if last else 0.5
        low = corner[1] + _PLOT + _ABOVE
        up = float(self.chart.scale.share(level)) * _PLOT
        return left + share * (right - left), low - up


def draw_small_multiples(chart: SmallMultiples, words: Words) -> Drawing:
    """Draw the little charts; two years become one dumbbell a factor."""
    if len(chart.years) == 2:
        return draw_dumbbells(chart, words)
    # As many side by side as have room for their years.
    need = max(_LEAST_WIDTH, 2.6 * len(chart.years) + 2 * _INSET - 2) * SIZE
    across = max(int(WIDTH / need), 1)
    layout = _Layout(chart, WIDTH / across, words)
    elements: list[str] = []
    bottom = 0.0
    for start in range(0, len(chart.series), across):
        band, bottom = _band(chart.series[start : start + across], bottom, layout)
        elements += band
    return with_legend(elements, bottom, _entries(chart, words))


def _band(series: Sequence[Series], top: float, layout: _Layout) -> tuple[list[str], float]:
    """The little charts that stand side by side, and where they end."""
    room = layout.width - SIZE
    names = [fold(one_line(factor.title), room, SIZE, bold=True) for factor in series]
    title = max(len(name) for name in names) * SIZE * LEADING
    elements = []
    for i, (factor, name) in enumerate(zip(series, names, strict=True)):
        corner = (i * layout.width, top + title)
        first = top + title - (len(name) - 0.5) * SIZE * LEADING
        elements.append(pen.lines((corner[0], first), name, Letters(SIZE, bold=True)))
        elements += [*_axis(corner, layout), *_path(factor.levels, corner, layout)]
    return elements, top + title + (_ABOVE + _PLOT + _BELOW)


def _axis(corner: Spot, layout: _Layout) -> list[str]:
    """The levels as thin lines, the ends of the scale as numbers, the years below."""
    scale = layout.chart.scale
    small = Letters(SIZE * SMALL, colour=MUTED)
    right = corner[0] + layout.width - SIZE
    elements = []
    for rung in scale.rungs:
        is_end = rung.value in {scale.lowest, scale.highest}
        y = layout.place(corner, 0, rung.value)[1]
        elements.append(
            pen.line((corner[0] + SIZE * 1.2, y), (right, y), GRID, 0.8 if is_end else 0.4)
        )
        if is_end:
            number = written_number(rung.value, layout.words)
            elements.append(pen.text((corner[0], y), number, small))
    below = layout.place(corner, 0, scale.lowest)[1] + SIZE * 1.25
    for i in _labelled_years(layout):
        x = layout.place(corner, i, scale.lowest)[0]
        year = one_line(layout.chart.years[i])
        elements.append(pen.text((x, below), year, small._replace(anchor="middle")))
    return elements


def _labelled_years(layout: _Layout) -> list[int]:
    """The years that are named below the axis: all where there is room, else the two ends."""
    years = layout.chart.years
    if len(years) < 2:
        return [0]
    widest = max(measure(one_line(year), SIZE * SMALL) for year in years)
    fits = widest + SIZE * 0.4 <= layout.step
    return list(range(len(years))) if fits else [0, len(years) - 1]


def _path(levels: Levels, corner: Spot, layout: _Layout) -> list[str]:
    """The levels: rings for the years before, a dot for the last, numbers, gaps left open."""
    scale = layout.chart.scale
    numbered = _numbered_years(levels, layout)
    elements = []
    for i, (level, following) in enumerate(pairwise(levels)):
        if level is not None and following is not None:
            start, end = layout.place(corner, i, level), layout.place(corner, i + 1, following)
            elements.append(pen.line(start, end, STANDING, SIZE * 0.17))
    for i, level in enumerate(levels):
        if level is None:
            elements.append(marks.cross(layout.place(corner, i, scale.lowest)))
            continue
        x, y = layout.place(corner, i, level)
        is_last = i == len(levels) - 1
        elements.append((marks.dot if is_last else marks.earlier_year)((x, y), _MARK))
        if i not in numbered:
            continue
        side = 1 if _is_valley(levels, i) and level != scale.lowest else -1
        letters = Letters(SIZE * SMALL, "middle", bold=is_last)
        number = written_number(level, layout.words)
        elements.append(pen.text((x, y + side * SIZE * 0.9), number, letters))
    return elements


def _numbered_years(levels: Levels, layout: _Layout) -> set[int]:
    """The years that show their number: all where there is room, else the first and the last."""
    years = [i for i, level in enumerate(levels) if level is not None]
    numbers = [written_number(level, layout.words) for level in levels if level is not None]
    widest = max((measure(number, SIZE) for number in numbers), default=0)
    return set(years) if widest + SIZE * 0.3 <= layout.step else {*years[:1], *years[-1:]}


def _is_valley(levels: Levels, year: int) -> bool:
    """Whether a year lies lower than those beside it, so that its number goes below."""
    level = levels[year]
    if level is None:
        return False
    neighbours = [levels[i] for i in (year - 1, year + 1) if 0 <= i < len(levels)]
    return sum((n > level) - (n < level) for n in neighbours if n is not None) > 0


def _entries(chart: SmallMultiples, words: Words) -> list[LegendEntry]:
    """The legend: the last year, those before, and what has no level."""
    latest = [factor.levels[-1] for factor in chart.series]
    earlier = [level for factor in chart.series for level in factor.levels[:-1]]
    return entries_of(
        [
            (
                any(level is not None for level in latest),
                lambda at: marks.dot(at, _MARK),
                one_line(chart.years[-1]),
            ),
            (
                any(level is not None for level in earlier),
                lambda at: marks.earlier_year(at, _MARK),
                words("the years before"),
            ),
            (None in (*latest, *earlier), marks.cross, words(NO_NUMBER)),
        ]
    )
