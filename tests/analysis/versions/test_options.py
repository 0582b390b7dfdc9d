"""Answers by option ids over versions: renamed, reordered, worth otherwise, declared and not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sdgassess.files.load import check_path, load_profile
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import message
from tests.given.command_line import run

_QUESTIONNAIRE = """\
format: sdgassess/questionnaire/1
id: shed
version: "{version}"
licence: none
title: {{en: Sheds}}
limits: {{en: A trial.}}
languages: [en]
roll_ups: [{{id: m, rule: mean}}]
parts:
  - id: P
    title: {{en: The shed}}
    roll_up: m
    questions:
      - id: X1
        kind: {kind}
        text: {{en: What is in the shed?}}
        levels:
{levels}
{history}
"""


class Answer(NamedTuple):
    """One answer of a question: its id, its value, its words."""

    id: str
    value: int
    text: str


BEFORE = (Answer("a", 1, "A saw"), Answer("b", 1, "A rake"), Answer("c", 2, "A mower"))
SAW, RAKE, MOWER = BEFORE
REORDERED = (MOWER, SAW, RAKE)
RENAMED_TEXT = (SAW._replace(text="A hand saw"), RAKE, MOWER)
RENAMED_ID = (SAW, RAKE._replace(id="r"), MOWER)
WORTH_MORE = (SAW, RAKE, MOWER._replace(value=3))
ONE_MORE = (*BEFORE, Answer("d", 4, "A boat"))
SWAPPED = (SAW._replace(text="A rake"), RAKE._replace(text="A saw"), MOWER)
UNDECLARED = {
    "text": RENAMED_TEXT,
    "id": RENAMED_ID,
    "value": WORTH_MORE,
    "more": ONE_MORE,
    "swapped": SWAPPED,
}


def write(
    folder: Path, version: str, answers: tuple[Answer, ...], kind: str = "one", history: str = ""
) -> Path:
    """A version of the questionnaire."""
    levels = "\n".join(
        f"          - {{id: {each.id}, value: {each.value}, text: {{en: {each.text}}}}}"
        for each in answers
    )
    declared = f"        history: [{{version: '{version}', {history}}}]" if history else ""
    path = folder / f"shed-{version}.yaml"
    path.write_text(
        _QUESTIONNAIRE.format(version=version, kind=kind, levels=levels, history=declared),
        encoding="utf-8",
    )
    return path


def profile(folder: Path, version: str, answer: str) -> str:
    """A profile with one answer, of a year of its version."""
    name = f"p-{version}.yaml"
    (folder / name).write_text(
        "format: sdgassess/profile/1\nsubject: {name: Corner}\n"
        f"date: 202{version[-1]}-05-01\n"
        f'questionnaire: {{id: shed, version: "{version}"}}\nanswers:\n  X1: {{{answer}}}\n',
        encoding="utf-8",
    )
    return name


def result(folder: Path, *line: str) -> dict[str, Any]:
    """The JSON document of a command line."""
    ran = run([*line, "--json"], folder=folder)
    assert ran.code == 0, ran.err + ran.out
    document: dict[str, Any] = json.loads(ran.out)
    return document


def verdict(folder: Path, first: str, second: str) -> tuple[str, str | None]:
    """How two answers of two versions compare."""
    files = profile(folder, "1.0", first), profile(folder, "1.1", second)
    (row,) = result(folder, "compare", *files)["questions"]
    return row["change"], row["because"]


def fate(folder: Path, answer: str) -> str:
    """What becomes of an answer in the newer version; what is written must be a profile of it."""
    name = profile(folder, "1.0", answer)
    document = result(folder, "migrate", name, "--to", "1.1", "--apply")
    (row,) = document["answers"]
    loaded = load_profile(folder / name)
    assert loaded.value is not None, [message(p, Words("en")) for p in loaded.problems]
    (folder / document["kept"]).unlink()
    return str(row["fate"])


@pytest.mark.parametrize("kind", ["one", "several"])
def test_the_order_of_reading_changes_nothing(tmp_path: Path, kind: str) -> None:
    write(tmp_path, "1.0", BEFORE, kind)
    newer = write(tmp_path, "1.1", REORDERED, kind)
    assert check_path(newer) == ()
    assert verdict(tmp_path, "options: [b]", "options: [b]") == ("same", None)
    assert verdict(tmp_path, "options: [a]", "options: [c]") == ("up", None)
    assert fate(tmp_path, "options: [c]") == "carried"
    document = result(tmp_path, "questionnaire", "diff", "shed-1.0.yaml", "shed-1.1.yaml")
    assert not document["reworded"] + document["rescaled"]


@pytest.mark.parametrize("kind", ["one", "several"])
@pytest.mark.parametrize("change", UNDECLARED)
def test_what_is_not_declared_is_told_and_does_not_compare(
    tmp_path: Path, change: str, kind: str
) -> None:
    write(tmp_path, "1.0", BEFORE, kind)
    newer = write(tmp_path, "1.1", UNDECLARED[change], kind)
    problems = check_path(newer)
    assert {problem.code for problem in problems} == {"P252"}
    names = {each.id for each in (*BEFORE, *UNDECLARED[change])}
    for problem in problems:
        assert problem.facts["option"] in names
        assert str(problem.facts["option"]) in message(problem, Words("en"))
        assert problem.where.line is not None
    because = "rescaled" if change in ("value", "more") else "reworded"
    assert verdict(tmp_path, "options: [a]", "options: [a]") == ("not-comparable", because)
    assert fate(tmp_path, "options: [a]") == "unmapped"


@pytest.mark.parametrize("kind", ["one", "several"])
def test_both_texts_are_told_at_the_line_of_the_answer(tmp_path: Path, kind: str) -> None:
    write(tmp_path, "1.0", BEFORE, kind)
    newer = write(tmp_path, "1.1", RENAMED_TEXT, kind)
    (problem,) = check_path(newer)
    assert "A hand saw" in newer.read_text("utf-8").splitlines()[(problem.where.line or 1) - 1]
    text = message(problem, Words("en"))
    assert '"A saw" is now "A hand saw"' in text
    document = result(tmp_path, "questionnaire", "diff", "shed-1.0.yaml", "shed-1.1.yaml")
    ((change,),) = [row["texts"] for row in document["reworded"]]
    assert (change["option"], change["level"]) == ("a", 1)
    assert (change["from"], change["to"]) == ({"en": "A saw"}, {"en": "A hand saw"})
    page = run(["questionnaire", "diff", "shed-1.0.yaml", "shed-1.1.yaml"], folder=tmp_path).out
    assert "answer a, worth 1" in page


@pytest.mark.parametrize("kind", ["one", "several"])
@pytest.mark.parametrize("change", ["text", "id", "swapped"])
def test_what_is_declared_exact_compares(tmp_path: Path, change: str, kind: str) -> None:
    write(tmp_path, "1.0", BEFORE, kind)
    declared = "change: reworded, comparable: exact"
    newer = write(tmp_path, "1.1", UNDECLARED[change], kind, declared)
    assert check_path(newer) == ()
    assert verdict(tmp_path, "options: [a]", "options: [c]") == ("up", None)
    assert fate(tmp_path, "options: [a]") == "carried"


@pytest.mark.parametrize("kind", ["one", "several"])
@pytest.mark.parametrize("change", UNDECLARED)
def test_what_is_declared_none_does_not_compare(tmp_path: Path, change: str, kind: str) -> None:
    write(tmp_path, "1.0", BEFORE, kind)
    write(tmp_path, "1.1", UNDECLARED[change], kind, "change: reworded, comparable: none")
    assert verdict(tmp_path, "options: [a]", "options: [a]")[0] == "not-comparable"
    assert fate(tmp_path, "options: [a]") == "unmapped"


def test_an_id_that_is_gone_is_asked_again_though_the_question_compares(tmp_path: Path) -> None:
    write(tmp_path, "1.0", BEFORE)
    write(tmp_path, "1.1", RENAMED_ID, history="change: reworded, comparable: exact")
    assert fate(tmp_path, "options: [b]") == "unmapped"
    assert fate(tmp_path, "options: [c]") == "carried"
    voices = "voices: [{role: x, options: [a]}, {role: y, options: [b]}]"
    assert fate(tmp_path, voices) == "unmapped"


def test_last_years_choice_is_kept_in_words_where_its_id_is_gone(tmp_path: Path) -> None:
    write(tmp_path, "1.0", BEFORE)
    write(tmp_path, "1.1", RENAMED_ID, history="change: reworded, comparable: exact")
    for earlier, options, reason in (
        ("[c]", ("c",), None),
        ("[b]", None, "was: {options: [b], version: 1.0}"),
        ("[z]", None, "was: {options: [z], version: 1.0}"),
    ):
        assert fate(tmp_path, f"options: [a], was: {{options: {earlier}}}") == "carried"
        migrated = load_profile(tmp_path / "p-1.0.yaml").value
        assert migrated is not None
        was = migrated.answers["X1"].was
        assert was is not None
        assert (was.options, was.level, was.reason) == (options, None, reason)


def test_words_under_means_are_those_of_the_chosen_answer(tmp_path: Path) -> None:
    write(tmp_path, "1.0", BEFORE)
    write(tmp_path, "1.1", RENAMED_TEXT, history="change: reworded, comparable: exact")
    right = "options: [b], means: A rake"
    assert check_path(tmp_path / profile(tmp_path, "1.0", right)) == ()
    wrong = tmp_path / profile(tmp_path, "1.0", "options: [b], means: A saw")
    (problem,) = check_path(wrong)
    assert problem.code == "P152"
    assert "the answer b says" in message(problem, Words("en"))
    assert fate(tmp_path, "options: [a], means: A saw") == "carried"
    migrated = load_profile(tmp_path / "p-1.0.yaml").value
    assert migrated is not None
    assert migrated.answers["X1"].means == "A hand saw"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("options: [b], means: A rake", "options: [b], means: A rake", "same"),
        ("options: [a], means: A saw", "options: [b], means: A rake", "same"),
        ("options: [b], means: A hoe", "options: [b], means: A hoe", "same"),
        ("options: [b], means: A hoe", "options: [b], means: A rake", "not-comparable"),
        ("options: [a], means: A hoe", "options: [b], means: A hoe", "not-comparable"),
    ],
)
def test_own_words_are_held_against_the_chosen_answer(
    tmp_path: Path, first: str, second: str, expected: str
) -> None:
    write(tmp_path, "1.0", BEFORE)
    write(tmp_path, "1.1", BEFORE)
    assert verdict(tmp_path, first, second)[0] == expected


def test_a_move_is_told_in_the_words_of_the_chosen_answers(tmp_path: Path) -> None:
    write(tmp_path, "1.0", BEFORE)
    write(tmp_path, "1.1", BEFORE)
    files = profile(tmp_path, "1.0", "options: [c]"), profile(tmp_path, "1.1", "options: [b]")
    page = run(["compare", *files, "--all"], folder=tmp_path).out
    assert "A rake" in page
    assert "A saw" not in page
    report = run(["report", *files, "--layout", "years", "-o", "r.md"], folder=tmp_path)
    assert report.code == 0, report.err
    paper = (tmp_path / "r.md").read_text("utf-8")
    assert "A rake" in paper
    assert "A mower" in paper
    assert "A saw" not in paper


def test_answers_that_values_tell_apart_go_over_without_their_ids(tmp_path: Path) -> None:
    """Where values are unique ids are names only: renaming one changes nothing that was asked."""
    unique = (SAW, MOWER)
    write(tmp_path, "1.0", unique)
    newer = write(tmp_path, "1.1", (SAW, MOWER._replace(id="m")))
    assert check_path(newer) == ()
    assert verdict(tmp_path, "options: [c]", "options: [m]") == ("same", None)
    assert fate(tmp_path, "options: [c]") == "carried"
    migrated = load_profile(tmp_path / "p-1.0.yaml").value
    assert migrated is not None
    assert migrated.answers["X1"].level == 2


def test_several_answers_declared_exact_keep_their_sum_only_where_it_is_still_worth_that(
    tmp_path: Path,
) -> None:
    write(tmp_path, "1.0", BEFORE, "several")
    declared = "change: rescaled, comparable: approximate"
    write(tmp_path, "1.1", WORTH_MORE, "several", declared)
    assert verdict(tmp_path, "options: [a]", "options: [c]") == ("not-comparable", "rescaled")
    declared = "change: reworded, comparable: exact"
    write(tmp_path, "1.1", WORTH_MORE, "several", declared)
    assert verdict(tmp_path, "options: [a, b]", "options: [c]")[0] == "up"
    assert fate(tmp_path, "options: [a, b]") == "carried"
    assert fate(tmp_path, "options: [a, c]") == "unmapped"
