"""Golden cases: a profile, a command line, what it says, and what it changes in the file.

A case is `cases/NAME.txt`: the command line with a profile out of `profiles/`, what is said on
standard output and standard error, and what changed in the file, line by line. Rewrite them with
`SDGASSESS_REWRITE_CASES=1`, then read the difference.
"""

from __future__ import annotations

import difflib
import os
import shlex
import shutil
from pathlib import Path

import pytest

from tests.given.targets import HERE, PROFILES, target

CASES = sorted((HERE / "cases").glob("*.txt"))


def changes(before: bytes, after: bytes) -> str:
    """The lines that went and came, with ends of lines made visible where they are Windows'."""
    old, new = (side.decode().replace("\r\n", "␍\n").splitlines() for side in (before, after))
    told = list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]
    return "\n".join(line for line in told if not line.startswith("@@"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _, expected = case.read_text("utf-8").partition("\n")
    words = shlex.split(first.removeprefix("$ "))
    monkeypatch.delenv("COLUMNS", raising=False)
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        monkeypatch.setenv(name, value)
    assert words[:2] == ["sdgassess", "target"]
    for profile in PROFILES:
        shutil.copy(profile, tmp_path)
    monkeypatch.chdir(tmp_path)
    ran = target(*words[2:])
    told = f"{ran.out}--- beside it, code {ran.code}\n{ran.err}--- in the file\n"
    for profile in PROFILES:
        told += changes(profile.read_bytes(), (tmp_path / profile.name).read_bytes())
    told = told.rstrip("\n") + "\n"
    if os.environ.get("SDGASSESS_REWRITE_CASES"):
        case.write_text(f"{first}\n{told}", "utf-8")
        return
    assert told == expected
    assert "\x1b" not in told
    assert sorted(path.name for path in tmp_path.iterdir()) == [one.name for one in PROFILES]
