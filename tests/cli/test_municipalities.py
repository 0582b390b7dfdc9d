"""Invented municipalities: their screens differ in what they say, and make sense to each."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from sdgassess.files.load import load_profile
from tests.given.command_line import run
from tests.given.places import EXAMPLE, MUNICIPALITIES

NAMES = tuple(sorted(path.stem for path in MUNICIPALITIES.glob("*.yaml")))


def told(verb: str, name: str) -> dict[str, Any]:
    """The JSON result of a verb on a municipality."""
    found: dict[str, Any] = json.loads(run([verb, MUNICIPALITIES / f"{name}.yaml", "--json"]).out)
    return found


def body(verb: str, name: str) -> str:
    """A screen without its first line, which names the municipality and the date."""
    out = run([verb, MUNICIPALITIES / f"{name}.yaml", "--lang", "en"]).out
    return out.split("\n", 1)[1]


@pytest.mark.parametrize("verb", ["score", "gaps", "explain"])
def test_nobody_gets_the_same_screen_twice(verb: str) -> None:
    screens = {name: body(verb, name) for name in NAMES}
    assert len(set(screens.values())) == len(NAMES)


@pytest.mark.parametrize("detail", [[], ["--against", "vaxjo"]])
def test_no_way_is_another_where_the_own_is_not_answered(
    tmp_path: Path, detail: list[str]
) -> None:
    answered = MUNICIPALITIES / "pilots.yaml"
    unanswered = tmp_path / "unanswered.yaml"
    lines = answered.read_text("utf-8").splitlines(keepends=True)
    unanswered.write_text(
        "".join(x for x in lines if not x.startswith("  coordination:")), "utf-8"
    )
    screens = [run(["gaps", file, *detail, "--lang", "en"]).out for file in (answered, unanswered)]
    assert ["another way" in screen for screen in screens] == [True, False]
    assert ["one of several ways" in screen for screen in screens] == [False, True]


def test_no_way_is_another_where_there_is_none_yet() -> None:
    screen = run(["gaps", MUNICIPALITIES / "beginner.yaml", "--lang", "en"]).out
    assert "one of several ways of working" in screen
    assert "another way" not in screen


def test_twins_stand_at_the_same_levels_and_are_told_apart() -> None:
    one, other = told("score", "twins-a"), told("score", "twins-b")
    assert [f["level"] for f in one["factors"]] == [f["level"] for f in other["factors"]]
    differing = [
        question
        for mine, theirs in zip(one["factors"], other["factors"], strict=True)
        for question, level in mine["questions"].items()
        if level != theirs["questions"][question]
    ]
    assert len(differing) >= 10
    assert body("score", "twins-a") != body("score", "twins-b")


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_told_to_do_what_is_done(name: str) -> None:
    profile = load_profile(MUNICIPALITIES / f"{name}.yaml").value
    assert profile is not None
    for candidate in told("gaps", name)["candidates"]:
        answer = profile.answers[candidate["question"]]
        assert candidate["from"] < candidate["to"]
        assert candidate["to"] >= 2
        assert answer.level is None or answer.level <= Fraction(2)


RISKS: dict[str, set[str]] = {
    "paper": {"paper-without-practice", "one-legged-collaboration"},
    "pilots": {"project-trap", "person-dependence", "practice-without-receiver"},
    "cut-back": {"silo"},
    "companies": {"silo"},
    "without-the-word": set(),
    "informal": {"person-dependence", "one-legged-collaboration"},
    "beginner": {"silo", "pin-on-the-jacket"},
    "frontrunner": set(),
}
"""The high risks of those whose story is about them."""

FIRST: dict[str, set[str]] = {
    "paper": {"CORE6", "LED3"},
    "pilots": {"CONT1", "BUD2"},
    "cut-back": {"COORD1", "BUD2"},
    "companies": {"COORD2", "POL3", "POL5"},
    "beginner": {"POL1", "FOC2"},
    "twins-a": {"CORE2", "CONT2"},
    "without-the-word": {"SAM1", "POL1"},
    "informal": {"CONT3", "EXT2"},
}
"""What must be among the suggestions."""

NEVER: dict[str, tuple[str, ...]] = {
    "paper": ("Pin on the jacket", "Waiting for the answer key", "too much under way"),
    "pilots": ("Paper without practice", "Pin on the jacket", "Strategy-led"),
    "cut-back": ("too much under way", "The project trap", "Person-dependence"),
    "companies": ("One-legged collaboration", "Paper without practice", "too much under way"),
    "without-the-word": ("Risk patterns", "The side track", "too much under way"),
    "informal": ("Paper without practice", "Pin on the jacket", "The silo"),
    "beginner": ("too much under way", "The project trap", "Paper without practice"),
    "frontrunner": ("Risk patterns", "too much under way"),
}
"""What the answers deny."""


@pytest.mark.parametrize("name", RISKS)
def test_a_high_risk_is_the_story_and_no_other(name: str) -> None:
    patterns = told("score", name)["patterns"]
    assert {p["id"] for p in patterns if p["result"] == "high"} == RISKS[name]


@pytest.mark.parametrize("name", FIRST)
def test_what_comes_first_is_among_the_suggestions(name: str) -> None:
    assert set(told("gaps", name)["priorities"]) >= FIRST[name]


def test_of_ways_out_that_stand_alike_one_is_enough() -> None:
    advice = told("gaps", "paper")
    assert advice["either"] == [["BUD4", "EXT3"]]
    assert not {"BUD4", "EXT3"} & {*advice["priorities"], *advice["not_now"]}
    screen = " ".join(body("gaps", "paper").split())
    assert "one is enough: BUD4, EXT3." in screen
    assert "none of them first" not in screen


def test_no_part_is_raised_to_three_before_core_questions_at_one() -> None:
    levels = told("gaps", "companies")
    raised = {c["question"]: c["from"] for c in levels["candidates"]}
    assert "BUD1" not in levels["priorities"]
    assert {raised[question] for question in levels["priorities"]} == {1}


@pytest.mark.parametrize(("name", "language"), [("paper", "da"), ("informal", "sv")])
def test_json_holds_the_sentences_of_each_pattern(name: str, language: str) -> None:
    file = MUNICIPALITIES / f"{name}.yaml"
    document = run(["score", file, "--json", "--lang", language]).out
    high = [pattern for pattern in json.loads(document)["patterns"] if pattern["result"] == "high"]
    assert any(pattern["clauses"] for pattern in high)
    for pattern in high:
        screen = " ".join(run(["explain", file, pattern["id"], "--lang", language]).out.split())
        clauses = [clause["text"] for clause in pattern["clauses"]]
        assert all(
            " ".join(sentence.split()) in screen for sentence in (pattern["says"], *clauses)
        )


def test_of_two_patterns_that_say_the_same_json_names_the_graver() -> None:
    patterns = {pattern["id"]: pattern for pattern in told("score", "pilots")["patterns"]}
    assert patterns["practice-without-receiver"]["yields_to"] == "project-trap"
    assert patterns["project-trap"]["yields_to"] is None


def test_over_years_a_pattern_that_yields_is_not_listed_beside_the_graver(tmp_path: Path) -> None:
    text = (MUNICIPALITIES / "pilots.yaml").read_text("utf-8")
    files = [tmp_path / f"{year}.yaml" for year in (2025, 2026, 2027)]
    for file in files[:2]:
        file.write_text(text.replace("date: 2026", f"date: {file.stem}"), "utf-8")
    fewer = text.replace("date: 2026", "date: 2027").replace(
        "project-share: 4", "project-share: 1"
    )
    assert fewer.count("project-share: 1") == 1
    files[2].write_text(fewer, "utf-8")
    both_high = run(["compare", *files[:2], "--all", "--lang", "en"]).out
    assert "The project trap" in both_high
    assert "Practice without a receiver" not in both_high
    later = " ".join(run(["compare", *files, "--all", "--lang", "en"]).out.split())
    _, receiver = later.split("Practice without a receiver: ")
    assert receiver.startswith("see The project trap in 2025 and 2026, medium in 2027.")


@pytest.mark.parametrize("name", NEVER)
def test_nobody_gets_a_sentence_that_the_answers_deny(name: str) -> None:
    screens = body("score", name) + body("gaps", name)
    assert not [sentence for sentence in NEVER[name] if sentence in screens]


def test_a_beginner_is_not_told_that_it_bit_off_too_much() -> None:
    found = {p["id"]: p for p in told("score", "beginner")["patterns"]}
    assert found["bitten-off-too-much"]["result"] == "not-exposed"
    assert found["bitten-off-too-much"]["could_be"] is None
    assert found["project-trap"]["result"] == "not-exposed"
    assert "too much under way" not in body("gaps", "beginner")


def test_a_coordinator_alone_is_told_so_and_asked_for_evidence() -> None:
    screen = body("score", "typical-coordinator-alone")
    assert "one person's picture" in screen
    unbacked = told("gaps", "typical-coordinator-alone")["find_evidence"]
    assert len(unbacked) >= 5
    levels = {
        question: level
        for factor in told("score", "typical-coordinator-alone")["factors"]
        for question, level in factor["questions"].items()
    }
    assert all(levels[question] >= 3 for question in unbacked)


def test_a_frontrunner_has_little_left_and_much_to_keep() -> None:
    gaps = told("gaps", "frontrunner")
    assert len(gaps["candidates"]) <= 2
    assert len(gaps["keep"]) == 3
    assert not gaps["not_now"]
    assert all(f["backed_level"] >= 3 for f in told("score", "frontrunner")["factors"])


def test_what_the_room_picked_comes_instead_of_suggestions(tmp_path: Any) -> None:
    file = tmp_path / "picked.yaml"
    text = EXAMPLE.read_text("utf-8")
    pick = "priorities:\n  - {question: FOC2, target: 3, who: direktion, by: 2026-10-01}\n"
    file.write_text(text + pick, "utf-8")
    gaps = json.loads(run(["gaps", file, "--json"]).out)
    assert gaps["picked"] is True
    assert gaps["priorities"] == ["FOC2"]
    assert "FOC2" not in gaps["not_now"]
    screen = run(["gaps", file, "--lang", "en"]).out
    assert "What the room picked" in screen
    assert "[suggested]" not in screen


def test_every_missing_condition_of_the_own_way_is_named_and_the_widest_gap_first() -> None:
    screen = body("gaps", "pilots")
    conditions, _ = screen.split("What documents show elsewhere")
    missing = ["LED2", "COORD6", "CONT1", "SAM1", "BUD3", "COORD1", "COORD3", "CONT2", "CONT6"]
    places = [conditions.index(question) for question in missing]
    assert places == sorted(places)
    assert "Also missing: COORD3, CONT2, CONT6." in conditions
    assert "Also missing" not in body("gaps", "solid")


def test_the_others_are_named_after_those_that_they_are_other_than() -> None:
    screen = " ".join(body("score", "twins-a").split())
    assert screen.index("Lowest, at level 1: Core") < screen.index(
        "All the others stand at level 2."
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_is_preliminary_is_so_also_where_gaps_begin_with_the_own_way(name: str) -> None:
    """The gravest thing to know before choosing is that somebody has still to be heard."""
    standing, missing = body("score", name), body("gaps", name)
    assert ("Preliminary" in missing) is ("Preliminary" in standing)
    if "Preliminary" in missing:
        assert missing.strip().startswith("Preliminary")


def test_where_one_person_answered_nothing_is_said_of_different_views() -> None:
    alike = "Nothing is seen so differently"
    pages = {
        name: run(["gaps", MUNICIPALITIES / f"{name}.yaml", "--all", "--lang", "en"]).out
        for name in ("typical-coordinator-alone", "frontrunner")
    }
    assert [alike in page for page in pages.values()] == [False, True]


def written(folder: Path, name: str, **keys: Any) -> Path:
    """A profile of a municipality with some keys of its own."""
    profile = yaml.safe_load((MUNICIPALITIES / f"{name}.yaml").read_text("utf-8"))
    file = folder / "own.yaml"
    file.write_text(json.dumps({**profile, **keys}, default=str), "utf-8")
    return file


def test_what_a_room_did_not_answer_is_no_ground_for_a_suggestion(tmp_path: Path) -> None:
    file = written(tmp_path, "pilots", answers={"LED2": {"level": 1}, "POL1": {"level": 1}})
    screen = run(["gaps", file, "--lang", "en"]).out
    assert "Too little is known for a conclusion: 2 of 60" in screen
    assert "LED2" in screen
    assert "suggested:" not in screen


def test_a_part_that_does_not_apply_is_not_called_unknown(tmp_path: Path) -> None:
    answers = told("score", "solid")["factors"]
    levels = {
        question: {"level": level}
        if factor["id"] != "PAR"
        else {"state": "not-applicable", "reason": "Elsewhere"}
        for factor in answers
        for question, level in factor["questions"].items()
    }
    file = written(tmp_path, "solid", answers=levels)
    run(["report", file, "-o", tmp_path / "report.md", "--lang", "en"])
    page = (tmp_path / "report.md").read_text("utf-8").split("\n## ")[1]
    assert "| Participation and user perspective | not applicable |" in page
    assert "too little is known" not in page


def test_a_profile_of_one_unit_says_whose_it_is(tmp_path: Path) -> None:
    file = written(tmp_path, "solid", **{"units-covered": ["Park"]})
    assert run(["score", file, "--lang", "en"]).out.startswith("Solidstrup (Park)")
    several = written(tmp_path, "solid", **{"units-covered": ["Park", "School"]})
    assert "Park" not in run(["score", several, "--lang", "en"]).out


def test_the_quotes_named_are_of_a_reference_that_can_be_compared() -> None:
    screen = run(["gaps", MUNICIPALITIES / "frontrunner.yaml", "--lang", "en"]).out
    assert "--against gladsaxe" in screen
