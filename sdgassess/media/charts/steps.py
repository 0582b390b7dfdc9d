"""A level at a glance: a row of boxes, those that are reached full, the others empty.

Full and empty differ in filling, not in colour alone, so that they can be told apart in grey.
"""

from __future__ import annotations

from sdgassess.document.palette import PAPER, STANDING
from sdgassess.document.screen import Steps
from sdgassess.language import Words
from sdgassess.media.charts import pen
from sdgassess.media.charts.pen import Drawing, Stroke
from sdgassess.numbers import NUMBER_OF_ALL

_SIDE = 7.0
_BETWEEN = 2.5
_LINE = 1.0
"""A box, what is left between two, and its line, in points."""


def steps_words(steps: Steps, words: Words) -> str:
    """What the boxes show, for whoever cannot see them."""
    return words(NUMBER_OF_ALL, n=steps.reached, all=steps.of)


def draw_steps(steps: Steps) -> Drawing:
    """Draw a level as boxes.

    Args:
        steps: how many of how many are reached.

    Returns:
        A picture as high as a capital letter of a table's cells.
    """
    full, empty = (Stroke(fill, STANDING, _LINE) for fill in (STANDING, PAPER))
    edge, wide = _LINE / 2, _SIDE - _LINE
    boxes = (
        pen.box(
            (place * (_SIDE + _BETWEEN) + edge, edge),
            (wide, wide),
            full if place < steps.reached else empty,
        )
        for place in range(steps.of)
    )
    return Drawing(tuple(boxes), steps.of * (_SIDE + _BETWEEN) - _BETWEEN, _SIDE)
