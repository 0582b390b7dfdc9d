"""What `merge` cannot take: which message, at which place, and what goes in beside it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.given.merging import (
    ANSWERS,
    EVERYBODY,
    merged,
    merged_json,
    refusals,
    tree_of,
    voices_of,
)
from tests.given.returned import identity, page, sent, waiting


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
    code, document = merged_json(tmp_path, "in")
    assert (code, [problem for problem, *_ in refusals(document)]) == (exit_code, problems)
    assert voices_of(tmp_path, "POL1") == {"x1": 2}
    results = [entry["result"] for entry in document["files"]]
    assert results.count("refused") == len(pages)
    assert results.count("new") == 1


def test_somebody_elses_answers_do_not_replace_what_is_in(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    merged(tmp_path, *sent(tmp_path / "in", _changed()))
    newcomer = page("l1", {"POL1": 0}, id=identity("z"), revision=9)
    code, document = merged_json(tmp_path, *sent(tmp_path / "z", newcomer))
    assert (code, refusals(document)) == (1, [("P709", None, None)])
    assert voices_of(tmp_path, "POL1") == {"l1": 2}


def test_a_doubtful_answer_is_left_out_with_its_line(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (path,) = sent(tmp_path / "in", page("l1", {**ANSWERS, "POL3": 9, "NOPE1": 2}))
    lines = path.read_text("utf-8").splitlines()
    places = {
        key: str(next(n for n, line in enumerate(lines, 1) if mark in line))
        for key, mark in (("POL3", '"level": 9'), ("NOPE1", '"NOPE1"'))
    }
    code, document = merged_json(tmp_path, path)
    assert code == 1
    assert refusals(document) == [
        ("P103", places["POL3"], "POL3"),
        ("P101", places["NOPE1"], "NOPE1"),
    ]
    assert set(tree_of(tmp_path)["answers"]) == set(ANSWERS)


def test_what_a_draft_puts_off_is_no_answer(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    draft = {**ANSWERS, "POL3": {"state": "later", "comment": "Spørg Ib"}}
    sent(tmp_path / "in", page("l1", draft))
    code, document = merged_json(tmp_path, "in")
    assert (code, [(p, q) for p, _, q in refusals(document)]) == (1, [("P714", "POL3")])
    assert set(tree_of(tmp_path)["answers"]) == set(ANSWERS)


def test_a_half_filled_page_is_taken_and_said_to_be_half(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    sent(tmp_path / "in", page("l1", ANSWERS))
    ran = merged(tmp_path, "in")
    assert ran.code == 0
    assert "3 of 14 questions answered" in " ".join(ran.out.split())


def test_two_files_of_one_number_that_do_not_say_the_same_are_told_of(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    sent(tmp_path / "in", page("l1", {"POL1": 1}), page("l1", {"POL1": 4}))
    code, document = merged_json(tmp_path, "in")
    assert (code, [problem for problem, *_ in refusals(document)]) == (0, ["P716", "P716"])


def test_a_zip_of_everything_has_its_own_message_and_nothing_is_taken_of_it(
    tmp_path: Path,
) -> None:
    before = waiting(tmp_path, *EVERYBODY).read_bytes()
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(sent(tmp_path / "in", page("l1", ANSWERS))[0], "l1.json")
    code, document = merged_json(tmp_path, "all.zip")
    assert (code, refusals(document)) == (3, [("P701", None, None)])
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
    code, document = merged_json(tmp_path, name, "in")
    assert (code, [found for found, *_ in refusals(document)]) == (3, [problem])
    assert voices_of(tmp_path, "POL1") == {"l1": 2}


def test_the_file_itself_and_an_empty_folder_are_said_to_be_that(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "none").mkdir()
    assert refusals(merged_json(tmp_path, "p.yaml")[1]) == [("P719", None, None)]
    assert refusals(merged_json(tmp_path, "none")[1]) == [("P721", None, None)]
    assert merged(tmp_path).code == 2


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
    code, document = merged_json(tmp_path, ".")
    assert (code, len(document["files"])) == (0, 1)


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
        said = " ".join(merged(tmp_path, "in", lang=lang).out.split())
        assert advice in said, (after, said)


def test_a_broken_profile_is_told_of_first(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text("format: sdgassess/profile/1\n")
    sent(tmp_path / "in", page("l1", ANSWERS))
    assert merged(tmp_path, "in").code == 3
