"""Answers that ids name: typed in a sitting, kept in the file, scored, printed on a form."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from sdgassess.model.profile import Answer
from tests.given.command_line import run
from tests.given.questionnaires import FOREIGN

MINE = "scorecard-1.0.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a questionnaire whose answers have ids."""
    shutil.copy(FOREIGN / MINE, tmp_path / MINE)
    return tmp_path


def sit(folder: Path, typed: str, questionnaire: str = MINE, people: str = "") -> str:
    """Assess a firm; how it begins is left as offered."""
    line = ["assess", "--plain", "--lang", "en", "--questionnaire", questionnaire, "p.yaml"]
    sat = run(line, folder=folder, typed=f"Firm\n{people}\n{typed}")
    assert sat.code in (0, None), sat.err
    return sat.out


def test_what_was_chosen_is_kept_by_its_id_and_worth_its_level(folder: Path) -> None:
    told = sit(folder, "c\na C\n1/3\n5\n3\n:q\n")
    assert "A1 = c" in told
    assert "A2 = a c" in told
    text = (folder / "p.yaml").read_text("utf-8")
    assert "options: [c]" in text
    assert "options: [a, c]" in text
    loaded = load_profile(folder / "p.yaml")
    assert loaded.value is not None, loaded.problems
    levels = {key: answer.level for key, answer in loaded.value.answers.items()}
    assert levels == {"A1": 2, "A2": Fraction(4, 3), "A3": Fraction(1, 3), "B1": 5, "B2": 3}


def test_keys_have_a_colon_where_letters_are_answers(folder: Path) -> None:
    told = sit(folder, "b\n0\n:b\n:b\n:c Only the plan.\n:u\n\n:q\n")
    assert ":b back" in told
    assert "A2 = 0" in told
    loaded = load_profile(folder / "p.yaml")
    assert loaded.value is not None, loaded.problems
    assert loaded.value.answers["A1"].comment == "Only the plan."
    assert loaded.value.answers["A1"].options is None
    assert loaded.value.answers["A2"].options == ()


def test_an_id_that_is_no_answer_is_refused(folder: Path) -> None:
    told = sit(folder, "d\na b\nc\n:q\n")
    assert "“d” is not an answer here" in told
    loaded = load_profile(folder / "p.yaml")
    assert loaded.value is not None, loaded.problems
    assert loaded.value.answers["A1"].options == ("c",)


def test_a_form_ticks_what_was_chosen(folder: Path) -> None:
    sit(folder, "c\na b\n:q\n")
    printed = run(["form", "p.yaml", "--lang", "en", "-o", "form.md"], folder=folder)
    assert printed.code == 0, printed.err
    form = (folder / "form.md").read_text("utf-8")
    ticked = [line for line in form.splitlines() if "☒" in line or "[x]" in line]
    assert [text for text in ("A plan", "Bikes", "Buses") if any(text in t for t in ticked)] == [
        "A plan",
        "Bikes",
        "Buses",
    ]
    assert not any("A policy" in line or "Trains" in line for line in ticked)


ROLES = (
    "roles: [{id: boss, letter: b, title: {en: Boss}}, {id: staff, letter: s, title: {en: Staff}}]"
)
"""Two roles, one of them with a letter that is an answer's id and a key too."""


@pytest.fixture
def room(folder: Path) -> Path:
    """The same questionnaire with roles, so that several sit at a table."""
    text = (folder / MINE).read_text("utf-8").replace("roll_ups:", f"{ROLES}\nroll_ups:", 1)
    (folder / MINE).write_text(text, "utf-8")
    return folder


def answer_in(folder: Path, question: str) -> Answer:
    """What a profile says to a question."""
    loaded = load_profile(folder / "p.yaml")
    assert loaded.value is not None, loaded.problems
    return loaded.value.answers[question]


def test_a_table_takes_answers_by_id_with_who_agreed_and_why(room: Path) -> None:
    told = sit(
        room, "y\n\nb:a s:b\nc b enough\nnobody\nb:a+c s:b\na c bs by both\n\n:q\n", people="b s"
    )
    assert "b:b s:b voices" in told, "examples are typed as they are shown"
    assert "b:b+c s:b voices" in told
    assert "outside all voices" not in told
    first, second = answer_in(room, "A1"), answer_in(room, "A2")
    assert first.options == ("c",)
    assert first.agreed is not None
    assert (first.agreed.by, first.agreed.reason) == (("boss",), "enough")
    assert [voice.options for voice in second.voices] == [("a", "c"), ("b",)]
    assert second.options == ("a", "c")
    assert second.agreed is not None
    assert (second.agreed.by, second.agreed.reason) == (("boss", "staff"), "by both")


def test_in_turn_an_id_is_an_answer_and_a_colon_makes_it_a_key(room: Path) -> None:
    sit(room, "y\n\n:a\nb\n:b\na\n:u\n\n:q\n", people="b s")
    assert [(voice.role, voice.options) for voice in answer_in(room, "A1").voices] == [
        ("boss", ("a",)),
        ("staff", None),
    ]


def test_help_at_a_table_of_ids_shows_ids_and_keys_as_they_are_typed(room: Path) -> None:
    told = " ".join(sit(room, "y\n\nb:a s:b\n:?\n:q\n", people="b s").split())
    assert "and why: b bs and words." in told
    assert ":c comment, :b back, :q save and stop." in told
