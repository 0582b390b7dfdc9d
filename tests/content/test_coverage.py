"""The page on what the documents name: every place is there, and every line says something."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from tests.given.gap_reports import references
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
NAMED = re.compile(r"\b([A-Z]{3,5})(\d?)(?:–[A-Z]+(\d))?\b")
LINES_OF_BOTH = {9: 82, 13: 84, 15: 86, 17: 88, 19: 90, 23: 92, 25: 94, 27: 96, 29: 98, 31: 100}
SAME_TEXT = {f"000:{line}": f"001:{same}" for line, same in LINES_OF_BOTH.items()}
"""What 000 says word for word as 001 does."""


def lines_in(cell: str) -> set[str]:
    """The lines that a cell names, each as `document:line`."""
    return {
        f"{code}:{number}"
        for code, first, last in LINE.findall(cell)
        for number in range(int(first), int(last or first) + 1)
    }


def names_in(cell: str) -> set[str]:
    """The questions and factors that a cell names, and the factors of the questions."""
    names = set()
    for factor, first, last in NAMED.findall(cell):
        names.add(factor)
        if first:
            names |= {f"{factor}{number}" for number in range(int(first), int(last or first) + 1)}
    return names


def named_at() -> dict[str, set[str]]:
    """What the page names for each line."""
    named: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        for line in lines_in(row[0]):
            named[SAME_TEXT.get(line, line)] |= names_in(row[2])
    return named


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


def test_what_a_reference_reads_in_a_line_is_a_place_of_that_line() -> None:
    named = named_at()
    unplaced = [
        (reference.id, question, point.source)
        for reference in references()
        for question, point in reference.points.items()
        if point.source is not None
        and question not in named[SAME_TEXT.get(point.source, point.source)]
    ]
    assert not unplaced


def test_what_a_factor_rests_on_is_a_line_that_names_it() -> None:
    named = named_at()
    unplaced = [
        (factor.id, line)
        for factor in nordic().factors.values()
        for line in factor.rests_on
        if factor.id not in named[SAME_TEXT.get(line, line)]
    ]
    assert not unplaced


def test_a_line_that_is_quoted_beside_a_step_stands_on_the_page() -> None:
    named = named_at()
    quoted = {
        quote.source
        for question in nordic().questions.values()
        for step in question.next_steps
        for quote in step.quotes
        if quote.source is not None
    }
    assert quoted
    assert not {line for line in quoted if not named[SAME_TEXT.get(line, line)]}
