"""A file that changes under a sitting: nothing is lost, and nobody leaves without knowing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sdgassess.cli.sitting.desk import Desk
from sdgassess.files.load import load_profile
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.language import Words
from sdgassess.problem import Problem, WriteRefused
from tests.cli.sitting.test_sitting import start
from tests.given.places import EXAMPLE
from tests.given.window import PROMPT, pass_opening

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")


def answered(path: Path) -> dict[str, str]:
    """The levels on the disk."""
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    return {key: str(one.level) for key, one in loaded.value.answers.items()}


@pytest.mark.parametrize("end", ["q", "end of input", "Ctrl-C"])
def test_a_conflict_is_told_again_at_the_end_and_is_4(tmp_path: Path, end: str) -> None:
    path = tmp_path / "p.yaml"
    child = start(tmp_path, "p.yaml")
    pass_opening(child)
    for line in ("1", "6"):
        child.sendline(line)
        child.expect(PROMPT)
    theirs = path.read_text(encoding="utf-8") + "# somebody else was here\n"
    path.write_text(theirs, encoding="utf-8")
    child.sendline("2")
    child.expect(PROMPT)
    assert "[P413]" in str(child.before)
    child.sendline("1")
    child.expect(PROMPT)
    assert "[P413]" not in str(child.before), "the sitting goes on in the other file"
    if end == "Ctrl-C":
        child.sendintr()
    elif end == "q":
        child.sendline("q")
    else:
        child.sendeof()
    child.end()
    last = str(child.before)
    assert child.exitstatus == 4
    assert last.count("[P413]") == 1
    assert last.index("[P413]") > last.index("Go on with")
    assert path.read_text(encoding="utf-8") == theirs
    (kept,) = (one for one in tmp_path.glob("*.yaml") if one != path)
    assert kept.name in last
    assert answered(path) == {"POL1": "1"}
    assert answered(kept) == {"POL1": "1", "POL3": "2", "POL5": "1"}


def test_without_a_conflict_nothing_is_told(tmp_path: Path) -> None:
    child = start(tmp_path, "p.yaml")
    pass_opening(child)
    for line in ("1", "6", "2", "1"):
        child.sendline(line)
        child.expect(PROMPT)
    child.sendline("q")
    assert child.end() == 0
    assert "[P4" not in str(child.before)


def test_what_was_outgrown_and_then_saved_is_not_told_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.yaml"
    profile = load_profile(EXAMPLE).value
    assert profile is not None
    refusals = [Problem("P413"), Problem("P418"), Problem("P418"), None]

    def save(*_: object) -> None:
        problem = refusals.pop(0)
        if problem is not None:
            raise WriteRefused(problem)

    monkeypatch.setattr(ProfileFile, "save", save)
    desk = Desk(Words("en"), path)
    told = []
    for _ in range(4):
        desk.save(profile)
        told.append([one.code for one in desk.parted])
    assert told == [["P413"], ["P413", "P418"], ["P413", "P418"], ["P413"]]
