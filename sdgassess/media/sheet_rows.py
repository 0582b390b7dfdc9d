"""The rows of a workbook's sheets as the XML of its parts, one row after the other.

XlsxWriter makes everything around the rows: styles, heads, tables, pages. It keeps every cell of
every sheet until its end, though, and where it does not, it has no tables. So it is handed the
heads and one row of empty cells, one of each kind, and the rows go into their place while the
container is packed: no more than one of them is in memory, only the texts, each once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from fractions import Fraction
from math import ceil

from sdgassess.document.sheets import Column, Sheet, Value
from sdgassess.text import clipped, visible

TEXTS = "xl/sharedStrings.xml"
"""The part of a container that holds the texts of all sheets."""
LINE = 15.75
"""How high one line is, in points."""
_HIGHEST = 409.0
_LONGEST_CELL = 32_767
LAST_ROW = 1_048_576
"""The last row that a sheet can have."""
_SENTENCES_FROM = 24
"""In a column of this width, with sentences, a number stands at the left as they do."""
_FIRST_DAY = dt.date(1899, 12, 31)
_LAST_RIGHT_DAY = 59
"""Excel takes 1900 for a leap year: after this day it counts one more."""

_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
_ROW = re.compile(rb'<row r="2".*?</row>', re.DOTALL)
_STYLE = re.compile(rb'<c r="[A-Z]+2" s="(\d+)"')
_RANGE = re.compile(rb'ref="A1:([A-Z]+)2"')
_COUNTS = re.compile(rb'count="(\d+)" uniqueCount="(\d+)"')
_LIKE_AN_ESCAPE = re.compile("(_x[0-9a-fA-F]{4}_)")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


class CellKind(IntEnum):
    """How a cell is shown; its number is the column of the empty cell that looks like that."""

    TEXT = 0
    INTEGER = 1
    DECIMAL = 2
    ASIDE = 3
    DAY = 4


class RowStream:
    """The rows of all sheets on their way into a container, and the texts that they share."""

    def __init__(self, sheets: Sequence[Sheet], texts: bytes) -> None:
        """Prepare the way.

        Args:
            sheets: in the order of their parts.
            texts: the part of shared texts as it is without the rows; theirs come behind.
        """
        self._sheets = sheets
        counts = _COUNTS.search(texts)
        assert counts is not None, "heads are texts"
        self._heads = int(counts[2])
        self._last = [1] * len(sheets)
        self._texts: dict[str, int] = {}
        self._cells = 0

    def changes(self) -> dict[str, Callable[[bytes], Iterable[bytes]]]:
        """What becomes of the parts of a container, by their names."""
        parts: dict[str, Callable[[bytes], Iterable[bytes]]] = {TEXTS: self._with_texts}
        for place in range(len(self._sheets)):
            parts[f"xl/worksheets/sheet{place + 1}.xml"] = self._sheet_part(place)
            parts[f"xl/tables/table{place + 1}.xml"] = self._table_part(place)
        return parts

    def _sheet_part(self, place: int) -> Callable[[bytes], Iterable[bytes]]:
        """What becomes of a sheet: its rows in place of the row of empty cells."""

        def change(part: bytes) -> Iterator[bytes]:
            row = _ROW.search(part)
            assert row is not None, "every sheet has a row of empty cells"
            styles = [style.decode() for style in _STYLE.findall(row[0])]
            yield _DIMENSION.sub(b"", part[: row.start()])
            yield from self._rows(place, styles)
            yield part[row.end() :]

        return change

    def _rows(self, place: int, styles: Sequence[str]) -> Iterator[bytes]:
        """The rows of a sheet, each as XML."""
        sheet = self._sheets[place]
        letters = [column_letters(at) for at in range(len(sheet.columns))]
        is_wide = [column.width >= _SENTENCES_FROM for column in sheet.columns]
        for number, cells in enumerate(sheet.rows, 2):
            if number > LAST_ROW:
                return
            self._last[place] = number
            written = "".join(
                self._cell(f"{letter}{number}", value, styles, is_wide=wide)
                for letter, value, wide in zip(letters, cells, is_wide, strict=True)
            )
            points = int(row_height(cells, sheet.columns) * 4 / 3 + 0.5) * 0.75
            head = f'<row r="{number}" spans="1:{len(letters)}" ht="{points:g}" customHeight="1">'
            yield f"{head}{written}</row>".encode()

    def _cell(self, at: str, value: Value, styles: Sequence[str], *, is_wide: bool) -> str:
        """One cell by its kind; a text is never anything but a text."""
        if isinstance(value, str):
            text = clipped(visible(value), _LONGEST_CELL)
            if text:
                self._cells += 1
                number = self._texts.setdefault(text, self._heads + len(self._texts))
                return f'<c r="{at}" s="{styles[CellKind.TEXT]}" t="s"><v>{number}</v></c>'
            value = None
        if value is None:
            return f'<c r="{at}" s="{styles[CellKind.TEXT]}"/>'
        if isinstance(value, dt.date):
            return f'<c r="{at}" s="{styles[CellKind.DAY]}"><v>{day_number(value)}</v></c>'
        if Fraction(value).denominator == 1:
            kind = CellKind.ASIDE if is_wide else CellKind.INTEGER
            return f'<c r="{at}" s="{styles[kind]}"><v>{int(value)}</v></c>'
        return f'<c r="{at}" s="{styles[CellKind.DECIMAL]}"><v>{float(value):.16G}</v></c>'

    def _table_part(self, place: int) -> Callable[[bytes], Iterable[bytes]]:
        """What becomes of a table: it goes to the last row, which is known once it is written."""

        def change(part: bytes) -> Iterator[bytes]:
            last = max(self._last[place], 2)
            yield _RANGE.sub(rb'ref="A1:\g<1>%d"' % last, part)

        return change

    def _with_texts(self, part: bytes) -> Iterator[bytes]:
        """The texts of the heads, and those of the rows behind them."""
        end = part.rindex(b"</sst>")

        def counts(match: re.Match[bytes]) -> bytes:
            uses, texts = int(match[1]) + self._cells, int(match[2]) + len(self._texts)
            return b'count="%d" uniqueCount="%d"' % (uses, texts)

        yield _COUNTS.sub(counts, part[:end], count=1)
        for text in self._texts:
            keep = ' xml:space="preserve"' if text != text.strip() else ""
            yield f"<si><t{keep}>{_escaped(text)}</t></si>".encode()
        yield part[end:]


def row_height(cells: Sequence[Value], columns: Sequence[Column]) -> float:
    """A row as high as its longest text takes: not every program finds that out by itself."""
    lines = 1
    for value, column in zip(cells, columns, strict=True):
        if isinstance(value, str):
            parts = value.split("\n")
            lines = max(lines, sum(ceil(len(part) / column.width) or 1 for part in parts))
    return min(lines * LINE, _HIGHEST)


def column_letters(place: int) -> str:
    """What a spreadsheet calls a column, counted from nought: A to Z, AA and so on."""
    letters, rest = "", place + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def day_number(day: dt.date) -> int:
    """A day as a spreadsheet counts it, from 1 January 1900 on."""
    number = (day - _FIRST_DAY).days
    return number + 1 if number > _LAST_RIGHT_DAY else number


def _escaped(text: str) -> str:
    """A text as XML can hold it, by the rules of Excel."""
    text = _LIKE_AN_ESCAPE.sub(r"_x005F\1", text)
    text = _NOT_IN_XML.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
