"""What command-line tests share: running a command line in a clean environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.given.places import ROOT


@dataclass(frozen=True)
class Ran:
    """What a command line did."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """A clean environment in which the package is found, in English unless told otherwise."""
    base = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    return {**base, "PYTHONUTF8": "1", **more}


def run(
    arguments: Sequence[str | Path],
    *,
    folder: Path = ROOT,
    typed: str | None = None,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run a command line as a process of its own, off a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "sdgassess", *map(str, arguments)],
        cwd=folder,
        env=environment(**(env or {})),
        input=(typed or "").encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
