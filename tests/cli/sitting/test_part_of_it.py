"""A sitting on some questions only: a part, a role, and the rest of what a room disputes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sdgassess.model.profile import Status
from tests.given.command_line import run
from tests.given.places import EXAMPLE
from tests.given.targets import profile_in


def _begun(folder: Path, *words: str) -> Path:
    """A new assessment."""
    assert run(["set", "p.yaml", "--name", "Kolding", *words], folder=folder).code == 0
    return folder / "p.yaml"


def test_only_a_part_is_asked_and_nothing_is_made_complete(tmp_path: Path) -> None:
    path = _begun(tmp_path)
    typed = "6\n" + "2\n" * 5 + "\n"
    ran = run(["--lang", "en", "assess", "p.yaml", "--part", "bud"], folder=tmp_path, typed=typed)
    assert ran.code == 0, ran.err
    profile = profile_in(path)
    assert {key[:3] for key in profile.answers} == {"BUD"}
    assert len(profile.answers) == 5
    assert profile.status is Status.IN_PROGRESS
    assert "Question 1 of 5" in ran.out
    assert "the rest of the assessment stays as it is" in " ".join(ran.out.split())


def test_only_what_is_put_to_a_role_is_asked(tmp_path: Path) -> None:
    path = _begun(tmp_path)
    words = ["--lang", "en", "assess", "p.yaml", "--role", "politician", "--part", "POL"]
    ran = run(words, folder=tmp_path, typed="2\n" * 12)
    assert ran.code == 0, ran.err
    profile, rules = profile_in(path), run(["questionnaire", "show", "--json"])
    assert rules.code == 0
    assert profile.answers
    assert not profile.context, "the setting is put to everybody together"
    assert all(key.startswith("POL") for key in profile.answers)


def test_it_goes_on_with_the_same_part(tmp_path: Path) -> None:
    _begun(tmp_path)
    ran = run(["assess", "p.yaml", "--part", "BUD"], folder=tmp_path, typed="2\n")
    assert "--part BUD p.yaml" in ran.err


def test_what_is_answered_elsewhere_is_left_alone(tmp_path: Path) -> None:
    path = Path(shutil.copy(EXAMPLE, tmp_path / "p.yaml"))
    before = profile_in(path)
    words = ["--lang", "en", "assess", "p.yaml", "--part", "BUD", "--part", "LED"]
    ran = run(words, folder=tmp_path, typed="g POL1\n\n")
    assert "POL1 is not among what is asked now." in ran.out
    assert profile_in(path).answers == before.answers
    assert profile_in(path).status is before.status


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--part", "NOPE"), "P506"),
        (("--role", "queen"), "P631"),
        (("--part", "LED", "--role", "politician"), "P558"),
        (("--part", "BUD", "--role", "line-manager", "--quick"), "P558"),
    ],
)
def test_what_is_not_there_is_named(tmp_path: Path, words: tuple[str, ...], problem: str) -> None:
    ran = run(["assess", "new.yaml", *words], folder=tmp_path, typed="")
    assert ran.code == 2
    assert f"[{problem}]" in ran.err
