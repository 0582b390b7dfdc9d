"""Dates as people type them: `2026-03-12`, or the day first: `12.3.2026`, `12-3-2026`.

The day comes first in Danish and Swedish; a month first is read as no day where it cannot be one.
"""

from __future__ import annotations

import datetime as dt
import re

YEAR_OF_THE_GOALS = 2015
"""The goals were agreed on in it; no assessment is older."""

_DATE = re.compile(
    r"(?<![0-9-])(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])"
    r"|(?<![0-9./-])(?P<first>[0-9]{1,2})(?P<sign>[./-])(?P<second>[0-9]{1,2})(?P=sign)"
    r"(?P<last>[0-9]{4})(?![0-9]|[./-][0-9])\.?"
)
"""Three parts and a year of four figures; a case number such as `23/4711` has but two."""


def date_typed(typed: str) -> dt.date | None:
    """The day that a line names and nothing else, or None."""
    match = _DATE.fullmatch(typed)
    return _day(match) if match else None


def no_such_day(typed: str) -> bool:
    """Whether a line looks like a date, of a day that no calendar has."""
    return _DATE.fullmatch(typed) is not None and date_typed(typed) is None


def date_within(text: str) -> tuple[dt.date | None, str]:
    """The first real date anywhere in a text, and the text without it."""
    for match in _DATE.finditer(text):
        date = _day(match)
        if date:
            return date, text[: match.start()] + " " + text[match.end() :]
    return None, text


def latest_day(today: dt.date) -> dt.date:
    """The last day that an assessment can be dated: one year ahead."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # the 29th of February
        return today.replace(year=today.year + 1, day=28)


def _day(match: re.Match[str]) -> dt.date | None:
    """The day of a match, or None where no calendar has it."""
    year, month, day = match.group("year", "month", "day")
    if year is None:
        day, month, year = match.group("first", "second", "last")
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
