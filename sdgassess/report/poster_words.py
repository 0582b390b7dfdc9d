"""The words of a poster: names that can be broken, numbers and days as a language has them."""

from __future__ import annotations

import datetime as dt
import re

from sdgassess.language import N_, Words
from sdgassess.model.question import Level, Text
from sdgassess.report.document import Run
from sdgassess.report.poster_sheet import Rung
from sdgassess.text import number, one_line

SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken; seen only where it is."""

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_LONG_WORD = re.compile(r"[^\s\-–—/]{15,}")
_NARROW_WORD = 19
"""Up to so many small letters a word fits its column in the largest type."""

_UNBROKEN = 8
"""No more letters than these stand without a place to break in a long word."""

_JOINTS = ("ings", "heds", "hets", "ions", "skabs", "skaps", "tets", "doms", "ernes", "ernas")
"""How the first word of a Danish or Swedish compound often ends."""

_VOWELS = "aeiouyæøåäöáéíóúüœ"


def text_run(text: Text, words: Words, longest: int) -> Run:
    """A questionnaire's text on one line, with its language where that is not the poster's."""
    said, spoken = text.in_language(words.language)
    return Run(cut(one_line(said), longest), None if spoken == words.language else spoken)


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters; a longer one ends after a whole word, with dots."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept[longest // 2 :] else kept
    return whole.rstrip(" ,;:–-") + "…"


def breakable(text: str) -> str:
    """The text with soft hyphens in words that are too long for a column."""
    return _LONG_WORD.sub(_with_breaks, text)


def number_words(value: Level, words: Words) -> str:
    """A value with the decimal sign of the language."""
    said = number(value)
    return said if words.language == "en" else said.replace(".", ",")


def rung(value: Level, words: Words) -> Rung:
    """A level with its figure."""
    return Rung(value, number_words(value, words))


def day_words(day: dt.date, words: Words) -> str:
    """A day with the month's name."""
    month = words(_MONTHS[day.month - 1])
    return words("{day} {month} {year}", day=day.day, month=month, year=day.year)


def _with_breaks(word: re.Match[str]) -> str:
    """A long word with a soft hyphen before each syllable, or after some letters without any."""
    letters = word.group()
    small = sum(letter.islower() for letter in letters)
    if len(letters) <= _NARROW_WORD and small >= len(letters) - 1:
        return letters
    pieces = [""]
    for at, letter in enumerate(letters):
        if len(pieces[-1]) >= _UNBROKEN or _begins_syllable(letters, at):
            pieces.append("")
        pieces[-1] += letter
    return SOFT_HYPHEN.join(pieces)


def _begins_syllable(word: str, at: int) -> bool:
    """Whether a syllable begins here: the last consonant before a vowel, after an earlier vowel.

    Three letters at least stay on either side, as printers do it. An s that joins two words of a
    compound stays with the first.
    """
    if not 3 <= at <= len(word) - 3:
        return False
    if word[:at].lower().endswith(_JOINTS):
        return True
    if word[: at + 1].lower().endswith(_JOINTS):
        return False
    before, here, after = word[at - 1].lower(), word[at].lower(), word[at + 1].lower()
    if here in _VOWELS or after not in _VOWELS or not (here + after).isalpha():
        return False
    return any(letter in _VOWELS for letter in word[:at].lower()) and before.isalpha()
