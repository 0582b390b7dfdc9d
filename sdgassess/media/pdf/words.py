"""Words for a column of a printed page: which of them are too wide for it, and where those break.

Typst breaks lines between words and nowhere else unless it is told to. A word too wide for its
column would run into the next one or off the paper, so it is marked here, where columns are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.document.blocks import Run, Runs
from sdgassess.media.pdf.letters import printable

Stretch = tuple[str, str | None, bool, str]
"""Words for the template: text, language, whether they are strong, and how they break: not (an
empty text), by `hyphenate`, or `anywhere`."""

_WORD = re.compile(r"\S+")
_WIDE = re.compile(r"[A-ZÆØÅÄÖmwæ@%—…0-9]")
_LONGEST = 60
"""Longer rows of letters are no words of a language, and hyphenation finds no place in them."""


class Column(NamedTuple):
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

    def share(self, part: float, padding: float = 12.0) -> Column:
        """A column of this one, less what pads it."""
        return self._replace(width=max(self.width * part - padding, 1.0))


def set_runs(runs: Runs, column: Column) -> list[Stretch]:
    """A line or paragraph for the template.

    Args:
        runs: its words.
        column: the room that they stand in.

    Returns:
        The words in stretches, each of which breaks in one way.
    """
    return [
        (text, run.language, run.strong, how)
        for run in runs
        for text, how in _stretches(printable(run.text).replace("\n", " "), column)
    ]


def set_text(text: str, column: Column) -> list[Stretch]:
    """Words in the document's language for the template."""
    return set_runs((Run(text),), column)


def _stretches(text: str, column: Column) -> Iterator[tuple[str, str]]:
    """A text cut before and behind every word that is too wide."""
    place = 0
    for found in _WORD.finditer(text):
        word = found.group()
        if max(map(_breadth, _parts(word))) < column.letters:
            continue
        if found.start() > place:
            yield text[place : found.start()], ""
        yield word, "hyphenate" if _is_language(word) else "anywhere"
        place = found.end()
    if place < len(text):
        yield text[place:], ""


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
