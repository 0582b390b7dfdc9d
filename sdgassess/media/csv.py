"""A workbook as one CSV table that Excel opens right in the Nordic countries.

One file holds one table, so the sheets stand below each other in it: the first column says which
sheet a row is of, and columns of the same name are one. Filtering the first column gives each
sheet back.

The signs are those that Excel there expects when a file is double-clicked: semicolons between
cells, a comma in decimals, a mark of UTF-8 at the beginning, lines that end as on Windows. Days
are written year first, which is read alike in every country. A text that a spreadsheet would take
for a formula gets an apostrophe before it, also behind a sign that another reader of CSV takes for
the end of a cell or a row; numbers stay numbers.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from sdgassess.document.sheets import Sheet, Value, Workbook
from sdgassess.text import visible

_FORMULA = re.compile(
    r"""\A(?:["\s]*(?=[=+\-@＝＋－＠])|(?=[\t\r\n]))
    |(?<=[,;|\t\r\n])["\s]*(?:(?=[=@＝＠])|(?=[+\-＋－](?!\Z|[\s,;|]*(?:\Z|[,;|\r\n]))))""",
    re.VERBOSE,
)
"""Where a spreadsheet may take what follows for a formula, with full-width forms too.

Behind a separator a bare sign is none: `1.200,-` is a price.
"""
_GUARD = "'"
_MARK = "\ufeff"
_DECIMALS = 6
_PIECE = 65_536
"""Characters of rows that are handed on at once."""


def csv_pieces(workbook: Workbook) -> Iterator[bytes]:
    """All sheets of a workbook as one table, piece by piece.

    Args:
        workbook: the sheets.

    Returns:
        The file; every row has as many cells as there are heads.
    """
    rows = _Piece()
    writer = csv.writer(rows, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    rows.write(_MARK)
    for row in _rows(workbook):
        writer.writerow(map(_cell_text, row))
        if rows.length > _PIECE:
            yield rows.taken().encode()
    yield rows.taken().encode()


class _Piece:
    """The rows that were written and are not handed on yet."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self.length = 0

    def write(self, text: str) -> None:
        """Add a row."""
        self._texts.append(text)
        self.length += len(text)

    def taken(self) -> str:
        """All of them, which leaves none."""
        text = "".join(self._texts)
        self._texts, self.length = [], 0
        return text


def _rows(workbook: Workbook) -> Iterator[Iterable[Value]]:
    """The heads of all sheets, then the rows of each below them, its name first."""
    heads = list(dict.fromkeys(c.head for sheet in workbook.sheets for c in sheet.columns))
    yield workbook.part, *heads
    for sheet in workbook.sheets:
        for cells in _by_head(sheet):
            yield sheet.name, *map(cells.get, heads)


def cell_text(value: Value) -> str:
    """A cell as it is written: guarded text, a number with a comma, a day with its year first."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guard(visible(value))
    if isinstance(value, dt.date):
        return value.isoformat()
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    rounded = round(Decimal(exact.numerator) / Decimal(exact.denominator), _DECIMALS)
    return f"{rounded.normalize():f}".replace(".", ",")


_cell_text = lru_cache(maxsize=1024)(cell_text)
"""The same, remembered: most cells of many profiles say what others do."""


def guard(text: str) -> str:
    """A text with an apostrophe wherever a formula would begin."""
    return _FORMULA.sub(rf"\g<0>{_GUARD}", text)


def _by_head(sheet: Sheet) -> Iterator[Mapping[str, Value]]:
    """Each row of a sheet, its cells by the heads of their columns."""
    for row in sheet.rows:
        yield {column.head: value for column, value in zip(sheet.columns, row, strict=True)}
