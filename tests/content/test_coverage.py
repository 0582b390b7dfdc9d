"""The page on what the documents name: every place is there, and every line says something."""

from __future__ import annotations

import re

import pytest

from tests.given.places import ROOT
from tests.given.questionnaires import nordic

PAGE = (ROOT / "docs" / "coverage.md").read_text("utf-8")
SOURCES = ROOT.parent / "shared" / "sources"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.split("\n")
    if re.match(r"\| 00[0-4]:", line)
]
LINE = re.compile(r"(00[0-4]):(\d+)(?:–(\d+))?")


def test_there_is_a_row_for_each_thing() -> None:
    assert len(ROWS) > 90
    assert all(len(row) == 3 and len(row[2]) > 3 for row in ROWS)


def test_places_are_there() -> None:
    questionnaire = nordic()
    known = {*questionnaire.questions, *questionnaire.nodes}
    titles = {p.title.words["en"].lower().removeprefix("the ") for p in questionnaire.patterns}
    titles |= {gate.id for gate in questionnaire.gates}
    titles |= {axis.id.replace("-", " ") for axis in questionnaire.style}
    for row in ROWS:
        for name in re.findall(r"\b[A-Z]{3,5}[0-9]?\b", row[2]):
            assert name in known, row
        for title in re.findall(r"\*([^*]+)\*", row[2]):
            assert title in titles, (title, row)


def test_every_factor_has_a_place_that_documents_name() -> None:
    named = {
        name.rstrip("0123456789") for row in ROWS for name in re.findall(r"[A-Z]{3,5}", row[2])
    }
    assert set(nordic().factors) <= named


def test_lines_say_something() -> None:
    if not SOURCES.is_dir():
        pytest.skip("the five source documents do not lie beside this checkout")
    documents = {path.name[:3]: path.read_text("utf-8").split("\n") for path in SOURCES.glob("*")}
    for row in ROWS:
        for code, first, last in LINE.findall(row[0]):
            lines = documents[code][int(first) - 1 : int(last or first)]
            assert any(line.strip() for line in lines), row
            assert lines[0].strip(), row
