"""`assess` without a file: what was begun in the folder is found; nothing gets a twin by slip."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from tests.given.command_line import Ran, run
from tests.given.patience import today
from tests.given.window import BEGUN


def assess(folder: Path, *words: str, typed: str = "") -> Ran:
    """The interview, with lines from a pipe."""
    return run(["assess", *words, "--lang", "en"], folder=folder, typed=typed)


def begun(folder: Path, name: str, place: str, date: str, status: str = "in-progress") -> Path:
    """A profile with an answer that lies in the folder."""
    path = folder / name
    text = BEGUN.replace("Prøveby", place).replace("2026-03-12", date)
    text = text.replace("in-progress", status).replace(
        "answers: {}", "answers: {POL1: {level: 2}}"
    )
    path.write_text(text, "utf-8")
    return path


def levels(path: Path) -> dict[str, object]:
    """What a file answers."""
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    return {key: answer.level for key, answer in loaded.value.answers.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sittings that were begun, the second one last; what is none of that around them."""
    first = begun(tmp_path, "a.yaml", "Solby", "2025-03-12")
    begun(tmp_path, "b.yml", "Norby", "2026-03-01")
    begun(tmp_path, "done.yaml", "Østby", "2026-03-02", "complete")
    begun(tmp_path, ".hidden.yaml", "Vestby", "2026-03-02")
    (tmp_path / "broken.yaml").write_text("format: sdgassess/profile/1\nanswers: [", "utf-8")
    (tmp_path / "other.yaml").write_text("{sdgassess: yes}\n", "utf-8")
    (tmp_path / "deep").mkdir()
    begun(tmp_path, "deep/c.yaml", "Dybby", "2026-03-03")
    os.utime(first, (1, 1))
    return tmp_path


def test_unfinished_sittings_are_listed_the_last_one_first(folder: Path) -> None:
    ran = assess(folder, typed=":q\n")
    assert ran.code == 0, ran.err
    assert "1  Norby, 2026-03-01: 1 of 60 answered (b.yml)" in ran.out
    assert "2  Solby, 2025-03-12: 1 of 60 answered (a.yaml)" in ran.out
    for place in ("Østby", "Vestby", "Dybby"):
        assert place not in ran.out


def test_a_number_goes_on_with_that_file(folder: Path) -> None:
    ran = assess(folder, typed="2\n3\nq\n")
    assert ran.code == 0, ran.err
    assert "1 of 60 answered; next: " in ran.out
    assert len(levels(folder / "a.yaml")) == 2
    assert len(levels(folder / "b.yml")) == 1
    assert "Saved in a.yaml." in ran.err
    assert ran.err.count("Saved in") == 1


def test_minutes_of_a_sitting_that_is_gone_on_with(folder: Path) -> None:
    ran = assess(folder, "--log", "m.md", typed="1\n3\nq\n")
    assert ran.code == 0, ran.err
    minutes = (folder / "m.md").read_text("utf-8")
    assert minutes.count("# Norby") == 1


def test_the_same_place_and_day_go_on_with_one_file(tmp_path: Path) -> None:
    day = today().isoformat()
    begun(tmp_path, "ours.yaml", "Solby", day)
    ran = assess(tmp_path, typed="solby\n\n3\nq\n")
    assert ran.code == 0, ran.err
    assert "ours.yaml is of this place and day already: 1 of 60 answered." in ran.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ours.yaml"]
    assert len(levels(tmp_path / "ours.yaml")) == 2


def test_a_second_one_is_begun_where_it_is_meant(tmp_path: Path) -> None:
    day = today().isoformat()
    begun(tmp_path, f"solby-{day}.yaml", "Solby", day)
    ran = assess(tmp_path, typed="Solby\nn\n\n\n3\n\nq\n")
    assert ran.code == 0, ran.err
    assert f"saved in solby-{day}-2.yaml" in " ".join(ran.out.split())
    assert [*levels(tmp_path / f"solby-{day}-2.yaml")] == ["POL1"]


@pytest.mark.parametrize("typed", ["Solby\n:q\n", "Solby\n"])
def test_leaving_at_the_twin_writes_nothing(tmp_path: Path, typed: str) -> None:
    day = today().isoformat()
    path = begun(tmp_path, "ours.yaml", "Solby", day)
    before = path.read_bytes()
    ran = assess(tmp_path, typed=typed)
    assert ran.code == 0, ran.err
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["ours.yaml"]


def test_another_language_reaches_what_is_said_at_the_end(tmp_path: Path) -> None:
    ran = assess(tmp_path, "p.yaml", typed="Solby\nc\n\nl da\nq\n")
    assert ran.code == 0, ran.err
    assert "Gemt i p.yaml." in ran.err
    assert "Saved in" not in ran.err
