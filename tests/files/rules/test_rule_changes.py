"""Every rule that a version changes without a word is told at its line with both texts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from sdgassess.files.load import check_path
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import hint, message
from sdgassess.problem import Problem

BEFORE = """\
format: sdgassess/questionnaire/1
id: yard
version: "1.0"
licence: none
title: {en: Yards}
limits: {en: A trial.}
languages: [en]
strong_from: 2
roles:
  - {id: cook, letter: c, title: {en: cook}}
  - {id: maid, letter: m, title: {en: maid}}
voices:
  disagreement: 2
  last_word_voices: 1
  because: {en: Two say more.}
backing:
  carries: {none: 1, oral: 1, document: 2, in-use: 3}
  fresh_months: 24
  roles_needed: [{level: 2, roles: 2}]
  fewest_sources: 1
roll_ups:
  - id: m
    rule: mean
    weighted: true
    bands:
      - {id: low, from: 0, title: {en: Low}, text: {en: Much to do.}}
      - {id: fair, from: 1, title: {en: Fair}}
  - id: n
    rule: sum
    weighted: true
parts:
  - id: P
    title: {en: The yard}
    roll_up: m
    outside_voice: maid
    questions:
      - id: X1
        text: {en: Is there a fence?}
        levels: [{value: 0, text: {en: No}}, {value: 1, text: {en: Some}}, {value: 2, text: {en: Yes}}]
      - id: X2
        core: true
        backed_by: document
        roles: [cook, maid]
        last_word: cook
        weight: 2
        ask_if: {question: X1, at_least: 1}
        of: trees
        text: {en: Is there a gate?}
        levels: [{value: 0, text: {en: No}}, {value: 1, text: {en: Some}}, {value: 2, text: {en: Yes}}]
        first:
          - {to: [2], any: [{X1: 1}], raise: [X1], because: {en: A gate needs a fence.}}
context:
  - {id: trees, kind: number, before: P, text: {en: How many trees?}}
  - {id: walls, kind: number, before: P, text: {en: How many walls?}}
style:
  - {id: taste, kind: choice, title: {en: Taste}, text: {en: Which?}, options: [{id: wild, title: {en: Wild}}, {id: tame, title: {en: Tame}}]}
gates:
  - {id: g, caps: P, at_most: {lowest_of: [{question: X1}], plus: 1}, because: {en: It must stand.}}
patterns:
  - id: sham
    title: {en: Sham}
    says: {high: {en: A sham.}, medium: {en: Half a sham.}}
    triggers: [{question: X1, at_most: 0}, {question: X2, at_most: 1}]
    high: {all: [{triggered: X1}, {triggered: X2}]}
    medium: {any: [{triggered: X1}, {triggered: X2}]}
    way_out: {en: Build it.}
  - id: hole
    title: {en: Hole}
    says: {high: {en: A hole.}, medium: {en: Half a hole.}}
    triggers: [{question: X1, at_most: 0}]
    high: {triggered: X1}
    medium: {triggered: X1}
priorities:
  candidates_up_to: 1
  lowest_target: 1
  candidates: 2
  picks: 1
  not_now: 1
  keep: 1
  keep_from: 2
  discuss: 1
"""  # noqa: E501 - a question a line reads better


class Change(NamedTuple):
    """A change of the file that nothing declares.

    Attributes:
        old: a passage of the older version.
        new: what stands there in the newer one.
        about: what a declaration has to name.
        texts: what the message quotes, then and now.
        line: words of the line that is pointed at.
        own: whether the history of a question declares it too.
    """

    old: str
    new: str
    about: str
    texts: tuple[str, ...]
    line: str
    own: bool = False


HOLE = BEFORE[BEFORE.index("  - id: hole") : BEFORE.index("priorities:")]
CHANGES = {
    "ask_if": Change(
        "ask_if: {question: X1, at_least: 1}",
        "ask_if: {question: X1, at_least: 2}",
        "X2",
        ("question: X1, at_least: 1 is now question: X1, at_least: 2",),
        "ask_if",
        own=True,
    ),
    "no ask_if": Change(
        "        ask_if: {question: X1, at_least: 1}\n",
        "",
        "X2",
        ("question: X1, at_least: 1 is now (nothing)",),
        "id: X2",
        own=True,
    ),
    "backed_by": Change(
        "backed_by: document",
        "backed_by: either",
        "X2",
        ("document is now either",),
        "backed_by: either",
        own=True,
    ),
    "roles": Change(
        "[cook, maid]", "[cook]", "X2", ("cook, maid is now cook",), "roles: [cook]", own=True
    ),
    "last_word": Change(
        "last_word: cook", "last_word: maid", "X2", ("cook is now maid",), "last_word", own=True
    ),
    "core": Change("core: true", "core: false", "X2", ("true is now false",), "core", own=True),
    "weight": Change("weight: 2", "weight: 3", "X2", ("2 is now 3",), "weight: 3", own=True),
    "of": Change("of: trees", "of: walls", "X2", ("trees is now walls",), "of: walls", own=True),
    "first": Change(
        "any: [{X1: 1}]",
        "any: [{X1: 2}]",
        "X2",
        ("any: [{X1: 1}]", "any: [{X1: 2}]"),
        "- {to: [2]",
        own=True,
    ),
    "outside_voice": Change(
        "outside_voice: maid",
        "outside_voice: cook",
        "P",
        ("maid is now cook",),
        "outside_voice: cook",
    ),
    "roll_up of a part": Change("roll_up: m", "roll_up: n", "P", ("m is now n",), "roll_up: n"),
    "band": Change(
        "{id: fair, from: 1,",
        "{id: fair, from: 2,",
        "m",
        ("{id: fair, from: 1}", "{id: fair, from: 2}"),
        "- {id: low",
    ),
    "band id": Change(
        "{id: fair, from: 1,",
        "{id: good, from: 1,",
        "m",
        ("{id: fair, from: 1}", "{id: good, from: 1}"),
        "- {id: low",
    ),
    "rule": Change("rule: mean", "rule: sum", "m", ("rule: mean", "rule: sum"), "rule: sum"),
    "gate": Change("plus: 1", "plus: 0", "g", ("plus: 1", "plus: 0"), "plus: 0"),
    "pattern": Change(
        "{question: X2, at_most: 1}]",
        "{question: X2, at_most: 0}]",
        "sham",
        ("{question: X2, at_most: 1} is now", "{question: X2, at_most: 0}"),
        "triggers:",
    ),
    "pattern condition": Change(
        "medium: {any: [{triggered: X1}, {triggered: X2}]}",
        "medium: {all: [{triggered: X1}, {triggered: X2}]}",
        "sham",
        ("any: [{triggered: X1}", "is now all:"),
        "medium: {all",
    ),
    "pattern gone": Change(HOLE, "", "hole", ("pattern hole is gone",), "patterns:"),
    "voices": Change(
        "disagreement: 2", "disagreement: 1", "voices", ("2 is now 1",), "disagreement: 1"
    ),
    "backing": Change(
        "fresh_months: 24", "fresh_months: 12", "backing", ("24 is now 12",), "fresh_months: 12"
    ),
    "backing by kind": Change(
        "document: 2, in-use: 3",
        "document: 1, in-use: 3",
        "backing",
        ("document: 2", "document: 1"),
        "carries",
    ),
    "priorities": Change("picks: 1", "picks: 2", "priorities", ("1 is now 2",), "picks: 2"),
    "priorities more": Change(
        "  discuss: 1\n",
        "  discuss: 1\n  start_months: 3\n",
        "priorities",
        ("(nothing) is now 3",),
        "start_months",
    ),
    "context": Change(
        "{id: walls, kind: number,",
        "{id: walls, kind: yes-no,",
        "walls",
        ("number is now yes-no",),
        "id: walls",
    ),
    "style": Change(
        ", {id: tame, title: {en: Tame}}]", "]", "taste", ("{id: tame} is now",), "id: taste"
    ),
}
SILENT = {
    "words of a band": ("Much to do.", "All to do."),
    "words of a pattern": ("A sham.", "A swindle."),
    "why of voices": ("Two say more.", "Two say most."),
    "why of a gate": ("It must stand.", "It has to stand."),
    "why of a need": ("A gate needs a fence.", "No gate without a fence."),
    "a value that held before": ("      - id: X1\n", "      - id: X1\n        core: false\n"),
    "a new context question": (
        "context:\n",
        "context:\n  - {id: new, kind: number, before: P, text: {en: How many?}}\n",
    ),
}


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    """What `check` tells of a version beside the one before."""
    (folder / "yard-1.0.yaml").write_text(BEFORE, "utf-8")
    path = folder / "yard-1.1.yaml"
    path.write_text(text.replace('version: "1.0"', 'version: "1.1"', 1), "utf-8")
    return check_path(path)


def changed(change: Change) -> str:
    """The newer version with one change."""
    assert BEFORE.count(change.old) == 1, change.old
    return BEFORE.replace(change.old, change.new)


def test_the_older_version_is_without_problems(tmp_path: Path) -> None:
    (tmp_path / "yard-1.0.yaml").write_text(BEFORE, "utf-8")
    assert check_path(tmp_path / "yard-1.0.yaml") == ()
    assert problems(tmp_path, BEFORE) == ()


@pytest.mark.parametrize("name", CHANGES)
def test_a_rule_is_told_at_its_line_with_both_texts(tmp_path: Path, name: str) -> None:
    change = CHANGES[name]
    text = changed(change)
    (problem,) = problems(tmp_path, text)
    told = message(problem, Words("en"))
    assert all(part in told for part in change.texts), told
    assert "yard-1.0.yaml" in told
    assert problem.facts["id"] == change.about
    assert change.about in (hint(problem, Words("en")) or "")
    assert problem.severity.value == "warning"
    assert problem.where.line is not None
    assert change.line in text.splitlines()[problem.where.line - 1]


@pytest.mark.parametrize("name", CHANGES)
def test_what_the_questionnaires_history_names_is_not_told(tmp_path: Path, name: str) -> None:
    change = CHANGES[name]
    declared = f'history: [{{version: "1.1", about: [{change.about}]}}]\n'
    assert problems(tmp_path, changed(change) + declared) == ()
    elsewhere = f'history: [{{version: "1.0", about: [{change.about}]}}]\n'
    assert len(problems(tmp_path, changed(change) + elsewhere)) == 1


@pytest.mark.parametrize("name", [name for name, change in CHANGES.items() if change.own])
def test_a_question_may_declare_its_own(tmp_path: Path, name: str) -> None:
    history = 'history: [{version: "1.1", change: reworded, comparable: exact}]'
    first = "        first:\n"
    text = changed(CHANGES[name]).replace(first, f"        {history}\n{first}")
    assert problems(tmp_path, text) == ()


@pytest.mark.parametrize("name", SILENT)
def test_words_and_what_takes_nothing_away_are_not_told(tmp_path: Path, name: str) -> None:
    old, new = SILENT[name]
    assert BEFORE.count(old) == 1
    assert problems(tmp_path, BEFORE.replace(old, new)) == ()


def test_a_new_pattern_is_told(tmp_path: Path) -> None:
    new = HOLE.replace("hole", "pit").replace("Hole", "Pit")
    (problem,) = problems(tmp_path, BEFORE.replace("priorities:\n", new + "priorities:\n"))
    assert message(problem, Words("en")) == "the pattern pit is not in yard-1.0.yaml, undeclared"


@pytest.mark.parametrize("section", ["strong_from", "backing", "priorities"])
def test_a_rule_for_all_that_goes_or_comes_is_told_once(tmp_path: Path, section: str) -> None:
    lines = BEFORE.splitlines(keepends=True)
    first = next(n for n, line in enumerate(lines) if line.startswith(section))
    after = (n for n, line in enumerate(lines) if n > first and not line.startswith(" "))
    without = "".join(lines[:first] + lines[next(after, len(lines)) :])
    gone = problems(tmp_path, without)
    assert [(p.code, p.facts["id"]) for p in gone] == [("P256", section)]
    assert (gone[0].where.excerpt or "").startswith("version")
    (tmp_path / "yard-1.0.yaml").write_text(without, "utf-8")
    path = tmp_path / "yard-1.1.yaml"
    path.write_text(BEFORE.replace('version: "1.0"', 'version: "1.1"'), "utf-8")
    come = check_path(path)
    assert [(p.code, p.facts["id"]) for p in come] == [("P256", section)]
    assert (come[0].where.excerpt or "").startswith(section)


@pytest.mark.parametrize("language", ["da", "sv"])
def test_it_is_told_in_every_language(tmp_path: Path, language: str) -> None:
    for name in ("pattern gone", "voices", "priorities"):
        (problem,) = problems(tmp_path, changed(CHANGES[name]))
        assert message(problem, Words(language)) != message(problem, Words("en"))


def test_a_name_of_nothing_in_the_history_is_told_at_its_place(tmp_path: Path) -> None:
    gone = BEFORE.replace(HOLE, "")
    history = 'history:\n  - {version: "1.1", about: [hole, hloe]}\n'
    (problem,) = problems(tmp_path, gone + history)
    assert message(problem, Words("en")) == (
        'nothing is called "hloe", neither here nor in yard-1.0.yaml'
    )
    assert hint(problem, Words("en")) == 'Did you mean "hole"?'
    assert (problem.where.excerpt or "")[(problem.where.column or 0) - 1 :].startswith("hloe")
