"""The plot: where the levels of a scale stand across a chart, and its head with their names."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from sdgassess.document.charts.scale import Rung, Scale
from sdgassess.document.palette import GRID
from sdgassess.language import N_, Words
from sdgassess.media.charts import pen
from sdgassess.media.charts.lettering import fold, longest_word, measure
from sdgassess.media.charts.pen import LEADING, SIZE, SMALL, WIDTH, Letters
from sdgassess.numbers import written_number
from sdgassess.text import Exact, one_line

NO_LEVEL = N_("No level")
"""The head of the column beside the plot for what stands at no level."""

_LEAST_NAMED = 3.6
"""How wide a level has to be to carry its name, as a multiple of the size of the letters."""
_DEEPEST = 5
"""How many times a name is set in at most."""
_NAME = SIZE * SMALL * 0.92
"""The letters of the names of levels."""


class Plot(NamedTuple):
    """A scale laid out between two edges.

    Attributes:
        scale: the scale.
        left: the left edge of its lowest level's column.
        width: how wide all its columns are together.
    """

    scale: Scale
    left: float
    width: float

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

    def x(self, level: Exact) -> float:
        """Where a level stands."""
        if not self.scale.highest - self.scale.lowest:
            return self.left + self.width / 2
        share = float(self.scale.share(level))
        return self.left + self.column / 2 + share * (self.width - self.column)

    def numbered(self, words: Words) -> tuple[Rung, ...]:
        """The levels whose number has room above the plot: every one, or every so many."""
        rungs = self.scale.rungs
        widest = max(measure(written_number(r.value, words), SIZE, bold=True) for r in rungs)
        every = 1
        while self.column * every < widest + SIZE * 0.5 and every < len(rungs):
            every += 1
        return rungs[::every]

    def head_lines(self) -> tuple[tuple[str, ...], ...]:
        """The names of the levels, folded to their columns; none where there is no room."""
        names = [one_line(rung.name) for rung in self.scale.rungs]
        if not any(names) or self.column < SIZE * _LEAST_NAMED:
            return ()
        return tuple(fold(name, self.column - _NAME * 0.5, _NAME) for name in names)

    def head_height(self) -> float:
        """How high the head is: the numbers, and the names below them."""
        deepest = max((len(lines) for lines in self.head_lines()), default=0)
        return SIZE * (1.5 + deepest * SMALL * 0.92 * LEADING)

    def head(self, words: Words) -> list[str]:
        """The numbers of the levels, and their names where there is room."""
        y = SIZE * 0.6
        number, name = Letters(SIZE, "middle", bold=True), Letters(_NAME, "middle")
        elements = [
            pen.text((self.x(rung.value), y), written_number(rung.value, words), number)
            for rung in self.numbered(words)
        ]
        # There are as many lines of names as levels, or none at all.
        for rung, lines in zip(self.scale.rungs, self.head_lines(), strict=False):
            elements.append(pen.lines((self.x(rung.value), y + SIZE * 1.15), lines, name))
        return elements

    def grid(
        self,
        top: float,
        bottom: float,
        words: Words,
        reach: tuple[Exact, Exact] | None = None,
    ) -> list[str]:
        """A thin line down each level, or down those alone that a row can reach."""
        low, high = (self.scale.lowest, self.scale.highest) if reach is None else reach
        return [
            pen.line((self.x(rung.value), top), (self.x(rung.value), bottom), GRID, 0.6)
            for rung in self.numbered(words)
            if low <= rung.value <= high
        ]


class RowName(NamedTuple):
    """What a row is called, how many rows above it are parts that it belongs to, its weight."""

    title: str
    depth: int = 0
    bold: bool = False

    @property
    def inset(self) -> float:
        """How far it is set in; what lies very deep is set in no further."""
        return max(min(self.depth, _DEEPEST), 0) * SIZE * 0.8

    def lines(self, room: float) -> tuple[str, ...]:
        """The name in lines, in a column of names so wide."""
        return fold(one_line(self.title), room - self.inset, SIZE, bold=self.bold)


def label_room(names: Iterable[RowName]) -> float:
    """How wide the column of names has to be, so that none takes more than two lines.

    It is at least a fifth and at most a third of the chart; what does not fit there takes more
    lines.
    """
    least, most = WIDTH * 0.2, WIDTH * 0.34
    need = least
    for name in names:
        word = longest_word(one_line(name.title), SIZE, bold=name.bold)
        need = max(need, min(word + name.inset, most))
        while need < most and len(name.lines(need)) > 2:
            need += SIZE / 2
    return min(need, most) + SIZE * 0.2
