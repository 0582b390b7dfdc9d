"""Sittings that end at a random moment: the file is whole and holds what was confirmed."""

from __future__ import annotations

import random
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from sdgassess.problem import has_errors
from tests.given.window import BEGUN, PROMPT, Window, sitting

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there"),
]

CODES = {"SIGKILL": -9, "SIGTERM": 143, "SIGHUP": 129, "Ctrl-C": 130}
MOMENTS = 2
SEEDS = range(5)
LONGEST = 0.06
"""Seconds after Enter within which the end comes; answer, save and next question take less."""


def levels(path: Path) -> dict[str, int]:
    """What a file holds; it must be a valid one."""
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    assert not has_errors(loaded.problems)
    answers = loaded.value.answers.items()
    return {key: int(one.level) for key, one in answers if one.level is not None}


def asked(window: Window) -> str:
    """The question whose prompt stands there."""
    said = re.search(r"([A-Z]{3,5}[1-6]): $", str(window.before) + str(window.after))
    assert said is not None, str(window.before)[-900:] + str(window.after)
    return said[1]


def strike(window: Window, blow: str) -> None:
    """End the program in one of the ways."""
    if blow == "Ctrl-C":
        window.sendintr()
    else:
        window.kill(getattr(signal, blow))


def one_moment(folder: Path, blow: str, chance: random.Random) -> None:
    """A sitting of some answers, ended shortly after a line was typed."""
    path = folder / "p.yaml"
    path.write_text(BEGUN, "utf-8")
    confirmed: dict[str, int] = {}
    words = ["--plain"] if chance.random() < 0.3 else []
    with sitting(folder, *words, "p.yaml") as window:
        window.expect(PROMPT)
        for _ in range(chance.randint(0, 3)):
            question, level = asked(window), chance.randint(1, 2)
            window.answer(str(level))
            confirmed[question] = level
        last, level = asked(window), chance.randint(1, 2)
        window.sendline(str(level))
        time.sleep(chance.uniform(0, LONGEST))
        strike(window, blow)
        code = window.end()
    assert code == CODES[blow], window.raw[-300:]
    kept = levels(path)
    assert kept in (confirmed, {**confirmed, last: level})


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("blow", CODES)
def test_a_random_moment_loses_at_most_the_line_being_typed(
    tmp_path: Path, blow: str, seed: int
) -> None:
    chance = random.Random(f"{blow}-{seed}")
    for _ in range(MOMENTS):
        one_moment(tmp_path, blow, chance)
