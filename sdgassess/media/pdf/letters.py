"""Which letters the printed font has, and what is printed instead of those that it lacks.

The font covers Latin, Greek, Cyrillic and common signs. Typst refuses a file in which a letter
is missing, and a reader must not lose one silently: a Chinese character or a picture sign comes
out as its number, `[U+5317]`, which can be looked up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sdgassess.package import FONTS
from sdgassess.text import visible

COVERAGE = FONTS / "letters.txt"
"""The code points that both of the fonts have, as ranges; a test computes them again."""

_VARIANTS = re.compile("[\ufe0e\ufe0f]")
"""Signs that only choose between a black and a coloured picture of the letter before them."""


def printable_text(text: str) -> str:
    r"""A text that the font can print, with nothing of it lost.

    Args:
        text: any text, from a file or of ours.

    Returns:
        The text with composed letters, hidden characters shown as escapes (`\u200b`), spaces of
        odd widths as plain ones, and letters that the font lacks as `[U+4EAC]`.
    """
    composed = unicodedata.normalize("NFC", _VARIANTS.sub("", text))
    return _missing().sub(_by_number, visible(composed))


@cache
def _missing() -> re.Pattern[str]:
    """What matches a stretch of letters that the font lacks; line breaks are no letters."""
    ranges = COVERAGE.read_text("utf-8").split()
    covered = "".join(_range(ends) for ends in ranges)
    return re.compile(f"[^\n{covered}]+")


def _range(ends: str) -> str:
    """A range of code points, `00A0-0181` or one alone, as it stands between brackets."""
    return "-".join(f"\\U{int(end, 16):08x}" for end in ends.split("-"))


def _by_number(stretch: re.Match[str]) -> str:
    """A stretch of letters by their numbers; a space of another width is a space."""
    parts = re.split(r"(\s+)", stretch.group())
    return "".join(
        " " if part.isspace() else f"[{' '.join(f'U+{ord(letter):04X}' for letter in part)}]"
        for part in parts
        if part
    )
