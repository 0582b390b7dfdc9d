"""What was written for people who answer alone, as one JSON document (`docs/json.md`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.report.results.scores import Json


class WrittenKind(NamedTuple):
    """A file that was written.

    Attributes:
        file: as it can be opened.
        kind: `html`, `xlsx`, `pdf` or `invitation`.
        slot: whom it is for; None for everybody.
        role: their role; None for everybody.
        language: the language that it is in.
    """

    file: str
    kind: str
    slot: str | None
    role: str | None
    language: str


def invite_result(written: Sequence[WrittenKind]) -> Json:
    """`sdgassess/invite/1`.

    Args:
        written: the files, in the order in which people are invited.
    """
    return {"format": "sdgassess/invite/1", "written": [file._asdict() for file in written]}
