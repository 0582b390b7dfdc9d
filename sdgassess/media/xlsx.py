"""A workbook as an XLSX file: tables to sort and filter, numbers as numbers, text as text only.

Every text is written as a string cell, whatever it begins with, so that none becomes a formula.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from sdgassess.document.sheets import (
    Column,
    Sheet,
    Value,
    Workbook,
)
from sdgassess.media.office import (
    CREATOR,
    not_installed,
    repack,
    with_language,
)
from sdgassess.text import visible

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL = 32_767
_LONGEST_HEAD = 255
_LONGEST_NAME = 31
_RESERVED = "history"
"""A name that Excel keeps for itself, in small letters."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_SHORT_DATE = 14
"""Excel's own number for a short date: it is shown as the reader's country writes it."""
_A4 = 9


_ACROSS_A_PAGE = 220
"""How many letters are read across a page, at somewhat over half their size."""
_SENTENCES_FROM = 24
"""In a column of this width, with sentences, a number stands at the left as they do."""
_LINE = 15.75
_HIGHEST = 409.0


class _CellFormats(NamedTuple):
    """How cells are shown."""

    text: Any
    integer: Any
    decimal: Any
    aside: Any
    day: Any
    head: Any


def xlsx_bytes(workbook: Workbook) -> bytes:
    """Write a workbook as an XLSX file.

    Args:
        workbook: the sheets.

    Returns:
        The file; the same workbook gives the same bytes.

    Raises:
        UsageRefused: the package that such files are written with is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 - only where a workbook is written
    except ImportError as missing:
        raise not_installed(".xlsx", "XlsxWriter") from missing
    written = io.BytesIO()
    plain = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    file = xlsxwriter.Workbook(written, {"in_memory": True, **dict.fromkeys(plain, False)})
    stamp = dt.datetime.combine(workbook.date, dt.time())
    title = visible(workbook.title)[:_LONGEST_HEAD]
    file.set_properties({"title": title, "author": CREATOR, "created": stamp})
    formats = _formats(file)
    tabs = _tabs([sheet.name for sheet in workbook.sheets])
    for sheet, tab in zip(workbook.sheets, tabs, strict=True):
        _write_sheet(file.add_worksheet(tab), sheet, formats)
        _set_page(file.worksheets()[-1], sheet, workbook)
    file.close()
    return repack(with_language(written.getvalue(), workbook.language))


def _formats(file: Any) -> _CellFormats:
    """The formats, each made once."""
    every = {"valign": "top", "bottom": 4, "bottom_color": "#8c8c8c"}
    middle = {**every, "align": "center"}
    return _CellFormats(
        text=file.add_format({**every, "text_wrap": True}),
        integer=file.add_format({**middle, "num_format": "0"}),
        decimal=file.add_format({**middle, "num_format": "0.0#"}),
        aside=file.add_format({**every, "align": "left"}),
        day=file.add_format({**every, "num_format": _SHORT_DATE, "align": "left"}),
        head=file.add_format({"valign": "top", "text_wrap": True, "bold": True, "bottom": 2}),
    )


def _write_sheet(page: Worksheet, sheet: Sheet, formats: _CellFormats) -> None:
    """One table from the first cell on."""
    last = max(len(sheet.rows), 1)
    heads = [visible(column.head)[:_LONGEST_HEAD] for column in sheet.columns]
    page.add_table(
        0,
        0,
        last,
        len(heads) - 1,
        {
            "name": f"table_{sheet.id}",
            "style": "Table Style Light 1",
            "columns": [{"header": head, "header_format": formats.head} for head in heads],
        },
    )
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
    # The button that filters a column takes some of its head.
    page.set_row(0, _height(heads, sheet.columns) + _LINE)
    for row, cells in enumerate(sheet.rows, 1):
        page.set_row(row, _height(cells, sheet.columns))
        for place, value in enumerate(cells):
            beside_text = formats._replace(integer=formats.aside)
            is_wide = sheet.columns[place].width >= _SENTENCES_FROM
            _write_cell(page, (row, place), value, beside_text if is_wide else formats)


def _write_cell(page: Worksheet, at: tuple[int, int], value: Value, formats: _CellFormats) -> None:
    """One cell by its kind; a text is never anything but a text."""
    if value is None:
        page.write_blank(*at, None, formats.text)
    elif isinstance(value, str):
        text = visible(value)
        if len(text) > _LONGEST_CELL:
            text = text[: _LONGEST_CELL - 1] + "…"
        page.write_string(*at, text, formats.text)
    elif isinstance(value, dt.date):
        page.write_datetime(*at, value, formats.day)
    elif Fraction(value).denominator == 1:
        page.write_number(*at, int(value), formats.integer)
    else:
        page.write_number(*at, float(value), formats.decimal)


def _height(cells: Sequence[Value], columns: Sequence[Column]) -> float:
    """A row as high as its longest text takes: not every program finds that out by itself."""
    lines = 1
    for value, column in zip(cells, columns, strict=True):
        if isinstance(value, str):
            parts = value.split("\n")
            lines = max(lines, sum(ceil(len(part) / column.width) or 1 for part in parts))
    return min(lines * _LINE, _HIGHEST)


def _set_page(page: Worksheet, sheet: Sheet, workbook: Workbook) -> None:
    """What stays in sight on the screen, and how it prints: heads on every page."""
    page.freeze_panes(1, sheet.fixed)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(ceil(sum(c.width for c in sheet.columns) / _ACROSS_A_PAGE), 0)
    page.repeat_rows(0)
    if sheet.fixed:
        page.repeat_columns(0, sheet.fixed - 1)
    page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.6)
    title = visible(f"{workbook.title} · {sheet.name}")[:100].replace("&", "&&")
    page.set_header(f"&L{title}")
    page.set_footer(f"&R{workbook.page.format(n='&P', m='&N')}")


def _tabs(names: Sequence[str]) -> list[str]:
    """Names as tabs can bear them, each once whatever the case of its letters.

    Sheets may be called by words of a questionnaire, which can be long, empty or those of another
    sheet. An apostrophe may stand at neither end, also not at the one that cutting makes.
    """
    tabs: list[str] = []
    taken = {_RESERVED}
    for name in names:
        plain = visible(name).translate(_NOT_IN_NAMES)
        tab, number = _cut(plain, ""), 1
        while not tab or tab.casefold() in taken:
            number += 1
            tab = _cut(plain, f" ({number})")
        taken.add(tab.casefold())
        tabs.append(tab)
    return tabs


def _cut(name: str, end: str) -> str:
    """A name cut to what a tab can bear, with an end that tells it from others.

    Excel counts a letter beyond the first 65,536 as two.
    """
    most = 2 * (_LONGEST_NAME - len(end))
    cut = name.strip(" '").encode("utf-16-le")[:most].decode("utf-16-le", "ignore").strip(" '")
    return f"{cut}{end}".strip()
