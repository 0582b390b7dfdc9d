"""The documented references hold the first coding of the documents, cell for cell (§3.10)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sdgassess.files.load import load_reference
from sdgassess.model.reference import Reference

ROOT = Path(__file__).parents[2]
CODING = ROOT / "tests" / "scoring" / "cases" / "reference_coding.json"
HIGHEST = 4
UNDOCUMENTED = (
    "POL4 POL5 LED4 LED5 SAM1 SAM3 SAM5 CORE6 BUD4 BUD5 CONT1 CONT3 CONT4 CONT6 FOC3 FOC4 "
    "LRN1 LRN2 LRN3"
)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "profiles" / "references").glob("*.yaml")), ids=lambda path: path.stem
)
def test_every_reference_reads_without_a_word(path: Path) -> None:
    loaded = load_reference(path)
    assert isinstance(loaded.value, Reference)
    assert not loaded.problems


def test_there_are_seven(references: dict[str, Any]) -> None:
    assert sorted(references) == [
        "aarhus-coordination",
        "aarhus-libraries",
        "frederikshavn",
        "gladsaxe",
        "herning",
        "norddjurs",
        "vaxjo",
    ]


def test_the_points_are_the_coded_cells(references: dict[str, Any]) -> None:
    wanted = {
        (cell["profile"], cell["question"], cell["lo"], cell["hi"], cell["confidence"])
        for cell in json.loads(CODING.read_text("utf-8"))
    }
    found = {
        (name, question, *bounds(point), point["confidence"])
        for name, tree in references.items()
        for question, point in tree["points"].items()
    }
    assert found == wanted
    assert len(found) == 75


def test_four_points_set_an_upper_bound_two_of_them_alone(references: dict[str, Any]) -> None:
    bounded = {
        (name, question): ("at_least" in point)
        for name, tree in references.items()
        for question, point in tree["points"].items()
        if "at_most" in point
    }
    assert bounded == {
        ("herning", "CORE1"): True,
        ("aarhus-coordination", "LED2"): False,
        ("aarhus-coordination", "BUD3"): False,
        ("aarhus-coordination", "COORD3"): True,
    }


def test_self_description_is_never_above_three(references: dict[str, Any]) -> None:
    for tree in references.values():
        for question, point in tree["points"].items():
            assert point.get("at_least", 0) < HIGHEST, question
            assert point["dated"], question


def test_nineteen_questions_have_no_documented_practice(references: dict[str, Any]) -> None:
    shown = {question for tree in references.values() for question in tree["points"]}
    assert not shown & set(UNDOCUMENTED.split())
    assert len(shown) == 60 - 19


def test_texts_are_there_in_three_languages(references: dict[str, Any]) -> None:
    for tree in references.values():
        entries = [*tree["points"].values(), *tree["style"]]
        texts = [tree["name"], tree["scope"], *(e["note"] for e in entries if "note" in e)]
        assert all(set(text) == {"da", "sv", "en"} for text in texts), tree["id"]


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


def bounds(point: dict[str, Any]) -> tuple[int, int]:
    """The interval that a point stands for."""
    return point.get("at_least", 0), point.get("at_most", HIGHEST)
