"""What is projected before it is a file: slides, each with one finding and what shows it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sdgassess.document.runs import Runs
from sdgassess.text import Exact


class Bar(NamedTuple):
    """Bars of one thing: what it is, and how long each is; None where nothing is known."""

    label: str
    values: tuple[Exact | None, ...]


class BarChart(NamedTuple):
    """Bars on a scale, one below the other.

    Attributes:
        names: what the lengths are, such as `Level`; several stand side by side, such as years.
        bars: from the first to the last, each with as many lengths as there are names; at least
            one.
        low: where the scale begins.
        high: where it ends; no bar goes further.
        step: from one mark of the scale to the next; None where there is one mark alone.
        alt: every number and name in it, in sentences.
    """

    names: tuple[str, ...]
    bars: tuple[Bar, ...]
    low: Exact
    high: Exact
    step: Exact | None
    alt: str


class SlideTable(NamedTuple):
    """A small table; empty cells are for the room.

    Attributes:
        head: the head of each column.
        rows: the cells, as many in each row as there are heads.
        shares: how wide the columns are against each other.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    shares: tuple[int, ...]


class Points(NamedTuple):
    """A few points, one below the other."""

    items: tuple[Runs, ...]


class Slide(NamedTuple):
    """One slide.

    Attributes:
        title: the finding, in a sentence.
        body: what shows it.
        notes: what to say and what to ask, for whoever stands beside it.
    """

    title: str
    body: Points | SlideTable | BarChart
    notes: str


class Slides(NamedTuple):
    """A set of slides.

    Attributes:
        title: the finding of all, in a sentence.
        subtitle: whose it is, and from when.
        notes: what to say first.
        language: `da`, `sv` or `en`.
        date: the date of the assessment; it also stamps the file, so that the same input gives
            the same bytes.
        slides: the slides behind the first.
    """

    title: str
    subtitle: str
    notes: str
    language: str
    date: dt.date
    slides: tuple[Slide, ...]
