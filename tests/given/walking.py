"""A report walked through: every block, however deep, and every word in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sdgassess.document.blocks import Beside, Block, Document, Together
from sdgassess.document.runs import Run, text_of


def every_block(document: Document) -> Iterator[Block]:
    """Each block in the order of reading, with what stands inside others."""
    yield from _walk(document.blocks)


def every_text(document: Document) -> list[str]:
    """Every line of words: of blocks, cells, charts, and of the document itself."""
    texts = [document.title, document.subject, document.footer]
    for block in every_block(document):
        if not isinstance(block, Together | Beside):
            texts += _texts(block)
    return texts


def _walk(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Together):
            yield from _walk(block.blocks)
        if isinstance(block, Beside):
            yield from _walk((*block.left, *block.right))


def _texts(value: Any) -> Iterator[str]:
    """Every line in a value: a tuple of runs is one line."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and value and all(isinstance(one, Run) for one in value):
        yield text_of(value)
    elif isinstance(value, Run):
        yield value.text
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
