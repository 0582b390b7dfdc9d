"""Things in a row in a sentence: what stands between them, and how many more there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sdgassess.language import Words

_ENCLOSED = re.compile(r"\([^)]*\)|»[^«]*«|[“”][^”]*”")
"""What stands in brackets or quotation marks: a comma in there ends no item."""


def in_row(items: Sequence[str]) -> str:
    """Things in a row: by commas, or by semicolons where one of them has a comma of its own."""
    ambiguous = any("," in _ENCLOSED.sub("", item) for item in items)
    return ("; " if ambiguous else ", ").join(items)


def some(items: Sequence[str], most: int, words: Words) -> str:
    """The first of some things, and how many more; a last one is named where that is as short."""
    row, rest = items[:most], items[most:]
    more = words("and {n} more", n=len(rest))
    if not rest or (len(rest) == 1 and len(rest[0]) < len(more)):
        return in_row(items)
    return f"{in_row(row)} {more}"
