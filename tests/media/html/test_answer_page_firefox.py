"""The page that one person answers in, in Firefox: its draft survives, its file is taken in."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.files.returned.answer_file import answer_file
from tests.given.firefox import firefox, firefox_path
from tests.given.invitations import invitation, page_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(firefox_path() is None, reason="there is no Firefox here"),
]

LED1 = '[data-question="LED1"]'


def test_answers_survive_closing_and_come_back_whole(tmp_path: Path) -> None:
    file = tmp_path / "l2-line-manager.html"
    file.write_text(page_of(invitation()), "utf-8")
    profile = tmp_path / "profile"
    with firefox(profile) as running:
        running.open(file)
        assert not running.run("return document.getElementById('not-kept').checkVisibility()")
        running.click(f"{LED1} input[value='{{\"level\":3}}']")
        running.type(f"{LED1} [data-field=comment]", "Æ ø å – “citat”")
        running.open(file)
        running.wait_for(
            f"return document.querySelector('{LED1} :checked')?.value ?? null", '{"level":3}'
        )
    with firefox(profile) as running:
        running.open(file)
        running.click(".main-button")
        loaded = answer_file(running.downloaded("answers-l2.json"), "answers-l2.json")
    assert not loaded.problems
    assert loaded.value is not None
    (voice,) = loaded.value.answers.values()
    assert (voice.level, voice.comment) == (Fraction(3), "Æ ø å – “citat”")
