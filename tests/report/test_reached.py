"""A pick at or above its target is said to be reached, in every place that speaks of picks."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.given.command_line import run

REACHED = {"en": "reached", "da": "nået", "sv": "nått"}


def reached_profile(folder: Path, *, level: int = 3, target: int = 2, more: str = "") -> Path:
    """A profile whose only pick stands at its target or above."""
    path = folder / "town.yaml"
    path.write_text(
        "format: sdgassess/profile/1\n"
        "municipality: {name: Eksempelby, country: DK}\n"
        "date: 2026-03-12\n"
        'questionnaire: {id: nordic-sdg-governance, version: "1.0"}\n'
        f"priorities: [{{question: BUD2, target: {target}{more}}}]\n"
        "answers:\n"
        f"  BUD2: {{voices: [{{role: executive, level: {level}}}]}}\n"
        "  POL1: {level: 1}\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("verb", [("target",), ("gaps",), ("gaps", "--all"), ("check",)])
def test_screens_say_so(verb: tuple[str, ...], language: str, tmp_path: Path) -> None:
    path = reached_profile(tmp_path)
    ran = run([verb[0], str(path), *verb[1:], "--lang", language])
    assert ran.code == 0
    assert REACHED[language] in ran.out + ran.err
    assert "3 → 2" not in ran.out


@pytest.mark.parametrize("level", [2, 4])
def test_check_warns_as_target_does(level: int, tmp_path: Path) -> None:
    path = reached_profile(tmp_path, level=level)
    checked = json.loads(run(["check", str(path), "--json"]).out)
    assert [problem["code"] for problem in checked["files"][0]["problems"]] == ["P157"]
    assert checked["errors"] == 0
    target = json.loads(run(["target", str(path), "--json"]).out)
    assert target["picks"][0]["reached"] is True
    assert {"kind": "reached", "question": "BUD2"} in target["warnings"]


@pytest.mark.parametrize(
    "kind",
    [{"level": 1}, {"more": ", status: done, on: 2026-03-01"}, {"target": 4}],
    ids=["ahead", "done", "4"],
)
def test_check_is_quiet_where_nothing_is_reached_or_it_is_marked_done(
    kind: dict[str, Any], tmp_path: Path
) -> None:
    path = reached_profile(tmp_path, **kind)
    assert not json.loads(run(["check", str(path), "--json"]).out)["files"][0]["problems"]


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_the_report_says_so_and_draws_no_way_down(language: str, tmp_path: Path) -> None:
    path, out = reached_profile(tmp_path), tmp_path / "report.md"
    assert run(["report", str(path), "-o", str(out), "--lang", language]).code == 0
    text = out.read_text(encoding="utf-8")
    assert REACHED[language] in text
    assert "3 → 2" not in text
    assert not [line for line in text.splitlines() if line.startswith("#") and " 3 " in line]


def test_the_workbook_and_programs_are_told(tmp_path: Path) -> None:
    path, out = reached_profile(tmp_path), tmp_path / "report.xlsx"
    assert run(["report", str(path), "-o", str(out), "--lang", "en"]).code == 0
    book = openpyxl.load_workbook(io.BytesIO(out.read_bytes()))
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "Picked, reached" in cells
    assert json.loads(run(["gaps", str(path), "--json"]).out)["reached"] == ["BUD2"]
