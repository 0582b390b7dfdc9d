"""Small multiples: a little chart for each factor, over the years, all on the same axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.outline import outlined
from sdgassess.report.charts.paper import Paper
from sdgassess.report.charts.scale import Scale, figure, said_scale
from sdgassess.report.document import Chart
from sdgassess.text import one_line


class Series(NamedTuple):
    """One factor: its name, and its level in each year, None where there is none to compare."""

    title: str
    levels: tuple[Level | None, ...]


def small_multiples(
    series: Sequence[Series],
    years: Sequence[str],
    scale: Scale,
    words: Words,
    paper: Paper = Paper(),
) -> Chart:
    """Draw the small multiples; two years become one dumbbell a factor.

    Args:
        series: the factors, in order; at least one, each with as many levels as there are years.
        years: the years, oldest first; at least two.
        scale: the scale of the factors.
        words: the language of fixed words.
        paper: for which room and ink.

    Returns:
        The chart; its alt text holds every level.
    """
    alt = "\n".join([said_scale(scale, words), *(_said(one, years, words) for one in series)])
    return outlined(words("Levels over the years"), alt, paper)


def _said(series: Series, years: Sequence[str], words: Words) -> str:
    """Every level of a factor."""
    cells = (
        f"{one_line(year)}: {'–' if level is None else figure(level, words)}"
        for year, level in zip(years, series.levels, strict=True)
    )
    return f"{one_line(series.title)}: {', '.join(cells)}."
