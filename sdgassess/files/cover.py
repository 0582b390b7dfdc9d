"""How much of a questionnaire is written in each of its languages, text by text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sdgassess.files.build.questionnaire import texts
from sdgassess.files.read.formats import FileKind, kind_of
from sdgassess.files.read.reader import parse, read_bytes
from sdgassess.files.read.source import SourceFile

_HEAD = 2000
"""Where the format line is looked for: it stands first, perhaps after some remarks."""


def questionnaire_source(path: Path) -> SourceFile | None:
    """A questionnaire's file as it was read; None for any other file."""
    raw, _ = read_bytes(path, str(path))
    if raw is None or b"sdgassess/questionnaire" not in raw[:_HEAD]:
        return None
    source, _ = parse(raw, str(path))
    if source is None or kind_of(source)[0] is not FileKind.QUESTIONNAIRE:
        return None
    return source


def cover_of(source: SourceFile) -> Mapping[str, tuple[int, int]]:
    """For each language of a questionnaire, how many texts there are in it, and of how many."""
    languages = source.data.get("languages")
    if not isinstance(languages, list):
        return {}
    every = list(texts(source.data))
    return {
        language: (sum(language in text for text in every), len(every))
        for language in languages
        if isinstance(language, str)
    }
