"""From invitation to merge: the workbooks that `invite` writes, filled in and sent back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from tests.given.command_line import run
from tests.given.returned import page, sent, waiting

ROOM = "answers:\n  POL1: {level: 2}\n  LED1: {level: 3}\n"
"""What a room answered together: no voices."""


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


def score_of(folder: Path) -> dict[str, Any]:
    """What `score` says of the profile."""
    document: dict[str, Any] = json.loads(run(["score", "p.yaml", "--json"], folder=folder).out)
    return document


def missing(folder: Path) -> dict[str, int]:
    """The roles that are still to be heard, with how many units."""
    return {entry["role"]: entry["units"] for entry in score_of(folder)["not_heard"]}


def test_whoever_is_only_invited_is_not_heard_anywhere(tmp_path: Path) -> None:
    waiting(tmp_path, more="consent: {by-role: true}\n")
    assert run(["invite", "p.yaml", "--to", "out", "--each", "2"], folder=tmp_path).code == 0
    tree = yaml.safe_load((tmp_path / "p.yaml").read_text("utf-8"))
    assert all(person["invited"] is True for person in tree["participants"])
    assert run(["set", "p.yaml", "POL1", "2"], folder=tmp_path).code == 0
    everybody = {"coordinator": 1, "executive": 1, "line-manager": 2, "politician": 1}
    assert missing(tmp_path) == everybody
    score = run(["score", "p.yaml", "--lang", "en"], folder=tmp_path).out
    assert "who took part is not noted" in score
    for name in ("report.md", "report.xlsx"):
        assert run(["report", "p.yaml", "-o", name, "--lang", "en"], folder=tmp_path).code == 0
    report = (tmp_path / "report.md").read_text("utf-8")
    assert "who took part is not noted" in report
    assert "Who took part" not in report
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.startswith("Took part:")]
    assert run(["check", "p.yaml"], folder=tmp_path).code == 0
    files = sent(tmp_path / "in", page("l1", {"POL1": 2}), page("c1", {"POL1": 2}))
    run(["merge", "p.yaml", *files], folder=tmp_path)
    assert missing(tmp_path) == {"executive": 1, "line-manager": 1, "politician": 1}
    tree = yaml.safe_load((tmp_path / "p.yaml").read_text("utf-8"))
    invited = {person["id"] for person in tree["participants"] if "invited" in person}
    assert not invited & {"l1", "c1"}
    assert "l2" in invited


def test_who_was_noted_before_the_mark_was_there_stays_heard(tmp_path: Path) -> None:
    slots = ("c1", "x1", "p1", "l1", "l2")
    path = waiting(tmp_path, *slots, answers=ROOM)
    people = path.read_text("utf-8")
    for slot, unit in (("l1", "A"), ("l2", "B")):
        line = f"id: {slot}, role: line-manager"
        people = people.replace(line, f"{line}, unit: {unit}")
    path.write_text(people, "utf-8")
    assert missing(tmp_path) == {}
    assert run(["invite", "p.yaml", "--to", "out", "--each", "3"], folder=tmp_path).code == 0
    assert missing(tmp_path) == {}, "they were there when the room answered"
    tree = yaml.safe_load(path.read_text("utf-8"))
    marked = {person["id"] for person in tree["participants"] if "invited" in person}
    assert marked.isdisjoint(slots)
    assert "l3" in marked


@pytest.mark.parametrize("wish", ["w + l", "w + l A"])
def test_whoever_comes_to_the_room_instead_is_noted_there(tmp_path: Path, wish: str) -> None:
    waiting(tmp_path, answers=ROOM)
    assert run(["invite", "p.yaml", "--to", "out", "--role", "l"], folder=tmp_path).code == 0
    assert missing(tmp_path)["line-manager"] == 2
    typed = f"g POL1\n{wish}\nq\n"
    ran = run(["assess", "p.yaml", "--plain", "--lang", "en"], folder=tmp_path, typed=typed)
    assert "here too: line manager (a)" in " ".join(ran.out.split()).lower()
    tree = yaml.safe_load((tmp_path / "p.yaml").read_text("utf-8"))
    assert tree["participants"] == [{"id": "l1", "role": "line-manager", "unit": "A"}]
    assert missing(tmp_path)["line-manager"] == 1


def test_forgetting_who_changes_nobody_who_was_heard(tmp_path: Path) -> None:
    waiting(tmp_path)
    assert run(["invite", "p.yaml", "--to", "out", "--each", "3"], folder=tmp_path).code == 0
    slots = ("l1", "l2", "l3", "c1", "x1", "p1")
    files = sent(tmp_path / "in", *(page(slot, {"POL1": 2, "FOC5": 3}) for slot in slots))
    run(["merge", "p.yaml", *files, "--open"], folder=tmp_path)
    before = score_of(tmp_path)
    assert before["not_heard"] == []
    ran = run(["merge", "p.yaml", "--forget-who", "--lang", "en"], folder=tmp_path)
    assert "less is backed" not in ran.out
    assert score_of(tmp_path) == before
