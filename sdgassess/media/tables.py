"""Tables for programs: an archive of CSV files that are read without options, or JSON.

A comma between cells, a point in decimals, UTF-8 without a mark, days with their year first,
`true` and `false`, nothing where there is nothing. A text that a spreadsheet would take for a
formula has an apostrophe before it in CSV, since somebody will open these files in one; in JSON it
has none.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from sdgassess.document.sheets import Row, Sheet, Value
from sdgassess.media.csv import guard
from sdgassess.media.office import packed
from sdgassess.text import exact, visible

_DECIMALS = 6


def tables_zip(tables: Sequence[Sheet]) -> bytes:
    """An archive with a CSV file for each table, called by its name.

    Args:
        tables: the tables.

    Returns:
        The file; the same tables give the same bytes.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for table in tables:
            with archive.open(packed(f"{table.id}.csv"), "w") as part:
                part.writelines(csv_lines(table))
    return written.getvalue()


def csv_lines(table: Sheet) -> Iterator[bytes]:
    """A table as CSV, line by line."""
    for cells in _with_heads(table):
        row = io.StringIO()
        csv.writer(row, lineterminator="\n").writerow(map(_cell, cells))
        yield row.getvalue().encode()


def _with_heads(table: Sheet) -> Iterable[Row]:
    """The heads, then the rows."""
    yield tuple(column.head for column in table.columns)
    yield from table.rows


def _cell(value: Value) -> str:
    """A cell as programs in every country read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guard(visible(value))
    if isinstance(value, dt.date):
        return value.isoformat()
    number = Fraction(value)
    return f"{float(round(number, _DECIMALS)):.{_DECIMALS}f}".rstrip("0").rstrip(".")


def json_tables(tables: Sequence[Sheet]) -> Iterator[str]:
    """The tables as the members of a JSON object: an array of rows each, a row to a line."""
    for place, table in enumerate(tables):
        yield f"{',' if place else ''}\n    {json.dumps(table.id)}: ["
        heads = [column.head for column in table.columns]
        for number, cells in enumerate(table.rows):
            row = dict(zip(heads, map(_json_value, cells), strict=True))
            yield f"{',' if number else ''}\n      {json.dumps(row, ensure_ascii=False)}"
        yield "\n    ]"


def _json_value(value: Value) -> str | int | float | bool | None:
    """A cell as JSON has it: exact text where no decimal holds a number."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    number = Fraction(value)
    if number.denominator == 1:
        return number.numerator
    digits = exact(number)
    return digits if "/" in digits else float(number)
