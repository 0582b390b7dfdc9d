"""Reading a report as a value: its words in order, its heads, its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Chart,
    Counts,
    Document,
    Figure,
    Heading,
    Paragraph,
    Run,
    Table,
    Together,
    text_of,
)


def flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block, those inside others too."""
    for block in blocks:
        if isinstance(block, Together):
            yield from flat(block.blocks)
        elif isinstance(block, Beside):
            yield from flat((*block.left, *block.right))
        else:
            yield block


def runs(document: Document) -> Iterator[Run]:
    """Every run of words, in order; those of charts and figures as runs of their own."""
    for block in flat(document.blocks):
        if isinstance(block, Heading | Paragraph):
            yield from block.runs
        elif isinstance(block, Bullets):
            yield from (run for item in block.items for run in item)
        elif isinstance(block, Counts):
            yield from (Run(part) for count in block.counts for part in count)
        elif isinstance(block, Table):
            yield from (run for head in (block.caption, *block.head) for run in head)
            yield from (run for row in block.rows for cell in row for run in cell.runs)
        elif isinstance(block, Figure):
            yield from (Run(block.chart.title), Run(block.chart.alt), *block.caption)


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
