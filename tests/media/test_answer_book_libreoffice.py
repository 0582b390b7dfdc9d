"""The workbook to answer in, filled in and saved by LibreOffice: nothing of it is lost."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from sdgassess.files.returned.answer_workbook import answer_workbook
from sdgassess.media.answer_book import answer_book_xlsx
from sdgassess.model.answer_workbook import ABOUT_SHEET, CHOICES_SHEET, AnswerColumn
from sdgassess.report.invite.book import answer_book
from tests.given.invitations import invitation
from tests.given.office_desk import fill_in
from tests.given.questionnaires import nordic, spoken

pytestmark = pytest.mark.slow

ID = "r-" + "0123456789abcdef" * 2


def test_what_is_filled_in_there_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "l2-line-manager.xlsx"
    file.write_bytes(answer_book_xlsx(answer_book(invitation(), spoken("da"), ID)))
    before = openpyxl.load_workbook(file)
    page = before.worksheets[0]
    row = next(cell.row for cell in page["A"] if cell.value == "LED1")
    picked = before[CHOICES_SHEET]["A4"].value
    cells = {f"C{row}": picked, f"E{row}": 'Æ "ø" å', f"F{row}": "Referat", f"G{row}": "2026-01"}
    fill_in(file, cells)
    arrival = answer_workbook(file.read_bytes(), file.name, nordic())
    assert not arrival.doubts
    assert arrival.answers is not None
    assert (arrival.answers.id, arrival.answers.slot, arrival.answers.unit) == (ID, "l2", "A")
    voice = arrival.answers.answers["LED1"]
    assert (voice.level, voice.comment) == (Fraction(3), 'Æ "ø" å')
    assert [(item.title, str(item.date)) for item in voice.evidence] == [("Referat", "2026-01")]
    after = openpyxl.load_workbook(file)
    written = {name: after.worksheets[0][name].value for name in cells}
    assert written == cells
    assert picked.startswith("3 – ")
    assert list(after[ABOUT_SHEET].values) == list(before[ABOUT_SHEET].values)
    assert after[ABOUT_SHEET].sheet_state != "visible"
    ids = [cell.value for cell in page["A"] if cell.value]
    assert [cell.value for cell in after.worksheets[0]["A"] if cell.value] == ids
    rules = after.worksheets[0].data_validations.dataValidation
    answered = {
        place for rule in rules for area in rule.sqref.ranges for row in area.rows for place in row
    }
    open_cells = [cell for cell in page["C"] if not cell.protection.locked]
    assert answered == {(cell.row, AnswerColumn.ANSWER + 1) for cell in open_cells}
