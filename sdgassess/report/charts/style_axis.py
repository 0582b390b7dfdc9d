"""A style axis: where a municipality stands between two ways that are both good ways.

The places of the axis stand side by side, each with the references that stand there; no place is
a number, since documents name a style and not a point. The items below are answers on a line. All
of it is drawn in one colour: no place is better than another (domain model §3.8).
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.document.blocks import Chart
from sdgassess.document.palette import (
    A4,
    BEFORE,
    GRID,
    PAPER,
    STANDING,
    TEXT,
    Paper,
)
from sdgassess.language import Words
from sdgassess.report.charts import marks
from sdgassess.report.charts.key import SMALL, Entry, key
from sdgassess.report.charts.letters import fold, measure
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Look,
    Pen,
    Spot,
    picture,
    plain,
)
from sdgassess.report.charts.style_rows import (
    StyleAxis,
    StyleItem,
    Zone,
    said_axis,
    said_level,
)


class _Part(NamedTuple):
    """A piece of the chart and where it ends."""

    drawn: list[str]
    bottom: float


def style_axis(axis: StyleAxis, words: Words, paper: Paper = A4) -> Chart:
    """Draw a style axis; never as better or worse.

    Args:
        axis: the places, the items and the conditions; whichever of them there are.
        words: the language of fixed words.
        paper: for which room and ink.

    Returns:
        The chart; its alt text holds every position and name.
    """
    size, pen = paper.size, Pen(paper.ink)
    zones = _zones(axis.zones, pen, paper)
    drawn, y = zones.drawn, zones.bottom
    for item in axis.items:
        more, y = draw_item(item, axis.reach, y + size * 0.8, pen, paper)
        drawn += more
    conditions = _conditions(axis, y + size * 0.8, words, paper)
    drawn += conditions.drawn
    y = conditions.bottom
    below = key(_entries(axis, size, pen, words), y + size * 0.4, pen, paper)
    height = y + size * 0.4 + below.height
    svg = picture(paper.width, height, [*drawn, *below.drawn])
    return Chart(svg, plain(axis.title), said_axis(axis, words), paper.width, height)


def _zones(zones: tuple[Zone, ...], pen: Pen, paper: Paper) -> _Part:
    """The places side by side on a line with two ends; those aside stand apart."""
    size = paper.size
    if not zones:
        return _Part([], 0)
    wide = paper.width / len(zones)
    inner = wide - size * 2.4
    names = [fold(plain(zone.title), inner, size, bold=zone.ours) for zone in zones]
    tall = size * (max(len(name) for name in names) * LEADING + 1)
    drawn, bottom = [], tall
    on_axis = sum(not zone.aside for zone in zones)
    if on_axis > 1:
        drawn.append(_line((0.5 * wide, tall / 2 + 1), ((on_axis - 0.5) * wide, 0), pen))
    for i, (zone, name) in enumerate(zip(zones, names, strict=True)):
        box = (i * wide + size * 0.4, 1), (wide - size * 0.8, tall)
        drawn += _zone(zone, name, box, size, pen)
        listed = _references(zone, (i * wide + size * 0.4, tall + size * 1.2), wide, size, pen)
        drawn += listed.drawn
        bottom = max(bottom, listed.bottom)
    return _Part(drawn, bottom + 1)


def _line(start: Spot, end: Spot, pen: Pen) -> str:
    """The axis itself, behind the places."""
    return pen.line(start, (end[0], start[1]), TEXT, 1.2)


def _zone(
    zone: Zone, name: tuple[str, ...], box: tuple[Spot, Spot], size: float, pen: Pen
) -> list[str]:
    """One place: a box with its name, thick and with a dot where the municipality stands."""
    (x, y), (wide, tall) = box
    dash = "2.5 2" if zone.aside else ""
    look = Look(
        PAPER, STANDING if zone.ours else BEFORE, size * (0.25 if zone.ours else 0.09), dash
    )
    first = y + tall / 2 - (len(name) - 1) * size * LEADING / 2
    middle = x + wide / 2
    drawn = [pen.box((x, y), (wide, tall), look)]
    if zone.ours:
        widest = max(measure(line, size, bold=True) for line in name)
        middle += size * 0.6
        drawn.append(marks.dot(pen, (middle - widest / 2 - size * 0.8, y + tall / 2), size))
    return [*drawn, pen.lines((middle, first), name, Letters(size, "middle", bold=zone.ours))]


def _references(zone: Zone, at: Spot, wide: float, size: float, pen: Pen) -> _Part:
    """The references of a place, one below the other."""
    x, y = at
    small = Letters(size * SMALL)
    drawn: list[str] = []
    for reference in zone.references:
        name = fold(plain(reference), wide - size * 2.4, small.size)
        drawn.append(marks.reference(pen, (x + size * 0.4, y), size))
        drawn.append(pen.lines((x + size * 1.1, y), name, small))
        y += len(name) * small.size * LEADING + size * 0.15
    return _Part(drawn, y - size * 0.6 if zone.references else 0)


def _conditions(axis: StyleAxis, top: float, words: Words, paper: Paper) -> _Part:
    """What every style needs, with its level."""
    if not axis.conditions:
        return _Part([], top - paper.size * 0.8)
    size, pen = paper.size, Pen(paper.ink)
    y = top + size * 0.6
    drawn = [pen.text((0, y), words("Every style needs:"), Letters(size, bold=True))]
    y += size * 0.9
    room = paper.width * 0.68
    for condition in axis.conditions:
        title = fold(plain(condition.title), room, size)
        level = fold(said_level(condition, words), paper.width * 0.3, size, bold=True)
        deep = max(len(title), len(level))
        drawn.append(pen.line((0, y), (paper.width, y), GRID, 0.6))
        y += size * 0.9
        drawn.append(pen.lines((0, y), title, Letters(size)))
        drawn.append(pen.lines((paper.width, y), level, Letters(size, "end", bold=True)))
        y += size * ((deep - 1) * LEADING + 0.9)
    drawn.append(pen.line((0, y), (paper.width, y), GRID, 0.6))
    return _Part(drawn, y)


def _entries(axis: StyleAxis, size: float, pen: Pen, words: Words) -> list[Entry]:
    """The key."""
    ours = any(zone.ours for zone in axis.zones) or any(
        item.position is not None for item in axis.items
    )
    named = any(zone.references for zone in axis.zones) or any(
        item.references for item in axis.items
    )
    shown = [
        (ours, marks.dot, words("your municipality")),
        (named, marks.reference, words("a reference")),
    ]
    return [Entry(marks.at_size(mark, pen, size), said) for here, mark, said in shown if here]


_POLE = 0.27
"""How much of the width each pole's words have."""


def draw_item(
    item: StyleItem, reach: int, top: float, pen: Pen, paper: Paper
) -> tuple[list[str], float]:
    """Draw one item.

    Args:
        item: the poles and the answers.
        reach: how far each pole is from the middle.
        top: where it begins.
        pen: what it is drawn with.
        paper: how wide it is and how large its letters are.

    Returns:
        The elements, and where they end.
    """
    size = paper.size
    text = fold(plain(item.text), paper.width, size, bold=True)
    drawn = [pen.lines((0, top + size * 0.6), text, Letters(size, bold=True))]
    top += len(text) * size * LEADING + size * 0.3
    pole = paper.width * _POLE
    low = fold(plain(item.low), pole, size * SMALL)
    high = fold(plain(item.high), pole, size * SMALL)
    tall = max(len(low), len(high), 2) * size * SMALL * LEADING
    y = top + tall / 2
    for lines, x, anchor in ((low, pole, "end"), (high, paper.width - pole, "start")):
        first = y - (len(lines) - 1) * size * SMALL * LEADING / 2
        drawn.append(pen.lines((x, first), lines, Letters(size * SMALL, anchor)))
    ends = (pole + size * 1.6, paper.width - pole - size * 1.6)
    drawn += [*_item_line(reach, ends, y, pen, size), _answer(item, reach, (ends, y), pen, size)]
    y = max(top + tall, y + size * 0.8)
    for name, position in item.references:
        more, y = _reference(plain(name), (_x(position, reach, ends), y), pen, paper)
        drawn += more
    return drawn, y


def _item_line(reach: int, ends: Spot, y: float, pen: Pen, size: float) -> list[str]:
    """The line between the poles, a stop at each answer that could be given."""
    left, right = ends
    step = (right - left) / (2 * reach)
    stops = [left + i * step for i in range(2 * reach + 1)]
    line = pen.line((left, y), (right, y), TEXT, 0.8)
    half = size * 0.3
    return [line, *(pen.line((x, y - half), (x, y + half), TEXT, 0.8) for x in stops)]


def _answer(item: StyleItem, reach: int, line: tuple[Spot, float], pen: Pen, size: float) -> str:
    """Our answer on the line, or the word for why there is none."""
    ends, y = line
    if item.position is not None:
        return marks.dot(pen, (_x(item.position, reach, ends), y), size)
    letters = Letters(size * SMALL, "middle")
    lines = fold(plain(item.without), ends[1] - ends[0] - size, letters.size)
    wide = max(measure(said, letters.size) for said in lines) + size * 0.6
    tall = len(lines) * letters.size * LEADING
    middle = (ends[0] + ends[1]) / 2
    plate = pen.box((middle - wide / 2, y - tall / 2), (wide, tall), Look(PAPER))
    first = y - (len(lines) - 1) * letters.size * LEADING / 2
    return f"{plate}\n{pen.lines((middle, first), lines, letters)}"


def _x(position: int, reach: int, ends: Spot) -> float:
    """Where an answer stands; one beyond a pole stands at the pole."""
    held = min(max(position, -reach), reach)
    return ends[0] + (held + reach) / (2 * reach) * (ends[1] - ends[0])


def _reference(name: str, at: Spot, pen: Pen, paper: Paper) -> tuple[list[str], float]:
    """A reference below the line: its mark, and its name on the side where there is room."""
    x, size = at[0], paper.size
    y = at[1] + size * 0.5
    small = size * SMALL
    right, left = paper.width - x - size * 0.7, x - size * 0.7
    to_right = measure(name, small) <= right or right >= left
    lines = fold(name, right if to_right else left, small)
    beside = x + size * 0.7 if to_right else x - size * 0.7
    letters = Letters(small, "start" if to_right else "end")
    drawn = [marks.reference(pen, (x, y), size), pen.lines((beside, y), lines, letters)]
    return drawn, y + (len(lines) - 1) * small * LEADING + size * 0.65
