"""A new XLSX file: made in memory, texts as texts, with the properties that all have."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from sdgassess.media.office import CREATOR, not_installed
from sdgassess.text import visible

_LONGEST_TITLE = 255


def new_workbook(written: io.BytesIO, title: str, date: dt.date) -> Any:
    """A workbook of XlsxWriter in which no text becomes a formula, a link or a number.

    Args:
        written: where its bytes go once it is closed.
        title: what the file is called in its properties.
        date: the day that it is of, so that equal content makes equal bytes.

    Raises:
        UsageRefused: the package that such files are written with is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 - only where a workbook is written
    except ImportError as missing:
        raise not_installed(".xlsx", "XlsxWriter") from missing
    plain = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    file = xlsxwriter.Workbook(written, {"in_memory": True, **dict.fromkeys(plain, False)})
    stamp = dt.datetime.combine(date, dt.time())
    name = visible(title)[:_LONGEST_TITLE]
    file.set_properties({"title": name, "author": CREATOR, "created": stamp})
    return file
