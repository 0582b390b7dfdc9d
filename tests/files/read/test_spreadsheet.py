"""Workbooks as somebody could send them: too large, with hidden declarations, wrong about size."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from sdgassess.files.read import spreadsheet as reading
from sdgassess.files.read.spreadsheet import spreadsheet
from tests.given.returned import book

SHEET = "xl/worksheets/sheet1.xml"
Parts = dict[str, bytes]


def parts_of(raw: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return raw.getvalue()


def code_of(raw: bytes) -> str | None:
    """Why a workbook is refused; None where it is read."""
    content, problem = spreadsheet(raw, "x.xlsx")
    assert (content is None) == (problem is not None)
    return problem.code if problem else None


def _many_parts(parts: Parts) -> None:
    parts |= {f"xl/media/{number}.bin": b"" for number in range(1_001)}


def _much_unpacked(parts: Parts) -> None:
    parts["xl/media/large.bin"] = bytes(40_000_001)


def _document_type(parts: Parts) -> None:
    parts[SHEET] = parts[SHEET].replace(b"<worksheet", b'<!DOCTYPE x SYSTEM "y"><worksheet', 1)


def _entity(parts: Parts) -> None:
    parts[SHEET] += b'<!--<!ENTITY a "aaaa">-->'


def _links(parts: Parts) -> None:
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace(b"<Relationships", b"<!DOCTYPE x><Relationships", 1)


def _many_cells(parts: Parts) -> None:
    rows = b"".join(b'<row r="%d"><c r="XFD%d"/></row>' % (n, n) for n in range(100, 113))
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", rows + b"</sheetData>")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_many_parts, "P005"),
        (_much_unpacked, "P005"),
        (_document_type, "P703"),
        (_entity, "P703"),
        (_links, "P703"),
        (_many_cells, "P703"),
    ],
)
def test_what_no_office_program_writes_is_refused(
    change: Callable[[Parts], None], code: str
) -> None:
    parts = parts_of(book("l1", {"POL1": "2"}))
    assert code_of(packed(parts)) is None
    change(parts)
    assert code_of(packed(parts)) == code


def test_what_a_workbook_says_of_its_own_size_hides_no_answer() -> None:
    parts = parts_of(book("l1", {"POL1": "2", "LED1": "3"}))
    parts[SHEET], count = re.subn(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', parts[SHEET])
    assert count == 1
    content, problem = spreadsheet(packed(parts), "x.xlsx")
    assert (problem, content is not None) == (None, True)
    assert content is not None
    tab = content.tabs[0]
    assert (tab.cell(2, 0), tab.cell(2, 2), tab.cell(3, 2)) == ("POL1", "2", "3")


def test_the_limits_leave_room_for_any_workbook_to_answer_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = book("l1", {"POL1": "2"})
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        monkeypatch.setattr(reading, "_MOST_PARTS", len(archive.infolist()))
    monkeypatch.setattr(reading, "_MOST_UNPACKED", unpacked)
    assert code_of(raw) is None
    monkeypatch.setattr(reading, "_MOST_UNPACKED", unpacked - 1)
    assert code_of(raw) == "P005"


def test_what_xml_cannot_hold_is_the_character_that_was_typed() -> None:
    content, _ = spreadsheet(
        book("l1", {"POL1": (2, "", "a\x0bb\x07c\rd", "e _x0041_ f")}), "x.xlsx"
    )
    assert content is not None
    texts = [content.tabs[0].cell(2, column) for column in (4, 5)]
    assert texts == ["a\x0bb\x07c\rd", "e _x0041_ f"]
