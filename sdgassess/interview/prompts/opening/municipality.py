"""Which place is assessed: the municipality's name, and its country by letters or by name."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.prompts.opening.opening import other_languages, press, welcome
from sdgassess.interview.state.phases import NamingCountry, NamingDate, NamingMunicipality
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
from sdgassess.typed.keys import country_typed, name_typed

_BROKEN = "\ufffd"
"""What takes the place of bytes that are no letters."""

_COUNTRIES = {
    "DK": ("danmark", "denmark"),
    "SE": ("sverige", "sweden"),
    "NO": ("norge", "noreg", "norway"),
    "FI": ("finland", "suomi"),
    "IS": ("island", "ísland", "iceland"),
    "FO": ("færøerne", "färöarna", "føroyar", "faroe islands", "the faroe islands"),
    "GL": ("grønland", "grönland", "kalaallit nunaat", "greenland"),
    "AX": ("åland", "åland islands"),
}
"""The Nordic countries and lands, as those who live there and their neighbours call them."""


def show_name(sitting: Sitting, _: NamingMunicipality) -> Screen:
    """What this is, in a new assessment how to get another language, and the prompt for a name."""
    setting, words, profile = sitting.setting, sitting.setting.words, sitting.profile
    lines = welcome(setting)
    if profile is None:
        lines, asks = (*other_languages(setting), *lines), words("{One_subject}: ")
    else:
        name = echoed(profile.municipality.name)
        asks = words("{One_subject} (Enter = {name}): ", name=name)
    return Screen(lines if sitting.fresh else (), asks, PromptKind.WORDS)


def take_name(sitting: Sitting, _: NamingMunicipality, line: str) -> Sitting:
    """The municipality's name: with it there is a profile. What was meant as a key is none."""
    words, typed = sitting.setting.words, " ".join(line.split())
    pressed = press(sitting, typed, None)
    if pressed is not None:
        return pressed
    if not typed and sitting.profile is not None:
        return sitting.at(after_the_name(sitting))
    if not name_typed(typed):
        return sitting.staying().saying(
            words("{The_subject} must be named before anything can be stored. :q stops.")
        )
    if _BROKEN in typed:
        refusal = words("“{typed}” has letters that did not arrive whole.", typed=echoed(typed))
        return sitting.staying().saying(refusal).saying(words("Please type the name again."))
    if sitting.profile is None:
        profile = _first_profile(sitting.setting, typed)
    else:
        named = sitting.profile.municipality._replace(name=typed)
        profile = replace(sitting.profile, municipality=named)
    return replace(sitting, profile=profile).at(after_the_name(sitting))


def after_the_name(sitting: Sitting) -> NamingCountry | NamingDate:
    """What follows the name: the country, where the questionnaire asks for one."""
    return NamingCountry() if sitting.setting.questionnaire.asks_country else NamingDate()


def _first_profile(setting: Setting, name: str) -> Profile:
    """An empty profile of today."""
    questionnaire = setting.questionnaire
    return Profile(
        municipality=Municipality(name),
        subject=not questionnaire.of_municipalities,
        date=setting.today,
        questionnaire=QuestionnaireRef(questionnaire.id, questionnaire.version),
        scope=Scope.QUICK if setting.quick else Scope.FULL,
        language=setting.language,
        status=Status.IN_PROGRESS,
    )


def show_country(sitting: Sitting, _: NamingCountry) -> Screen:
    """The prompt for the country, with what stands there already."""
    words, country = sitting.setting.words, sitting.assessed.municipality.country
    asks = words("Country, two letters such as DK or SE (Enter = skip): ")
    if country:
        asks = words("Country (Enter = {country}): ", country=country)
    return Screen((), asks, PromptKind.WORDS)


def take_country(sitting: Sitting, _: NamingCountry, line: str) -> Sitting:
    """Two letters, a Nordic name, or nothing."""
    typed = " ".join(line.split())
    pressed = press(sitting, typed, NamingMunicipality(), _country_explained)
    if pressed is not None:
        return pressed
    if not typed:
        return sitting.at(NamingDate())
    country = country_typed(typed) or _named(typed)
    if country is None:
        refusal = sitting.setting.words(
            "“{typed}” is not two letters such as DK or SE. Enter alone skips.",
            typed=echoed(typed),
        )
        return sitting.staying().saying(refusal)
    municipality = sitting.assessed.municipality._replace(country=country)
    profile = replace(sitting.assessed, municipality=municipality)
    return replace(sitting, profile=profile).at(NamingDate())


def _country_explained(sitting: Sitting) -> Sitting:
    words = sitting.setting.words
    return sitting.saying(
        words("The country by its two letters or its name: DK or Denmark, SE or Sweden.")
    )


def _named(typed: str) -> str | None:
    """The letters of a country that was typed by name."""
    name = typed.casefold()
    return next((letters for letters, names in _COUNTRIES.items() if name in names), None)
