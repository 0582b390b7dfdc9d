"""What became of what was agreed, in words."""

from __future__ import annotations

from sdgassess.language import N_, Words
from sdgassess.model.profile import PickStatus, Priority
from sdgassess.numbers import written_date
from sdgassess.text import one_line

STATUS = {
    PickStatus.OPEN: N_("open"),
    PickStatus.DONE: N_("done"),
    PickStatus.DROPPED: N_("dropped"),
}
"""What became of a pick, in a word."""


def status_words(pick: Priority, words: Words) -> str | None:
    """That it was done, and when, or dropped, and why; None where it is open."""
    if pick.status is PickStatus.DONE:
        day = written_date(pick.on, words) if pick.on else ""
        return words("done {day}", day=day).strip()
    if pick.status is PickStatus.DROPPED:
        return words("dropped: {reason}", reason=one_line(pick.because or "")).rstrip(": ")
    return None
