"""Which letters the printed font has, and what is printed instead of those that it lacks.

The font covers Latin, Greek, Cyrillic and common signs. Typst refuses a file in which a letter
is missing, and a reader must not lose one silently: a Chinese character comes out as its number,
`[U+5317]`, and an emoji as its name in Unicode, `[thumbs up sign]`; both can be looked up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sdgassess.package import FONTS
from sdgassess.text import EMOJI, unicode_number, visible

COVERAGE = FONTS / "letters.txt"
"""The code points that both of the fonts have, as ranges; a test computes them again."""

_EMOJI = re.compile(EMOJI)
_STYLES = re.compile("[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|[\U000e0000-\U000e007f]+")
"""Parts of an emoji that only choose its look: black or coloured, a skin, a key, a flag's land."""
_JOINER = "\u200d"
_FLAG_LETTER = "REGIONAL INDICATOR SYMBOL LETTER "
_ALIKE = {"\u2705": "\u2714", "\u274c": "\u2718", "\u274e": "\u2718"}
"""Signs on a coloured ground, and the same sign that the font has."""


def printable_text(text: str) -> str:
    r"""A text that the font can print, with nothing of it lost.

    Args:
        text: any text, from a file or of ours.

    Returns:
        The text with composed letters, hidden characters shown as escapes (`\u200b`), spaces of
        odd widths as plain ones, emoji that the font lacks by their names, and other letters that
        it lacks as `[U+4EAC]`.
    """
    composed = unicodedata.normalize("NFC", visible(text))
    return _missing().sub(_by_number, _EMOJI.sub(_picture, composed))


@cache
def _missing() -> re.Pattern[str]:
    """What matches a stretch of letters that the font lacks; line breaks are no letters."""
    ranges = COVERAGE.read_text("utf-8").split()
    covered = "".join(_range(ends) for ends in ranges)
    return re.compile(f"[^\n{covered}]+")


def _range(ends: str) -> str:
    """A range of code points, `00A0-0181` or one alone, as it stands between brackets."""
    return "-".join(f"\\U{int(end, 16):08x}" for end in ends.split("-"))


def _picture(emoji: re.Match[str]) -> str:
    """An emoji as the font has it, else the names of what it shows."""
    signs = _STYLES.sub("", emoji.group()) or emoji.group()[0]
    signs = "".join(_ALIKE.get(sign, sign) for sign in signs)
    if not _missing().search(signs):
        return signs
    names = [_name(sign) for sign in signs if sign != _JOINER]
    letters = [name.removeprefix(_FLAG_LETTER) for name in names if name.startswith(_FLAG_LETTER)]
    return f"[{''.join(letters) or ', '.join(map(_lower, names))}]"


def _name(sign: str) -> str:
    """What a sign is called in Unicode, or its number where this Python knows no name."""
    return unicodedata.name(sign, unicode_number(sign))


def _lower(name: str) -> str:
    """A name in small letters; a number as it is."""
    return name if name.startswith("U+") else name.lower()


def _by_number(stretch: re.Match[str]) -> str:
    """A stretch of letters by their numbers; a space of another width is a space."""
    parts = re.split(r"(\s+)", stretch.group())
    return "".join(
        " " if part.isspace() else f"[{' '.join(map(unicode_number, part))}]"
        for part in parts
        if part
    )
