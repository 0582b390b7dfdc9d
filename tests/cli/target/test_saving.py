"""How picks get into a file: nothing else of it is touched, and it is the old one or the new."""

from __future__ import annotations

import re
import shutil
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest

from sdgassess.cli.verbs.target.run import run_target
from sdgassess.files.read.reader import parse
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.model.profile import Priority, Profile, Status
from sdgassess.problem import InputRefused, WriteRefused
from tests.given.patience import PATIENCE
from tests.given.saving import fail, names
from tests.given.targets import HERE, SOUND, fine, placed, profile_in, refused

EACH = pytest.mark.parametrize("name", [path.stem for path in SOUND])


@EACH
def test_a_pick_set_and_cleared_leaves_every_answer_and_remark(name: str, tmp_path: Path) -> None:
    path = placed(name, tmp_path)
    raw, before = path.read_bytes(), profile_in(path)
    fine(path, "--clear")
    cleared = path.read_bytes()
    fine(path, "POL1", "--to", "4", "--who", "rådet # ikke", "--stake", "high")
    fine(path, "POL1", "--clear")
    fine(path, "POL1", "--clear-judgement")
    after = profile_in(path)
    assert after.answers == before.answers
    assert after.judgement == before.judgement
    assert after.priorities == ()
    assert after.status is before.status
    assert set(remarks(cleared)) <= set(remarks(path.read_bytes())) <= set(remarks(raw))
    assert answers_of(path.read_bytes()) == answers_of(raw)


@EACH
def test_a_new_pick_leaves_every_line_that_was_there(name: str, tmp_path: Path) -> None:
    path = placed(name, tmp_path)
    fine(path, "EXT1", "--clear")
    lines = path.read_bytes().split(b"\n")
    words = ("POL1", "--to", "3", "--first-move", "Ring", "--by", "i morgen")
    fine(path, *words)
    once = path.read_bytes()
    here = [line.rstrip(b"\r") for line in once.split(b"\n")]
    lost = [line for line in lines if line.rstrip(b"\r") not in here]
    assert not [line for line in lost if not line.startswith(b"priorities: [")]
    assert profile_in(path).priorities[-1] == Priority(
        "POL1", Fraction(3), None, "i morgen", "Ring"
    )
    fine(path, *words)
    assert path.read_bytes() == once


def remarks(raw: bytes) -> list[str]:
    """What people noted."""
    return re.findall(r"(?m)(?:^|\s)(# .*?)\r?$", raw.decode())


def answers_of(raw: bytes) -> str:
    """The lines from `answers:` to the next thing at the margin, as they stand."""
    found = re.search(r"(?ms)^answers:.*?(?=^[a-z#]|\Z)", raw.decode())
    assert found is not None
    return found[0].rstrip()


def test_the_order_of_the_picks_is_the_rooms(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    fine(path, "POL1")
    fine(path, "LED2", "--to", "3")
    assert [one.question for one in profile_in(path).priorities] == ["LED2", "BUD2", "POL1"]
    fine(path, "LED2", "--clear")
    fine(path, "LED2")
    assert [one.question for one in profile_in(path).priorities] == ["BUD2", "POL1", "LED2"]


def test_the_status_of_a_complete_profile_stays(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    fine(path, "POL1", "--stake", "high", "--to", "3")
    after = profile_in(path)
    assert (after.status, after.amended_because) == (Status.COMPLETE, ())


def test_judging_alone_never_picks_and_a_pick_alone_never_judges(tmp_path: Path) -> None:
    path = placed("nothing-picked", tmp_path)
    fine(path, "CONT2", "--stake", "high", "--influence", "low", "--can-start")
    assert profile_in(path).priorities == ()
    fine(path, "BUD2")
    assert list(profile_in(path).judgement) == ["CONT2"]


def test_what_is_not_named_stays(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    fine(path, "LED2", "--by", "senest 1.10.2026")
    fine(path, "LED2", "--stake", "low")
    after = profile_in(path)
    assert after.priorities[0] == Priority(
        "LED2", Fraction(2), "kommunaldirektøren", "senest 1.10.2026"
    )
    assert (after.judgement["LED2"].stake, after.judgement["LED2"].can_start) == ("low", True)


def test_text_is_data(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    said = "=1+1 #{x}: [b]\x1b[31m\u202e'\"\n- {a: b}"
    ran = fine(path, "LED2", "--who", said, "--lang", "en")
    seen = "=1+1 #{x}: [b][31m'\"\n- {a: b}"
    assert profile_in(path).priorities[0].who == seen
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert " ".join(seen.split()) in " ".join(ran.out.split())


@pytest.mark.parametrize("words", [("LED2",), ("POL1", "--clear"), ("LED2", "--stake", "high")])
def test_where_nothing_changes_nothing_is_written(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = placed("by-hand", tmp_path)
    for call in ("replace", "rename", "link"):
        fail(monkeypatch, call, 0)
    ran = fine(path, *words, "--lang", "en")
    assert (ran.out, "nothing has been written" in ran.err) == ("", True)
    assert path.read_bytes() == (HERE / "profiles" / "by-hand.yaml").read_bytes()


def test_listing_needs_no_lock_and_no_leave_to_write(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    path.chmod(0o444)
    with hold_elsewhere(path):
        assert "LED2" in fine(path).out
    refused(4, "P404", [path, "POL1"])
    assert names(tmp_path) == ["p.yaml"]


def hold_elsewhere(path: Path) -> HeldBySomebody:
    """The file as if another process was writing it."""
    return HeldBySomebody(path)


class HeldBySomebody:
    """A lock of another process, taken the way other processes take it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        import subprocess
        import sys

        code = (
            "import sys, pathlib; from sdgassess.files.write.writer import hold\n"
            "with hold(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
        )
        mode = self.path.stat().st_mode
        self.path.chmod(0o644)
        self.other = subprocess.Popen(
            [sys.executable, "-c", code, str(self.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self.other.stdout is not None
        assert self.other.stdout.readline() == b"held\n"
        self.path.chmod(mode)

    def __exit__(self, *_: object) -> None:
        self.other.communicate(b"", timeout=PATIENCE)


def test_a_file_that_somebody_holds_is_not_written(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    with hold_elsewhere(path):
        refused(4, "P411", [path, "POL1"])
    assert path.read_bytes() == (HERE / "profiles" / "by-hand.yaml").read_bytes()
    fine(path, "POL1")


@pytest.mark.parametrize("call", ["open", "write", "fsync", "rename", "replace", "link"])
def test_a_fault_leaves_the_old_file_or_the_new(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = HERE / "profiles" / "by-hand.yaml"
    path = placed("by-hand", tmp_path)
    record = partial(run_target, file=path, question="POL1", to="3", who="rådet", lang="en")
    record()
    new = path.read_bytes()
    assert new != layout.read_bytes()
    for at in range(12):
        shutil.copy(layout, path)
        with monkeypatch.context() as patch:
            fail(patch, call, at)
            try:
                record()
            except (WriteRefused, InputRefused):
                assert path.read_bytes() in (layout.read_bytes(), new)
        assert path.read_bytes() in (layout.read_bytes(), new)
        for name in names(tmp_path):
            if name.endswith(".lock"):
                (tmp_path / name).unlink()
        record()
        assert path.read_bytes() == new
        assert names(tmp_path) == ["p.yaml"]


def test_an_edit_in_between_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = placed("by-hand", tmp_path)
    real = ProfileFile.save

    def edited(file: ProfileFile, profile: Profile) -> object:
        path.write_bytes(path.read_bytes() + b"# theirs\n")
        return real(file, profile)

    monkeypatch.setattr(ProfileFile, "save", edited)
    refused(4, "P413", [path, "POL1"])
    assert path.read_bytes().endswith(b"# theirs\n")
    document, _ = parse((tmp_path / "p.conflict-1.yaml").read_bytes(), "x")
    assert document is not None
    assert [one["question"] for one in document.data["priorities"]] == ["LED2", "BUD2", "POL1"]


def test_a_profile_that_cannot_grow_any_more_is_left_as_it_was(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    refused(4, "P418", [path, "POL1", "--who", "æ" * 60_000])
    assert path.read_bytes() == (HERE / "profiles" / "by-hand.yaml").read_bytes()


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    link = tmp_path / "link.yaml"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    fine(link, "POL1")
    assert link.is_symlink()
    assert profile_in(path).priorities[-1].question == "POL1"
    with hold(path):
        fine(link, "POL1", "--clear")
