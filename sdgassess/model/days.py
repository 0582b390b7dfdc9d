"""Which days an assessment, or what backs it, can be of."""

from __future__ import annotations

import datetime as dt

EARLIEST_YEAR = 2000
"""What is older than this was mistyped: no assessment comes down from the last century."""
EARLIEST_EVIDENCE = 1900
"""The same for what backs an answer: a statute can be old, but nothing in force is older."""


def latest_day(today: dt.date) -> dt.date:
    """The last day that an assessment can be dated: one year ahead."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # the 29th of February
        return today.replace(year=today.year + 1, day=28)
