"""What LibreOffice finds in workbooks and CSV files: numbers and text, never a formula."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from sdgassess.document.sheets import Workbook
from sdgassess.media.csv import csv_pieces
from sdgassess.media.xlsx import xlsx_bytes
from tests.given.libreoffice import converted
from tests.given.specimen import NASTY
from tests.given.workbooks import book, cells, example_years, one_sheet, sheet

pytestmark = pytest.mark.slow

AS_NORDIC_EXCEL = "Text - txt - csv (StarCalc):59,34,76,1,,1030,false,true"
"""Semicolons, quotes, UTF-8, from the first line on, in Danish, kinds of cells found out."""


@pytest.fixture(scope="module")
def full() -> Workbook:
    return book(*example_years(), language="en")


def saved_anew(file: Path, folder: Path, read_as: str | None = None) -> openpyxl.Workbook:
    """A file that LibreOffice opened, and saved as a workbook of its own."""
    (saved,) = converted([file], "xlsx:Calc MS Excel 2007 XML", folder, read_as=read_as).values()
    return openpyxl.load_workbook(saved)


def test_a_workbook_opens_with_everything_in_it(full: Workbook, tmp_path: Path) -> None:
    file = tmp_path / "all.xlsx"
    file.write_bytes(xlsx_bytes(full))
    found = saved_anew(file, tmp_path)
    assert found.sheetnames == [one.name for one in full.sheets]
    for one, page in zip(full.sheets, found.worksheets, strict=True):
        assert [cell.value for cell in page[1]] == [column.head for column in one.columns]
        rows = list(page.iter_rows(min_row=2, values_only=True))
        assert len(rows) == len(one.rows)
        for row, wanted in zip(rows, one.rows, strict=True):
            numbers = [cell for cell in row if isinstance(cell, (int, float))]
            assert numbers == [float(v) for v in wanted if isinstance(v, (int, Fraction))]


def test_nasty_texts_open_as_text(tmp_path: Path) -> None:
    file = tmp_path / "nasty.xlsx"
    file.write_bytes(xlsx_bytes(one_sheet(*((text, 1) for text in NASTY))))
    (page,) = saved_anew(file, tmp_path).worksheets
    assert [row[0].value for row in page.iter_rows(min_row=2)] == list(NASTY)
    assert {row[0].data_type for row in page.iter_rows(min_row=2)} == {"s"}


def test_a_csv_opens_in_columns_with_numbers_and_no_formula(
    full: Workbook, tmp_path: Path
) -> None:
    file = tmp_path / "all.csv"
    file.write_bytes(b"".join(csv_pieces(full)))
    (page,) = saved_anew(file, tmp_path, AS_NORDIC_EXCEL).worksheets
    heads = [cell.value for cell in page[1]]
    answers = sheet(full, "answers")
    for column in answers.columns:
        assert column.head in heads
    place = heads.index("Answered level")
    theirs = (row for row in page.iter_rows(min_row=2) if row[0].value == answers.name)
    levels = [row[place].value for row in theirs]
    wanted = cells(answers, "Answered level")
    assert levels == [int(level) if level is not None else None for level in wanted]  # type: ignore[call-overload]  # a level or nothing
    assert "f" not in {cell.data_type for row in page.iter_rows() for cell in row}


def test_nasty_texts_in_a_csv_are_no_formulas(tmp_path: Path) -> None:
    file = tmp_path / "nasty.csv"
    file.write_bytes(
        b"".join(csv_pieces(one_sheet(*((text, 1) for text in (*NASTY, "-1+2", "＝1+1")))))
    )
    (page,) = saved_anew(file, tmp_path, AS_NORDIC_EXCEL).worksheets
    kinds = {row[1].data_type for row in page.iter_rows(min_row=2)}
    assert kinds == {"s"}
