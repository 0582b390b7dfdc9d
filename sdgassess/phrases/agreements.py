"""What became of what was agreed, in words."""

from __future__ import annotations

from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs
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


def status_runs(pick: Priority, because: Run, words: Words) -> Runs:
    """The same for paper, with the reason in the language that it was written in.

    Args:
        pick: what was agreed.
        because: why it was dropped, as it is said on paper; unused where it was not.
        words: the language.
    """
    if pick.status is PickStatus.DROPPED and because.text:
        parts = around(words("dropped: {reason}", reason=HOLE), because)
        return tuple(part._replace(strong=True) for part in parts)
    status = status_words(pick, words)
    return (Run(status, strong=True),) if status else ()


def status_words(pick: Priority, words: Words) -> str | None:
    """That it was done, and when, or dropped, and why; None where it is open."""
    if pick.status is PickStatus.DONE:
        day = written_date(pick.on, words) if pick.on else ""
        return words("done {day}", day=day).strip()
    if pick.status is PickStatus.DROPPED:
        return words("dropped: {reason}", reason=one_line(pick.because or "")).rstrip(": ")
    return None
