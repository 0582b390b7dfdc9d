"""The heat map: factor by year, a number in every cell, and what has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.analysis.years.questions import Direction
from sdgassess.document.blocks import Chart
from sdgassess.document.palette import (
    A4,
    BEFORE,
    PAPER,
    SHADES,
    Paper,
    on_shade,
)
from sdgassess.language import N_, Words
from sdgassess.model.question import Level
from sdgassess.report.charts import marks
from sdgassess.report.charts.key import SMALL, Entry, key
from sdgassess.report.charts.letters import fold, longest_word
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Look,
    Pen,
    picture,
    plain,
)
from sdgassess.report.charts.plot import label_room
from sdgassess.report.charts.scale import Scale, figure, said_scale

_CHANGE_ROOM = 9.5
_GAP = 0.2
_LEAST_HEAD = 0.75
"""How small a head may become, as a share of the size of the letters."""

_MARKS = {
    Direction.UP: marks.up,
    Direction.DOWN: marks.down,
    Direction.SAME: marks.same,
    Direction.NOT_COMPARABLE: marks.apart,
}
_SAID = {
    Direction.UP: N_("higher"),
    Direction.DOWN: N_("lower"),
    Direction.SAME: N_("unchanged"),
    Direction.NOT_COMPARABLE: N_("not comparable"),
}
_SIGNS = {Direction.UP: "+", Direction.DOWN: "−"}


class HeatRow(NamedTuple):
    """One factor.

    Attributes:
        title: its name.
        levels: its level in each column; None where it has none or cannot be compared.
        change: how the last column stands to the one it is held against; None leaves it out.
        steps: by how many levels, without a sign; None leaves the number out.
    """

    title: str
    levels: tuple[Level | None, ...]
    change: Direction | None = None
    steps: Level | None = None


class Columns(NamedTuple):
    """The heads: the years or municipalities, and of the changes, such as `Since 2024`."""

    years: tuple[str, ...]
    change: str = ""


class _Sheet(NamedTuple):
    """Where the columns are, and with what they are drawn."""

    columns: Columns
    names: float
    cell: float
    change: float | None
    scale: Scale
    paper: Paper
    words: Words

    @property
    def pen(self) -> Pen:
        """The pen for this paper."""
        return Pen(self.paper.ink)


def heat_map(
    rows: Sequence[HeatRow], columns: Columns, scale: Scale, words: Words, paper: Paper = A4
) -> Chart:
    """Draw the heat map.

    Args:
        rows: the factors, in order; at least one, each with as many levels as there are columns.
        columns: the heads; at least one year.
        scale: the scale of the factors.
        words: the language of fixed words.
        paper: for which room and ink.

    Returns:
        The chart; its alt text holds every cell.
    """
    sheet = _sheet(rows, columns, scale, words, paper)
    head, drawn = _head(sheet)
    y = head
    for row in rows:
        name = fold(plain(row.title), sheet.names, paper.size)
        height = max(len(name) * LEADING + 0.5, 2.1) * paper.size
        drawn += _row(row, y, height, sheet)
        y += height
    below = key(_entries(rows, sheet), y + paper.size * 0.6, sheet.pen, paper)
    height = y + paper.size * 0.6 + below.height
    alt = "\n".join([said_scale(scale, words), *(_said(row, sheet) for row in rows)])
    svg = picture(paper.width, height, [*drawn, *below.drawn])
    return Chart(svg, words("Levels by factor and year"), alt, paper.width, height)


def _sheet(
    rows: Sequence[HeatRow], columns: Columns, scale: Scale, words: Words, paper: Paper
) -> _Sheet:
    """The columns: names, a cell a year no wider than it needs, changes."""
    right, change = paper.width, any(row.change for row in rows)
    if change:
        right -= paper.size * _CHANGE_ROOM
    names = label_room([plain(row.title) for row in rows], paper.width, paper.size, bold=False)
    heads = [longest_word(plain(year), paper.size, bold=True) for year in columns.years]
    most = max(paper.size * 6.5, max(heads) + paper.size)
    cell = min((right - names - paper.size * 0.4) / len(columns.years), most)
    start = names + paper.size * 0.4 + cell * len(columns.years)
    at = start + paper.size * 0.6 if change else None
    return _Sheet(columns, names, cell, at, scale, paper, words)


def _head(sheet: _Sheet) -> tuple[float, list[str]]:
    """The heads of the columns, and how high they are."""
    size, pen = sheet.paper.size, sheet.pen
    left = sheet.names + size * 0.4 + sheet.cell / 2
    longest = max(1.0, *(longest_word(plain(y), size, bold=True) for y in sheet.columns.years))
    # A year is one word that should not be broken; a municipality's long name may be.
    small = size * min(1, max((sheet.cell - 1) / longest, _LEAST_HEAD))
    said = [fold(plain(y), sheet.cell - 1, small, bold=True) for y in sheet.columns.years]
    places = [
        (left + i * sheet.cell, Letters(small, "middle", bold=True)) for i in range(len(said))
    ]
    if sheet.change is not None:
        room = sheet.paper.width - sheet.change
        said.append(fold(plain(sheet.columns.change), room, size, bold=True))
        places.append((sheet.change, Letters(size, bold=True)))
    deepest = max(len(lines) for lines in said)
    drawn = []
    for (x, letters), lines in zip(places, said, strict=True):
        y = size * (0.6 + (deepest - len(lines)) * LEADING)
        drawn.append(pen.lines((x, y), lines, letters))
    return size * (deepest * LEADING + 0.3), drawn


def _row(row: HeatRow, top: float, height: float, sheet: _Sheet) -> list[str]:
    """One factor: its name, its cells, its change."""
    size, pen = sheet.paper.size, sheet.pen
    name = fold(plain(row.title), sheet.names, size)
    y = top + height / 2
    drawn = [pen.lines((0, y - (len(name) - 1) * size * LEADING / 2), name, Letters(size))]
    left = sheet.names + size * 0.4
    for i, level in enumerate(row.levels):
        drawn += _cell(level, (left + i * sheet.cell, top), height, sheet)
    if sheet.change is not None and row.change is not None:
        x = sheet.change + size * 0.5
        drawn.append(_MARKS[row.change](pen, (x, y), size))
        lines = fold(_said_change(row, sheet.words), size * (_CHANGE_ROOM - 1.8), size * SMALL)
        first = y - (len(lines) - 1) * size * SMALL * LEADING / 2
        drawn.append(pen.lines((x + size * 0.8, first), lines, Letters(size * SMALL)))
    return drawn


def _cell(
    level: Level | None, corner: tuple[float, float], height: float, sheet: _Sheet
) -> list[str]:
    """One level on its shade; a dashed cell with a line where there is none."""
    size, pen = sheet.paper.size, sheet.pen
    gap = size * _GAP
    place = (corner[0] + gap / 2, corner[1] + gap / 2)
    extent = (sheet.cell - gap, height - gap)
    middle = (corner[0] + sheet.cell / 2, corner[1] + height / 2)
    if level is None:
        box = pen.box(place, extent, Look(PAPER, BEFORE, 0.7, "2.5 2"))
        return [box, marks.nothing(pen, middle, size)]
    shade = sheet.scale.shade(level)
    box = pen.shade(place, extent, SHADES[shade])
    letters = Letters(size * 1.1, "middle", bold=True, colour=on_shade(shade))
    return [box, pen.text(middle, figure(level, sheet.words), letters)]


def _said_change(row: HeatRow, words: Words) -> str:
    """A change in words, with its steps."""
    if row.change is None:
        return ""
    said = words(_SAID[row.change])
    if row.steps is None or row.change not in _SIGNS:
        return said
    return f"{_SIGNS[row.change]}{figure(row.steps, words)} {said}"


def _entries(rows: Sequence[HeatRow], sheet: _Sheet) -> list[Entry]:
    """The key: what a cell without a number means; the changes say what they are beside them."""
    if all(level is not None for row in rows for level in row.levels):
        return []
    pen, size = sheet.pen, sheet.paper.size
    said = sheet.words("no level, or not comparable")
    return [Entry(marks.at_size(marks.empty_cell, pen, size), said, 2)]


def _said(row: HeatRow, sheet: _Sheet) -> str:
    """Every cell of a row, and its change."""
    words = sheet.words
    cells = (
        words("{year}: no level", year=plain(year))
        if level is None
        else f"{plain(year)}: {figure(level, words)}"
        for year, level in zip(sheet.columns.years, row.levels, strict=True)
    )
    said = f"{plain(row.title)} – {', '.join(cells)}."
    if row.change is None:
        return said
    head = plain(sheet.columns.change)
    change = _said_change(row, words)
    return f"{said} {head}: {change}." if head else f"{said} {change}."
