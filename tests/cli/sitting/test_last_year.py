"""`assess --from`: a new year begins from the last one; a resumed one still knows it."""

from __future__ import annotations

import datetime as dt
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from sdgassess.model.profile import Profile, Scope, WasChange
from tests.given.command_line import Ran, run
from tests.given.places import EXAMPLE, ROOT

LAST = EXAMPLE.with_name("eksempelby-2025.yaml")
SMALL = ROOT / "tests" / "interview" / "small.yaml"
THROUGH = "\n\n"
"""Who is here, and how it begins, passed with Enter."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with last year's profile."""
    shutil.copy(LAST, tmp_path / "2025.yaml")
    return tmp_path


def assess(folder: Path, *words: str, typed: str = "") -> Ran:
    """The interview, with lines from a pipe."""
    return run(["assess", *words, "--lang", "en"], folder=folder, typed=typed)


def read(path: Path) -> Profile:
    """The profile on the disk."""
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    return loaded.value


def test_a_new_year_begins_from_the_last(folder: Path) -> None:
    ran = assess(
        folder, "--from", "2025.yaml", "2026.yaml", typed=THROUGH + "2\nm\nWe looked\nq\n"
    )
    assert ran.code == 0, ran.err
    before, now = read(folder / "2025.yaml"), read(folder / "2026.yaml")
    assert now.municipality == before.municipality
    assert now.participants == before.participants
    assert now.units_covered == before.units_covered
    assert now.priorities == before.priorities
    assert now.origin is not None
    assert (now.origin.file, now.origin.date) == ("2025.yaml", before.date)
    assert (now.consent, now.context, now.style) == (False, {}, {}), "consent is asked anew"
    assert now.scope is Scope.FULL, "full, whatever last year's was"
    assert [*now.answers] == ["POL1"]
    was = now.answers["POL1"].was
    assert was is not None
    assert (was.level, was.change, was.reason) == (
        Fraction(3),
        WasChange.KNOWN_BETTER,
        "We looked",
    )
    assert (folder / "2025.yaml").read_bytes() == LAST.read_bytes()


def test_without_a_name_it_is_named_after_place_and_date(folder: Path) -> None:
    ran = assess(folder, "--from", "2025.yaml", "--quick", typed="\n2026-03-12\n\nq\n")
    assert ran.code == 0, ran.err
    assert read(folder / "eksempelby-2026-03-12.yaml").scope is Scope.QUICK


def test_the_way_to_last_year_is_told_from_the_new_folder(folder: Path) -> None:
    (folder / "new").mkdir()
    ran = assess(folder, "--from", "2025.yaml", "new/2026.yaml", typed=THROUGH + "2\n\nq\n")
    assert ran.code == 0, ran.err
    origin = read(folder / "new" / "2026.yaml").origin
    assert origin is not None
    assert origin.file == "../2025.yaml"
    again = assess(folder, "new/2026.yaml", typed="g POL1\nv\nq\n")
    assert "Last year (2025-03-11): 3" in again.out


def test_the_same_command_again_goes_on(folder: Path) -> None:
    words = ("--from", "2025.yaml", "2026.yaml")
    assess(folder, *words, typed=THROUGH + "2\n\nq\n")
    again = assess(folder, *words, typed="6\n1\nq\n")
    assert again.code == 0, again.err
    assert [*read(folder / "2026.yaml").answers] == ["POL1", "POL3"]
    other = assess(folder, "--from", f"{folder}/../{folder.name}/2025.yaml", "2026.yaml")
    assert other.code == 0, other.err


def test_a_profile_that_is_there_is_not_begun_again(folder: Path) -> None:
    shutil.copy(EXAMPLE, folder / "2026.yaml")
    ran = assess(folder, "--from", "2025.yaml", "2026.yaml")
    assert ran.code == 2
    assert "[P520]" in ran.err
    assert "sdgassess assess 2026.yaml" in ran.err
    assert (folder / "2026.yaml").read_bytes() == EXAMPLE.read_bytes()
    itself = assess(folder, "--from", "2025.yaml", "2025.yaml")
    assert itself.code == 2


def test_last_years_file_must_be_readable(folder: Path) -> None:
    missing = assess(folder, "--from", "2024.yaml", "2026.yaml")
    assert missing.code == 3
    assert "[P001]" in missing.err
    (folder / "2025.yaml").write_text("format: sdgassess/profile/1\nlevel: 7\n", "utf-8")
    broken = assess(folder, "--from", "2025.yaml", "2026.yaml")
    assert broken.code == 3
    assert "2025.yaml:2:1:" in broken.err
    assert not (folder / "2026.yaml").exists()


def test_another_questionnaire_is_refused(folder: Path) -> None:
    words = ("--from", "2025.yaml", "--questionnaire", str(SMALL), "2026.yaml")
    ran = assess(folder, *words)
    assert ran.code == 3
    assert "[P521]" in ran.err


def test_a_questionnaire_of_ones_own_goes_on_too(folder: Path) -> None:
    shutil.copy(SMALL, folder / "small-1.0.yaml")
    lines = (folder / "2025.yaml").read_text("utf-8").splitlines()
    head = [line for line in lines[:8] if line.startswith(("format", "municipality", "date"))]
    text = "\n".join(
        [*head, 'questionnaire: {id: small, version: "1.0"}', "answers: {POL2: {level: 3}}\n"]
    )
    (folder / "old.yaml").write_text(text, "utf-8")
    ran = assess(folder, "--from", "old.yaml", "new.yaml", typed="\n\n1\nw\n\nq\n")
    assert ran.code == 0, ran.err
    assert "Last year (2025-03-11): 3" in ran.out


def test_a_last_year_that_is_gone_is_noted_and_the_sitting_goes_on(folder: Path) -> None:
    assess(folder, "--from", "2025.yaml", "2026.yaml", typed=THROUGH + "q\n")
    (folder / "2025.yaml").rename(folder / "elsewhere.yaml")
    ran = assess(folder, "2026.yaml", typed="2\nv\nq\n")
    assert ran.code == 0
    assert ran.err.count("Last year's answers cannot be shown: 2025.yaml") == 1
    assert "P001" not in ran.err
    assert read(folder / "2026.yaml").answers["POL1"].was is None


def test_a_date_must_come_after_last_years(folder: Path) -> None:
    ran = assess(folder, "--from", "2025.yaml", "2026.yaml", typed="\n2025-03-11\n\nq\n")
    assert "2025-03-11 is not after last year's assessment of 2025-03-11." in ran.out
    assert read(folder / "2026.yaml").date > dt.date(2025, 3, 11)


def test_the_shipped_year_knows_its_last(tmp_path: Path) -> None:
    for path in (LAST, EXAMPLE):
        shutil.copy(path, tmp_path)
    ran = assess(tmp_path, EXAMPLE.name, typed="g POL1\nv\nq\n")
    assert ran.code == 0, ran.err
    assert "Last year (2025-03-11): 3" in ran.out
    assert (tmp_path / EXAMPLE.name).read_bytes() == EXAMPLE.read_bytes()
