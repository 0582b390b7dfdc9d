"""Documents read as values: every block however deep, their words in order, heads, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Chart,
    Choices,
    Counts,
    Document,
    Figure,
    Heading,
    Paragraph,
    Quotation,
    Table,
    Together,
    WritingLines,
)
from sdgassess.document.charts.ladder import Ladder
from sdgassess.document.runs import Run, text_of


def blocks_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in the order of reading, those that hold others and those in them."""
    for block in blocks:
        yield block
        if isinstance(block, Together):
            yield from blocks_of(block.blocks)
        elif isinstance(block, Beside):
            yield from blocks_of((*block.left, *block.right))


def every_block(document: Document) -> Iterator[Block]:
    """Every block of a document."""
    return blocks_of(document.blocks)


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block that holds no others."""
    return (block for block in blocks_of(blocks) if not isinstance(block, Together | Beside))


def runs(document: Document) -> Iterator[Run]:
    """Every run of words, in order; those of charts and counts as runs of their own."""
    for block in flat(document.blocks):
        match block:
            case Heading() | Paragraph():
                yield from block.runs
            case Bullets(items):
                yield from (run for item in items for run in item)
            case Counts(counts):
                yield from (Run(part) for count in counts for part in count)
            case Table():
                yield from (run for head in (block.caption, *block.head) for run in head)
                yield from (run for row in block.rows for cell in row for run in cell.runs)
            case Figure():
                yield from (Run(block.chart.title), Run(block.chart.alt), *block.caption)
            case Quotation():
                yield from (block.quote, *block.source)
            case Choices(_, choices):
                yield from (run for choice in choices for run in choice.runs)
            case WritingLines():
                yield from (*block.full_label, *block.written)
            case _:
                continue


def lines(document: Document) -> list[str]:
    """The words of every head, paragraph, item and cell."""
    found: list[str] = []
    for block in flat(document.blocks):
        if isinstance(block, Heading | Paragraph):
            found.append(text_of(block.runs))
        elif isinstance(block, Bullets):
            found += [text_of(item) for item in block.items]
        elif isinstance(block, Table):
            found += [text_of(cell.runs) for row in block.rows for cell in row]
    return found


def words_of(document: Document) -> str:
    """Everything that can be read in a report, as one text."""
    parts = (document.title, document.subject, document.footer, *(r.text for r in runs(document)))
    return "\n".join(parts)


def heads(document: Document) -> list[tuple[int, str]]:
    """Each head with its level."""
    found = (block for block in flat(document.blocks) if isinstance(block, Heading))
    return [(head.level, text_of(head.runs)) for head in found]


def tables(document: Document, caption: str = "") -> list[Table]:
    """The tables whose caption begins with some words."""
    found = (block for block in flat(document.blocks) if isinstance(block, Table))
    return [table for table in found if text_of(table.caption).startswith(caption)]


def cells(table: Table) -> list[list[str]]:
    """The words of every cell, row by row."""
    return [[text_of(cell.runs) for cell in row] for row in table.rows]


def joined(parts: Sequence[Table], lead: int, tail: int) -> dict[str, list[str]]:
    """The rows of a table that was printed in parts: the first cell, and one cell per profile.

    Args:
        parts: the parts, in order.
        lead: how many columns stand before the first profile in each part.
        tail: how many stand behind the last profile, in the last part.
    """
    rows: dict[str, list[str]] = {}
    for place, part in enumerate(parts):
        behind = tail if place == len(parts) - 1 else 0
        for row in cells(part):
            rows.setdefault(row[0], []).extend(row[lead : len(row) - behind])
    return rows


def charts(document: Document) -> list[Chart]:
    """The charts, in order."""
    found = (block for block in flat(document.blocks) if isinstance(block, Figure))
    return [figure.chart for figure in found]


def ladder_words(document: Document) -> str:
    """The ladder of the parts in words."""
    return next(chart.alt for chart in charts(document) if isinstance(chart, Ladder))


def cell_words(cell: Cell) -> str:
    """The words of a cell, with plain spaces."""
    return text_of(cell.runs).replace("\u00a0", " ")


def passages(document: Document) -> str:
    """Every word in the blocks, a passage a line."""
    return "\n".join(run.text for run in runs(document))


def head_words(document: Document) -> list[str]:
    """The words of each head."""
    return [text_of(b.runs) for b in every_block(document) if isinstance(b, Heading)]


def every_text(document: Document) -> list[str]:
    """Every line of words: of blocks, cells, charts, and of the document itself."""
    texts = [document.title, document.subject, document.footer]
    for block in every_block(document):
        if not isinstance(block, Together | Beside):
            texts += _texts(block)
    return texts


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
