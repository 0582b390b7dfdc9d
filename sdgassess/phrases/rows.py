"""Things in a row in a sentence: what stands between them, and how many more there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sdgassess.language import Words

_ENCLOSED = re.compile("“[^”]*”|»[^«]*«|”[^”]*”|[(][^)]*[)]")
"""Quoted, in English, Danish or Swedish, or in brackets: it may hold any mark."""


def in_a_row(items: Sequence[str]) -> str:
    """Things beside each other; where a name among them holds a comma, semicolons part them.

    What is quoted or in brackets ends at its mark, and may hold what it will.
    """
    is_parted = any(", " in _ENCLOSED.sub("", item) for item in items)
    return ("; " if is_parted else ", ").join(items)


def some(items: Sequence[str], most: int, words: Words) -> str:
    """The first of some things, and how many more; a last one is named where that is as short."""
    row, rest = items[:most], items[most:]
    more = words("and {n} more", n=len(rest))
    if not rest or (len(rest) == 1 and len(rest[0]) < len(more)):
        return in_a_row(items)
    return f"{in_a_row(row)} {more}"
