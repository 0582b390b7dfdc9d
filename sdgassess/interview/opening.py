"""The first minute: municipality, country, date, who is here, one practice question.

Nothing is stored before the municipality is named. Name and country are saved together with the
date, which a file may be named after; whoever leaves before that has them saved on leaving.
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview import way
from sdgassess.interview.arriving import take_roles
from sdgassess.interview.commands import (
    Key,
    Typed,
    country_typed,
    date_typed,
    in_free_words,
    name_typed,
    no_such_day,
    option_typed,
    parse,
)
from sdgassess.interview.grid import anchor_lines, span, value_label
from sdgassess.interview.help import help_in_words
from sdgassess.interview.language import OWN_NAMES, language_typed, switched
from sdgassess.interview.leaving import leave
from sdgassess.interview.people import roles_in_words
from sdgassess.interview.phases import (
    NamingCountry,
    NamingDate,
    NamingMunicipality,
    NamingRoles,
    Practising,
)
from sdgassess.interview.screen import Kind, Screen
from sdgassess.interview.setting import Setting, echoed
from sdgassess.interview.sitting import Sitting
from sdgassess.interview.year_opening import too_early, who_was_here
from sdgassess.language import LANGUAGES
from sdgassess.model.profile import (
    Municipality,
    Profile,
    QuestionnaireRef,
    Scope,
    Status,
)
from sdgassess.model.question import Question
from sdgassess.text import visible


def show(sitting: Sitting) -> Screen:
    """The prompt of the phase, and above the first one what this is."""
    setting, words, phase = sitting.setting, sitting.setting.words, sitting.phase
    lines: tuple[str, ...] = ()
    if isinstance(phase, NamingMunicipality):
        lines, asks = welcome(setting), words("Municipality: ")
        if sitting.profile is None:
            lines = (*_other_languages(setting), *lines)
    elif isinstance(phase, NamingCountry):
        asks = words("Country, two letters such as DK or SE (Enter = skip): ")
    elif isinstance(phase, NamingDate):
        date = sitting.assessed.date.isoformat()
        asks = words("Date (Enter = {date}): ", date=date)
    elif isinstance(phase, NamingRoles):
        before, asks = who_was_here(sitting)
        lines = ("", *roles_in_words(setting), *before)
    else:
        lines, asks = _practice(setting), words("Practice (Enter = skip): ")
    kind = Kind.ANSWER if isinstance(phase, Practising) else Kind.WORDS
    return Screen(lines if sitting.fresh else (), asks, kind)


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


def _practice(setting: Setting) -> tuple[str, ...]:
    """The practice question, like a real one."""
    question = setting.questionnaire.practice
    assert question is not None, "without a practice question this phase is not entered"
    words = setting.words
    rule = words("Choose the highest text that is fully true; in doubt, the lower one.")
    return (
        "",
        *setting.wrapped(words("Practice; nothing here is stored.")),
        *setting.wrapped(rule),
        "",
        *setting.wrapped(setting.spoken(question.text)),
        "",
        *anchor_lines(setting, question),
        "",
        *setting.keys(words("{values} answer · Enter skips", values=span(question))),
    )


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
        return help_in_words(sitting)
    if command is Key.BACK:
        return _back(sitting)
    if isinstance(phase, NamingMunicipality):
        return _take_name(sitting, typed)
    return _take_rest(sitting, typed)


def _names_a_role(sitting: Sitting, typed: str) -> bool:
    """Whether a line is the letter of a role, which comes before a key of the same letter."""
    letters = (role.letter.lower() for role in sitting.setting.questionnaire.roles)
    return isinstance(sitting.phase, NamingRoles) and typed.lower() in letters


def _take_rest(sitting: Sitting, typed: str) -> Sitting:
    """Take a line once there is a profile."""
    if isinstance(sitting.phase, NamingCountry):
        return _take_country(sitting, typed)
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


def _take_name(sitting: Sitting, typed: str) -> Sitting:
    """The municipality's name: with it there is a profile. What was meant as a key is none."""
    words = sitting.setting.words
    if not typed and sitting.profile is not None:
        return sitting.at(NamingCountry())
    if not name_typed(typed):
        return sitting.staying().saying(
            words("The municipality must be named before anything can be stored. :q stops.")
        )
    if sitting.profile is None:
        profile = _first_profile(sitting.setting, typed)
    else:
        named = replace(sitting.profile.municipality, name=typed)
        profile = replace(sitting.profile, municipality=named)
    return replace(sitting, profile=profile).at(NamingCountry())


def _first_profile(setting: Setting, name: str) -> Profile:
    """An empty profile of today."""
    questionnaire = setting.questionnaire
    return Profile(
        municipality=Municipality(name),
        date=setting.today,
        questionnaire=QuestionnaireRef(questionnaire.id, questionnaire.version),
        scope=Scope.QUICK if setting.quick else Scope.FULL,
        language=setting.language,
        status=Status.IN_PROGRESS,
    )


def _take_country(sitting: Sitting, typed: str) -> Sitting:
    """Two letters, or nothing."""
    if not typed:
        return sitting.at(NamingDate())
    country = country_typed(typed)
    if country is None:
        words = sitting.setting.words
        said = words(
            "“{typed}” is not two letters such as DK or SE. Enter alone skips.",
            typed=echoed(typed),
        )
        return sitting.staying().saying(said)
    municipality = replace(sitting.assessed.municipality, country=country)
    profile = replace(sitting.assessed, municipality=municipality)
    return replace(sitting, profile=profile).at(NamingDate())


def _take_date(sitting: Sitting, typed: str) -> Sitting:
    """A date; nothing typed keeps the one that was shown."""
    date = date_typed(typed) if typed else sitting.assessed.date
    if date is None:
        return sitting.staying().saying(_why_no_date(sitting, typed))
    if (early := too_early(sitting, date)) is not None:
        return sitting.staying().saying(early)
    dated = replace(sitting, profile=replace(sitting.assessed, date=date))
    return dated.at(NamingRoles()) if sitting.setting.questionnaire.roles else way.begin(dated)


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


def take_practice(sitting: Sitting, line: str) -> Sitting:
    """Take an answer to the practice question: said back in words, never stored."""
    setting, words = sitting.setting, sitting.setting.words
    question = setting.questionnaire.practice
    assert question is not None, "without a practice question this phase is not entered"
    typed = parse(line)
    option = option_typed(typed.line, question.options)
    if option is not None:
        means = visible(setting.anchor(question, option)).strip()
        sitting = sitting.saying(means, f"{value_label(option)}  ")
        return way.onward(sitting.saying(words("That is how it works. Now the first question.")))
    if typed.key in (Key.ENTER, Key.LATER, Key.FORWARD):
        return way.onward(sitting)
    if typed.key in (Key.UNKNOWN, Key.NOT_APPLICABLE):
        return way.onward(sitting.saying(words("That works too. Now the first question.")))
    return _move_from_practice(sitting, question, typed)


def _move_from_practice(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    """Back, again, stop; anything else is named."""
    words = sitting.setting.words
    if typed.key is Key.QUIT:
        return leave(sitting)
    if typed.key is Key.REPRINT:
        return sitting.at(Practising())
    if typed.key is Key.BACK:
        return sitting.at(NamingRoles() if sitting.setting.questionnaire.roles else NamingDate())
    values = span(question)
    said = words("Type {values}, or Enter to go on; q saves and stops.", values=values)
    return sitting.staying().saying(said)
