"""The text of a file as it is edited: where its entries stand, and what is to be put where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sdgassess.files.read.source import Mark, SourceFile
from sdgassess.files.splice.plan import Key

LINE_END = re.compile(r"\r\n?|\n")
"""What ends a line: YAML knows the ends of Unix, Windows and the Macs of old."""
_ENDS = ("\n", "\r")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


class EntrySpan(NamedTuple):
    """Where an entry of a map or list stands, in characters of the text.

    Attributes:
        start: its key; in a block list its dash, in a flow list its value.
        after: just behind its colon or dash, where a value may begin.
        value: where its value begins; the same as `after` where it is empty.
        end: just behind the last character of its value.
    """

    start: int
    after: int
    value: int
    end: int


class Overlap(Exception):  # noqa: N818 - a plan that failed, not an error of anybody's
    """Two changes want the same piece of text."""


@dataclass
class Buffer:
    """A source and the changes to its text that have been collected so far.

    Attributes:
        source: what was read; its text is never touched.
        finest: how deep in the tree changes may be made; what lies deeper is replaced whole.
        blocks: whether new text may stand in `|` blocks; one may swallow a remark below it.
        changes: start, end and new text, in the order in which they were made.
    """

    source: SourceFile
    finest: int
    blocks: bool = True
    changes: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as it was read."""
        return self.source.text

    @property
    def newline(self) -> str:
        """How lines end in this file."""
        return self.source.newline

    @property
    def step(self) -> int:
        """How far this file indents; two where it does not show."""
        for value in self.source.data.values():
            if isinstance(value, dict) and value and not self.is_flow(value):
                return max(1, self.column(next(iter(self._marks(value).values())).key_start))
        return 2

    def put(self, start: int, end: int, new: str) -> None:
        """Put a text in the place of another."""
        self.changes.append((start, end, new))

    def result(self, start: int = 0, end: int | None = None) -> str:
        """The text, or a piece of it, with the changes made.

        Raises:
            Overlap: two changes want the same piece of text.
        """
        to_the_end = end is None
        end = len(self.text) if end is None else end
        pieces, copied = [], start
        for first, last, new in sorted(self.changes, key=lambda change: change[:2]):
            if first < start or last > end:
                continue
            if first < copied:
                raise Overlap
            pieces += [self.text[copied:first], new]
            copied = last
        if to_the_end and copied == end and pieces and not pieces[-1].endswith(_ENDS):
            pieces.append(self.newline)  # a `|` block would miss its last line ending
        return "".join((*pieces, self.text[copied:end]))

    def settle_end(self) -> None:
        """Keep what a `|` block at the end says, where the file lacks its last line ending.

        Such a block reads as ending in no line ending; text below it would give it one.
        """
        mark = self._last_mark(self.source.data)
        last = mark.end == len(self.text) and not self.ended
        if not last or self.text[mark.start : mark.start + 1] not in {"|", ">"}:
            return
        grows = any(end == len(self.text) for _, end, _ in self.changes)
        stays = not any(start <= mark.start < end for start, end, _ in self.changes)
        if grows and stays:
            header = re.match(r"[|>]([0-9]?)[+-]?([0-9]?)", self.text[mark.start :])
            assert header is not None
            self.put(mark.start + 1, mark.start + header.end(), "-" + "".join(header.groups()))

    def is_flow(self, value: Any) -> bool:
        """Whether a map or list is written in flow style."""
        return self.source.spans[id(value)].flow

    def line_start(self, position: int) -> int:
        """Where the line begins; between the two signs of an ending it is the line they end."""
        if self.text[position - 1 : position + 1] == "\r\n":
            position -= 1
        return max(self.text.rfind(end, 0, position) for end in _ENDS) + 1

    def line_end(self, position: int) -> int:
        """Where the line ends, before its line ending."""
        end = LINE_END.search(self.text, position)
        return len(self.text) if end is None else end.start()

    def below(self, position: int) -> int | None:
        """Where the line below begins; None in the last line."""
        end = LINE_END.search(self.text, position)
        return None if end is None else end.end()

    def breaks(self, start: int, end: int) -> bool:
        """Whether a line ends between two places."""
        return LINE_END.search(self.text, start, end) is not None

    @property
    def ended(self) -> bool:
        """Whether the last line has an ending."""
        return self.text.endswith(_ENDS)

    def column(self, position: int) -> int:
        """How far from the beginning of its line a position is."""
        return position - self.line_start(position)

    def behind(self, position: int, column: int) -> int:
        """The end of a line and of the remarks below it that are indented deeper than a column."""
        end = line_end = self.line_end(position)
        while (following := self.below(line_end)) is not None:
            line_end = self.line_end(following)
            line = self.text[following:line_end]
            if line.strip() and not (_margin(line) > column and line.lstrip(" ").startswith("#")):
                break
            end = line_end if line.strip() else end
        return end

    def draw_back(self, position: int, column: int) -> None:
        """Indent the remarks and blank lines below a line no further than a column.

        The line itself goes, and a `|` block above it would read what is indented as its text.
        """
        line_end = self.line_end(position)
        while (following := self.below(line_end)) is not None:
            line_end = self.line_end(following)
            line = self.text[following:line_end]
            margin = _margin(line) if line.strip() else len(line)
            if line.strip() and not line[margin:].startswith("#"):
                return
            if margin > column:
                self.put(following + column, following + margin, "")

    def entries(self, container: Any) -> dict[Key, EntrySpan]:
        """Where each entry of a map or list stands."""
        places: dict[Key, EntrySpan] = {}
        behind = self.source.spans[id(container)].start
        block_list = isinstance(container, list) and not self.is_flow(container)
        for key, mark in self._marks(container).items():
            start = self._dash(behind) if block_list else mark.key_start
            after = start + 1 if block_list else mark.start
            if isinstance(container, dict):
                after = self._colon(str(key), start)
            end = max(after, self._end(container[key], mark))
            places[key] = EntrySpan(start, after, max(after, mark.start), end)
            behind = end
        return places

    def _marks(self, container: Any) -> dict[Key, Mark]:
        return dict(self.source.marks[id(container)])

    def _last_mark(self, value: Any) -> Mark:
        """Where the last thing in a map or list stands that is not a block map or list itself."""
        while True:
            last, mark = next(reversed(self._marks(value).items()))
            value = value[last]
            if not isinstance(value, (dict, list)) or self.is_flow(value):
                return mark

    def _dash(self, position: int) -> int:
        """The next dash, past blanks and remarks."""
        while position < len(self.text) and self.text[position] != "-":
            position = self.line_end(position) if self.text[position] == "#" else position + 1
        return position

    def _colon(self, key: str, start: int) -> int:
        """Just behind the colon of a key, or behind the key where it has none (`{a, b}`)."""
        text, end = self.text, self.key_end(key, start)
        colon = end
        while text[colon : colon + 1] in {" ", "\t"}:
            colon += 1
        return colon + 1 if text[colon : colon + 1] == ":" else end

    def key_end(self, key: str, start: int) -> int:
        """Just behind a key, and behind its quotes."""
        quoted = self.text[start : start + 1] in {'"', "'"}
        return _quoted_end(self.text, start) if quoted else start + len(key)

    def _end(self, value: Any, mark: Mark) -> int:
        """Just behind a value; the parser's own mark may lie behind blank lines and remarks."""
        if isinstance(value, (dict, list)):
            if self.is_flow(value):
                return self.source.spans[id(value)].end
            mark = self._last_mark(value)
        if self.text[mark.start : mark.start + 1] not in {"|", ">"}:
            return mark.end
        return mark.start + _block_length(self.text[mark.start : mark.end])


def _quoted_end(text: str, start: int) -> int:
    """Just behind a quoted key."""
    sign, position = text[start], start + 1
    while position < len(text):
        if text[position] == "\\" and sign == '"':
            position += 2
        elif text[position] != sign:
            position += 1
        elif sign == "'" and text[position + 1 : position + 2] == "'":
            position += 2
        else:
            return position + 1
    return position


def _block_length(block: str) -> int:
    """How much of a `|` or `>` block is its own; blank lines below it are layout, unless kept."""
    header, *lines = lines_of(block)
    if "+" not in header.partition("#")[0]:
        margin = min((_margin(line) for line in lines if line.strip()), default=0)
        while lines and not lines[-1].strip() and len(lines[-1].rstrip("\r\n")) <= margin:
            lines.pop()
    own = "".join((header, *lines))
    return len(own.removesuffix("\n").removesuffix("\r"))


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with its ending; the last one may have none."""
    return _LINE.findall(text)


def _margin(line: str) -> int:
    """How far a line is indented."""
    return len(line) - len(line.lstrip(" "))
