"""The scale that levels stand on: its values in order, their names, their shades."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sdgassess.document.palette import SHADES
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.pen import plain
from sdgassess.text import number


class Rung(NamedTuple):
    """One level of a scale, with its name where it has one."""

    value: Level
    name: str = ""


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
        return min(max((level - self.lowest) / span, Fraction(0)), Fraction(1))

    def shade(self, level: Level) -> int:
        """The shade of a level in a heat map, spread over all shades, rounded half up."""
        return int(self.share(level) * (len(SHADES) - 1) + Fraction(1, 2))

    def name(self, level: Level) -> str:
        """The name of a level; empty where it has none or stands between two."""
        return next((rung.name for rung in self.rungs if rung.value == level), "")


def figure(level: Level, words: Words) -> str:
    """A level for readers of a language: a decimal comma and a true minus where they belong."""
    said = number(level).replace("-", "−")
    return said if words.language == "en" else said.replace(".", ",")


def said_scale(scale: Scale, words: Words) -> str:
    """The scale in a sentence, with the names of its levels."""
    named = [f"{figure(rung.value, words)} {rung.name}".rstrip() for rung in scale.rungs]
    if not any(rung.name for rung in scale.rungs):
        named = [figure(scale.lowest, words), figure(scale.highest, words)]
        return words("The scale goes from {low} to {high}.", low=named[0], high=named[1])
    return words("The levels: {levels}.", levels=", ".join(named))


class Series(NamedTuple):
    """One factor: its name, and its level in each year, None where there is none to compare."""

    title: str
    levels: tuple[Level | None, ...]


def said_series(series: Series, years: Sequence[str], words: Words) -> str:
    """Every level of a factor, year by year."""
    cells = (
        words("{year}: no level", year=plain(year))
        if level is None
        else f"{plain(year)}: {figure(level, words)}"
        for year, level in zip(years, series.levels, strict=True)
    )
    return f"{plain(series.title)} – {', '.join(cells)}."
