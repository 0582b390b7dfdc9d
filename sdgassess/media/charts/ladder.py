"""The ladder of factors: a row a factor, its name, its lanes on the scale, its level.

A row has up to three lanes (`ladder_lanes`). In the first the factor itself stands: its answered
level as an outline, its backed level as a filling, a gate as a post. In the second each of its
questions is a small square. A picked priority has a lane of its own below, since a target belongs
to a question and not to its factor: from the question's level to an open diamond, with its id.
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.document.charts.ladder import Ladder, LadderRow
from sdgassess.document.palette import GRID
from sdgassess.language import Words
from sdgassess.media.charts import ladder_lanes as lanes
from sdgassess.media.charts import marks, pen
from sdgassess.media.charts.legend import LegendEntry, entries_of, with_legend
from sdgassess.media.charts.lettering import fold
from sdgassess.media.charts.pen import LEADING, SIZE, SMALL, WIDTH, Drawing, Letters
from sdgassess.media.charts.plot import NO_LEVEL, Plot, RowName, label_room

NARROW = 216.0
"""How wide a ladder is on a telephone, in points: a window of 320 px without its margins."""

_SAFE = NARROW * 0.88
"""How much of it words may take: a telephone has other letters than those that are measured."""
_EDGE = 1.0
"""Points on both sides of the scale, so that marks and numbers at its ends are whole."""
_LEVEL_ROOM = SIZE * 4.2
"""The least room for the level."""
_MISSING_ROOM = SIZE * 3.8


class _Layout(NamedTuple):
    """Where the columns of a ladder are.

    Attributes:
        plot: the scale.
        names: how wide the names are.
        missing: where the questions without a level stand; None where there are none.
        level: where the levels stand.
        words: the language of fixed words.
    """

    plot: Plot
    names: float
    missing: float | None
    level: float
    words: Words

    @property
    def level_room(self) -> float:
        """How wide the column of levels is."""
        return WIDTH - self.level


def draw_ladder(chart: Ladder, words: Words) -> Drawing:
    """Draw a ladder."""
    layout = _layout(chart, words)
    elements = [*layout.plot.head(words), *_heads(layout)]
    y = max(layout.plot.head_height(), SIZE * 2.6)
    for row in chart.rows:
        height = _height(row, layout)
        elements += [
            pen.line((0, y), (WIDTH, y), GRID, 0.6),
            *layout.plot.grid(y + 1, y + height - 1, words, row.reach),
            *_row(row, y, height, layout),
        ]
        y += height
    elements.append(pen.line((0, y), (WIDTH, y), GRID, 0.6))
    entries = [*_factor_entries(chart, words), *_question_entries(chart, words)]
    return with_legend(elements, y + SIZE * 0.6, entries)


def draw_narrow_ladder(chart: Ladder, words: Words) -> Drawing:
    """Draw a ladder for a telephone: each name with its level above its lanes, not beside them.

    It is so narrow that in a window of 320 px a point of it is a point, so no letter is smaller
    than 7 points.
    """
    missing = _MISSING_ROOM if any(row.unanswered for row in chart.rows) else 0.0
    plot = Plot(chart.scale, _EDGE, NARROW - missing - 2 * _EDGE)
    y = plot.head_height()
    elements = plot.head(words)
    if missing:
        letters = Letters(SIZE * SMALL, "middle", bold=True)
        head = fold(words(NO_LEVEL), missing, letters.size, bold=True)
        elements.append(pen.lines((NARROW - missing / 2, SIZE * 0.6), head, letters))
        y = max(y, SIZE * (0.6 + len(head)))
    for row in chart.rows:
        room = max(_LEVEL_ROOM, lanes.level_room(row, words) + SIZE * 0.4)
        name = RowName(row.title, row.depth, bold=True)
        lines = name.lines(_SAFE - room)
        band = len(lines) * SIZE * LEADING + SIZE * 0.7
        start, height = y + band, lanes.height(row, plot)
        middle = start - band / 2 - lanes.middle(row, plot)
        elements += [
            pen.line((0, y), (NARROW, y), GRID, 0.6),
            pen.centred((name.inset, y + band / 2), lines, Letters(SIZE, bold=True)),
            *lanes.draw_level(row, (NARROW - room / 2, middle), plot, words),
            *plot.grid(start, start + height, words, row.reach),
            *lanes.draw_lanes(row, start, plot),
        ]
        if row.unanswered:
            elements += lanes.draw_unanswered(row, (NARROW - missing / 2, start), plot)
        y = start + height + SIZE * 0.4
    elements.append(pen.line((0, y), (NARROW, y), GRID, 0.6))
    entries = [*_factor_entries(chart, words), *_question_entries(chart, words)]
    return with_legend(elements, y + SIZE * 0.6, entries, _SAFE)._replace(width=NARROW)


def _layout(chart: Ladder, words: Words) -> _Layout:
    """The columns from right to left: level, questions without one, the scale, names."""
    need = max(lanes.level_room(row, words) for row in chart.rows)
    right = level = WIDTH - max(_LEVEL_ROOM, need + SIZE * 0.4)
    missing = None
    if any(row.unanswered for row in chart.rows):
        right = missing = level - _MISSING_ROOM
    names = label_room(RowName(row.title, row.depth) for row in chart.rows)
    left = names + SIZE * 0.4
    plot = Plot(chart.scale, left, right - left - SIZE * 0.2)
    return _Layout(plot, names, missing, level, words)


def _heads(layout: _Layout) -> list[str]:
    """The heads of the columns beside the scale."""
    columns = [(layout.level, layout.level_room, layout.words("Level"))]
    if layout.missing is not None:
        columns.insert(0, (layout.missing, _MISSING_ROOM, layout.words(NO_LEVEL)))
    letters = Letters(SIZE * SMALL, "middle", bold=True)
    return [
        pen.lines((x + room / 2, SIZE * 0.6), fold(head, room, letters.size, bold=True), letters)
        for x, room, head in columns
    ]


def _height(row: LadderRow, layout: _Layout) -> float:
    """How high a row is: its lanes, or its name."""
    name = len(_name(row, layout)) * SIZE * LEADING + SIZE * 0.7
    return max(name, lanes.height(row, layout.plot) + SIZE * 0.5)


def _name(row: LadderRow, layout: _Layout) -> tuple[str, ...]:
    """The name of a factor in lines."""
    return RowName(row.title, row.depth).lines(layout.names)


def _row(row: LadderRow, top: float, height: float, layout: _Layout) -> list[str]:
    """One factor: its name, its lanes, its level, how many of its questions have none."""
    plot, start = layout.plot, top + (height - lanes.height(row, layout.plot)) / 2
    inset = RowName(row.title, row.depth).inset
    level = (layout.level + layout.level_room / 2, start)
    elements = [
        pen.centred((inset, top + height / 2), _name(row, layout), Letters(SIZE)),
        *lanes.draw_lanes(row, start, plot),
        *lanes.draw_level(row, level, plot, layout.words),
    ]
    if layout.missing is not None and row.unanswered:
        elements += lanes.draw_unanswered(row, (layout.missing + _MISSING_ROOM / 2, start), plot)
    return elements


def _factor_entries(chart: Ladder, words: Words) -> list[LegendEntry]:
    """The legend of the factors' own marks."""
    rows = chart.rows
    half_backed = any(row.outline is not None and row.outline != row.filling for row in rows)
    gated = any(row.level is not None and row.before_gate is not None for row in rows)
    filled = words("{one_part}, backed level") if half_backed else words("{one_part}")
    return entries_of(
        [
            (any(row.filling is not None for row in rows), marks.dot, filled),
            (half_backed, marks.ring, words("{one_part}, answered level")),
            (gated, marks.post, words("held here by a cap")),
            (any(row.open_between for row in rows), marks.small_box, words("still open")),
        ]
    )


def _question_entries(chart: Ladder, words: Words) -> list[LegendEntry]:
    """The legend of the questions' marks."""
    rows = chart.rows
    questions = [question for row in rows for question in row.questions]
    carried = any(question.is_carried for question in questions)
    uncarried = any(not question.is_carried for question in questions)
    filled = words("a question, backed") if uncarried else words("a question")
    unanswered = any(row.unanswered for row in rows)
    return entries_of(
        [
            (carried, marks.filled_square, filled),
            (uncarried, marks.open_square, words("a question, answered only")),
            (unanswered, marks.crossed_square, words("a question without a level")),
            (any(row.picks for row in rows), marks.diamond, words("target of a picked question")),
        ]
    )
