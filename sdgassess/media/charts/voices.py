"""Voices: a dot for each person's answer to a question, and how far apart they are."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from sdgassess.document.charts.voices import VoiceRow, Voices, counted
from sdgassess.document.palette import GRID, TEXT
from sdgassess.language import Words
from sdgassess.media.charts import marks, pen
from sdgassess.media.charts.legend import LegendEntry, entries_of, with_legend
from sdgassess.media.charts.lettering import fold
from sdgassess.media.charts.pen import LEADING, SIZE, SMALL, WIDTH, Drawing, Letters
from sdgassess.media.charts.plot import NO_LEVEL, Plot, RowName, label_room
from sdgassess.text import Exact, one_line

_UNKNOWN_ROOM = SIZE * 5.2
_PITCH = SIZE * 1.25
"""From one dot to the next at the same level."""
_ROLE = Letters(SIZE * SMALL * 0.92, "middle")


class _Layout(NamedTuple):
    """Where the columns are.

    Attributes:
        plot: the scale.
        names: how wide the names are.
        unknown: where those stand who gave no level; None where everybody did.
    """

    plot: Plot
    names: float
    unknown: float | None

    def room(self, level: Exact | None) -> float:
        """How wide the words below a level may be."""
        return (_UNKNOWN_ROOM if level is None else self.plot.column) - SIZE * 0.3

    def dots_abreast(self, level: Exact | None) -> int:
        """How many dots have room side by side at a level; more of them stand below."""
        return max(int((self.room(level) + 0.01) / _PITCH), 1)

    def depth(self, row: VoiceRow, level: Exact | None) -> float:
        """How far down the dots of a level reach, without the first row of them."""
        n = sum(voice.level == level for voice in row.voices)
        return (-(-n // self.dots_abreast(level)) - 1) * _PITCH

    def roles(self, row: VoiceRow, level: Exact | None) -> tuple[str, ...]:
        """The roles of the voices at a level, each beginning a line; none without consent."""
        roles = Counter(one_line(v.role) for v in row.voices if v.level == level and v.role)
        names = (counted(role, n) for role, n in roles.items())
        return tuple(line for name in names for line in fold(name, self.room(level), _ROLE.size))

    def name(self, row: VoiceRow) -> tuple[str, ...]:
        """The question in lines."""
        return fold(one_line(row.title), self.names, SIZE, bold=row.disagreement)


def draw_voices(chart: Voices, words: Words) -> Drawing:
    """Draw voices and their spread."""
    layout = _layout(chart)
    plot = layout.plot
    y = max(plot.head_height(), SIZE * 2.6)
    elements = [*plot.head(words), *_head(chart, layout, words)]
    for row in chart.rows:
        height = _height(row, layout)
        elements.append(pen.line((0, y), (WIDTH, y), GRID, 0.6))
        elements += plot.grid(y + 1, y + min(height - 1, SIZE * 1.9), words)
        elements += _row(row, y, height, layout)
        y += height
    elements.append(pen.line((0, y), (WIDTH, y), GRID, 0.6))
    return with_legend(elements, y + SIZE * 0.6, _entries(chart, words))


def _layout(chart: Voices) -> _Layout:
    """The columns: names, the scale, and those without a level, if anybody gave none."""
    right, unknown = float(WIDTH), None
    if any(voice.level is None for row in chart.rows for voice in row.voices):
        right = unknown = right - _UNKNOWN_ROOM
    names = label_room(RowName(row.title, bold=True) for row in chart.rows)
    left = names + SIZE * 0.4
    return _Layout(Plot(chart.scale, left, right - left), names, unknown)


def _head(chart: Voices, layout: _Layout, words: Words) -> list[str]:
    """The head of those who gave no level: they do not know, or say that it does not apply."""
    if layout.unknown is None:
        return []
    letters = Letters(SIZE * SMALL, "middle", bold=True)
    applies = all(voice.applies for row in chart.rows for voice in row.voices)
    head = words("Don't know") if applies else words(NO_LEVEL)
    lines = fold(head, _UNKNOWN_ROOM, letters.size, bold=True)
    return [pen.lines((layout.unknown + _UNKNOWN_ROOM / 2, SIZE * 0.6), lines, letters)]


def _height(row: VoiceRow, layout: _Layout) -> float:
    """How high a row is: its name, or its dots with the roles below them."""
    deepest = 0.0
    for level in {voice.level for voice in row.voices}:
        roles = len(layout.roles(row, level)) * _ROLE.size * LEADING
        deepest = max(deepest, layout.depth(row, level) + roles)
    return max(len(layout.name(row)) * SIZE * LEADING + SIZE * 0.7, SIZE * 2.1 + deepest)


def _row(row: VoiceRow, top: float, height: float, layout: _Layout) -> list[str]:
    """One question: its name, the line from the lowest voice to the highest, dots and roles."""
    plot, letters = layout.plot, Letters(SIZE, bold=row.disagreement)
    elements = [pen.centred((0, top + height / 2), layout.name(row), letters)]
    y = top + SIZE * 1.05
    levels = [voice.level for voice in row.voices if voice.level is not None]
    if levels and min(levels) != max(levels):
        start, end = (plot.x(min(levels)), y), (plot.x(max(levels)), y)
        elements.append(pen.line(start, end, TEXT, SIZE * (0.28 if row.disagreement else 0.1)))
    if row.recorded is not None:
        elements.append(marks.tick((plot.x(row.recorded), y)))
    for level, n in Counter(voice.level for voice in row.voices).items():
        elements += _dots(row, level, n, y, layout)
    return elements


def _dots(row: VoiceRow, level: Exact | None, n: int, y: float, layout: _Layout) -> list[str]:
    """The voices at one level, side by side and in rows where they are many; their roles below."""
    if level is None:
        x, mark = (layout.unknown or 0) + _UNKNOWN_ROOM / 2, marks.ring
    else:
        x, mark = layout.plot.x(level), marks.dot
    abreast = layout.dots_abreast(level)
    applying = sum(voice.applies for voice in row.voices if voice.level == level)
    drawn = [mark] * applying + [marks.short_line] * (n - applying)
    elements = []
    for start in range(0, n, abreast):
        dots = drawn[start : start + abreast]
        first, down = x - (len(dots) - 1) * _PITCH / 2, y + start // abreast * _PITCH
        elements += [each((first + i * _PITCH, down)) for i, each in enumerate(dots)]
    below = y + layout.depth(row, level) + SIZE * 1.2
    return [*elements, pen.lines((x, below), layout.roles(row, level), _ROLE)]


def _entries(chart: Voices, words: Words) -> list[LegendEntry]:
    """The legend: the marks that occur."""
    answers = [voice for row in chart.rows for voice in row.voices]
    recorded = any(row.recorded is not None for row in chart.rows)
    far_apart = any(row.disagreement for row in chart.rows)
    return entries_of(
        [
            (any(each.level is not None for each in answers), marks.dot, words("a voice")),
            (
                any(each.level is None and each.applies for each in answers),
                marks.ring,
                words("a voice: don't know"),
            ),
            (
                not all(each.applies for each in answers),
                marks.short_line,
                words("a voice: not applicable"),
            ),
            (recorded, marks.tick, words("recorded level")),
            (far_apart, marks.thick_line, words("far apart: talk about it")),
        ]
    )
