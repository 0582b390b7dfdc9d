"""A style axis: where a municipality stands between two ways that are both good ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.outline import outlined
from sdgassess.report.charts.paper import Paper
from sdgassess.report.document import Chart
from sdgassess.text import one_line


class Zone(NamedTuple):
    """A named place on the axis.

    Attributes:
        title: its name, such as `Strategy-led`.
        ours: whether the municipality stands here.
        references: the names of the references that stand here.
        aside: whether it is off the axis, such as `neither yet`.
    """

    title: str
    ours: bool = False
    references: tuple[str, ...] = ()
    aside: bool = False


class StyleItem(NamedTuple):
    """One item between two poles.

    Attributes:
        text: what was asked.
        low: the low pole.
        high: the high pole.
        position: the answer, from `-reach` to `reach`; None where there is no number.
        without: the word that stands there instead, such as `neither yet`.
        references: names of references that stand on this item, with their answer.
    """

    text: str
    low: str
    high: str
    position: int | None = None
    without: str = ""
    references: tuple[tuple[str, int], ...] = ()


class Condition(NamedTuple):
    """What every style needs: a question, and its level; None where it has none."""

    title: str
    level: Level | None


def style_axis(
    zones: Sequence[Zone],
    items: Sequence[StyleItem],
    words: Words,
    paper: Paper = Paper(),
    *,
    reach: int = 2,
    conditions: Sequence[Condition] = (),
    title: str = "",
) -> Chart:
    """Draw a style axis; never as better or worse.

    Args:
        zones: the places of the axis from one pole to the other, those aside last.
        items: the items whose answers decide the place.
        words: the language of fixed words.
        paper: for which room and ink.
        reach: how far each pole is from the middle.
        conditions: what both ways need, scored elsewhere.
        title: the name of the axis.

    Returns:
        The chart; its alt text holds every position and name.
    """
    del reach
    said = [f"{one_line(z.title)}: {', '.join(map(one_line, z.references))}." for z in zones]
    said += [f"{one_line(item.text)} {item.position}" for item in items]
    said += [f"{one_line(c.title)}: {c.level}" for c in conditions]
    return outlined(one_line(title) or words("Style"), "\n".join(said), paper)
