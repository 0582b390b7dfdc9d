"""Consent: may answers be shown by role? Asked where voices are laid out and nobody was asked.

In a small municipality a role is a person (model.md: Consent). Without a yes every output shows
anonymous dots.
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves.attendance import CONSENT, what_is_shown
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.not_taken import NEITHER_YES_NOR_NO_WITH_KEYS
from sdgassess.interview.state.phases import AskingConsent
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.text import echoed
from sdgassess.typed.keys import (
    Key,
    in_free_words,
    parse,
    yes_or_no,
)


def show(sitting: Sitting, _: AskingConsent) -> Screen:
    """What is asked, and what follows from no."""
    setting, words = sitting.setting, sitting.setting.words
    explained = words(CONSENT)
    lines = ("", *setting.wrapped(explained)) if sitting.fresh else ()
    return Screen(lines, words("Show answers by role? (y = yes, Enter = no) "), PromptKind.YES_NO)


def take(sitting: Sitting, phase: AskingConsent, line: str) -> Sitting:
    """Take yes or no; both are kept, so that it is asked once."""
    wish, command, words = yes_or_no(line), in_free_words(line), sitting.setting.words
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.HELP:
        return sitting.at(phase)
    if command is Key.BACK:
        return sitting.at(phase.return_to)
    if wish is None and parse(line).key is not Key.ENTER:
        refusal = words(NEITHER_YES_NOR_NO_WITH_KEYS, typed=echoed(line))
        return sitting.staying().saying(refusal)
    answered = replace(sitting, profile=sitting.assessed._replace(consent=bool(wish)))
    answered = answered.saying(words(what_is_shown(answered.assessed)))
    return answered.at(phase.return_to)
