"""How many bars go on a slide: as many as can be read, fewer where their names are long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

_LINE = 48
"""Letters of a name that stand in one line beside its bar."""

Part = TypeVar("Part")


def in_slides(parts: Sequence[Part], names: Sequence[str], most: int) -> list[Sequence[Part]]:
    """Parts, as many a slide as have room for their names.

    Args:
        parts: what each bar stands for.
        names: what each is called.
        most: how many bars can be read where every name is one line.
    """
    lines = max((-(-len(name) // _LINE) for name in names), default=1)
    size = max(most // max(lines, 1), 1)
    return [parts[start : start + size] for start in range(0, len(parts), size)]
