"""How wide letters are, and how a name is folded into lines.

A picture of text cannot measure it where it is drawn, so widths are looked up. They are the wider
of Source Sans 3 (which is in every PDF) and Arial (which stands in for it where it is missing),
in hundredths of the size of the letters, rounded up: a name may wrap a little early, and never
runs into its neighbour.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_REGULAR = {
    26: "'ijl|’‘",
    28: " ,.:;I",
    30: "!fł",
    32: "[]",
    34: "()-t{}·",
    36: "/\\r•",
    40: "°",
    42: "*",
    44: '"“”„',
    50: "J^cksvxyz",
    56: "#$0123456789?L_`abdeghnopquþð–≤≥«»§€",
    58: "đ",
    60: "+<=>~−×",
    62: "FTZøß",
    68: "&ABEKPSVXY",
    74: "CDHNRUw",
    78: "GOQØ",
    84: "Mm",
    90: "%æ",
    96: "W",
    100: "Æ—…→",
    102: "@",
}
_BOLD = {
    28: " ij|",
    30: "',.l’‘",
    32: "I",
    34: "!-/:;\\·",
    36: "()[]fł•",
    40: "rt{}°",
    46: "*",
    50: "z",
    54: '"“”„',
    56: "#$0123456789J_`aceksvxy–≤≥«»§€",
    60: "+<=>^~−×",
    62: "?FLTZbdghnopquøþðđ",
    64: "ß",
    68: "EPSVXY",
    74: "&ABCDHKNRU",
    78: "GOQwØ",
    84: "M",
    90: "%mæ",
    96: "W",
    98: "@",
    100: "Æ—…→",
}
_UNLISTED = 100
"""Any other letter: as wide as it is high."""

_WIDTHS = {
    False: {letter: width for width, letters in _REGULAR.items() for letter in letters},
    True: {letter: width for width, letters in _BOLD.items() for letter in letters},
}
_VOWELS = frozenset("aeiouyæøåäöéAEIOUYÆØÅÄÖÉ")
_SHORTEST = 3
"""The fewest letters that a broken word leaves on a line."""


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is at most, in points."""
    return sum(_width(letter, bold) for letter in text) * size / 100


def fold(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Fold one line of text into lines that fit a width; nothing is lost.

    Args:
        text: words with single spaces between them.
        room: the width in points.
        size: of the letters.
        bold: whether they are bold.

    Returns:
        At least one line; a word that is too long is broken with a hyphen.
    """
    lines = [""]
    for word in text.split(" "):
        together = f"{lines[-1]} {word}" if lines[-1] else word
        if measure(together, size, bold=bold) <= room:
            lines[-1] = together
            continue
        if lines[-1]:
            lines.append("")
        pieces = _break(word, room, size, bold)
        lines[-1] = pieces[0]
        lines.extend(pieces[1:])
    return tuple(lines)


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the widest word is: the narrowest column that breaks none."""
    return max(measure(word, size, bold=bold) for word in text.split(" "))


def _break(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word in pieces that fit, each but the last with a hyphen."""
    pieces = []
    while measure(word, size, bold=bold) > room and len(word) > 1:
        fits = 1
        while fits + 1 < len(word) and measure(word[: fits + 1] + "-", size, bold=bold) <= room:
            fits += 1
        at = _seam(word, fits)
        pieces.append(word[:at] + "-")
        word = word[at:]
    return [*pieces, word]


def _seam(word: str, fits: int) -> int:
    """Where to break a word of which some letters fit: before a consonant and a vowel, if near."""
    for at in range(min(fits, len(word) - _SHORTEST), max(_SHORTEST, fits - 6) - 1, -1):
        if word[at] not in _VOWELS and word[at + 1] in _VOWELS:
            return at
    return max(min(fits, len(word) - _SHORTEST), 1)


@cache
def _width(letter: str, bold: bool) -> int:
    """The width of a letter; one with an accent is as wide as the letter without."""
    widths = _WIDTHS[bold]
    if letter in widths:
        return widths[letter]
    if unicodedata.combining(letter):
        return 0
    without_accent = unicodedata.normalize("NFD", letter)[0]
    return widths.get(without_accent, _UNLISTED)
