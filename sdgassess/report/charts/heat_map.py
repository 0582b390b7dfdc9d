"""The heat map: factor by year, a number in every cell, and what has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.analysis.years_words import Direction
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.outline import outlined
from sdgassess.report.charts.paper import Paper
from sdgassess.report.charts.scale import Scale, figure, said_scale
from sdgassess.report.document import Chart
from sdgassess.text import one_line


class HeatRow(NamedTuple):
    """One factor.

    Attributes:
        title: its name.
        levels: its level in each column; None where it has none or cannot be compared.
        change: how the last column stands to the one it is held against; None leaves it out.
        steps: by how many levels, without a sign; None leaves the number out.
    """

    title: str
    levels: tuple[Level | None, ...]
    change: Direction | None = None
    steps: Level | None = None


def heat_map(
    rows: Sequence[HeatRow],
    columns: Sequence[str],
    scale: Scale,
    words: Words,
    paper: Paper = Paper(),
    *,
    change_head: str = "",
) -> Chart:
    """Draw the heat map.

    Args:
        rows: the factors, in order; at least one, each with as many levels as there are columns.
        columns: the years, or the municipalities; at least one.
        scale: the scale of the factors.
        words: the language of fixed words.
        paper: for which room and ink.
        change_head: the head of the column of changes, such as `Since 2024`.

    Returns:
        The chart; its alt text holds every cell.
    """
    del change_head
    alt = "\n".join([said_scale(scale, words), *(_said(row, columns, words) for row in rows)])
    return outlined(words("Levels by factor and year"), alt, paper)


def _said(row: HeatRow, columns: Sequence[str], words: Words) -> str:
    """Every cell of a row."""
    cells = (
        f"{one_line(column)}: {'–' if level is None else figure(level, words)}"
        for column, level in zip(columns, row.levels, strict=True)
    )
    return f"{one_line(row.title)}: {', '.join(cells)}."
