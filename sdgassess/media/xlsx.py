"""A workbook as an XLSX file: tables to sort and filter, numbers as numbers, text as text only.

Every text is written as a string cell, whatever it begins with, so that none becomes a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from sdgassess.document.palette import SHADES
from sdgassess.document.sheets import Column, Sheet, Workbook
from sdgassess.media.new_workbook import new_workbook
from sdgassess.media.office import Change, part_of, repack, with_language
from sdgassess.media.sheet_rows import LAST_ROW, LINE, TEXTS, CellKind, RowStream, row_height
from sdgassess.text import visible

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

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


class _CellFormats(NamedTuple):
    """How cells are shown: by their kinds, in the order of these, and heads."""

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
    written = io.BytesIO()
    file = new_workbook(written, workbook.title, workbook.date)
    formats = _formats(file)
    tabs = _tabs([sheet.name for sheet in workbook.sheets])
    for sheet, tab in zip(workbook.sheets, tabs, strict=True):
        _write_sheet(file.add_worksheet(tab), sheet, formats)
        _set_page(file.worksheets()[-1], sheet, workbook)
    file.close()
    container = written.getvalue()
    rows = RowStream(workbook.sheets, part_of(container, TEXTS))
    properties: dict[str, Change] = {
        "docProps/core.xml": lambda part: with_language(part, workbook.language)
    }
    return repack(container, {**rows.changes(), **properties})


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
    """The heads of one table, and a row of empty cells in the place of its rows."""
    heads = [visible(column.head)[:_LONGEST_HEAD] for column in sheet.columns]
    page.add_table(
        0,
        0,
        1,
        len(heads) - 1,
        {
            "name": f"table_{sheet.id}",
            "style": "Table Style Light 1",
            "columns": [{"header": head, "header_format": formats.head} for head in heads],
        },
    )
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        _help_in(page, place, column)
    # The button that filters a column takes some of its head.
    page.set_row(0, row_height(heads, sheet.columns) + LINE)
    for kind in CellKind:
        page.write_blank(1, kind, None, formats[kind])


def _help_in(page: Worksheet, place: int, column: Column) -> None:
    """What a column's cells offer to pick from, and the ground that its numbers stand on.

    The number stands in every cell, so that nothing hangs on the ground alone.
    """
    if column.choices:
        listed = {"validate": "list", "source": [visible(word) for word in column.choices]}
        page.data_validation(1, place, LAST_ROW - 1, place, listed)
    if column.shades is not None:
        low, high = (float(end) for end in column.shades)
        ends = {"min_type": "num", "min_value": low, "max_type": "num", "max_value": high}
        colours = {"min_color": SHADES[0].upper(), "max_color": SHADES[3].upper()}
        scale = {"type": "2_color_scale", **ends, **colours}
        page.conditional_format(1, place, LAST_ROW - 1, place, scale)


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
