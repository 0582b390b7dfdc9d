"""The files of a workshop's kit as one JSON document (`docs/json.md`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.report.results.scores import Json


class KitFile(NamedTuple):
    """A file of a kit: where it is, what it is, in which language."""

    file: str
    kind: str
    language: str


def kit_result(files: Sequence[KitFile]) -> Json:
    """`sdgassess/kit/1`: nothing in a kit is for one person, so slots and roles are null."""
    return {
        "format": "sdgassess/kit/1",
        "written": [
            {
                "file": entry.file,
                "kind": entry.kind,
                "slot": None,
                "role": None,
                "language": entry.language,
            }
            for entry in files
        ],
    }
