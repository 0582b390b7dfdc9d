"""Slips of syntax: what somebody probably wrote, where the parser could go no further.

A parser complains where it gave up, in words of its own. The slip often stands above: a bracket
that a `#` took with it, a colon without a space, a quotation mark that is none to YAML. Only a
file that cannot be read as YAML is held against any of this.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from sdgassess.files.read.source import SourceFile
from sdgassess.problem import Fact, Problem
from sdgassess.text import unicode_number

_ABOUT_BLOCKS = ("chomping", "comment or line break", "comment or a line break")
"""Complaints about what stands right behind the `>` or `|` that a text begins with."""
_SLIPS = (
    ("tab character", "tab"),
    ("unexpected end of stream", "quote"),
    ("expected ',' or", "bracket"),
    ("mapping values are not allowed", "colon"),
    ("cannot start any token", "character"),
    ("expected node content", "character"),
    ("expected the node content", "character"),
    ("expected alphabetic or numeric", "character"),
    ("sequence entries are not allowed", "dash"),
    ("could not find expected ':'", "no-colon"),
    ("expected key", "indent"),
    ("expected <block end>", "indent"),
    ("expected '-' indicator", "indent"),
    ("escape", "escape"),
    ("hexdec", "escape"),
    *((complaint, "character") for complaint in _ABOUT_BLOCKS),
)


def not_yaml(error: Any, source: SourceFile) -> Problem:
    """The problem that a parser's error stands for.

    Args:
        error: what the parser raised: a complaint, its place, and where what it read began.
        source: the text.

    Returns:
        A problem with a fact `why` where the slip is a known one; the parser's own words are
        always in `detail`.
    """
    if "directive" in str(error.context or "") and error.context_mark is not None:
        return Problem("P017", source.at(min(error.context_mark.index, len(source.text))))
    return _slip_in_syntax(error, source)


def _slip_in_syntax(error: Any, source: SourceFile) -> Problem:
    """The problem that is most likely behind a complaint about the syntax."""
    detail = str(error.problem or error.context or "")
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(source.text)) if mark else 0
    why = next((slip for words, slip in _SLIPS if words in detail), "")
    facts: dict[str, Fact] = {"detail": detail}
    if error.context_mark is not None:
        facts["opened"] = source.at(error.context_mark.index).line or 1
    if why == "escape" and source.text[at - 1 : at] == "\\" != source.text[at : at + 1]:
        at -= 1  # the parser in Python stands behind the backslash, the one in C at it
    begun = why == "quote" or any(word in detail for word in ("alphabetic", *_ABOUT_BLOCKS))
    if begun and error.context_mark is not None:
        at = error.context_mark.index
    opening = error.context_mark.index if why == "bracket" and error.context_mark else None
    cause = _cause(why, at, opening, source)
    if why == "character" and at >= len(source.text):
        why, opened = "bracket", _innermost_open(source.text)
        facts["opened"] = source.at(opened).line or 1
    elif why == "character":
        why, facts["character"] = _first_character(source.text[at : at + 1])
    if cause is not None:
        why, at = cause.why, cause.at
        facts |= cause.facts
    elif why == "no-colon" and error.context_mark is not None:
        at = min(error.context_mark.index, len(source.text))  # a text that was taken for a key
    if why:
        facts["why"] = why
    return Problem("P010", source.at(at), facts)


class _Slip(NamedTuple):
    """A slip some lines before the place where the parser gave up: which, where, its facts."""

    why: str
    at: int
    facts: dict[str, Fact]


_AFTER_A_BRACKET = ("bracket", "character", "dash")
"""Complaints that come when a bracket is open still, or when the file ends in one."""
_QUOTED = r"""(?<![^\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|\'\')*')"""
_QUOTATION = re.compile(_QUOTED, re.DOTALL)
_REMARK = re.compile(_QUOTED + r"|(?<![^\s\[{,])(?P<remark>#[^\r\n]*)", re.DOTALL)
_LINES = re.compile(r"(?<=\n)(?!\Z)|(?<=\r)(?!\n|\Z)")
_SHAPELESS = ("colon", "no-colon", "indent")
"""Complaints about the shape of lines, whose cause may stand above the place they are about."""
_LINES_BACK = 3
_FARTHEST_BACK = 100_000  # characters: as long as one text may be
_NO_SPACE = re.compile(r"[ ]*(?:- )?(?P<key>[A-Za-z][A-Za-z0-9_-]*):(?=[^\s:/])")
_CURLY_QUOTE = re.compile(r"(?:: +|- +)(?P<sign>[\u2018-\u201f\u00ab\u00bb])")
_ODD_INDENT = re.compile(r"[ ]*(?P<sign>[\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff])")


def _cause(why: str, at: int, opening: int | None, source: SourceFile) -> _Slip | None:
    """The slip above a complaint that made the parser give up; None where it stands there.

    Args:
        why: what the complaint is about.
        at: where the parser gave up.
        opening: the bracket that is not closed, where the parser names it.
        source: the text.
    """
    text, slip = source.text, None
    if why in _AFTER_A_BRACKET:
        slip = _bracket_in_a_remark(opening, at, source)
    elif why == "colon":
        slip = _curly_quote(text, at)
    return _earlier_slip(text, at) if slip is None and why in _SHAPELESS else slip


def _bracket_in_a_remark(opening: int | None, at: int, source: SourceFile) -> _Slip | None:
    """A `#` that takes a closing bracket with it: `{level: 2, comment: #4}`.

    Where the parser names no bracket, a line just above must open more than it closes.
    """
    text = source.text
    remark = _remark_within(text, opening, at) if opening is not None else _remark_above(text, at)
    if remark is None:
        return None
    line = source.at(remark if opening is None else opening).line or 1
    return _Slip("hash", remark, {"opened": line})


def _remark_within(text: str, opening: int, at: int) -> int | None:
    """The first remark between two places that closes more brackets than it opens."""
    remarks = (match for match in _REMARK.finditer(text, opening, at) if match["remark"])
    return next((match.start() for match in remarks if _open(match["remark"]) < 0), None)


def _remark_above(text: str, at: int) -> int | None:
    """The same on one of the last lines before a place, behind a bracket that it leaves open."""
    start = at
    for line in reversed(_LINES.split(text[max(0, at - _FARTHEST_BACK) : at])[-_LINES_BACK:]):
        start -= len(line)
        remark = next((match for match in _REMARK.finditer(line) if match["remark"]), None)
        if remark and _open(remark["remark"]) < 0 < _open(line[: remark.start()]):
            return start + remark.start()
    return None


def _open(words: str) -> int:
    """How many brackets are opened and not closed; below zero where more are closed."""
    bare = _QUOTATION.sub("", words)
    return sum(bare.count(sign) for sign in "[{") - sum(bare.count(sign) for sign in "]}")


def _curly_quote(text: str, at: int) -> _Slip | None:
    """A quotation mark that is none to YAML, where a value with a colon in it begins."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    quote = _CURLY_QUOTE.search(text, start, at)
    if quote is None:
        return None
    return _Slip("quotes", quote.start("sign"), {"character": unicode_number(quote["sign"])})


def _earlier_slip(text: str, at: int) -> _Slip | None:
    """A missing space after a colon, or an indentation of other spaces, here or just above."""
    end = text.find("\n", at)
    lines = text[: end if end >= 0 else len(text)].split("\n")
    start = sum(map(len, lines)) + len(lines) - 1
    for line in reversed(lines[-_LINES_BACK:]):
        start -= len(line)
        if odd := _ODD_INDENT.match(line):
            place = start + odd.start("sign")
            return _Slip("lookalike", place, {"character": f"U+{ord(odd['sign']):04X}"})
        if key := _NO_SPACE.match(line):
            return _Slip("no-space", start + key.end("key"), {"key": key["key"]})
        start -= 1
    return None


def _innermost_open(text: str) -> int:
    """Where the bracket stands that a text ends in; its end where there is none."""
    closed = 0
    for place in range(len(text) - 1, -1, -1):
        if text[place] in "]}":
            closed += 1
        elif text[place] in "[{":
            if not closed:
                return place
            closed -= 1
    return len(text)


def _first_character(character: str) -> tuple[str, str]:
    """The slip behind a character that nothing can begin with; a tab is one of indentation."""
    return ("tab", "") if character == "\t" else ("character", character.strip() or "&")
