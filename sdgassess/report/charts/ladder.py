"""The ladder of factors: where each one stands on the scale, and what it is made of.

A row has up to three lanes. In the first the factor itself stands: its answered level as an
outline, its backed level as a filling, a gate as a post. In the second each of its questions is a
small square. A picked priority has a lane of its own below, since a target belongs to a question
and not to its factor: from the question's level to an open diamond, with the question's id.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.blocks import Chart
from sdgassess.document.palette import A4, GRID, PAPER, TEXT, Paper
from sdgassess.language import Words
from sdgassess.report.charts import ladder_lanes as lanes
from sdgassess.report.charts import marks
from sdgassess.report.charts.key import SMALL, Entry, key
from sdgassess.report.charts.ladder_rows import LadderRow, said_row
from sdgassess.report.charts.letters import fold
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Look,
    Pen,
    picture,
    plain,
)
from sdgassess.report.charts.plot import Plot, label_room
from sdgassess.report.charts.scale import Scale, said_scale

_LEVEL_ROOM = 4.2
"""The least room for the level, as a share of the size of the letters."""
_MISSING_ROOM = 3.8


class ByHand(NamedTuple):
    """What people put on a ladder by hand.

    Attributes:
        blank: whether marks and numbers are left out, so that people put their own.
        votes: the head of a column of empty boxes for votes; no column where empty.
        row_height: how high each row is at least, in points, to have room for a pen.
    """

    blank: bool = False
    votes: str = ""
    row_height: float = 0


PRINTED = ByHand()
"""Nothing is left to be filled in."""


class _Sheet(NamedTuple):
    """Where the columns of a ladder are, and with what it is drawn."""

    plot: Plot
    names: float
    missing: float | None
    level: float | None
    votes: float | None
    hand: ByHand
    paper: Paper
    pen: Pen
    words: Words

    @property
    def level_room(self) -> float:
        """How wide the column of levels is."""
        return (self.votes or self.paper.width) - (self.level or 0)


def ladder(
    rows: Sequence[LadderRow],
    scale: Scale,
    words: Words,
    paper: Paper = A4,
    hand: ByHand = PRINTED,
) -> Chart:
    """Draw the ladder.

    Args:
        rows: the factors, in the order in which they are to stand; at least one.
        scale: the scale that they stand on.
        words: the language of fixed words.
        paper: for which room and ink.
        hand: what people fill in by hand, as on a poster.

    Returns:
        The chart; its alt text holds every number and name.
    """
    sheet = _sheet(rows, scale, words, paper, hand)
    head = max(sheet.plot.head_height(), paper.size * 2.6)
    drawn = [*sheet.plot.head(0, sheet.pen, words), *_heads(sheet)]
    y = head
    for row in rows:
        height = _height(row, sheet)
        drawn += [
            sheet.pen.line((0, y), (paper.width, y), GRID, 0.6),
            *sheet.plot.grid(y + 1, y + height - 1, sheet.pen, words),
            *_row(row, y, height, sheet),
        ]
        y += height
    drawn.append(sheet.pen.line((0, y), (paper.width, y), GRID, 0.6))
    legend = [] if hand.blank else entries(rows, paper.size, sheet.pen, words)
    below = key(legend, y + paper.size * 0.6, sheet.pen, paper)
    height = y + paper.size * 0.6 + below.height
    svg = picture(paper.width, height, [*drawn, *below.drawn])
    return Chart(svg, words("Where each factor stands"), _alt(rows, sheet), paper.width, height)


def _sheet(
    rows: Sequence[LadderRow], scale: Scale, words: Words, paper: Paper, hand: ByHand
) -> _Sheet:
    """The columns from right to left: votes, level, questions without one, the scale, names."""
    right = paper.width
    votes = level = missing = None
    if hand.votes:
        right = votes = right - max(paper.width * 0.14, paper.size * 5.9)
    if not hand.blank:
        need = max(lanes.level_room(row, paper.size, words) for row in rows)
        right = level = right - max(paper.size * _LEVEL_ROOM, need + paper.size * 0.4)
        if any(row.unanswered for row in rows):
            right = missing = right - paper.size * _MISSING_ROOM
    titles = [plain(row.title) for row in rows]
    bold = any(row.strong for row in rows)
    names = label_room(titles, paper.width, paper.size, bold=bold)
    left = names + paper.size * 0.4
    plot = Plot(scale, left, right - left - paper.size * 0.2, paper.size)
    return _Sheet(plot, names, missing, level, votes, hand, paper, Pen(paper.ink), words)


def _heads(sheet: _Sheet) -> list[str]:
    """The heads of the columns beside the scale."""
    words, size = sheet.words, sheet.paper.size * SMALL
    columns = [
        (sheet.missing, sheet.paper.size * _MISSING_ROOM, words("No level")),
        (sheet.level, sheet.level_room, words("Level")),
        (sheet.votes, sheet.paper.width - (sheet.votes or 0), plain(sheet.hand.votes)),
    ]
    letters = Letters(size, "middle", bold=True)
    return [
        sheet.pen.lines(
            (left + room / 2, sheet.paper.size * 0.6), fold(said, room, size, bold=True), letters
        )
        for left, room, said in columns
        if left is not None
    ]


def _height(row: LadderRow, sheet: _Sheet) -> float:
    """How high a row is: its lanes, its name, or what a pen needs."""
    size = sheet.paper.size
    name = len(_name(row, sheet)) * size * LEADING + size * 0.7
    drawn = size * 2.2 if sheet.hand.blank else lanes.height(row, sheet.plot) + size * 0.5
    return max(name, drawn, sheet.hand.row_height)


def _name(row: LadderRow, sheet: _Sheet) -> tuple[str, ...]:
    """The name of a factor in lines."""
    return fold(plain(row.title), sheet.names, sheet.paper.size, bold=row.strong)


def _row(row: LadderRow, top: float, height: float, sheet: _Sheet) -> list[str]:
    """One factor: its name, its lanes, its level, an empty box for votes."""
    size, pen = sheet.paper.size, sheet.pen
    name = _name(row, sheet)
    first = top + height / 2 - (len(name) - 1) * size * LEADING / 2
    drawn = [pen.lines((0, first), name, Letters(size, bold=row.strong))]
    if sheet.votes is not None:
        inset = size * 0.3
        corner = (sheet.votes + inset, top + inset)
        extent = (sheet.paper.width - sheet.votes - inset - 1, height - 2 * inset)
        drawn.append(pen.box(corner, extent, Look(PAPER, TEXT, 0.8)))
    if sheet.level is None:
        return drawn
    start = top + (height - lanes.height(row, sheet.plot)) / 2
    drawn += lanes.drawn(row, start, sheet.plot, pen)
    drawn += lanes.level(
        row, (sheet.level + sheet.level_room / 2, start), sheet.plot, pen, sheet.words
    )
    if sheet.missing is not None and row.unanswered:
        place = (sheet.missing + size * _MISSING_ROOM / 2, start)
        drawn += lanes.unanswered(row, place, sheet.plot, pen)
    return drawn


def _alt(rows: Sequence[LadderRow], sheet: _Sheet) -> str:
    """Everything in sentences, a line a factor."""
    words = sheet.words
    if sheet.hand.blank:
        said = [words("To fill in: {names}.", names=", ".join(plain(row.title) for row in rows))]
    else:
        said = [said_row(row, sheet.plot.scale, words) for row in rows]
    if sheet.hand.votes:
        said.append(words("Empty boxes: {votes}.", votes=plain(sheet.hand.votes)))
    return "\n".join([said_scale(sheet.plot.scale, words), *said])


def entries(rows: Sequence[LadderRow], size: float, pen: Pen, words: Words) -> list[Entry]:
    """The entries of the key.

    Args:
        rows: what is drawn.
        size: of the letters.
        pen: what it is drawn with.
        words: the language of fixed words.
    """
    return [*_of_factors(rows, size, pen, words), *_of_questions(rows, size, pen, words)]


def _of_factors(rows: Sequence[LadderRow], size: float, pen: Pen, words: Words) -> list[Entry]:
    """The marks of the factors themselves."""
    apart = any(row.outline is not None and row.outline != row.filling for row in rows)
    gated = any(row.level is not None and row.before_gate is not None for row in rows)
    named = words("factor, backed level") if apart else words("factor")
    shown = [
        (any(row.filling is not None for row in rows), marks.dot, named),
        (apart, marks.ring, words("factor, answered level")),
        (gated, marks.post, words("held here by a gate")),
        (any(row.last_year is not None for row in rows), marks.last_year, words("last year")),
        (any(row.open_between for row in rows), marks.small_box, words("still open")),
    ]
    return [Entry(marks.at_size(mark, pen, size), said) for here, mark, said in shown if here]


def _of_questions(rows: Sequence[LadderRow], size: float, pen: Pen, words: Words) -> list[Entry]:
    """The marks of the questions."""
    questions = [question for row in rows for question in row.questions]
    short = any(not question.carried for question in questions)
    named = words("a question, backed") if short else words("a question")
    shown = [
        (any(question.carried for question in questions), marks.filled_square, named),
        (short, marks.open_square, words("a question, answered only")),
        (any(row.unanswered for row in rows), marks.missing, words("a question without a level")),
        (any(row.targets for row in rows), marks.diamond, words("target of a picked question")),
    ]
    return [Entry(marks.at_size(mark, pen, size), said) for here, mark, said in shown if here]
