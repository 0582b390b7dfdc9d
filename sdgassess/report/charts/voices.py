"""Voices: a dot for each person's answer to a question, and how far apart they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.blocks import Chart
from sdgassess.document.palette import A4, GRID, TEXT, Paper
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts import marks
from sdgassess.report.charts.key import SMALL, Entry, key
from sdgassess.report.charts.letters import fold
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Pen,
    picture,
    plain,
)
from sdgassess.report.charts.plot import Plot, label_room
from sdgassess.report.charts.scale import Scale, figure, said_scale

_UNKNOWN_ROOM = 5.2
_PITCH = 1.25
"""From one dot to the next at the same level."""


class VoiceMark(NamedTuple):
    """One voice: its level, None for *does not know*; its role only where there is consent."""

    level: Level | None
    role: str = ""


class VoiceRow(NamedTuple):
    """One question.

    Attributes:
        title: the question, or its name.
        voices: who answered what; without consent a role is empty for all of them.
        recorded: the level that the room agreed on or that follows from the voices.
        disagreement: whether the voices are so far apart that they should be talked about.
    """

    title: str
    voices: tuple[VoiceMark, ...]
    recorded: Level | None = None
    disagreement: bool = False


class _Sheet(NamedTuple):
    """Where the columns are, and with what they are drawn."""

    plot: Plot
    names: float
    unknown: float | None
    pen: Pen
    words: Words


def voices(rows: Sequence[VoiceRow], scale: Scale, words: Words, paper: Paper = A4) -> Chart:
    """Draw voices and their spread.

    Args:
        rows: the questions, in order; at least one.
        scale: the scale of the questions.
        words: the language of fixed words.
        paper: for which room and ink.

    Returns:
        The chart; its alt text holds every voice.
    """
    sheet = _sheet(rows, scale, words, paper)
    pen, plot = sheet.pen, sheet.plot
    y = max(plot.head_height(), paper.size * 2.6)
    drawn = [*plot.head(0, pen, words), *_head(sheet)]
    for row in rows:
        height = _height(row, sheet)
        drawn.append(pen.line((0, y), (paper.width, y), GRID, 0.6))
        drawn += plot.grid(y + 1, y + min(height - 1, paper.size * 1.9), pen, words)
        drawn += _row(row, y, height, sheet)
        y += height
    drawn.append(pen.line((0, y), (paper.width, y), GRID, 0.6))
    below = key(_entries(rows, paper, pen, words), y + paper.size * 0.6, pen, paper)
    height = y + paper.size * 0.6 + below.height
    alt = "\n".join([said_scale(scale, words), *(_said(row, words) for row in rows)])
    svg = picture(paper.width, height, [*drawn, *below.drawn])
    return Chart(svg, words("Voices and how far apart they are"), alt, paper.width, height)


def _sheet(rows: Sequence[VoiceRow], scale: Scale, words: Words, paper: Paper) -> _Sheet:
    """The columns: names, the scale, and those who do not know, if anybody does not."""
    right, unknown = paper.width, None
    if any(voice.level is None for row in rows for voice in row.voices):
        right = unknown = right - paper.size * _UNKNOWN_ROOM
    names = label_room([plain(row.title) for row in rows], paper.width, paper.size, bold=True)
    left = names + paper.size * 0.4
    plot = Plot(scale, left, right - left, paper.size)
    return _Sheet(plot, names, unknown, Pen(paper.ink), words)


def _head(sheet: _Sheet) -> list[str]:
    """The head of those who do not know."""
    if sheet.unknown is None:
        return []
    size = sheet.plot.size
    said = fold(sheet.words("Don't know"), size * _UNKNOWN_ROOM, size * SMALL, bold=True)
    middle = sheet.unknown + size * _UNKNOWN_ROOM / 2
    return [
        sheet.pen.lines((middle, size * 0.6), said, Letters(size * SMALL, "middle", bold=True))
    ]


def _roles(row: VoiceRow, level: Level | None, room: float, size: float) -> tuple[str, ...]:
    """The roles of the voices at a level, each beginning a line; none without consent."""
    named = (plain(voice.role) for voice in row.voices if voice.level == level and voice.role)
    return tuple(line for role in named for line in fold(role, room, size * SMALL * 0.92))


def _room(sheet: _Sheet, level: Level | None) -> float:
    """How wide the words below a level may be."""
    size = sheet.plot.size
    return (size * _UNKNOWN_ROOM if level is None else sheet.plot.column) - size * 0.3


def _a_row(sheet: _Sheet, level: Level | None) -> int:
    """How many dots have room side by side at a level; more of them stand below."""
    return max(int((_room(sheet, level) + 0.01) / (sheet.plot.size * _PITCH)), 1)


def _depth(row: VoiceRow, level: Level | None, sheet: _Sheet) -> float:
    """How far down the dots of a level reach, without the first row of them."""
    n = sum(voice.level == level for voice in row.voices)
    return (-(-n // _a_row(sheet, level)) - 1) * sheet.plot.size * _PITCH


def _height(row: VoiceRow, sheet: _Sheet) -> float:
    """How high a row is: its name, or its dots with the roles below them."""
    size = sheet.plot.size
    name = fold(plain(row.title), sheet.names, size, bold=row.disagreement)
    deepest = 0.0
    for level in {voice.level for voice in row.voices}:
        roles = len(_roles(row, level, _room(sheet, level), size))
        below = _depth(row, level, sheet) + roles * size * SMALL * 0.92 * LEADING
        deepest = max(deepest, below)
    return max(len(name) * size * LEADING + size * 0.7, size * 2.1 + deepest)


def _row(row: VoiceRow, top: float, height: float, sheet: _Sheet) -> list[str]:
    """One question: its name, the line from the lowest voice to the highest, dots and roles."""
    size, pen, plot = sheet.plot.size, sheet.pen, sheet.plot
    name = fold(plain(row.title), sheet.names, size, bold=row.disagreement)
    first = top + height / 2 - (len(name) - 1) * size * LEADING / 2
    drawn = [pen.lines((0, first), name, Letters(size, bold=row.disagreement))]
    y = top + size * 1.05
    known = sorted(voice.level for voice in row.voices if voice.level is not None)
    if known and known[0] != known[-1]:
        wide = size * (0.28 if row.disagreement else 0.1)
        drawn.append(pen.line((plot.x(known[0]), y), (plot.x(known[-1]), y), TEXT, wide))
    if row.recorded is not None:
        drawn.append(marks.tick(pen, (plot.x(row.recorded), y), size))
    for level, n in Counter(voice.level for voice in row.voices).items():
        drawn += _dots(row, level, n, y, sheet)
    return drawn


def _dots(row: VoiceRow, level: Level | None, n: int, y: float, sheet: _Sheet) -> list[str]:
    """The voices at one level, side by side and in rows where they are many; their roles below."""
    size, pen = sheet.plot.size, sheet.pen
    if level is None:
        x, mark = (sheet.unknown or 0) + size * _UNKNOWN_ROOM / 2, marks.ring
    else:
        x, mark = sheet.plot.x(level), marks.dot
    step, in_row = size * _PITCH, _a_row(sheet, level)
    drawn = []
    for start in range(0, n, in_row):
        here = min(in_row, n - start)
        left, down = x - (here - 1) * step / 2, y + start // in_row * step
        drawn += [mark(pen, (left + i * step, down), size) for i in range(here)]
    roles = _roles(row, level, _room(sheet, level), size)
    small = Letters(size * SMALL * 0.92, "middle")
    return [*drawn, pen.lines((x, y + _depth(row, level, sheet) + size * 1.2), roles, small)]


def _entries(rows: Sequence[VoiceRow], paper: Paper, pen: Pen, words: Words) -> list[Entry]:
    """The key: the marks that occur."""
    size = paper.size
    everyone = [voice for row in rows for voice in row.voices]
    shown = [
        (any(voice.level is not None for voice in everyone), marks.dot, words("a voice")),
        (any(voice.level is None for voice in everyone), marks.ring, words("a voice: don't know")),
        (any(row.recorded is not None for row in rows), marks.tick, words("recorded level")),
        (any(row.disagreement for row in rows), marks.thick, words("far apart: talk about it")),
    ]
    return [Entry(marks.at_size(mark, pen, size), said) for here, mark, said in shown if here]


def _said(row: VoiceRow, words: Words) -> str:
    """Every voice of a question, the recorded level, whether they are far apart."""
    told = [_said_voice(voice, words) for voice in _in_order(row) if voice.role]
    told += _said_counts([voice for voice in row.voices if not voice.role], words)
    heard = ", ".join(told) or words("no voices")
    said = [f"{plain(row.title)}: {heard}."]
    if row.recorded is not None:
        said.append(words("Recorded: {level}.", level=figure(row.recorded, words)))
    if row.disagreement:
        said.append(words("The voices are far apart: talk about it."))
    return " ".join(said)


def _in_order(row: VoiceRow) -> list[VoiceMark]:
    """The voices from the lowest level up, those that do not know last."""
    return sorted(row.voices, key=lambda voice: (voice.level is None, voice.level or 0))


def _said_voice(voice: VoiceMark, words: Words) -> str:
    """The voice of a role."""
    level = words("don't know") if voice.level is None else figure(voice.level, words)
    return f"{plain(voice.role)} {level}"


def _said_counts(anonymous: Sequence[VoiceMark], words: Words) -> list[str]:
    """How many voices without a role stand at each level."""
    counts = Counter(voice.level for voice in anonymous)
    one, many = "one voice at level {level}", "{n} voices at level {level}"
    told = [
        words.plural(one, many, counts[level], level=figure(level, words))
        for level in sorted(level for level in counts if level is not None)
    ]
    one, many = "one does not know", "{n} do not know"
    return told + ([words.plural(one, many, counts[None])] if counts[None] else [])
