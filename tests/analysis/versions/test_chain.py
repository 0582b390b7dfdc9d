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
            reason = "declared" if question in ("NOWORD", "TURNED") else reason
            assert (question, row["because"]) == (question, reason)
            assert row["apart"] == [reason, None]
    (part,) = (factor for factor in document["factors"] if factor["id"] == "A")
    exact = {q for q in VERDICTS if verdict(q, older, newer) == "exact"}
    assert set(part["compared"]) - {"LATE"} == exact


@pytest.mark.parametrize(("older", "newer"), PAIRS)
def test_diff_says_what_is_declared(chain: Path, older: str, newer: str) -> None:
    names = f"kiosk-{older}.yaml", f"kiosk-{newer}.yaml"
    document = result(chain, "questionnaire", "diff", *names)
    kinds = ("reworded", "rescaled", "declared")
    rows = {row["question"]: row for kind in kinds for row in document[kind]}
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


HISTORY_SAYS = {
    "en": ("by the questionnaire's history", "in other words", "only declared"),
    "da": ("ifølge spørgeskemaets historik", "andre ord", "kun oplyst"),
    "sv": ("enligt frågeformulärets historik", "andra ord", "bara angivna"),
}


@pytest.mark.parametrize("language", HISTORY_SAYS)
@pytest.mark.parametrize("comparable", ["none", "approximate"])
def test_the_authors_word_alone_is_never_called_other_words(
    tmp_path: Path, language: str, comparable: str
) -> None:
    """A question that reads as before and is declared not to compare: told so, wherever it is."""
    text = questionnaire_text("1.0")
    declared = (
        f'        history: [{{version: "1.1", change: reworded, comparable: {comparable}}}]\n'
    )
    newer = text.replace('version: "1.0"', 'version: "1.1"')
    newer = newer.replace("      - id: REWORD\n", f"      - id: REWORD\n{declared}")
    (tmp_path / "kiosk-1.0.yaml").write_text(text, "utf-8")
    (tmp_path / "kiosk-1.1.yaml").write_text(newer, "utf-8")
    for year, version in (("2021", "1.0"), ("2022", "1.1")):
        (tmp_path / f"{year}.yaml").write_text(
            "format: sdgassess/profile/1\nsubject: {name: Corner}\n"
            f'date: {year}-05-01\nquestionnaire: {{id: kiosk, version: "{version}"}}\n'
            "answers:\n  REWORD: {level: 1, asked: Do we REWORD?}\n  SAME: {level: 1}\n",
            "utf-8",
        )
    says, false, declared_count = HISTORY_SAYS[language]
    spoken = ["--lang", language]
    files = ["2021.yaml", "2022.yaml"]
    page = run(["compare", *files, "--all", *spoken], folder=tmp_path).out
    assert says in " ".join(page.split())
    across = run(["compare", *files, "--across", "--all", *spoken], folder=tmp_path).out
    paper = run(["report", *files, "--layout", "years", "-o", "r.md", *spoken], folder=tmp_path)
    assert paper.code == 0, paper.err
    report = (tmp_path / "r.md").read_text("utf-8")
    assert says in report
    diff = run(
        ["questionnaire", "diff", "kiosk-1.0.yaml", "kiosk-1.1.yaml", *spoken], folder=tmp_path
    )
    assert declared_count in diff.out
    migrated = run(["migrate", "2021.yaml", "--to", "1.1", *spoken], folder=tmp_path).out
    assert "REWORD" in migrated
    for told in (page, across, report, diff.out, migrated):
        text = " ".join(told.split())
        for none in ("0 med andre ord", "0 med andra ord", "0 reworded"):
            text = text.replace(none, "")
        assert false not in text
        assert "reworded" not in text
    (row,) = (r for r in result(tmp_path, "compare", *files)["questions"] if r["id"] == "REWORD")
    reason = {"none": "declared", "approximate": "declared-roughly"}[comparable]
    assert (row["because"], row["apart"][0]) == (reason, reason)


def test_five_years_stand_side_by_side(chain: Path) -> None:
    document = result(chain, "compare", *(f"p-{version}.yaml" for version in VERSIONS))
    rows = {row["id"]: row for row in document["questions"]}
    assert rows["SAME"]["apart"] == rows["REWORD"]["apart"] == [None] * 5
    assert rows["NOWORD"]["apart"] == ["declared"] * 3 + [None] * 2
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


@pytest.mark.parametrize(
    ("quoted", "because"),
    [
        ("", "declared"),
        (", asked: Do we NOWORD?", "declared"),
        (", asked: Do we anything?", "reworded"),
    ],
)
def test_an_answer_kept_by_a_migration_tells_the_same_reason(
    chain: Path, quoted: str, because: str
) -> None:
    """The older version's words are gone then; what its history declares is true in any case."""
    text = (chain / "p-1.2.yaml").read_text("utf-8")
    (chain / "kept.yaml").write_text(
        text.replace("NOWORD: {level: 1}", f"NOWORD: {{level: 1{quoted}}}"), "utf-8"
    )
    assert result(chain, "migrate", "kept.yaml", "--to", "1.3", "--apply")["applied"]
    document = result(chain, "compare", "kept.yaml", "p-1.3.yaml")
    (row,) = (row for row in document["questions"] if row["id"] == "NOWORD")
    assert (row["change"], row["because"]) == ("not-comparable", because)
