"""A Danish workshop of eight people in four roles, held in a real window of two sizes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from random import Random

import pyte
import pytest

from sdgassess.files.load import load_profile
from tests.given.window import PROMPT, Window, sitting

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there"),
    pytest.mark.slow,
]

EIGHT = """format: sdgassess/profile/1
municipality: {name: Prøveby, country: DK}
date: 2026-03-12
scope: quick
questionnaire: {id: nordic-sdg-governance, version: "1.0"}
language: da
consent: {by-role: true}
participants:
  - {id: p1, role: politician}
  - {id: p2, role: politician}
  - {id: x1, role: executive}
  - {id: c1, role: coordinator, unit: Strategi}
  - {id: l1, role: line-manager, unit: Skole}
  - {id: l2, role: line-manager, unit: Teknik}
  - {id: l3, role: line-manager, unit: Ældre}
  - {id: l4, role: line-manager, unit: Havn}
answers: {}
"""
QUESTIONS = 8
"""So many questions are gone through: a whole block, and the first one of the next."""

AT_QUESTION = re.compile(r"[A-Z]+\d+: *$")


class Room:
    """What the room sees, prompt by prompt, and what it types."""

    def __init__(self, window: Window, rows: int, columns: int) -> None:
        self.window, self.rows = window, rows
        self.screen = pyte.Screen(columns, rows)
        self._stream, self._fed = pyte.Stream(self.screen), 0
        self._chance = Random(6)

    def look(self) -> list[str]:
        """The window at the next prompt."""
        self.window.expect(PROMPT)
        sent = self.window.raw
        self._stream.feed(sent[self._fed :])
        self._fed = len(sent)
        return [line.rstrip() for line in self.screen.display]

    def answer(self, prompt: str) -> str:
        """What the room types: everything in turn and unseen, then a level with who agreed."""
        if AT_QUESTION.search(prompt):
            return "a"
        if "(skjult" in prompt:
            return self._chance.choice(["0", "1", "2", "3", "4", "u"])
        if "enige om?" in prompt:
            return "2 pcl Det viser referatet"
        return "j" if "(j = ja" in prompt else ""


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (40, 120)])
def test_eight_people_are_led_through_a_block(tmp_path: Path, rows: int, columns: int) -> None:
    (tmp_path / "p.yaml").write_text(EIGHT, "utf-8")
    tables = 0
    with sitting(tmp_path, "--workshop", "p.yaml", size=(rows, columns)) as window:
        room = Room(window, rows, columns)
        for _ in range(40 * QUESTIONS):
            seen = room.look()
            foot = room.screen.cursor.y
            assert foot in (rows - 2, rows - 1), "the prompt is at the foot"
            prompt = seen[foot]
            assert seen[0], "and something at the top"
            if f"Spørgsmål {QUESTIONS} af 24" in seen[0]:
                break
            if "(skjult" in prompt or "enige om?" in prompt:
                assert seen[0].startswith("Spørgsmål "), "the question is in sight"
                assert any(line.startswith("4  ") for line in seen), "and its anchors"
            tables += "enige om?" in prompt
            window.sendline(room.answer(prompt))
        else:
            pytest.fail("the room never came to its last question")
        window.sendline("q")
        window.end()
    loaded = load_profile(tmp_path / "p.yaml")
    assert loaded.value is not None, loaded.problems
    answers = loaded.value.answers
    assert tables >= QUESTIONS // 2
    assert sum(len(answer.open_voices) > 1 for answer in answers.values()) == QUESTIONS - 1
    assert not any(answer.sealed for answer in answers.values())
