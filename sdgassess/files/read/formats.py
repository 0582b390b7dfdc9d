"""Which of our formats a file is in: its `format:` line says so, nothing is guessed."""

from __future__ import annotations

from enum import StrEnum

from sdgassess.files.read.ids import near_fact
from sdgassess.files.read.source import SourceFile
from sdgassess.problem import Problem


class FileKind(StrEnum):
    """The kinds of file; the word is the schema's name."""

    PROFILE = "profile"
    QUESTIONNAIRE = "questionnaire"
    REFERENCE = "reference"

    @property
    def format_line(self) -> str:
        """What such a file says under `format`."""
        return f"sdgassess/{self.value}/1"


_FORMATS = {kind.format_line: kind for kind in FileKind}


def kind_of(
    source: SourceFile, wanted: FileKind | None = None
) -> tuple[FileKind | None, list[Problem]]:
    """The kind of a file, or the problem that its format line has.

    Args:
        source: the file.
        wanted: the kind that is needed here; any where not given.
    """
    allowed = (wanted.format_line,) if wanted else tuple(_FORMATS)
    if "format" not in source.data:
        return None, [Problem("P040", source.at(0), {"allowed": allowed})]
    word = source.data["format"]
    kind = _FORMATS.get(word) if isinstance(word, str) else None
    if kind is not None and wanted in (None, kind):
        return kind, []
    where = source.where(("format",))
    if kind is None:
        near = near_fact(str(word), allowed)
        return None, [Problem("P041", where, {"found": str(word), "allowed": allowed, **near})]
    return None, [Problem("P042", where, {"found": str(word), "wanted": allowed[0]})]
