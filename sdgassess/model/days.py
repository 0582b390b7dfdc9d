"""Which days an assessment, or what backs it, can be of."""

from __future__ import annotations

import datetime as dt

EARLIEST_YEAR = 2000
"""What is older than this was mistyped: no assessment comes down from the last century."""
EARLIEST_EVIDENCE = 1900
"""The same for what backs an answer: a statute can be old, but nothing in force is older."""


def far_off(date: str, earliest: int, today: dt.date) -> str | None:
    """How a date that can be written cannot be: `early`, `ahead`; None where it can.

    Args:
        date: a year, a month or a day in figures, the year first.
        earliest: the first year that it can be of.
        today: the day on which it is looked at.
    """
    if int(date[:4]) < earliest:
        return "early"
    latest = latest_day(today).isoformat()
    # A year or a month is over only with its last day, but begins with its first.
    return "ahead" if date > latest[: len(date)] else None


def latest_day(today: dt.date) -> dt.date:
    """The last day that an assessment can be dated: one year ahead."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # the 29th of February
        return today.replace(year=today.year + 1, day=28)
