"""Golden transcripts: what each command line prints, as files.

A case is `cases/NAME.txt`: the first line is the command line, with `NAME=value` words before it
for the environment; the rest is what it prints on standard output, and on standard error where it
fails. Of help the words are compared and not the lines, which are the command-line parser's
business. Rewrite them with `SDGASSESS_REWRITE_CASES=1`, then read the difference.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from tests.given.command_line import run

pytestmark = pytest.mark.smoke

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_transcript(case: Path) -> None:
    first, _, expected = case.read_text("utf-8").partition("\n")
    words = shlex.split(first.removeprefix("$ "))
    env = {}
    while "=" in words[0] and not words[0].startswith("-"):
        name, _, value = words.pop(0).partition("=")
        env[name] = value
    assert words.pop(0) == "sdgassess"
    ran = run(words, env=env)
    printed = ran.out + (ran.err if ran.code else "")
    if os.environ.get("SDGASSESS_REWRITE_CASES"):
        case.write_text(f"{first}\n{printed}", "utf-8")
        return
    if {"-h", "--help"} & set(words):
        assert printed.split() == expected.split()
    else:
        assert printed == expected
    assert "\x1b" not in printed
