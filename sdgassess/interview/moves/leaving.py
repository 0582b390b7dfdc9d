"""Leaving, before the end or at it: everything is on disk already, so it only has to be said."""

from __future__ import annotations

from sdgassess.interview.state.phases import MeetingTwin, Over
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import asked_ids, counts_in_words, progress
from sdgassess.language import N_

END_OR_NOT = N_("End? (Enter = end) ")


def leave(sitting: Sitting) -> Sitting:
    """The sitting stopped, with what is saved said."""
    words = sitting.setting.words
    if sitting.profile is None:
        sentence = words("Stopped. Nothing was saved: {the_subject} has not been named.")
    elif isinstance(sitting.phase, MeetingTwin):
        sentence = words(
            "Stopped. Nothing was saved; {file} is as it was.", file=sitting.phase.twin.file
        )
    else:
        answered, total = progress(sitting)
        sentence = words(
            "Stopped. Saved: {done} of {of} questions answered.", done=answered, of=total
        )
    return sitting.at(Over(finished=False)).saying(sentence)


def farewell(sitting: Sitting) -> Sitting:
    """The sitting over: the counts, and the commands to go on with."""
    sitting = sitting.at(Over(finished=True)).saying(summary(sitting))
    onward = sitting.setting.onward
    if onward:
        sitting = sitting.saying(sitting.setting.words("Next:"))
    return sitting.showing(f"  {command}" for command in onward)


def summary(sitting: Sitting) -> str:
    """How many questions were answered, and how the others stand."""
    answered, total = progress(sitting)
    sentence = sitting.setting.words("{done} of {of} questions answered", done=answered, of=total)
    return f"{sentence}: {counts_in_words(sitting, asked_ids(sitting))}."
