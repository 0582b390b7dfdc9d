"""The interview started from a shell: what the shell finds when it comes back."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.given.window import PROMPT, Window, comment, shell

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")

READY = "ready> "
ASSESS = """sh -c 'echo $$ >pid; exec "$PYTHON" -m sdgassess assess p.yaml "$@"' -"""
ENDED = 'kill %1; while kill -0 "$(cat pid)" 2>/dev/null; do sleep 0.02; done; jobs'
"""End a suspended sitting, and see how once it is over."""

BOTH = pytest.mark.parametrize("words", ["", "--plain"], ids=["edited", "plain"])
ENDS = {"q": 0, "Ctrl-D": 0, "Ctrl-C": 130, "SIGTERM": 143, "SIGHUP": 129}


def asks(window: Window, command: str) -> str:
    """What a command prints in the shell; `$code` is how the one before ended."""
    window.sendline(f"code=$?; echo be''gin; {command}; echo en''d")
    window.expect(r"begin\r\n(.*?)end\r\n")
    said = window.match
    assert isinstance(said, re.Match)
    return str(said[1]).strip()


def begins(window: Window, words: str) -> None:
    """Start a sitting in the shell and wait for its first question."""
    window.sendline(f"{ASSESS} {words}")
    window.expect(PROMPT)


def ends(window: Window, end: str, folder: Path) -> None:
    """End the sitting in one of the ways."""
    if end == "q":
        window.sendline("q")
    elif end == "Ctrl-D":
        window.sendeof()
    elif end == "Ctrl-C":
        window.sendintr()
    else:
        process = int((folder / "pid").read_text())
        asked = getattr(signal, end)
        os.kill(process, asked)
    window.expect_exact(READY)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        *(("", end) for end in ENDS),
        ("--plain", "Ctrl-C"),
        *(pytest.param("--plain", end, marks=pytest.mark.slow) for end in ENDS if end != "Ctrl-C"),
    ],
)
def test_the_terminal_is_left_as_it_was(begun: Path, words: str, end: str) -> None:
    with shell(begun) as window:
        before = asks(window, "stty -g")
        begins(window, words)
        window.answer("1")
        ends(window, end, begun)
        assert re.search(r"sdgassess assess (--plain )?p\.yaml", str(window.before))
        assert asks(window, "echo $code") == str(ENDS[end])
        assert asks(window, "stty -g") == before
    assert window.raw.rfind("?2004h") <= window.raw.rfind("?2004l"), "pastes stay bracketed"


@BOTH
def test_suspended_and_called_back(begun: Path, words: str) -> None:
    with shell(begun) as window:
        before = asks(window, "stty -g")
        begins(window, words)
        window.answer("c")
        window.send("half a com")
        window.expect("half a com")
        window.send("\x1a")
        window.expect_exact(READY)
        assert asks(window, "stty -g") == before
        window.sendline("fg")
        window.expect("assess")
        window.sendline("ment")
        window.expect("kept")
        window.expect(PROMPT)
        ends(window, "q", begun)
        assert asks(window, "stty -g") == before
    assert comment(begun) == "half a comment"


@BOTH
def test_ended_while_suspended(begun: Path, words: str) -> None:
    with shell(begun) as window:
        begins(window, words)
        window.send("\x1a")
        window.expect_exact(READY)
        assert "Exit 143" in asks(window, ENDED)


PASTED = "touch ran-1\ntouch ran-2\ntouch ran-3"


@pytest.mark.parametrize("last", ["", "\r"], ids=["open", "ended"])
@pytest.mark.parametrize("words", ["", "--plain"], ids=["edited", "plain"])
def test_a_pasted_comment_stays_in_the_comment(begun: Path, words: str, last: str) -> None:
    with shell(begun) as window:
        begins(window, words)
        window.answer("c")
        raw = PASTED.replace("\n", "\r") + last
        window.send(raw if words else f"\x1b[200~{raw}\x1b[201~\r")
        window.expect("kept")
        window.expect(PROMPT)
        ends(window, "q", begun)
        assert asks(window, "echo *") == "p.yaml pid"
    assert comment(begun) == PASTED


@BOTH
def test_a_paste_that_begins_with_a_key_is_no_key_and_is_not_run(begun: Path, words: str) -> None:
    with shell(begun) as window:
        begins(window, words)
        window.send("q\r" + PASTED.replace("\n", "\r"))
        window.expect_exact("Keep it as a comment")
        window.expect(PROMPT)
        window.answer("", "")
        ends(window, "q", begun)
        window.sendline()
        window.expect_exact(READY)
        assert asks(window, "echo *") == "p.yaml pid"


@BOTH
def test_an_interrupt_in_a_comment_drops_the_comment_only(begun: Path, words: str) -> None:
    with shell(begun) as window:
        begins(window, words)
        window.answer("c First words", "c")
        window.send("half a com")
        window.expect("half a com")
        window.sendintr()
        window.expect(PROMPT)
        window.answer("2")
        ends(window, "Ctrl-C", begun)
        assert asks(window, "echo $code") == "130"
    assert comment(begun) == "First words"


UNSEEN = """
import sys
from sdgassess.cli.terminal.plain import PlainTerminal
from sdgassess.cli.terminal.editor import EditorTerminal
from sdgassess.interview.state.screen import PromptKind
from sdgassess.language import Words
editor = sys.argv[1] == "edited"
terminal = EditorTerminal(Words("en"), weights=False, compose=str) if editor else PlainTerminal()
print("heard", ord(terminal.read("Level: ", PromptKind.UNSEEN)))
terminal.read("Again: ", PromptKind.UNSEEN)
"""


@pytest.mark.parametrize("kind", ["edited", "plain"])
def test_an_unseen_answer_is_not_on_the_screen(tmp_path: Path, kind: str) -> None:
    window = Window(["-c", UNSEEN, kind], tmp_path)
    window.expect("Level: ")
    window.sendline("7")
    window.expect("heard 55")
    window.expect("Again: ")
    window.send("7")
    window.sendintr()
    window.end()
    assert "7" not in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", window.raw.split("Traceback")[0])
