"""Leaving, before the end or at it: everything is on disk already, so it only has to be said."""

from __future__ import annotations

from sdgassess.interview.state.phases import Over
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import asked_ids, counted, progress


def leave(sitting: Sitting) -> Sitting:
    """The sitting stopped, with what is saved said."""
    words = sitting.setting.words
    if sitting.profile is None:
        said = words("Stopped. Nothing was saved: the municipality has not been named.")
    else:
        done, of = progress(sitting)
        said = words("Stopped. Saved: {done} of {of} questions answered.", done=done, of=of)
    return sitting.at(Over(finished=False)).saying(said)


def farewell(sitting: Sitting) -> Sitting:
    """The sitting over: the counts, and the commands to go on with."""
    sitting = sitting.at(Over(finished=True)).saying(summary(sitting))
    onward = sitting.setting.onward
    if onward:
        sitting = sitting.saying(sitting.setting.words("Next:"))
    return sitting.showing(f"  {command}" for command in onward)


def summary(sitting: Sitting) -> str:
    """How many questions were answered, and how the others stand."""
    done, of = progress(sitting)
    said = sitting.setting.words("{done} of {of} questions answered", done=done, of=of)
    return f"{said}: {counted(sitting, asked_ids(sitting))}."
