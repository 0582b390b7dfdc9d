"""An entry of a document: a value that knows its place, and never surprises who asks it.

Rules look at trees whose shape may be wrong, since all problems of a file are told in one run.
An entry therefore answers every question: an absent key is an entry without a value, the items
of something that is no list are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sdgassess.files.reader import Document, PathInFile
from sdgassess.problem import Fact, Problem, Severity


class Entry:
    """A value in a document with the path to it.

    Attributes:
        value: what stands there; None where there is nothing.
        path: where it stands, from the top.
    """

    __slots__ = ("_document", "path", "value")

    def __init__(self, document: Document, path: PathInFile = (), value: Any = None) -> None:
        """Take the value at a path; the whole tree where none is given."""
        self._document = document
        self.path = path
        self.value = value if path else document.data

    def __getitem__(self, key: str) -> Entry:
        """The entry under a key; one without a value where there is none."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Entry(self._document, (*self.path, key), value)

    def __contains__(self, key: str) -> bool:
        """Whether there is such a key."""
        return isinstance(self.value, dict) and key in self.value

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Keys and entries of a mapping."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Entry(self._document, (*self.path, key), value)

    def items(self) -> Iterator[Entry]:
        """The items of a list."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield Entry(self._document, (*self.path, index), value)

    @property
    def word(self) -> str | None:
        """The text that stands here; None where it is something else."""
        return self.value if isinstance(self.value, str) else None

    @property
    def shown(self) -> str:
        """What stands here, as somebody would write it; never long."""
        return shown(self.value)

    @property
    def quoted(self) -> str:
        """What stands here, in quotes where it is text that looks like a number."""
        return f'"{self.value}"' if is_number_as_text(self.value) else self.shown

    def problem(self, code: str, **facts: Fact) -> Problem:
        """An error at this entry's value."""
        return Problem(code, self._document.where(self.path), facts)

    def problem_at_key(self, code: str, **facts: Fact) -> Problem:
        """An error at this entry's key."""
        return Problem(code, self._document.where(self.path, key=True), facts)

    def warning(self, code: str, **facts: Fact) -> Problem:
        """A warning at this entry's value."""
        return Problem(code, self._document.where(self.path), facts, Severity.WARNING)

    def warning_at_key(self, code: str, **facts: Fact) -> Problem:
        """A warning at this entry's key."""
        where = self._document.where(self.path, key=True)
        return Problem(code, where, facts, Severity.WARNING)


_MOST_SHOWN = 60
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")


def is_number_as_text(value: Any) -> bool:
    """Whether a value is text only because somebody put a number in quotes."""
    return isinstance(value, str) and _WHOLE.fullmatch(value) is not None


def shown(value: Any) -> str:
    """A value as somebody would write it in a file; lists and maps only as what they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    word = str(value)
    return word if len(word) <= _MOST_SHOWN else word[: _MOST_SHOWN - 1] + "…"
