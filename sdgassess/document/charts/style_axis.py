"""A style axis: where a municipality stands between two ways that are both good ways.

The places of an axis are no numbers, since documents name a style and not a point, and no place
is better than another (model.md: Style).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.language import N_, Words
from sdgassess.model.question import Level
from sdgassess.numbers import LEVEL_IN_WORDS, written_number
from sdgassess.text import one_line

EVERY_STYLE_NEEDS = N_("Every style needs:")


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
        placeholder: the word that stands there instead, such as `neither yet`.
        reach: how far each pole is from the middle.
    """

    text: str
    low: str
    high: str
    position: int | None = None
    placeholder: str = ""
    reach: int = 2


class Condition(NamedTuple):
    """What every style needs: a question and its level, or the word for why it has none."""

    title: str
    level: Level | None
    placeholder: str = ""

    def level_words(self, words: Words) -> str:
        """Its level, or why it has none."""
        if self.level is None:
            return one_line(self.placeholder)
        return words(LEVEL_IN_WORDS, level=written_number(self.level, words))


class StyleAxis(NamedTuple):
    """A style axis.

    Attributes:
        title: its name.
        alt: every position and name on it, in sentences.
        zones: its places from one pole to the other, those aside last.
        items: the items whose answers decide the place.
        conditions: what all of these ways need, scored elsewhere.
    """

    title: str
    alt: str
    zones: tuple[Zone, ...]
    items: tuple[StyleItem, ...]
    conditions: tuple[Condition, ...]


def style_axis(
    title: str,
    zones: Sequence[Zone],
    items: Sequence[StyleItem],
    conditions: Sequence[Condition],
    words: Words,
) -> StyleAxis:
    """A style axis with its positions in words; never as better or worse."""
    sentences = [
        words("No position here is better than another."),
        *(_zone_sentences(zone, words) for zone in zones),
        *(_item_sentences(item, words) for item in items),
    ]
    if conditions:
        sentences.append(words(EVERY_STYLE_NEEDS))
    sentences += [f"{one_line(each.title)}: {each.level_words(words)}." for each in conditions]
    alt = "\n".join(sentences)
    return StyleAxis(one_line(title), alt, tuple(zones), tuple(items), tuple(conditions))


def _zone_sentences(zone: Zone, words: Words) -> str:
    """Who stands in a place."""
    sentences = [f"{one_line(zone.title)}."]
    if zone.ours:
        sentences.append(words("You are here."))
    if zone.references:
        names = ", ".join(one_line(name) for name in zone.references)
        sentences.append(words("References here: {names}.", names=names))
    return " ".join(sentences)


def _item_sentences(item: StyleItem, words: Words) -> str:
    """An item and its answer."""
    text, low, high = one_line(item.text), one_line(item.low), one_line(item.high)
    place = _position_words(item, words)
    sentences = [
        words("{text} From “{low}” to “{high}”.", text=text, low=low, high=high),
        words("Your {one_subject}: {place}.", place=place),
    ]
    return " ".join(sentences)


def _position_words(item: StyleItem, words: Words) -> str:
    """The position between the two poles, in words."""
    if item.position is None:
        return one_line(item.placeholder)
    if not item.position:
        return words("in the middle")
    n, pole = abs(item.position), one_line(item.low if item.position < 0 else item.high)
    if n >= item.reach:
        return words("wholly at “{pole}”", pole=pole)
    singular, plural = "one step towards “{pole}”", "{n} steps towards “{pole}”"
    return words.plural(singular, plural, n, pole=pole)
