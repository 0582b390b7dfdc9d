"""`assess --log`: minutes that outlive a sitting however it ends, and never cost an answer."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from sdgassess.cli.sitting.minutes import MinutesLog
from sdgassess.files.load import load_profile
from sdgassess.files.write.log import AppendedFile
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Ended
from sdgassess.language import Words
from sdgassess.problem import Problem, WriteRefused
from tests.cli.sitting.test_sitting import start
from tests.given.command_line import Ran, run
from tests.given.places import EXAMPLE
from tests.given.window import PROMPT, pass_opening

OPENING = "Prøveby\nc Strategi\nDK 2026-03-12\n\n"
THREE = "Prøveby\nc Strategi, x Direktion, p Byråd\ny\nDK 2026-03-12\n\n"


def assess(folder: Path, *words: str, typed: str = "") -> Ran:
    """The interview, with lines from a pipe."""
    return run(["assess", *words, "--lang", "en"], folder=folder, typed=typed)


def minutes(folder: Path) -> str:
    """What stands in the minutes."""
    return (folder / "m.md").read_text("utf-8")


def test_minutes_of_a_new_profile(tmp_path: Path) -> None:
    typed = OPENING + "3\nd Strategy 2025-01-01\n6\nu\nThe clerk\nq\n"
    ran = assess(tmp_path, "--log", "m.md", "p.yaml", typed=typed)
    assert ran.code == 0, ran.err
    told = minutes(tmp_path)
    assert told.startswith("# Prøveby · 2026-03-12\n\n")
    for line in ("Here: Coordinator (Strategi).", "POL1  Has the council", "  - 3  The direction"):
        assert line in told
    assert "  - Evidence: document, Strategy, 2025-01-01" in told
    assert "  - Who would know: The clerk" in told
    assert told.endswith("Stopped on the way.\n")


def test_they_are_added_below_what_stands_there(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path / "p.yaml")
    (tmp_path / "m.md").write_text("Ours", "utf-8")
    for typed in ("g POL1\n2\nq\n", "g POL1\n3\n\nq\n"):
        assert assess(tmp_path, "--log", "m.md", "p.yaml", typed=typed).code == 0
    told = minutes(tmp_path)
    assert told.startswith("Ours\n\n# Eksempelby")
    assert told.count("# Eksempelby") == 2
    assert "\n\n# " in told[10:]


def test_in_the_language_of_the_sitting(tmp_path: Path) -> None:
    run(
        ["assess", "--log", "m.md", "p.yaml", "--lang", "da"],
        folder=tmp_path,
        typed=OPENING + "3\n",
    )
    assert "Har byrådet" in minutes(tmp_path)


def test_of_a_round_of_unseen_answers_only_what_was_decided(tmp_path: Path) -> None:
    typed = THREE + "a\n2\n3\n1\n\n2 cx Papers\nThe council sees less\n\nq\n"
    ran = assess(tmp_path, "--log", "m.md", "p.yaml", typed=typed)
    assert ran.code == 0, ran.err
    head, *lines = minutes(tmp_path).split("POL1  ")[1].splitlines()
    assert head.startswith("Has the council adopted")
    level, voices, agreed, reason, dissent, *rest = (line.strip(" -") for line in lines)
    assert level.startswith("2  The council has adopted a direction")
    assert voices == "Voices: Politician 2, Top management 3, Coordinator 1"
    assert agreed == "Agreed by: Coordinator, Top management."
    assert reason == "Reason: Papers"
    assert dissent == "Seen differently: The council sees less"
    assert "put off" not in minutes(tmp_path)
    assert not any(line.startswith("POL1") for line in rest)


def test_a_round_that_is_broken_off_has_decided_nothing(tmp_path: Path) -> None:
    assess(tmp_path, "--log", "m.md", "p.yaml", typed=THREE + "a\n2\nq\n")
    told = minutes(tmp_path)
    assert "POL1" not in told
    assert told.endswith("Stopped on the way.\n")


def test_the_count_beside_an_answer_stands_in_the_minutes(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path / "p.yaml")
    typed = "g POL3\n2 4/6\nq\n"
    assert assess(tmp_path, "--log", "m.md", "p.yaml", typed=typed).code == 0
    assert "  - Counted: 4 of 6\n" in minutes(tmp_path)
    explained = run(["explain", tmp_path / "p.yaml", "POL3", "--lang", "en"]).out
    assert "Counted: 4 of 6" in explained


def test_nothing_said_leaves_no_file(tmp_path: Path) -> None:
    assess(tmp_path, "--log", "m.md", "p.yaml", typed=":q\n")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "m.md").touch()
    assess(tmp_path, "--log", "m.md", "p.yaml", typed=":q\n")
    assert (tmp_path / "m.md").exists(), "an empty file of one's own stays"


@pytest.mark.parametrize("log", ["p.yaml", "./p.yaml", "2025.yaml", "link.md"])
def test_a_file_that_the_sitting_works_with_is_refused(tmp_path: Path, log: str) -> None:
    shutil.copy(EXAMPLE.with_name("eksempelby-2025.yaml"), tmp_path / "2025.yaml")
    (tmp_path / "link.md").symlink_to(tmp_path / "p.yaml")
    ran = assess(tmp_path, "--from", "2025.yaml", "--log", log, "p.yaml", typed="\n\nq\n")
    assert ran.code == 2
    assert "[P522]" in ran.err
    assert not (tmp_path / "p.yaml").exists()


def test_last_years_profile_is_no_place_for_minutes(tmp_path: Path) -> None:
    for path in (EXAMPLE, EXAMPLE.with_name("eksempelby-2025.yaml")):
        shutil.copy(path, tmp_path)
    ran = assess(tmp_path, "--log", "eksempelby-2025.yaml", EXAMPLE.name, typed="q\n")
    assert ran.code == 2
    assert "[P522]" in ran.err


def test_a_file_that_cannot_be_written_is_refused_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "readonly.md").touch(0o444)
    for log, code in (("no/m.md", "P401"), (".", "P402"), ("readonly.md", "P404")):
        ran = assess(tmp_path, "--log", log, "p.yaml", typed=OPENING)
        assert ran.code == 4
        assert f"[{code}]" in ran.err
        assert not (tmp_path / "p.yaml").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device there")
def test_a_device_is_no_place_for_minutes(tmp_path: Path) -> None:
    assert assess(tmp_path, "--log", "/dev/full", "p.yaml", typed=OPENING).code == 4


def test_one_that_fails_midway_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded = load_profile(EXAMPLE)
    assert loaded.value is not None
    assert loaded.questionnaire is not None
    log = MinutesLog.open(tmp_path / "m.md", [])
    setting = Setting(loaded.questionnaire, Words("en"), "en", loaded.value.date)
    log.begin(setting, loaded.value)

    def full(*_: object) -> None:
        raise WriteRefused(Problem("P406"))

    monkeypatch.setattr(AppendedFile, "add", full)
    for _ in range(3):
        log.note(loaded.value)
    log.end(Ended.FINISHED)
    told = capsys.readouterr().err
    assert told.count("[P406]") == 1
    assert told.count("The minutes stop here") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")
@pytest.mark.parametrize("how", ["kill", "interrupt"])
def test_a_killed_sitting_keeps_its_minutes(tmp_path: Path, how: str) -> None:
    child = start(tmp_path, "--log", "m.md", "p.yaml")
    pass_opening(child)
    child.sendline("2")
    child.expect(PROMPT)
    if how == "kill":
        child.kill(9)
    else:
        child.sendintr()
    child.end()
    told = minutes(tmp_path)
    assert "  - 2  The council has adopted" in told
    assert ("Interrupted." in told) == (how == "interrupt")
