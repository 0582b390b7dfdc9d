"""What a chart is drawn for: how wide it is, how large its letters, in which ink."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.report.charts.palette import Ink


class Paper(NamedTuple):
    """The room for a chart; everything in it grows with the letters.

    Attributes:
        width: in points; 470 is the width of the text on A4.
        size: of the letters, in points; numbers in heads and keys are a little smaller.
        ink: colours, or one ink.
    """

    width: float = 470
    size: float = 9
    ink: Ink = Ink.COLOUR


A4 = Paper()
"""The text column of an A4 page, in colours."""
