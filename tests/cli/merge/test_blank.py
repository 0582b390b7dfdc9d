"""Files in which nothing is answered, and files that nobody was invited for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.given.command_line import Ran, run
from tests.given.merging import merged, merged_json, tree_of, voices_of
from tests.given.returned import book, page, sent, waiting

ROOM = "answers:\n  POL1: {level: 2}\n"
PROFILE = """format: sdgassess/profile/1
municipality: {name: Bækby}
date: 2026-03-12
scope: quick
questionnaire: {id: nordic-sdg-governance, version: "1.0"}
participants:
  - {id: l1, role: line-manager}
answers: {}
"""
KINDS = ("page", "workbook", "profile")


def blank(folder: Path, kind: str, slot: str = "l1", **more: Any) -> Path:
    """A file of somebody in which nothing is answered."""
    folder.mkdir(exist_ok=True)
    if kind == "page":
        (path,) = sent(folder, page(slot, {}, **more))
    elif kind == "workbook":
        path = folder / f"{slot}.xlsx"
        path.write_bytes(book(slot, {"POL1": "", "LED1": ""}))
    else:
        path = folder / "own.yaml"
        path.write_text(PROFILE, "utf-8")
    return path


def said(ran: Ran) -> str:
    """What is printed, in one line."""
    return " ".join(ran.out.split())


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_answered_nothing_is_still_missing(tmp_path: Path, kind: str) -> None:
    path = waiting(tmp_path, "c1", "l1", answers=ROOM)
    before = path.read_bytes()
    file = blank(tmp_path / "in", kind)
    code, document = merged_json(tmp_path, file)
    assert (code, document["written"], document["doubtful"]) == (0, None, [])
    assert [entry["result"] for entry in document["files"]] == ["blank"]
    assert {"slot": "l1", "role": "line-manager"} in document["missing"]
    assert document["uninvited"] == []
    ran = merged(tmp_path, file)
    assert "nothing is answered in it" in said(ran)
    assert "still to be filled in by: l1 (Line manager)" in said(ran)
    assert said(ran).count("l1 (Line manager)") == 1, "named once, and something did come"
    assert "Nothing came in; nothing has been written." in said(ran)
    assert path.read_bytes() == before


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_answered_nothing_is_not_heard(tmp_path: Path, kind: str) -> None:
    path = waiting(tmp_path, "c1", answers=ROOM)
    text = path.read_text("utf-8").replace(
        "  - {id: c1, role: coordinator}\n",
        "  - {id: c1, role: coordinator}\n  - {id: l1, role: line-manager, invited: true}\n",
    )
    path.write_text(text, "utf-8")
    merged(tmp_path, blank(tmp_path / "in", kind))
    score = json.loads(run(["score", "p.yaml", "--json"], folder=tmp_path).out)
    assert {"role": "line-manager", "units": 2} in score["not_heard"]


def test_two_answers_and_a_blank_file_open_nothing(tmp_path: Path) -> None:
    waiting(tmp_path, "l1", "l2", "l3")
    files = sent(tmp_path / "in", *(page(slot, {"POL1": 2}) for slot in ("l2", "l3")))
    code, document = merged_json(tmp_path, blank(tmp_path / "in", "workbook"), *files, "--open")
    assert (code, document["opened"], document["sealed"]) == (1, 0, 2)
    assert document["missing"] == [{"slot": "l1", "role": "line-manager"}]


@pytest.mark.parametrize("is_newer", [True, False])
def test_a_blank_file_takes_nothing_back(tmp_path: Path, is_newer: bool) -> None:
    waiting(tmp_path, "l1")
    merged(tmp_path, *sent(tmp_path / "in", page("l1", {"POL1": 2}, revision=4)))
    file = blank(tmp_path / "later", "page", revision=5 if is_newer else 3)
    code, document = merged_json(tmp_path, file)
    assert (code, document["missing"]) == (0, [])
    assert document["files"][0]["result"] == ("blank" if is_newer else "older")
    assert voices_of(tmp_path, "POL1") == {"l1": 2}
    assert ("what came in before stays" in said(merged(tmp_path, file))) is is_newer


def test_a_blank_copy_is_no_rival_for_the_number_of_who_answered(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    files = sent(tmp_path / "in", page("l1", {"POL1": 2}))
    other = blank(tmp_path / "other", "page", id="r-" + "a" * 32)
    code, document = merged_json(tmp_path, other, *files)
    assert code == 0
    assert [entry["result"] for entry in document["files"]] == ["blank", "new"]


def test_a_blank_file_without_a_number_is_told_by_what_its_sender_sent_before(
    tmp_path: Path,
) -> None:
    waiting(tmp_path, "l1")
    merged(tmp_path, *sent(tmp_path / "in", page("l1", {"POL1": 2})))
    tree = page("l1", {}, revision=2) | {"slot": None}
    ran = merged(tmp_path, *sent(tmp_path / "later", tree))
    assert "what came in before stays" in said(ran)


def test_a_blank_file_under_another_roles_number_is_nobody_elses(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    file = blank(tmp_path / "in", "page", role="politician", id="r-" + "a" * 32)
    code, document = merged_json(tmp_path, file)
    assert (code, document["files"][0]["role"]) == (0, "politician")
    ran = merged(tmp_path, file)
    assert "still to be filled in by: – (Politician)." in said(ran)
    merged(tmp_path, *sent(tmp_path / "own", page("l1", {"POL1": 2})))
    assert "what came in before stays" not in said(merged(tmp_path, file))


def test_a_blank_file_of_elsewhere_is_refused_like_any_other(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    code, document = merged_json(tmp_path, blank(tmp_path / "in", "page", place={"name": "Åby"}))
    assert (code, document["files"][0]["result"]) == (1, "refused")
    assert document["doubtful"][0]["problem"]["code"] == "P706"


def test_a_file_of_which_nothing_could_be_taken_leaves_its_sender_missing(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    file = tmp_path / "l1.xlsx"
    file.write_bytes(book("l1", {"POL1": "næsten 3"}))
    code, document = merged_json(tmp_path, file)
    assert (code, document["files"][0]["result"]) == (1, "blank")
    assert document["doubtful"][0]["place"] == "Svar!C3"
    assert document["missing"] == [{"slot": "l1", "role": "line-manager"}]
    assert "nothing of it could be taken in" in said(merged(tmp_path, file))


def test_whoever_answered_nothing_is_invited_again(tmp_path: Path) -> None:
    waiting(tmp_path)
    invite = ["invite", "p.yaml", "--to", "out", "--role", "l", "--as", "xlsx"]
    assert run(invite, folder=tmp_path).code == 0
    (file,) = (tmp_path / "out").glob("*.xlsx")
    assert merged_json(tmp_path, file)[1]["files"][0]["result"] == "blank"
    ran = run([*invite, "--force", "--json"], folder=tmp_path)
    assert [entry["slot"] for entry in json.loads(ran.out)["written"]] == ["l1", None]


@pytest.mark.parametrize("people", [("l1",), ()])
def test_a_row_from_paper_in_which_nothing_is_answered_notes_nothing(
    tmp_path: Path, people: tuple[str, ...]
) -> None:
    path = waiting(tmp_path, *people)
    before = path.read_bytes()
    row = "l1: " + " ".join("." * 13)
    ran = run(["assess", "--enter", "p.yaml", "--lang", "en"], folder=tmp_path, typed=f"{row}\n")
    assert ran.code == 0, ran.err
    assert "nothing is answered, so nothing is noted" in said(ran)
    assert path.read_bytes() == before


@pytest.mark.parametrize("option", [(), ("--dry-run",), ("--open",)])
def test_answers_that_nobody_was_invited_for_come_in_and_are_named(
    tmp_path: Path, option: tuple[str, ...]
) -> None:
    waiting(tmp_path, "l1", "l2")
    files = sent(tmp_path / "in", *(page(slot, {"POL1": 2}) for slot in ("l1", "l2", "p7")))
    code, document = merged_json(tmp_path, *files, "--dry-run")
    assert (code, document["uninvited"]) == (0, [{"slot": "p7", "role": "politician"}])
    assert [entry["result"] for entry in document["files"]] == ["new"] * 3
    ran = merged(tmp_path, *files, *option)
    line = "Taken in, but nobody was invited for it: p7 (Politician)."
    assert said(ran).count(line) == 1
    is_late = "--open" in option
    assert ("Ask whose it is before it is opened." in said(ran)) is not is_late
    assert ("Ask whose it is. " in said(ran)) is is_late
    if "--dry-run" not in option:
        assert {person["id"] for person in tree_of(tmp_path)["participants"]} == {"l1", "l2", "p7"}
        assert line not in said(merged(tmp_path, *files)), "it is known now"


def test_of_whom_no_number_is_named_the_number_that_they_get_is_told(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    tree = page("l1", {"POL1": 2}) | {"slot": None}
    document = merged_json(tmp_path, *sent(tmp_path / "in", tree))[1]
    assert document["uninvited"] == [{"slot": "l2", "role": "line-manager"}]


def test_two_blank_files_of_one_number_are_no_rivals(tmp_path: Path) -> None:
    waiting(tmp_path, "l1", answers=ROOM)
    sent(tmp_path / "in", page("l1", {}), page("l1", {}, unit="Skole"))
    code, document = merged_json(tmp_path, "in")
    assert [entry["result"] for entry in document["files"]] == ["blank", "blank"]
    assert (code, document["doubtful"]) == (0, [])
