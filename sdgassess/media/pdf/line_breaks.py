"""Where words break on a printed page: which are too wide for their column, and at which letter.

Typst breaks lines between words and nowhere else unless it is told to. A word too wide for its
column would run into the next one or off the paper, so it is marked here, where columns are known.
A report's words are hyphenated by Typst; on a poster, whose columns its template decides, long
words come in syllables of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.document.runs import Run, Runs
from sdgassess.media.pdf.letters import printable_text

Stretch = tuple[str, str | None, bool, str]
"""Words for the template: text, language, whether they are strong, and how they break: not (an
empty text), by `hyphenate`, or `anywhere`."""

_WORD = re.compile(r"\S+")
_WIDE = re.compile(r"[A-ZÆØÅÄÖmwæ@%—…0-9]")
_LONGEST = 60
"""Longer rows of letters are no words of a language, and hyphenation finds no place in them."""

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


class TextColumn(NamedTuple):
    """The room that words stand in.

    Attributes:
        width: its width in points.
        size: how large the letters are, in points.
    """

    width: float
    size: float

    @property
    def letters(self) -> int:
        """How many common letters fit beside each other: they are half as wide as high."""
        return max(int(self.width / (self.size * 0.53)), 3)

    def share(self, part: float, padding: float = 12.0) -> TextColumn:
        """A column of this one, less what pads it."""
        return self._replace(width=max(self.width * part - padding, 1.0))


def stretches_of(runs: Runs, column: TextColumn) -> list[Stretch]:
    """A line or paragraph for the template.

    Args:
        runs: its words.
        column: the room that they stand in.

    Returns:
        The words in stretches, each of which breaks in one way.
    """
    return [
        (text, run.language, run.strong, breaks)
        for run in runs
        for text, breaks in _lines(printable_text(run.text), column)
    ]


def text_stretches(text: str, column: TextColumn) -> list[Stretch]:
    """Words in the document's language for the template."""
    return stretches_of((Run(text),), column)


def _lines(text: str, column: TextColumn) -> Iterator[tuple[str, str]]:
    """The stretches of a text, with one for each end of a line between them."""
    for place, line in enumerate(text.split("\n")):
        if place:
            yield "\n", "line"
        yield from _stretches(line, column)


def _stretches(text: str, column: TextColumn) -> Iterator[tuple[str, str]]:
    """A text cut before and behind every word that is too wide."""
    end = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if max(map(_breadth, _parts(word))) < column.letters:
            continue
        if match.start() > end:
            yield text[end : match.start()], ""
        yield word, "hyphenate" if _is_language(word) else "anywhere"
        end = match.end()
    if end < len(text):
        yield text[end:], ""


def _parts(word: str) -> list[str]:
    """What a word breaks into by itself: a compound behind its hyphens and slashes."""
    return re.split(r"(?<=[-/])", word) if _is_language(word) else [word]


def _breadth(word: str) -> float:
    """About how many common letters are as wide as a word."""
    return len(word) + 0.4 * len(_WIDE.findall(word)) if len(word) > 2 else 0


def _is_language(word: str) -> bool:
    """Whether hyphenation will find places in a word: letters, perhaps with signs around them.

    A compound such as `Afdelings-/institutionsleder` is one, too.
    """
    compound = r"\W*[^\W\d_]+([-/]{1,2}[^\W\d_]+)*\W*"
    return len(word) <= _LONGEST and re.fullmatch(compound, word) is not None


def pieces(text: str) -> list[str]:
    """A text in pieces that may stand on different lines; together they are the text again."""
    stretches = [""]
    end = 0
    for word in _LONG_WORD.finditer(text):
        first, *rest = _syllables(word.group())
        stretches[-1] += text[end : word.start()] + first
        stretches += rest
        end = word.end()
    stretches[-1] += text[end:]
    return stretches


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
