"""Workbooks that come back: read like a page, refused whole or cell by cell."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.given.command_line import run
from tests.given.merging import (
    ANSWERS,
    merged_json,
    refusals,
    tree_of,
    voices_of,
)
from tests.given.returned import about, book, waiting

FULL: dict[str, Any] = {
    "POL1": ("2 – Besluttet", "", "Vi gør det", "Plan", "2025-03"),
    "LED1": "3",
    "CORE2": 1,
    "CORE6": "? – Det ved jeg ikke",
    "FOC5": ("- – Gælder ikke her", "Ingen enhed"),
    "POL3": "",
}


def test_a_workbook_comes_in_like_a_page(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", FULL))
    code, document = merged_json(tmp_path, "l1.xlsx")
    assert (code, document["doubtful"]) == (0, [])
    assert document["files"][0]["kind"] == "workbook"
    said = {"POL1": 2, "LED1": 3, "CORE2": 1, "CORE6": "unknown", "FOC5": "not-applicable"}
    assert {key: voices_of(tmp_path, key).get("l1") for key in said} == said
    voice = tree_of(tmp_path)["answers"]["POL1"]["voices"][0]
    assert voice["comment"] == "Vi gør det"
    assert voice["evidence"] == [{"kind": "document", "title": "Plan", "date": "2025-03"}]
    assert tree_of(tmp_path)["answers"]["FOC5"]["voices"][0]["reason"] == "Ingen enhed"
    assert merged_json(tmp_path, "l1.xlsx")[1]["files"][0]["result"] == "same"


def test_a_reason_beside_a_level_is_no_reason_why_it_does_not_apply(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {"POL1": (2, "Ingen enhed", "Ord")}))
    assert merged_json(tmp_path, "l1.xlsx")[0] == 0
    (voice,) = tree_of(tmp_path)["answers"]["POL1"]["voices"]
    assert (voice["level"], voice["comment"], "reason" in voice) == (2, "Ord", False)
    assert run(["check", "p.yaml"], folder=tmp_path).code == 0


CELLS: dict[str, tuple[dict[str, Any], tuple[str, str, str | None]]] = {
    "text": ({"POL1": "næsten"}, ("P713", "Svar!C3", "POL1")),
    "off the scale": ({"POL1": 7}, ("P713", "Svar!C3", "POL1")),
    "a half level": ({"POL1": 2.5}, ("P713", "Svar!C3", "POL1")),
    "no answer": ({"POL1": ("", "", "Ord")}, ("P714", "Svar!E3", "POL1")),
    "no date": ({"POL1": (2, "", "", "Plan", "i går")}, ("P715", "Svar!G3", "POL1")),
    "no month": ({"POL1": (2, "", "", "Plan", "2025-13")}, ("P715", "Svar!G3", "POL1")),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_doubtful_cell_is_left_out_and_named(tmp_path: Path, case: str) -> None:
    answers, doubt = CELLS[case]
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {**answers, "LED1": 3}))
    code, document = merged_json(tmp_path, "l1.xlsx")
    assert (code, refusals(document)) == (1, [doubt])
    assert set(tree_of(tmp_path)["answers"]) == {"LED1"}


def test_what_is_neither_yes_nor_no_is_a_no(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {"LED1": 3}, showing=("måske", "ja")))
    code, document = merged_json(tmp_path, "l1.xlsx")
    assert (code, refusals(document)) == (1, [("P713", "Svar!C5", None)])
    consent = tree_of(tmp_path)["participants"][0]["consent"]
    assert consent == {"by-role": False, "comments": True}


@pytest.mark.parametrize(("word", "date"), [(45658, "2025-01-01"), (2025, 2025)])
def test_a_date_may_be_a_number(tmp_path: Path, word: int, date: object) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {"POL1": (2, "", "", "Plan", word)}))
    assert merged_json(tmp_path, "l1.xlsx")[0] == 0
    evidence = tree_of(tmp_path)["answers"]["POL1"]["voices"][0]["evidence"][0]
    assert str(evidence["date"]) == str(date)


@pytest.mark.parametrize(
    ("word", "date"),
    [
        ("3/4-2026", "2026-04-03"),
        ("d. 3.4.2026", "2026-04-03"),
        ("12. marts 2026", "2026-03-12"),
        ("12 mars 2026", "2026-03-12"),
        ("marts 2026", "2026-03"),
    ],
)
def test_a_date_in_a_workbook_may_be_written_as_people_here_do(
    tmp_path: Path, word: str, date: str
) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {"LED1": (2, "", "", "Plan", word)}))
    assert merged_json(tmp_path, "l1.xlsx")[0] == 0
    (voice,) = tree_of(tmp_path)["answers"]["LED1"]["voices"]
    assert str(voice["evidence"][0]["date"]) == date


def _swap(cells: dict[tuple[int, int], Any]) -> None:
    cells[2, 0], cells[3, 0] = cells[3, 0], cells[2, 0]


def _rename(cells: dict[tuple[int, int], Any]) -> None:
    cells[2, 0] = "POL9"


def _lose(cells: dict[tuple[int, int], Any]) -> None:
    del cells[4, 0]


def _double(cells: dict[tuple[int, int], Any]) -> None:
    cells[9, 0] = cells[2, 0]


@pytest.mark.parametrize("change", [_swap, _rename, _lose, _double])
def test_a_workbook_with_moved_rows_is_refused_whole(tmp_path: Path, change: Any) -> None:
    before = waiting(tmp_path, "l1").read_bytes()
    (tmp_path / "l1.xlsx").write_bytes(book("l1", ANSWERS, change=change))
    code, document = merged_json(tmp_path, "l1.xlsx")
    assert (code, [problem for problem, *_ in refusals(document)]) == (3, ["P704"])
    assert (tmp_path / "p.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ({"name": "Åby"}, "P706"),
        ({"version": "0.9"}, "P705"),
        ({"fingerprint": "a" * 64}, "P705"),
        ({"date": "2025-03-12"}, "P707"),
        ({"id": "mine"}, "P718"),
        ({"format": None}, "P718"),
        ({"date": "soon"}, "P718"),
        ({"scope": "half"}, "P718"),
        ({"slot": "l 1: x"}, "P718"),
        ({"role": "a b"}, "P718"),
        ({"role": "plumber"}, "P708"),
        ({"group": "Skoler"}, "P707"),
        ({"fingerprint": "A" * 64}, "P718"),
        ({"questionnaire": "a b"}, "P718"),
        ({"version": None}, "P718"),
        ({"name": None}, "P718"),
        ({"language": "xx"}, "P718"),
    ],
)
def test_another_assessments_workbook_is_refused(
    tmp_path: Path, head: dict[str, str | None], problem: str
) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", ANSWERS, head=head))
    code, document = merged_json(tmp_path, "l1.xlsx")
    assert code == (3 if problem == "P718" else 1)
    assert [found for found, *_ in refusals(document)] == [problem]


def _repacked(raw: bytes, name: str, content: bytes | None) -> bytes:
    """A workbook with another part, or without one."""
    anew = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(anew, "w") as archive:
        for part in parts.namelist():
            if part != name:
                archive.writestr(part, parts.read(part))
        if content is not None:
            archive.writestr(name, content)
    return anew.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("content", [None, b"", b"<a", BOMB, BOMB.decode().encode("utf-16")])
def test_a_damaged_workbook_is_one_message(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(_repacked(book("l1", ANSWERS), name, content))
    code, document = merged_json(tmp_path, "l1.xlsx")
    assert code == 3
    # Without the sheet itself it reads as a workbook of somebody else.
    is_lost = content is None and name.startswith("xl/worksheets")
    assert [found for found, *_ in refusals(document)] == ["P702" if is_lost else "P703"]


def test_reading_a_workbook_needs_the_office_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = waiting(tmp_path, "l1").read_bytes()
    (tmp_path / "l1.xlsx").write_bytes(book("l1", ANSWERS))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    code, document = merged_json(tmp_path, "l1.xlsx")
    assert code == 3
    assert [found for found, *_ in refusals(document)] == ["P602"]
    assert (tmp_path / "p.yaml").read_bytes() == before


def test_a_workbook_of_others_is_said_to_be_that(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    assert about("l1", [])
    run(["report", "p.yaml", "-o", "report.xlsx"], folder=tmp_path)
    run(["report", "p.yaml", "-o", "report.docx"], folder=tmp_path)
    problems = [
        refusals(merged_json(tmp_path, name)[1])[0][0] for name in ("report.xlsx", "report.docx")
    ]
    assert problems == ["P702", "P701"]
