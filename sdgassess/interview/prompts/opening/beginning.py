"""Country, day, consent, practice and file in one line, each changed by typing it; Enter begins.

In a small municipality a role is a person (model.md: Consent). Without a yes every output shows
anonymous dots, so that is how it begins.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.attendance import CONSENT, consent_due
from sdgassess.interview.prompts.opening.new_year import too_early
from sdgassess.interview.prompts.opening.opening import press
from sdgassess.interview.prompts.opening.twin import unless_begun
from sdgassess.interview.state.phases import (
    Beginning,
    MeetingTwin,
    NamingMunicipality,
    NamingRoles,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import SEPARATOR
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.days import EARLIEST_YEAR, far_off
from sdgassess.phrases.choosing import choosing_rule
from sdgassess.text import echoed
from sdgassess.typed.beginning import Changes, changes_typed
from sdgassess.typed.dates import no_such_day


def show(sitting: Sitting, phase: Beginning) -> Screen:
    """How it will begin, what may be typed to change that, and the prompt."""
    setting, words = sitting.setting, sitting.setting.words
    asks = words("Begin (Enter = yes): ")
    if _date_due(sitting):
        asks = words("Date: ")
    if not sitting.fresh:
        return Screen((), asks, PromptKind.WORDS)
    lines = (
        "",
        *setting.keys(SEPARATOR.join(_facts(sitting, phase))),
        *setting.key_line(SEPARATOR.join(_ways(sitting, phase))),
    )
    return Screen(lines, asks, PromptKind.WORDS)


def _date_due(sitting: Sitting) -> bool:
    """Whether the day that stands there cannot be: last year's is not before it."""
    return too_early(sitting, sitting.assessed.date) is not None


def _asks_consent(sitting: Sitting) -> bool:
    """Whether several are here, so that somebody may be told from somebody."""
    return len(sitting.assessed.participants) > 1


def _facts(sitting: Sitting, phase: Beginning) -> Iterator[str]:
    """What will be so, in the order in which it was asked once: a name for everything."""
    setting, words, profile = sitting.setting, sitting.setting.words, sitting.assessed
    if setting.questionnaire.asks_country:
        yield profile.municipality.country or words("no country")
    if _date_due(sitting) and setting.last_year is not None:
        yield words("a day after {last}", last=setting.last_year.date.isoformat())
    else:
        yield profile.date.isoformat()
    if _asks_consent(sitting):
        yield words("voices by role") if profile.consent else words("voices without roles")
    if setting.questionnaire.practice is not None:
        yield words("practice first") if phase.practice else words("no practice")
    if setting.file_of is not None:
        yield words("saved in {file}", file=setting.file_of(profile))


def _ways(sitting: Sitting, phase: Beginning) -> Iterator[str]:
    """What can be typed, each changing one of the facts."""
    words, questionnaire = sitting.setting.words, sitting.setting.questionnaire
    if not _date_due(sitting):
        yield words("Enter begins")
    yield words("to change: {examples}", examples=_examples(sitting))
    if _asks_consent(sitting):
        shown = sitting.assessed.consent
        yield words("n voices without roles") if shown else words("y voices by role")
    if questionnaire.practice is not None and not phase.practice:
        yield words("p a practice question")
    yield words("? help")


def _examples(sitting: Sitting) -> str:
    """A country, where one is asked for, and a day, as they can be typed."""
    day = sitting.setting.today
    date = f"{day.day}.{day.month}.{day.year}"
    if not sitting.setting.questionnaire.asks_country:
        return date
    country = sitting.assessed.municipality.country
    return f"{'DK' if country == 'SE' else 'SE'}, {date}"


def take(sitting: Sitting, phase: Beginning, line: str) -> Sitting:
    """Begin, or change what was typed; a part that is not understood changes nothing."""
    typed = " ".join(line.split())
    roles = sitting.setting.questionnaire.roles
    pressed = press(sitting, typed, NamingRoles() if roles else NamingMunicipality(), _explained)
    if pressed is not None:
        return pressed
    if not typed:
        return _begun(sitting, phase)
    questionnaire = sitting.setting.questionnaire
    changes = changes_typed(
        typed,
        country=questionnaire.asks_country,
        consent=_asks_consent(sitting),
        practice=questionnaire.practice is not None,
    )
    if changes.strange:
        return sitting.staying().saying(_not_understood(sitting, changes.strange))
    refusal = None
    if changes.date is not None:
        refusal = _far_off(sitting, changes.date) or too_early(sitting, changes.date)
    if refusal is not None:
        return sitting.staying().saying(refusal)
    return _changed(sitting, phase, changes)


def _changed(sitting: Sitting, phase: Beginning, changes: Changes) -> Sitting:
    """Here again, with what was typed."""
    profile = sitting.assessed
    if changes.country is not None:
        place = profile.municipality._replace(country=changes.country)
        profile = profile._replace(municipality=place)
    if changes.date is not None:
        profile = profile._replace(date=changes.date)
    if changes.consent is not None:
        profile = profile._replace(consent=changes.consent)
    practice = phase.practice if changes.practice is None else changes.practice
    return replace(sitting, profile=profile).at(Beginning(practice))


def _begun(sitting: Sitting, phase: Beginning) -> Sitting:
    """To the first question, or first to the practice, or to the file that is there already."""
    too_soon = too_early(sitting, sitting.assessed.date)
    if too_soon is not None:
        return sitting.staying().saying(too_soon)
    met = unless_begun(sitting, phase)
    if isinstance(met.phase, MeetingTwin):
        return met
    if consent_due(sitting, len(sitting.assessed.participants)):
        sitting = replace(sitting, profile=sitting.assessed._replace(consent=False))
    if phase.practice:
        return navigation.begin(sitting)
    return navigation.onward(_choosing(sitting))


def _choosing(sitting: Sitting) -> Sitting:
    """How a level is chosen, said once before the first question."""
    questions = sitting.setting.questionnaire.questions.values()
    first = next(iter(questions), None)
    if first is None:
        return sitting
    return sitting.saying(sitting.setting.words(choosing_rule(first)))


def _explained(sitting: Sitting) -> Sitting:
    """What each of the facts means."""
    words = sitting.setting.words
    sitting = sitting.saying(
        words(
            "The day that the answers stand for, such as 2026-03-12 or 12.3.2026. Enter alone "
            "takes {date}.",
            date=sitting.assessed.date.isoformat(),
        )
    )
    if sitting.setting.questionnaire.asks_country:
        sitting = sitting.saying(
            words("The country by its two letters or its name: DK or Denmark, SE or Sweden.")
        )
    if _asks_consent(sitting):
        sitting = sitting.saying(words(CONSENT))
    return sitting


def _not_understood(sitting: Sitting, strange: tuple[str, ...]) -> str:
    """What is wrong with a part of the line, and what Enter alone does."""
    words, typed = sitting.setting.words, strange[0]
    date = sitting.assessed.date.isoformat()
    if no_such_day(typed):
        return words("There is no day {typed}. Enter alone takes {date}.", typed=typed, date=date)
    if sitting.setting.questionnaire.asks_country:
        return words(
            "“{typed}” is neither a date such as {date} nor a country such as DK or Denmark. "
            "Nothing is changed; Enter alone begins.",
            typed=echoed(typed),
            date=date,
        )
    return words(
        "“{typed}” is not a date such as {date}, which Enter alone takes.",
        typed=echoed(typed),
        date=date,
    )


def _far_off(sitting: Sitting, date: dt.date) -> str | None:
    """Why a year must be a slip of the pen, or None."""
    words = sitting.setting.words
    why = far_off(date.isoformat(), EARLIEST_YEAR, sitting.setting.today)
    if why == "early":
        return words(
            "{date} is before {year}. Type a later date.",
            date=date.isoformat(),
            year=EARLIEST_YEAR,
        )
    if why == "ahead":
        return words(
            "{date} is more than a year ahead. Type an earlier date.", date=date.isoformat()
        )
    return None
