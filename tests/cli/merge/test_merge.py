"""`merge` on the command line: what comes in, what is left out, with which code, what is kept."""

from __future__ import annotations

import errno
import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sdgassess.text import hides
from tests.given.command_line import Ran, run
from tests.given.faults import Fault
from tests.given.questionnaires import nordic
from tests.given.returned import ROLES, about, book, identity, page, sent, waiting

EVERYBODY = ("p1", "x1", "c1", "l1", "l2")
ANSWERS = {"POL1": 2, "LED1": 3, "CORE2": 1}


def _merge(folder: Path, *words: str | Path, lang: str = "en") -> Ran:
    """Run `sdgassess merge` in a folder."""
    return run(["merge", "p.yaml", *words, "--lang", lang], folder=folder)


def _json(folder: Path, *words: str | Path) -> tuple[int, dict[str, Any]]:
    """Its code and its JSON document."""
    ran = _merge(folder, *words, "--json")
    return ran.code, json.loads(ran.out)


def _tree(folder: Path) -> dict[str, Any]:
    """What stands in the profile."""
    tree: dict[str, Any] = yaml.safe_load((folder / "p.yaml").read_text("utf-8"))
    return tree


def _refusals(document: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    """What was left out: code, place, question."""
    return [(d["problem"]["code"], d["place"], d["question"]) for d in document["doubtful"]]


def _voices(folder: Path, question: str) -> dict[str, Any]:
    """What each person is noted to have said."""
    voices = _tree(folder)["answers"].get(question, {}).get("voices", [])
    return {voice["by"]: voice.get("level", voice.get("state")) for voice in voices}


def test_answers_come_in_sealed_and_open_together(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY, "l3")
    sent(tmp_path / "in", *(page(slot, ANSWERS) for slot in EVERYBODY))
    code, document = _json(tmp_path, "in")
    assert (code, document["sealed"], document["opened"]) == (0, 5, 0)
    assert {entry["result"] for entry in document["files"]} == {"new"}
    assert document["missing"] == [{"slot": "l3", "role": "line-manager"}]
    voices = _tree(tmp_path)["answers"]["POL1"]["voices"]
    assert [voice.get("sealed") for voice in voices] == [True] * 5
    score = json.loads(run(["score", "p.yaml", "--json"], folder=tmp_path).out)
    assert score["sealed"] == 5
    code, document = _json(tmp_path, "--open")
    assert (code, document["sealed"], document["opened"]) == (0, 0, 5)
    assert _voices(tmp_path, "LED1") == dict.fromkeys(EVERYBODY, 3)
    assert "sealed" not in (tmp_path / "p.yaml").read_text("utf-8")
    assert "# whom we asked" in (tmp_path / "p.yaml").read_text("utf-8")
    assert run(["check", "p.yaml"], folder=tmp_path).code == 0


def test_twice_is_once_and_changes_no_byte(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    sent(tmp_path / "in", *(page(slot, ANSWERS) for slot in EVERYBODY))
    _merge(tmp_path, "in")
    before = (tmp_path / "p.yaml").read_bytes()
    code, document = _json(tmp_path, "in")
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
        _, document = _json(tmp_path, *files)
        assert [entry["result"] for entry in document["files"]] == results
        assert _voices(tmp_path, "POL1") == {"l1": 4}
        assert not _voices(tmp_path, "LED1")


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    before = waiting(tmp_path, *EVERYBODY).read_bytes()
    sent(tmp_path / "in", page("l1", ANSWERS))
    code, document = _json(tmp_path, "in", "--dry-run")
    assert (code, document["dry_run"], document["written"], document["sealed"]) == (
        0,
        True,
        None,
        1,
    )
    assert (tmp_path / "p.yaml").read_bytes() == before
    assert "Only tried" in _merge(tmp_path, "in", "--dry-run").out


@pytest.mark.parametrize("tried", [("in",), ("--open",), ("in", "--open", "--forget-who")])
def test_what_was_tried_is_what_can_be_done_next(tmp_path: Path, tried: tuple[str, ...]) -> None:
    waiting(tmp_path, *EVERYBODY)
    sent(tmp_path / "in", *(page(slot, ANSWERS) for slot in EVERYBODY))
    ran = _merge(tmp_path, *tried, "--dry-run")
    assert f"sdgassess merge p.yaml {' '.join(tried)}\n" in ran.err


def test_late_ones_wait_until_there_are_three_more(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY, "l3", "l4", "l5")
    sent(tmp_path / "in", *(page(slot, {"POL1": 2}) for slot in EVERYBODY))
    _merge(tmp_path, "in", "--open")
    sent(tmp_path / "late", page("l3", {"POL1": 4}), page("l4", {"POL1": 4}))
    code, document = _json(tmp_path, "late", "--open")
    assert (code, document["opened"], document["sealed"]) == (1, 0, 2)
    assert [problem for problem, *_ in _refusals(document)] == ["P720"]
    sent(tmp_path / "later", page("l5", {"POL1": 4}))
    code, document = _json(tmp_path, "later", "--open")
    assert (code, document["opened"], document["sealed"]) == (0, 3, 0)


def test_what_fewer_than_three_answered_stays_sealed(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    pages = [page(slot, ANSWERS) for slot in EVERYBODY]
    pages[0]["answers"]["BUD2"] = pages[1]["answers"]["BUD2"] = {"level": 4}
    sent(tmp_path / "in", *pages)
    ran = _merge(tmp_path, "in", "--open")
    assert ran.code == 0
    assert "left to the room: BUD2" in ran.out
    voices = _tree(tmp_path)["answers"]["BUD2"]["voices"]
    assert [voice.get("sealed") for voice in voices] == [True] * 2


def test_an_agreed_level_stays_and_what_came_late_is_said(tmp_path: Path) -> None:
    room = (
        "answers:\n  POL1:\n    level: 3   # so we said\n    comment: Rummets ord\n"
        "    agreed: {by: [coordinator]}\n"
    )
    waiting(tmp_path, *EVERYBODY, answers=room)
    sent(tmp_path / "in", page("l1", ANSWERS), page("l2", ANSWERS))
    ran = _merge(tmp_path, "in")
    assert "POL1 (2)" in ran.out
    answer = _tree(tmp_path)["answers"]["POL1"]
    assert (answer["level"], answer["comment"]) == (3, "Rummets ord")
    assert "# so we said" in (tmp_path / "p.yaml").read_text("utf-8")
    again = _merge(tmp_path, "in")
    assert "Agreed before" not in again.out


def test_who_said_what_is_forgotten_of_all_that_is_open(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    pages = [page(slot, ANSWERS) for slot in EVERYBODY]
    for few in pages[:2]:
        few["answers"] |= {"BUD1": {"level": 4}, "BUD2": {"level": 4}}
    sent(tmp_path / "in", *pages)
    _merge(tmp_path, "in")
    nothing = _merge(tmp_path, "--forget-who")
    assert "Nothing is forgotten" in nothing.out
    _merge(tmp_path, "--open")
    run(["set", "p.yaml", "POL1", "2"], folder=tmp_path)
    run(["set", "p.yaml", "BUD1", "2"], folder=tmp_path)
    ran = _merge(tmp_path, "--forget-who")
    assert ran.code == 0
    assert "Deleted unseen, as the room agreed without it: BUD1." in ran.out
    assert "still known who sent it: BUD2." in " ".join(ran.out.split())
    answers = _tree(tmp_path)["answers"]
    for question in ANSWERS:
        assert ["by" in voice for voice in answers[question]["voices"]] == [False] * 5
    assert "voices" not in answers["BUD1"]
    assert [voice["by"] for voice in answers["BUD2"]["voices"]] == list(EVERYBODY[:2])
    repeated = _merge(tmp_path, "--forget-who")
    assert "Nothing is forgotten" in repeated.out
    assert "still known who sent it: BUD2." in " ".join(repeated.out.split())
    sent(tmp_path / "newer", page("l1", {"POL1": 0, "LED1": 0}, revision=2))
    code, document = _json(tmp_path, "newer")
    assert code == 1
    assert _refusals(document) == [("P717", None, "POL1"), ("P717", None, "LED1")]


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
    _merge(tmp_path, "in", "--open")
    look = ["explain", "p.yaml", "--json"]
    levels = json.loads(run(look, folder=tmp_path).out)["factors"]
    assert _merge(tmp_path, "--forget-who").code == 0
    assert "My " not in (tmp_path / "p.yaml").read_text("utf-8")
    answer = _tree(tmp_path)["answers"]["POL1"]
    assert answer["evidence"] == [{"kind": "in-use", "date": date(2026, 1, 9)}]
    assert json.loads(run(look, folder=tmp_path).out)["factors"] == levels


def test_who_answered_on_paper_is_not_missing(tmp_path: Path) -> None:
    voices = "answers:\n  POL1:\n    voices: [{role: line-manager, level: 2, by: l2}]\n"
    waiting(tmp_path, "l1", "l2", answers=voices)
    sent(tmp_path / "in", page("l1", ANSWERS))
    assert _json(tmp_path, "in")[1]["missing"] == []


def test_a_comment_without_a_yes_never_reaches_the_file(tmp_path: Path) -> None:
    waiting(tmp_path, "l1", "l2")
    answer = {"POL1": {"level": 2, "comment": "En hemmelighed"}}
    yes, no = {"by-role": False, "comments": True}, {"by-role": True, "comments": False}
    sent(tmp_path / "in", page("l1", answer, consent=no), page("l2", answer, consent=yes))
    _merge(tmp_path, "in")
    assert (tmp_path / "p.yaml").read_text("utf-8").count("En hemmelighed") == 1


def _changed(**more: Any) -> dict[str, Any]:
    return page("l1", ANSWERS) | more


OTHER = {"id": "nordic-sdg-governance", "version": "0.9", "fingerprint": "a" * 64}
REWORDED = {"id": "nordic-sdg-governance", "version": "1.0", "fingerprint": "a" * 64}
WHOLE_FILES: dict[str, tuple[list[dict[str, Any]], list[str], int]] = {
    "another version's": ([_changed(questionnaire=OTHER)], ["P705"], 1),
    "other words": ([_changed(questionnaire=REWORDED)], ["P705"], 1),
    "another municipality's": ([_changed(place={"name": "Åby"})], ["P706"], 1),
    "another day's": ([_changed(date="2025-03-12")], ["P707"], 1),
    "another group's": ([_changed(group="B")], ["P707"], 1),
    "no such role": ([_changed(role="mayor")], ["P708"], 1),
    "the same person twice": ([_changed(), _changed(id=identity("z"))], ["P709", "P709"], 1),
    "another role's slot": ([_changed(role="politician")], ["P710"], 1),
    "one id, two people": ([_changed(), page("l2", ANSWERS, id=identity("l1"))], ["P711"] * 2, 1),
    "edited by hand": ([_changed(answers={"POL1": {"level": 2, "rank": 1}})], ["P030"], 3),
    "no moment": ([_changed(saved="yesterday")], ["P034"], 3),
}


@pytest.mark.parametrize("case", WHOLE_FILES)
def test_a_doubtful_file_is_refused_and_the_others_go_in(tmp_path: Path, case: str) -> None:
    pages, problems, exit_code = WHOLE_FILES[case]
    waiting(tmp_path, *EVERYBODY)
    sent(tmp_path / "in", *pages, page("x1", ANSWERS))
    code, document = _json(tmp_path, "in")
    assert (code, [problem for problem, *_ in _refusals(document)]) == (exit_code, problems)
    assert _voices(tmp_path, "POL1") == {"x1": 2}
    results = [entry["result"] for entry in document["files"]]
    assert results.count("refused") == len(pages)
    assert results.count("new") == 1


def test_somebody_elses_answers_do_not_replace_what_is_in(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    _merge(tmp_path, *sent(tmp_path / "in", _changed()))
    newcomer = page("l1", {"POL1": 0}, id=identity("z"), revision=9)
    code, document = _json(tmp_path, *sent(tmp_path / "z", newcomer))
    assert (code, _refusals(document)) == (1, [("P709", None, None)])
    assert _voices(tmp_path, "POL1") == {"l1": 2}


def test_a_doubtful_answer_is_left_out_with_its_line(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (path,) = sent(tmp_path / "in", page("l1", {**ANSWERS, "POL3": 9, "NOPE1": 2}))
    lines = path.read_text("utf-8").splitlines()
    places = {
        key: str(next(n for n, line in enumerate(lines, 1) if mark in line))
        for key, mark in (("POL3", '"level": 9'), ("NOPE1", '"NOPE1"'))
    }
    code, document = _json(tmp_path, path)
    assert code == 1
    assert _refusals(document) == [
        ("P103", places["POL3"], "POL3"),
        ("P101", places["NOPE1"], "NOPE1"),
    ]
    assert set(_tree(tmp_path)["answers"]) == set(ANSWERS)


def test_what_a_draft_puts_off_is_no_answer(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    draft = {**ANSWERS, "POL3": {"state": "later", "comment": "Spørg Ib"}}
    sent(tmp_path / "in", page("l1", draft))
    code, document = _json(tmp_path, "in")
    assert (code, [(p, q) for p, _, q in _refusals(document)]) == (1, [("P714", "POL3")])
    assert set(_tree(tmp_path)["answers"]) == set(ANSWERS)


def test_a_half_filled_page_is_taken_and_said_to_be_half(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    sent(tmp_path / "in", page("l1", ANSWERS))
    ran = _merge(tmp_path, "in")
    assert ran.code == 0
    assert "3 of 13 questions answered" in " ".join(ran.out.split())


def test_two_files_of_one_number_that_do_not_say_the_same_are_told_of(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    sent(tmp_path / "in", page("l1", {"POL1": 1}), page("l1", {"POL1": 4}))
    code, document = _json(tmp_path, "in")
    assert (code, [problem for problem, *_ in _refusals(document)]) == (0, ["P716", "P716"])


def test_a_zip_of_everything_has_its_own_message_and_nothing_is_taken_of_it(
    tmp_path: Path,
) -> None:
    before = waiting(tmp_path, *EVERYBODY).read_bytes()
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(sent(tmp_path / "in", page("l1", ANSWERS))[0], "l1.json")
    code, document = _json(tmp_path, "all.zip")
    assert (code, _refusals(document)) == (3, [("P701", None, None)])
    assert (tmp_path / "p.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "raw", "problem"),
    [
        ("cut.xlsx", b"PK\x03\x04" + b"\0" * 40, "P703"),
        ("old.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 40, "P703"),
        ("empty.json", b"", "P011"),
        ("list.json", b"[]", "P013"),
        ("large.json", b'{"a": "' + b"x" * 1_000_001 + b'"}', "P005"),
        ("notes.yaml", b"a: 1\n", "P040"),
        ("gone.json", None, "P001"),
    ],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, name: str, raw: bytes | None, problem: str
) -> None:
    waiting(tmp_path, *EVERYBODY)
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    sent(tmp_path / "in", page("l1", ANSWERS))
    code, document = _json(tmp_path, name, "in")
    assert (code, [found for found, *_ in _refusals(document)]) == (3, [problem])
    assert _voices(tmp_path, "POL1") == {"l1": 2}


def test_the_file_itself_and_an_empty_folder_are_said_to_be_that(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "none").mkdir()
    assert _refusals(_json(tmp_path, "p.yaml")[1]) == [("P719", None, None)]
    assert _refusals(_json(tmp_path, "none")[1]) == [("P721", None, None)]
    assert _merge(tmp_path).code == 2


def test_a_folder_passes_over_what_nobody_was_invited_to_send(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    folder = tmp_path / "in"
    sent(folder, page("l1", ANSWERS))
    (folder / "settings.json").write_text("{}")
    (folder / "notes.yaml").write_text("a: 1\n")
    (folder / "photo.jpg").write_bytes(b"\xff")
    for hidden in (folder / "._l1.xlsx", folder / ".trash" / "l1.xlsx"):
        hidden.parent.mkdir(exist_ok=True)
        hidden.write_bytes(b"PK\x03\x04")
    code, document = _json(tmp_path, ".")
    assert (code, len(document["files"])) == (0, 1)


FULL: dict[str, Any] = {
    "POL1": ("2 – Besluttet", "", "Vi gør det", "Plan", "2025-03"),
    "LED1": "3",
    "CORE2": 1,
    "CORE6": "? – Det ved jeg ikke",
    "FOC5": ("- – Gælder ikke her", "Ingen enhed"),
    "POL3": "",
}


def test_a_workbook_comes_in_like_a_page(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", FULL))
    code, document = _json(tmp_path, "l1.xlsx")
    assert (code, document["doubtful"]) == (0, [])
    assert document["files"][0]["kind"] == "workbook"
    said = {"POL1": 2, "LED1": 3, "CORE2": 1, "CORE6": "unknown", "FOC5": "not-applicable"}
    assert {key: _voices(tmp_path, key).get("l1") for key in said} == said
    voice = _tree(tmp_path)["answers"]["POL1"]["voices"][0]
    assert voice["comment"] == "Vi gør det"
    assert voice["evidence"] == [{"kind": "document", "title": "Plan", "date": "2025-03"}]
    assert _tree(tmp_path)["answers"]["FOC5"]["voices"][0]["reason"] == "Ingen enhed"
    assert _json(tmp_path, "l1.xlsx")[1]["files"][0]["result"] == "same"


def test_a_reason_beside_a_level_is_no_reason_why_it_does_not_apply(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {"POL1": (2, "Ingen enhed", "Ord")}))
    assert _json(tmp_path, "l1.xlsx")[0] == 0
    (voice,) = _tree(tmp_path)["answers"]["POL1"]["voices"]
    assert (voice["level"], voice["comment"], "reason" in voice) == (2, "Ord", False)
    assert run(["check", "p.yaml"], folder=tmp_path).code == 0


CELLS: dict[str, tuple[dict[str, Any], tuple[str, str, str | None]]] = {
    "text": ({"POL1": "næsten"}, ("P713", "Svar!C3", "POL1")),
    "off the scale": ({"POL1": 7}, ("P713", "Svar!C3", "POL1")),
    "a half level": ({"POL1": 2.5}, ("P713", "Svar!C3", "POL1")),
    "no answer": ({"POL1": ("", "", "Ord")}, ("P714", "Svar!E3", "POL1")),
    "no date": ({"POL1": (2, "", "", "Plan", "i går")}, ("P715", "Svar!G3", "POL1")),
    "no month": ({"POL1": (2, "", "", "Plan", "2025-13")}, ("P715", "Svar!G3", "POL1")),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_doubtful_cell_is_left_out_and_named(tmp_path: Path, case: str) -> None:
    answers, doubt = CELLS[case]
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {**answers, "LED1": 3}))
    code, document = _json(tmp_path, "l1.xlsx")
    assert (code, _refusals(document)) == (1, [doubt])
    assert set(_tree(tmp_path)["answers"]) == {"LED1"}


def test_what_is_neither_yes_nor_no_is_a_no(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {"LED1": 3}, showing=("måske", "ja")))
    code, document = _json(tmp_path, "l1.xlsx")
    assert (code, _refusals(document)) == (1, [("P713", "Svar!C5", None)])
    consent = _tree(tmp_path)["participants"][0]["consent"]
    assert consent == {"by-role": False, "comments": True}


@pytest.mark.parametrize(("word", "date"), [(45658, "2025-01-01"), (2025, 2025)])
def test_a_date_may_be_a_number(tmp_path: Path, word: int, date: object) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {"POL1": (2, "", "", "Plan", word)}))
    assert _json(tmp_path, "l1.xlsx")[0] == 0
    evidence = _tree(tmp_path)["answers"]["POL1"]["voices"][0]["evidence"][0]
    assert str(evidence["date"]) == str(date)


def _swap(cells: dict[tuple[int, int], Any]) -> None:
    cells[2, 0], cells[3, 0] = cells[3, 0], cells[2, 0]


def _rename(cells: dict[tuple[int, int], Any]) -> None:
    cells[2, 0] = "POL9"


def _lose(cells: dict[tuple[int, int], Any]) -> None:
    del cells[4, 0]


def _double(cells: dict[tuple[int, int], Any]) -> None:
    cells[9, 0] = cells[2, 0]


@pytest.mark.parametrize("change", [_swap, _rename, _lose, _double])
def test_a_workbook_with_moved_rows_is_refused_whole(tmp_path: Path, change: Any) -> None:
    before = waiting(tmp_path, "l1").read_bytes()
    (tmp_path / "l1.xlsx").write_bytes(book("l1", ANSWERS, change=change))
    code, document = _json(tmp_path, "l1.xlsx")
    assert (code, [problem for problem, *_ in _refusals(document)]) == (3, ["P704"])
    assert (tmp_path / "p.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ({"name": "Åby"}, "P706"),
        ({"version": "0.9"}, "P705"),
        ({"fingerprint": "a" * 64}, "P705"),
        ({"date": "2025-03-12"}, "P707"),
        ({"id": "mine"}, "P718"),
        ({"format": None}, "P718"),
        ({"date": "soon"}, "P718"),
        ({"scope": "half"}, "P718"),
        ({"slot": "l 1: x"}, "P718"),
        ({"role": "a b"}, "P718"),
        ({"role": "plumber"}, "P708"),
        ({"group": "Skoler"}, "P707"),
        ({"fingerprint": "A" * 64}, "P718"),
        ({"questionnaire": "a b"}, "P718"),
        ({"version": None}, "P718"),
        ({"name": None}, "P718"),
        ({"language": "xx"}, "P718"),
    ],
)
def test_another_assessments_workbook_is_refused(
    tmp_path: Path, head: dict[str, str | None], problem: str
) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", ANSWERS, head=head))
    code, document = _json(tmp_path, "l1.xlsx")
    assert code == (3 if problem == "P718" else 1)
    assert [found for found, *_ in _refusals(document)] == [problem]


def _repacked(raw: bytes, name: str, content: bytes | None) -> bytes:
    """A workbook with another part, or without one."""
    anew = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(anew, "w") as archive:
        for part in parts.namelist():
            if part != name:
                archive.writestr(part, parts.read(part))
        if content is not None:
            archive.writestr(name, content)
    return anew.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("content", [None, b"", b"<a", BOMB, BOMB.decode().encode("utf-16")])
def test_a_damaged_workbook_is_one_message(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(_repacked(book("l1", ANSWERS), name, content))
    code, document = _json(tmp_path, "l1.xlsx")
    assert code == 3
    # Without the sheet itself it reads as a workbook of somebody else.
    is_lost = content is None and name.startswith("xl/worksheets")
    assert [found for found, *_ in _refusals(document)] == ["P702" if is_lost else "P703"]


def test_reading_a_workbook_needs_the_office_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = waiting(tmp_path, "l1").read_bytes()
    (tmp_path / "l1.xlsx").write_bytes(book("l1", ANSWERS))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    code, document = _json(tmp_path, "l1.xlsx")
    assert code == 3
    assert [found for found, *_ in _refusals(document)] == ["P602"]
    assert (tmp_path / "p.yaml").read_bytes() == before


def test_a_workbook_of_others_is_said_to_be_that(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    assert about("l1", [])
    run(["report", "p.yaml", "-o", "report.xlsx"], folder=tmp_path)
    run(["report", "p.yaml", "-o", "report.docx"], folder=tmp_path)
    problems = [
        _refusals(_json(tmp_path, name)[1])[0][0] for name in ("report.xlsx", "report.docx")
    ]
    assert problems == ["P702", "P701"]


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
    code, document = _json(tmp_path, "own")
    assert (code, {entry["kind"] for entry in document["files"]}) == (0, {"profile"})
    assert _voices(tmp_path, "POL1") == {"l1": 1, "x1": 3}
    assert {entry["result"] for entry in _json(tmp_path, "own")[1]["files"]} == {"same"}
    _own(tmp_path, "l1", "anna.yaml", POL1=4)
    _json(tmp_path, "own")
    assert _voices(tmp_path, "POL1")["x1"] == 3


def test_profiles_of_nobody_or_several_are_refused(tmp_path: Path) -> None:
    waiting(tmp_path)
    (tmp_path / "own").mkdir()
    waiting(tmp_path / "own", "l1", "l2").rename(tmp_path / "own" / "both.yaml")
    waiting(tmp_path / "own").rename(tmp_path / "own" / "nobody.yaml")
    code, document = _json(tmp_path, "own")
    assert (code, [found for found, *_ in _refusals(document)]) == (3, ["P712", "P712"])


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open"])
def test_what_cannot_be_written_leaves_the_profile_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    before = waiting(tmp_path, *EVERYBODY).read_bytes()
    sent(tmp_path / "in", page("l1", ANSWERS))
    with monkeypatch.context() as patch:
        fault = Fault(patch, call, errno.ENOSPC, 3 if call == "open" else 0)
        code = _merge(tmp_path, "in").code
        assert fault.used
    if code == 4:
        assert (tmp_path / "p.yaml").read_bytes() == before
    assert code in (0, 3, 4)
    assert _merge(tmp_path, "in").code == 0
    assert _voices(tmp_path, "POL1") == {"l1": 2}


def test_a_broken_profile_is_told_of_first(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text("format: sdgassess/profile/1\n")
    sent(tmp_path / "in", page("l1", ANSWERS))
    assert _merge(tmp_path, "in").code == 3


@pytest.mark.parametrize("lang", ["da", "sv", "en"])
def test_no_screen_tells_a_level_or_says_consent(tmp_path: Path, lang: str) -> None:
    screens = []
    for level in (0, 4):
        folder = tmp_path / str(level)
        folder.mkdir()
        waiting(folder, *EVERYBODY)
        sent(folder / "in", *(page(slot, {"POL1": level}) for slot in EVERYBODY))
        screens += [_merge(folder, *words, lang=lang) for words in (["in"], ["--open"])]
    texts = [ran.out + ran.err for ran in screens]
    assert texts[:2] == texts[2:]
    assert not any(
        word in text.lower() for text in texts for word in ("samtyk", "samtyc", "consent")
    )


@pytest.mark.parametrize(
    ("sender", "returned", "command"),
    [
        ("p1 x1 c1 l1", "p1 x1 c1", "assess --enter p.yaml"),
        ("p1 x1 c1", "p1 x1 c1", "merge p.yaml --open"),
        ("p1 x1", "p1 x1", "assess --agree p.yaml"),
    ],
)
def test_next_comes_what_the_order_of_the_work_says(
    sender: str, returned: str, command: str, tmp_path: Path
) -> None:
    """Paper before an opening; an opening only where something opens; else the room."""
    waiting(tmp_path, *sender.split())
    sent(tmp_path / "in", *(page(slot, ANSWERS) for slot in returned.split()))
    ran = _merge(tmp_path, "in")
    assert f"Next: sdgassess {command}\n" in ran.err
    assert ("nobody more is expected" in ran.err) == (sender != returned)


@pytest.mark.parametrize(
    ("lowest", "command"), [(2, "score p.yaml"), (0, "assess --agree p.yaml")]
)
def test_after_an_opening_comes_what_is_to_be_agreed_on(
    lowest: int, command: str, tmp_path: Path
) -> None:
    slots = ("p1", "p2", "x1", "x2", "c1", "l1", "l2", "e1", "e2")
    waiting(tmp_path, *slots)
    asked = [question for question in nordic().questions.values() if question.core]
    for slot in slots:
        levels = {
            question.id: lowest if (slot, question.id) == ("c1", "POL1") else 2
            for question in asked
            if not question.roles or ROLES[slot[0]] in question.roles
        }
        sent(tmp_path / "in", page(slot, levels))
    assert _merge(tmp_path, "in", "--open").err.endswith(f"Next: sdgassess {command}\n")


def test_where_nothing_came_in_the_same_is_tried_again(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "spoilt.json").write_text("{", "utf-8")
    ran = _merge(tmp_path, "spoilt.json")
    assert ran.err.endswith("Next: sdgassess merge p.yaml spoilt.json\n")


@pytest.mark.parametrize(
    ("lang", "advice"),
    [
        ("da", "Bed om at få filen igen"),
        ("sv", "Be att få filen igen"),
        ("en", "Ask for the file again"),
    ],
)
def test_nobody_is_told_to_mend_by_hand_what_a_page_saved(
    lang: str, advice: str, tmp_path: Path
) -> None:
    """What a hand changed: a level off the scale, a text for it, a question, a key, a comma."""
    changes = (
        ('"level": 3', '"level": 7'),
        ('"level": 3', '"level": "three"'),
        ("POL1", "POL99"),
        ('"role"', '"rolle"'),
        ('"revision": 1,', '"revision": 1'),
    )
    for before, after in changes:
        waiting(tmp_path, "l1")
        (path,) = sent(tmp_path / "in", page("l1", {"LED1": 3, "POL1": 2}))
        text = path.read_text("utf-8")
        path.write_text(text.replace(before, after, 1), "utf-8")
        assert path.read_text("utf-8") != text, before
        said = " ".join(_merge(tmp_path, "in", lang=lang).out.split())
        assert advice in said, (after, said)


def test_where_nothing_opens_it_is_not_said_to_stand_already(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    ran = _merge(tmp_path, "--open")
    assert "Nothing has been written." in ran.out
    assert "stands already" not in ran.out


def test_where_nothing_came_in_it_is_not_said_to_stand_already(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "spoilt.json").write_text("{", "utf-8")
    (back,) = sent(tmp_path / "back", page("l1", {"POL1": 3}))
    for words, sentence in (
        (["spoilt.json"], "Nothing came in; nothing has been written."),
        ([str(back)], "Written to p.yaml."),
        ([str(back)], "That is how it stands already; nothing has been written."),
        ([str(back), "spoilt.json"], "That is how it stands already; nothing has been written."),
    ):
        ran = run(["merge", "p.yaml", *words, "--lang", "en"], folder=tmp_path)
        assert sentence in ran.out, words


def test_a_file_that_is_named_and_lies_in_a_named_folder_counts_once(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (path,) = sent(tmp_path / "in", page("l1", ANSWERS))
    code, document = _json(tmp_path, "in", f"in/{path.name}")
    assert (code, len(document["files"])) == (0, 1)


@pytest.mark.parametrize(
    ("word", "date"),
    [
        ("3/4-2026", "2026-04-03"),
        ("d. 3.4.2026", "2026-04-03"),
        ("12. marts 2026", "2026-03-12"),
        ("12 mars 2026", "2026-03-12"),
        ("marts 2026", "2026-03"),
    ],
)
def test_a_date_in_a_workbook_may_be_written_as_people_here_do(
    tmp_path: Path, word: str, date: str
) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "l1.xlsx").write_bytes(book("l1", {"LED1": (2, "", "", "Plan", word)}))
    assert _json(tmp_path, "l1.xlsx")[0] == 0
    (voice,) = _tree(tmp_path)["answers"]["LED1"]["voices"]
    assert str(voice["evidence"][0]["date"]) == date


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
    ran = _merge(tmp_path, file)
    assert ran.code == 0, ran.err + ran.out
    assert not hides(path.read_text("utf-8"))
    (voice,) = _tree(tmp_path)["answers"]["LED1"]["voices"]
    assert voice["evidence"][0]["title"] == "One two, three"
    assert voice.get("comment", "One\ntwo, three") == "One\ntwo, three"
    assert ("comment" in voice) == (kind != "profile")


def test_a_command_that_helps_stands_on_one_line(tmp_path: Path) -> None:
    path = waiting(tmp_path, "l1").rename(tmp_path / "et langt navn på en kommunes egen fil.yaml")
    told = run(["merge", path.name, "--open"], folder=tmp_path, env={"COLUMNS": "40"}).out
    assert any(
        line.endswith(f': sdgassess assess --agree "{path.name}"') for line in told.splitlines()
    )
