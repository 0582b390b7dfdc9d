"""A report on a page that is read on a screen: its parts, and where each block of it stands.

Parts that begin with a head of level 2 can be jumped to; every block has a number, by which the
page names it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Choices,
    Counts,
    Heading,
    NewPage,
    Runs,
    Table,
    Together,
    text_of,
)
from sdgassess.text import one_line


class Placed(NamedTuple):
    """A block that has found its place on the page.

    Attributes:
        kind: what it is, which is the name of its part of the template.
        block: the block.
        number: the how-manieth of its kind.
        inside: the blocks in it, by column.
    """

    kind: str
    block: Block
    number: int
    inside: tuple[tuple[Placed, ...], ...]

    @property
    def name(self) -> str:
        """Its id, which no other block has."""
        return f"{self.kind}-{self.number}"


class Section(NamedTuple):
    """What stands under a head of level 2, the head included.

    Attributes:
        head: the head; none for what stands before the first one.
        landmark: whether readers can jump to it by its head, as no earlier part has the same.
        blocks: its blocks.
    """

    head: Placed | None
    landmark: bool
    blocks: tuple[Placed, ...]


def sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """The page in parts.

    Args:
        blocks: what stands below the heading of level 1.

    Returns:
        What stands before the first head of level 2, if anything does, and a part for each one.
    """
    return tuple(_split(_place(blocks, Counter())))


def _place(blocks: tuple[Block, ...], seen: Counter[str]) -> tuple[Placed, ...]:
    """Number the blocks by their kind, those inside others too; empty ones have no place."""
    standing = [block for block in blocks if _says_something(block)]
    return tuple(
        _placed(block, seen)
        for block, after in pairwise([*standing, NewPage()])
        # Two new pages in a row, or one with nothing on it, would be an empty sheet.
        if not (isinstance(block, NewPage) and isinstance(after, NewPage))
    )


def _says_something(block: Block) -> bool:
    """Whether a block has words: a head, a list or a table without any is a barrier."""
    match block:
        case Heading():
            return bool(text_of(block.runs).strip())
        case Bullets(items):
            return bool(items)
        case Counts(counts):
            return bool(counts)
        case Table():
            return bool(block.head)
        case Choices(_, choices):
            return bool(choices)
        case _:
            return True


def _placed(block: Block, seen: Counter[str]) -> Placed:
    """Number one block and what is in it."""
    kind = type(block).__name__.lower()
    seen[kind] += 1
    number = seen[kind]
    return Placed(kind, block, number, tuple(_place(part, seen) for part in _parts(block)))


def _parts(block: Block) -> tuple[tuple[Block, ...], ...]:
    """The blocks that a block holds, by column."""
    if isinstance(block, Together):
        return (block.blocks,)
    return (block.left, block.right) if isinstance(block, Beside) else ()


def _split(blocks: tuple[Placed, ...]) -> Iterator[Section]:
    """One part after the other; two heads of the same words give one landmark."""
    heads: set[str] = set()
    head: Placed | None = None
    part: list[Placed] = []
    for block in blocks:
        leads = _leading_head(block)
        if leads is not None:
            if part:
                yield _section(head, part, heads)
            head, part = leads, []
        part.append(block)
    if part:
        yield _section(head, part, heads)


def _section(head: Placed | None, part: list[Placed], heads: set[str]) -> Section:
    """A part, with its head's words noted."""
    said = one_line(text_of(_runs(head))) if head else ""
    landmark = bool(said) and said not in heads
    heads.add(said)
    return Section(head, landmark, tuple(part))


def _runs(head: Placed) -> Runs:
    """The words of a head."""
    assert isinstance(head.block, Heading)
    return head.block.runs


def _leading_head(placed: Placed) -> Placed | None:
    """The head of level 2 that a block is, or that what is kept together begins with."""
    if isinstance(placed.block, Together) and placed.inside[0]:
        return _leading_head(placed.inside[0][0])
    return placed if isinstance(placed.block, Heading) and placed.block.level == 2 else None
