"""Tables with a column per profile: whole where they fit the page, else in several parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sdgassess.document.blocks import Block, Cell, Table, paragraph, table_head
from sdgassess.document.runs import plain_runs
from sdgassess.report.years.edition import YearsEdition

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


def tables(edition: YearsEdition, table: YearTable) -> tuple[Block, ...]:
    """A table in as many parts as it takes, each with its profiles in the caption.

    Args:
        edition: the profiles side by side.
        table: the table, as wide as it may be.
    """
    blocks = parts(len(edition.years.columns))
    heads = column_heads(edition)
    return tuple(_part(edition, table, heads, block, last=block is blocks[-1]) for block in blocks)


def _part(
    edition: YearsEdition, table: YearTable, heads: Sequence[str], block: range, *, last: bool
) -> Table:
    """Some of the profiles, and behind the last of them what follows."""
    caption = table.caption
    if len(block) < len(edition.years.columns):
        caption = f"{caption}: {edition.head(block[0])} – {edition.head(block[-1])}"
    head = (*table.lead, *(heads[column] for column in block), *(table.tail if last else ()))
    rows = tuple(
        (*row.lead, *(row.cells[column] for column in block), *(row.tail if last else ()))
        for row in table.rows
    )
    sides = (*table.lead_shares, *(table.tail_shares if last else ()))
    room = (_PAGE - len(block) * _wide(block)) / sum(sides)
    lead, widths = len(table.lead), tuple(share * room for share in sides)
    shares = (*widths[:lead], *(_wide(block) for _ in block), *widths[lead:])
    return Table(plain_runs(caption), table_head(*head), rows, shares, dense=table.dense)


def _wide(block: range) -> float:
    """How wide the column of a profile is, in points."""
    return 38 if len(block) <= _FEW else 29


def column_heads(edition: YearsEdition) -> tuple[str, ...]:
    """How each profile is called over its column: its number where its name is too long."""
    heads = _heads(edition)
    return tuple(edition.short_heads(narrow=False)) if _too_long(heads) else heads


def number_key(edition: YearsEdition) -> Iterator[Block]:
    """Which number stands for which profile, where numbers head the columns."""
    key = key_words(edition)
    if key is not None:
        yield paragraph(key, small=True)


def key_words(edition: YearsEdition) -> str | None:
    """Which number stands for which profile; None where their names head the columns."""
    heads = _heads(edition)
    return "; ".join(heads) if _too_long(heads) else None


def _heads(edition: YearsEdition) -> tuple[str, ...]:
    """How each profile is called, with its number if it has one."""
    return tuple(edition.head(column) for column in range(len(edition.years.columns)))


def _too_long(heads: Sequence[str]) -> bool:
    """Whether what the profiles are called is too long to stand over columns."""
    return max(len(head) for head in heads) > _LONG
