"""Why a complete assessment is changed: asked once after the change, and once more at the end.

The question waits until everything that belongs to the change has been asked, such as what shows
a level; it is put before the next question is shown (interview behaviour 11).
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves.answer import NOTED
from sdgassess.interview.moves.free_words import no_words
from sdgassess.interview.state.phases import (
    AtAxis,
    AtContext,
    AtQuestion,
    Finishing,
    Judging,
    OfferingRest,
    OfferingResult,
    OfferingStyle,
    Pausing,
    Picking,
    SayingWhyAmended,
    SeeingResult,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Amendment, Profile, Status
from sdgassess.typed.keys import Key, in_free_words

_BETWEEN = (
    AtQuestion,
    AtContext,
    Pausing,
    OfferingRest,
    OfferingStyle,
    AtAxis,
    Finishing,
    OfferingResult,
    SeeingResult,
    Judging,
    Picking,
)
"""The phases that begin something new; all others follow up what was just said."""

_MOST = 2
"""How often it is asked why: after the change, and at the end."""


def asking_why(before: Sitting, after: Sitting) -> Sitting:
    """The sitting, with the question why put in front of where it was about to go.

    Args:
        before: the sitting when a line was taken.
        after: what the line made of it.
    """
    moved = after.fresh and after.phase != before.phase
    just_asked = isinstance(before.phase, SayingWhyAmended)
    going_on = moved and not just_asked and isinstance(after.phase, _BETWEEN)
    if not going_on or after.asked_why >= _MOST or not _owes_reason(after):
        return after
    at_end = isinstance(after.phase, Finishing)
    if after.asked_why and not at_end:
        return after
    times = _MOST if at_end else 1
    return replace(after, asked_why=times).at(SayingWhyAmended(after.phase))


def _owes_reason(sitting: Sitting) -> bool:
    """Whether a complete assessment was changed in this sitting and nobody said why."""
    if sitting.profile is None or sitting.profile.status is not Status.AMENDED:
        return False
    profiles = (moment.profile for moment in sitting.history)
    settled = (Status.COMPLETE, Status.AMENDED)
    first = next((profile for profile in profiles if profile.status in settled), None)
    if first is None or len(sitting.assessed.amended_because) > len(first.amended_because):
        return False
    return _answers(first) != _answers(sitting.assessed)


def _answers(profile: Profile) -> Profile:
    """What was answered, without what the room makes of it."""
    return profile._replace(status=None, judgement={}, priorities=(), amended_because=())


def show(sitting: Sitting, _: SayingWhyAmended) -> Screen:
    """What is asked, and that it can wait."""
    setting, words = sitting.setting, sitting.setting.words
    lines = setting.wrapped(words("The assessment was complete; why is it changed?"))
    last = sitting.asked_why >= _MOST
    asks = words("Why? (Enter = without a reason) ") if last else words("Why? (Enter = later) ")
    return Screen(("", *lines), asks, PromptKind.WORDS)


def take(sitting: Sitting, phase: SayingWhyAmended, line: str) -> Sitting:
    """Take the reason, nothing, or a command."""
    typed = line.strip()
    if in_free_words(line) is Key.BACK:
        # What is gone back to may be changed further, so the question comes again after that.
        return replace(sitting, asked_why=0).at(sitting.history[-1].phase)
    keyed = no_words(sitting, None, line, phase.return_to)
    if keyed is not None:
        return keyed
    if not typed:
        return sitting.at(phase.return_to)
    profile, reason = sitting.assessed, Amendment(sitting.setting.today, typed)
    because = (*profile.amended_because, reason)
    noted = sitting.noting(profile._replace(amended_because=because))
    return noted.saying(sitting.setting.words(NOTED)).at(phase.return_to)
