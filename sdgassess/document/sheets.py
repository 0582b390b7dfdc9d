"""What a workbook is before it is a file: sheets of typed cells under named columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from sdgassess.text import Exact

Value = str | int | Exact | dt.date | None
"""A cell: words, a whole or exact number, a day, or nothing."""


class Column(NamedTuple):
    """A column.

    Attributes:
        head: its head.
        width: how wide it is, in letters.
        choices: what can be picked in its cells, where it is that alone.
        shades: between which two numbers its cells get darker, where they are read at a glance.
    """

    head: str
    width: int
    choices: tuple[str, ...] = ()
    shades: tuple[Exact, Exact] | None = None


Row = tuple[Value, ...]
"""The cells of one row, one for each column."""


class Rows(Collection[Row]):
    """Rows that are composed whenever they are read, so that many of them need no memory."""

    def __init__(self, compose: Callable[[], Iterable[Row]]) -> None:
        """Remember how.

        Args:
            compose: gives the rows from the first one on; the same ones each time.
        """
        self._compose = compose

    def __iter__(self) -> Iterator[Row]:
        """Each row, composed as it is asked for."""
        return iter(self._compose())

    def __len__(self) -> int:
        """How many there are; they are composed to be counted."""
        return sum(1 for _ in self)

    def __contains__(self, row: object) -> bool:
        """Whether a row is among them."""
        return any(row == other for other in self)


class Sheet(NamedTuple):
    """A table.

    Attributes:
        id: what it is called by programs, the same in every language.
        name: what people read on its tab.
        columns: the columns; no two have the same head.
        rows: the cells, as many in each row as there are columns.
        fixed: how many columns stay in sight when the rest is moved.
    """

    id: str
    name: str
    columns: tuple[Column, ...]
    rows: Collection[Row]
    fixed: int = 0


class Workbook(NamedTuple):
    """All data of some profiles.

    Attributes:
        title: the title, for the properties of a file and the head of every page.
        language: `da`, `sv` or `en`.
        date: the date of the latest assessment, which also stamps a file.
        page: the number of a page and of pages, with `{n}` and `{m}` in their place.
        part: what the column that names the sheets is called, where all stand in one table.
        sheets: the tables.
    """

    title: str
    language: str
    date: dt.date
    page: str
    part: str
    sheets: tuple[Sheet, ...]


def distinct_columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with a number behind a head that another has already, whatever its case."""
    heads: set[str] = set()
    distinct: list[Column] = []
    for column in columns:
        head, n = column.head, 1
        while head.casefold() in heads:
            n += 1
            head = f"{column.head} ({n})"
        heads.add(head.casefold())
        distinct.append(column._replace(head=head))
    return tuple(distinct)
