"""The scale that levels of a chart stand on: its values in order, and their names."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.text import one_line


class Rung(NamedTuple):
    """One level of a scale, with its name where it has one."""

    value: Level
    name: str = ""

    def label(self, words: Words) -> str:
        """Its number with its name behind it."""
        return f"{written_number(self.value, words)} {one_line(self.name)}".rstrip()


class Scale(NamedTuple):
    """The levels that can be reached, lowest first; at least one."""

    rungs: tuple[Rung, ...]

    @property
    def lowest(self) -> Level:
        """The lowest value."""
        return self.rungs[0].value

    @property
    def highest(self) -> Level:
        """The highest value."""
        return self.rungs[-1].value

    def share(self, level: Level) -> Fraction:
        """How far up the scale a level stands, from 0 to 1; what is outside stands at its end."""
        span = self.highest - self.lowest
        if not span:
            return Fraction(0)
        return min(max(Fraction(level - self.lowest) / span, Fraction(0)), Fraction(1))

    def name(self, level: Level) -> str:
        """The name of a level; empty where it has none or stands between two."""
        return next((rung.name for rung in self.rungs if rung.value == level), "")

    def sentence(self, words: Words) -> str:
        """Its levels with their names; its two ends where no level has a name."""
        if any(rung.name for rung in self.rungs):
            labels = ", ".join(rung.label(words) for rung in self.rungs)
            return words("The levels: {levels}.", levels=labels)
        low, high = written_number(self.lowest, words), written_number(self.highest, words)
        return words("The scale goes from {low} to {high}.", low=low, high=high)


def levels_by_column(columns: Iterable[str], levels: Iterable[Level | None], words: Words) -> str:
    """Every level of a row with the head of its column, such as `2025: 1, 2026: 2`."""
    cells = (
        words("{year}: no level", year=one_line(column))
        if level is None
        else f"{one_line(column)}: {written_number(level, words)}"
        for column, level in zip(columns, levels, strict=True)
    )
    return ", ".join(cells)
