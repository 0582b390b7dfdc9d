"""`--log x.docx`: minutes for a committee, written when the sitting is left, however that was."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from sdgassess.cli.sitting import minutes_in_word
from tests.given.command_line import Ran, run
from tests.given.window import PROMPT, pass_opening, sitting

docx = pytest.importorskip("docx", reason="Word files need the extra `office`")

OPENING = "Prøveby\nc Strategi\n\n"
END = "g POL1\n2\nq\n"


def assess(folder: Path, *words: str, typed: str = "") -> Ran:
    """The interview, with lines from a pipe."""
    return run(["assess", *words, "--lang", "en"], folder=folder, typed=typed)


def paragraphs(path: Path) -> list[tuple[str, str]]:
    """The style and the words of each paragraph of a Word file."""
    return [(each.style.name, each.text) for each in docx.Document(str(path)).paragraphs]


def test_minutes_in_word_are_headed_and_listed(tmp_path: Path) -> None:
    typed = OPENING + "3\nd Strategy 2025-01-01\n6\nu\nThe clerk\nq\n"
    ran = assess(tmp_path, "--log", "m.docx", "p.yaml", typed=typed)
    assert ran.code == 0, ran.err
    assert "Minutes: m.docx" in ran.err
    written = paragraphs(tmp_path / "m.docx")
    texts = [text for _, text in written]
    heads = [text for style, text in written if style.startswith("Heading") or style == "Title"]
    assert any(text.startswith("Prøveby") for text in heads)
    assert "Political anchoring and courage" in heads
    assert any("POL1  Has the council" in text for text in texts)
    assert any(text.startswith("3  The direction") for text in texts)
    assert any(text == "Who would know: The clerk" for text in texts)
    assert any("Stopped on the way." in text for text in texts)


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    for _ in range(2):
        ran = assess(tmp_path, "--log", "m.docx", "p.yaml", typed=OPENING + END)
        assert ran.code == 0, ran.err
    assert "Minutes: m-2.docx" in ran.err
    assert (tmp_path / "m-2.docx").exists()
    assert any("Prøveby" in text for _, text in paragraphs(tmp_path / "m.docx"))


def test_where_nothing_was_noted_there_is_no_file(tmp_path: Path) -> None:
    ran = assess(tmp_path, "--log", "m.docx", "p.yaml", typed=":q\n")
    assert ran.code == 0
    assert not (tmp_path / "m.docx").exists()


def test_no_folder_is_told_before_the_first_question(tmp_path: Path) -> None:
    ran = assess(tmp_path, "--log", "nowhere/m.docx", "p.yaml", typed=OPENING)
    assert ran.code == 4
    assert "Municipality" not in ran.out
    assert not (tmp_path / "p.yaml").exists()


def test_what_is_not_installed_is_told_before_the_first_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(minutes_in_word, "find_spec", lambda _: None)
    ran = assess(tmp_path, "--log", "m.docx", "p.yaml", typed=OPENING)
    assert ran.code == 2
    assert "Municipality" not in ran.out


def test_a_signal_leaves_minutes_too(tmp_path: Path) -> None:
    with sitting(tmp_path, "--log", "m.docx", "p.yaml") as window:
        pass_opening(window)
        window.sendline("1")
        window.expect(PROMPT)
        window.kill(signal.SIGTERM)
        assert window.end() == 143
    assert any("Interrupted." in text for _, text in paragraphs(tmp_path / "m.docx"))
