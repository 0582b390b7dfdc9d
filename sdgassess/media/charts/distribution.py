"""The distribution of questions over levels: a bar a level, filled as far as it is backed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.charts.distribution import Distribution, LevelCount
from sdgassess.document.palette import MUTED, PAPER, STANDING
from sdgassess.language import Words
from sdgassess.media.charts import pen
from sdgassess.media.charts.legend import LegendEntry, with_legend
from sdgassess.media.charts.lettering import fold, measure
from sdgassess.media.charts.marks import DASH, Mark
from sdgassess.media.charts.pen import LEADING, SIZE, SMALL, WIDTH, Drawing, Letters, Spot, Stroke
from sdgassess.media.charts.plot import RowName, label_room
from sdgassess.text import one_line

_TALL = SIZE * 1.15
_BACKED = Stroke(STANDING, STANDING, SIZE * 0.12)
_ANSWERED = Stroke(PAPER, STANDING, SIZE * 0.12)
_WITHOUT_LEVEL = Stroke(PAPER, MUTED, 0.8, DASH)


class _Bar(NamedTuple):
    """A bar: its name, how many, how many of them are filled, whether they have a level."""

    name: str
    questions: int
    filled: int
    has_level: bool


def draw_distribution(chart: Distribution, words: Words) -> Drawing:
    """Draw how many questions stand at each level."""
    bars = _bars(chart, words)
    names = label_room(RowName(bar.name) for bar in bars)
    most = max([bar.questions for bar in bars] + [1])
    left = names + SIZE * 0.6
    room = WIDTH - left - SIZE * 0.8 - measure(str(most), SIZE, bold=True)
    elements, y = [], SIZE * 0.2
    for bar in bars:
        name = fold(bar.name, names, SIZE)
        height = max(len(name) * LEADING + 0.5, 1.8) * SIZE
        elements.append(pen.centred((0, y + height / 2), name, Letters(SIZE)))
        elements += _bar(bar, (left, y + height / 2), room / most)
        y += height
    return with_legend(elements, y + SIZE * 0.4, _entries(chart, bars, words))


def _bars(chart: Distribution, words: Words) -> list[_Bar]:
    """The levels and then what has none."""
    return [
        *(_Bar(c.rung.label(words), c.questions, _filled(c), True) for c in chart.levels),
        *(_Bar(one_line(c.word), c.questions, 0, False) for c in chart.states),
    ]


def _filled(count: LevelCount) -> int:
    """How much of a bar is filled: what is backed, or all of it where nothing has to be."""
    return count.questions if count.backed is None else count.backed


def _bar(bar: _Bar, at: Spot, unit: float) -> list[str]:
    """One bar with its number: filled as far as it is backed, dashed without a level."""
    x, y = at
    corner, width = (x, y - _TALL / 2), bar.questions * unit
    elements = []
    if bar.questions:
        stroke = _ANSWERED if bar.has_level else _WITHOUT_LEVEL
        elements.append(pen.box(corner, (width, _TALL), stroke))
    if bar.filled:
        elements.append(pen.box(corner, (bar.filled * unit, _TALL), _BACKED))
    number = pen.text((x + width + SIZE * 0.4, y), str(bar.questions), Letters(SIZE, bold=True))
    return [*elements, number]


def _entries(chart: Distribution, bars: Sequence[_Bar], words: Words) -> list[LegendEntry]:
    """The legend: the kinds of bars that occur."""
    answered_only = any(bar.has_level and bar.filled < bar.questions for bar in bars)
    without_level = any(bar.questions and not bar.has_level for bar in bars)
    has_backing = any(count.backed is not None for count in chart.levels)
    filled = words("answered and backed") if has_backing else words("answered")
    candidates = [
        (any(bar.filled for bar in bars), _BACKED, filled),
        (answered_only, _ANSWERED, words("answered only")),
        (without_level, _WITHOUT_LEVEL, words("without a level")),
    ]
    return [
        LegendEntry(_swatch(stroke), meaning, 1.8)
        for occurs, stroke, meaning in candidates
        if occurs
    ]


def _swatch(stroke: Stroke) -> Mark:
    """A little piece of a bar."""
    width, height = SIZE * 1.6, SIZE * SMALL
    return lambda at: pen.box((at[0] - width / 2, at[1] - height / 2), (width, height), stroke)
