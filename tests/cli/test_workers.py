"""Processes that share a piece of work end with the one that shares it, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.given.patience import PATIENCE
from tests.given.places import ROOT
from tests.given.slow import slow_but

MANY = 3000
EXAMPLE = ROOT / "profiles" / "examples" / "eksempelby-2026.yaml"
ENDINGS = {
    "kill": (signal.SIGKILL, False),
    "terminate": (signal.SIGTERM, False),
    "hang-up": (signal.SIGHUP, False),
    "interrupt": (signal.SIGINT, False),
    "interrupt-at-a-terminal": (signal.SIGINT, True),
}
"""What ends the parent, and whether its workers get the signal too."""


def workers_of(pid: int) -> set[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return {int(word) for word in children.read_text().split()} if children.exists() else set()


def is_running(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    first = tmp_path / "0.yaml"
    first.write_bytes(EXAMPLE.read_bytes())
    for number in range(1, MANY):
        os.link(first, tmp_path / f"{number}.yaml")
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for a process's children")
@pytest.mark.parametrize("ending", slow_but(("kill", "interrupt-at-a-terminal"), ENDINGS))
def test_no_worker_outlives_its_parent(ending: str, folder: Path) -> None:
    number, everybody = ENDINGS[ending]
    parent = subprocess.Popen(
        [sys.executable, "-m", "sdgassess", "check", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    until = time.monotonic() + PATIENCE
    while not (workers := workers_of(parent.pid)):
        assert parent.poll() is None
        assert time.monotonic() < until
        time.sleep(0.01)
    time.sleep(0.2)  # they are waiting for work, or at it
    workers |= workers_of(parent.pid)
    if everybody:
        os.killpg(parent.pid, number)
    else:
        parent.send_signal(number)
    _, errors = parent.communicate(timeout=PATIENCE)
    assert parent.returncode == (130 if number == signal.SIGINT else -number)
    assert "Traceback" not in errors
    while any(map(is_running, workers)):
        assert time.monotonic() < until, f"{workers} outlive their parent"
        time.sleep(0.02)
