"""Consent: may answers be shown by role? Asked once, of a room of several people.

In a small municipality a role is a person (domain model §3.5). Without a yes every output shows
anonymous dots.
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.state.phases import AskingConsent, NamingRoles
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.text import echoed
from sdgassess.typed.keys import (
    Key,
    in_free_words,
    parse,
    yes_or_no,
)


def show(sitting: Sitting) -> Screen:
    """What is asked, and what follows from no."""
    setting, words = sitting.setting, sitting.setting.words
    said = words(
        "May answers be shown by role, here and in every report? Names are never kept. Without "
        "a yes voices appear as dots that identify nobody."
    )
    lines = ("", *setting.wrapped(said)) if sitting.fresh else ()
    return Screen(lines, words("Show answers by role? (y = yes, Enter = no) "), PromptKind.YES_NO)


def take(sitting: Sitting, line: str) -> Sitting:
    """Take yes or no; both are kept, so that it is asked once."""
    wish, command, words = yes_or_no(line), in_free_words(line), sitting.setting.words
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.HELP:
        return sitting.at(sitting.phase)
    if command is Key.BACK:
        return _back(sitting)
    if wish is None and parse(line).key is not Key.ENTER:
        said = words("“{typed}” is neither yes nor no. y = yes, Enter = no.", typed=echoed(line))
        return sitting.staying().saying(said)
    said = (
        words("Answers are shown by role.")
        if wish
        else words("Voices are shown as dots, without roles.")
    )
    agreed = replace(sitting, profile=replace(sitting.assessed, consent=bool(wish)))
    return _on(agreed.saying(said))


def _phase(sitting: Sitting) -> AskingConsent:
    """The phase, as the question for consent."""
    assert isinstance(sitting.phase, AskingConsent)
    return sitting.phase


def _back(sitting: Sitting) -> Sitting:
    """Back in the opening; in the middle of a sitting there is nothing before it."""
    return sitting.at(_phase(sitting).return_to or NamingRoles())


def _on(sitting: Sitting) -> Sitting:
    """To where consent was asked, or on in the opening."""
    back = _phase(sitting).return_to
    return navigation.begin(sitting) if back is None else sitting.at(back)
