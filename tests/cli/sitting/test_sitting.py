"""Whole sittings in a real terminal, and what is left of them when the power goes."""

from __future__ import annotations

import random
import re
import signal
from pathlib import Path

import pexpect
import pytest

from sdgassess.files.load import load_profile
from sdgassess.model.profile import Scope, Status
from tests.given.window import PROMPT, Window, pass_opening


def start(folder: Path, *words: str, columns: int = 80) -> Window:
    """The program in a terminal of its own."""
    return Window(["-m", "sdgassess", "assess", *words], folder, size=(50, columns))


@pytest.mark.parametrize(("words", "count"), [(["--quick"], 24), ([], 60)])
def test_a_whole_sitting_in_a_terminal(tmp_path: Path, words: list[str], count: int) -> None:
    child = start(tmp_path, *words, "p.yaml")
    pass_opening(child)
    asked = 0
    for _ in range(200):
        prompt = (str(child.before) + str(child.after)).splitlines()[-1]
        asked += bool(re.match(r"[A-Z]{3,5}[1-6]: $", prompt))
        child.sendline(_reply(prompt))
        if child.expect([PROMPT, pexpect.EOF]) == 1:
            break
    assert child.end() == 0
    assert asked == count
    loaded = load_profile(tmp_path / "p.yaml")
    assert loaded.value is not None, loaded.problems
    assert len(loaded.value.answers) == count
    assert all(answer.level == 2 for answer in loaded.value.answers.values())
    assert loaded.value.scope is (Scope.QUICK if words else Scope.FULL)
    assert loaded.value.status is Status.COMPLETE
    assert loaded.value.municipality.name == "Prøveby"


def _reply(prompt: str) -> str:
    """What to type: 2 at questions, no to style, yes to complete; nothing is picked."""
    if "tyle" in prompt or "Weigh" in prompt or "Pick" in prompt:
        return ""
    return "y" if "omplete" in prompt or "y or n" in prompt else "2"


def _answered(path: Path) -> list[str]:
    """The questions with an answer on the disk at this moment."""
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    return list(loaded.value.answers)


def test_ctrl_c_is_130_and_says_how_to_go_on(tmp_path: Path) -> None:
    child = start(tmp_path, "p.yaml")
    pass_opening(child)
    child.sendline("3")
    child.expect(PROMPT)
    child.sendintr()
    assert child.end() == 130
    assert "sdgassess assess p.yaml" in str(child.before)
    assert _answered(tmp_path / "p.yaml") == ["POL1"]


def test_it_goes_on_where_it_stopped(tmp_path: Path) -> None:
    child = start(tmp_path, "p.yaml")
    pass_opening(child)
    for line in ("3", "", "u", ""):
        child.sendline(line)
        child.expect(PROMPT)
    child.sendline("q")
    assert child.end() == 0
    before = _answered(tmp_path / "p.yaml")
    assert before
    again = start(tmp_path, "p.yaml")
    again.expect(PROMPT)
    shown = str(again.before)
    assert "Prøveby" not in shown.split("\n", 1)[0] or "60" in shown
    assert re.search(r"[A-Z]{3,5}[1-6]", shown)
    again.sendline("q")
    again.end()
    assert _answered(tmp_path / "p.yaml") == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_a_kill_after_any_answer_loses_at_most_the_line_being_typed(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    child = start(tmp_path, "--quick", "p.yaml")
    pass_opening(child)
    confirmed = 0
    for _ in range(chance.randint(1, 14)):
        child.sendline(str(chance.randint(0, 2)))
        child.expect(PROMPT)
        confirmed = max(confirmed, len(_answered(tmp_path / "p.yaml")))
    child.send("unfinished wor")
    child.put_away()
    kept = _answered(tmp_path / "p.yaml")
    assert len(kept) >= confirmed > 0
    again = start(tmp_path, "p.yaml")
    again.expect(PROMPT)
    again.sendline("q")
    assert again.end() == 0


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_with_its_own_code_and_everything_saved(
    tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    child = start(tmp_path, "p.yaml")
    pass_opening(child)
    child.sendline("1")
    child.expect(PROMPT)
    child.kill(sent)
    assert child.end() == code
    assert _answered(tmp_path / "p.yaml") == ["POL1"]
    assert not list(tmp_path.glob(".*"))


def test_a_closed_window_leaves_everything_saved(tmp_path: Path) -> None:
    child = start(tmp_path, "p.yaml")
    pass_opening(child)
    child.sendline("1")
    child.expect(PROMPT)
    assert child.hang_up() == 129
    assert _answered(tmp_path / "p.yaml") == ["POL1"]
