"""What else lies in a folder of what came back: each kind told, and nothing merged by half."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.given.command_line import run
from tests.given.merging import merged, merged_json, refusals, voices_of
from tests.given.returned import book, page, sent, waiting

SAID = {"LED1": {"level": 2, "comment": "Fråga på nämnden"}}


def archive(**files: bytes) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def answers(encoding: str) -> bytes:
    """An answer file of somebody in an encoding."""
    return json.dumps(page("l1", SAID), ensure_ascii=False).encode(encoding)


def placed(content: bytes) -> Callable[[Path], object]:
    """What puts a file at a path."""
    return lambda path: path.write_bytes(content)


LEFT_OUT: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "half a workbook": ("l1.xlsx", placed(book("l1", {"LED1": 2})[:2000]), "P703"),
    "half a page": ("l1.json", placed(answers("utf-8")[:200]), "P025"),
    "Windows-1252": ("l1.json", placed(answers("cp1252")), "P006"),
    "UTF-16": ("l1.json", placed(answers("utf-16")), "P007"),
    "an empty page": ("l1.json", placed(b""), "P011"),
    "an empty workbook": ("l1.xlsx", placed(b""), "P703"),
    "an empty archive": ("all.zip", placed(archive()), "P701"),
    "an archive": ("all.zip", placed(archive(l1=answers("utf-8"))), "P701"),
    "a link to itself": ("l1.json", lambda path: path.symlink_to(path.name), "P004"),
    "a link to nothing": ("l1.json", lambda path: path.symlink_to("gone.json"), "P001"),
    "a pipe": ("l1.json", os.mkfifo, "P003"),
}
PASSED_OVER = {
    "the page itself": ("l1.html", b"<!DOCTYPE html>\n<html></html>", "P722"),
    "a scan": ("l1.pdf", b"%PDF-1.7\n", "P722"),
    "a photograph": ("l1.jpg", b"\xff\xd8\xff\xe0", "P722"),
    "a mail": ("answers.eml", b"From: somebody\n\nHere it is.\n", "P722"),
    "a document": ("l1.odt", archive(mimetype=b"application/vnd.oasis"), "P701"),
}


@pytest.mark.parametrize("named", [True, False], ids=["by name", "in its folder"])
@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_cannot_be_read_is_named_and_the_rest_goes_in(
    tmp_path: Path, case: str, named: bool
) -> None:
    name, place, code = LEFT_OUT[case]
    waiting(tmp_path, "l1", "x1")
    sent(tmp_path / "in", page("x1", {"LED1": 3}))
    place(tmp_path / "in" / name)
    paths = [f"in/{name}", "in"] if named else ["in"]
    exit_code, document = merged_json(tmp_path, *paths)
    assert (exit_code, refusals(document)[0][0], len(refusals(document))) == (3, code, 1)
    assert voices_of(tmp_path, "LED1") == {"x1": 3}
    assert document["missing"] == [{"slot": "l1", "role": "line-manager"}]


@pytest.mark.parametrize("case", PASSED_OVER)
def test_what_can_hold_no_answers_is_passed_over_in_a_folder_and_refused_by_name(
    tmp_path: Path, case: str
) -> None:
    name, content, code = PASSED_OVER[case]
    waiting(tmp_path, "l1", "x1")
    sent(tmp_path / "in", page("x1", {"LED1": 3}))
    (tmp_path / "in" / name).write_bytes(content)
    exit_code, document = merged_json(tmp_path, f"in/{name}", "--dry-run")
    assert (exit_code, refusals(document)) == (3, [(code, None, None)])
    exit_code, document = merged_json(tmp_path, "in", "--dry-run")
    assert (exit_code, document["doubtful"], document["passed_over"]) == (0, [], 1)
    line = f"Passed over, as no answers come back in them: in/{name}."
    assert line in " ".join(merged(tmp_path, "in").out.split())


def test_each_file_is_passed_over_once_and_not_where_it_is_refused(tmp_path: Path) -> None:
    waiting(tmp_path, "x1")
    sent(tmp_path / "in", page("x1", {"LED1": 3}))
    for name in ("scan.pdf", "photograph.jpg"):
        (tmp_path / "in" / name).write_bytes(b"%PDF-1.7\n")
    document = merged_json(tmp_path, "in", tmp_path / "in", "in/scan.pdf", "--dry-run")[1]
    assert (refusals(document), document["passed_over"]) == ([("P722", None, None)], 1)
    said = " ".join(merged(tmp_path, ".", "in", "--dry-run").out.split())
    assert "come back in them: in/photograph.jpg, in/scan.pdf." in said


def test_advice_is_for_whoever_collects_and_not_for_an_author_of_files(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    advice = {
        "page.html": (b"<html></html>", "Ask for that one."),
        "scan.pdf": (b"%PDF-1.7\n", "sdgassess assess --enter FILE"),
        "l1.json": (answers("cp1252"), "Ask for the file again"),
    }
    for name, (content, sentence) in advice.items():
        (tmp_path / name).write_bytes(content)
        said = " ".join(merged(tmp_path, name).out.split())
        assert sentence in said
        assert "UTF-8." not in said


def test_what_an_office_program_keeps_beside_an_open_workbook_is_no_workbook(
    tmp_path: Path,
) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "l1.xlsx").write_bytes(book("l1", {"LED1": 2}))
    (tmp_path / "in" / "~$l1.xlsx").write_bytes(b"\x05Anna")
    (tmp_path / "in" / ".~lock.l1.xlsx#").write_bytes(b"Anna")
    exit_code, document = merged_json(tmp_path, "in")
    assert (exit_code, document["doubtful"], document["passed_over"]) == (0, [], 0)


def test_answers_that_a_mail_program_called_text_come_in(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "answers-l1.json.txt").write_bytes(answers("utf-8"))
    (tmp_path / "in" / "remarks.txt").write_text("By the phone", "utf-8")
    own = waiting(tmp_path / "in", "x1", answers="answers:\n  LED1: {level: 3}\n")
    own.rename(own.with_name("own.yaml.txt"))
    exit_code, document = merged_json(tmp_path, "in")
    assert (exit_code, document["passed_over"]) == (0, 1)
    assert [entry["result"] for entry in document["files"]] == ["new", "new"]
    assert voices_of(tmp_path, "LED1") == {"l1": 2, "x1": 3}


@pytest.mark.parametrize("verb", ["merge", "invite", "kit", "agree"])
@pytest.mark.parametrize("kind", ["folder", "loop", "half", "Windows-1252"])
def test_a_profile_that_is_none_is_refused_by_every_verb_and_nothing_is_written(
    tmp_path: Path, verb: str, kind: str
) -> None:
    path = waiting(tmp_path, "l1")
    whole = path.read_text("utf-8")
    path.unlink()
    if kind == "folder":
        path.mkdir()
    elif kind == "loop":
        path.symlink_to(path.name)
    else:
        content = whole.encode("cp1252") if kind == "Windows-1252" else whole[:130].encode()
        path.write_bytes(content)
    (answered,) = sent(tmp_path / "in", page("l1", {"LED1": 2}))
    lines = {
        "merge": ["merge", "p.yaml", str(answered)],
        "invite": ["invite", "p.yaml", "--to", "out"],
        "kit": ["kit", "p.yaml", "--to", "out"],
        "agree": ["assess", "--agree", "p.yaml"],
    }
    ran = run([*lines[verb], "--lang", "en"], folder=tmp_path)
    assert ran.code in {3, 4}
    assert ran.err.startswith("p.yaml")
    assert "fault of the program" not in ran.err
    assert not (tmp_path / "out").exists()
