"""A chain of five versions through check, diff, compare and migrate: declared changes decide."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sdgassess.files.load import check_path
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import message
from sdgassess.problem import Problem
from tests.given.chain import (
    PAIRS,
    RESCALED,
    SLIPS,
    VERDICTS,
    VERSIONS,
    questionnaire_text,
    verdict,
    write_chain,
)
from tests.given.command_line import run


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every version and a profile of each."""
    folder = tmp_path_factory.mktemp("chain")
    write_chain(folder)
    return folder


def result(folder: Path, *words: str) -> dict[str, Any]:
    """The JSON document of a command line."""
    ran = run([*words, "--json"], folder=folder)
    assert ran.code == 0, ran.err + ran.out
    document: dict[str, Any] = json.loads(ran.out)
    return document


@pytest.mark.parametrize("version", VERSIONS)
def test_check_tells_what_is_not_declared_at_its_place_with_both_texts(
    chain: Path, version: str
) -> None:
    path = chain / f"kiosk-{version}.yaml"
    lines = path.read_text("utf-8").splitlines()
    problems = {(p.code, str(p.facts["id"])): p for p in check_path(path)}
    slips = {(slip.code, slip.about): slip for slip in SLIPS[version]}
    assert problems.keys() == slips.keys()
    for key, problem in problems.items():
        slip, text = slips[key], message(problem, Words("en"))
        assert slip.older in text
        assert problem.where.line is not None
        assert problem.where.column is not None
        assert slip.newer in lines[problem.where.line - 1] or "gone" in problem.facts.values()
        assert problem.facts["file"] == f"kiosk-{VERSIONS[VERSIONS.index(version) - 1]}.yaml"
    assert {problem.severity.value for problem in problems.values()} <= {"warning"}


@pytest.mark.parametrize(("older", "newer"), PAIRS)
def test_compare_obeys_what_is_declared(chain: Path, older: str, newer: str) -> None:
    document = result(chain, "compare", f"p-{older}.yaml", f"p-{newer}.yaml")
    rows = {row["id"]: row for row in document["questions"]}
    for question in VERDICTS:
        expected, row = verdict(question, older, newer), rows[question]
        assert (row["change"] != "not-comparable") is (expected == "exact"), question
        assert row["approximate"] is (expected == "approximate"), question
        if expected != "exact":
            reason = "rescaled" if question in RESCALED else "reworded"
            assert (question, row["because"]) == (question, reason)
            assert row["apart"] == [reason, None]
    (part,) = (factor for factor in document["factors"] if factor["id"] == "A")
    exact = {q for q in VERDICTS if verdict(q, older, newer) == "exact"}
    assert set(part["compared"]) - {"LATE"} == exact


@pytest.mark.parametrize(("older", "newer"), PAIRS)
def test_diff_says_what_is_declared(chain: Path, older: str, newer: str) -> None:
    names = f"kiosk-{older}.yaml", f"kiosk-{newer}.yaml"
    document = result(chain, "questionnaire", "diff", *names)
    rows = {row["question"]: row for row in (*document["reworded"], *document["rescaled"])}
    for question, changes in VERDICTS.items():
        expected = verdict(question, older, newer)
        assert rows.get(question, {"comparable": "exact"})["comparable"] == expected, question
        if any(older < at <= newer for at in changes):
            assert question in rows
    assert {row["question"] for row in document["rescaled"]} <= set(RESCALED)


@pytest.mark.parametrize(("older", "newer"), PAIRS)
def test_migrate_carries_what_compares_exactly(chain: Path, older: str, newer: str) -> None:
    document = result(chain, "migrate", f"p-{older}.yaml", "--to", newer)
    fates = {row["question"]: row["fate"] for row in document["answers"]}
    again = {row["question"] for row in document["ask"]}
    for question in VERDICTS:
        exact = verdict(question, older, newer) == "exact"
        assert (fates[question] != "unmapped") is exact, question
        assert (question in again) is not exact, question
    moved = older < "1.2" <= newer < "1.4"
    assert fates["SCALE"] == ("mapped" if moved else fates["SCALE"])


def test_what_is_declared_later_outranks_what_was_not_before(chain: Path) -> None:
    """LATE changed in 1.1 without a word; 1.3 declares that older answers compare exactly."""
    for older, newer, changes in (("1.0", "1.2", "not-comparable"), ("1.0", "1.3", "same")):
        document = result(chain, "compare", f"p-{older}.yaml", f"p-{newer}.yaml")
        rows = {row["id"]: row for row in document["questions"]}
        assert rows["LATE"]["change"] == changes


def test_five_years_stand_side_by_side(chain: Path) -> None:
    document = result(chain, "compare", *(f"p-{version}.yaml" for version in VERSIONS))
    rows = {row["id"]: row for row in document["questions"]}
    assert rows["SAME"]["apart"] == rows["REWORD"]["apart"] == [None] * 5
    assert rows["NOWORD"]["apart"] == ["reworded"] * 3 + [None] * 2
    assert rows["SCALE"]["apart"] == ["rescaled"] * 4 + [None]


def test_notes_of_every_version_in_between_are_said(chain: Path) -> None:
    ran = run(["questionnaire", "diff", "kiosk-1.0.yaml", "kiosk-1.4.yaml"], folder=chain)
    assert "Another thing." in ran.out
    assert "g: Why." in ran.out
    assert "s: Why." in ran.out


def errors_of(folder: Path, old: str, new: str) -> tuple[Problem, ...]:
    """What is wrong with the last version, changed, beside the one before it."""
    text = questionnaire_text("1.4")
    assert old in text
    path = folder / "kiosk-1.4.yaml"
    (folder / "kiosk-1.3.yaml").write_text(questionnaire_text("1.3"), "utf-8")
    path.write_text(text.replace(old, new), "utf-8")
    return tuple(p for p in check_path(path) if p.severity.value == "error")


def test_other_levels_never_compare_exactly_without_a_map(tmp_path: Path) -> None:
    levels = ", levels: [{from: 0, to: 0}, {from: 1, to: 1}, {from: 2, to: 1}, {from: 3, to: 2}]}"
    (problem,) = errors_of(tmp_path, f"comparable: approximate{levels}", "comparable: exact}")
    assert problem.code == "P245"
    assert problem.facts == {"id": "SCALE"}
    assert (problem.where.excerpt or "")[(problem.where.column or 1) - 1 :].startswith("exact")


def test_what_is_said_to_compare_has_a_place_for_every_level(tmp_path: Path) -> None:
    levels = ", levels: [{from: 0, to: 0}, {from: 1, to: 1}, {from: 2, to: 1}, {from: 3, to: 2}]}"
    (problem,) = errors_of(
        tmp_path, f"comparable: approximate{levels}", "comparable: approximate}"
    )
    assert problem.code == "P246"
    assert problem.facts == {"id": "SCALE", "levels": ("3",), "file": "kiosk-1.3.yaml"}
