"""A file that was read: its text, its tree, and where everything in it stands."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from sdgassess.problem import Where

PathInFile = tuple[str | int, ...]

_LINE_END = re.compile(r"\r\n?|\n")
_LONGEST_EXCERPT = 2_000  # characters: a line of megabytes is not copied into each problem


class Mark(NamedTuple):
    """Where an entry stands: its key (for a list item: the item), its value, and its end.

    All count characters of `Document.text`.
    """

    key_start: int
    start: int
    end: int


class Span(NamedTuple):
    """Where a mapping or list stands, and whether it is written in flow style (`{}` or `[]`)."""

    start: int
    end: int
    flow: bool


class _Parts(NamedTuple):
    """What a file was read as."""

    name: str
    text: str
    data: Any
    bom: bool = False
    # By id(), because lists and dicts cannot be keys, and wrapping each would slow down reading.
    # So a source can be neither copied deeply nor pickled: its ids would mean nothing then. What
    # processes hand to each other is problems and fingerprints.
    marks: Mapping[int, Mapping[str | int, Mark]] = MappingProxyType({})
    spans: Mapping[int, Span] = MappingProxyType({})


class SourceFile(_Parts):  # a class below, whose __dict__ keeps the cached properties
    """A file that was read: its text, its tree, and where everything stands.

    Attributes:
        name: the name as the user gave it.
        text: the decoded text without a byte order mark, line endings as they are.
        data: the tree.
        bom: whether the file began with a byte order mark.
        marks: for each mapping or list, by `id()`, the mark of each entry by key or index.
        spans: for each mapping or list, by `id()`, where it stands as a whole.
    """

    def mark(self, path: PathInFile) -> Mark | None:
        """The mark of the entry at a path, or None where there is no such entry."""
        mark: Mark | None = None
        value: Any = self.data
        for step in path:
            mark = self.marks.get(id(value), {}).get(step)
            if mark is None:
                return None
            value = value[step]
        return mark

    def where(self, path: PathInFile, *, key: bool = False) -> Where:
        """The place of an entry's value, or of its key.

        Where there is no such entry it is the nearest one above: the key of what misses it.
        """
        while path:
            mark = self.mark(path)
            if mark is not None:
                return self.at(mark.key_start if key else mark.start)
            path, key = path[:-1], True
        return self.at(0)

    def at(self, offset: int) -> Where:
        """The place of a character, as editors count lines and columns."""
        line = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[line]
        return Where(self.name, line + 1, column + 1, self._excerpt(line, column))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes that were read; a writer shows it to prove what it had read."""
        import hashlib  # noqa: PLC0415 - only writers ask

        mark = b"\xef\xbb\xbf" if self.bom else b""
        return hashlib.sha256(mark + self.text.encode()).hexdigest()

    @property
    def newline(self) -> str:
        """How most lines end in this file."""
        ends = Counter(_LINE_END.findall(self.text))
        return max(ends, key=ends.__getitem__) if ends else "\n"

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each line starts."""
        return (0, *(ending.end() for ending in _LINE_END.finditer(self.text)))

    def _excerpt(self, line: int, column: int) -> str | None:
        """The text of a line; none where the place lies further out than would ever be shown."""
        if column > _LONGEST_EXCERPT:
            return None
        start = self._starts[line]
        longest = self.text[start : start + _LONGEST_EXCERPT]
        return re.split(_LINE_END, longest, maxsplit=1)[0]
