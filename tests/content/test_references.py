"""The documented references hold the resolved coding of the documents, cell for cell.

`docs/reference-coding.md` says what became of every cell of the two codings, and why.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sdgassess.files.load import load_reference
from sdgassess.model.reference import Reference
from tests.content.coding_agreement import (
    FIRST,
    HIGHEST,
    SECOND,
    Code,
    read_coding,
    written,
)
from tests.given.places import ROOT

PAGE = (ROOT / "docs" / "reference-coding.md").read_text("utf-8")
NONE = "–"
POINTS = {
    "gladsaxe": 28,
    "herning": 17,
    "norddjurs": 17,
    "frederikshavn": 11,
    "vaxjo": 3,
    "aarhus-coordination": 5,
    "aarhus-libraries": 15,
}
UNDOCUMENTED = (
    "POL4 POL5 LED4 LED5 SAM1 SAM3 SAM5 BUD5 COORD1 CONT1 CONT3 CONT6 FOC3 FOC4 LRN1 LRN2 LRN3"
)


class Row(NamedTuple):
    """A cell as the page shows it: both codings, what ships, and why."""

    profile: str
    question: str
    first: str
    second: str
    shipped: str
    reason: str


def rows() -> Iterator[Row]:
    """The rows of the page's tables, by profile."""
    for section in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]:
        profile = section.partition("(`")[2].partition("`)")[0]
        for line in section.partition("\n## ")[0].split("\n"):
            words = [word.strip() for word in line.strip().strip("|").split("|")]
            if re.fullmatch(r"[A-Z]+[0-9]", words[0]):
                yield Row(profile, *words)


ROWS = tuple(rows())


@pytest.mark.parametrize(
    "path", sorted((ROOT / "profiles" / "references").glob("*.yaml")), ids=lambda path: path.stem
)
def test_every_reference_reads_without_a_word(path: Path) -> None:
    loaded = load_reference(path)
    assert isinstance(loaded.value, Reference)
    assert not loaded.problems


def test_there_are_seven(references: dict[str, Any]) -> None:
    assert {name: len(tree["points"]) for name, tree in references.items()} == POINTS


def test_the_points_are_the_resolved_cells(references: dict[str, Any]) -> None:
    wanted = {(row.profile, row.question): row.shipped for row in ROWS if row.shipped != NONE}
    found = {
        (name, question): written(code(point))
        for name, tree in references.items()
        for question, point in tree["points"].items()
    }
    assert found == wanted
    assert len(found) == sum(POINTS.values())


def test_the_page_holds_every_cell_of_both_codings_once() -> None:
    assert len({(row.profile, row.question) for row in ROWS}) == len(ROWS)
    for path, shown in ((FIRST, "first"), (SECOND, "second")):
        coding = {cell: written(found) for cell, found in read_coding(path).items()}
        on_page = {(row.profile, row.question): getattr(row, shown) for row in ROWS}
        assert {cell: text for cell, text in on_page.items() if text != NONE} == coding


def test_every_cell_has_a_reason() -> None:
    for row in ROWS:
        assert len(row.reason) > 20, row
        agreed = row.first == row.second == row.shipped
        assert row.reason.startswith("Both; kept") or not agreed, row
        assert row.reason.startswith(("Both", "First", "Second", "Dropped", "Changed")), row


def test_the_page_counts_right(references: dict[str, Any]) -> None:
    counts = PAGE.partition("\n## What became of the cells\n")[2].partition("\n### ")[0]
    line = r"^\| ([^|]+) \| ([0-9]+) \| ([0-9]+) \| ([0-9]+) \|$"
    table = {
        name: tuple(map(int, found)) for name, *found in re.findall(line, counts, re.MULTILINE)
    }
    by_profile = {
        name: tuple(
            sum(row.profile == name and getattr(row, shown) != NONE for row in ROWS)
            for shown in ("first", "second", "shipped")
        )
        for name in POINTS
    }
    names = {tree["name"]["en"]: by_profile[name] for name, tree in references.items()}
    assert table == {**names, "All": (75, 117, sum(POINTS.values()))}


def test_the_page_counts_what_became_of_the_cells() -> None:
    outcomes = Counter((found_by(row), outcome(row)) for row in ROWS)
    for finder in ("both", "the first only", "the second only", "neither"):
        counts = [
            outcomes[finder, what]
            for what in ("as coded", "as one of them coded", "otherwise", "dropped")
        ]
        line = " | ".join(str(count) for count in (sum(counts), *counts))
        assert f"| {finder} | {line} |" in PAGE


def test_four_points_set_an_upper_bound_one_of_them_alone(references: dict[str, Any]) -> None:
    bounded = {
        (name, question): ("at_least" in point)
        for name, tree in references.items()
        for question, point in tree["points"].items()
        if "at_most" in point
    }
    assert bounded == {
        ("herning", "CORE1"): False,
        ("aarhus-coordination", "LED2"): True,
        ("aarhus-coordination", "BUD3"): True,
        ("aarhus-coordination", "COORD3"): True,
    }


def test_no_archetype_demands_what_a_document_calls_a_lack(references: dict[str, Any]) -> None:
    """A sentence about what was missing is context there, and no condition here."""
    lacks = {
        point["quote"]
        for tree in references.values()
        for point in tree["points"].values()
        if point.get("at_most", HIGHEST) < 2
    }
    assert len(lacks) >= 2
    words = ("brist", "oklart", "tveksam", "skiljer sig", "mangel")
    for path in (ROOT / "profiles" / "archetypes").glob("*.yaml"):
        loaded = load_reference(path)
        assert isinstance(loaded.value, Reference)
        for question, point in loaded.value.points.items():
            quote = point.quote or ""
            assert quote not in lacks, (path.stem, question)
            assert not any(word in quote.lower() for word in words), (path.stem, question)


def test_self_description_is_never_above_three(references: dict[str, Any]) -> None:
    for tree in references.values():
        for question, point in tree["points"].items():
            assert point.get("at_least", 0) < HIGHEST, question
            assert point["dated"], question


def test_seventeen_questions_have_no_documented_practice(references: dict[str, Any]) -> None:
    shown = {question for tree in references.values() for question in tree["points"]}
    assert not shown & set(UNDOCUMENTED.split())
    assert len(shown) == 60 - 17
    assert f"17 of 60, after the resolution:\n\n{UNDOCUMENTED}\n" in PAGE


def test_texts_are_there_in_three_languages(references: dict[str, Any]) -> None:
    for tree in references.values():
        entries = [*tree["points"].values(), *tree["style"]]
        texts = [tree["name"], tree["scope"], *(e["note"] for e in entries if "note" in e)]
        assert all(set(text) == {"da", "sv", "en"} for text in texts), tree["id"]


def test_a_start_is_said_to_be_a_start(references: dict[str, Any]) -> None:
    for name, tree in references.items():
        for question, point in tree["points"].items():
            if "nitialt" in point["quote"]:
                assert "Initialt" in point["note"]["sv"], (name, question)
                assert "nitially" in point["note"]["en"], (name, question)


def test_style_is_where_the_documents_put_it(references: dict[str, Any]) -> None:
    found = {
        (name, entry["axis"]): entry["position"]
        for name, tree in references.items()
        for entry in tree["style"]
        if entry["axis"] in {"coordination", "committee", "funding"}
    }
    assert found == {
        ("gladsaxe", "coordination"): "strategy-led",
        ("gladsaxe", "committee"): "not-confined",
        ("herning", "committee"): "all-committees",
        ("herning", "funding"): "earmarked",
        ("norddjurs", "coordination"): "mixed",
        ("norddjurs", "funding"): "budget-objectives",
        ("frederikshavn", "committee"): "dedicated",
        ("vaxjo", "coordination"): "strategy-led",
        ("aarhus-coordination", "coordination"): "pilot-led",
        ("aarhus-libraries", "funding"): "external",
    }


def code(point: dict[str, Any]) -> Code:
    """A shipped point as a coder would have recorded it."""
    return Code(point.get("at_least", 0), point.get("at_most", HIGHEST), point["confidence"])


def found_by(row: Row) -> str:
    """Which of the first two coders recorded a cell."""
    if row.first == row.second == NONE:
        return "neither"
    if NONE not in (row.first, row.second):
        return "both"
    return "the second only" if row.first == NONE else "the first only"


def outcome(row: Row) -> str:
    """What became of a cell."""
    coded = {row.first, row.second} - {NONE}
    if row.shipped == NONE:
        return "dropped"
    if coded == {row.shipped}:
        return "as coded"
    return "as one of them coded" if row.shipped in coded else "otherwise"
