r"""Text for people: harmless, measured in columns, wrapped without losing a word.

Text from files is data. Control characters, escape sequences, bidirectional overrides and
zero-width characters are shown as what they are (`\x1b`), so that a comment can neither colour
the screen nor turn a line around.
"""

from __future__ import annotations

import re
from fractions import Fraction

LONGEST_ECHO = 60
"""How many characters of what was typed a sentence repeats."""


MINUS = "−"
"""A true minus, which nobody takes for a dash between two figures."""

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero-width, separators, bidirectional
    "\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff"  # no characters at all, which XML refuses
    "\ud800-\udfff"
    "\U000e0000-\U000e0fff"
    "]"
)
_ONE_COLUMN_EACH = re.compile(
    r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2195\u2588-\u2593\u25a0\u25a1≤≥●]*"
)
"""Latin letters and common signs, which need no table of widths."""
_SPACES = re.compile(r"[ \t\n]+")


def visible(text: str) -> str:
    """The text with every hidden or steering character shown as an escape; lines are kept."""
    return _HIDDEN.sub(_escape, text.replace("\r\n", "\n")).replace("\t", "    ")


def one_line(text: str) -> str:
    """The text made visible and folded to one line."""
    return _SPACES.sub(" ", visible(text)).strip()


def width(text: str) -> int:
    """How many columns a line of visible text takes on a terminal."""
    if _ONE_COLUMN_EACH.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 - only where a text needs it

    return max(wcswidth(text), 0)


def pad(text: str, columns: int) -> str:
    """The text with spaces up to a number of columns; longer text is left whole."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Wrap text to a number of columns; words are never lost, long ones are broken.

    Args:
        text: visible text; its own line breaks are kept.
        columns: how wide a line may be; at least one word's character always fits.
        indent: begins the first line.
        hanging: begins the others; the indent's width in spaces where not given.

    Returns:
        At least one line.
    """
    hanging = " " * width(indent) if hanging is None else hanging
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, columns, hanging if lines else indent, hanging))
    return lines


def number(value: Fraction, decimals: int = 2) -> str:
    """A value for people, with a true minus: others than whole ones rounded half up.

    Whole levels have no decimals; 3.625 prints as 3.63 with two and as 3.6 with one.
    """
    if value.denominator == 1:
        return str(value.numerator).replace("-", MINUS)
    scale = 10**decimals
    scaled = abs(value) * scale
    rounded = (scaled + Fraction(1, 2)).__floor__()
    units, part = divmod(rounded, scale)
    digits = f"{part:0{decimals}d}".rstrip("0")
    sign = MINUS if value < 0 and rounded else ""
    return f"{sign}{units}.{digits}" if digits else f"{sign}{units}"


def exact(value: Fraction) -> str:
    """A value in digits, exactly: `3`, `0.5`, and `2/3` where decimals would never end."""
    if value.denominator == 1:
        return str(value.numerator)
    for places in range(1, 13):
        scaled = value * 10**places
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
            sign = "-" if value < 0 else ""
            return f"{sign}{digits[:-places]}.{digits[-places:]}"
    return f"{value.numerator}/{value.denominator}"


def _escape(match: re.Match[str]) -> str:
    """A hidden character as people write it in code."""
    code = ord(match.group())
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _wrap_paragraph(text: str, columns: int, indent: str, hanging: str) -> list[str]:
    """Wrap one paragraph greedily, breaking a word only where it is wider than a line."""
    lines: list[str] = []
    line, empty = indent, True
    for word in text.split(" "):
        gap = "" if empty else " "
        over = width(line) + len(gap) + width(word) > columns
        # Behind a long label even the first word may only fit on a line of its own.
        lower = width(hanging) + width(word) <= columns and width(hanging) < width(line)
        if over and (not empty or lower):
            lines.append(line.rstrip())
            line, gap = hanging, ""
        pieces = _break(word, max(columns - width(line + gap), 1))
        for piece in pieces[:-1]:
            lines.append(line + gap + piece)
            line, gap = hanging, ""
        line += gap + pieces[-1]
        empty = False
    lines.append(line.rstrip())
    return lines


def _break(word: str, room: int) -> list[str]:
    """A word in pieces that fit; one piece where it fits whole."""
    if width(word) <= room:
        return [word]
    pieces, piece = [], ""
    for character in word:
        if piece and width(piece + character) > room:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def echoed(typed: str) -> str:
    """What was typed, harmless and short enough to be named in a sentence."""
    line = one_line(typed)
    return line if len(line) <= LONGEST_ECHO else line[: LONGEST_ECHO - 1] + "…"
