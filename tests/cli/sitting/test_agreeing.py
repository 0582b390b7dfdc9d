"""`assess --agree` in a real window: opened, disputed first, agreed, left and gone on with."""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.model.profile import Agreement, Profile, Status
from tests.given.command_line import run
from tests.given.sealed import sent_in
from tests.given.window import PROMPT, sitting

NO_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of what eight people sent in."""
    return saved(sent_in(), tmp_path / "p.yaml")


def saved(profile: Profile, path: Path) -> Path:
    with hold(path):
        ProfileFile.new(path).save(profile)
    return path


def profile_in(file: Path) -> Profile:
    loaded = load_profile(file)
    assert loaded.value is not None, loaded.problems
    return loaded.value


@NO_WINDOWS
def test_a_room_opens_agrees_leaves_and_goes_on(file: Path) -> None:
    with sitting(file.parent, "--agree", "p.yaml", size=(40, 80)) as window:
        window.expect(PROMPT)
        seen = str(window.before) + str(window.after)
        assert "8 personer har sendt svar; de er stadig forseglede." in " ".join(seen.split())
        assert "CORE2" not in seen
        window.answer("")
        first = window.answer("n")
        assert "1 af 4 · ses forskelligt" in " ".join(first.split())
        assert first.index("Opleves bæredygtighed") < first.index("● ●")
        window.answer("2 xc det står i planen")
        second = window.answer("linjen: der er ikke tid")
        assert "2 af 4 · ses forskelligt" in " ".join(second.split())
        window.sendline("q")
        assert window.end() == 0
    kept = profile_in(file)
    assert kept.answers["CORE2"].level == Fraction(2)
    assert kept.answers["CORE2"].agreed == Agreement(
        ("executive", "coordinator"), "det står i planen", "linjen: der er ikke tid"
    )
    assert not any(answer.sealed for answer in kept.answers.values())
    with sitting(file.parent, "--agree", "p.yaml", size=(40, 80)) as window:
        window.expect(PROMPT)
        again = str(window.before)
        assert "1 af 3 · ses forskelligt" in " ".join(again.split())
        assert "POL1" in again


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--agree"], "FILE"),
        (["--agree", "absent.yaml"], "absent.yaml"),
        (["--agree", "p.yaml", "--part", "BUD"], "--part"),
        (["--agree", "p.yaml", "--from", "p.yaml"], "--from"),
        (["--agree", "p.yaml", "--enter"], "--agree"),
    ],
)
def test_what_it_cannot_go_with_is_refused(file: Path, words: list[str], says: str) -> None:
    before = file.read_bytes()
    said = run(["assess", *words, "--lang", "en"], folder=file.parent)
    assert said.code == (3 if "absent.yaml" in words else 2)
    assert says in said.err
    assert "Traceback" not in said.err
    assert file.read_bytes() == before
    assert sorted(path.name for path in file.parent.iterdir()) == ["p.yaml"]


def test_nothing_disputed_is_said_and_the_result_is_there(tmp_path: Path) -> None:
    profile = sent_in(sealed=False)._replace(status=Status.COMPLETE)
    agreed = {
        key: replace(answer, level=Fraction(2), state=None, agreed=Agreement(("executive",)))
        for key, answer in profile.answers.items()
    }
    saved(profile._replace(answers=agreed), tmp_path / "p.yaml")
    said = run(
        ["assess", "--agree", "p.yaml", "--plain", "--lang", "en"], folder=tmp_path, typed="\n"
    )
    assert "Nothing is disputed, unknown or answered by too few." in said.out
    assert said.code == 0
