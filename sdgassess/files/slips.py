"""The parser's complaints as the slips that people make, at the place where they made them."""

from __future__ import annotations

from typing import Any

from sdgassess.files.document import Document
from sdgassess.problem import Fact, Problem

_SLIPS = (
    ("tab character", "tab"),
    ("unexpected end of stream", "quote"),
    ("expected ',' or", "bracket"),
    ("mapping values are not allowed", "colon"),
    ("cannot start any token", "character"),
    ("expected node content", "character"),
    ("expected alphabetic or numeric", "character"),
    ("sequence entries are not allowed", "dash"),
    ("could not find expected ':'", "no-colon"),
    ("expected key", "indent"),
    ("expected '-' indicator", "indent"),
    ("escape", "escape"),
)


def not_yaml(error: Any, document: Document) -> Problem:
    """The problem that a parser's error stands for.

    Args:
        error: what the parser raised: a complaint, its place, and where what it read began.
        document: the text.

    Returns:
        A problem with a fact `why` where the slip is a known one; the parser's own words are
        always in `detail`.
    """
    detail = str(error.problem or error.context or "")
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(document.text)) if mark else 0
    why = next((slip for words, slip in _SLIPS if words in detail), "")
    facts: dict[str, Fact] = {"detail": detail}
    if error.context_mark is not None:
        facts["opened"] = document.at(error.context_mark.index).line or 1
    begun = why == "quote" or "alphabetic" in detail
    if begun and error.context_mark is not None:
        at = error.context_mark.index
    if why == "character" and at >= len(document.text):
        why, opened = "bracket", _innermost_open(document.text)
        facts["opened"] = document.at(opened).line or 1
    elif why == "character":
        why, facts["character"] = _first_character(document.text[at : at + 1])
    if why:
        facts["why"] = why
    return Problem("P010", document.at(at), facts)


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
