"""Dates and numbers as people write them: `12. marts 2026`, `12 mars 2026`, `2,5`."""

from __future__ import annotations

import datetime as dt
import re

from sdgassess.language import N_, Words
from sdgassess.text import Exact, exact, number

LEVEL_IN_WORDS = N_("level {level}")
TITLE_AND_LEVEL = N_("{title}: level {level}.")
LEVEL_OF_MOST = N_("{level} of {most}")
FROM_TO = N_("{low} to {high}")
KNOWN_OF_ALL = N_("{known} of {all}")
NUMBER_OF_ALL = N_("{n} of {all}")
"""A level, an interval, a count among others; said with the numbers that they hold."""


_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


_SMALL = (N_("two"), N_("three"), N_("four"), N_("five"), N_("six"))


def small_number(value: int, words: Words) -> str:
    """A whole number within a sentence: from two to six in letters, others in figures."""
    return words(_SMALL[value - 2]) if 2 <= value <= len(_SMALL) + 1 else str(value)


def written_date(day: dt.date, words: Words) -> str:
    """A day in words, as in a letter."""
    month = words(_MONTHS[day.month - 1])
    return words("{day} {month} {year}", day=day.day, month=month, year=day.year)


def written_period(year: int, month: int | None, day: int | None, words: Words) -> str:
    """A year, a month or a day in words, as exactly as it is known."""
    if month is None:
        return str(year)
    if day is None:
        return f"{words(_MONTHS[month - 1])} {year}"
    return written_date(dt.date(year, month, day), words)


def written_when(text: str, words: Words) -> str | None:
    """A day that a file holds as text (`2026-10-01`), in words; None where it is anything else."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return written_date(dt.date.fromisoformat(text), words)
    except ValueError:
        return None


def written_number(value: Exact, words: Words, decimals: int = 2) -> str:
    """A number with a language's decimal mark; whole numbers have none."""
    return _with_mark(number(value, decimals), words)


def written_exact(value: Exact, words: Words) -> str:
    """A value exactly, with a language's decimal mark; `2/3` where decimals would never end."""
    return _with_mark(exact(value), words)


def _with_mark(figure: str, words: Words) -> str:
    """A figure with the decimal mark of the page's language."""
    return figure.replace(".", ",") if words.language in ("da", "sv") else figure


def between(low: str, high: str, words: Words) -> str:
    """An interval between two figures: with a dash, in words where a dash could be a minus."""
    if "−" in low + high or "-" in low + high:
        return words(FROM_TO, low=low, high=high)
    return f"{low}–{high}"


def written_interval(low: Exact, high: Exact, words: Words) -> str:
    """An interval as it is written, such as `1–2` or `−2 to 1`."""
    return between(written_number(low, words), written_number(high, words), words)


def written_level(value: Exact | None, words: Words, missing: str = "–") -> str:
    """A level as it is written, or what stands where there is none."""
    return missing if value is None else written_number(value, words)
