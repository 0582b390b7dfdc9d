"""Sittings that lie beside the one to begin: what a first prompt can say of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BegunSitting:
    """A profile in the folder where a new one would be written.

    Attributes:
        file: its name as it is shown and opened.
        place: what it assesses.
        date: the day that its answers stand for.
        answered: how many questions are answered.
        asked: how many apply.
        complete: whether it was ended as complete.
    """

    file: str
    place: str
    date: dt.date
    answered: int
    asked: int
    complete: bool

    def is_of(self, place: str, date: dt.date) -> bool:
        """Whether it is of a place on a day; capitals and spaces tell no places apart."""
        return self.date == date and _folded(self.place) == _folded(place)


def _folded(name: str) -> str:
    """A name without what people type differently from day to day."""
    return " ".join(name.split()).casefold()
