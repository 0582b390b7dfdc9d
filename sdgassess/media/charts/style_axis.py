"""A style axis: where a municipality stands between two ways that are both good ways.

The places of the axis stand side by side, each with the references that stand there. The items
below are answers on a line. All of it is drawn in one colour: no place is better than another
(model.md: Style).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.charts.style_axis import (
    EVERY_STYLE_NEEDS,
    Condition,
    StyleAxis,
    StyleItem,
    Zone,
)
from sdgassess.document.palette import GRID, MUTED, PAPER, STANDING, TEXT
from sdgassess.language import Words
from sdgassess.media.charts import marks, pen
from sdgassess.media.charts.legend import LegendEntry, entries_of, with_legend
from sdgassess.media.charts.lettering import fold, measure
from sdgassess.media.charts.pen import LEADING, SIZE, SMALL, WIDTH, Drawing, Letters, Spot, Stroke
from sdgassess.text import one_line

_POLE = WIDTH * 0.27
"""How wide each pole's words may be."""
_ENDS = (_POLE + SIZE * 1.6, WIDTH - _POLE - SIZE * 1.6)
"""Where the line of an item begins and ends."""


class _Part(NamedTuple):
    """A piece of the chart and where it ends."""

    elements: list[str]
    bottom: float


def draw_style_axis(chart: StyleAxis, words: Words) -> Drawing:
    """Draw a style axis; never as better or worse."""
    elements, y = _zones(chart.zones)
    for item in chart.items:
        part = _item(item, y + SIZE * 0.8)
        elements += part.elements
        y = part.bottom
    if chart.conditions:
        part = _conditions(chart.conditions, y + SIZE * 0.8, words)
        elements += part.elements
        y = part.bottom
    return with_legend(elements, y + SIZE * 0.4, _entries(chart, words))


def _zones(zones: Sequence[Zone]) -> _Part:
    """The places side by side on a line with two ends; those aside stand off it."""
    if not zones:
        return _Part([], 0)
    width = WIDTH / len(zones)
    room = width - SIZE * 2.4
    names = [fold(one_line(zone.title), room, SIZE, bold=zone.ours) for zone in zones]
    tall = SIZE * (max(len(name) for name in names) * LEADING + 1)
    elements, bottom = [], tall
    on_axis = sum(not zone.aside for zone in zones)
    if on_axis > 1:
        y = tall / 2 + 1
        elements.append(pen.line((0.5 * width, y), ((on_axis - 0.5) * width, y), TEXT, 1.2))
    for i, (zone, name) in enumerate(zip(zones, names, strict=True)):
        x = i * width + SIZE * 0.4
        elements += _zone(zone, name, (x, 1), (width - SIZE * 0.8, tall))
        references = _zone_references(zone, (x, tall + SIZE * 1.2), room)
        elements += references.elements
        bottom = max(bottom, references.bottom)
    return _Part(elements, bottom + 1)


def _zone(zone: Zone, name: Sequence[str], corner: Spot, extent: Spot) -> list[str]:
    """One place: a box with its name, thick and with a dot where the municipality stands."""
    colour, width = (STANDING, 0.25) if zone.ours else (MUTED, 0.09)
    stroke = Stroke(PAPER, colour, SIZE * width, marks.DASH if zone.aside else "")
    middle, y = corner[0] + extent[0] / 2, corner[1] + extent[1] / 2
    elements = [pen.box(corner, extent, stroke)]
    if zone.ours:
        widest = max(measure(line, SIZE, bold=True) for line in name)
        middle += SIZE * 0.6
        elements.append(marks.dot((middle - widest / 2 - SIZE * 0.8, y)))
    letters = Letters(SIZE, "middle", bold=zone.ours)
    return [*elements, pen.centred((middle, y), name, letters)]


def _zone_references(zone: Zone, at: Spot, room: float) -> _Part:
    """The references of a place, one below the other."""
    x, y = at
    small = Letters(SIZE * SMALL)
    elements: list[str] = []
    for reference in zone.references:
        name = fold(one_line(reference), room, small.size)
        elements.append(marks.reference((x + SIZE * 0.4, y)))
        elements.append(pen.lines((x + SIZE * 1.1, y), name, small))
        y += len(name) * small.size * LEADING + SIZE * 0.15
    return _Part(elements, y - SIZE * 0.6 if zone.references else 0)


def _item(item: StyleItem, top: float) -> _Part:
    """One item: what was asked, its poles, our answer between them."""
    small = SIZE * SMALL
    text = fold(one_line(item.text), WIDTH, SIZE, bold=True)
    elements = [pen.lines((0, top + SIZE * 0.6), text, Letters(SIZE, bold=True))]
    top += len(text) * SIZE * LEADING + SIZE * 0.3
    low, high = (fold(one_line(pole), _POLE, small) for pole in (item.low, item.high))
    tall = max(len(low), len(high), 2) * small * LEADING
    y = top + tall / 2
    elements.append(pen.centred((_POLE, y), low, Letters(small, "end")))
    elements.append(pen.centred((WIDTH - _POLE, y), high, Letters(small)))
    elements += [*_item_line(item, y), _answer(item, y)]
    return _Part(elements, max(top + tall, y + SIZE * 0.8))


def _item_line(item: StyleItem, y: float) -> list[str]:
    """The line between the poles, a stop at each answer that could be given."""
    left, right = _ENDS
    step = (right - left) / (2 * item.reach)
    stops = [left + i * step for i in range(2 * item.reach + 1)]
    half = SIZE * 0.3
    line = pen.line((left, y), (right, y), TEXT, 0.8)
    return [line, *(pen.line((x, y - half), (x, y + half), TEXT, 0.8) for x in stops)]


def _answer(item: StyleItem, y: float) -> str:
    """Our answer on the line, or the word for why there is none."""
    left, right = _ENDS
    if item.position is not None:
        # An answer beyond a pole stands at the pole.
        within = min(max(item.position, -item.reach), item.reach)
        x = left + (within + item.reach) / (2 * item.reach) * (right - left)
        return marks.dot((x, y))
    letters = Letters(SIZE * SMALL, "middle")
    lines = fold(one_line(item.placeholder), right - left - SIZE, letters.size)
    width = max(measure(line, letters.size) for line in lines) + SIZE * 0.6
    tall = len(lines) * letters.size * LEADING
    middle = (left + right) / 2
    plate = pen.box((middle - width / 2, y - tall / 2), (width, tall), Stroke(PAPER))
    return f"{plate}\n{pen.centred((middle, y), lines, letters)}"


def _conditions(conditions: Sequence[Condition], top: float, words: Words) -> _Part:
    """What every style needs, with its level."""
    y = top + SIZE * 0.6
    elements = [pen.text((0, y), words(EVERY_STYLE_NEEDS), Letters(SIZE, bold=True))]
    y += SIZE * 0.9
    for condition in conditions:
        title = fold(one_line(condition.title), WIDTH * 0.68, SIZE)
        level = fold(condition.level_words(words), WIDTH * 0.3, SIZE, bold=True)
        elements.append(pen.line((0, y), (WIDTH, y), GRID, 0.6))
        y += SIZE * 0.9
        elements.append(pen.lines((0, y), title, Letters(SIZE)))
        elements.append(pen.lines((WIDTH, y), level, Letters(SIZE, "end", bold=True)))
        y += SIZE * ((max(len(title), len(level)) - 1) * LEADING + 0.9)
    elements.append(pen.line((0, y), (WIDTH, y), GRID, 0.6))
    return _Part(elements, y)


def _entries(chart: StyleAxis, words: Words) -> list[LegendEntry]:
    """The legend: ours, and references."""
    ours = any(zone.ours for zone in chart.zones) or any(
        item.position is not None for item in chart.items
    )
    references = any(zone.references for zone in chart.zones)
    return entries_of(
        [
            (ours, marks.dot, words("your {one_subject}")),
            (references, marks.reference, words("a reference")),
        ]
    )
