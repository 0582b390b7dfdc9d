"""`score --with`: what would follow, on a short screen and in JSON; nothing is ever written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.given.command_line import Ran, run
from tests.given.places import ROOT
from tests.given.questionnaires import nordic

EXAMPLE = ROOT / "profiles" / "examples" / "eksempelby-2026.yaml"
QUICK = ROOT / "profiles" / "examples" / "eksempelby-2025.yaml"
OTHER = ROOT / "tests" / "cli" / "foreign"
EVERYTHING = ",".join(f"{question}=4" for question in nordic().questions)


def what_if(*words: str, file: Path = EXAMPLE) -> Ran:
    """Run `score --with` on a profile."""
    return run(["score", file, "--lang", "en", *words])


def document(*words: str, file: Path = EXAMPLE) -> Any:
    """Its JSON."""
    ran = what_if(*words, "--json", file=file)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


@pytest.mark.parametrize("more", [(), ("--json",), ("--all",), ("--basis", "backed")])
def test_no_byte_of_the_folder_changes(tmp_path: Path, more: tuple[str, ...]) -> None:
    path = tmp_path / EXAMPLE.name
    shutil.copy(EXAMPLE, path)
    assert what_if("--with", "BUD2=3,LED2=2", *more, file=path).code == 0
    assert [file.name for file in tmp_path.iterdir()] == [EXAMPLE.name]
    assert path.read_bytes() == EXAMPLE.read_bytes()


def test_the_present_levels_give_the_present_document() -> None:
    today = document()
    answered = {
        question: level
        for factor in today["factors"]
        for question, level in factor["questions"].items()
        if level is not None
    }
    pairs = ",".join(f"{question}={level}" for question, level in answered.items())
    supposed = document("--with", pairs)
    assert supposed.pop("assumed") == answered
    assert today.pop("assumed") == {}
    for part in (*supposed["factors"], *supposed["tiers"]):
        assert part.pop("now") == part["level"]
    for pattern in supposed["patterns"]:
        assert pattern.pop("now") == pattern["result"]
    assert supposed == today


def test_each_part_says_what_is_beside_what_would_be() -> None:
    today = {factor["id"]: factor["level"] for factor in document()["factors"]}
    supposed = document("--with", "BUD3=2,LED2=3")
    assert supposed["assumed"] == {"BUD3": 2, "LED2": 3}
    assert {factor["id"]: factor["now"] for factor in supposed["factors"]} == today
    levels = {factor["id"]: factor["level"] for factor in supposed["factors"]}
    assert {key: level for key, level in levels.items() if level != today[key]} == {
        "LED": 2,
        "COORD": 3,
    }


@pytest.mark.parametrize(
    "words",
    [
        ("--with", "BUD3=2,LED2=3"),
        ("--with", " bud3 = 2 , led2=3 "),
        ("--with", "BUD3=2 LED2=3"),
        ("--with", "BUD3=2;LED2=3,"),
        ("--with", "BUD3=2", "--with", "LED2=3"),
    ],
)
def test_however_it_is_typed(words: tuple[str, ...]) -> None:
    assert document(*words)["assumed"] == {"BUD3": 2, "LED2": 3}


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("BUD9=2", "P506", "BUD5"),
        ("BUD=2", "P506", "BUD1"),
        ("=2", "P559", "BUD2=3"),
        ("BUD2", "P559", "BUD2=3"),
        ("BUD2=", "P559", "BUD2=3"),
        ("", "P559", "BUD2=3"),
        ("BUD2=2,bud2=3", "P559", "one level"),
        ("BUD2=5", "P534", "level"),
        ("BUD2=-1", "P534", "level"),
        ("BUD2=1.5", "P534", "level"),
        ("BUD2=?", "P534", "level"),
        ("BUD2=3=2", "P534", "level"),
        ("BUD2=3,LED2", "P534", "level"),
    ],
)
def test_what_is_no_question_or_level_is_named_once(typed: str, code: str, hint: str) -> None:
    ran = what_if("--with", typed)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("[P") == 1
    assert f"[{code}]" in ran.err
    assert hint in ran.err
    told = json.loads(what_if("--with", typed, "--json").out)
    assert [problem["code"] for problem in told["problems"]] == [code]


def test_what_a_quick_scan_does_not_ask_is_refused() -> None:
    asked = nordic().question_ids(quick=True)
    outside = next(question for question in nordic().questions if question not in asked)
    ran = what_if("--with", f"{outside}=4", file=QUICK)
    assert (ran.code, "quick scan" in ran.err) == (2, True)


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("pairs", ["LED2=2", EVERYTHING])
def test_it_fits_a_screen_and_its_first_line_says_that_nothing_is_done(
    language: str, pairs: str
) -> None:
    if pairs == EVERYTHING:
        pairs = ",".join(pair for pair in pairs.split(",") if not pair.startswith("BUD4="))
    ran = run(["score", EXAMPLE, "--lang", language, "--with", pairs], env={"COLUMNS": "80"})
    lines = ran.out.splitlines()
    first = {"da": "Intet er gjort endnu", "sv": "Inget är gjort ännu"}
    assert lines[0].startswith(first.get(language, "Nothing has been done yet"))
    assert len(lines) <= 30
    assert max(map(len, lines[:-2])) <= 80


def test_what_is_assumed_is_marked_wherever_it_stands() -> None:
    told = what_if("--with", "CORE1=3", "--all").out
    assert "CORE1 3*" in told
    assert "Core operations and steering chain* (CORE)" in told
    assert "LED1 1*" not in told
    assert "*" not in what_if("--all").out


def test_other_models_have_levels_of_their_own() -> None:
    file = OTHER / "company-2026.yaml"
    factors = document(file=file)["factors"]
    question, level = next(
        (q, level) for factor in factors for q, level in factor["questions"].items() if level
    )
    assert document("--with", f"{question}={level}", file=file)["assumed"] == {question: level}
    assert what_if("--with", f"{question}={level}", file=file).code == 0
