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
    Table,
    Together,
)
from sdgassess.document.runs import Runs, text_of
from sdgassess.text import one_line


class NumberedBlock(NamedTuple):
    """A block with a number, by which the page names it.

    Attributes:
        kind: what it is, which is the name of its part of the template.
        block: the block.
        number: the how-manieth of its kind.
        inside: the blocks in it, by column.
    """

    kind: str
    block: Block
    number: int
    inside: tuple[tuple[NumberedBlock, ...], ...]

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

    head: NumberedBlock | None
    landmark: bool
    blocks: tuple[NumberedBlock, ...]


def sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """The page in parts.

    Args:
        blocks: what stands below the heading of level 1.

    Returns:
        What stands before the first head of level 2, if anything does, and a part for each one.
    """
    return tuple(_split(_number(blocks, Counter())))


def _number(blocks: tuple[Block, ...], counts: Counter[str]) -> tuple[NumberedBlock, ...]:
    """Number the blocks by their kind, those inside others too; empty ones have no place."""
    standing = [block for block in blocks if _says_something(block)]
    return tuple(
        _number_block(block, counts)
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


def _number_block(block: Block, counts: Counter[str]) -> NumberedBlock:
    """Number one block and what is in it."""
    kind = type(block).__name__.lower()
    counts[kind] += 1
    number = counts[kind]
    return NumberedBlock(
        kind, block, number, tuple(_number(part, counts) for part in _parts(block))
    )


def _parts(block: Block) -> tuple[tuple[Block, ...], ...]:
    """The blocks that a block holds, by column."""
    if isinstance(block, Together):
        return (block.blocks,)
    return (block.left, block.right) if isinstance(block, Beside) else ()


def _split(blocks: tuple[NumberedBlock, ...]) -> Iterator[Section]:
    """One part after the other; two heads of the same words give one landmark."""
    heads: set[str] = set()
    head: NumberedBlock | None = None
    part: list[NumberedBlock] = []
    for block in blocks:
        leads = _leading_head(block)
        if leads is not None:
            if part:
                yield _section(head, part, heads)
            head, part = leads, []
        part.append(block)
    if part:
        yield _section(head, part, heads)


def _section(head: NumberedBlock | None, part: list[NumberedBlock], heads: set[str]) -> Section:
    """A part, with its head's words noted."""
    title = one_line(text_of(_runs(head))) if head else ""
    landmark = bool(title) and title not in heads
    heads.add(title)
    return Section(head, landmark, tuple(part))


def _runs(head: NumberedBlock) -> Runs:
    """The words of a head."""
    assert isinstance(head.block, Heading)
    return head.block.runs


def _leading_head(numbered: NumberedBlock) -> NumberedBlock | None:
    """The head of level 2 that a block is, or that what is kept together begins with."""
    block = numbered.block
    if isinstance(block, Together) and numbered.inside[0]:
        return _leading_head(numbered.inside[0][0])
    return numbered if isinstance(block, Heading) and block.level == 2 else None
