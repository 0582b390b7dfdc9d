"""The lanes of a row of the ladder: the factor, its questions, its picked priorities."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from sdgassess.document.palette import (
    BEFORE,
    PAPER,
    STANDING,
    TEXT,
)
from sdgassess.language import Words
from sdgassess.report.charts import marks
from sdgassess.report.charts.key import SMALL
from sdgassess.report.charts.ladder_rows import LadderRow, Target
from sdgassess.report.charts.letters import fold, measure
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Look,
    Pen,
    Spot,
    plain,
)
from sdgassess.report.charts.plot import Plot
from sdgassess.report.charts.scale import figure

_FACTOR = 1.9
_QUESTIONS = 0.95
_TARGET = 1.35
_LARGE = 1.25
"""The letters of the level itself, as a share of the chart's."""
_PITCH = 0.6
"""From one square to the next."""


def height(row: LadderRow, plot: Plot) -> float:
    """How high the lanes of a row are together."""
    questions = _QUESTIONS if row.questions or row.unanswered else 0
    targets = sum(_target_height(target, plot) for target in row.targets)
    return _factor_height(row, plot) + plot.size * questions + targets


def level_room(row: LadderRow, size: float, words: Words) -> float:
    """How wide the level is as a number, with the number before a gate."""
    if row.level is None:
        return size
    now = measure(figure(row.level, words), size * _LARGE, bold=True)
    if row.before_gate is None:
        return now
    return now + measure(figure(row.before_gate, words), size) + size * 1.5


def drawn(row: LadderRow, top: float, plot: Plot, pen: Pen) -> list[str]:
    """All lanes of a row, from the top down."""
    size = plot.size
    y = top + _factor_height(row, plot) / 2
    elements = _without(row, y, plot, pen) if row.level is None else _factor(row, y, plot, pen)
    if row.last_year is not None:
        elements.append(marks.last_year(pen, (plot.x(row.last_year), y), size))
    y = top + _factor_height(row, plot) + size * (_QUESTIONS / 2 - 0.1)
    elements += _questions(row, y, plot, pen)
    y = top + height(row, plot)
    for target in reversed(row.targets):
        y -= _target_height(target, plot)
        elements += _target(target, y + size * _TARGET / 2, plot, pen)
    return elements


def level(row: LadderRow, place: Spot, plot: Plot, pen: Pen, words: Words) -> list[str]:
    """The level as a number; where a gate caps it, the number before and an arrow to it."""
    size, middle = plot.size, place[0]
    y = place[1] + _factor_height(row, plot) / 2
    large = Letters(size * _LARGE, "middle", bold=True)
    if row.level is None:
        return [pen.line((middle - size * 0.4, y), (middle + size * 0.4, y), BEFORE, size * 0.12)]
    said = figure(row.level, words)
    if row.before_gate is None:
        return [pen.text((middle, y), said, large)]
    before = figure(row.before_gate, words)
    wide = measure(before, size), measure(said, large.size, bold=True)
    left = middle - (wide[0] + wide[1] + size * 1.5) / 2
    return [
        pen.text((left, y), before, Letters(size)),
        marks.arrow(pen, (left + wide[0] + size * 0.2, y), size * 1.1, size),
        pen.text((left + wide[0] + size * 1.5, y), said, large._replace(anchor="start")),
    ]


def unanswered(row: LadderRow, place: Spot, plot: Plot, pen: Pen) -> list[str]:
    """How many questions have no level: a crossed square and the number."""
    (x, top), size = place, plot.size
    y = top + _factor_height(row, plot) + size * (_QUESTIONS / 2 - 0.1)
    number = Letters(size * SMALL)
    return [
        marks.missing(pen, (x - size * 0.45, y), size),
        pen.text((x + size * 0.05, y), str(row.unanswered), number),
    ]


def _factor(row: LadderRow, y: float, plot: Plot, pen: Pen) -> list[str]:
    """The factor: what is open, what was answered, what is backed, where a gate holds it."""
    size, x = plot.size, plot.x
    elements = []
    if row.open_between:
        low, high = row.open_between
        elements.append(marks.open_box(pen, (x(low), y), (x(high), y), size))
    outline, filling = row.outline, row.filling
    if outline is not None and filling is not None and outline != filling:
        elements.append(pen.line((x(filling), y), (x(outline), y), STANDING, size * 0.15))
    if row.level is not None and row.before_gate is not None:
        elements.append(marks.gate(pen, (x(row.before_gate), y), (x(row.level), y), size))
    if outline is not None:
        elements.append(marks.ring(pen, (x(outline), y), size))
    if filling is not None:
        elements.append(marks.dot(pen, (x(filling), y), size))
    return elements


def _without(row: LadderRow, y: float, plot: Plot, pen: Pen) -> list[str]:
    """A factor without a level: a dashed box over what is possible, and the word for why."""
    size = plot.size
    left, right = _box(row, plot)
    if row.interval is None:
        elements = [marks.dashes(pen, (left, y), (right, y))]
    else:
        inset = size * 0.8
        elements = [marks.open_box(pen, (left + inset, y), (right - inset, y), size)]
    letters = Letters(size * SMALL, "middle")
    start, room, lines = _word(row, plot)
    wide = max(measure(line, letters.size) for line in lines) + size * 0.5
    tall = letters.size * LEADING * len(lines)
    middle = start + room / 2 if start == left else start + wide / 2
    plate = pen.box((middle - wide / 2, y - tall / 2), (wide, tall), Look(PAPER))
    first = y - (len(lines) - 1) * letters.size * LEADING / 2
    return [*elements, plate, pen.lines((middle, first), lines, letters)]


def _factor_height(row: LadderRow, plot: Plot) -> float:
    """How high the first lane is: a mark, or the lines of the word for a missing level."""
    least = plot.size * _FACTOR
    if row.level is not None:
        return least
    _, _, lines = _word(row, plot)
    return max(least, plot.size * (len(lines) * SMALL * LEADING + 0.4))


def _box(row: LadderRow, plot: Plot) -> Spot:
    """The two ends of what is possible; the whole scale where that is not asked."""
    if row.interval is None:
        return plot.left + plot.size * 0.2, plot.right - plot.size * 0.2
    low, high = row.interval
    return plot.x(low) - plot.size * 0.8, plot.x(high) + plot.size * 0.8


def _word(row: LadderRow, plot: Plot) -> tuple[float, float, tuple[str, ...]]:
    """Where the word for a missing level begins, how much room it has, and its lines."""
    start, room = _room_for(row, _box(row, plot), plot)
    return start, room, fold(plain(row.without), room - plot.size * 0.6, plot.size * SMALL)


def _room_for(row: LadderRow, box: Spot, plot: Plot) -> Spot:
    """Where the word for a missing level stands: the first place that is wide enough.

    In the box, right of it, left of it; where last year's mark is in the box, beside that. What
    is nowhere wide enough stands in the widest of these places, in several lines.
    """
    rooms = [box]
    if row.last_year is not None:
        mark, ring = plot.x(row.last_year), plot.size * 0.5
        rooms = [(mark + ring, max(box[1], mark + ring)), (box[0], max(box[0], mark - ring))]
        if not box[0] < mark < box[1]:
            rooms = [box]
    places = [*rooms, (box[1], plot.right), (plot.left, box[0])]
    need = measure(plain(row.without), plot.size * SMALL) + plot.size * 0.7
    fitting = [place for place in places if place[1] - place[0] >= need]
    start, end = (fitting or [max(places, key=lambda place: place[1] - place[0])])[0]
    return start, end - start


def _questions(row: LadderRow, y: float, plot: Plot, pen: Pen) -> list[str]:
    """The questions: squares at their levels, with how many they are."""
    levels = sorted({question.level for question in row.questions})
    places = [plot.x(at) for at in levels]
    room = min([b - a for a, b in pairwise(places)] + [plot.column]) * 0.96
    elements = []
    for at in levels:
        here = Counter(q.carried for q in row.questions if q.level == at)
        elements += _bin(here, (plot.x(at), y), room, pen, plot.size)
    return elements


def _bin(here: Counter[bool], at: Spot, room: float, pen: Pen, size: float) -> list[str]:
    """The squares of one level: each of them, or one of a kind with its number."""
    letters = Letters(size * SMALL * 0.92)
    n = here.total()
    squares = [True] * here[True] + [False] * here[False]
    groups = [(squares, str(n) if n > 1 else "")]
    if _wide(groups, letters.size, size) > room:
        groups = [([filled], str(here[filled])) for filled in (True, False) if here[filled]]
    if _wide(groups, letters.size, size) > room:
        groups = [([here[True] > 0], "")]
    x = at[0] - _wide(groups, letters.size, size) / 2
    elements = []
    for squares, number in groups:
        for filled in squares:
            elements.append(marks.square(pen, (x + size * _PITCH / 2, at[1]), size, filled=filled))
            x += size * _PITCH
        if number:
            elements.append(pen.text((x + size * 0.1, at[1]), number, letters))
            x += measure(number, letters.size) + size * 0.2
    return elements


def _wide(groups: list[tuple[list[bool], str]], letters: float, size: float) -> float:
    """How wide squares and their numbers are together."""
    return sum(
        len(squares) * size * _PITCH + (measure(number, letters) + size * 0.2 if number else 0)
        for squares, number in groups
    )


def _ends(target: Target, plot: Plot) -> tuple[float, float]:
    """Where a picked priority stands, and where it is to go."""
    to = plot.x(target.target)
    return (to if target.now is None else plot.x(target.now)), to


def _beside(target: Target, plot: Plot) -> tuple[float, str] | None:
    """On which side of its marks a question's name has room; None where it has none."""
    wide = measure(plain(target.question), plot.size * SMALL, bold=True)
    ends = _ends(target, plot)
    high, low = max(ends) + plot.size * 0.85, min(ends) - plot.size * 0.85
    if high + wide <= plot.right:
        return high, "start"
    return (low, "end") if low - wide >= plot.left else None


def _below(target: Target, plot: Plot) -> tuple[str, ...]:
    """A question's name in lines, where it has no room beside its marks."""
    if _beside(target, plot):
        return ()
    return fold(plain(target.question), plot.width, plot.size * SMALL, bold=True)


def _target_height(target: Target, plot: Plot) -> float:
    """How high the lane of a picked priority is."""
    return plot.size * (_TARGET + len(_below(target, plot)) * SMALL * LEADING)


def _target(target: Target, y: float, plot: Plot, pen: Pen) -> list[str]:
    """A picked priority: from the question's level to its target, with the question's name."""
    size, elements = plot.size, []
    start, to = _ends(target, plot)
    if start != to:
        elements.append(pen.line((start, y), (to, y), TEXT, size * 0.22))
        elements.append(marks.filled_square(pen, (start, y), size))
    elements.append(marks.diamond(pen, (to, y), size))
    letters = Letters(size * SMALL, bold=True)
    if place := _beside(target, plot):
        x, anchor = place
        name = plain(target.question)
        return [*elements, pen.text((x, y), name, letters._replace(anchor=anchor))]
    middle = (plot.left + plot.width / 2, y + size * _TARGET * 0.75)
    below = _below(target, plot)
    return [*elements, pen.lines(middle, below, letters._replace(anchor="middle"))]
