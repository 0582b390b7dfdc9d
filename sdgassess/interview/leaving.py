"""Leaving before the end: everything is on disk already, so it only has to be said."""

from __future__ import annotations

from sdgassess.interview.overview import progress
from sdgassess.interview.phases import Over
from sdgassess.interview.sitting import Sitting


def leave(sitting: Sitting) -> Sitting:
    """The sitting stopped, with what is saved said."""
    words = sitting.setting.words
    if sitting.profile is None:
        said = words("Stopped. Nothing was saved: the municipality has not been named.")
    else:
        done, of = progress(sitting)
        said = words("Stopped. Saved: {done} of {of} questions answered.", done=done, of=of)
    return sitting.at(Over(finished=False)).saying(said)
