"""Words and numbers of a file as exact values: levels, shares, dates. Never floats."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any

from sdgassess.model.profile import Period
from sdgassess.model.question import Level, Option, Question
from sdgassess.text import exact

_EXACT = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+|/[1-9][0-9]*)")
_SHARE = re.compile(r"(?:0|[1-9][0-9]*)(?:/[1-9][0-9]*|\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LONGEST = 40  # characters: a number of a million digits would take minutes to become a fraction


@lru_cache(maxsize=256)
def _fraction(value: str) -> Level:
    """A number exactly; one value for all who write it."""
    number = Fraction(value)
    return number.numerator if number.denominator == 1 else number


def level_of(value: Any) -> Level | None:
    """A whole number, or text such as `0.5` or `1/3`, exactly; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, str) and len(value) <= _LONGEST and _EXACT.fullmatch(value):
        return _fraction(value)
    return None


def level_on(question: Question, value: Any) -> Level | None:
    """The value as a level of this question, or None where it is not on its scale.

    A decimal is only read on a scale that has decimals, so that `3.0` is not a sloppy 3.
    """
    return level_among(question.options, value)


def level_among(options: Iterable[Option], value: Any) -> Level | None:
    """The value as one of these options' values, or None; see `level_on`."""
    if type(value) is int:
        return next((option.value for option in options if option.value == value), None)
    level = level_of(value)
    if level is None:
        return None
    values = [option.value for option in options]
    decimal = any(value.denominator != 1 for value in values)
    return level if decimal and level in values else None


def scale_words(options: Iterable[Option]) -> str:
    """A scale in a few characters: `0–4`, or `0, 0.5, 1` where it is not whole and unbroken."""
    values = sorted({option.value for option in options})
    if len(values) > 2 and all(high - low == 1 for low, high in pairwise(values)):
        dash = " … " if values[0] < 0 else "–"  # a dash before a minus is read as one sign
        return f"{plain(values[0])}{dash}{plain(values[-1])}"
    return ", ".join(plain(value) for value in values)


def plain(value: Level) -> str:
    """An exact value in digits: `3`, `0.5`, and `2/3` where decimals would never end."""
    return exact(value)


def share_of(value: Any) -> Fraction | None:
    """A share written as `2/3`, `0.5` or `1`; None for anything else."""
    word = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(word, str) and len(word) <= _LONGEST and _SHARE.fullmatch(word):
        return Fraction(word)
    return None


def period_of(value: Any) -> Period | None:
    """A year, a month or a day that there is: 2025, `2025-03`, `2025-03-12`; else None."""
    word = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    parts = _PERIOD.fullmatch(word) if isinstance(word, str) else None
    if parts is None:
        return None
    year, month, day = parts.groups()
    period = Period(int(year), int(month) if month else None, int(day) if day else None)
    try:
        _ = period.first_day
    except ValueError:
        return None
    return period


def is_period(value: Any) -> bool:
    """Whether a value is written like a year, a month or a day, real or not."""
    return isinstance(value, str) and _PERIOD.fullmatch(value) is not None


def is_date(value: Any) -> bool:
    """Whether a value is written like a date, real or not."""
    return isinstance(value, str) and _DATE.fullmatch(value) is not None


def date_of(value: Any) -> dt.date | None:
    """A calendar date written as `2026-03-12`; None where there is no such day."""
    if not is_date(value):
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def code_of(value: Any) -> str | None:
    """An official code as four digits, whether it was written as text or as a number."""
    return None if value is None else str(value).rjust(4, "0")
