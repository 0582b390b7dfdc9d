"""What may be changed in one line before the first question: country, date, consent, practice."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from sdgassess.typed.dates import date_typed, date_within
from sdgassess.typed.keys import country_typed, yes_or_no

_COUNTRIES = {
    "DK": ("danmark", "denmark"),
    "SE": ("sverige", "sweden"),
    "NO": ("norge", "noreg", "norway"),
    "FI": ("finland", "suomi"),
    "IS": ("island", "ísland", "iceland"),
    "FO": ("færøerne", "färöarna", "føroyar", "faroe islands", "the faroe islands"),
    "GL": ("grønland", "grönland", "kalaallit nunaat", "greenland"),
    "AX": ("åland", "åland islands"),
}
"""The Nordic countries and lands, as those who live there and their neighbours call them."""

_PRACTICE = frozenset({"p", "practice", "øvelse", "övning"})


@dataclass(frozen=True, slots=True)
class Changes:
    """What a line changes; None leaves a thing as it is.

    Attributes:
        country: two letters.
        date: the day that the answers stand for.
        consent: whether voices may be shown by role.
        practice: whether the practice question comes first.
        strange: the parts of the line that are none of these.
    """

    country: str | None = None
    date: dt.date | None = None
    consent: bool | None = None
    practice: bool | None = None
    strange: tuple[str, ...] = ()


def changes_typed(line: str, *, country: bool, consent: bool, practice: bool) -> Changes:
    """What a line such as `SE, 12.3.2026, y` changes.

    Parts stand between commas, or spaces where each of them is understood alone.

    Args:
        line: what was typed.
        country: whether a country is asked for.
        consent: whether consent is; without it `no` can only be Norway.
        practice: whether there is a practice question.
    """
    asks = _Asks(country, consent, practice)
    changes = Changes()
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", line))):
        extended = asks.part(changes, part) or asks.row(changes, part)
        if extended is None:
            return replace(changes, strange=(part,))
        changes = extended
    return changes


class _Asks(NamedTuple):
    """What of it is asked for at all."""

    country: bool
    consent: bool
    practice: bool

    def row(self, changes: Changes, part: str) -> Changes | None:
        """The changes with a row of words among them, a day in the middle of it; else None."""
        period, rest = date_within(part)
        if period is not None and period.day is not None:
            changes = replace(changes, date=period.first_day)
        else:
            rest = part
        for piece in rest.split():
            # Between other words two small letters are a word, unless a neighbour's: "y or so".
            is_word = piece.islower() and country_typed(piece) not in (None, *_COUNTRIES)
            extended = None if is_word and yes_or_no(piece) is None else self.part(changes, piece)
            if extended is None:
                return None
            changes = extended
        return changes

    def part(self, changes: Changes, part: str) -> Changes | None:
        """The changes with one part of a line among them; None where it is none of them."""
        wish, letters = yes_or_no(part), _letters(part) if self.country else None
        if self.consent and wish is not None and part != "NO":
            return replace(changes, consent=wish)
        if self.practice and part.casefold() in _PRACTICE:
            return replace(changes, practice=True)
        if letters is not None:
            return replace(changes, country=letters)
        date = date_typed(part)
        return replace(changes, date=date) if date is not None else None


def _letters(part: str) -> str | None:
    """A country's two letters, typed as such or by its name."""
    name = part.casefold()
    named = (letters for letters, names in _COUNTRIES.items() if name in names)
    return country_typed(part) or next(named, None)
