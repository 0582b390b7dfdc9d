"""From invitation to merge: the workbooks that `invite` writes, filled in and sent back."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl

from tests.given.command_line import run
from tests.given.returned import waiting


def filled(path: Path, level: int) -> int:
    """Pick the same level in every row of a workbook, as the list offers it; how many rows."""
    book = openpyxl.load_workbook(path)
    sheet, rows = book.worksheets[0], 0
    for row in range(1, sheet.max_row + 1):
        identity = sheet.cell(row, 1).value
        if isinstance(identity, str) and identity.isalnum() and identity[-1].isdigit():
            sheet.cell(row, 3).value = f"{level} – Et svar"
            rows += 1
    book.save(path)
    return rows


def test_workbooks_of_an_invitation_come_back_whole(tmp_path: Path) -> None:
    waiting(tmp_path)
    invited = run(
        ["invite", "p.yaml", "--to", "out", "--as", "xlsx", "--each", "2"], folder=tmp_path
    )
    assert invited.code == 0, invited.err
    books = sorted((tmp_path / "out").glob("*.xlsx"))
    rows = {path.name.partition("-")[0]: filled(path, 2) for path in books}
    assert min(rows.values()) > 2
    ran = run(["merge", "p.yaml", "out", "--open", "--json"], folder=tmp_path)
    document = json.loads(ran.out)
    assert (ran.code, document["doubtful"], document["missing"]) == (0, [], [])
    assert {entry["id"] for entry in document["files"]} == set(rows)
    assert document["opened"] == len(books)
    assert run(["check", "p.yaml"], folder=tmp_path).code == 0
