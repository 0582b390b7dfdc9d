"""Comparing what belongs together: renamed and merged places, groups of one day, languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.given.command_line import Ran, run

LANGUAGES = ("en", "da", "sv")


def written(  # noqa: PLR0917 - in the order of a file
    folder: Path,
    name: str,
    place: str,
    date: str = "2026-03-12",
    answers: str = "POL1: {level: 1}, LED1: {level: 2}",
    more: str = "",
) -> Path:
    """A profile in a folder."""
    path = folder / name
    path.write_text(
        f"format: sdgassess/profile/1\nmunicipality: {{{place}}}\ndate: {date}\n{more}"
        'questionnaire: {id: nordic-sdg-governance, version: "1.0"}\n'
        f"answers: {{{answers}}}\n",
        "utf-8",
    )
    return path


def compared(*words: str | Path, code: int = 0) -> Ran:
    """What `compare` says."""
    ran = run(["compare", *words, "--lang", "en"], env={"COLUMNS": "100"})
    assert ran.code == code, ran.err
    return ran


def result(*words: str | Path) -> Any:
    """What `compare` tells a program."""
    return json.loads(compared(*words, "--json").out)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("name: Århus, country: DK", "name: Aarhus, country: DK, formerly: [Århus]"),
        ("name: Århus, country: DK, code: '0751'", "name: Aarhus, country: DK, code: 751"),
        ("name: Upplands-Väsby", "name: Upplands Väsby, formerly: [Upplands-Väsby]"),
        ("name: Galten, country: DK, code: 717", "name: Ny, country: DK, formerly: ['0717']"),
        ("name: AARHUS KOMMUNE", "name: Aarhus"),
    ],
)
def test_a_renamed_or_respelt_municipality_keeps_its_years(
    tmp_path: Path, older: str, newer: str
) -> None:
    first = written(tmp_path, "a.yaml", older, "2010-12-01")
    second = written(tmp_path, "b.yaml", newer, "2011-03-01", "POL1: {level: 2}")
    found = result(first, second)
    assert found["mode"] == "years"
    assert found["summary"]["up"] == 1


def test_another_name_is_refused_with_the_ways_out(tmp_path: Path) -> None:
    first = written(tmp_path, "a.yaml", "name: Århus", "2010-12-01")
    second = written(tmp_path, "b.yaml", "name: Aarhus", "2011-03-01")
    ran = compared(first, second, code=2)
    assert "[P540]" in ran.err
    for way in ("formerly", "code", "--across"):
        assert way in ran.err


def test_two_predecessors_in_one_year_stand_side_by_side(tmp_path: Path) -> None:
    left = written(tmp_path, "left.yaml", "name: Left", "2005-12-01")
    right = written(tmp_path, "right.yaml", "name: Right", "2005-12-01", "POL1: {level: 3}")
    merged = written(tmp_path, "new.yaml", "name: New, formerly: [Left, Right]", "2008-12-01")
    ran = compared(left, right, merged)
    assert "left.yaml and" in ran.err
    assert "no change is computed" in ran.err
    found = result(left, right, merged)
    assert len(found["columns"]) == 3
    assert found["changes"] == []
    assert found["summary"]["up"] is None
    assert result(left, merged)["mode"] == "years", "one of them alone goes on"


GROUPS = (
    ("politicians.yaml", "POL1: {level: 1}, LED1: {level: 2}, SAM1: {level: 3}", "Politicians"),
    ("managers.yaml", "POL1: {level: 3}, LED1: {level: 3}, SAM1: {level: 3}", "Managers"),
)


def groups(folder: Path, *, named: bool) -> list[Path]:
    """Two assessments of one day."""
    return [
        written(
            folder,
            name,
            "name: Testby",
            answers=answers,
            more=f"group: {group}\n" if named else "",
        )
        for name, answers, group in GROUPS
    ]


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("asked", [(), ("--together",)])
def test_two_groups_of_one_day_stand_side_by_side(
    tmp_path: Path, named: bool, asked: tuple[str, ...]
) -> None:
    files = groups(tmp_path, named=named)
    found = result(*files, *asked)
    assert found["mode"] == "together"
    assert found["across"] is False
    change = {row["id"]: row["change"] for row in found["questions"]}
    assert change["POL1"] == "apart"
    assert change["LED1"] == "adjacent"
    assert change["SAM1"] == "same"
    assert change["BUD1"] == "not-comparable"
    assert found["agreement"] == {"n": 3, "same": 1, "adjacent": 1, "apart": 1, "kappa": None}
    factors = {factor["id"]: factor["agreement"] for factor in found["factors"]}
    assert factors["POL"] == {"n": 1, "same": 0, "adjacent": 0, "apart": 1, "kappa": None}
    said = compared(*files, *asked, "--all").out
    flat = " ".join(said.split())
    assert "At the same level: 1 (33 %), one level apart: 1, further apart: 1." in flat
    assert "On fewer than 10 questions agreement cannot be told from chance." in flat
    for group in ("Managers", "Politicians") if named else ("managers", "politicians"):
        assert f"{group} {3 if group.lower() == 'managers' else 1}" in said
    heads = [said.index(head) for head in ("FURTHER APART", "ONE LEVEL APART", "ALL AT THE SAME")]
    assert heads == sorted(heads)


def test_our_own_conflict_copy_is_compared_with_its_file(tmp_path: Path) -> None:
    file = written(tmp_path, "p.yaml", "name: Testby")
    copy = written(tmp_path, "p.conflict-1.yaml", "name: Testby", answers="POL1: {level: 2}")
    said = compared(file, copy).out
    assert "p.conflict-1" in said
    assert result(tmp_path)["mode"] == "together", "also where the folder is named"


def test_groups_across_are_told_apart_by_name(tmp_path: Path) -> None:
    said = compared(*groups(tmp_path, named=True), "--across").out
    assert "Testby 2026-03-12 Managers" in said
    assert "Testby 2026-03-12 Politicians" in said


def test_one_day_twice_among_years_is_refused_with_the_way_out(tmp_path: Path) -> None:
    files = groups(tmp_path, named=True)
    earlier = written(tmp_path, "2025.yaml", "name: Testby", "2025-03-12")
    ran = compared(*files, earlier, code=3)
    assert "[P541]" in ran.err
    assert "compared alone" in ran.err


def test_groups_of_several_days_are_together_where_that_is_asked(tmp_path: Path) -> None:
    first = written(tmp_path, "a.yaml", "name: Testby", "2026-03-12", more="group: A\n")
    second = written(tmp_path, "b.yaml", "name: Testby", "2026-03-19", more="group: B\n")
    assert result(first, second)["mode"] == "years"
    found = result(first, second, "--together")
    assert (found["mode"], found["changes"]) == ("together", [])
    assert "B 2026-03-19" in compared(first, second, "--together").out


def test_together_is_for_one_place(tmp_path: Path) -> None:
    first, second = (written(tmp_path, f"{n}.yaml", f"name: {n}by") for n in "ab")
    assert "[P540]" in compared(first, second, "--together", code=2).err
    assert "[P544]" in compared(first, second, "--together", "--across", code=2).err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", [".md", ".html", ".xlsx", ".json"])
def test_groups_are_printed_side_by_side(tmp_path: Path, language: str, suffix: str) -> None:
    output = tmp_path / f"out{suffix}"
    ran = run(["report", *groups(tmp_path, named=True), "-o", output, "--lang", language])
    assert ran.code == 0, ran.err
    if suffix == ".md":
        text = output.read_text("utf-8")
        assert "Managers" in text
        assert not set("↑↓") & set(text)


@pytest.mark.parametrize(
    ("spoken", "language"),
    [
        (("da", "sv"), "en"),
        (("da", "da", "sv"), "da"),
        (("sv", "sv", "da"), "sv"),
        (("en", "sv", "sv"), "sv"),
        (("da", "sv", "en"), "en"),
    ],
)
def test_a_folder_of_several_languages_is_told_in_the_one_that_most_speak(
    tmp_path: Path, spoken: tuple[str, ...], language: str
) -> None:
    for turned in (spoken, tuple(reversed(spoken))):
        for year, own in enumerate(turned):
            written(
                tmp_path,
                f"{year}.yaml",
                "name: Testby",
                f"202{year}-01-01",
                more=f"language: {own}\n",
            )
        told = run(["compare", tmp_path])
        assert told.out == run(["compare", tmp_path, "--lang", language]).out


@pytest.mark.parametrize(
    "verb", [["score"], ["explain"], ["gaps"], ["target"], ["report", "-o", "out.md"]]
)
def test_a_group_is_named_beside_its_place(tmp_path: Path, verb: list[str]) -> None:
    file = written(tmp_path, "p.yaml", "name: Testby", more="group: Politicians\n")
    ran = run([verb[0], file, *verb[1:], "--lang", "en"], folder=tmp_path)
    assert ran.code == 0, ran.err
    text = (tmp_path / "out.md").read_text("utf-8") if len(verb) > 1 else ran.out
    assert "Testby (Politicians)" in text
