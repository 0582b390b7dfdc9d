"""Bytes to a plain tree with a position for every key and item; strict on purpose.

The tree holds dicts, lists, text, whole numbers, true/false and None, and nothing else: no dates,
no `yes`, no octal, no decimals (they stay text), no tags, anchors, aliases or second documents.
The builder stands on the parser's events, because PyYAML's constructors keep the last of two
equal keys, lose positions, and crash on deep nesting (measured: 30,000 brackets kill the
process). Depth, nodes and scalar size are limited while events arrive, so no input can hang it.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from sys import intern
from typing import Any

import yaml

from sdgassess.files.read.characters import forbidden_character, hidden_characters, stand_ins
from sdgassess.files.read.plain_loader import PlainLoader
from sdgassess.files.read.source import (
    Mark,
    SourceFile,
    Span,
)
from sdgassess.problem import (
    Fact,
    Problem,
    Severity,
    Where,
)
from sdgassess.text import unicode_number

MOST_BYTES = 5_000_000
"""Bytes of a file: a complete profile has about 20,000."""
MOST_DEPTH = 32
"""Levels of nesting; a questionnaire needs 11, and rules and builders walk trees by recursion."""
MOST_SCALAR = 100_000
"""Bytes of one text."""
MOST_NODES = 100_000
"""Keys, values, maps and lists: a room of 60 with a voice each on 60 questions has 26,000, and a
questionnaire in three languages 12,000."""
_WORD = 40
"""Up to how many letters equal texts are one in memory: ids, roles, titles."""
_BYTES_PER_CHARACTER = 4  # in UTF-8 at most: a text is encoded only where it could be too long

# libyaml's parser is some thirty times as fast, and not in every installation of PyYAML.
LOADER: Any = getattr(yaml, "CBaseLoader", PlainLoader)
WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FIXED = {"": None, "true": True, "false": False, **{str(digit): digit for digit in range(10)}}
"""Words that stand for something else; most are levels, so their digits are looked up too."""
_JOINED = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_-]*):(?=[^\s:/])")
"""A key that holds its value, too, since no space stands behind the colon: `level:3`."""
_LINE_END = re.compile(r"[\r\n]")
_BLOCKS = ("|", ">")
_TEXT_AT_BLOCK = re.compile(r"[|>][0-9+-]*(?P<blanks>[ \t]*)(?=#)")
_CONFLICT_OPENS = re.compile(r"^<{7} ", re.MULTILINE)
_CONFLICT_DIVIDES = re.compile(r"^={7}\r?$", re.MULTILINE)
_CONFLICT_CLOSES = re.compile(r"^>{7} ", re.MULTILINE)


def read_source(path: Path, name: str | None = None) -> tuple[SourceFile | None, list[Problem]]:
    """Read a file into a source.

    Args:
        path: the file; folders, devices and pipes are refused without being opened.
        name: how messages call it; its path where not given.

    Returns:
        The source and what was wrong. None where the file could not be read as a tree; with a
        source there may still be errors (two equal keys) and warnings.
    """
    name = str(path) if name is None else name
    raw, problem = read_bytes(path, name)
    if raw is None:
        return None, [problem] if problem else []
    return parse(raw, name)


def read_bytes(
    path: Path, name: str, most: int | None = MOST_BYTES
) -> tuple[bytes | None, Problem | None]:
    """The bytes of a regular file, or the problem that prevents it.

    Args:
        path: the file; what is none is never opened, so that no pipe is waited for.
        name: how messages call it.
        most: the size limit; None for what was written by ourselves.
    """

    def refuse(code: str, **facts: Fact) -> tuple[None, Problem]:
        return None, Problem(code, Where(name), facts)

    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return refuse("P002" if stat.S_ISDIR(mode) else "P003")
        with open(path, "rb", opener=_open_at_once) as file:
            raw = file.read(-1 if most is None else most + 1)
    except FileNotFoundError:
        return refuse("P001")
    except PermissionError:
        return refuse("P004", why="denied")
    except (OSError, ValueError) as error:
        return refuse("P004", reason=os.strerror(getattr(error, "errno", None) or 22))
    return (raw, None) if most is None or len(raw) <= most else refuse("P005", most=most)


def _open_at_once(name: str, flags: int) -> int:
    """Open without waiting, should the file have become a pipe since it was looked at."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def parse(raw: bytes, name: str) -> tuple[SourceFile | None, list[Problem]]:
    """Turn bytes into a source; see `read_source`."""
    shell, problem = decoded(raw, name)
    if shell is None:
        return None, [problem] if problem else []
    if conflict := _conflict(shell.text):
        first, last = (shell.at(place) for place in conflict)
        lines: dict[str, Fact] = {"first": first.line or 1, "last": last.line or 1}
        return None, [Problem("P024", first, lines)]
    if problem := forbidden_character(shell):
        return None, [problem]
    source, problems = _Builder(shell).build()
    return source, [*problems, *hidden_characters(shell)]


def decoded(raw: bytes, name: str) -> tuple[SourceFile | None, Problem | None]:
    """The text of a file without its tree, or the problem with its encoding.

    Args:
        raw: its bytes; a byte order mark is passed over.
        name: how messages call it.
    """
    bom = raw.startswith(b"\xef\xbb\xbf")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4]:
        return None, Problem("P007", Where(name))
    try:
        return SourceFile(name, raw[3 if bom else 0 :].decode("utf-8"), None, bom), None
    except UnicodeDecodeError as error:
        before = raw[: error.start + (3 if bom else 0)].decode("utf-8", "replace")
        line = before.count("\n") + 1
        return None, Problem("P006", Where(name, line, len(before) - before.rfind("\n")))


def _conflict(text: str) -> tuple[int, int] | None:
    """Where git has left two versions of a passage: the first and the last of its marks."""
    opened = _CONFLICT_OPENS.search(text)
    if opened is None or not _CONFLICT_DIVIDES.search(text, opened.end()):
        return None
    closed = _CONFLICT_CLOSES.search(text, opened.end())
    return None if closed is None else (opened.start(), closed.start())


class _Stop(Exception):  # noqa: N818 - ends the walk over events; never leaves this module
    """Nothing more can be read; the problem is already noted."""


class _Builder:
    """Builds the tree from the parser's events, without recursion.

    `container` is the mapping or list that is open, `key` the key that waits for its value (with
    `key_start`), and `stack` what to come back to when `container` closes.
    """

    def __init__(self, shell: SourceFile) -> None:
        self.shell = shell
        self.text = shell.text
        self.stand_ins = stand_ins(shell.text)
        self.originals = {stand_in: sign for sign, stand_in in self.stand_ins.items()}
        self.has_remarks = " #" in shell.text
        self.problems: list[Problem] = []
        self.marks: dict[int, dict[str | int, Mark]] = {}
        self.spans: dict[int, Span] = {}
        self.stack: list[Any] = []
        self.container: Any = None
        self.open_marks: dict[str | int, Mark] = {}
        self.opened: Any = None
        self.key: str | None = None
        self.key_start = 0
        self.nodes = 0
        self.root: Any = None
        self.documents = 0

    def build(self) -> tuple[SourceFile | None, list[Problem]]:
        """Walk the events once; what stops the walk is a problem like any other."""
        shell = self.shell
        try:
            text = shell.text.translate(self.stand_ins) if self.stand_ins else shell.text
            next_event = LOADER(text).get_event
            while (event := next_event()) is not None:
                _TAKE[type(event)](self, event)
        except yaml.MarkedYAMLError as error:
            from sdgassess.files.read.slips import not_yaml  # noqa: PLC0415 - where one is met

            slip = not_yaml(error, shell)
            return None, [
                *(problem for problem in self.problems if problem.where != slip.where),
                slip,
            ]
        except (yaml.reader.ReaderError, UnicodeError) as error:
            self.unreadable_character(error)
            return None, self.problems
        except _Stop:
            return None, self.problems
        if not self.documents or self.root is None:
            empty = "P011" if not shell.text.strip() else "P012"
            return None, [Problem(empty, Where(shell.name, 1, 1))]
        if not isinstance(self.root, dict):
            self.note("P013", 0)
            return None, self.problems
        source = SourceFile(shell.name, shell.text, self.root, shell.bom, self.marks, self.spans)
        return source, self.problems

    def nothing(self, event: Any) -> None:
        """An event that builds nothing."""

    def start_document(self, event: Any) -> None:
        """One document a file, without directives."""
        self.documents += 1
        if self.documents > 1:
            self.stop("P016", event)
        if event.tags or event.version:
            self.stop("P017", event)

    def alias(self, event: Any) -> None:
        """Nothing is said by pointing elsewhere."""
        self.stop("P014", event, word="*" + event.anchor)

    def scalar(self, event: Any) -> None:
        """A key, or a value."""
        self.nodes += 1
        value = event.value
        if self.originals:
            value = value.translate(self.originals)
        if event.anchor is not None or event.tag is not None or self.nodes > MOST_NODES:
            self.refuse(event)
        if len(value) <= _WORD:
            value = intern(value)  # most words are those of many other places and files
        elif len(value) * _BYTES_PER_CHARACTER > MOST_SCALAR < len(value.encode()):
            self.stop("P019", event, most=MOST_SCALAR)
        start = event.start_mark.index
        if self.key is None and type(self.container) is dict:  # isinstance is slower
            self.take_key(event, value, start)
            return
        end = event.end_mark.index
        if event.style:
            self.look_at_block(event)
        else:
            value = self.plain_value(value, end)
        self.place(value, start, end)

    def look_at_block(self, event: Any) -> None:
        """Words behind the sign of a block of text: `>#1 of all`, `> #1 of all`.

        libyaml takes both for a remark; YAML knows none right behind the sign.
        """
        start = event.start_mark.index
        words = _TEXT_AT_BLOCK.match(self.text, start) if event.style in _BLOCKS else None
        if words is None:
            return
        if not words["blanks"]:
            self.stop("P010", event, why="character", character=event.style)
        self.warn_lost(start + len(words[0]))

    def plain_value(self, word: str, end: int) -> Any:
        """What a word without quotes stands for; a remark right behind it is looked at."""
        if word in _FIXED:
            if not word:
                self.look_at_key()
                if self.has_remarks:
                    self.warn_lost(end)
            return _FIXED[word]
        if word[0] in "-0123456789" and WHOLE_NUMBER.fullmatch(word):
            return int(word)
        if self.has_remarks and "#" in self.text[end : end + 20]:
            self.warn_cut_off(word, end)
        return word

    def look_at_key(self) -> None:
        """Say when a key without a value has one in it: `{level:3}`."""
        joined = _JOINED.match(self.key) if self.key and ":" in self.key else None
        if joined is not None:
            self.note("P010", self.key_start, why="no-space", key=joined["key"])
            raise _Stop

    def take_key(self, event: Any, word: str, start: int) -> None:
        """The key of the next value; two equal keys are an error that names both lines."""
        if word == "<<" and not event.style:
            self.stop("P014", event, word="<<")
        if word in self.container:
            first = self.shell.at(self.open_marks.pop(word).key_start).line or 1
            self.note("P020", start, key=word, first=first)
        self.key, self.key_start = word, start

    def place(self, value: Any, start: int, end: int) -> None:
        """Put a value where it belongs: under the waiting key, in the list, or at the root."""
        container = self.container
        if type(container) is dict:
            key = self.key
            assert key is not None
            container[key] = value
            self.open_marks[key] = Mark(self.key_start, start, end)
            self.key = None
        elif container is None:
            self.root = value
        else:
            self.open_marks[len(container)] = Mark(start, start, end)
            container.append(value)

    def open_mapping(self, event: Any) -> None:
        """A mapping begins."""
        self.open(event, {})

    def open_list(self, event: Any) -> None:
        """A list begins."""
        self.open(event, [])

    def open(self, event: Any, container: Any) -> None:
        """A mapping or list begins."""
        self.nodes += 1
        if event.anchor is not None or event.tag is not None or self.nodes > MOST_NODES:
            self.refuse(event)
        if self.key is None and type(self.container) is dict:
            self.stop("P021", event)
        if len(self.stack) >= MOST_DEPTH:
            self.stop("P022", event, most=MOST_DEPTH)
        self.stack.append((self.container, self.open_marks, self.opened, self.key, self.key_start))
        self.container, self.opened, self.key = container, event, None
        self.open_marks = self.marks[id(container)] = {}

    def close(self, event: Any) -> None:
        """A mapping or list ends, and is put where it belongs."""
        container, opened = self.container, self.opened
        start, end = opened.start_mark.index, event.end_mark.index
        self.spans[id(container)] = Span(start, end, bool(opened.flow_style))
        self.container, self.open_marks, self.opened, self.key, self.key_start = self.stack.pop()
        self.place(container, start, end)

    def refuse(self, event: Any) -> None:
        """Anchors and tags are refused; so is the node that is one too many."""
        if event.anchor is not None:
            self.stop("P014", event, word="&" + event.anchor)
        if event.tag is not None:
            word = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.stop("P015", event, word=word)
        self.stop("P018", event, most=MOST_NODES)

    def warn_cut_off(self, value: str, end: int) -> None:
        """Say when plain text is followed by ` #`: the rest is read as a remark, not as text."""
        rest = self.rest_of_line(end)
        looks_cut = rest[1:2].strip() != "" or len(value.split()) > 1
        if rest.startswith("#") and looks_cut:
            self.warn_not_read(rest, end)

    def warn_lost(self, end: int) -> None:
        """Say when a value is nothing but `#text`: a word against the sign is hardly a remark."""
        rest = self.rest_of_line(end)
        if rest.startswith("#") and rest[1:2].strip():
            self.warn_not_read(rest, end)

    def warn_not_read(self, rest: str, end: int) -> None:
        """Warn of a remark behind a value that may have been meant as text."""
        where = self.shell.at(self.text.index("#", end))
        self.problems.append(Problem("P023", where, {"rest": rest}, Severity.WARNING))

    def rest_of_line(self, end: int) -> str:
        """What stands behind a value on its line, without the blanks around it."""
        line_end = _LINE_END.search(self.text, end)
        return self.text[end : line_end.start() if line_end else len(self.text)].strip()

    def unreadable_character(self, error: Any) -> None:
        """The parser met a character that it cannot read."""
        at = min(getattr(error, "position", 0), len(self.text))
        character = unicode_number(self.text[at]) if at < len(self.text) else "U+0000"
        self.note("P008", at, character=character)

    def note(self, code: str, at: int, **facts: Fact) -> None:
        """Add an error at a character."""
        self.problems.append(Problem(code, self.shell.at(at), facts))

    def stop(self, code: str, event: Any, **facts: Fact) -> None:
        """Add a problem at an event and end the walk."""
        self.note(code, event.start_mark.index, **facts)
        raise _Stop


_TAKE: Any = {
    yaml.StreamStartEvent: _Builder.nothing,
    yaml.StreamEndEvent: _Builder.nothing,
    yaml.DocumentEndEvent: _Builder.nothing,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.MappingStartEvent: _Builder.open_mapping,
    yaml.SequenceStartEvent: _Builder.open_list,
    yaml.MappingEndEvent: _Builder.close,
    yaml.SequenceEndEvent: _Builder.close,
    yaml.AliasEvent: _Builder.alias,
    yaml.DocumentStartEvent: _Builder.start_document,
}
