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
)
from sdgassess.document.runs import text_of
from sdgassess.language import Words
from sdgassess.media.charts.drawing import draw
from sdgassess.media.charts.steps import draw_steps, steps_words
from sdgassess.media.pdf.line_breaks import TextColumn, stretches_of, text_stretches
from sdgassess.media.pdf.typesetting import with_weights

_HEAD_SIZES = {1: 20.0, 2: 14.0}
_HEAD_OF_TABLE = 9.0
"""The heads of columns are set smaller than the cells, for they are short and bold."""

MOST_COUNTS = 4
"""So many figures stand abreast; more begin another row."""

_TALL = 24
"""A row of more lines than this may break across pages: it might not fit on one."""


def block_values(
    blocks: Iterable[Block], column: TextColumn, words: Words
) -> list[dict[str, Any]]:
    """The blocks for the template, in order.

    Args:
        blocks: the blocks of a report or of a part of it.
        column: the room that they stand in.
        words: the fixed words of charts, in the document's language.

    Returns:
        For each a map with its `kind`; heads without words are left out.
    """
    return list(_Walk(words).values(blocks, column))


class _Walk:
    """A walk through blocks that knows under which headings it is, by the levels asked for."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._open: list[int] = []

    def values(self, blocks: Iterable[Block], column: TextColumn) -> Iterator[dict[str, Any]]:
        """The blocks one by one."""
        for block in blocks:
            value = self._value(block, column)
            if value is not None:
                yield value

    def _value(self, block: Block, column: TextColumn) -> dict[str, Any] | None:
        """One block, or nothing where it has no words."""
        match block:
            case Heading():
                return self._heading(block, column)
            case Together():
                return {"kind": "together", "blocks": list(self.values(block.blocks, column))}
            case Beside():
                return self._beside(block, column)
            case Table():
                return _table(block, column, self._words) if block.head else None
            case Figure():
                return _figure(block, column, self._words)
            case _:
                return _plain(block, column)

    def _beside(self, block: Beside, column: TextColumn) -> dict[str, Any]:
        """Two columns, with the room that each has."""
        total = sum(block.shares) or 1.0
        pairs = zip((block.left, block.right), block.shares, strict=True)
        sides = [list(self.values(side, column.share(share / total, 8))) for side, share in pairs]
        return {"kind": "beside", "sides": sides, "shares": list(block.shares)}

    def _heading(self, block: Heading, column: TextColumn) -> dict[str, Any] | None:
        """A heading, one level below the one that it stands under."""
        if not text_of(block.runs).strip():
            return None
        self._open = [*(level for level in self._open if level < block.level), block.level]
        level = len(self._open)
        wide = column._replace(size=_HEAD_SIZES.get(level, column.size))
        return {"kind": "heading", "level": level, "runs": stretches_of(block.runs, wide)}


def _plain(
    block: Paragraph | Bullets | Counts | Quotation | WritingLines | Choices | NewPage,
    column: TextColumn,
) -> dict[str, Any]:
    """A block that holds no others."""
    match block:
        case Paragraph(runs, small):
            value = {"kind": "text", "runs": stretches_of(runs, column), "small": small}
        case Bullets(items):
            value = {"kind": "bullets", "items": [stretches_of(item, column) for item in items]}
        case Counts(counts):
            box = column.share(1 / max(min(len(counts), MOST_COUNTS), 1), 26)
            value = {"kind": "counts", "counts": [_count(count, box) for count in counts]}
            value |= {"abreast": MOST_COUNTS}
        case Quotation(quote, source):
            value = {"kind": "quotation", "quote": stretches_of((quote,), column)}
            value |= {"source": stretches_of(source, column), "language": quote.language}
        case WritingLines(_, lines, written):
            value = {"kind": "lines", "label": stretches_of(block.full_label, column)}
            value |= {"lines": lines, "written": stretches_of(written, column)}
        case Choices(_, choices):
            value = {"kind": "choices", "choices": [_choice(choice, column) for choice in choices]}
        case NewPage():
            value = {"kind": "page"}
        case _:
            assert_never(block)
    return value


def _figure(figure: Figure, column: TextColumn, words: Words) -> dict[str, Any]:
    """A chart as a picture, with its numbers in words and the line that tells how to read it."""
    drawing = draw(figure.chart, words)
    return {
        "kind": "figure",
        "svg": with_weights(drawing.svg),
        "alt": figure.alt,
        "width": drawing.width,
        "height": drawing.height,
        "caption": stretches_of(figure.caption, column),
    }


def _count(count: Count, box: TextColumn) -> dict[str, Any]:
    """A number and its words, in the box that they share."""
    large = box._replace(size=box.size * 1.8)
    return {
        "number": text_stretches(count.number, large),
        "words": text_stretches(count.words, box),
    }


def _choice(choice: Choice, column: TextColumn) -> dict[str, Any]:
    """An answer to tick."""
    mark = text_stretches(choice.mark, column.share(0.3))
    return {
        "mark": mark,
        "ticked": choice.ticked,
        "instead": choice.instead,
        "runs": stretches_of(choice.runs, column.share(0.9)),
    }


def _table(table: Table, column: TextColumn, words: Words) -> dict[str, Any]:
    """A table: its cells, which of its rows may break, which columns stand in the middle."""
    inner = column._replace(size=8.5 if table.dense else min(column.size, 10.0))
    total = sum(table.shares) or 1.0
    columns = [inner.share(share / total) for share in table.shares]
    head_columns = [each._replace(size=min(inner.size, _HEAD_OF_TABLE)) for each in columns]
    by_column = [[row[place] for row in table.rows] for place in range(len(table.head))]
    return {
        "kind": "table",
        "caption": stretches_of(table.caption, column),
        "head": [
            stretches_of(head, above) for head, above in zip(table.head, head_columns, strict=True)
        ],
        "rows": [_row(row, columns, words) for row in table.rows],
        "shares": list(table.shares),
        "row_heads": table.row_heads,
        "dense": table.dense,
        "middle": [bool(cells) and all(cell.numeric for cell in cells) for cells in by_column],
        "room": any(cell.room for row in table.rows for cell in row),
    }


def _row(row: tuple[Cell, ...], columns: list[TextColumn], words: Words) -> dict[str, Any]:
    """A row: its cells, and whether it is so tall that it may break across pages."""
    pairs = list(zip(row, columns, strict=True))
    return {
        "cells": [_cell(cell, room, words) for cell, room in pairs],
        "tall": any(_lines(cell, room) > _TALL for cell, room in pairs),
    }


def _cell(cell: Cell, column: TextColumn, words: Words) -> dict[str, Any]:
    """A cell; a level at a glance becomes a picture in front of its words."""
    value = {**cell._asdict(), "runs": stretches_of(cell.runs, column), "steps": None}
    if cell.steps is not None:
        drawing = draw_steps(cell.steps)
        value["steps"] = {
            "svg": drawing.svg,
            "alt": steps_words(cell.steps, words),
            "high": drawing.height,
        }
    return value


def _lines(cell: Cell, column: TextColumn) -> int:
    """About how many lines a cell takes."""
    return max(len(text_of(cell.runs)) // column.letters + 1, cell.room * 2)
