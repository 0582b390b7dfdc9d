"""What a calendar holds before it is a file: days on which something is to be done."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class CalendarDay(NamedTuple):
    """A day with what is to be done by it.

    Attributes:
        id: the same for the same matter each time, so that a calendar that has it moves it
            instead of holding it twice.
        day: the day; it has no hour.
        title: what is to be done, on one line.
        text: what to know about it, with the lines that it has.
    """

    id: str
    day: dt.date
    title: str
    text: str


class Calendar(NamedTuple):
    """Days to be taken into a calendar.

    Attributes:
        title: what they belong to.
        language: `da`, `sv` or `en`.
        date: the day that they were agreed on; it also stamps the file, so that the same input
            gives the same bytes.
        days: the days.
    """

    title: str
    language: str
    date: dt.date
    days: tuple[CalendarDay, ...]
