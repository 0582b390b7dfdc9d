"""Voting cards: what everybody in a room holds up at once."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sdgassess.document.runs import Run


class Card(NamedTuple):
    """One card: what is held up, and what it is called."""

    mark: str
    name: Run


class Cards(NamedTuple):
    """Some sets of cards.

    Attributes:
        title: what they are, for the properties of the file.
        language: `da`, `sv` or `en`.
        date: the day that stamps the file.
        cards: all of them, in the order in which they are cut.
    """

    title: str
    language: str
    date: dt.date
    cards: tuple[Card, ...]
