"""A factor over the years, and the same in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.pen import plain
from sdgassess.report.charts.scale import figure


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
