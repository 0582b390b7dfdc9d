"""XLSX files, read for what their cells say and for nothing else.

No formula is computed, no format shown, nothing outside the file opened: a cell is text, or
nothing. Codes: P005 larger than any · P602 the package that reads them is missing · P701 an
archive and no workbook · P703 no readable workbook.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sdgassess.package import OFFICE_PACKAGES, install_command
from sdgassess.problem import Fact, Problem, Where

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_BYTES = 5_000_000
"""Bytes of a workbook: one with sixty questions has about 50,000."""
_MOST_UNPACKED = 40_000_000
_MOST_PARTS = 1_000
_MOST_CELLS = 200_000
_TYPES = "[Content_Types].xml"
_BOOK = "xl/workbook.xml"
_CONTROL = re.compile(r"_x(00[01][0-9A-Fa-f])_")
"""A control character as office programs write it, `_x000B_`, since XML cannot hold it (ECMA-376,
ST_Xstring); other signs written so are left, for openpyxl has unfolded what had to be."""


class Tab(NamedTuple):
    """A sheet.

    Attributes:
        name: what its tab says.
        cells: the text of each cell that has one, by row and column; both count from 0.
    """

    name: str
    cells: Mapping[tuple[int, int], str]

    def cell(self, row: int, column: int) -> str:
        """What a cell says, without space around it; nothing where it is empty."""
        return self.cells.get((row, column), "").strip()

    def place(self, row: int, column: int) -> str:
        """A cell as people name it: `Answers!C14`."""
        return f"{self.name}!{_letters(column)}{row + 1}"


class Spreadsheet(NamedTuple):
    """A workbook.

    Attributes:
        tabs: its sheets in their order.
        modified: when it was saved last in UTC, as it says itself, to the second; None where it
            does not.
    """

    tabs: tuple[Tab, ...]
    modified: str | None

    def tab(self, name: str) -> Tab | None:
        """The sheet of a name."""
        return next((tab for tab in self.tabs if tab.name == name), None)


def _why_no_workbook(names: Collection[str]) -> dict[str, Fact]:
    """What an archive is that is no workbook, by the names of the files in it."""
    if not names:
        return {"why": "empty"}
    return {"why": "office"} if "mimetype" in names or _TYPES in names else {}


def is_archive(raw: bytes) -> bool:
    """Whether bytes begin as a ZIP archive does, which XLSX files are as well."""
    return raw.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def spreadsheet(raw: bytes, name: str) -> tuple[Spreadsheet | None, Problem | None]:
    """Read a workbook.

    Args:
        raw: its bytes.
        name: how messages call it.
    """
    problem = _unfit(raw, name)
    if problem is not None:
        return None, problem
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and may be missing
    except ImportError:
        facts: dict[str, Fact] = {"suffix": ".xlsx", "package": "openpyxl"}
        facts["command"] = install_command(OFFICE_PACKAGES)
        return None, Problem("P602", Where(name), facts)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it has no use for: styles, lists, links
            book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
            tabs = _tabs(book)
    except Exception:  # noqa: BLE001 - a damaged part makes any error of what reads it
        return None, Problem("P703", Where(name))
    return Spreadsheet(tabs, _modified(raw, book)), None


def _unfit(raw: bytes, name: str) -> Problem | None:
    """Why an archive is not opened as a workbook: it is none, it is too large, or it hides.

    Parts that declare entities, or come as UTF-16 in which they could, no office program writes;
    what reads XML would unfold them.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names, entries = set(archive.namelist()), archive.infolist()
            if _TYPES not in names or _BOOK not in names:
                return Problem("P701", Where(name), _why_no_workbook(names))
            if len(entries) > _MOST_PARTS or sum(e.file_size for e in entries) > _MOST_UNPACKED:
                return Problem("P005", Where(name), {"most": _MOST_UNPACKED})
            if any(
                _hides(archive.read(e)) for e in entries if e.filename.endswith((".xml", ".rels"))
            ):
                return Problem("P703", Where(name))
    except Exception:  # noqa: BLE001 - a damaged or locked archive makes any error of its reader
        return Problem("P703", Where(name))
    return None


def _hides(part: bytes) -> bool:
    """Whether a part of a workbook declares what would be unfolded, or could."""
    return b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part


def _tabs(book: Workbook) -> tuple[Tab, ...]:
    """Every sheet, in the order of the tabs.

    Raises:
        ValueError: there are more cells than any sheet to answer in has.
    """
    tabs, count = [], 0
    for sheet in book.worksheets:
        cells: dict[tuple[int, int], str] = {}
        sheet.reset_dimensions()  # what a file says of its own size may be wrong
        for number, row in enumerate(sheet.iter_rows(values_only=True)):
            count += len(row)
            if count > _MOST_CELLS:
                raise ValueError
            texts = ((column, _text(value)) for column, value in enumerate(row))
            cells.update({(number, column): text for column, text in texts if text})
        tabs.append(Tab(sheet.title, cells))
    return tuple(tabs)


def _text(value: object) -> str:
    """What a cell says: its text, its day, or its number without a fraction that says nothing."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _CONTROL.sub(lambda sign: chr(int(sign[1], 16)), str(value))


def _modified(raw: bytes, book: Workbook) -> str | None:
    """When it was saved; without a date of its own the reader would name today's."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return None
    moment = book.properties.modified
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if isinstance(moment, dt.datetime) else None


def _letters(column: int) -> str:
    """A column's letters from its number; as far as Z, which no answer goes beyond."""
    return chr(ord("A") + column)
