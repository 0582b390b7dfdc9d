"""The characters of a file: those that YAML forbids, and those that nobody sees.

YAML of old takes U+0085, U+2028 and U+2029 for line ends, so that what follows one in a remark
takes effect; YAML of today does not, and no editor shows it. For us they are characters like
others, in whatever parser, and are named with their place, as all are that are not seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from sdgassess.files.read.source import SourceFile
from sdgassess.problem import Fact, Problem, Severity
from sdgassess.text import HIDDEN_CHARACTER, hidden_places, unicode_number

_LINE_ENDS_OF_OLD = ("\x85", "\u2028", "\u2029")
_STAND_INS = range(0xE000, 0xF900)
"""Characters of private use: parsers take them for letters."""


def forbidden_in(text: str) -> re.Match[str] | None:
    """The first of a text's characters that no file of ours may hold.

    Those are controls, halves of characters, and what is no character at all: none of them is
    seen, so a text without hidden characters has none of them either.
    """
    return _forbidden().search(text) if _has_hidden(text) else None


def _has_hidden(text: str) -> bool:
    """Whether a character of a long text is hidden; each of its signs is looked at once."""
    return HIDDEN_CHARACTER.search("".join(set(text))) is not None


@cache
def _forbidden() -> re.Pattern[str]:
    """The characters that no file may hold; few files have a hidden one, so few runs need this."""
    return re.compile(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
    )


def forbidden_character(shell: SourceFile) -> Problem | None:
    """The first character that must not stand in a file, a byte order mark in its middle too."""
    bad = forbidden_in(shell.text)
    if bad is None:
        return None
    return Problem("P008", shell.at(bad.start()), {"character": unicode_number(bad.group())})


def hidden_characters(shell: SourceFile) -> list[Problem]:
    """A warning for each kind of hidden character, at the first of its kind."""
    text = shell.text
    if not _has_hidden(text):
        return []
    places = [place for place in hidden_places(text) if text[place] != "\r"]
    counts = Counter(text[place] for place in places)
    firsts = {text[place]: place for place in reversed(places)}
    return [
        _named(shell, firsts[sign], counts[sign])
        for sign in sorted(firsts, key=firsts.__getitem__)
    ]


def _named(shell: SourceFile, place: int, count: int) -> Problem:
    """The warning about a hidden character: where it stands first, and how often it does."""
    sign = shell.text[place]
    facts: dict[str, Fact] = {"character": unicode_number(sign), "count": count}
    if sign in _LINE_ENDS_OF_OLD:
        facts["why"] = "line"
    return Problem("P026", shell.at(place), facts, Severity.WARNING)


def stand_ins(text: str) -> Mapping[int, int]:
    """A letter for each line end of old in a text, which the text has not; for `str.translate`."""
    present = [sign for sign in _LINE_ENDS_OF_OLD if sign in text]
    free = (code for code in _STAND_INS if chr(code) not in text)
    return {ord(sign): code for sign, code in zip(present, free, strict=False)}
