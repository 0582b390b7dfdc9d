"""The lanes of a row of the ladder: the factor, its questions, its picked priorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sdgassess.document.charts.ladder import LadderRow, Pick
from sdgassess.document.palette import MUTED, PAPER, STANDING, TEXT
from sdgassess.language import Words
from sdgassess.media.charts import marks, pen
from sdgassess.media.charts.lettering import fold, measure
from sdgassess.media.charts.pen import LEADING, SIZE, SMALL, Letters, Spot, Stroke
from sdgassess.media.charts.plot import Plot
from sdgassess.numbers import written_number
from sdgassess.text import one_line

_FACTOR = 1.9
_QUESTIONS = 0.95
_PICK = 1.35
_LARGE = SIZE * 1.25
"""The letters of the level itself."""
_PITCH = SIZE * 0.6
"""From one square to the next."""


def height(row: LadderRow, plot: Plot) -> float:
    """How high the lanes of a row are together."""
    questions = _QUESTIONS if row.questions or row.unanswered else 0
    picks = sum(_pick_height(pick, plot) for pick in row.picks)
    return _factor_height(row, plot) + SIZE * questions + picks


def middle(row: LadderRow, plot: Plot) -> float:
    """How far below the top of its lanes a row's level stands."""
    return _factor_height(row, plot) / 2


def level_room(row: LadderRow, words: Words) -> float:
    """How wide the level is as a number, with the number before a gate."""
    if row.level is None:
        return SIZE
    level = measure(written_number(row.level, words), _LARGE, bold=True)
    if row.before_gate is None:
        return level
    return level + measure(written_number(row.before_gate, words), SIZE) + SIZE * 1.5


def draw_lanes(row: LadderRow, top: float, plot: Plot) -> list[str]:
    """All lanes of a row, from the top down."""
    middle = top + _factor_height(row, plot) / 2
    draw_factor = _without_level if row.level is None else _with_level
    elements = draw_factor(row, middle, plot)
    elements += _questions(row, _questions_middle(row, top, plot), plot)
    y = top + height(row, plot)
    for pick in reversed(row.picks):
        y -= _pick_height(pick, plot)
        elements += _pick(pick, y + SIZE * _PICK / 2, plot)
    return elements


def draw_level(row: LadderRow, place: Spot, plot: Plot, words: Words) -> list[str]:
    """The level as a number; where a gate caps it, the number before and an arrow to it."""
    middle, y = place[0], place[1] + _factor_height(row, plot) / 2
    large = Letters(_LARGE, "middle", bold=True)
    if row.level is None:
        return [pen.line((middle - SIZE * 0.4, y), (middle + SIZE * 0.4, y), MUTED, SIZE * 0.12)]
    level = written_number(row.level, words)
    if row.before_gate is None:
        return [pen.text((middle, y), level, large)]
    before = written_number(row.before_gate, words)
    widths = measure(before, SIZE), measure(level, _LARGE, bold=True)
    start = middle - (widths[0] + widths[1] + SIZE * 1.5) / 2
    return [
        pen.text((start, y), before, Letters(SIZE)),
        marks.arrow((start + widths[0] + SIZE * 0.2, y)),
        pen.text((start + widths[0] + SIZE * 1.5, y), level, large._replace(anchor="start")),
    ]


def draw_unanswered(row: LadderRow, place: Spot, plot: Plot) -> list[str]:
    """How many questions have no level: a crossed square and the number."""
    x, y = place[0], _questions_middle(row, place[1], plot)
    return [
        marks.crossed_square((x - SIZE * 0.45, y)),
        pen.text((x + SIZE * 0.05, y), str(row.unanswered), Letters(SIZE * SMALL)),
    ]


def _with_level(row: LadderRow, y: float, plot: Plot) -> list[str]:
    """The factor: what is open, what was answered, what is backed, where a gate holds it."""
    x = plot.x
    elements = []
    if row.open_between:
        low, high = row.open_between
        elements.append(marks.open_box((x(low), y), (x(high), y)))
    outline, filling = row.outline, row.filling
    if outline is not None and filling is not None and outline != filling:
        elements.append(pen.line((x(filling), y), (x(outline), y), STANDING, SIZE * 0.15))
    if row.level is not None and row.before_gate is not None:
        elements.append(marks.gate((x(row.before_gate), y), (x(row.level), y)))
    if outline is not None:
        elements.append(marks.ring((x(outline), y)))
    if filling is not None:
        elements.append(marks.dot((x(filling), y)))
    return elements


def _without_level(row: LadderRow, y: float, plot: Plot) -> list[str]:
    """A factor without a level: a dashed box over what is possible, and the word for why."""
    start, end = _possible(row, plot)
    if row.interval is None:
        elements = [marks.dashes((start, y), (end, y))]
    else:
        inset = SIZE * 0.8
        elements = [marks.open_box((start + inset, y), (end - inset, y))]
    letters = Letters(SIZE * SMALL, "middle")
    word = _placeholder(row, plot)
    width = max(measure(line, letters.size) for line in word.lines) + SIZE * 0.5
    tall = letters.size * LEADING * len(word.lines)
    # Beside the box the word begins where its room does; in the box it stands in the middle.
    middle = word.start + (word.room if word.start == start else width) / 2
    plate = pen.box((middle - width / 2, y - tall / 2), (width, tall), Stroke(PAPER))
    return [*elements, plate, pen.centred((middle, y), word.lines, letters)]


def _factor_height(row: LadderRow, plot: Plot) -> float:
    """How high the first lane is: a mark, or the lines of the word for a missing level."""
    least = SIZE * _FACTOR
    if row.level is not None:
        return least
    return max(least, SIZE * (len(_placeholder(row, plot).lines) * SMALL * LEADING + 0.4))


def _possible(row: LadderRow, plot: Plot) -> Spot:
    """The two ends of what is possible; the full scale where that is not asked."""
    if row.interval is None:
        return plot.left + SIZE * 0.2, plot.right - SIZE * 0.2
    low, high = row.interval
    return plot.x(low) - SIZE * 0.8, plot.x(high) + SIZE * 0.8


class _Placeholder(NamedTuple):
    """Where the word for a missing level begins, how much room it has, and its lines."""

    start: float
    room: float
    lines: tuple[str, ...]


def _placeholder(row: LadderRow, plot: Plot) -> _Placeholder:
    """The word for a missing level in the first place that is wide enough.

    In the box, right of it, left of it. What is nowhere wide enough stands in the widest of these
    places, in several lines.
    """
    word = one_line(row.placeholder)
    box = _possible(row, plot)
    places = [box, (box[1], plot.right), (plot.left, box[0])]
    need = measure(word, SIZE * SMALL) + SIZE * 0.7
    fitting = [place for place in places if place[1] - place[0] >= need]
    start, end = (fitting or [max(places, key=lambda place: place[1] - place[0])])[0]
    return _Placeholder(start, end - start, fold(word, end - start - SIZE * 0.6, SIZE * SMALL))


def _questions_middle(row: LadderRow, top: float, plot: Plot) -> float:
    """The middle of the lane of questions, in a row whose lanes begin at the top."""
    return top + _factor_height(row, plot) + SIZE * (_QUESTIONS / 2 - 0.1)


def _questions(row: LadderRow, y: float, plot: Plot) -> list[str]:
    """The questions: squares at their levels, with how many they are."""
    levels = sorted({question.answered for question in row.questions})
    places = [plot.x(level) for level in levels]
    room = min([b - a for a, b in pairwise(places)] + [plot.column]) * 0.96
    elements = []
    for level, x in zip(levels, places, strict=True):
        carried = Counter(q.is_carried for q in row.questions if q.answered == level)
        elements += _bin(carried, (x, y), room)
    return elements


_Group = tuple[Sequence[bool], str]
"""Squares side by side, each filled or not, and the number behind them, empty for none."""


def _bin(carried: Counter[bool], at: Spot, room: float) -> list[str]:
    """The squares of one level: each of them, or one of a kind with its number."""
    letters = Letters(SIZE * SMALL * 0.92)
    n = carried.total()
    squares = [True] * carried[True] + [False] * carried[False]
    groups: list[_Group] = [(squares, str(n) if n > 1 else "")]
    if _groups_width(groups, letters) > room:
        groups = [([filled], str(carried[filled])) for filled in (True, False) if carried[filled]]
    if _groups_width(groups, letters) > room:
        groups = [([carried[True] > 0], "")]
    x = at[0] - _groups_width(groups, letters) / 2
    elements = []
    for group, number in groups:
        for filled in group:
            elements.append(marks.square((x + _PITCH / 2, at[1]), filled=filled))
            x += _PITCH
        if number:
            elements.append(pen.text((x + SIZE * 0.1, at[1]), number, letters))
            x += measure(number, letters.size) + SIZE * 0.2
    return elements


def _groups_width(groups: Sequence[_Group], letters: Letters) -> float:
    """How wide squares and their numbers are together."""
    return sum(
        len(group) * _PITCH + (measure(number, letters.size) + SIZE * 0.2 if number else 0)
        for group, number in groups
    )


def _ends(pick: Pick, plot: Plot) -> tuple[float, float]:
    """Where a picked priority stands, and where it is to go."""
    to = plot.x(pick.target)
    return (to if pick.level is None else plot.x(pick.level)), to


def _beside(pick: Pick, plot: Plot) -> tuple[float, str] | None:
    """On which side of its marks a question's name has room; None where it has none."""
    width = measure(one_line(pick.question), SIZE * SMALL, bold=True)
    ends = _ends(pick, plot)
    high, low = max(ends) + SIZE * 0.85, min(ends) - SIZE * 0.85
    if high + width <= plot.right:
        return high, "start"
    return (low, "end") if low - width >= plot.left else None


def _below(pick: Pick, plot: Plot) -> tuple[str, ...]:
    """A question's name in lines, where it has no room beside its marks."""
    if _beside(pick, plot):
        return ()
    return fold(one_line(pick.question), plot.width, SIZE * SMALL, bold=True)


def _pick_height(pick: Pick, plot: Plot) -> float:
    """How high the lane of a picked priority is."""
    return SIZE * (_PICK + len(_below(pick, plot)) * SMALL * LEADING)


def _pick(pick: Pick, y: float, plot: Plot) -> list[str]:
    """A picked priority: from the question's level to its target, with the question's name."""
    elements = []
    start, to = _ends(pick, plot)
    if start != to:
        elements.append(pen.line((start, y), (to, y), TEXT, SIZE * 0.22))
        elements.append(marks.filled_square((start, y)))
    elements.append(marks.diamond((to, y)))
    letters = Letters(SIZE * SMALL, bold=True)
    if place := _beside(pick, plot):
        x, anchor = place
        name = one_line(pick.question)
        return [*elements, pen.text((x, y), name, letters._replace(anchor=anchor))]
    middle = (plot.left + plot.width / 2, y + SIZE * _PICK * 0.75)
    below = _below(pick, plot)
    return [*elements, pen.lines(middle, below, letters._replace(anchor="middle"))]
