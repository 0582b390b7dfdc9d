"""Tables for programs: one name in every language, and nobody's voice without consent."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.document.sheets import Sheet, Value
from sdgassess.language import LANGUAGES
from sdgassess.media.tables import csv_lines, json_tables, tables_zip
from sdgassess.model.profile import Answer, Municipality, Participant, Voice
from sdgassess.report.tables.rows import table
from sdgassess.report.tables.tables import tables
from sdgassess.scoring.score import Score, score
from tests.given.command_line import run
from tests.given.gap_reports import gap_report
from tests.given.places import EXAMPLE, ROOT
from tests.given.profiles import profile
from tests.given.questionnaires import nordic
from tests.given.specimen import LETTERS, NASTY
from tests.given.workbooks import book, cells, example_years, sheet
from tests.given.years import years

Cells = list[dict[str, str]]


def tables_of(*scores: Score, language: str = "en", across: bool = False) -> dict[str, Sheet]:
    beside = years(*scores) if len(scores) > 1 else None
    files = [f"{one.profile.date}.yaml" for one in scores]
    reports = [gap_report(one) for one in scores]
    every = tables(reports, beside, files, language, across=across)
    return {found.id: found for found in every}


def read(found: Sheet) -> Cells:
    """A table as a strict reader sees it: as many cells in each row as there are heads."""
    text = b"".join(csv_lines(found)).decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def of_cells(*values: Value) -> Sheet:
    return table("x", [f"c{place}" for place in range(len(values))], lambda: [values])


def test_there_is_a_table_for_each_kind_of_row() -> None:
    alone = list(tables_of(example_years()[0]))
    several = list(tables_of(*example_years()))
    assert several == [*alone, "compared", "changes", "followed"]
    assert list(tables_of(*example_years(), across=True)) == [*alone, "compared"]


def test_names_and_ids_are_the_same_in_every_language() -> None:
    spoken = {("questions", "text"), ("parts", "title"), ("steps", "advice"), ("points", "gloss")}
    told = [tables_of(*example_years(), language=language) for language in LANGUAGES]
    for name, found in told[0].items():
        same = [head for head in (c.head for c in found.columns) if (name, head) not in spoken]
        rows = [[{h: row[h] for h in same} for row in read(one[name])] for one in told]
        assert rows[0] == rows[1] == rows[2]
        assert rows[0], name
        assert all(re.fullmatch("[a-z_]+", head) for head in same)


def test_every_row_of_the_workbook_is_in_a_table() -> None:
    scores = example_years()
    workbook, found = book(*scores, language="en"), tables_of(*scores)
    for theirs, ours in (("answers", "answers"), ("factors", "parts"), ("gaps", "points")):
        assert cells(sheet(workbook, theirs), "Id") == [
            row.get("question") or row["part"] for row in read(found[ours])
        ]
    levels = cells(sheet(workbook, "answers"), "Answered level")
    assert [row["answered"] for row in read(found["answers"])] == [
        "" if level is None else str(level) for level in levels
    ]
    assert len(read(found["steps"])) == len(sheet(workbook, "steps").rows)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (-2, "-2"),
        (Fraction(5, 2), "2.5"),
        (Fraction(1, 3), "0.333333"),
        (Fraction(200), "200"),
        (dt.date(2026, 3, 1), "2026-03-01"),
        (LETTERS, LETTERS),
        ("=1+1", "'=1+1"),
    ],
)
def test_cells_are_read_alike_in_every_country(value: Value, written: str) -> None:
    assert read(of_cells(value, "x")) == [{"c0": written, "c1": "x"}]
    assert b"\xef\xbb\xbf" not in b"".join(csv_lines(of_cells(value)))


@pytest.mark.parametrize("text", NASTY)
def test_no_text_breaks_a_table(text: str) -> None:
    assert len(read(of_cells(text, text))) == 1
    assert json.loads("{" + "".join(json_tables([of_cells(text)])) + "}")["x"] == [{"c0": text}]


def test_json_keeps_what_csv_rounds_or_guards() -> None:
    written = json.loads(
        "{" + "".join(json_tables([of_cells(Fraction(1, 3), "=1", "true")])) + "}"
    )
    assert written["x"] == [{"c0": "1/3", "c1": "=1", "c2": "true"}]


def test_a_code_keeps_its_nought_and_a_version_its_last_digit() -> None:
    result = example_years()[0]
    place = Municipality("Kolding", "DK", code="0621")
    result = result._replace(profile=result.profile._replace(municipality=place))
    row = read(tables_of(result)["profiles"])[0]
    assert row["code"] == "DK0621"
    assert row["questionnaire"] == f"nordic-sdg-governance@{nordic().version}"


@pytest.mark.parametrize("consent", [None, False, True])
def test_roles_are_there_with_consent_alone(consent: bool | None) -> None:
    voices = (
        Voice("politician", level=Fraction(3), by="p1"),
        Voice("coordinator", level=Fraction(1), by="k1"),
    )
    people = (Participant("p1", "politician"), Participant("k1", "coordinator"))
    given = profile({"POL2": 1})
    given = given._replace(
        answers={"POL1": Answer(voices=voices)}, consent=consent, participants=people
    )
    found = tables_of(score(nordic(), given))
    assert bool(read(found["roles"])) is (consent is True)
    if not consent:
        told = [read(found[name]) for name in ("answers", "evidence", "parts")]
        assert "politician" not in str(told)


def test_steps_are_told_only_of_points_that_are_met_or_not() -> None:
    rows = read(tables_of(*example_years())["points"])
    by_verdict: dict[str, set[bool]] = {}
    for row in rows:
        by_verdict.setdefault(row["verdict"], set()).add(bool(row["steps"]))
    assert len(by_verdict) > 2
    assert {verdict for verdict, has_steps in by_verdict.items() if True in has_steps} == {
        "met",
        "below",
    }


def test_the_archive_is_the_same_each_time() -> None:
    every = list(tables_of(*example_years()).values())
    first = tables_zip(every)
    assert first == tables_zip(every)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"{one.id}.csv" for one in every]


@pytest.mark.parametrize("paths", [[str(EXAMPLE)], [str(EXAMPLE.parent)]])
def test_the_json_of_a_report_holds_every_table(paths: list[str], tmp_path: Path) -> None:
    for name in ("all.zip", "all.json"):
        assert run(["report", *paths, "-o", name, "--lang", "sv"], folder=tmp_path).code == 0
    held = json.loads((tmp_path / "all.json").read_text("utf-8"))["tables"]
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        for name in archive.namelist():
            rows = list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            ours = held.pop(name.removesuffix(".csv"))
            assert [list(row) for row in rows] == [list(row) for row in ours]
            assert len(rows) == len(ours)
    assert held == {}


def test_every_table_and_column_is_documented() -> None:
    page = (ROOT / "docs" / "files.md").read_text("utf-8")
    lines = dict(re.findall(r"^\| `(\w+)` \|(.*)", page, re.MULTILINE))
    for name, found in tables_of(*example_years()).items():
        heads = {column.head for column in found.columns}
        if name in ("profiles", "questions", "changes", "followed"):
            assert heads <= set(re.findall(r"`(\w+)`", lines[name]))
        else:
            assert heads - {"profile", "place", "date"} <= set(re.findall(r"`(\w+)`", lines[name]))
