"""An entry of a source: a value that knows its place, and never surprises who asks it.

Rules look at trees whose shape may be wrong, since all problems of a file are told in one run.
An entry therefore answers every question: an absent key is an entry without a value, the items
of something that is no list are none.
"""

from __future__ import annotations

from typing import Any

from sdgassess.files.read.reader import WHOLE_NUMBER
from sdgassess.files.read.source import PathInFile, SourceFile
from sdgassess.problem import Fact, Problem, Severity
from sdgassess.text import clipped


class Entry:
    """A value in a source with the way to it.

    Attributes:
        value: what stands there; None where there is nothing.
    """

    __slots__ = ("_above", "_key", "_source", "value")

    def __init__(self, source: SourceFile) -> None:
        """Take the whole tree of a source."""
        self._source = source
        self._above: Entry | None = None
        self._key: str | int = ""
        self.value: Any = source.data

    def _below(self, key: str | int, value: Any) -> Entry:
        """The entry for something in this one."""
        entry = Entry.__new__(Entry)  # __init__ takes whole files; rules make thousands of these
        entry._source = self._source  # noqa: SLF001 - an entry of the same kind
        entry._above = self  # noqa: SLF001 - its own class
        entry._key = key  # noqa: SLF001 - its own class
        entry.value = value
        return entry

    def __getitem__(self, key: str) -> Entry:
        """The entry under a key; one without a value where there is none."""
        value = self.value
        return self._below(key, value.get(key) if isinstance(value, dict) else None)

    def __contains__(self, key: str) -> bool:
        """Whether there is such a key."""
        return isinstance(self.value, dict) and key in self.value

    def entries(self) -> list[tuple[str, Entry]]:
        """Keys and entries of a mapping."""
        if not isinstance(self.value, dict):
            return []
        return [(key, self._below(key, value)) for key, value in self.value.items()]

    def items(self) -> list[Entry]:
        """The items of a list."""
        if not isinstance(self.value, list):
            return []
        return [self._below(index, value) for index, value in enumerate(self.value)]

    @property
    def path(self) -> PathInFile:
        """Where it stands, from the top."""
        path: list[str | int] = []
        entry: Entry = self
        while entry._above is not None:
            path.append(entry._key)
            entry = entry._above
        return tuple(reversed(path))

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
        return Problem(code, self._source.where(self.path), facts)

    def problem_at_key(self, code: str, **facts: Fact) -> Problem:
        """An error at this entry's key."""
        return Problem(code, self._source.where(self.path, key=True), facts)

    def warning(self, code: str, **facts: Fact) -> Problem:
        """A warning at this entry's value."""
        return Problem(code, self._source.where(self.path), facts, Severity.WARNING)

    def warning_at_key(self, code: str, **facts: Fact) -> Problem:
        """A warning at this entry's key."""
        where = self._source.where(self.path, key=True)
        return Problem(code, where, facts, Severity.WARNING)


_MOST_SHOWN = 60  # characters, so that a message stays one line on most screens


def is_number_as_text(value: Any) -> bool:
    """Whether a value is text only because somebody put a number in quotes."""
    return isinstance(value, str) and WHOLE_NUMBER.fullmatch(value) is not None


def shown(value: Any) -> str:
    """A value as somebody would write it in a file; lists and maps only as what they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    return clipped(str(value), _MOST_SHOWN)
