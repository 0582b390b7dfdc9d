"""What was set in a profile without a sitting, as one JSON document (`docs/json.md`)."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.model.profile import Profile
from sdgassess.report.results.scores import Json

_FRAME = ("municipality", "date", "participants")


def set_result(file: str, changed: Sequence[str], *, written: bool, undo: bool) -> Json:
    """`sdgassess/set/1`.

    Args:
        file: the file as it was named.
        changed: what differs from before, as `changed_in` names it.
        written: whether anything was written.
        undo: whether it was the last change that was taken back.
    """
    return {
        "format": "sdgassess/set/1",
        "file": file,
        "written": written,
        "changed": list(changed),
        "undo": undo,
    }


def changed_in(before: Profile, after: Profile) -> tuple[str, ...]:
    """What differs: ids of questions, and `municipality`, `date`, `participants`."""
    sections = ((before.answers, after.answers), (before.parked, after.parked))
    ids = dict.fromkeys(key for pair in sections for section in pair for key in section)
    questions = [
        key for key in ids if any(first.get(key) != then.get(key) for first, then in sections)
    ]
    parts = [part for part in _FRAME if getattr(before, part) != getattr(after, part)]
    return (*questions, *parts)
