"""`merge` on the command line: what comes in, what opens, what is kept and what is forgotten."""

from __future__ import annotations

import errno
import json
from datetime import date
from pathlib import Path

import pytest

from sdgassess.text import hides
from tests.given.command_line import run
from tests.given.faults import Fault
from tests.given.merging import (
    ANSWERS,
    EVERYBODY,
    merged,
    merged_json,
    refusals,
    tree_of,
    voices_of,
)
from tests.given.returned import book, page, sent, waiting


def test_answers_come_in_sealed_and_open_together(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY, "l3")
    sent(tmp_path / "in", *(page(slot, ANSWERS) for slot in EVERYBODY))
    code, document = merged_json(tmp_path, "in")
    assert (code, document["sealed"], document["opened"]) == (0, 5, 0)
    assert {entry["result"] for entry in document["files"]} == {"new"}
    assert document["missing"] == [{"slot": "l3", "role": "line-manager"}]
    voices = tree_of(tmp_path)["answers"]["POL1"]["voices"]
    assert [voice.get("sealed") for voice in voices] == [True] * 5
    score = json.loads(run(["score", "p.yaml", "--json"], folder=tmp_path).out)
    assert score["sealed"] == 5
    code, document = merged_json(tmp_path, "--open")
    assert (code, document["sealed"], document["opened"]) == (0, 0, 5)
    assert voices_of(tmp_path, "LED1") == dict.fromkeys(EVERYBODY, 3)
    assert "sealed" not in (tmp_path / "p.yaml").read_text("utf-8")
    assert "# whom we asked" in (tmp_path / "p.yaml").read_text("utf-8")
    assert run(["check", "p.yaml"], folder=tmp_path).code == 0


def test_twice_is_once_and_changes_no_byte(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    sent(tmp_path / "in", *(page(slot, ANSWERS) for slot in EVERYBODY))
    merged(tmp_path, "in")
    before = (tmp_path / "p.yaml").read_bytes()
    code, document = merged_json(tmp_path, "in")
    assert (code, document["written"]) == (0, None)
    assert {entry["result"] for entry in document["files"]} == {"same"}
    assert (tmp_path / "p.yaml").read_bytes() == before


def test_newer_replaces_older_in_whatever_order(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    old, new = page("l1", {"POL1": 1, "LED1": 1}), page("l1", {"POL1": 4}, revision=2)
    first, second = sent(tmp_path / "in", old, new)
    for files, results in (
        ((second, first), ["new", "older"]),
        ((first,), ["older"]),
        ((second,), ["same"]),
    ):
        _, document = merged_json(tmp_path, *files)
        assert [entry["result"] for entry in document["files"]] == results
        assert voices_of(tmp_path, "POL1") == {"l1": 4}
        assert not voices_of(tmp_path, "LED1")


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    before = waiting(tmp_path, *EVERYBODY).read_bytes()
    sent(tmp_path / "in", page("l1", ANSWERS))
    code, document = merged_json(tmp_path, "in", "--dry-run")
    assert (code, document["dry_run"], document["written"], document["sealed"]) == (
        0,
        True,
        None,
        1,
    )
    assert (tmp_path / "p.yaml").read_bytes() == before
    assert "Only tried" in merged(tmp_path, "in", "--dry-run").out


def test_late_ones_wait_until_there_are_three_more(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY, "l3", "l4", "l5")
    sent(tmp_path / "in", *(page(slot, {"POL1": 2}) for slot in EVERYBODY))
    merged(tmp_path, "in", "--open")
    sent(tmp_path / "late", page("l3", {"POL1": 4}), page("l4", {"POL1": 4}))
    code, document = merged_json(tmp_path, "late", "--open")
    assert (code, document["opened"], document["sealed"]) == (1, 0, 2)
    assert [problem for problem, *_ in refusals(document)] == ["P720"]
    sent(tmp_path / "later", page("l5", {"POL1": 4}))
    code, document = merged_json(tmp_path, "later", "--open")
    assert (code, document["opened"], document["sealed"]) == (0, 3, 0)


def test_what_fewer_than_three_answered_stays_sealed(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    pages = [page(slot, ANSWERS) for slot in EVERYBODY]
    pages[0]["answers"]["BUD2"] = pages[1]["answers"]["BUD2"] = {"level": 4}
    sent(tmp_path / "in", *pages)
    ran = merged(tmp_path, "in", "--open")
    assert ran.code == 0
    assert "left to the room: BUD2" in ran.out
    voices = tree_of(tmp_path)["answers"]["BUD2"]["voices"]
    assert [voice.get("sealed") for voice in voices] == [True] * 2


def test_an_agreed_level_stays_and_what_came_late_is_said(tmp_path: Path) -> None:
    room = (
        "answers:\n  POL1:\n    level: 3   # so we said\n    comment: Rummets ord\n"
        "    agreed: {by: [coordinator]}\n"
    )
    waiting(tmp_path, *EVERYBODY, answers=room)
    sent(tmp_path / "in", page("l1", ANSWERS), page("l2", ANSWERS))
    ran = merged(tmp_path, "in")
    assert "POL1 (2)" in ran.out
    answer = tree_of(tmp_path)["answers"]["POL1"]
    assert (answer["level"], answer["comment"]) == (3, "Rummets ord")
    assert "# so we said" in (tmp_path / "p.yaml").read_text("utf-8")
    again = merged(tmp_path, "in")
    assert "Agreed before" not in again.out


def test_who_said_what_is_forgotten_of_all_that_is_open(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    pages = [page(slot, ANSWERS) for slot in EVERYBODY]
    for few in pages[:2]:
        few["answers"] |= {"BUD1": {"level": 4}, "BUD2": {"level": 4}}
    sent(tmp_path / "in", *pages)
    merged(tmp_path, "in")
    nothing = merged(tmp_path, "--forget-who")
    assert "Nothing is forgotten" in nothing.out
    merged(tmp_path, "--open")
    run(["set", "p.yaml", "POL1", "2"], folder=tmp_path)
    run(["set", "p.yaml", "BUD1", "2"], folder=tmp_path)
    ran = merged(tmp_path, "--forget-who")
    assert ran.code == 0
    assert "Deleted unseen, as the room agreed without it: BUD1." in ran.out
    assert "still known who sent it: BUD2." in " ".join(ran.out.split())
    answers = tree_of(tmp_path)["answers"]
    for question in ANSWERS:
        assert ["by" in voice for voice in answers[question]["voices"]] == [False] * 5
    assert "voices" not in answers["BUD1"]
    assert [voice["by"] for voice in answers["BUD2"]["voices"]] == list(EVERYBODY[:2])
    repeated = merged(tmp_path, "--forget-who")
    assert "Nothing is forgotten" in repeated.out
    assert "still known who sent it: BUD2." in " ".join(repeated.out.split())
    sent(tmp_path / "newer", page("l1", {"POL1": 0, "LED1": 0}, revision=2))
    code, document = merged_json(tmp_path, "newer")
    assert code == 1
    assert refusals(document) == [("P717", None, "POL1"), ("P717", None, "LED1")]


def test_what_people_wrote_goes_with_who_said_what_and_what_it_proves_stays(
    tmp_path: Path,
) -> None:
    waiting(tmp_path, *EVERYBODY)
    pages = [page(slot, {"POL1": 4}) for slot in EVERYBODY]
    proofs = [{"kind": "in-use", "title": "My minutes", "date": "2026-01-09"}]
    proofs += [{"kind": "document", "title": "My plan", "ref": "My folder"}]
    for sheet, proof in zip(pages, proofs, strict=False):
        sheet["answers"]["POL1"] |= {"evidence": [proof], "comment": "My words"}
    sent(tmp_path / "in", *pages)
    merged(tmp_path, "in", "--open")
    look = ["explain", "p.yaml", "--json"]
    levels = json.loads(run(look, folder=tmp_path).out)["factors"]
    assert merged(tmp_path, "--forget-who").code == 0
    assert "My " not in (tmp_path / "p.yaml").read_text("utf-8")
    answer = tree_of(tmp_path)["answers"]["POL1"]
    assert answer["evidence"] == [{"kind": "in-use", "date": date(2026, 1, 9)}]
    assert json.loads(run(look, folder=tmp_path).out)["factors"] == levels


def test_who_answered_on_paper_is_not_missing(tmp_path: Path) -> None:
    voices = "answers:\n  POL1:\n    voices: [{role: line-manager, level: 2, by: l2}]\n"
    waiting(tmp_path, "l1", "l2", answers=voices)
    sent(tmp_path / "in", page("l1", ANSWERS))
    assert merged_json(tmp_path, "in")[1]["missing"] == []


def test_a_comment_without_a_yes_never_reaches_the_file(tmp_path: Path) -> None:
    waiting(tmp_path, "l1", "l2")
    answer = {"POL1": {"level": 2, "comment": "En hemmelighed"}}
    yes, no = {"by-role": False, "comments": True}, {"by-role": True, "comments": False}
    sent(tmp_path / "in", page("l1", answer, consent=no), page("l2", answer, consent=yes))
    merged(tmp_path, "in")
    assert (tmp_path / "p.yaml").read_text("utf-8").count("En hemmelighed") == 1


def _own(folder: Path, slot: str, name: str, **answers: int) -> Path:
    """A profile in which one person answered alone."""
    (folder / "own").mkdir(exist_ok=True)
    lines = "answers:\n" + "".join(f"  {k}: {{level: {v}}}\n" for k, v in answers.items())
    path = waiting(folder / "own", slot, answers=lines)
    return path.rename(folder / "own" / name)


def test_profiles_of_one_person_each_come_in(tmp_path: Path) -> None:
    waiting(tmp_path)
    _own(tmp_path, "l1", "anna.yaml", POL1=1)
    _own(tmp_path, "x1", "bo.yaml", POL1=3)
    code, document = merged_json(tmp_path, "own")
    assert (code, {entry["kind"] for entry in document["files"]}) == (0, {"profile"})
    assert voices_of(tmp_path, "POL1") == {"l1": 1, "x1": 3}
    assert {entry["result"] for entry in merged_json(tmp_path, "own")[1]["files"]} == {"same"}
    _own(tmp_path, "l1", "anna.yaml", POL1=4)
    merged_json(tmp_path, "own")
    assert voices_of(tmp_path, "POL1")["x1"] == 3


def test_profiles_of_nobody_or_several_are_refused(tmp_path: Path) -> None:
    waiting(tmp_path)
    (tmp_path / "own").mkdir()
    waiting(tmp_path / "own", "l1", "l2").rename(tmp_path / "own" / "both.yaml")
    waiting(tmp_path / "own").rename(tmp_path / "own" / "nobody.yaml")
    code, document = merged_json(tmp_path, "own")
    assert (code, [found for found, *_ in refusals(document)]) == (3, ["P712", "P712"])


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open"])
def test_what_cannot_be_written_leaves_the_profile_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    before = waiting(tmp_path, *EVERYBODY).read_bytes()
    sent(tmp_path / "in", page("l1", ANSWERS))
    with monkeypatch.context() as patch:
        fault = Fault(patch, call, errno.ENOSPC, 3 if call == "open" else 0)
        code = merged(tmp_path, "in").code
        assert fault.used
    if code == 4:
        assert (tmp_path / "p.yaml").read_bytes() == before
    assert code in (0, 3, 4)
    assert merged(tmp_path, "in").code == 0
    assert voices_of(tmp_path, "POL1") == {"l1": 2}


def test_a_file_that_is_named_and_lies_in_a_named_folder_counts_once(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (path,) = sent(tmp_path / "in", page("l1", ANSWERS))
    code, document = merged_json(tmp_path, "in", f"in/{path.name}")
    assert (code, len(document["files"])) == (0, 1)


UNSEEN = "One\u2028two\u200b\u202e, \U000e0041three\u00ad"


@pytest.mark.parametrize("kind", ["page", "workbook", "profile"])
def test_what_nobody_sees_is_gone_before_it_is_kept(tmp_path: Path, kind: str) -> None:
    path = waiting(tmp_path, "l1")
    (tmp_path / "own").mkdir()
    item = {"kind": "document", "title": UNSEEN, "ref": UNSEEN}
    answer = {"level": 2, "comment": UNSEEN, "evidence": [item]}
    file = tmp_path / "l1.xlsx"
    if kind == "page":
        (file,) = sent(tmp_path / "in", page("l1", {"LED1": answer}, unit=UNSEEN))
    elif kind == "workbook":
        file.write_bytes(book("l1", {"LED1": (2, "", UNSEEN, UNSEEN)}, head={"unit": UNSEEN}))
    else:
        lines = json.dumps({"LED1": {"level": 2, "evidence": [item]}}, ensure_ascii=False)
        file = waiting(tmp_path / "own", "l1", answers=f"answers: {lines}\n")
    ran = merged(tmp_path, file)
    assert ran.code == 0, ran.err + ran.out
    assert not hides(path.read_text("utf-8"))
    (voice,) = tree_of(tmp_path)["answers"]["LED1"]["voices"]
    assert voice["evidence"][0]["title"] == "One two, three"
    assert voice.get("comment", "One\ntwo, three") == "One\ntwo, three"
    assert ("comment" in voice) == (kind != "profile")
