r"""Text for people: harmless, measured in columns, wrapped without losing a word.

Text from files is data. Control characters, escape sequences, bidirectional overrides and
zero-width characters are shown as what they are (`\x1b`), so that a comment can neither colour
the screen nor turn a line around, nor say what nobody sees. Only what joins the parts of an emoji
into one picture stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import TypeGuard

LONGEST_ECHO = 60
"""How many characters of what was typed a sentence repeats."""

Exact = int | Fraction
"""A number that is what it says: whole ones are ints, which compare ten times as fast.

Both compare, add and hash alike. Two of them are never divided as they are, since two ints would
give a float: make one a `Fraction` first.
"""


def is_exact(value: object) -> TypeGuard[Exact]:
    """Whether a value is such a number; true and false are none."""
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


MINUS = "−"
"""A true minus, which nobody takes for a dash between two figures."""

_FORMATS = (
    # What Unicode calls ignorable by default, its format characters, and its two separators.
    "\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters at all, some of which XML refuses
    "\ud800-\udfff"
)
"""Characters that are not seen or steer what is around them, as ranges between brackets."""

_HIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f" + _FORMATS

_PICTURE = (
    "(?:[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf"
    "\u2900-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
    "[\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?)"
)
EMOJI = (
    # England, Scotland and Wales: any other letters of this kind would be words that nobody sees.
    "\U0001f3f4\U000e0067\U000e0062"
    "(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
    "|[\U0001f1e6-\U0001f1ff]{2}"  # a country's flag
    f"|{_PICTURE}(?:\u200d{_PICTURE})*"
    "|[0-9#*]\ufe0f?\u20e3"
)
"""One picture: a sign, with its colour and skin, and those that are joined to it."""
_JOINER, _FIRST_OF_SEVERAL = "\u200d", "\u20e3"
"""A picture of several characters has one that joins them, or one from a keycap's frame on."""

HIDDEN_CHARACTER = re.compile(f"[{_HIDDEN}]")
"""A character that is not seen or steers what is around it; tab and line feed are none."""
_ONE_COLUMN_EACH = re.compile(
    r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2195\u2588-\u2593\u25a0\u25a1≤≥●]*"
)
"""Latin letters and common signs, which need no table of widths."""
_SPACES = re.compile(r"[ \t\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@cache
def _picture_or_hidden() -> re.Pattern[str]:
    """A whole picture, or a hidden character; few texts hold either, so few runs need this."""
    return re.compile(f"(?P<picture>{EMOJI})|[{_HIDDEN}]")


def visible(text: str) -> str:
    """The text with every hidden or steering character shown as an escape; lines are kept."""
    return shown_hidden(text.replace("\r\n", "\n")).replace("\t", "    ")


def shown_hidden(text: str) -> str:
    """The text with every hidden character shown as an escape, but those within an emoji."""
    return _picture_or_hidden().sub(_shown, text) if HIDDEN_CHARACTER.search(text) else text


def hidden_places(text: str) -> Iterator[int]:
    """Where hidden characters stand outside of emoji; a CR is one of them."""
    for match in _picture_or_hidden().finditer(text):
        if not match["picture"]:
            yield match.start()


def cleaned(text: str) -> str:
    """What people typed or pasted, without what they did not see.

    Every kind of line end is one (a page break, U+2028), hidden characters but those within an
    emoji are left out, and tabs stay.
    """
    lines = _LINE_END.sub("\n", text)
    return _picture_or_hidden().sub(_seen, lines) if HIDDEN_CHARACTER.search(lines) else lines


def hides(text: str) -> bool:
    """Whether a text has a hidden character outside of an emoji; tabs and line ends are none."""
    return HIDDEN_CHARACTER.search(text) is not None and shown_hidden(text) != text


def clipped(text: str, most: int) -> str:
    """The text with at most so many characters; a longer one ends in dots, never in a picture."""
    return text if len(text) <= most else text[: before_picture(text, most - 1)] + "…"


def before_picture(text: str, place: int) -> int:
    """A place in a text; where it lies within a picture, the one before that."""
    if _JOINER not in text and max(text, default="") < _FIRST_OF_SEVERAL:
        return place  # few texts have a picture of several characters, which is dear to seek
    pictures = re.finditer(EMOJI, text)
    return next((each.start() for each in pictures if each.start() < place < each.end()), place)


def signs(text: str) -> list[str]:
    """The text in what is seen as one sign each: a character, or a picture of several."""
    return re.findall(f"(?:{EMOJI})|.", text, re.DOTALL)


def unicode_number(character: str) -> str:
    """A character by its number in Unicode: `U+200B`."""
    return f"U+{ord(character):04X}"


def one_line(text: str) -> str:
    """The text made visible and folded to one line."""
    return _SPACES.sub(" ", visible(text)).strip()


def own_lines(text: str) -> str:
    """The text made visible, in the lines that people wrote it in.

    Blanks within a line are one, an empty line parts two passages, and what is set in stays so.
    """
    lines = [_SPACES.sub(" ", line.rstrip()) for line in _set_in(visible(text).split("\n"))]
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


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


def number(value: Exact, decimals: int = 2) -> str:
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


def exact(value: Exact) -> str:
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


def _set_in(lines: list[str]) -> Iterator[str]:
    """Lines whose blanks at the beginning are no-break spaces, but those that all of them have."""
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    for line in lines:
        words = line[margin:].lstrip(" ")
        yield "\xa0" * (len(line) - margin - len(words)) + words if words else ""


def _shown(match: re.Match[str]) -> str:
    """A hidden character as people write it in code; a picture as it is."""
    return match.group() if match["picture"] else escape(match.group())


def _seen(match: re.Match[str]) -> str:
    """A picture as it is; nothing of a hidden character."""
    return match["picture"] or ""


def escape(character: str) -> str:
    """A character as people write it in code."""
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


_BEGINS = "`sdgassess "
"""A command within a sentence: half of it would run when it is pasted, so no line parts it."""
WORD = re.compile("(?:[^ `]|`sdgassess [^`]*`|`)+|(?<= )(?= )|^(?= |$)|(?<= )$")
"""A word up to the next space, or a command with its spaces; nothing between two spaces."""


def _wrap_paragraph(text: str, columns: int, indent: str, hanging: str) -> list[str]:
    """Wrap one paragraph greedily, breaking a word only where it is wider than a line."""
    # Most paragraphs need no table of widths; asked once for all of it, not word by word.
    size = len if _ONE_COLUMN_EACH.fullmatch(f"{indent}{hanging}{text}") else width
    if size(indent) + size(text) <= columns:
        return [f"{indent}{text}".rstrip()]
    lines: list[str] = []
    line, empty = indent, True
    for word in WORD.findall(text) if _BEGINS in text else text.split(" "):
        gap = "" if empty else " "
        # Behind a long label even the first word may only fit on a line of its own.
        lower = size(hanging) < size(line) and size(hanging) + size(word) <= columns
        if size(line) + len(gap) + size(word) > columns and (not empty or lower):
            lines.append(line.rstrip())
            line, gap = hanging, ""
        room = max(columns - size(line) - len(gap), 1)
        pieces = [word] if size(word) <= room or _BEGINS in word else _break(word, room)
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
    for sign in signs(word):
        if piece and width(piece + sign) > room:
            pieces.append(piece)
            piece = ""
        piece += sign
    return [*pieces, piece]


def echoed(typed: str) -> str:
    """What was typed, harmless and short enough to be named in a sentence."""
    return clipped(one_line(typed), LONGEST_ECHO)
