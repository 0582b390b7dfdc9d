"""An item of a style axis: a line between two poles, with the answers on it."""

from __future__ import annotations

from sdgassess.report.charts import marks
from sdgassess.report.charts.key import SMALL
from sdgassess.report.charts.letters import fold, measure
from sdgassess.report.charts.palette import PAPER, TEXT
from sdgassess.report.charts.paper import Paper
from sdgassess.report.charts.pen import LEADING, Letters, Look, Pen, Spot, plain
from sdgassess.report.charts.style_place import StyleItem

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
    drawn += [*_line(reach, ends, y, pen, size), _answer(item, reach, (ends, y), pen, size)]
    y = max(top + tall, y + size * 0.8)
    for name, position in item.references:
        more, y = _reference(plain(name), (_x(position, reach, ends), y), pen, paper)
        drawn += more
    return drawn, y


def _line(reach: int, ends: Spot, y: float, pen: Pen, size: float) -> list[str]:
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
