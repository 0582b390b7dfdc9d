"""The lock beside a file that is being written: one session at a time, and its name is said.

The lock is `.<name>.lock` in the same folder, held by the operating system, so that it ends with
the process, however that ends. It holds a line saying who: computer, process, since when. Where a
file system knows no locks, the writer's comparison of hashes is the only guard.
"""

from __future__ import annotations

import errno
import hashlib
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sdgassess.problem import (
    Fact,
    Problem,
    Where,
    WriteRefused,
)

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 0.3
"""Seconds to wait for another program's short write; an interview holds its lock for hours."""

_NO_LOCKS_HERE = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}
# By process too: a child that was forked has this table and none of the locks.
_HOLDS: dict[tuple[int, Path], int] = {}


def host() -> str:
    """The name of this computer."""
    import socket  # noqa: PLC0415 - no connection is made, and only who writes pays for it

    return socket.gethostname()


def lock_path(target: Path) -> Path:
    """Where the lock of a file stands; a hash stands in for a name too long to be added to."""
    name = f".{target.name}.lock"
    if len(os.fsencode(name)) > 255:
        name = f".{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]}.lock"
    return target.with_name(name)


def holds(target: Path) -> bool:
    """Whether this process holds the lock of a file."""
    return (os.getpid(), target) in _HOLDS


@contextmanager
def locked(target: Path, name: str) -> Iterator[None]:
    """Hold the lock of a file; within it, this process may take it again.

    Args:
        target: the file, links resolved.
        name: how messages call it.

    Raises:
        WriteRefused: somebody else holds it (P411, P412).
        OSError: no lock can be made in this folder.
    """
    me = (os.getpid(), target)
    if me in _HOLDS:
        _HOLDS[me] += 1
        try:
            yield
        finally:
            _HOLDS[me] -= 1
        return
    lock = _acquired(target, name)
    _HOLDS[me] = 1
    try:
        yield
    finally:
        del _HOLDS[me]
        if lock is not None:
            _release(lock, lock_path(target))


def _acquired(target: Path, name: str) -> BaseFileLock | None:
    """The lock, taken and signed; None where this file system knows no locks."""
    from filelock import FileLock, SoftFileLock, Timeout  # noqa: PLC0415 - 45 ms, only to write

    path = lock_path(target)
    holder = _holder(path)
    lock = FileLock(path, timeout=PATIENCE, thread_local=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says so where it falls back to a marker file
            lock.acquire(poll_interval=0.02)
    except Timeout:
        raise WriteRefused(_taken(name, path, _holder(path) or holder)) from None
    except NotImplementedError:  # filelock says so where the system knows no locks
        return None
    except OSError as error:
        if error.errno in _NO_LOCKS_HERE:
            return None
        if isinstance(error, PermissionError) and path.exists():
            raise WriteRefused(_taken(name, path, holder)) from error
        raise
    if not isinstance(lock, SoftFileLock):
        _sign(path)
    return lock


def _sign(path: Path) -> None:
    """Write down who holds the lock. On Windows the first byte is the lock itself."""
    since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    line = f" {host()} {os.getpid()} {since}\n".encode()
    with suppress(OSError), path.open("r+b") as file:
        if os.name == "nt":
            file.seek(1)
            file.write(line[1:])
        else:
            file.truncate(0)
            file.write(line)


def _holder(path: Path) -> tuple[str, str, str] | None:
    """Who signed the lock: computer, process, since when."""
    with suppress(OSError), path.open("rb") as file:
        file.seek(1)
        words = file.read(300).decode("utf-8", "replace").split(maxsplit=2)
        if len(words) == 3:
            return words[0], words[1], words[2].strip()
    return None


def _taken(name: str, path: Path, holder: tuple[str, str, str] | None) -> Problem:
    """The problem that somebody else is writing here."""
    if holder is None:
        return Problem("P412", Where(name), {"lock": str(path)})
    computer, process, since = holder
    facts: dict[str, Fact] = {"computer": computer, "process": process, "since": since}
    return Problem("P411", Where(name), facts)


def _release(lock: BaseFileLock, path: Path) -> None:
    """Remove the lock file while it is still ours, then let go."""
    if os.name != "nt":
        with suppress(OSError):
            path.unlink()
    with suppress(OSError):
        lock.release(force=True)
    if os.name == "nt":
        with suppress(OSError):
            path.unlink()
