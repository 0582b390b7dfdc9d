"""A quick scan that would ask nothing, and errors that several files share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.given.command_line import run

_HEAD = """\
format: sdgassess/questionnaire/1
id: shed
version: "1.0"
licence: none
title: {en: Sheds}
limits: {en: A trial.}
languages: [en]
roll_ups: [{id: s, rule: sum}]
parts:
"""
_LEVELS = "[{value: 0, text: {en: No}}, {value: 1, text: {en: Yes}}]"


def questionnaire(folder: Path, parts: str, levels: str = _LEVELS) -> Path:
    """A questionnaire without core questions."""
    path = folder / "shed-1.0.yaml"
    path.write_text(_HEAD + parts.replace("LEVELS", levels), "utf-8")
    return path


FLAT = """\
  - id: A
    title: {en: Part}
    roll_up: s
    questions: [{id: A1, text: {en: A roof?}, levels: LEVELS}]
"""
NESTED = """\
  - id: TOP
    title: {en: Top}
    roll_up: s
    parts:
      - id: GROUP
        title: {en: Group}
        parts:
          - id: A
            title: {en: Part}
            roll_up: s
            questions: [{id: A1, text: {en: A roof?}, levels: LEVELS}]
          - id: B
            title: {en: Other}
            questions: [{id: B1, text: {en: A door?}, levels: LEVELS}]
"""


def profile(folder: Path, name: str, scope: str = "full") -> Path:
    """A profile of it."""
    path = folder / f"{name}.yaml"
    path.write_text(
        "format: sdgassess/profile/1\nsubject: {name: Corner}\ndate: 2026-01-01\n"
        f'scope: {scope}\nquestionnaire: {{id: shed, version: "1.0"}}\n'
        "answers: {A1: {level: 1}}\n",
        "utf-8",
    )
    return path


def test_a_quick_scan_without_core_questions_is_refused(tmp_path: Path) -> None:
    file = questionnaire(tmp_path, FLAT)
    sitting: list[str | Path] = ["assess", "--plain", "--questionnaire", file, "--lang", "en"]
    ran = run([*sitting, "--quick", tmp_path / "new.yaml"], typed="Corner\n\n\nq\n")
    assert ran.code == 2
    assert "shed 1.0 has no core questions, so that a quick scan would ask nothing" in ran.err
    assert not (tmp_path / "new.yaml").exists()
    form = run(["form", "--quick", "--questionnaire", file, "-o", tmp_path / "form.html"])
    assert (form.code, "[P527]" in form.err) == (2, True)


def test_a_workshop_without_core_questions_asks_them_all(tmp_path: Path) -> None:
    file = questionnaire(tmp_path, FLAT)
    sitting: list[str | Path] = ["assess", "--plain", "--workshop", "--lang", "en"]
    ran = run([*sitting, "--questionnaire", file, tmp_path / "new.yaml"], typed="Corner\n\n\n:q\n")
    assert ran.code == 0
    assert "1 question." in ran.out
    assert "Quick scan" not in ran.out


def test_a_quick_profile_without_core_questions_is_told_and_not_gone_on_with(
    tmp_path: Path,
) -> None:
    questionnaire(tmp_path, FLAT)
    file = profile(tmp_path, "p", "quick")
    assert "p.yaml:4:8: warning: shed 1.0 has no core questions" in run(["check", file]).out
    ran = run(["assess", "--plain", file], typed=":q\n")
    assert ran.code == 2
    assert "Write scope: full" in ran.err


def test_an_error_of_a_questionnaire_is_told_once_for_all_its_profiles(tmp_path: Path) -> None:
    backwards = (
        "[{value: 1, text: {en: Yes}}, {value: 0, text: {en: No}}, {value: 0, text: {en: O}}]"
    )
    questionnaire(tmp_path, FLAT, backwards)
    for name in ("a", "b", "z"):
        profile(tmp_path, name)
    ran = run(["check", tmp_path])
    assert ran.code == 1
    problems = [line for line in ran.out.splitlines() if line.endswith("]")]
    assert len(problems) == len(set(problems)) > 0
    document = json.loads(run(["check", tmp_path, "--json"]).out)
    assert all(file["problems"] for file in document["files"])


def test_the_part_without_a_level_is_named_once_and_a_group_stands_for_its_parts(
    tmp_path: Path,
) -> None:
    ran = run(["check", questionnaire(tmp_path, NESTED)])
    assert ran.out.count("[P211]") == 1
    assert "B has no level, so TOP cannot be rolled up from it" in ran.out
    whole = NESTED.replace("title: {en: Other}", "title: {en: Other}\n            roll_up: s")
    assert run(["check", questionnaire(tmp_path, whole)]).code == 0


NORDIC = """format: sdgassess/profile/1
municipality: {{name: Prøveby}}
date: {date}
questionnaire: {{id: nordic-sdg-governance, version: "1.0"}}
language: {language}
answers:
  POL1: {{level: 3, evidence: [{{kind: document, title: Plan, date: {proven}}}]}}
"""


def dated(folder: Path, date: str, proven: str = "2026-01", language: str = "en") -> Path:
    path = folder / f"p-{language}-{date}-{proven}.yaml"
    path.write_text(NORDIC.format(date=date, proven=proven, language=language), "utf-8")
    return path


@pytest.mark.parametrize(
    ("date", "proven", "places"),
    [
        ("2062-03-12", "2062-01-01", [3, 7]),
        ("2026-03-12", "0205-10-29", [7]),
        ("1999-12-31", "2099", [3, 7]),
        ("2026-03-12", "2099-12", [7]),
        ("2026-03-12", "1933-05-01", []),
        ("2026-03-12", "2026", []),
    ],
)
def test_dates_that_cannot_be_are_warned_of(
    tmp_path: Path, date: str, proven: str, places: list[int]
) -> None:
    ran = run(["check", "--json", dated(tmp_path, date, proven).name], folder=tmp_path)
    told = [problem for file in json.loads(ran.out)["files"] for problem in file["problems"]]
    assert [(each["code"], each["line"]) for each in told] == [("P156", line) for line in places]
    assert ran.code == 0


def test_a_file_is_checked_in_its_own_language(tmp_path: Path) -> None:
    danish = dated(tmp_path, "2099-01-01", language="da")
    assert "Tjek årstallet" in run(["check", danish.name], folder=tmp_path).out
    assert "Check the year" in run(["--lang", "en", "check", danish.name], folder=tmp_path).out
    broken = tmp_path / "broken.yaml"
    broken.write_text("language: sv\n a: b: c\n", "utf-8")
    assert "Sätt texten" in run(["check", broken.name], folder=tmp_path).out


def test_a_folder_is_checked_in_the_language_that_most_of_it_is_in(tmp_path: Path) -> None:
    for language, day in (("da", "01"), ("sv", "02"), ("sv", "03")):
        dated(tmp_path, f"2099-01-{day}", language=language)
    assert "Kontrollera" in run(["check", "."], folder=tmp_path).out
    dated(tmp_path, "2099-01-04", language="da")
    assert "Check the year" in run(["check", "."], folder=tmp_path).out
