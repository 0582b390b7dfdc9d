"""The terminal with line editing: what keys and pastes become, without a real terminal."""

from __future__ import annotations

import io
import os
import shlex
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from sdgassess.cli.terminal.choice import choose_terminal
from sdgassess.cli.terminal.editor import EditorTerminal, text_before_call
from sdgassess.cli.terminal.external_editor import edit_outside
from sdgassess.cli.terminal.plain import PlainTerminal
from sdgassess.interview.driver import WindowResized
from sdgassess.interview.state.screen import PromptKind, Strong
from sdgassess.language import Words

pytestmark = pytest.mark.smoke

PASTE = "\x1b[200~one\r\ntwo\rthree\x1b[201~"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """Where the tests type."""
    with create_pipe_input() as pipe:
        yield pipe


def editor(keys: PipeInput, *, weights: bool = False) -> EditorTerminal:
    drawn = DummyOutput()
    return EditorTerminal(
        Words("en"), weights=weights, compose=edit_outside, typed=keys, drawn=drawn
    )


@pytest.mark.parametrize("kind", [kind for kind in PromptKind if kind is not PromptKind.NOTHING])
def test_a_line_is_what_was_typed(keys: PipeInput, kind: PromptKind) -> None:
    keys.send_text("Rødgrød\r")
    assert editor(keys).read("Here: ", kind) == "Rødgrød"


@pytest.mark.parametrize("end", ["", "\r"], ids=["open", "ended"])
@pytest.mark.parametrize("ending", ["\r", "\n"], ids=["CR", "LF"])
def test_lines_that_come_at_once_are_one_text(keys: PipeInput, ending: str, end: str) -> None:
    """A terminal that does not mark a paste types it."""
    keys.send_text(ending.join(["one", "3", "\ttwo"]) + end)
    terminal = editor(keys)
    assert terminal.read("", PromptKind.ANSWER) == "one\n3\n\ttwo"
    keys.send_text("2\r")
    assert terminal.read("", PromptKind.ANSWER) == "2"


def test_an_interrupt_typed_ahead_is_no_paste(keys: PipeInput) -> None:
    keys.send_text("one\rtwo\x03")
    terminal = editor(keys)
    assert terminal.read("", PromptKind.ANSWER) == "one"
    with pytest.raises(KeyboardInterrupt):
        terminal.read("", PromptKind.ANSWER)


def test_what_was_not_understood_stands_on_the_line_to_be_corrected(keys: PipeInput) -> None:
    keys.send_text("\x01c \r")  # to the beginning of the line, and a key in front
    assert editor(keys).read("", PromptKind.ANSWER, "in May") == "c in May"
    keys.send_text("\r")
    assert editor(keys).read("", PromptKind.ANSWER, "in May") == "in May"


def test_a_letter_is_corrected_under_the_arrow(keys: PipeInput) -> None:
    keys.send_text("Rødgrøåd\x1b[D\x7f\r")
    assert editor(keys).read("", PromptKind.COMMENT) == "Rødgrød"


class Interrupting(DummyOutput):
    """Somebody presses Ctrl-C just as the editing of a line has ended."""

    def disable_bracketed_paste(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals between processes there")
def test_an_interrupt_as_a_line_ends_is_heard(keys: PipeInput) -> None:
    keys.send_text("one\r")
    terminal = EditorTerminal(
        Words("en"), weights=False, compose=edit_outside, typed=keys, drawn=Interrupting()
    )
    with pytest.raises(KeyboardInterrupt):
        terminal.read("", PromptKind.WORDS)


@pytest.mark.parametrize("kind", [PromptKind.ANSWER, PromptKind.WORDS, PromptKind.COMMENT])
def test_a_paste_keeps_its_lines(keys: PipeInput, kind: PromptKind) -> None:
    keys.send_text(PASTE + "\r")
    assert editor(keys).read("", kind) == "one\ntwo\nthree"


def test_alt_and_enter_begin_a_line_in_a_comment_only(keys: PipeInput) -> None:
    keys.send_text("one\x1b\rtwo\r")
    assert editor(keys).read("", PromptKind.COMMENT) == "one\ntwo"


@pytest.mark.parametrize(("key", "said"), [("\x1b[Z", "b"), ("\x1bb", "b"), ("\x1bOP", "?")])
def test_extra_keys_say_what_can_be_typed(keys: PipeInput, key: str, said: str) -> None:
    keys.send_text(key)
    assert editor(keys).read("", PromptKind.ANSWER) == said


@pytest.mark.parametrize("key", ["\x1b[Z", "\x1bb", "\x1bOP"])
def test_extra_keys_throw_nothing_away(keys: PipeInput, key: str) -> None:
    keys.send_text(f"some words{key}\r")
    assert editor(keys).read("", PromptKind.ANSWER) == "some words"


def test_the_end_of_input_and_an_interrupt(keys: PipeInput) -> None:
    terminal = editor(keys)
    keys.send_text("\x04")
    assert terminal.read("", PromptKind.WORDS) is None
    keys.send_text("half a\x03")
    with pytest.raises(KeyboardInterrupt):
        terminal.read("", PromptKind.COMMENT)
    keys.send_text("2\r")
    assert terminal.read("", PromptKind.ANSWER) == "2"


@pytest.mark.parametrize("kind", [PromptKind.ANSWER, PromptKind.UNSEEN, PromptKind.COMMENT])
def test_nothing_typed_before_comes_back(keys: PipeInput, kind: PromptKind) -> None:
    terminal = editor(keys)
    keys.send_text("4\r")
    assert terminal.read("", kind) == "4"
    keys.send_text("\x1b[A\x10\r")
    assert terminal.read("", kind) == ""


def test_what_was_cut_from_an_unseen_answer_cannot_be_pasted(keys: PipeInput) -> None:
    terminal = editor(keys)
    keys.send_text("secret\x15\r")
    assert terminal.read("", PromptKind.UNSEEN) == ""
    keys.send_text("\x19\r")
    assert terminal.read("", PromptKind.UNSEEN) == ""


def writes(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Make a small program the editor; it gets the file's path."""
    script = folder / "my editor.py"
    script.write_text(f"import sys, pathlib; file = pathlib.Path(sys.argv[1]); {code}", "utf-8")
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))


def test_the_own_editor_gets_what_was_typed_and_gives_what_was_saved(
    keys: PipeInput,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = "file.write_text(file.read_text('utf-8') + '\\nÆrø\\n\\n', 'utf-8')"
    writes(monkeypatch, tmp_path, code)
    keys.send_text("begun\x1b\r:e\r")
    assert editor(keys).read("", PromptKind.COMMENT) == "begun\nÆrø"
    assert capsys.readouterr().out == "begun\nÆrø\n"


def test_an_editor_that_fails_loses_nothing(
    keys: PipeInput,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    writes(monkeypatch, tmp_path, "sys.exit(1)")
    keys.send_text("begun\x1b\r:e\r on\r")
    assert editor(keys).read("", PromptKind.COMMENT) == "begun on"
    assert "No editor" in capsys.readouterr().out
    monkeypatch.setenv("VISUAL", "no-such-program-anywhere")
    keys.send_text(":e\rwords\r")
    assert editor(keys).read("", PromptKind.COMMENT) == "words"
    monkeypatch.setenv("VISUAL", "an 'open quotation mark")
    keys.send_text(":e\rwords\r")
    assert editor(keys).read("", PromptKind.COMMENT) == "words"


def test_only_a_line_of_its_own_calls_the_editor(keys: PipeInput) -> None:
    assert text_before_call("see :e") is None
    assert text_before_call(":e\nmore") is None
    assert text_before_call(" :e ") == ""
    keys.send_text(":e\r")
    assert editor(keys).read("", PromptKind.WORDS) == ":e"


def test_strong_lines_are_bold_where_weights_are_allowed(
    keys: PipeInput, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [Strong("Title"), "[b]as it is[/b] <i>", Strong("")]
    editor(keys).show(lines)
    assert capsys.readouterr().out == "Title\n[b]as it is[/b] <i>\n\n"
    editor(keys, weights=True).show(lines)
    screen = pyte.Screen(columns=30, lines=3)
    pyte.Stream(screen).feed(capsys.readouterr().out.replace("\n", "\r\n").rstrip("\r\n"))
    assert [row.rstrip() for row in screen.display] == ["Title", "[b]as it is[/b] <i>", ""]
    bold = [[screen.buffer[row][column].bold for column in range(5)] for row in range(2)]
    assert bold == [[True] * 5, [False] * 5]


class Screen(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("env", "plain", "chosen"),
    [
        ({"TERM": "xterm"}, False, EditorTerminal),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, EditorTerminal),
        ({"TERM": "xterm", "ACCESSIBLE": "0"}, False, EditorTerminal),
        ({"TERM": "xterm", "ACCESSIBLE": "False"}, False, EditorTerminal),
        ({"TERM": "xterm", "ACCESSIBLE": "1"}, False, PlainTerminal),
        ({"TERM": "xterm"}, True, PlainTerminal),
        ({"TERM": "dumb"}, False, PlainTerminal),
        ({"TERM": "unknown"}, False, PlainTerminal),
        ({"TERM": ""}, False, PlainTerminal),
    ],
)
def test_which_terminal_is_chosen(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], plain: bool, chosen: type
) -> None:
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdin", Screen())
    monkeypatch.setattr("sys.stdout", Screen())
    monkeypatch.setattr("sdgassess.cli.terminal.editor.create_input", lambda: None)
    monkeypatch.setattr("sdgassess.cli.terminal.editor.create_output", DummyOutput)
    terminal = choose_terminal(Words("en"), plain=plain, weights=False, compose=str)
    assert type(terminal) is chosen


def test_where_the_editor_cannot_start_lines_still_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise OSError("no console screen buffer")

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    monkeypatch.setattr("sys.stdin", Screen())
    monkeypatch.setattr("sys.stdout", Screen())
    monkeypatch.setattr("sdgassess.cli.terminal.editor.create_input", fails)
    terminal = choose_terminal(Words("en"), plain=False, weights=True, compose=str)
    assert isinstance(terminal, PlainTerminal)


@pytest.mark.parametrize("missing", ["stdin", "stdout"])
def test_a_closed_stream_takes_plain_lines(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setattr("sys.stdin", Screen("line\n"))
    monkeypatch.setattr("sys.stdout", Screen())
    monkeypatch.setattr(f"sys.{missing}", None)
    terminal = choose_terminal(Words("en"), plain=False, weights=False, compose=str)
    assert isinstance(terminal, PlainTerminal)
    terminal.show(["words"])
    assert terminal.read("? ", PromptKind.WORDS) == (None if missing == "stdin" else "line")


def test_only_the_line_below_a_page_ends_where_the_window_gets_another_size(
    keys: PipeInput, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [24]
    monkeypatch.setattr("sdgassess.cli.terminal.editor.rows_of", lambda _: rows[-1])
    terminal = editor(keys)
    terminal.begin_page(["A page"], again=False)
    keys.send_text("2\r")
    assert terminal.read("> ", PromptKind.ANSWER) == "2"
    rows.append(40)
    keys.send_text("elsewhere.yaml\r")
    assert terminal.read("> ", PromptKind.ANSWER) == "elsewhere.yaml", "no page is below it"
    terminal.begin_page(["A page"], again=True)
    rows.append(24)
    with pytest.raises(WindowResized):
        terminal.read("> ", PromptKind.ANSWER, "half")
    terminal.show(["Below what is there"])
    keys.send_text("3\r")
    assert terminal.read("> ", PromptKind.ANSWER) == "3"
