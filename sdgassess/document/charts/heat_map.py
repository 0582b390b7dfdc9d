"""The heat map: factor by year, a number in every cell, and what has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.charts.scale import Scale, levels_by_column
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.text import one_line
from sdgassess.trend import Trend


class HeatRow(NamedTuple):
    """One factor.

    Attributes:
        title: its name.
        levels: its level in each column; None where it has none or cannot be compared.
        trend: how the last column stands to the one it is held against; None leaves it out.
        depth: how many rows above it are parts that it belongs to.
    """

    title: str
    levels: tuple[Level | None, ...]
    trend: Trend | None = None
    depth: int = 0


class ColumnHeads(NamedTuple):
    """The heads: the years or municipalities, and of the trends, such as `Since 2024`."""

    years: tuple[str, ...]
    trend: str = ""


class HeatMap(NamedTuple):
    """The heat map.

    Attributes:
        title: what it shows, in a few words.
        alt: every cell of it, in sentences.
        scale: the scale of the factors.
        heads: the heads; at least one year.
        rows: the factors, in order; at least one, each with as many levels as there are years.
    """

    title: str
    alt: str
    scale: Scale
    heads: ColumnHeads
    rows: tuple[HeatRow, ...]


def heat_map(rows: Sequence[HeatRow], heads: ColumnHeads, scale: Scale, words: Words) -> HeatMap:
    """The heat map with its numbers in words."""
    alt = "\n".join([scale.sentence(words), *(_row_sentences(row, heads, words) for row in rows)])
    return HeatMap(words("Levels by {one_part} and year"), alt, scale, heads, tuple(rows))


def _row_sentences(row: HeatRow, heads: ColumnHeads, words: Words) -> str:
    """Every cell of a row, and its trend."""
    cells = f"{one_line(row.title)} – {levels_by_column(heads.years, row.levels, words)}."
    if row.trend is None:
        return cells
    head, trend = one_line(heads.trend), row.trend.phrase(words)
    return f"{cells} {head}: {trend}." if head else f"{cells} {trend}."
