"""A file that was read: its text, its tree, and where everything in it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from sdgassess.problem import Where

_LINE_END = re.compile("\n")
_LONGEST_EXCERPT = 2_000

PathInFile = tuple[str | int, ...]


class Mark(NamedTuple):
    """Where an entry stands: its key (for a list item: the item) and its value.

    Offsets count characters of `Document.text`; lines and columns count from 0.
    """

    key_start: int
    key_line: int
    key_column: int
    start: int
    line: int
    column: int
    end: int


class Span(NamedTuple):
    """Where a mapping or list stands, and whether it is written in flow style (`{}` or `[]`)."""

    start: int
    end: int
    flow: bool


@dataclass(frozen=True)
class Document:
    """A file that was read: its text, its tree, and where everything stands.

    Attributes:
        name: the name as the user gave it.
        text: the decoded text without a byte order mark, line endings as they are.
        data: the tree.
        digest: SHA-256 of the bytes; a writer shows it to prove what it had read.
        bom: whether the file began with a byte order mark.
        marks: for each mapping or list, by `id()`, the mark of each entry by key or index.
        spans: for each mapping or list, by `id()`, where it stands as a whole.
    """

    name: str
    text: str
    data: Any
    digest: str
    bom: bool = False
    marks: Mapping[int, Mapping[str | int, Mark]] = field(default_factory=dict)
    spans: Mapping[int, Span] = field(default_factory=dict)

    def mark(self, path: PathInFile) -> Mark | None:
        """The mark of the entry at a path, or None where there is no such entry."""
        found: Mark | None = None
        here: Any = self.data
        for step in path:
            found = self.marks.get(id(here), {}).get(step)
            if found is None:
                return None
            here = here[step]
        return found

    def where(self, path: PathInFile, *, key: bool = False) -> Where:
        """The place of an entry's value, or of its key; the nearest place above where absent."""
        while path:
            mark = self.mark(path)
            if mark is not None:
                line, column = (mark.key_line, mark.key_column) if key else mark[4:6]
                return self.place(line, column)
            path, key = path[:-1], False
        return self.place(0, 0)

    def place(self, line: int, column: int) -> Where:
        """A place from a line and column counted from 0."""
        return Where(self.name, line + 1, column + 1, self._excerpt(line, column))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each line starts."""
        return (0, *(found.end() for found in _LINE_END.finditer(self.text)))

    def _excerpt(self, line: int, column: int) -> str | None:
        """The text of a line; none where the place lies beyond what anybody would be shown."""
        if line >= len(self._starts) or column > _LONGEST_EXCERPT:
            return None
        start = self._starts[line]
        end = self.text.find("\n", start, start + _LONGEST_EXCERPT)
        end = min(len(self.text), start + _LONGEST_EXCERPT) if end < 0 else end
        return self.text[start:end].rstrip("\r")

    @property
    def newline(self) -> str:
        """How lines end in this file."""
        return "\r\n" if "\r\n" in self.text else "\n"
