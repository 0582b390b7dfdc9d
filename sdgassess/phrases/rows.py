"""Things in a row in a sentence: the first of them, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.language import Words


def some(items: Sequence[str], most: int, words: Words) -> str:
    """The first of some things, and how many more; a last one is named where that is as short."""
    row, rest = items[:most], items[most:]
    more = words("and {n} more", n=len(rest))
    if not rest or (len(rest) == 1 and len(rest[0]) < len(more)):
        return ", ".join(items)
    return f"{', '.join(row)} {more}"
