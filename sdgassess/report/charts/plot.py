"""The plot: where the levels of a scale stand across a chart, and its head with their names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sdgassess.document.palette import GRID
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.key import SMALL
from sdgassess.report.charts.letters import fold, longest_word, measure
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Pen,
    plain,
)
from sdgassess.report.charts.scale import Rung, Scale, figure

_LEAST_NAMED = 3.6
"""How wide a level has to be to carry its name, as a multiple of the size of the letters."""


class Plot(NamedTuple):
    """A scale laid out between two edges.

    Attributes:
        scale: the scale.
        left: the left edge of its lowest level's column.
        width: how wide all its columns are together.
        size: of the letters.
    """

    scale: Scale
    left: float
    width: float
    size: float

    @property
    def column(self) -> float:
        """How wide each level's column is: as wide as the narrowest gap between two levels."""
        values = [float(rung.value) for rung in self.scale.rungs]
        span = values[-1] - values[0]
        if not span:
            return self.width
        gap = min(b - a for a, b in pairwise(values)) / span
        return self.width * gap / (1 + gap)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    def x(self, level: Level) -> float:
        """Where a level stands."""
        if not self.scale.highest - self.scale.lowest:
            return self.left + self.width / 2
        share = float(self.scale.share(level))
        return self.left + self.column / 2 + share * (self.width - self.column)

    def shown(self, words: Words) -> tuple[Rung, ...]:
        """The levels whose number has room above the plot: every one, or every so many."""
        rungs = self.scale.rungs
        widest = max(measure(figure(r.value, words), self.size, bold=True) for r in rungs)
        every = 1
        while self.column * every < widest + self.size * 0.5 and every < len(rungs):
            every += 1
        return rungs[::every]

    def head_lines(self) -> tuple[tuple[str, ...], ...]:
        """The names of the levels, folded to their columns; none where there is no room."""
        small = self.size * SMALL * 0.92
        room = self.column - small * 0.5
        names = [plain(rung.name) for rung in self.scale.rungs]
        if not any(names) or self.column < self.size * _LEAST_NAMED:
            return ()
        return tuple(fold(name, room, small) for name in names)

    def head_height(self) -> float:
        """How high the head is: the numbers, and the names below them."""
        deepest = max((len(lines) for lines in self.head_lines()), default=0)
        return self.size * (1.5 + deepest * SMALL * 0.92 * LEADING)

    def head(self, top: float, pen: Pen, words: Words) -> list[str]:
        """The numbers of the levels, and their names where there is room."""
        y = top + self.size * 0.6
        drawn = [
            pen.text(
                (self.x(r.value), y), figure(r.value, words), Letters(self.size, "middle", True)
            )
            for r in self.shown(words)
        ]
        small = Letters(self.size * SMALL * 0.92, "middle")
        for rung, lines in zip(self.scale.rungs, self.head_lines(), strict=False):
            drawn.append(pen.lines((self.x(rung.value), y + self.size * 1.15), lines, small))
        return drawn

    def grid(self, top: float, bottom: float, pen: Pen, words: Words) -> list[str]:
        """A thin line down each level."""
        return [
            pen.line((self.x(r.value), top), (self.x(r.value), bottom), GRID, 0.6)
            for r in self.shown(words)
        ]


def label_room(titles: Sequence[str], paper_width: float, size: float, *, bold: bool) -> float:
    """How wide the column of names has to be, so that none takes more than two lines.

    It is at least a fifth and at most a third of the paper; what does not fit there takes more
    lines.
    """
    least, most = paper_width * 0.2, paper_width * 0.34
    need = least
    for title in titles:
        need = max(need, min(longest_word(title, size, bold=bold), most))
        while need < most and len(fold(title, need, size, bold=bold)) > 2:
            need += size / 2
    return min(need, most) + size * 0.2
