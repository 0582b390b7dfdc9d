"""A workshop in a real window: clean pages, a scrollback that keeps them, resizing redraws."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pyte
import pytest

from tests.given.window import PROMPT, Window, comment, sitting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")

CLEAN = "\x1b[0;0H\x1b[J"
"""How a clean page begins: home, and everything below away."""


def seen(window: Window, rows: int = 24, columns: int = 80) -> tuple[list[str], list[str]]:
    """What a terminal shows after all that was sent, and what has scrolled up."""
    screen = pyte.HistoryScreen(columns, rows, history=2000)
    pyte.Stream(screen).feed(window.raw)
    above = [_line(row, columns) for row in screen.history.top]
    return [line.rstrip() for line in screen.display], above


def _line(row: Mapping[int, pyte.screens.Char], columns: int) -> str:
    return "".join(row[n].data for n in range(columns)).rstrip()


def test_question_on_top_prompt_at_the_foot_and_all_before_in_the_scrollback(begun: Path) -> None:
    with sitting(begun, "--workshop", "--full", "p.yaml", size=(24, 80)) as window:
        window.expect("to choose from: ")
        alone, _ = seen(window)
        window.answer("")
        anchors, _ = seen(window)
        window.answer("1")
        after, above = seen(window)
        window.sendline("q")
        window.end()
    assert alone[0].startswith("Question 1 of 60")
    assert alone[3].startswith("POL1  ")
    assert not any(line.startswith("0  ") for line in alone), "large and alone"
    assert anchors[:4] == alone[:4], "nothing jumps"
    assert (alone[22][:5], anchors[22]) == ("Enter", "POL1:")
    assert any(line.startswith("4  As 3") for line in anchors)
    assert after[0].startswith("Question 2 of 60")
    assert any(line.startswith("POL1 = 1") for line in after), "what was said is in sight"
    for line in (*alone[:22], *anchors[:22]):
        assert line in above, "the scrollback keeps it"


def test_a_resized_window_is_drawn_anew_and_loses_no_letter(begun: Path) -> None:
    with sitting(begun, "--workshop", "--full", "p.yaml", size=(24, 80)) as window:
        window.expect("to choose from: ")
        window.answer("")
        window.send("c half a com")
        window.expect("half a com")
        before = window.raw.count(CLEAN)
        window.setwinsize(40, 120)
        window.expect("Question 1 of 60")
        window.expect("half a com")
        assert window.raw.count(CLEAN) == before + 1
        wide = window.raw.rpartition(CLEAN)[2]
        window.sendline("ment")
        window.expect("kept")
        window.expect(PROMPT)
        window.sendline("q")
        window.end()
    assert wide.count("\n") >= 38, "as high as the window"
    assert max(map(len, wide.splitlines())) > 80, "as wide as it, too"
    assert comment(begun) == "half a comment"


def test_a_window_that_became_too_small_for_a_page_is_still_answered_in(begun: Path) -> None:
    with sitting(begun, "--workshop", "--full", "p.yaml", size=(24, 80)) as window:
        window.expect("to choose from: ")
        window.answer("")
        window.answer("9")
        window.setwinsize(9, 40)
        window.expect("is not an answer")
        window.expect(PROMPT)
        pages = window.raw.count(CLEAN)
        window.answer("c narrow")
        assert window.raw.count(CLEAN) - pages <= 1, "drawn once for each line, not over and over"
        window.sendline("q")
        window.end()
    assert comment(begun) == "narrow"


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (["p.yaml"], {}),
        (["--workshop", "--plain", "p.yaml"], {}),
        (["--workshop", "p.yaml"], {"TERM": "dumb"}),
    ],
    ids=["normal", "plain", "dumb"],
)
def test_other_sittings_never_clear_the_window(
    begun: Path, words: list[str], env: dict[str, str]
) -> None:
    with sitting(begun, *words, size=(24, 80), **env) as window:
        window.expect(PROMPT)
        window.answer("", "2")
        window.sendline("q")
        window.end()
    assert CLEAN not in window.raw
