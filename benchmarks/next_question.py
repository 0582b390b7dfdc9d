"""From Enter to the next question, with the answer on the disk, in a real terminal.

Run with `python benchmarks/next_question.py [TIMES]`. A profile with every question but one
answered is gone on with; its questions are answered again one after the other. Ours is held
against a floor in the same run, in turn: a bare prompt_toolkit loop that writes 10 kB to the disk
in the same careful way before it prompts again.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect

from sdgassess.files.catalogue import shipped_questionnaires
from sdgassess.files.load import load_profile, questionnaire_for
from sdgassess.model.questionnaire import Questionnaire

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = max((ROOT / "profiles" / "examples").glob("*.yaml"))
BUDGET_MS = 50
BEGIN, READY = "\x1b[?2004h", "\x1b[?25h"
"""How the editor begins a new prompt, and ends drawing it; then people can type."""
FLOOR = """
import os, sys
os.environ["PROMPT_TOOLKIT_NO_CPR"] = "1"
from prompt_toolkit import PromptSession
session, text = PromptSession(), b"x" * 10_000
while session.prompt("next: ") != "q":
    with open("floor.tmp", "wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace("floor.tmp", "floor.yaml")
    folder = os.open(".", os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
"""
FORMAT = "format: sdgassess/profile/1\n"
HEAD = """\
municipality: {{name: Eksempelby, country: DK}}
date: 2026-03-12
scope: full
questionnaire: {{id: {id}, version: "{version}"}}
language: en
status: in-progress
answers:
"""


class Window:
    """A program in a pty, and how long it takes until it prompts again."""

    def __init__(self, words: list[str], folder: Path) -> None:
        env = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        env["PYTHONPATH"] = str(ROOT)
        self._child = pexpect.spawn(
            sys.executable, words, cwd=str(folder), dimensions=(50, 80), env=env, timeout=20
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.close(force=True)

    def wait_for(self, prompt: str) -> None:
        """Wait until a prompt has been drawn and can be typed behind."""
        seen = ""
        drawn = False
        while not drawn:
            seen += self._child.read_nonblocking(65_536, 20).decode()
            _, opened, last = seen.rpartition(BEGIN)
            drawn = bool(opened) and prompt in last and last.endswith(READY)

    def milliseconds(self, line: str, prompt: str) -> float:
        """How long it takes from a typed line to a prompt."""
        start = time.perf_counter()
        os.write(self._child.child_fd, f"{line}\r".encode())
        self.wait_for(prompt)
        return (time.perf_counter() - start) * 1000


def begun(folder: Path, rules: Questionnaire) -> tuple[Path, list[str], str]:
    """A profile with every question answered but the last: its file, those questions, that one."""
    *done, still_open = rules.questions
    setting = re.search(r"^context:\n(?:  .*\n)+", EXAMPLE.read_text("utf-8"), re.MULTILINE)
    assert setting is not None
    lines = [setting.group(), HEAD.format(id=rules.id, version=rules.version)]
    for one in done:
        question = rules.questions[one]
        asked = question.text.in_language("en")[0]
        means = question.options[1].text.in_language("en")[0]
        lines.append(f'  {one}:\n    asked: "{asked}"\n    level: 1\n    means: "{means}"\n')
    file = folder / "p.yaml"
    file.write_text(FORMAT + "".join(lines), "utf-8")
    return file, done, still_open


def main() -> None:
    """Time both in turn and print median, worst and ratio."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 48
    rules = questionnaire_for(shipped_questionnaires()[-1]).value
    assert rules is not None
    ours, floor = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, questions, still_open = begun(folder, rules)
        with (
            Window(["-m", "sdgassess", "assess", "p.yaml"], folder) as sitting,
            Window(["-c", FLOOR], folder) as bare,
        ):
            sitting.wait_for(f"{still_open}:")
            bare.wait_for("next:")
            for time_ in range(times):
                question = questions[time_ % len(questions)]
                level = 2 - time_ // len(questions) % 2
                sitting.milliseconds(f"g {question}", f"{question}:")
                ours.append(sitting.milliseconds(str(level), f"{still_open}:"))
                assert_on_disk(file, question, level)
                floor.append(bare.milliseconds("2", "next:"))
        size = file.stat().st_size / 1000
    print(f"{times} answers in a profile of {len(questions)} ({size:.0f} kB)")
    tell(ours, floor)


def assert_on_disk(file: Path, question: str, level: int) -> None:
    """The answer is in the file while the next question stands there."""
    profile = load_profile(file).value
    assert profile is not None
    assert profile.answers[question].level == level, question


def tell(ours: list[float], floor: list[float]) -> None:
    """Print what was measured."""
    print(f"{'':8} {'median ms':>10} {'worst ms':>9}")
    for name, all_ in (("ours", ours), ("floor", floor)):
        print(f"{name:8} {statistics.median(all_):10.1f} {max(all_):9.1f}")
    print(f"ratio    {statistics.median(ours) / statistics.median(floor):10.2f}")
    held = "within" if max(ours) <= BUDGET_MS else "OVER"
    print(f"the worst is {held} the budget of {BUDGET_MS} ms")


if __name__ == "__main__":
    main()
