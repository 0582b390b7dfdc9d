"""What profiles of one version say themselves that they answered, and what that outranks."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.given.command_line import run

_QUESTIONNAIRE = """\
format: sdgassess/questionnaire/1
id: pond
version: "{version}"
licence: none
title: {{en: Ponds, da: Damme}}
limits: {{en: A trial., da: En prøve.}}
languages: [en, da]
roll_ups: [{{id: m, rule: mean}}]
parts:
  - id: P
    title: {{en: The pond, da: Dammen}}
    roll_up: m
    questions:
      - id: P1
        text: {{en: Is there a plan for the pond?, da: Er der en plan for å og dam?}}
        levels:
          - {{value: 0, text: {{en: No plan, da: Ingen plan}}}}
          - {{value: 1, text: {{en: A draft, da: Et udkast}}}}
          - {{value: 2, text: {{en: A plan, da: En plan}}}}
{history}
priorities: {{candidates_up_to: 1, lowest_target: 1, candidates: 1, picks: 1, not_now: 1, keep: 1,
  keep_from: 2, discuss: 1}}
"""
EN, DA = "Is there a plan for the pond?", "Er der en plan for å og dam?"
DECLARED = '        history: [{version: "1.1", change: reworded, comparable: exact}]'


def profile(folder: Path, year: int, lines: str, version: str = "1.0", extra: str = "") -> str:
    """A profile with one answer."""
    name = f"p-{year}.yaml"
    (folder / name).write_text(
        "format: sdgassess/profile/1\nsubject: {name: Corner}\n"
        f'date: {year}-05-01\nquestionnaire: {{id: pond, version: "{version}"}}\n'
        f"{extra}answers:\n  P1: {{{lines}}}\n",
        "utf-8",
    )
    return name


@pytest.fixture
def pond(tmp_path: Path) -> Path:
    """A folder with two versions, of which the second declares that nothing changed."""
    for version, history in (("1.0", ""), ("1.1", DECLARED)):
        text = _QUESTIONNAIRE.format(version=version, history=history)
        (tmp_path / f"pond-{version}.yaml").write_text(text, "utf-8")
    return tmp_path


def compared(folder: Path, *files: str, across: bool = False) -> dict[str, Any]:
    """The JSON document of a comparison."""
    ran = run(["compare", *files, "--json", *(["--across"] if across else [])], folder=folder)
    assert ran.code == 0, ran.err
    document: dict[str, Any] = json.loads(ran.out)
    return document


ALIKE = [
    ("level: 1", "level: 2"),
    (f'level: 1, asked: "{EN}"', f'level: 2, asked: "{DA}"'),
    (f'level: 1, asked: "{EN}", means: A draft', "level: 2, means: En plan"),
    (f'level: 1, asked: "{unicodedata.normalize("NFD", DA)}"', f'level: 2, asked: "{EN}"'),
    ('level: 1, asked: "Is there  a\\n plan for the pond?"', "level: 2"),
    ("level: 1, asked: Any plan?", "level: 2, asked: Any  plan?"),
    ("level: 1, means: Draft only", "level: 2, means: Plan decided"),
]
APART = [
    ("level: 1, asked: Any plan?", "level: 2"),
    (f'level: 1, asked: "{EN}"', "level: 2, asked: Any plan?"),
    ("level: 1, asked: Any plan?, means: A draft", "level: 2, asked: Any plans?"),
    ("level: 1, means: A plan", "level: 2, means: A plan"),
    ("level: 1, means: Draft only", "level: 1, means: Sketch"),
    ("level: 1, means: Decided", "level: 2, means: Decided"),
]


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_the_same_words_compare(pond: Path, first: str, second: str) -> None:
    for answers in ((first, second), (second, first)):
        document = compared(pond, *(profile(pond, 2024 + n, a) for n, a in enumerate(answers)))
        (row,) = document["questions"]
        assert row["change"] in {"up", "down"}
        assert row["apart"] == [None, None]


@pytest.mark.parametrize(("first", "second"), APART)
def test_other_words_do_not_compare_and_it_is_said(pond: Path, first: str, second: str) -> None:
    for answers in ((first, second), (second, first)):
        files = [profile(pond, 2024 + n, a) for n, a in enumerate(answers)]
        (row,) = compared(pond, *files)["questions"]
        assert (row["change"], row["because"]) == ("not-comparable", "other-words")
        assert row["apart"] == ["other-words", None]
        page = run(["compare", *files, "--all"], folder=pond).out
        assert "P1: by their own words the profiles did not answer the same question" in page
        assert "other words stand in the profile: P1" in page
        (row,) = compared(pond, *files, across=True)["questions"]
        assert (row["change"], row["because"]) == ("not-comparable", "other-words")


def test_history_outranks_the_words_in_the_files(pond: Path) -> None:
    first = profile(pond, 2024, "level: 1, asked: Any plan?")
    second = profile(pond, 2025, "level: 2", "1.1")
    (row,) = compared(pond, first, second)["questions"]
    assert row["change"] == "up"


def test_a_level_that_is_lacking_is_the_reason_before_any_words(pond: Path) -> None:
    first = profile(pond, 2024, "level: 1, asked: Any plan?")
    second = profile(pond, 2025, "state: unknown")
    (row,) = compared(pond, first, second)["questions"]
    assert row["because"] == "unknown-now"


def test_years_with_one_wording_compare_with_each_other_alone(pond: Path) -> None:
    older = "asked: Any plan?, level: "
    files = [profile(pond, 2024 + n, f"{older}{n}") for n in range(2)]
    files.append(profile(pond, 2026, "level: 2"))
    document = compared(pond, *files)
    (row,) = document["questions"]
    assert row["apart"] == ["other-words", "other-words", None]
    ways = [change["questions"]["P1"] for change in document["changes"]]
    assert ways == ["up", "not-comparable"]


def test_a_target_is_not_reached_in_other_words(pond: Path) -> None:
    extra = "priorities: [{question: P1, target: 2}]\n"
    first = profile(pond, 2024, "level: 1, asked: Any plan?", extra=extra)
    (aim,) = compared(pond, first, profile(pond, 2025, "level: 2"))["targets"]
    assert (aim["outcome"], aim["because"]) == ("not-comparable", "other-words")


def test_one_question_in_common_is_enough_and_no_gate_is_named(pond: Path) -> None:
    files = profile(pond, 2024, "level: 1"), profile(pond, 2025, "level: 2")
    (part,) = compared(pond, *files)["factors"]
    assert (part["levels"], part["change"], part["too_few"]) == ([1, 2], "up", False)
    page = run(["compare", *files, "--all"], folder=pond).out
    assert "gate" not in page
    text = (pond / "pond-1.0.yaml").read_text("utf-8")
    (pond / "pond-1.0.yaml").write_text(
        text.replace("rule: mean}", "rule: mean, common: 1/2}"), "utf-8"
    )
    (part,) = compared(pond, *files)["factors"]
    assert part["levels"] == [1, 2]
