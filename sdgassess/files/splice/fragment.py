"""New YAML text, made to be read and edited by hand, and exact under the strict reader.

One map or list a line where it is short, a line per entry where it grows, longer texts as `|`
blocks; nothing is folded. Text is quoted where the strict reader would read something else, and
where other YAML readers would take it for a number, a yes or a nothing (`"1.0"`, `"no"`), or stop
(a question mark in brackets); dates stay bare. What no line can show (control characters, line
separators, zero width) is written as an escape, so that nothing invisible hides in a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sdgassess.files.splice.layout import Tree, opens
from sdgassess.text import hidden_places, hides

WIDTH = 120
"""The longest line on which a map or list is kept together."""

Path = tuple[str | int, ...]

_VISIBLE = (
    "\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff"
)
_HIDDEN = re.compile(f"[^{_VISIBLE}]")
_HIDDEN_IN_BLOCK = re.compile(f"[^{_VISIBLE}\t\n]")
_ESCAPED = re.compile(f'[^{_VISIBLE}]|[\\\\"]')
_NEEDS_QUOTES = re.compile(
    r"""[-?:,\[\]{}\#&*!|>'"%@`\s]|\.\.\.|.*(?::[ ]|[ ]\#)|.*[:\s]\Z""", re.VERBOSE
)
_LOOKS_LIKE_MORE = re.compile(
    r"""~|=|<<|null|true|false|yes|no|on|off|y|n
    |[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:e[-+]?[0-9]+)?
    |[-+]?0[xob][0-9a-f_]+
    |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
    |[-+]?\.(?:inf|nan)""",
    re.VERBOSE | re.IGNORECASE,
)
_FLOW_SIGNS = re.compile(r"[,?\[\]{}]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


class Style(NamedTuple):
    """How new text fits in.

    Attributes:
        step: how far a map within a map is indented.
        blocks: whether a `|` block may stand here.
    """

    step: int = 2
    blocks: bool = True


NEW_FILE = Style()


class Fragment(NamedTuple):
    """A value in words: what stands behind `key:` on its line, and the lines below it."""

    head: str
    lines: tuple[str, ...] = ()


def dump(tree: Tree) -> str:
    """The text of a whole new file."""
    return "".join(f"{line}\n" for line in block(tree, (), 0).lines)


def scalar(value: Any, *, flow: bool = False) -> str:
    """A single value on one line; nothing at all for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return text(value, flow=flow)


def text(value: str, *, flow: bool = False) -> str:
    """A text on one line: bare where that is safe, else quoted."""
    if _HIDDEN.search(value) or hides(value):
        return _double(value)
    bare = (
        value
        and not _NEEDS_QUOTES.match(value)
        and not _LOOKS_LIKE_MORE.fullmatch(value)
        and not (flow and _FLOW_SIGNS.search(value))
    )
    if bare:
        return value
    if ('"' in value or "\\" in value) and "'" not in value:
        return f"'{value}'"
    return _double(value)


def inline(value: Any) -> str:
    """Any value on one line."""
    if isinstance(value, dict):
        entries = (f"{text(key, flow=True)}: {inline(entry)}" for key, entry in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(entry) for entry in value) + "]"
    return scalar(value, flow=True)


def fragment(
    value: Any, path: Path, indent: int, used: int = 0, style: Style = NEW_FILE
) -> Fragment:
    """A value as new text.

    Args:
        value: what to write.
        path: where in the tree it stands; it decides what gets a line per entry.
        indent: the column of the lines below.
        used: how much of the first line is taken.
        style: how the file indents, and whether a `|` block may be used.
    """
    if isinstance(value, (dict, list)):
        if not value or not (opens(path) or tall(value)):
            line = inline(value)
            if not value or used + len(line) <= WIDTH:
                return Fragment(line)
        return block(value, path, indent, style)
    lines = literal(value) if style.blocks and isinstance(value, str) else None
    if lines is None:
        return Fragment(scalar(value))
    margin = " " * indent
    return Fragment(lines[0], tuple(margin + line if line else "" for line in lines[1:]))


def block(value: Tree | list[Any], path: Path, indent: int, style: Style = NEW_FILE) -> Fragment:
    """A map or list with a line per entry."""
    if isinstance(value, dict):
        blocks = (entry_lines(key, item, path, indent, style) for key, item in value.items())
    else:
        blocks = (item_lines(item, (*path, at), indent, style) for at, item in enumerate(value))
    return Fragment("", tuple(line for lines in blocks for line in lines))


def entry_lines(
    key: str, value: Any, path: Path, indent: int, style: Style = NEW_FILE
) -> Iterator[str]:
    """The lines of one entry of a map."""
    name = " " * indent + text(key) + ":"
    head, lines = fragment(value, (*path, key), indent + style.step, len(name) + 1, style)
    yield f"{name} {head}" if head else name
    yield from lines


def item_lines(value: Any, path: Path, indent: int, style: Style = NEW_FILE) -> Iterator[str]:
    """The lines of one item of a list."""
    head, lines = fragment(value, path, indent + 2, indent + 2, style)
    margin = " " * indent + "-"
    if not head and lines:
        yield f"{margin} {lines[0].lstrip(' ')}"
        yield from lines[1:]
        return
    yield f"{margin} {head}" if head else margin
    yield from lines


def tall(value: Any) -> bool:
    """Whether a text inside needs more than one line, or a nothing stands in a list."""
    if isinstance(value, dict):
        return any(tall(entry) for entry in value.values())
    if isinstance(value, list):
        return any(entry is None or tall(entry) for entry in value)
    return isinstance(value, str) and literal(value) is not None


def literal(value: str) -> list[str] | None:
    """The header and lines of a `|` block; None where one cannot or need not hold the text.

    A block cannot begin with blanks, nor end in blank lines: both would be read as layout.
    """
    if "\n" not in value or _HIDDEN_IN_BLOCK.search(value) or hides(value):
        return None
    ends = value.endswith("\n")
    lines = (value[:-1] if ends else value).split("\n")
    first = next((line for line in lines if line), "")
    if first[:1].isspace() or not lines[-1].strip() or any(line[:1] == "\t" for line in lines):
        return None
    return ["|" if ends else "|-", *lines]


def _double(value: str) -> str:
    """A text in double quotes, with everything that cannot be seen as an escape."""
    hidden = set(hidden_places(value))
    letters = (
        _escape(letter) if place in hidden or _ESCAPED.match(letter) else letter
        for place, letter in enumerate(value)
    )
    return f'"{"".join(letters)}"'


def _escape(character: str) -> str:
    """A character as YAML escapes it."""
    number = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
