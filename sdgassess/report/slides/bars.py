"""How many bars go on a slide: as many as can be read, fewer where their names are long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

_LINE = 48
"""Letters of a name that stand in one line beside its bar."""

Part = TypeVar("Part")


def in_slides(parts: Sequence[Part], names: Sequence[str], most: int) -> list[Sequence[Part]]:
    """Parts, as many a slide as have room for their names, on each slide about as many.

    Args:
        parts: what each bar stands for.
        names: what each is called.
        most: how many bars can be read where every name is one line.
    """
    lines = max((-(-len(name) // _LINE) for name in names), default=1)
    size = max(most // max(lines, 1), 1)
    slides = -(-len(parts) // size)
    edges = [len(parts) * slide // slides for slide in range(slides + 1)] if slides else []
    return [parts[start:end] for start, end in pairwise(edges)]
