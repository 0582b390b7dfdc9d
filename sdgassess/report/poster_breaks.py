"""Where long words may be broken on a poster, so that none is wider than its column.

A dictionary of hyphenation knows no place in many compounds that municipalities make. A long word
is therefore broken before syllables, and in any case after some letters.
"""

from __future__ import annotations

import re

_LONG_WORD = re.compile(r"[^\s\-–—/]{15,}")
_NARROW_WORD = 19
"""Up to so many small letters, a word fits the narrowest column in the largest type."""

_UNBROKEN = 8
"""No more letters than these stand without a place to break in a long word."""

_JOINTS = ("ings", "heds", "hets", "ions", "skabs", "skaps", "tets", "doms", "ernes", "ernas")
"""How the first word of a Danish or Swedish compound often ends."""

_VOWELS = "aeiouyæøåäöáéíóúüœ"

_PAIR = re.compile(f"(?:[bdfgkpt]r|[bfp]l)[{_VOWELS}]", re.IGNORECASE)
"""Two consonants that are spoken as one."""

_SINGLE = re.compile(f"[^\\W\\d_{_VOWELS}][{_VOWELS}]", re.IGNORECASE)
"""What most syllables begin with."""


def pieces(text: str) -> list[str]:
    """A text in pieces that may stand on different lines; together they are the text again."""
    found = [""]
    done = 0
    for word in _LONG_WORD.finditer(text):
        first, *rest = _syllables(word.group())
        found[-1] += text[done : word.start()] + first
        found += rest
        done = word.end()
    found[-1] += text[done:]
    return found


def _syllables(word: str) -> list[str]:
    """A long word in syllables, none with too many letters; a word that fits in one piece."""
    small = sum(letter.islower() for letter in word)
    if len(word) <= _NARROW_WORD and small >= len(word) - 1:
        return [word]
    syllables = [""]
    for at, letter in enumerate(word):
        if len(syllables[-1]) >= _UNBROKEN or _begins_syllable(word, at):
            syllables.append("")
        syllables[-1] += letter
    return syllables


def _begins_syllable(word: str, at: int) -> bool:
    """Whether a syllable begins here: a consonant or two before a vowel, after an earlier vowel.

    Three letters at least stay on either side, as printers do it. An s that joins two words of a
    compound stays with the first.
    """
    if not 3 <= at <= len(word) - 3:
        return False
    if word[:at].lower().endswith(_JOINTS):
        return True
    if word[: at + 1].lower().endswith(_JOINTS):
        return False
    begins = _PAIR.match(word, at) or _SINGLE.match(word, at)
    if not begins or _PAIR.match(word, at - 1):
        return False
    return any(letter in _VOWELS for letter in word[:at].lower())
