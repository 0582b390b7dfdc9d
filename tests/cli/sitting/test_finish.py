"""The end of a sitting on the command line: the result, weighing, picks on the disk."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.cli.sitting import afterwards
from sdgassess.files.load import load_profile
from sdgassess.language import Words
from sdgassess.model.profile import (
    Judgement,
    Profile,
    Status,
    Weight,
)
from sdgassess.problem import Problem, Where, WriteRefused
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
        typed="y\ny\nh m y\n\n\n\n\n\n1\nThe board\n1.10.2026\n\n\n",
    )
    assert sat.code == 0
    assert "What stands strong" in sat.out
    assert "1 of 6" in sat.out
    after = kept(file)
    assert after.answers == before.answers
    assert after.status is Status.COMPLETE
    assert after.judgement["LED2"] == Judgement(Weight.HIGH, Weight.MEDIUM, True)
    (pick,) = after.priorities
    assert (pick.target, pick.who, pick.by) == (Fraction(2), "The board", "2026-10-01")
    said = sat.out + sat.err
    for command in (
        'report "our town.yaml"',
        'report "our town.yaml" --layout actions',
        'explain "our town.yaml"',
        'assess --from "our town.yaml"',
    ):
        assert said.count(f"sdgassess {command}\n") == 1
    assert not list(file.parent.glob("*.pdf"))
    assert run(["check", file.name], folder=file.parent).code == 0


@pytest.mark.parametrize("typed", ["y\n", "y\ny\n", "y\ny\nh m y\n", "y\ny\n\n\n\n\n\n\n"])
def test_the_end_of_input_ends_it_anywhere(file: Path, typed: str) -> None:
    sat = run(["assess", "--lang", "en", file.name], folder=file.parent, typed=typed)
    assert sat.code == 0
    assert "sdgassess report" in sat.err
    assert kept(file).status is Status.COMPLETE


def test_report_and_poster_are_printed_beside_the_file(file: Path) -> None:
    taken = file.with_name("our town-poster.pdf")
    taken.write_text("mine")
    typed = "y\ny\n\n\n\n\n\n\n1\nThe board\n\n\n\ny\n"
    sat = run(["assess", "--lang", "en", file.name], folder=file.parent, typed=typed)
    assert sat.code == 0, sat.err
    assert 'Printed: "our town-gaps.pdf"' in sat.err
    assert 'Printed: "our town-poster-2.pdf"' in sat.err
    assert taken.read_text() == "mine", "nothing is written over"
    for name in ("our town-gaps.pdf", "our town-poster-2.pdf"):
        assert file.with_name(name).read_bytes().startswith(b"%PDF")
    assert "print the report" not in sat.err


def test_what_cannot_be_printed_ends_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise WriteRefused(Problem("P410", Where("x.pdf")))

    monkeypatch.setattr(afterwards, "write_new", refused)
    assert not afterwards.print_sitting(file, None, Words("en"))


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
