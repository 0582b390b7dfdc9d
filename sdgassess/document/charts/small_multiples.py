"""Small multiples: a little chart for each factor, over the years, all on the same axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.charts.scale import Scale, levels_by_column
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.text import one_line


class Series(NamedTuple):
    """One factor.

    Attributes:
        title: its name.
        levels: its level in each year; None where there is none to compare.
        depth: how many factors above it are parts that it belongs to.
    """

    title: str
    levels: tuple[Level | None, ...]
    depth: int = 0


class SmallMultiples(NamedTuple):
    """The little charts.

    Attributes:
        title: what they show, in a few words.
        alt: every level in them, in sentences.
        scale: the scale of the factors.
        years: the years, oldest first; at least one.
        series: the factors, in order; at least one, each with as many levels as there are years.
    """

    title: str
    alt: str
    scale: Scale
    years: tuple[str, ...]
    series: tuple[Series, ...]


def small_multiples(
    series: Sequence[Series], years: Sequence[str], scale: Scale, words: Words
) -> SmallMultiples:
    """The little charts with their numbers in words."""
    sentences = [
        f"{one_line(factor.title)} – {levels_by_column(years, factor.levels, words)}."
        for factor in series
    ]
    alt = "\n".join([scale.sentence(words), *sentences])
    title = words("Levels over the years")
    return SmallMultiples(title, alt, scale, tuple(years), tuple(series))
