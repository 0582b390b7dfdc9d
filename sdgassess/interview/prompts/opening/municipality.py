"""Which place is assessed: its name, or the number of a sitting that was begun here."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves.not_taken import NO_SUCH_NUMBER
from sdgassess.interview.prompts.opening.opening import other_languages, press, welcome
from sdgassess.interview.prompts.opening.twin import unless_begun
from sdgassess.interview.state.begun import BegunSitting
from sdgassess.interview.state.phases import Beginning, NamingMunicipality, NamingRoles, Over
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import (
    Municipality,
    Profile,
    QuestionnaireRef,
    Scope,
    Status,
)
from sdgassess.text import echoed
from sdgassess.typed.keys import name_typed, whole_typed

_BROKEN = "\ufffd"
"""What takes the place of bytes that are no letters."""

_COUNTRY_OF = {"da": "DK", "sv": "SE"}
"""Where a language is spoken in a town hall, as long as nobody says otherwise."""

LISTED = 9
"""How many sittings to go on with are listed: one figure each."""


def show_name(sitting: Sitting, _: NamingMunicipality) -> Screen:
    """What this is, how to get another language, what may be gone on with; a prompt for a name."""
    setting, words, profile = sitting.setting, sitting.setting.words, sitting.profile
    lines = welcome(setting)
    if profile is not None:
        name = echoed(profile.municipality.name)
        asks = words("{One_subject} (Enter = {name}): ", name=name)
        return Screen(lines if sitting.fresh else (), asks, PromptKind.WORDS)
    unfinished = _unfinished(setting)
    lines = (*other_languages(setting), *lines, *_listed(setting, unfinished))
    asks = words("{One_subject}: ")
    if unfinished:
        asks = words("{One_subject}, or a number to go on: ")
    return Screen(lines if sitting.fresh else (), asks, PromptKind.WORDS)


def _unfinished(setting: Setting) -> tuple[BegunSitting, ...]:
    """The sittings that may be gone on with, the one of last in front."""
    return tuple(begun for begun in setting.begun if not begun.complete)[:LISTED]


def _listed(setting: Setting, unfinished: tuple[BegunSitting, ...]) -> tuple[str, ...]:
    """The unfinished sittings with a number each: place, day, how far, file."""
    words = setting.words
    if not unfinished:
        return ()
    lines = ["", *setting.wrapped(words("Begun in this folder, and not finished:"))]
    for number, begun in enumerate(unfinished, start=1):
        sentence = words(
            "{name}, {date}: {done} of {of} answered ({file})",
            name=echoed(begun.place),
            date=begun.date.isoformat(),
            done=begun.answered,
            of=begun.asked,
            file=begun.file,
        )
        lines += setting.wrapped(sentence, f"{number}  ")
    return (*lines, "")


def take_name(sitting: Sitting, _: NamingMunicipality, line: str) -> Sitting:
    """The municipality's name: with it there is a profile. What was meant as a key is none."""
    words, typed = sitting.setting.words, " ".join(line.split())
    pressed = press(sitting, typed, None, _explained)
    if pressed is not None:
        return pressed
    if sitting.profile is None and whole_typed(typed) is not None:
        return _gone_on(sitting, typed)
    if not typed and sitting.profile is not None:
        return after_the_name(sitting)
    if not name_typed(typed):
        return sitting.staying().saying(
            words("{The_subject} must be named before anything can be stored. :q stops.")
        )
    if _BROKEN in typed:
        refusal = words("“{typed}” has letters that did not arrive whole.", typed=echoed(typed))
        return sitting.staying().saying(refusal).saying(words("Please type the name again."))
    if sitting.profile is None:
        profile = first_profile(sitting.setting, typed)
    else:
        named = sitting.profile.municipality._replace(name=typed)
        profile = sitting.profile._replace(municipality=named)
    return after_the_name(replace(sitting, profile=profile))


def _gone_on(sitting: Sitting, typed: str) -> Sitting:
    """Over to the sitting with a number; a number that stands for none is no name either."""
    words, unfinished = sitting.setting.words, _unfinished(sitting.setting)
    number = whole_typed(typed) or 0
    if 1 <= number <= len(unfinished):
        return sitting.at(Over(finished=False, elsewhere=unfinished[number - 1].file))
    if unfinished:
        return sitting.staying().saying(words(NO_SUCH_NUMBER, typed=typed))
    return sitting.staying().saying(
        words("{The_subject} must be named before anything can be stored. :q stops.")
    )


def _explained(sitting: Sitting) -> Sitting:
    """What is asked first, and what comes after it."""
    words, setting = sitting.setting.words, sitting.setting
    sentence = words(
        "The name of {the_subject}, as it is to stand on the report. After it: who is here, and "
        "the first question."
    )
    sitting = sitting.saying(sentence)
    if sitting.profile is None and _unfinished(setting):
        sitting = sitting.saying(words("A number goes on with a sitting that was begun."))
    return sitting.showing(other_languages(setting))


def after_the_name(sitting: Sitting) -> Sitting:
    """What follows the name: who is here, where there are roles; a twin is met first."""
    has_roles = bool(sitting.setting.questionnaire.roles)
    return unless_begun(sitting, NamingRoles() if has_roles else Beginning())


def first_profile(setting: Setting, name: str) -> Profile:
    """An empty profile of today."""
    questionnaire = setting.questionnaire
    country = _COUNTRY_OF.get(setting.language) if questionnaire.asks_country else None
    return Profile(
        municipality=Municipality(name, country),
        subject=not questionnaire.of_municipalities,
        date=setting.today,
        questionnaire=QuestionnaireRef(questionnaire.id, questionnaire.version),
        scope=Scope.QUICK if setting.quick else Scope.FULL,
        language=setting.language,
        status=Status.IN_PROGRESS,
    )
