"""Dates as people type them: `2026-03-12`, `12.3.2026`, `3/4-2026`, `12. marts 2026`, `mars 2026`.

The day comes first in Danish and Swedish; a month first is read as no day where it cannot be one.
A date stands alone: inside a link or the name of a file it is part of that word.
"""

from __future__ import annotations

import datetime as dt
import re

from sdgassess.model.profile import Period

_MONTHS = (
    ("january", "januar", "januari"),
    ("february", "februar", "februari"),
    ("march", "marts", "mars"),
    ("april",),
    ("may", "maj"),
    ("june", "juni"),
    ("july", "juli"),
    ("august", "augusti"),
    ("september",),
    ("october", "oktober"),
    ("november",),
    ("december",),
)
_SHORTEST_NAME = 3
"""So many letters of a month are enough, with or without a full stop: `mar`, `okt.`"""

_FIGURES = (
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"|(?P<first>[0-9]{1,2})(?P<sign>[./-])(?P<second>[0-9]{1,2})(?P=sign)(?P<last>[0-9]{4})"
    r"|(?P<before>[0-9]{1,2})/(?P<after>[0-9]{1,2})[- ](?P<behind>[0-9]{4})"
    r"|(?P<early>[0-9]{1,2})/(?P<mid>[0-9]{1,2})-(?P<late>[0-9]{2})"
)
"""Three parts and a year of four figures; a case number such as `23/4711` has but two."""

_SHORT = (
    r"(?:den |d\. ?)(?P<opening>[0-9]{1,2})[./](?P<middle>[0-9]{1,2})[-./ ](?P<short>[0-9]{2})"
)
"""Behind a word that announces a day a year of two figures is one, too: `d. 3/4 26`."""

_NAMED = (
    r"(?:den |d\. ?)?(?P<ordinal>[0-9]{1,2})\.? (?P<name>[^\W\d_]{3,9})\.? (?P<of>[0-9]{4})"
    r"|(?P<only>[^\W\d_]{3,9})\.? (?P<in>[0-9]{4})"
    r"|(?P<whole>[0-9]{4})-(?P<part>[0-9]{2})"
)
_ALONE = r"(?<![^\s(\[\"„“”«»])(?:%s)(?=[.,;:!?)\]\"”«»]*(?:\s|$))"
_DATE = re.compile(_ALONE % f"(?:den |d\\. ?)?(?:{_FIGURES})|{_SHORT}|{_NAMED}", re.IGNORECASE)
_LEFT_OVER = re.compile(r"\s*(?:\(\s*\)|\[\s*\]|[\"„“”«»]\s*[\"“”«»])|\s+(?=[,;])")
_CLOSING = ')]"”“«»'
_YEAR = re.compile(r"[0-9]{4}")
_TURN = "70"
_SIGNS_BEHIND = ".,;:!?"


def date_typed(typed: str) -> dt.date | None:
    """The day that a line names and nothing else, or None."""
    period = _period_alone(typed)
    return period.first_day if period is not None and period.day is not None else None


def period_typed(typed: str) -> Period | None:
    """The year, month or day that a text names and nothing else, or None."""
    line = typed.strip()
    if _YEAR.fullmatch(line) and int(line) > 0:
        return Period(int(line))
    return _period_alone(line)


def no_such_day(typed: str) -> bool:
    """Whether a line looks like a date, of a day that no calendar has."""
    match = _whole_match(typed)
    return match is not None and _is_in_figures(match) and _period(match) is None


def date_within(text: str) -> tuple[Period | None, str]:
    """The first real date that stands alone in a text, and the text without it.

    A day is preferred to a month, wherever it stands: it says more.
    """
    matches = [(match, period) for match in _DATE.finditer(text) if (period := _period(match))]
    matches.sort(key=lambda found: found[1].day is None)
    for match, period in matches[:1]:
        behind = text[match.end() :]
        between = "" if behind[:1] and behind[0] in _CLOSING else " "
        rest = text[: match.start()].rstrip() + between + behind.removeprefix(".")
        return period, _LEFT_OVER.sub("", rest)
    return None, text


def _period_alone(typed: str) -> Period | None:
    """The period that a line is, or None."""
    match = _whole_match(typed)
    return _period(match) if match else None


def _whole_match(typed: str) -> re.Match[str] | None:
    """A match of the line as a whole, but for signs behind it."""
    match = _DATE.match(typed)
    return match if match and not typed[match.end() :].strip(_SIGNS_BEHIND) else None


def _is_in_figures(match: re.Match[str]) -> bool:
    """Whether day, month and year are all figures."""
    return any(match.group(name) for name in ("year", "last", "behind", "late", "short"))


def _period(match: re.Match[str]) -> Period | None:
    """The day or month of a match, or None where no calendar has it."""
    year, month, day = _parts(match)
    if month is None:
        return None
    period = Period(int(year), month, int(day) if day else None)
    try:
        _ = period.first_day
    except ValueError:
        return None
    return period


def _parts(match: re.Match[str]) -> tuple[str, int | None, str | None]:
    """Year, month and day as they were written; no month where a name is none."""
    part = match.groupdict()
    for year, month, day in (
        ("year", "month", "day"),
        ("last", "second", "first"),
        ("behind", "after", "before"),
        ("late", "mid", "early"),
        ("short", "middle", "opening"),
    ):
        if part[year]:
            return _full(part[year]), int(part[month]), part[day]
    if part["whole"]:
        return part["whole"], int(part["part"]), None
    if part["of"]:
        return part["of"], _month(part["name"]), part["ordinal"]
    return part["in"], _month(part["only"]), None


def _full(year: str) -> str:
    """A year with its century; two figures are of ours, or of the last one."""
    if len(year) > 2:
        return year
    return f"20{year}" if year < _TURN else f"19{year}"


def _month(name: str) -> int | None:
    """The number of a month by its name in any of the languages, or by how that begins."""
    wanted = name.lower()
    for number, names in enumerate(_MONTHS, 1):
        if len(wanted) >= _SHORTEST_NAME and any(full.startswith(wanted) for full in names):
            return number
    return None
