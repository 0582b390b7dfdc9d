"""XLSX files, read for what their cells say and for nothing else.

No formula is computed, no format looked at, nothing outside the file opened: a cell is text, a
number as text, or nothing. Codes: P701 an archive and no workbook · P703 no readable workbook.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sdgassess.problem import Fact, Problem, Where

MOST_BYTES = 5_000_000
"""Bytes of a workbook: one with sixty questions has about 50,000."""
_MOST_UNPACKED = 40_000_000
_MOST_PARTS = 1_000
_MOST_CELLS = 200_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_TYPES = "[Content_Types].xml"
_BOOK = "xl/workbook.xml"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    LookupError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
    OSError,
)
"""What a damaged, encrypted or cut-off archive makes of its readers."""


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
        modified: when it was saved last, as it says itself; None where it does not.
    """

    tabs: tuple[Tab, ...]
    modified: str | None

    def tab(self, name: str) -> Tab | None:
        """The sheet of a name."""
        return next((tab for tab in self.tabs if tab.name == name), None)


def is_archive(raw: bytes) -> bool:
    """Whether bytes begin as a ZIP archive does, which XLSX files are as well."""
    return raw.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def spreadsheet(raw: bytes, name: str) -> tuple[Spreadsheet | None, Problem | None]:
    """Read a workbook.

    Args:
        raw: its bytes.
        name: how messages call it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            if _TYPES not in names or _BOOK not in names:
                facts: dict[str, Fact] = {"why": "office"} if _is_office(names) else {}
                return None, Problem("P701", Where(name), facts)
            entries = archive.infolist()
            if len(entries) > _MOST_PARTS or sum(e.file_size for e in entries) > _MOST_UNPACKED:
                return None, Problem("P005", Where(name), {"most": _MOST_UNPACKED})
            return _Parts(archive, names).spreadsheet(), None
    except _UNREADABLE:
        return None, Problem("P703", Where(name))


def _is_office(names: set[str]) -> bool:
    """Whether an archive is a file of another office program, such as ODS or DOCX."""
    return "mimetype" in names or _TYPES in names


class _Parts:
    """The parts of a workbook."""

    def __init__(self, archive: zipfile.ZipFile, names: set[str]) -> None:
        """Take an open archive and the names of its parts."""
        self._archive = archive
        self._names = names
        self._cells = 0

    def spreadsheet(self) -> Spreadsheet:
        """Every sheet, in the order of the tabs."""
        targets = {
            relation.get("Id"): relation.get("Target", "")
            for relation in self._part("xl/_rels/workbook.xml.rels")
        }
        texts = self._texts()
        tabs = []
        for sheet in self._part(_BOOK).iter(f"{_MAIN}sheet"):
            identity = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), None)
            part = self._part(_path(targets[identity]))
            tabs.append(Tab(sheet.get("name", ""), self._cells_of(part, texts)))
        return Spreadsheet(tuple(tabs), self._modified())

    def _part(self, name: str) -> ET.Element:
        """A part as a tree, in one namespace.

        Raises:
            ValueError: it declares entities, or hides in UTF-16; no office program does either.
        """
        raw = self._archive.read(name)
        if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw or b"\0" in raw:
            raise ValueError(name)
        return ET.fromstring(raw.replace(_STRICT[1:-1].encode(), _MAIN[1:-1].encode()))  # noqa: S314 - see above

    def _texts(self) -> list[str]:
        """The texts that cells share."""
        if "xl/sharedStrings.xml" not in self._names:
            return []
        return [_text(entry) for entry in self._part("xl/sharedStrings.xml").iter(f"{_MAIN}si")]

    def _cells_of(self, part: ET.Element, texts: list[str]) -> dict[tuple[int, int], str]:
        """What the cells of a sheet say.

        Raises:
            ValueError: there are more than any sheet to answer in has.
        """
        cells: dict[tuple[int, int], str] = {}
        for cell in part.iter(f"{_MAIN}c"):
            match = _CELL.fullmatch(cell.get("r", ""))
            word = _said(cell, texts)
            if match and word:
                cells[int(match[2]) - 1, _column(match[1])] = word
        self._cells += len(cells)
        if self._cells > _MOST_CELLS:
            raise ValueError
        return cells

    def _modified(self) -> str | None:
        """When it was saved, from its properties."""
        if "docProps/core.xml" not in self._names:
            return None
        return self._part("docProps/core.xml").findtext(_MODIFIED)


def _path(target: str) -> str:
    """Where a part lies that the workbook points to."""
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _said(cell: ET.Element, texts: list[str]) -> str:
    """What a cell says: its text, or its number without a fraction that says nothing."""
    kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return texts[int(value)] if value else ""
    if kind == "inlineStr":
        inline = cell.find(f"{_MAIN}is")
        return "" if inline is None else _text(inline)
    if kind == "n" and value:
        number = float(value)
        return str(int(number)) if number.is_integer() else repr(number)
    return value


def _text(entry: ET.Element) -> str:
    """The text of an entry, whose runs may have formats of their own; not how it is spoken."""
    spoken = {id(t) for ph in entry.iter(f"{_MAIN}rPh") for t in ph.iter(f"{_MAIN}t")}
    return "".join(t.text or "" for t in entry.iter(f"{_MAIN}t") if id(t) not in spoken)


def _column(letters: str) -> int:
    """A column's number from its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _letters(column: int) -> str:
    """A column's letters from its number; as far as Z, which no answer goes beyond."""
    return chr(ord("A") + column)
