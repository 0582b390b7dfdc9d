"""PyYAML's parser in Python, reading what its parser in C reads.

It serves where PyYAML was built without libyaml. As it comes it refuses a question mark in a text
within brackets (`{title: What now?}`) and a tab within or behind a text, and so would tell people
that a file is broken which is fine on the next machine.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.scanner import ScannerError
from yaml.tokens import FlowEntryToken, FlowSequenceEndToken, ValueToken

_SIGNS_IN_BRACKETS = ",?[]{}"
"""Behind a colon within brackets libyaml refuses these."""
_NO_CHARACTER = r"(?i)\\u(?=d[89a-f])|\\U(?!00(?:0|10))"
"""Escapes of halves of characters, and of numbers beyond all characters."""


class PlainLoader(yaml.BaseLoader):
    """Events as libyaml gives them; tabs and question marks are looked at by where they stand."""

    _in_words = False
    _tabs_are_spaces = False
    _between_tokens = False
    _least_indent: int | None = None

    def peek(self, index: int = 0) -> str:
        """A character ahead, as what it means in its place."""
        character = str(super().peek(index))
        if character == "\t" and (self._tabs_are_spaces or self._passes_blanks()):
            return " "
        if character == "?" and self._in_words:
            # Behind a colon within brackets libyaml takes it for a sign that ends the text.
            ends = self.flow_level and index and super().peek(index - 1) == ":"
            return "," if ends else "x"
        return character

    def scan_plain(self) -> Any:
        """A text without quotes; within brackets a question mark is part of it."""
        start = self.get_mark()
        self._in_words = True
        try:
            token = super().scan_plain()
        finally:
            self._in_words = False
        if self.flow_level and self.peek() == ":" and self.peek(1) in _SIGNS_IN_BRACKETS:
            complaint = "found unexpected ':'"
            raise ScannerError("while scanning a plain scalar", start, complaint, self.get_mark())
        return token

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> Any:
        """What stands between two words of it; a tab sets no line in, within brackets neither."""
        self._least_indent = indent
        try:
            blanks = super().scan_plain_spaces(indent, start_mark)
        finally:
            self._least_indent = None
        if self.allow_simple_key and self.column < indent and self.peek() == "\t":
            complaint = "found a tab character that violates indentation"
            raise ScannerError(
                "while scanning a plain scalar", start_mark, complaint, self.get_mark()
            )
        return blanks

    def scan_to_next_token(self) -> None:
        """Pass over blanks; a tab is one where no indentation is counted."""
        self._between_tokens = True
        try:
            super().scan_to_next_token()
        finally:
            self._between_tokens = False

    def _passes_blanks(self) -> bool:
        """Whether blanks are passed over here, where no indentation is counted."""
        if self._least_indent is not None:
            return bool(not self.allow_simple_key or self.column >= self._least_indent)
        return self._between_tokens and bool(self.flow_level or not self.allow_simple_key)

    def scan_block_scalar_indicators(self, start_mark: Any) -> Any:
        """The signs right behind that of a block of text; a tab ends them."""
        self._tabs_are_spaces = True
        try:
            return super().scan_block_scalar_indicators(start_mark)
        finally:
            self._tabs_are_spaces = False

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> None:
        """What stands behind the sign of a block of text."""
        self._tabs_are_spaces = True
        try:
            super().scan_block_scalar_ignored_line(start_mark)
        finally:
            self._tabs_are_spaces = False

    def scan_block_scalar_indentation(self) -> Any:
        """How far a block of text is set in; libyaml counts no tabs."""
        indentation = super().scan_block_scalar_indentation()
        if self.peek() == "\t":
            complaint = "found a tab character where an indentation space is expected"
            start = self.get_mark()
            raise ScannerError("while scanning a block scalar", start, complaint, start)
        return indentation

    def parse_flow_sequence_entry_mapping_key(self) -> Any:
        """A key in a list; behind `?` alone libyaml passes over the next comma or colon."""
        parser: Any = self  # the stubs leave these without types
        mark = parser.get_token().end_mark
        if self.check_token(FlowEntryToken, ValueToken):
            parser.get_token()
        elif not self.check_token(FlowSequenceEndToken):
            self.states.append(self.parse_flow_sequence_entry_mapping_value)
            return parser.parse_flow_node()
        self.state = self.parse_flow_sequence_entry_mapping_value
        return self.process_empty_scalar(mark)

    def scan_directive(self) -> Any:
        """A directive; libyaml refuses one that it does not know."""
        start = self.get_mark()
        token = super().scan_directive()
        if token.name not in ("YAML", "TAG"):
            complaint = "found unknown directive name"
            raise ScannerError("while scanning a directive", start, complaint, start)
        return token

    def scan_flow_scalar(self, style: str) -> Any:
        """A text in quotes; an escape that stands for no character is a mistake."""
        start = self.get_mark()
        try:
            token = super().scan_flow_scalar(style)
        except (ValueError, OverflowError) as error:  # a number beyond all characters
            raise self._bad_escape(start) from error
        if any("\ud800" <= sign <= "\udfff" for sign in token.value):
            raise self._bad_escape(start)
        return token

    def _bad_escape(self, start: Any) -> ScannerError:
        """The complaint about the first escape behind a place that stands for no character."""
        escape = re.compile(_NO_CHARACTER).search(self.buffer, start.index)
        at = escape.end() if escape else start.index
        place = yaml.Mark(start.name, at, start.line, start.column, None, 0)
        complaint = "found invalid Unicode character escape code"
        return ScannerError("while parsing a quoted scalar", start, complaint, place)
