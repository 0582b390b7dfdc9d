"""Who arrives: a line of roles and units, taken and said back."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.prompts.opening.new_year import who_was_here
from sdgassess.interview.prompts.opening.opening import press
from sdgassess.interview.state.phases import Beginning, NamingMunicipality, NamingRoles
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import PRESENT, people_in_words, roles_in_words
from sdgassess.text import echoed, one_line
from sdgassess.typed.people import Present, people_typed


def show(sitting: Sitting, _: NamingRoles) -> Screen:
    """Every role with its letter, who took part last year, and the prompt."""
    last_year, asks = who_was_here(sitting)
    lines = ("", *roles_in_words(sitting.setting), *last_year)
    return Screen(lines if sitting.fresh else (), asks, PromptKind.WORDS)


def take(sitting: Sitting, _: NamingRoles, line: str) -> Sitting:
    """Who is here, said back; an entry without a role is named and all is asked again."""
    setting, typed = sitting.setting, " ".join(line.split())
    # The letter of a role comes before a key of the same letter.
    if typed.lower() not in {role.letter.lower() for role in setting.questionnaire.roles}:
        pressed = press(sitting, typed, NamingMunicipality(), _explained)
        if pressed is not None:
            return pressed
    if not typed:
        return sitting.at(Beginning())
    present = people_typed(typed, setting.questionnaire.roles)
    if present.strange or not present.people:
        return _ask_roles_again(sitting.staying(), typed, present)
    named = people_in_words(setting, present.people)
    sitting = sitting.saying(setting.words(PRESENT, people=named))
    profile = sitting.assessed._replace(participants=present.people)
    return replace(sitting, profile=profile).at(Beginning())


def _explained(sitting: Sitting) -> Sitting:
    return sitting.showing(roles_in_words(sitting.setting))


def _ask_roles_again(sitting: Sitting, typed: str, present: Present) -> Sitting:
    """Name what is no role; what was understood is said, and shown to be typed again."""
    setting, words = sitting.setting, sitting.setting.words
    letters = ", ".join(role.letter for role in setting.questionnaire.roles)
    strange = echoed(", ".join(present.strange) or typed)
    if sitting.assessed.participants:
        refusal = words(
            "“{typed}” does not begin with the letter of a role ({letters}). Enter alone keeps "
            "those who are named already.",
            typed=strange,
            letters=letters,
        )
    else:
        refusal = words(
            "“{typed}” does not begin with the letter of a role ({letters}). Enter alone skips.",
            typed=strange,
            letters=letters,
        )
    sitting = sitting.saying(refusal)
    if not present.people:
        return sitting
    named = people_in_words(setting, present.people)
    return sitting.saying(words("Understood: {people}.", people=named)).saying(
        words(
            "Nothing is kept yet. Type it again with the rest put right: {typed}",
            typed=one_line(", ".join(present.understood)),
        )
    )
