"""What a style axis holds: its places, its items, what every style needs; and it in sentences."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.pen import plain
from sdgassess.report.charts.scale import figure


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
    """What every style needs: a question and its level, or the word for why it has none."""

    title: str
    level: Level | None
    without: str = ""


class StyleAxis(NamedTuple):
    """An axis to draw.

    Attributes:
        title: its name.
        zones: its places from one pole to the other, those aside last.
        items: the items whose answers decide the place.
        reach: how far each pole is from the middle.
        conditions: what all of these ways need, scored elsewhere.
    """

    title: str
    zones: tuple[Zone, ...] = ()
    items: tuple[StyleItem, ...] = ()
    reach: int = 2
    conditions: tuple[Condition, ...] = ()


def said_axis(axis: StyleAxis, words: Words) -> str:
    """Everything that is drawn, in sentences."""
    said = [words("No place on this axis is better than another.")]
    said += [_said_zone(zone, words) for zone in axis.zones]
    said += [_said_item(item, axis.reach, words) for item in axis.items]
    if axis.conditions:
        said.append(words("Every style needs:"))
    said += [f"{plain(c.title)}: {said_level(c, words)}." for c in axis.conditions]
    return "\n".join(said)


def said_level(condition: Condition, words: Words) -> str:
    """The level of a condition, or why it has none."""
    if condition.level is None:
        return plain(condition.without)
    return words("level {level}", level=figure(condition.level, words))


def _said_zone(zone: Zone, words: Words) -> str:
    """Who stands in a place."""
    said = [f"{plain(zone.title)}."]
    if zone.ours:
        said.append(words("You are here."))
    if zone.references:
        names = ", ".join(plain(name) for name in zone.references)
        said.append(words("References here: {names}.", names=names))
    return " ".join(said)


def _said_item(item: StyleItem, reach: int, words: Words) -> str:
    """The answers to an item, ours and those of references."""
    text, low, high = plain(item.text), plain(item.low), plain(item.high)
    said = [words("{text} From “{low}” to “{high}”.", text=text, low=low, high=high)]
    if item.position is None:
        said.append(words("Your municipality: {place}.", place=plain(item.without)))
    else:
        said.append(
            words("Your municipality: {place}.", place=_place(item, item.position, reach, words))
        )
    said += [
        f"{plain(name)}: {_place(item, position, reach, words)}."
        for name, position in item.references
    ]
    return " ".join(said)


def _place(item: StyleItem, position: int, reach: int, words: Words) -> str:
    """A position between two poles, in words."""
    if not position:
        return words("in the middle")
    n, pole = abs(position), plain(item.low if position < 0 else item.high)
    if n >= reach:
        return words("wholly at “{pole}”", pole=pole)
    one, many = "one step towards “{pole}”", "{n} steps towards “{pole}”"
    return words.plural(one, many, n, pole=pole)
