"""Who arrives: a line of roles and units taken, consent asked where they are several."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.attendance import is_due
from sdgassess.interview.state.phases import AskingConsent
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import people_in_words
from sdgassess.text import echoed, one_line
from sdgassess.typed.people import Present, people_typed


def take_roles(sitting: Sitting, typed: str) -> Sitting:
    """Who is here, said back; an entry without a role is named and all is asked again."""
    if not typed:
        return _with_people(sitting)
    setting = sitting.setting
    here = people_typed(typed, setting.questionnaire.roles)
    if here.strange or not here.people:
        return _ask_roles_again(sitting.staying(), typed, here)
    named = people_in_words(setting, here.people)
    sitting = sitting.saying(setting.words("Here: {people}.", people=named))
    return _with_people(
        replace(sitting, profile=replace(sitting.assessed, participants=here.people))
    )


def _with_people(sitting: Sitting) -> Sitting:
    """Several people are asked for consent; then the sitting begins."""
    if is_due(sitting, len(sitting.assessed.participants)):
        return sitting.at(AskingConsent())
    return navigation.begin(sitting)


def _ask_roles_again(sitting: Sitting, typed: str, here: Present) -> Sitting:
    """Name what is no role; what was understood is said, and shown to be typed again."""
    setting, words = sitting.setting, sitting.setting.words
    letters = ", ".join(role.letter for role in setting.questionnaire.roles)
    strange = echoed(", ".join(here.strange) or typed)
    if sitting.assessed.participants:
        said = words(
            "“{typed}” does not begin with the letter of a role ({letters}). Enter alone keeps "
            "those who are named already.",
            typed=strange,
            letters=letters,
        )
    else:
        said = words(
            "“{typed}” does not begin with the letter of a role ({letters}). Enter alone skips.",
            typed=strange,
            letters=letters,
        )
    sitting = sitting.saying(said)
    if not here.people:
        return sitting
    named = people_in_words(setting, here.people)
    return sitting.saying(words("Understood: {people}.", people=named)).saying(
        words(
            "Nothing is kept yet. Type it again with the rest put right: {typed}",
            typed=one_line(", ".join(here.understood)),
        )
    )
