"""The end of a sitting on the command line: the result, weighing, picks on the disk."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from sdgassess.model.profile import (
    Judgement,
    Profile,
    Status,
    Weight,
)
from tests.given.command_line import run
from tests.given.places import EXAMPLE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A complete assessment, by the example municipality."""
    return Path(shutil.copy(EXAMPLE, tmp_path / "our town.yaml"))


def kept(file: Path) -> Profile:
    loaded = load_profile(file)
    assert loaded.value is not None, loaded.problems
    return loaded.value


def test_weighed_and_picked_is_in_the_file(file: Path) -> None:
    before = kept(file)
    sat = run(
        ["assess", "--lang", "en", file.name],
        folder=file.parent,
        typed="y\ny\nh m y\n\n\n\n\n\n1\n\n",
    )
    assert sat.code == 0
    assert "What stands strong" in sat.out
    assert "1 of 6" in sat.out
    after = kept(file)
    assert after.answers == before.answers
    assert after.status is Status.COMPLETE
    assert after.judgement["LED2"] == Judgement(Weight.HIGH, Weight.MEDIUM, True)
    (pick,) = after.priorities
    assert pick.target == Fraction(2)
    for verb in ("score", "gaps", "explain"):
        assert (sat.out + sat.err).count(f'sdgassess {verb} "our town.yaml"\n') == 1
    assert run(["check", file.name], folder=file.parent).code == 0


@pytest.mark.parametrize("typed", ["y\n", "y\ny\n", "y\ny\nh m y\n", "y\ny\n\n\n\n\n\n\n"])
def test_the_end_of_input_ends_it_anywhere(file: Path, typed: str) -> None:
    sat = run(["assess", "--lang", "en", file.name], folder=file.parent, typed=typed)
    assert sat.code == 0
    assert "sdgassess score" in sat.err
    assert kept(file).status is Status.COMPLETE


def test_why_it_was_amended_is_in_the_file(file: Path) -> None:
    typed = "g CORE5\n1\nThe council decided otherwise\n\n"
    sat = run(["assess", "--lang", "en", file.name], folder=file.parent, typed=typed)
    assert sat.code == 0
    after = kept(file)
    assert after.status is Status.AMENDED
    assert [one.reason for one in after.amended_because] == ["The council decided otherwise"]


def test_a_narrow_terminal_has_a_narrow_result(file: Path) -> None:
    sat = run(
        ["assess", "--lang", "en", file.name],
        folder=file.parent,
        typed="y\ny\n?\nh m y\n",
        env={"COLUMNS": "40"},
    )
    assert max(map(len, sat.out.splitlines())) <= 40
