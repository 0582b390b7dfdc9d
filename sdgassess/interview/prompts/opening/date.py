"""The day that the answers stand for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.prompts.opening.new_year import too_early
from sdgassess.interview.prompts.opening.opening import press
from sdgassess.interview.state.phases import (
    NamingCountry,
    NamingDate,
    NamingMunicipality,
    NamingRoles,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.days import EARLIEST_YEAR, latest_day
from sdgassess.text import echoed
from sdgassess.typed.dates import date_typed, no_such_day


def show(sitting: Sitting, _: NamingDate) -> Screen:
    """The prompt, with the day that Enter alone takes."""
    date = sitting.assessed.date.isoformat()
    asks = sitting.setting.words("Date (Enter = {date}): ", date=date)
    return Screen((), asks, PromptKind.WORDS)


def take(sitting: Sitting, _: NamingDate, line: str) -> Sitting:
    """A date; nothing typed keeps the one that was shown."""
    typed = " ".join(line.split())
    pressed = press(sitting, typed, _before(sitting), _explained)
    if pressed is not None:
        return pressed
    date = date_typed(typed) if typed else sitting.assessed.date
    if date is None:
        return sitting.staying().saying(_why_no_date(sitting, typed))
    refusal = (_far_off(sitting, date) if typed else None) or too_early(sitting, date)
    if refusal is not None:
        return sitting.staying().saying(refusal)
    if typed and typed != date.isoformat():
        sitting = sitting.saying(sitting.setting.words("Date: {date}.", date=date.isoformat()))
    dated = replace(sitting, profile=replace(sitting.assessed, date=date))
    if sitting.setting.questionnaire.roles:
        return dated.at(NamingRoles())
    return navigation.begin(dated)


def _before(sitting: Sitting) -> NamingCountry | NamingMunicipality:
    """What was asked before the date."""
    country = sitting.setting.questionnaire.asks_country
    return NamingCountry() if country else NamingMunicipality()


def _explained(sitting: Sitting) -> Sitting:
    return sitting.saying(
        sitting.setting.words(
            "The day that the answers stand for, such as 2026-03-12 or 12.3.2026. Enter alone "
            "takes {date}.",
            date=sitting.assessed.date.isoformat(),
        )
    )


def _far_off(sitting: Sitting, date: dt.date) -> str | None:
    """Why a year must be a slip of the pen, or None."""
    words, latest = sitting.setting.words, latest_day(sitting.setting.today)
    if date.year < EARLIEST_YEAR:
        return words(
            "{date} is before {year}. Type a later date.",
            date=date.isoformat(),
            year=EARLIEST_YEAR,
        )
    if date > latest:
        return words(
            "{date} is more than a year ahead. Type an earlier date.", date=date.isoformat()
        )
    return None


def _why_no_date(sitting: Sitting, typed: str) -> str:
    """What is wrong with a date, and what Enter alone takes."""
    words, today = sitting.setting.words, sitting.assessed.date.isoformat()
    if no_such_day(typed):
        return words("There is no day {typed}. Enter alone takes {date}.", typed=typed, date=today)
    return words(
        "“{typed}” is not a date such as {date}, which Enter alone takes.",
        typed=echoed(typed),
        date=today,
    )
