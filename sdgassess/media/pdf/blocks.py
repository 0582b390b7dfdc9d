"""The blocks of a report as values for the template: what room they have, which rows may break.

A heading never skips a level, whatever is handed in: Typst refuses a file where one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Choice,
    Choices,
    Count,
    Counts,
    Figure,
    Heading,
    NewPage,
    Paragraph,
    Quotation,
    Table,
    Together,
    WritingLines,
    text_of,
)
from sdgassess.media.pdf.typesetting import weighted
from sdgassess.media.pdf.words import Column, set_runs, set_text

_HEAD_SIZES = {1: 20.0, 2: 14.0}
_HEAD_OF_TABLE = 9.0
"""The heads of columns are set smaller than the cells, for they are short and bold."""

MOST_COUNTS = 4
"""So many figures stand abreast; more begin another row."""

_TALL = 24
"""A row of more lines than this may break across pages: it might not fit on one."""


def block_values(blocks: Iterable[Block], column: Column) -> list[dict[str, Any]]:
    """The blocks for the template, in order.

    Args:
        blocks: the blocks of a report or of a part of it.
        column: the room that they stand in.

    Returns:
        For each a map with its `kind`; heads without words are left out.
    """
    return list(_Setting().values(blocks, column))


class _Setting:
    """A walk through blocks that knows under which headings it is, by the levels asked for."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def values(self, blocks: Iterable[Block], column: Column) -> Iterator[dict[str, Any]]:
        """The blocks one by one."""
        for block in blocks:
            value = self._value(block, column)
            if value is not None:
                yield value

    def _value(self, block: Block, column: Column) -> dict[str, Any] | None:
        """One block, or nothing where it has no words."""
        match block:
            case Heading():
                return self._heading(block, column)
            case Together():
                return {"kind": "together", "blocks": list(self.values(block.blocks, column))}
            case Beside():
                return self._beside(block, column)
            case Table():
                return _table(block, column) if block.head else None
            case _:
                return _plain(block, column)

    def _beside(self, block: Beside, column: Column) -> dict[str, Any]:
        """Two columns, with the room that each has."""
        whole = sum(block.shares) or 1.0
        pairs = zip((block.left, block.right), block.shares, strict=True)
        sides = [list(self.values(side, column.share(share / whole, 8))) for side, share in pairs]
        return {"kind": "beside", "sides": sides, "shares": list(block.shares)}

    def _heading(self, block: Heading, column: Column) -> dict[str, Any] | None:
        """A heading, one level below the one that it stands under."""
        if not text_of(block.runs).strip():
            return None
        self._open = [*(level for level in self._open if level < block.level), block.level]
        level = len(self._open)
        wide = column._replace(size=_HEAD_SIZES.get(level, column.size))
        return {"kind": "heading", "level": level, "runs": set_runs(block.runs, wide)}


def _plain(
    block: Paragraph | Bullets | Counts | Figure | Quotation | WritingLines | Choices | NewPage,
    column: Column,
) -> dict[str, Any]:
    """A block that holds no others."""
    match block:
        case Paragraph(runs, small):
            value = {"kind": "text", "runs": set_runs(runs, column), "small": small}
        case Bullets(items):
            value = {"kind": "bullets", "items": [set_runs(item, column) for item in items]}
        case Counts(counts):
            box = column.share(1 / max(min(len(counts), MOST_COUNTS), 1), 26)
            value = {"kind": "counts", "counts": [_count(count, box) for count in counts]}
            value |= {"abreast": MOST_COUNTS}
        case Figure(chart, caption):
            value = {"kind": "figure", "svg": weighted(chart.svg), "alt": chart.alt}
            value |= {"width": chart.width, "height": chart.height}
            value |= {"caption": set_runs(caption, column)}
        case Quotation(quote, source):
            value = {"kind": "quotation", "quote": set_runs((quote,), column)}
            value |= {"source": set_runs(source, column), "language": quote.language}
        case WritingLines(_, lines, written):
            value = {"kind": "lines", "label": set_runs(block.called, column)}
            value |= {"lines": lines, "written": set_runs(written, column)}
        case Choices(_, choices):
            value = {"kind": "choices", "choices": [_choice(one, column) for one in choices]}
        case NewPage():
            value = {"kind": "page"}
        case _:
            assert_never(block)
    return value


def _count(count: Count, box: Column) -> dict[str, Any]:
    """A number and its words, in the box that they share."""
    large = box._replace(size=box.size * 1.8)
    return {"number": set_text(count.number, large), "words": set_text(count.words, box)}


def _choice(choice: Choice, column: Column) -> dict[str, Any]:
    """An answer to tick."""
    mark = set_text(choice.mark, column.share(0.3))
    return {
        "mark": mark,
        "ticked": choice.ticked,
        "runs": set_runs(choice.runs, column.share(0.9)),
    }


def _table(table: Table, column: Column) -> dict[str, Any]:
    """A table: its cells, which of its rows may break, which columns stand in the middle."""
    inner = column._replace(size=8.5 if table.dense else min(column.size, 10.0))
    whole = sum(table.shares) or 1.0
    columns = [inner.share(share / whole) for share in table.shares]
    heads = [one._replace(size=min(inner.size, _HEAD_OF_TABLE)) for one in columns]
    by_column = [[row[place] for row in table.rows] for place in range(len(table.head))]
    return {
        "kind": "table",
        "caption": set_runs(table.caption, column),
        "head": [set_runs(head, one) for head, one in zip(table.head, heads, strict=True)],
        "rows": [_row(row, columns) for row in table.rows],
        "shares": list(table.shares),
        "row_heads": table.row_heads,
        "dense": table.dense,
        "middle": [bool(cells) and all(one.numeric for one in cells) for cells in by_column],
        "room": any(cell.room for row in table.rows for cell in row),
    }


def _row(row: tuple[Cell, ...], columns: list[Column]) -> dict[str, Any]:
    """A row: its cells, and whether it is so tall that it may break across pages."""
    pairs = list(zip(row, columns, strict=True))
    return {
        "cells": [{**cell._asdict(), "runs": set_runs(cell.runs, one)} for cell, one in pairs],
        "tall": any(_lines(cell, one) > _TALL for cell, one in pairs),
    }


def _lines(cell: Cell, column: Column) -> int:
    """About how many lines a cell takes."""
    return max(len(text_of(cell.runs)) // column.letters + 1, cell.room * 2)
