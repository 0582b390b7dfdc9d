"""A window that changes its width, and a paste that leaves its last line open."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.given.window import PROMPT, comment, sitting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")


@pytest.mark.parametrize("words", [[], ["--plain"]], ids=["edited", "plain"])
def test_a_new_screen_fits_a_window_that_became_narrower(begun: Path, words: list[str]) -> None:
    with sitting(begun, *words, "p.yaml") as window:
        window.expect(PROMPT)
        wide = str(window.before)
        window.setwinsize(50, 40)
        narrow = window.answer("r")
        window.sendline("q")
        window.end()
    assert max(map(len, wide.splitlines())) > 40
    assert max(map(len, narrow.splitlines())) <= 40


def test_enter_behind_a_paste_with_an_open_end_skips_nothing(begun: Path) -> None:
    with sitting(begun, "--plain", "p.yaml") as window:
        window.expect(PROMPT)
        window.answer("c")
        window.send("First line\rand the second")
        window.expect("kept")
        window.expect(PROMPT)
        said = window.answer("", "2")
        window.sendline("q")
        window.end()
    assert "put off" not in said
    assert "POL1 = 2" in said
    assert comment(begun) == "First line\nand the second"


def test_two_enters_behind_such_a_paste_skip(begun: Path) -> None:
    with sitting(begun, "--plain", "p.yaml") as window:
        window.expect(PROMPT)
        window.answer("c")
        window.send("First line\rand the second")
        window.expect("kept")
        window.expect(PROMPT)
        assert "put off" in window.answer("", "")
        window.sendline("q")
        window.end()
