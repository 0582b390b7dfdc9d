"""A window that changes its width, and a paste that leaves its last line open."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from tests.given.window import PROMPT, comment, sitting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")


@pytest.mark.parametrize("words", [[], ["--plain"]], ids=["edited", "plain"])
def test_a_new_screen_fits_a_window_that_became_narrower(begun: Path, words: list[str]) -> None:
    with sitting(begun, *words, "p.yaml") as window:
        window.expect(PROMPT)
        wide = str(window.before)
        window.setwinsize(50, 40)
        window.sendline("r")
        window.expect("Question 1 of")  # a line is edited anew in a new size, which is no answer
        window.expect(PROMPT)
        narrow = str(window.before)
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


PASTED = "We discussed it for long:\n3\n2 of 5 committees take part\n1\n0"


@pytest.mark.parametrize("words", [[], ["--plain"]], ids=["edited", "plain"])
@pytest.mark.parametrize("last", ["", "\r"], ids=["open", "ended"])
def test_a_paste_that_the_terminal_does_not_mark_answers_nothing(
    begun: Path, words: list[str], last: str
) -> None:
    with sitting(begun, *words, "p.yaml") as window:
        window.expect(PROMPT)
        window.send(PASTED.replace("\n", "\r") + last)
        window.expect_exact("Keep it as a comment")
        window.expect(PROMPT)
        window.answer(*(["", "y"] if not last else ["y"]))
        window.sendline("q")
        assert window.end() == 0
    assert comment(begun) == PASTED
    loaded = load_profile(begun / "p.yaml")
    assert loaded.value is not None
    assert {id_: each.level for id_, each in loaded.value.answers.items()} == {"POL1": None}


def test_words_stay_on_the_line_and_enter_keeps_them(begun: Path) -> None:
    with sitting(begun, "p.yaml") as window:
        window.expect(PROMPT)
        window.sendline("decided in May")
        window.expect_exact("Correct it on the line")
        window.expect("decided in May")
        window.sendline("")
        window.expect_exact("kept")
        window.expect(PROMPT)
        window.sendline("q")
        assert window.end() == 0
    assert comment(begun) == "decided in May"
