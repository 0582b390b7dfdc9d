"""Dates that can be written and cannot be: a year ahead or more, or centuries back.

What they are held against is the day on which the file is checked, which only the command line
knows; so these rules stand beside the others, and a profile can be read without them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from sdgassess.files.read.entry import Entry
from sdgassess.model.days import EARLIEST_EVIDENCE, EARLIEST_YEAR, far_off
from sdgassess.problem import Fact, Problem

_DATED = ("date", "on")
"""The keys that hold a date; `by` holds any words, and is a plan."""
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def unlikely_dates(profile: Entry, today: dt.date) -> list[Problem]:
    """A warning for each date of a profile that cannot be.

    Args:
        profile: the file as a whole.
        today: the day on which it is checked.
    """
    problems = [_warning(profile["date"], EARLIEST_YEAR, today)]
    for key, entry in profile.entries():
        if key != "date":
            problems += [_warning(date, EARLIEST_EVIDENCE, today) for date in _dates(entry)]
    return [problem for problem in problems if problem is not None]


def _warning(date: Entry, earliest: int, today: dt.date) -> Problem | None:
    """What is unlikely about a date; None where nothing is, or where it is none."""
    word = date.shown  # a year alone is a number to the reader
    if not _DATE.fullmatch(word):
        return None
    why = far_off(word, earliest, today)
    if why is None:
        return None
    facts: dict[str, Fact] = {"date": word} if why == "ahead" else {"date": word, "why": why}
    return date.warning("P156", **facts)


def _dates(entry: Entry) -> Iterator[Entry]:
    """Every date below an entry."""
    for key, below in entry.entries():
        if key in _DATED:
            yield below
        yield from _dates(below)
    for item in entry.items():
        yield from _dates(item)
