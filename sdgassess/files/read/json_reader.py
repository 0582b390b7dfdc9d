"""JSON to a plain tree with a position for every key and item; as strict as the reader of YAML.

What comes out is what the reader of YAML gives: dicts, lists, text, whole numbers, true/false and
None. Decimals stay text (`0.5`), so that no level ever is a float. The module `json` is no choice
here: it keeps the last of two equal keys, takes NaN for a number and has no positions.
"""

from __future__ import annotations

import json
import re
from typing import Any, Never

from sdgassess.files.read.characters import forbidden_in
from sdgassess.files.read.reader import (
    MOST_DEPTH,
    MOST_NODES,
    MOST_SCALAR,
    WHOLE_NUMBER,
    decoded,
)
from sdgassess.files.read.source import Mark, SourceFile, Span
from sdgassess.problem import Fact, Problem, Where

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?![0-9A-Za-z.+-])")
_WORD = re.compile(r"[0-9A-Za-z.+-]+")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_CONSTANTS = {"true": True, "false": False, "null": None}


def parse_json(raw: bytes, name: str) -> tuple[SourceFile | None, list[Problem]]:
    """Turn bytes into a source.

    Args:
        raw: the bytes, in UTF-8.
        name: how messages call the file.

    Returns:
        The source and what is wrong; None where the file could not be read to its end. With a
        source there may still be errors (two equal keys).
    """
    shell, problem = decoded(raw, name)
    if shell is None:
        return None, [problem] if problem else []
    if not shell.text.strip():
        return None, [Problem("P011", Where(name, 1, 1))]
    return _Parser(shell).parse()


class _Stop(Exception):  # noqa: N818 - ends the walk over the text; never leaves this module
    """Nothing more can be read; the problem is already noted."""


class _Parser:
    """Reads one text from its beginning to its end; `at` is the next character to be read."""

    def __init__(self, shell: SourceFile) -> None:
        self.shell = shell
        self.text = shell.text
        self.at = 0
        self.nodes = 0
        self.opened: list[int] = []
        self.problems: list[Problem] = []
        self.marks: dict[int, dict[str | int, Mark]] = {}
        self.spans: dict[int, Span] = {}

    def parse(self) -> tuple[SourceFile | None, list[Problem]]:
        """Read one value and nothing after it; what stops that is a problem like any other."""
        shell = self.shell
        try:
            root = self.value()
            if self.next_sign():
                self.stop("P025", self.at, why="after", sign=self.sign())
        except _Stop:
            return None, self.problems
        if not isinstance(root, dict):
            self.note("P013", 0, why="json")
            return None, self.problems
        source = SourceFile(shell.name, shell.text, root, shell.bom, self.marks, self.spans)
        return source, self.problems

    def value(self) -> Any:
        """The value that comes next."""
        self.nodes += 1
        sign = self.next_sign()
        if self.nodes > MOST_NODES:
            self.stop("P018", self.at, most=MOST_NODES)
        if sign == "{":
            return self.container({}, "}")
        if sign == "[":
            return self.container([], "]")
        if sign == '"':
            return self.string()
        return self.plain()

    def container(self, container: Any, closing: str) -> Any:
        """A map or a list, from its opening bracket to its closing one."""
        start = self.at
        if len(self.opened) >= MOST_DEPTH:
            self.stop("P022", start, most=MOST_DEPTH)
        self.opened.append(start)
        marks = self.marks[id(container)] = {}
        self.at += 1
        while self.next_sign() != closing:
            if container:
                self.expect(",")
            if closing == "}":
                self.entry(container, marks)
            else:
                self.item(container, marks)
        self.at += 1
        self.opened.pop()
        self.spans[id(container)] = Span(start, self.at, True)
        return container

    def entry(self, container: dict[str, Any], marks: dict[str | int, Mark]) -> None:
        """A key and its value; two equal keys are an error that names the first one's line."""
        if self.next_sign() != '"':
            self.stop_at_sign()
        key_start = self.at
        key = self.string()
        if key in container:
            first = self.shell.at(marks[key].key_start).line or 1
            self.note("P020", key_start, key=key, first=first)
        self.expect(":")
        self.next_sign()
        start = self.at
        container[key] = self.value()
        marks[key] = Mark(key_start, start, self.at)

    def item(self, container: list[Any], marks: dict[str | int, Mark]) -> None:
        """An item of a list."""
        self.next_sign()
        start = self.at
        container.append(self.value())
        marks[len(container) - 1] = Mark(start, start, self.at)

    def string(self) -> str:
        """A text in quotation marks, with its escapes resolved."""
        start = self.at
        quoted = _STRING.match(self.text, start)
        if quoted is None:
            self.stop_at_end(start)
        try:
            text: str = json.loads(quoted.group())
        except json.JSONDecodeError as error:
            at = start + error.pos
            if error.msg.startswith("Invalid control"):
                self.stop("P008", at, character=_number_of(self.text[at]))
            self.stop("P025", at, why="escape")
        self.at = quoted.end()
        # Escapes can hold what no file may: it could not be written into a profile later on.
        bad = forbidden_in(text)
        if bad:
            self.stop("P008", start, character=_number_of(bad.group()))
        if len(text.encode()) > MOST_SCALAR:
            self.stop("P019", start, most=MOST_SCALAR)
        return text

    def plain(self) -> Any:
        """A number, or true, false or null."""
        number = _NUMBER.match(self.text, self.at)
        word = _WORD.match(self.text, self.at)
        if number is not None:
            self.at = number.end()
            digits = number.group()
            return int(digits) if WHOLE_NUMBER.fullmatch(digits) else digits
        if word is None:
            self.stop_at_sign()
        if word.group() not in _CONSTANTS:
            self.stop("P025", self.at, why="word", sign=word.group())
        self.at = word.end()
        return _CONSTANTS[word.group()]

    def next_sign(self) -> str:
        """The next character that is no space, where reading goes on; nothing at the end."""
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        return self.text[self.at : self.at + 1]

    def expect(self, sign: str) -> None:
        """Step over a sign that must come next."""
        if self.next_sign() != sign:
            self.stop_at_sign()
        self.at += 1

    def sign(self) -> str:
        """What stands where reading stopped, as it is shown."""
        word = _WORD.match(self.text, self.at)
        return word.group() if word else self.text[self.at]

    def stop_at_sign(self) -> Never:
        """End at a sign that cannot stand there, or at the end of a text that was cut off."""
        if self.at >= len(self.text):
            self.stop_at_end(self.opened[-1] if self.opened else 0)
        self.stop("P025", self.at, sign=self.sign())

    def stop_at_end(self, start: int) -> Never:
        """The text ends inside of what began at a place."""
        opened = self.shell.at(start).line or 1
        self.stop("P025", len(self.text.rstrip()), why="end", opened=opened)

    def note(self, code: str, at: int, **facts: Fact) -> None:
        """Add an error at a character."""
        self.problems.append(Problem(code, self.shell.at(at), facts))

    def stop(self, code: str, at: int, **facts: Fact) -> Never:
        """Add a problem at a character and end the walk."""
        self.note(code, at, **facts)
        raise _Stop


def _number_of(character: str) -> str:
    """A character by its number, as messages name what cannot be seen."""
    return f"U+{ord(character):04X}"
