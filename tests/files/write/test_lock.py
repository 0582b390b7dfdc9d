"""The lock: a dead process holds nothing, and what is no plain file is never taken for a lock."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sdgassess.files.write import lock
from sdgassess.files.write.lock import host, lock_path
from sdgassess.files.write.writer import digest_of, hold, replace
from sdgassess.problem import Problem, WriteRefused
from tests.given.patience import PATIENCE
from tests.given.saving import names

OLD, NEW = b"old\n", b"new\n"
NO_FLOCK = [errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOLCK]
HOLDER = """
import errno, fcntl, os, sys
def none(*_):
    raise OSError(int(sys.argv[2]), os.strerror(int(sys.argv[2])))
fcntl.flock = none
from pathlib import Path
from sdgassess.files.write.writer import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    return path


@pytest.fixture(params=NO_FLOCK, ids=errno.errorcode.get)
def no_flock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """A file system without locks."""
    error = int(request.param)

    def missing(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(fcntl, "flock", missing)
    return error


def refusal(path: Path) -> Problem:
    with pytest.raises(WriteRefused) as caught:
        replace(path, NEW, digest_of(OLD))
    return caught.value.problems[0]


def holder_of(file: Path, error: int) -> subprocess.Popen[str]:
    """A process that holds a file where there are no locks."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(file), str(error)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def ended_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_where_there_are_no_locks_a_living_process_is_named(file: Path, no_flock: int) -> None:
    with holder_of(file, no_flock) as process:
        for _ in range(2):  # asking must not wipe out the answer
            problem = refusal(file)
            assert problem.code == "P411"
            assert problem.facts["process"] == str(process.pid)
            assert problem.facts["lock"] == str(lock_path(file))
        process.kill()
    assert file.read_bytes() == OLD


def test_where_there_are_no_locks_that_of_a_killed_process_is_taken_over(
    file: Path, no_flock: int
) -> None:
    with holder_of(file, no_flock) as process:
        process.kill()
    assert lock_path(file).exists()
    replace(file, NEW, digest_of(OLD))
    assert file.read_bytes() == NEW
    assert names(file.parent) == ["a.yaml"]


@pytest.mark.usefixtures("no_flock")
def test_where_there_are_no_locks_a_session_holds_a_file_and_lets_go(file: Path) -> None:
    with hold(file):
        assert str(os.getpid()) in lock_path(file).read_text()
        replace(file, NEW, digest_of(OLD))
    assert names(file.parent) == ["a.yaml"]


@pytest.mark.usefixtures("no_flock")
def test_where_there_are_neither_locks_nor_links(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", none)
    with hold(file):
        assert str(os.getpid()) in lock_path(file).read_text()
    assert names(file.parent) == ["a.yaml"]


@pytest.mark.usefixtures("no_flock")
def test_a_lock_that_nobody_signed_is_waited_for_once(file: Path) -> None:
    lock_path(file).write_bytes(b"")
    replace(file, NEW, digest_of(OLD))
    assert names(file.parent) == ["a.yaml"]


@pytest.mark.usefixtures("no_flock")
def test_a_process_of_another_computer_cannot_be_asked_for(file: Path) -> None:
    lock_path(file).write_text(f" elsewhere {ended_process()} 2026-03-12 10:00\n")
    assert refusal(file).code == "P411"
    assert lock_path(file).exists()


@pytest.mark.usefixtures("no_flock")
def test_a_lock_taken_by_another_meanwhile_is_left_to_it(file: Path) -> None:
    ended, fresh = f" {host()} {ended_process()} 2026-03-12 10:00\n", " x 1 2026-03-12 10:01\n"
    lock_path(file).write_text(ended)
    holder = lock._holder(lock_path(file))
    lock_path(file).write_text(fresh)
    assert not lock._taken_away(lock_path(file), holder)
    assert lock_path(file).read_text() == fresh


def test_another_users_lock_is_taken_away_once_its_process_is_dead(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lock_path(file)
    path.write_text(f" {host()} {ended_process()} 2026-03-12 10:00\n")
    foreign = path.stat().st_ino
    acquire = lock._system_lock

    def denied(lock_file: Path, name: str, holder: lock.Holder | None) -> object:
        if lock_file.exists() and lock_file.stat().st_ino == foreign:
            raise PermissionError(errno.EACCES, "of another user")
        return acquire(lock_file, name, holder)

    monkeypatch.setattr(lock, "_system_lock", denied)
    replace(file, NEW, digest_of(OLD))
    assert file.read_bytes() == NEW
    path.write_text(f" {host()} {os.getppid()} 2026-03-12 10:00\n")
    foreign = path.stat().st_ino
    assert refusal(file).code == "P411"


@pytest.mark.parametrize("kind", ["fifo", "folder", "link", "device", "second name"])
def test_what_is_no_plain_file_is_refused_at_once_and_left_alone(
    kind: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, precious = lock_path(file), file.with_name("precious")
    precious.write_bytes(b"precious\n")
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "link":
        path.symlink_to(precious)
    elif kind == "device":
        path.symlink_to("/dev/tty")
    else:
        os.link(precious, path)
    monkeypatch.setattr(lock, "PATIENCE", PATIENCE)
    begun = time.monotonic()
    problem = refusal(file)
    assert time.monotonic() - begun < PATIENCE
    assert problem.code == "P420"
    assert problem.facts["lock"] == str(path)
    assert precious.read_bytes() == b"precious\n"
    assert os.path.lexists(path)
    assert file.read_bytes() == OLD
