"""Tables with a column per profile: whole where they fit the page, else in several parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sdgassess.document.blocks import (
    Block,
    Cell,
    Paragraph,
    Runs,
    Table,
    plain_runs,
)
from sdgassess.report.years.edition import YearsTold

_MOST = 8
"""How many profiles stand side by side on an upright page of A4."""
_FEW = 5
"""How many can have a wider column."""
_PAGE = 470
"""How wide the page is, in points."""
_LONG = 10
"""From how many letters on what a profile is called is too long for the head of a column."""


class YearRow(NamedTuple):
    """A row: what it is about, a cell per profile, and what follows behind the last profile."""

    lead: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    tail: tuple[Cell, ...] = ()


class YearTable(NamedTuple):
    """A table with a column per profile.

    Attributes:
        caption: what it shows.
        lead: the heads of the columns before the first profile.
        tail: the heads of the columns behind the last profile.
        rows: its rows.
        lead_shares: how wide they are against each other and those behind.
        tail_shares: how wide the columns behind the last profile are.
        dense: whether it is set smaller.
    """

    caption: str
    lead: tuple[str, ...]
    tail: tuple[str, ...]
    rows: tuple[YearRow, ...]
    lead_shares: tuple[float, ...]
    tail_shares: tuple[float, ...] = ()
    dense: bool = False


def parts(columns: int, most: int = _MOST) -> tuple[range, ...]:
    """The columns in parts that fit, as equal as can be."""
    count = -(-columns // most)
    edges = [columns * place // count for place in range(count + 1)]
    return tuple(range(a, b) for a, b in pairwise(edges))


def tables(told: YearsTold, table: YearTable) -> tuple[Block, ...]:
    """A table in as many parts as it takes, each with its profiles in the caption.

    Args:
        told: what is told of the profiles.
        table: the table, as wide as it may be.
    """
    blocks = parts(len(told.years.columns))
    heads = column_heads(told)
    return tuple(_part(told, table, heads, block, last=block is blocks[-1]) for block in blocks)


def _part(
    told: YearsTold, table: YearTable, heads: Sequence[str], block: range, *, last: bool
) -> Table:
    """Some of the profiles, and behind the last of them what follows."""
    whole = len(block) == len(told.years.columns)
    caption = table.caption
    if not whole:
        caption = f"{caption}: {told.head(block[0])} – {told.head(block[-1])}"
    head = (*table.lead, *(heads[place] for place in block), *(table.tail if last else ()))
    rows = tuple(
        (*row.lead, *(row.cells[place] for place in block), *(row.tail if last else ()))
        for row in table.rows
    )
    sides = (*table.lead_shares, *(table.tail_shares if last else ()))
    room = (_PAGE - len(block) * _wide(block)) / sum(sides)
    lead, wide = len(table.lead), tuple(share * room for share in sides)
    shares = (*wide[:lead], *(_wide(block) for _ in block), *wide[lead:])
    named = tuple(plain_runs(one) for one in head)
    return Table(plain_runs(caption), named, rows, shares, dense=table.dense)


def _wide(block: range) -> float:
    """How wide the column of a profile is, in points."""
    return 38 if len(block) <= _FEW else 29


def column_heads(told: YearsTold) -> tuple[str, ...]:
    """How each profile is called over its column: its number where its name is too long."""
    every = range(len(told.years.columns))
    heads = tuple(told.head(place) for place in every)
    return tuple(told.shorts(narrow=False)) if _numbers(heads) else heads


def number_key(told: YearsTold) -> tuple[Block, ...]:
    """Which number stands for which profile, where numbers head the columns."""
    named = key_words(told)
    return (Paragraph(plain_runs(named), small=True),) if named else ()


def key_words(told: YearsTold) -> str | None:
    """Which number stands for which profile; None where their names head the columns."""
    heads = tuple(told.head(place) for place in range(len(told.years.columns)))
    return "; ".join(heads) if _numbers(heads) else None


def _numbers(heads: Sequence[str]) -> bool:
    """Whether what the profiles are called is too long to stand over columns."""
    return max(len(head) for head in heads) > _LONG


def words_cell(runs: Runs | str) -> Cell:
    """A cell of words."""
    return Cell(plain_runs(runs) if isinstance(runs, str) else runs)


def mark_cell(mark: str, shade: int | None = None) -> Cell:
    """A cell with a number or a mark."""
    return Cell(plain_runs(mark), numeric=True, shade=shade)
