"""Comparing on the command line: what is compared with what, and what is refused."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.given.command_line import Ran, run
from tests.given.places import EXAMPLE as THIS_YEAR
from tests.given.places import MUNICIPALITIES, ROOT
from tests.given.slow import quickly_in

EXAMPLES = THIS_YEAR.parent
FIRST = EXAMPLES / "eksempelby-2024.yaml"
LANGUAGES = ["da", "sv", "en"]


def result(*words: str | Path) -> dict[str, Any]:
    """The JSON document of a comparison."""
    ran = run(["compare", *words, "--json"])
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def copy(source: Path, target: Path, *changes: tuple[str, str]) -> Path:
    """A profile with some text changed."""
    text = source.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    target.write_text(text, "utf-8")
    return target


def refused(ran: Ran, code: int, *said: str) -> None:
    """Assert that one message was given, and what it says."""
    assert ran.code == code
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert ran.err.count("[P") == 1
    for words in said:
        assert words in " ".join(ran.err.split())


def test_the_document_has_the_promised_shape() -> None:
    found = result(EXAMPLES)
    assert found["format"] == "sdgassess/compare/1"
    promised = {
        "columns": {"file", "date", "questionnaire", "scope"},
        "questions": {"id", "levels", "change", "because", "better_backed"},
        "factors": {"id", "levels", "levels_as_scored"},
        "changes": {"from", "to", "questions"},
    }
    for key, names in promised.items():
        assert all(names <= set(row) for row in found[key]), key
    summary = {"up", "down", "same", "not_comparable", "steps_up", "steps_down", "better_backed"}
    assert summary <= set(found["summary"])
    assert {len(row["levels"]) for row in found["questions"] + found["factors"]} == {3}
    assert {row["change"] for row in found["questions"]} == {
        "up",
        "down",
        "same",
        "not-comparable",
    }
    assert all(
        (row["because"] is None) == (row["change"] != "not-comparable")
        for row in found["questions"]
    )
    dates = ["2024-03-14", "2025-03-11", "2026-03-12"]
    assert [row["date"] for row in found["columns"]] == dates
    assert [(row["from"], row["to"]) for row in found["changes"]] == [
        (dates[0], dates[1]),
        (dates[1], dates[2]),
    ]


def test_the_example_tells_its_story() -> None:
    found = result(EXAMPLES)
    trap = next(row for row in found["patterns"] if row["id"] == "project-trap")
    assert trap["results"] == ["high", "high", "medium"]
    factors = {row["id"]: row for row in found["factors"]}
    assert factors["PAR"]["change"] == "down"
    assert factors["PAR"]["levels"] == [2, 2, 1]
    assert factors["PAR"]["levels_as_scored"] == [3, 2, 2]
    assert found["new_unknowns"] == ["CONT4"]
    worse = next(row for row in found["questions"] if row["id"] == "PAR1")
    assert worse["explained"][-1]["change"] == "worse"


def test_files_are_sorted_by_date_however_they_are_named() -> None:
    assert result(THIS_YEAR, FIRST) == result(FIRST, THIS_YEAR)


def test_the_same_file_twice_is_all_the_same() -> None:
    found = result(THIS_YEAR, THIS_YEAR)
    assert found["summary"]["same"] == 56
    assert found["summary"]["up"] == found["summary"]["down"] == 0


def test_a_quick_scan_is_compared_and_said_so() -> None:
    said = run(["compare", FIRST, EXAMPLES / "eksempelby-2025.yaml", "--lang", "en"]).out
    assert "2025 is a quick scan" in said
    assert "23 of 60 questions compared" in " ".join(said.split())


def test_several_municipalities_need_to_be_asked_for() -> None:
    ran = run(["compare", MUNICIPALITIES / "solid.yaml", THIS_YEAR, "--lang", "en"])
    refused(ran, 2, "[P540]", "Eksempelby", "Solidstrup", "--across")


def test_across_is_alphabetical_and_ranks_nobody() -> None:
    names = [MUNICIPALITIES / f"{name}.yaml" for name in ("solid", "frontrunner", "beginner")]
    found = result("--across", *names)
    places = [column["municipality"] for column in found["columns"]]
    assert places == ["Begynderby", "Framstad", "Solidstrup"]
    assert found["changes"] == []
    assert found["summary"]["up"] is None
    assert {row["change"] for row in found["questions"]} <= {"same", "different", "not-comparable"}
    for language in LANGUAGES:
        ran = run(["compare", "--across", *names, "--lang", language], env={"COLUMNS": "80"})
        assert not set("↑↓") & set(ran.out)


@pytest.mark.parametrize(
    ("language", "order"),
    [("da", ["Zby", "Æby", "Øby", "Åby"]), ("sv", ["Zby", "Åby", "Æby", "Øby"])],
)
def test_the_alphabet_is_that_of_the_language(
    language: str, order: list[str], tmp_path: Path
) -> None:
    for place, name in enumerate(["Åby", "Zby", "Øby", "Æby"]):
        copy(FIRST, tmp_path / f"{place}.yaml", ("name: Eksempelby", f"name: {name}"))
    found = result("--across", tmp_path, "--lang", language)
    assert [column["municipality"] for column in found["columns"]] == order


def test_two_files_of_one_date_among_years_are_refused(tmp_path: Path) -> None:
    other = copy(FIRST, tmp_path / "copy.yaml", ("date: 2024-03-14", "date: 2026-03-12"))
    ran = run(["compare", THIS_YEAR, other, FIRST, "--lang", "en"])
    refused(ran, 3, "[P541]", "copy.yaml", "eksempelby-2026.yaml", "2026-03-12")


def test_one_profile_is_too_few(tmp_path: Path) -> None:
    refused(run(["compare", THIS_YEAR, "--lang", "en"]), 2, "[P542]", "eksempelby-2026.yaml")
    refused(run(["compare", tmp_path, "--lang", "en"]), 2, "[P542]", "Name two profiles")


def test_another_questionnaire_is_refused(tmp_path: Path) -> None:
    rules = ROOT / "tests" / "scoring" / "foreign" / "ladder-1.0.yaml"
    (tmp_path / rules.name).write_text(rules.read_text("utf-8"), "utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(
        "format: sdgassess/profile/1\nmunicipality: {name: Eksempelby}\ndate: 2023-01-01\n"
        'questionnaire: {id: ladder, version: "1.0"}\nanswers: {}\n',
        "utf-8",
    )
    refused(run(["compare", other, FIRST, "--lang", "en"]), 3, "[P543]", "ladder", "other.yaml")


def test_a_version_that_is_not_installed_is_named(tmp_path: Path) -> None:
    other = copy(FIRST, tmp_path / "later.yaml", ('version: "1.0"', 'version: "7.3"'))
    refused(run(["compare", other, THIS_YEAR, "--lang", "en"]), 3, "[P120]", "7.3", "later.yaml")


def test_an_id_that_no_version_knows_is_named(tmp_path: Path) -> None:
    other = copy(FIRST, tmp_path / "odd.yaml", ("  POL1:\n", "  ZZZ1:\n"))
    refused(run(["compare", other, THIS_YEAR, "--lang", "en"]), 3, "[P101]", "ZZZ1", "odd.yaml")


def test_a_folder_leaves_out_what_is_broken_and_ignores_other_yaml(tmp_path: Path) -> None:
    for path in EXAMPLES.glob("*.yaml"):
        copy(path, tmp_path / path.name)
    (tmp_path / "compose.yaml").write_text("services: {web: {image: x}}\n", "utf-8")
    (tmp_path / "notes.yaml").write_text("- a\n- [b\n", "utf-8")
    copy(FIRST, tmp_path / "broken.yaml", ("    level: 2\n", "    level: 7\n"))
    (tmp_path / "torn.yaml").write_text("format: sdgassess/profile/1\nanswers: {[\n", "utf-8")
    ran = run(["compare", tmp_path, "--lang", "en"])
    assert ran.code == 0
    assert "2 profiles cannot be used and are left out" in ran.err
    assert "broken.yaml" in ran.err
    assert "torn.yaml" in ran.err
    assert "compose" not in ran.err
    assert "notes" not in ran.err
    named = result(tmp_path)["left_out"]
    assert {Path(name).name for name in named} == {"broken.yaml", "torn.yaml"}


def test_a_broken_file_that_was_named_stops_the_comparison(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: sdgassess/profile/1\nanswers: {[\n", "utf-8")
    ran = run(["compare", FIRST, broken, "--lang", "en"])
    assert ran.code == 3
    assert "broken.yaml" in ran.err


@pytest.mark.parametrize("language", quickly_in("da"))
@pytest.mark.parametrize("wide", ["40", "80"])
def test_no_line_is_wider_than_the_page(language: str, wide: str, tmp_path: Path) -> None:
    from sdgassess.text import width

    for year in range(2014, 2027):
        copy(THIS_YEAR, tmp_path / f"{year}.yaml", ("date: 2026-03-12", f"date: {year}-03-12"))
    for folder in (EXAMPLES, tmp_path):
        ran = run(["compare", folder, "--lang", language], env={"COLUMNS": wide})
        assert ran.code == 0, ran.err
        # A command is never broken: half of it would run when it is pasted.
        lines = [line for line in ran.out.split("\n") if "sdgassess " not in line]
        assert max(map(width, lines)) <= int(wide)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("words", "env"), [(["--plain"], {"COLUMNS": "80"}), ([], {"ACCESSIBLE": "1"}), ([], {})]
)
def test_read_aloud_it_is_words(language: str, words: list[str], env: dict[str, str]) -> None:
    ran = run(["compare", EXAMPLES, "--lang", language, *words], env=env)
    for line in ran.out.split("\n"):
        assert not set("→·↑↓░▒▓█") & set(line), line
        assert not line or any(sign.isalnum() for sign in line)
        assert all(unicodedata.category(sign) not in ("Cc", "Cf", "So", "Co") for sign in line)


def test_text_of_files_never_steers_the_screen(tmp_path: Path) -> None:
    odd = ("name: Eksempelby", 'name: "Eks\\e[31mby"')
    first = copy(FIRST, tmp_path / "a.yaml", odd)
    last = copy(THIS_YEAR, tmp_path / "b.yaml", odd)
    ran = run(["compare", first, last], env={"COLUMNS": "80"})
    assert ran.code == 0, ran.err
    assert "\x1b" not in ran.out


def test_a_name_is_one_however_its_letters_are_composed(tmp_path: Path) -> None:
    paths = []
    for place, form in enumerate(("NFC", "NFD")):
        name = unicodedata.normalize(form, "Ålby Kommune")  # type: ignore[arg-type] # a parametrised word
        date = ("date: 2024-03-14", f"date: 202{place}-03-14")
        change = ("name: Eksempelby", f"name: {name}")
        paths.append(copy(FIRST, tmp_path / f"{place}.yaml", change, date))
    assert len(result(*paths)["columns"]) == 2


def test_what_is_no_file_is_left_out_and_never_waited_for(tmp_path: Path) -> None:
    for path in EXAMPLES.glob("*.yaml"):
        copy(path, tmp_path / path.name)
    os.mkfifo(tmp_path / "pipe.yaml")
    ran = run(["compare", tmp_path, "--lang", "en"])
    assert ran.code == 0
    assert "One profile cannot be used and is left out" in ran.err
    assert "pipe.yaml" in ran.err


def test_in_danish_aa_is_sorted_as_the_last_letter(tmp_path: Path) -> None:
    for place, name in enumerate(["Aabenraa", "Ørsted", "Aalborg", "Zby", "Aarhus", "Åby"]):
        copy(FIRST, tmp_path / f"{place}.yaml", ("name: Eksempelby", f"name: {name}"))
    names = {
        language: [
            column["municipality"]
            for column in result("--across", tmp_path, "--lang", language)["columns"]
        ]
        for language in ("da", "sv")
    }
    assert names["da"] == ["Zby", "Ørsted", "Aabenraa", "Åby", "Aalborg", "Aarhus"]
    assert names["sv"] == ["Aabenraa", "Aalborg", "Aarhus", "Zby", "Åby", "Ørsted"]


@pytest.mark.parametrize("many", [3, 4])
def test_of_many_files_with_warnings_the_folder_is_named(many: int, tmp_path: Path) -> None:
    for place in range(many):
        (tmp_path / f"{place}.yaml").write_text(
            "format: sdgassess/profile/1\nmunicipality: {name: Eksempelby}\n"
            f"date: 202{place}-01-01\n"
            'questionnaire: {id: nordic-sdg-governance, version: "1.0"}\n'
            "answers: {BUD5: {level: 3}}\n",
            "utf-8",
        )
    said = run(["compare", tmp_path, "--lang", "en"]).err
    assert "warnings: read them with" in said
    assert ("0.yaml" in said) is (many == 3)
    assert tmp_path.name in said


def test_the_same_file_twice_is_told_apart_by_number() -> None:
    said = " ".join(run(["compare", FIRST, FIRST, "--all", "--lang", "en"]).out.split())
    assert "Factors in 2024-03-14 (1) and 2024-03-14 (2)" in said
    assert "2024-03-14 (1) and 2024-03-14 (2)" in said or "1. 2024-03-14" in said
