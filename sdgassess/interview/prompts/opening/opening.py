"""The first minute: municipality, country, date, who is here.

Nothing is stored before the municipality is named. Name and country are saved together with the
date, which a file may be named after; whoever leaves before that has them saved on leaving.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.language import OWN_NAMES, language_typed, switched
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.prompts.opening.municipality import (
    ask_country,
    ask_name,
    take_country,
    take_name,
)
from sdgassess.interview.prompts.opening.new_year import too_early, who_was_here
from sdgassess.interview.prompts.opening.people import take_roles
from sdgassess.interview.state.phases import (
    NamingCountry,
    NamingDate,
    NamingMunicipality,
    NamingRoles,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import roles_in_words
from sdgassess.language import LANGUAGES
from sdgassess.text import echoed
from sdgassess.typed.dates import (
    YEAR_OF_THE_GOALS,
    date_typed,
    latest_day,
    no_such_day,
)
from sdgassess.typed.keys import Key, in_free_words


def show(sitting: Sitting) -> Screen:
    """The prompt of the phase, and above the first one what this is."""
    setting, words, phase = sitting.setting, sitting.setting.words, sitting.phase
    lines: tuple[str, ...] = ()
    if isinstance(phase, NamingMunicipality):
        lines, asks = welcome(setting), ask_name(sitting)
        if sitting.profile is None:
            lines = (*_other_languages(setting), *lines)
    elif isinstance(phase, NamingCountry):
        asks = ask_country(sitting)
    elif isinstance(phase, NamingDate):
        date = sitting.assessed.date.isoformat()
        asks = words("Date (Enter = {date}): ", date=date)
    else:
        before, asks = who_was_here(sitting)
        lines = ("", *roles_in_words(setting), *before)
    return Screen(lines if sitting.fresh else (), asks, PromptKind.WORDS)


def welcome(setting: Setting) -> tuple[str, ...]:
    """What is about to be assessed, how long it is, and how to stop."""
    words, questionnaire = setting.words, setting.questionnaire
    n = len(questionnaire.question_ids(setting.quick))
    if setting.quick:
        size = words.plural("Quick scan, {n} question.", "Quick scan, {n} questions.", n)
    else:
        size = words.plural("{n} question.", "{n} questions.", n)
    how = words("Every answer is saved at once. Here :q stops and :b goes back.")
    return (
        *setting.wrapped(setting.spoken(questionnaire.title)),
        *setting.wrapped(f"{size} {how}"),
    )


def _other_languages(setting: Setting) -> tuple[str, ...]:
    """How to get the other languages, each in itself: those who need the line read no other."""
    others = [one for one in LANGUAGES if one != setting.words.language]
    return setting.keys(" · ".join(f"{OWN_NAMES[one]}: :l {one}" for one in others))


def take(sitting: Sitting, line: str) -> Sitting:
    """Take a line of the opening."""
    typed, phase = " ".join(line.split()), sitting.phase
    language = language_typed(typed)
    if language is not None:
        return switched(sitting, language)
    command = None if _names_a_role(sitting, typed) else in_free_words(typed)
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.HELP and not isinstance(phase, NamingMunicipality):
        return _help(sitting)
    if command is Key.BACK:
        return _back(sitting)
    if isinstance(phase, NamingMunicipality):
        return take_name(sitting, typed)
    return _take_rest(sitting, typed)


def _help(sitting: Sitting) -> Sitting:
    """What is asked here, and how it can be typed."""
    words, sitting = sitting.setting.words, sitting.staying()
    if isinstance(sitting.phase, NamingCountry):
        said = words("The country by its two letters or its name: DK or Denmark, SE or Sweden.")
        sitting = sitting.saying(said)
    elif isinstance(sitting.phase, NamingDate):
        date = sitting.assessed.date.isoformat()
        said = words(
            "The day that the answers stand for, such as 2026-03-12 or 12.3.2026. Enter alone "
            "takes {date}.",
            date=date,
        )
        sitting = sitting.saying(said)
    else:
        sitting = sitting.showing(roles_in_words(sitting.setting))
    return sitting.allowing(words(":b back · :q save and stop"))


def _names_a_role(sitting: Sitting, typed: str) -> bool:
    """Whether a line is the letter of a role, which comes before a key of the same letter."""
    letters = (role.letter.lower() for role in sitting.setting.questionnaire.roles)
    return isinstance(sitting.phase, NamingRoles) and typed.lower() in letters


def _take_rest(sitting: Sitting, typed: str) -> Sitting:
    """Take a line once there is a profile."""
    if isinstance(sitting.phase, NamingCountry):
        return take_country(sitting, typed)
    if isinstance(sitting.phase, NamingDate):
        return _take_date(sitting, typed)
    return take_roles(sitting, typed)


def _back(sitting: Sitting) -> Sitting:
    """One step back in the opening."""
    if isinstance(sitting.phase, NamingRoles):
        return sitting.at(NamingDate())
    if isinstance(sitting.phase, NamingDate):
        return sitting.at(NamingCountry())
    if isinstance(sitting.phase, NamingCountry):
        return sitting.at(NamingMunicipality())
    return sitting.staying().saying(sitting.setting.words("This is the first question."))


def _take_date(sitting: Sitting, typed: str) -> Sitting:
    """A date; nothing typed keeps the one that was shown."""
    date = date_typed(typed) if typed else sitting.assessed.date
    if date is None:
        return sitting.staying().saying(_why_no_date(sitting, typed))
    if typed and (odd := _far_off(sitting, date)) is not None:
        return sitting.staying().saying(odd)
    if (early := too_early(sitting, date)) is not None:
        return sitting.staying().saying(early)
    if typed and typed != date.isoformat():
        sitting = sitting.saying(sitting.setting.words("Date: {date}.", date=date.isoformat()))
    dated = replace(sitting, profile=replace(sitting.assessed, date=date))
    return (
        dated.at(NamingRoles()) if sitting.setting.questionnaire.roles else navigation.begin(dated)
    )


def _far_off(sitting: Sitting, date: dt.date) -> str | None:
    """Why a year must be a slip of the pen, or None."""
    words, latest = sitting.setting.words, latest_day(sitting.setting.today)
    if date.year < YEAR_OF_THE_GOALS:
        return words(
            "{date} is before {year}, the year of the goals. Type a later date.",
            date=date.isoformat(),
            year=YEAR_OF_THE_GOALS,
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
