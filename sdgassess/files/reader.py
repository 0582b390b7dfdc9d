"""Bytes to a plain tree with a position for every key and item; strict on purpose.

The tree holds dicts, lists, text, whole numbers, true/false and None, and nothing else: no dates,
no `yes`, no octal, no decimals (they stay text), no tags, anchors, aliases or second documents.
The builder stands on the parser's events, because PyYAML's constructors keep the last of two
equal keys, lose positions, and crash on deep nesting (measured: 30,000 brackets kill the
process). Depth, nodes and scalar size are limited while events arrive, so no input can hang it.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from sdgassess.problem import Fact, Problem, Severity, Where

MOST_BYTES = 5_000_000
MOST_DEPTH = 32
MOST_SCALAR = 100_000
MOST_NODES = 10_000
MOST_NODES_QUESTIONNAIRE = 100_000

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FIXED = {"": None, "true": True, "false": False}

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
        lines = self.text.split("\n", line + 1)
        excerpt = lines[line].rstrip("\r") if line < len(lines) else None
        return Where(self.name, line + 1, column + 1, excerpt)

    @property
    def newline(self) -> str:
        """How lines end in this file."""
        return "\r\n" if "\r\n" in self.text else "\n"


def read_document(path: Path, name: str | None = None) -> tuple[Document | None, list[Problem]]:
    """Read a file into a document.

    Args:
        path: the file; folders, devices and pipes are refused without being opened.
        name: how messages call it; its path where not given.

    Returns:
        The document and what was wrong. None where the file could not be read as a tree; with a
        document there may still be errors (two equal keys) and warnings.
    """
    name = str(path) if name is None else name
    raw, problem = read_bytes(path, name)
    if raw is None:
        return None, [problem] if problem else []
    return parse(raw, name)


def read_bytes(path: Path, name: str) -> tuple[bytes | None, Problem | None]:
    """The bytes of a regular file within the size limit, or the problem that prevents it."""

    def refuse(code: str, **facts: Fact) -> tuple[None, Problem]:
        return None, Problem(code, Where(name), facts)

    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return refuse("P002")
        if not stat.S_ISREG(status.st_mode):
            return refuse("P003")
        if status.st_size > MOST_BYTES:
            return refuse("P005", size=status.st_size, most=MOST_BYTES)
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return refuse("P001")
    except (OSError, ValueError) as error:
        return refuse("P004", reason=os.strerror(getattr(error, "errno", None) or 22))
    if len(raw) > MOST_BYTES:
        return refuse("P005", size=len(raw), most=MOST_BYTES)
    return raw, None


def parse(raw: bytes, name: str) -> tuple[Document | None, list[Problem]]:
    """Turn bytes into a document; see `read_document`."""
    bom = raw.startswith(b"\xef\xbb\xbf")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4]:
        return None, [Problem("P007", Where(name))]
    try:
        text = raw[3 if bom else 0 :].decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start + (3 if bom else 0)].decode("utf-8", "replace")
        line = before.count("\n") + 1
        return None, [Problem("P006", Where(name, line, len(before) - before.rfind("\n")))]
    return _Builder(name, text, hashlib.sha256(raw).hexdigest(), bom).build()


class _Stop(Exception):  # noqa: N818 - ends the walk over events; never leaves this module
    """Nothing more can be read; the problem is already noted."""


class _Builder:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self, name: str, text: str, digest: str, bom: bool) -> None:
        self.shell = Document(name, text, None, digest, bom)
        self.problems: list[Problem] = []
        self.marks: dict[int, dict[str | int, Mark]] = {}
        self.spans: dict[int, Span] = {}
        self.stack: list[tuple[Any, dict[str | int, Mark], Any]] = []
        self.keys: list[Any] = []
        self.nodes = 0
        self.most_nodes = MOST_NODES
        self.root: Any = None
        self.documents = 0

    def build(self) -> tuple[Document | None, list[Problem]]:
        """Walk the events once; what stops the walk is a problem like any other."""
        shell = self.shell
        try:
            for event in yaml.parse(shell.text, Loader=_LOADER):
                self.take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            self.note("P010", line, column, detail=str(error.problem or error.context or ""))
            return None, self.problems
        except yaml.reader.ReaderError as error:
            self.unreadable_character(error)
            return None, self.problems
        except _Stop:
            return None, self.problems
        if not self.documents or self.root is None:
            empty = "P011" if not shell.text.strip() else "P012"
            return None, [Problem(empty, Where(shell.name, 1, 1))]
        if not isinstance(self.root, dict):
            self.note("P013", 0, 0)
            return None, self.problems
        document = Document(
            shell.name, shell.text, self.root, shell.digest, shell.bom, self.marks, self.spans
        )
        return document, self.problems

    def take(self, event: Any) -> None:
        """Take one event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self.refuse_extras(event)
            self.scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self.refuse_extras(event)
            self.open(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.close(event)
        elif kind is yaml.AliasEvent:
            self.stop("P014", event, word="*" + event.anchor)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                self.stop("P016", event)
            if event.tags or event.version:
                self.stop("P017", event)

    def refuse_extras(self, event: Any) -> None:
        """Anchors and tags are refused; so is the node that is one too many."""
        self.nodes += 1
        if event.anchor is not None:
            self.stop("P014", event, word="&" + event.anchor)
        if event.tag is not None:
            self.stop("P015", event, word=event.tag)
        if self.nodes > self.most_nodes:
            self.stop("P018", event, most=self.most_nodes)

    def scalar(self, event: Any) -> None:
        """A key, or a value."""
        value = event.value
        if len(value) > MOST_SCALAR and len(value.encode()) > MOST_SCALAR:
            self.stop("P019", event, most=MOST_SCALAR)
        if self.stack and self.keys[-1] is None and isinstance(self.stack[-1][0], dict):
            self.key(event)
            return
        if not event.style:
            if value in _FIXED:
                value = _FIXED[value]
            elif _WHOLE.fullmatch(value):
                value = int(value)
            else:
                self.warn_cut_off(event)
        start, end = event.start_mark, event.end_mark
        self.place(value, start.index, start.line, start.column, end.index)

    def key(self, event: Any) -> None:
        """The key of the next value; two equal keys are an error that names both lines."""
        mapping, marks, _ = self.stack[-1]
        word, start = event.value, event.start_mark
        if word == "<<" and not event.style:
            self.stop("P014", event, word="<<")
        if word in mapping:
            first = marks[word].key_line + 1
            self.note("P020", start.line, start.column, key=word, first=first)
        self.keys[-1] = (word, start)

    def open(self, event: Any, container: Any) -> None:
        """A mapping or list begins."""
        if self.stack and self.keys[-1] is None and isinstance(self.stack[-1][0], dict):
            self.stop("P021", event)
        if len(self.stack) >= MOST_DEPTH:
            self.stop("P022", event, most=MOST_DEPTH)
        start = event.start_mark
        self.place(container, start.index, start.line, start.column, start.index)
        marks: dict[str | int, Mark] = {}
        self.marks[id(container)] = marks
        self.stack.append((container, marks, event))
        self.keys.append(None)

    def close(self, event: Any) -> None:
        """A mapping or list ends; its parent learns where."""
        container, _, opened = self.stack.pop()
        self.keys.pop()
        start, end = opened.start_mark.index, event.end_mark.index
        self.spans[id(container)] = Span(start, end, bool(opened.flow_style))
        if self.stack:
            parent, marks, _ = self.stack[-1]
            entry = len(parent) - 1 if isinstance(parent, list) else next(reversed(marks))
            marks[entry] = marks[entry]._replace(end=end)

    def place(self, value: Any, start: int, line: int, column: int, end: int) -> None:
        """Put a value where it belongs: under the waiting key, in the list, or at the root."""
        if not self.stack:
            self.root = value
            return
        parent, marks, _ = self.stack[-1]
        if isinstance(parent, list):
            marks[len(parent)] = Mark(start, line, column, start, line, column, end)
            parent.append(value)
            return
        word, at = self.keys[-1]
        self.keys[-1] = None
        marks.pop(word, None)
        marks[word] = Mark(at.index, at.line, at.column, start, line, column, end)
        parent[word] = value
        if word == "format" and len(self.stack) == 1 and "questionnaire" in str(value):
            self.most_nodes = MOST_NODES_QUESTIONNAIRE

    def warn_cut_off(self, event: Any) -> None:
        """Say when plain text is followed by ` #`: YAML reads the rest as a remark, not as text."""
        end = event.end_mark.index
        text = self.shell.text
        if "#" not in text[end : end + 20]:
            return
        line_end = text.find("\n", end)
        rest = text[end : line_end if line_end >= 0 else len(text)].strip()
        looks_cut = rest[1:2].strip() != "" or len(event.value.split()) > 1
        if rest.startswith("#") and looks_cut:
            at = event.end_mark
            self.note("P023", at.line, at.column, Severity.WARNING, rest=rest)

    def unreadable_character(self, error: Any) -> None:
        """The parser met a character that YAML forbids (a control character, for instance)."""
        text = self.shell.text
        at = error.position if isinstance(error.position, int) else 0
        bad = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
        at = bad.start() if bad else min(at, len(text))
        number = ord(text[at]) if at < len(text) else 0
        line = text.count("\n", 0, at)
        self.note("P008", line, at - text.rfind("\n", 0, at) - 1, character=f"U+{number:04X}")

    def note(
        self, code: str, line: int, column: int, severity: Severity = Severity.ERROR, **facts: Fact
    ) -> None:
        """Add a problem at a place."""
        self.problems.append(Problem(code, self.shell.place(line, column), facts, severity))

    def stop(self, code: str, event: Any, **facts: Fact) -> None:
        """Add a problem at an event and end the walk."""
        mark = event.start_mark
        self.note(code, mark.line, mark.column, **facts)
        raise _Stop
