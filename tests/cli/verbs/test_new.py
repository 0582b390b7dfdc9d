"""Beginning a questionnaire of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sdgassess.files.load import load_questionnaire
from tests.given.command_line import run

Answers = dict[str, Any]

MEAN: Answers = {
    "ASK1": 1,
    "ASK2": "0.5",
    "COUNT1": "0.5",
    "COUNT2": "0.25",
    "SEE1": "0.25",
    "SEE2": 0,
    "READY1": 0,
    "READY2": 0,
    "MEND1": 1,
    "MEND2": 1,
    "RENEW1": "0.5",
    "RENEW2": "0.5",
    "ANSWER1": 1,
    "ANSWER2": "0.5",
    "EXPLAIN1": "0.5",
    "EXPLAIN2": 0,
}
LADDER: Answers = {"BEGIN1": 2, "BEGIN2": 2, "EQUIP1": 2, "EQUIP2": 1}
SCORECARD: Answers = {
    "FOOD1": 1,
    "FOOD2": ["season", "fish"],
    "WASTE1": 1,
    "WASTE2": ["again", "given"],
    "PEOPLE1": 0,
    "PEOPLE2": 1,
}
WORKED: dict[str, tuple[Answers, dict[str, float]]] = {
    "mean": (MEAN, {"ALL": 0.9375, "UNDERSTAND": 0.625, "NEEDS": 1.125, "ASK": 1.5}),
    "ladder": (LADDER, {"PATH": 1, "BEGIN": 2, "EQUIP": 1}),
    "scorecard": (SCORECARD, {"KITCHEN": 4, "FOOD": 4, "WASTE": 5, "PEOPLE": 2}),
}
"""Answers and the levels they give, as docs/writing-a-questionnaire.md works them through."""


def test_the_starter_passes_the_check_and_can_be_used(tmp_path: Path) -> None:
    made = run(["questionnaire", "new", "mine-0.1.yaml"], folder=tmp_path)
    assert made.code == 0
    assert "sdgassess check mine-0.1.yaml" in made.err
    checked = run(["check", "mine-0.1.yaml"], folder=tmp_path)
    assert (checked.code, checked.out) == (0, "")
    loaded = load_questionnaire(tmp_path / "mine-0.1.yaml")
    assert loaded.value is not None
    assert loaded.value.id == "mine"
    assert loaded.value.complete_languages == ("da", "sv", "en")
    assert "#" in (tmp_path / "mine-0.1.yaml").read_text("utf-8")
    lines = "Prøveby\nDK\n\n\n2\n\n1\nq\n"
    sat = run(
        ["assess", "--questionnaire", "mine-0.1.yaml", "p.yaml"], folder=tmp_path, typed=lines
    )
    assert sat.code == 0
    assert run(["score", "p.yaml"], folder=tmp_path).code == 0


def test_it_never_overwrites(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("mine\n", "utf-8")
    made = run(["questionnaire", "new", file])
    assert made.code == 4
    assert file.read_text("utf-8") == "mine\n"


@pytest.mark.parametrize("like", WORKED)
def test_every_starter_passes_the_check_without_a_word(like: str, tmp_path: Path) -> None:
    assert run(["questionnaire", "new", "own-0.1.yaml", "--like", like], folder=tmp_path).code == 0
    checked = run(["check", "own-0.1.yaml"], folder=tmp_path)
    assert (checked.code, checked.out) == (0, "")
    loaded = load_questionnaire(tmp_path / "own-0.1.yaml")
    assert loaded.value is not None
    assert loaded.value.complete_languages == ("da", "sv", "en")


@pytest.mark.parametrize("like", WORKED)
def test_worked_examples_come_out_as_the_page_says(like: str, tmp_path: Path) -> None:
    answers, levels = WORKED[like]
    _profile_of(like, answers, tmp_path)
    scored = run(["score", "p.yaml", "--json"], folder=tmp_path)
    result = json.loads(scored.out)
    nodes = {node["id"]: node["level"] for node in result["factors"] + result["tiers"]}
    assert {key: nodes[key] for key in levels} == levels


@pytest.mark.parametrize("like", WORKED)
@pytest.mark.parametrize("ending", ["pdf", "html", "docx", "xlsx", "md"])
def test_every_starter_is_printed(like: str, ending: str, tmp_path: Path) -> None:
    answers, _ = WORKED[like]
    _profile_of(like, answers, tmp_path)
    printed = run(["report", "p.yaml", "-o", f"p.{ending}"], folder=tmp_path)
    assert (printed.code, (tmp_path / f"p.{ending}").stat().st_size > 500) == (0, True)


@pytest.mark.parametrize("like", WORKED)
def test_every_starter_is_asked(like: str, tmp_path: Path) -> None:
    run(["questionnaire", "new", "own-0.1.yaml", "--like", like], folder=tmp_path)
    lines = "North\n\n\n\n" + "1\n\n" * 3 + "q\n" * 3
    asked = run(
        ["assess", "--plain", "--questionnaire", "own-0.1.yaml", "p.yaml"],
        folder=tmp_path,
        typed=lines,
    )
    assert asked.code == 0
    assert run(["score", "p.yaml"], folder=tmp_path).code == 0


def test_of_several_answers_the_report_names_those_that_could_be_added(tmp_path: Path) -> None:
    _profile_of("scorecard", {**SCORECARD, "FOOD2": ["season", "fish"]}, tmp_path)
    assert run(["report", "p.yaml", "-o", "p.md", "--lang", "en"], folder=tmp_path).code == 0
    page = (tmp_path / "p.md").read_text("utf-8")
    assert "One more of these: A dish without meat; Whole grain" in page
    assert "There is no higher level" not in page


def _profile_of(like: str, answers: Answers, folder: Path) -> None:
    """A starter, and a profile of it with these answers."""
    run(["questionnaire", "new", "own-0.1.yaml", "--like", like], folder=folder)
    profile = {
        "format": "sdgassess/profile/1",
        "subject": {"name": "North"},
        "date": "2026-03-01",
        "status": "complete",
        "questionnaire": {"id": "own", "version": "0.1"},
        "answers": {
            key: {"options": value} if isinstance(value, list) else {"level": value}
            for key, value in answers.items()
        },
    }
    (folder / "p.yaml").write_text(json.dumps(profile), "utf-8")
