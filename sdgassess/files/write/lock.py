"""The lock beside a file that is being written: one session at a time, and its name is said.

The lock is `.<name>.lock` in the same folder, held by the operating system, so that it ends with
the process, however that ends. It holds a line saying who: computer, process, since when. Where a
file system knows no locks, that line alone is the lock: it is taken over once the process that it
names is dead. What is no plain file – a pipe, a device, a link – is never taken for a lock and
never waited for (P420).
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
_NO_LINKS_HERE = {errno.EPERM, *_NO_LOCKS_HERE}
_PAUSE = 0.02  # seconds between two tries
_LONGEST_LINE = 300  # bytes
# By process too: a child that was forked has this table and none of the locks.
_HOLDS: dict[tuple[int, Path], int] = {}


class Holder(NamedTuple):
    """Who signed a lock: the computer, the number of the process, since when."""

    computer: str
    process: str
    since: str


def host() -> str:
    """The name of this computer."""
    import socket  # noqa: PLC0415 - no connection is made, and only who writes pays for it

    return socket.gethostname()


def load_locks() -> None:
    """Load what locks are made with, before somebody waits for the first save."""
    import socket  # noqa: F401, PLC0415 - see `host`

    import filelock  # noqa: F401, PLC0415 - 20 ms, only to write


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
    release = _acquired(target, name)
    _HOLDS[me] = 1
    try:
        yield
    finally:
        del _HOLDS[me]
        release()


def process_ended(pid: int) -> bool:
    """Whether a process of this computer has certainly ended; Windows cannot be asked safely."""
    if os.name == "nt":  # asking for a process would end it there
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _acquired(target: Path, name: str) -> Callable[[], None]:
    """Take the lock and sign it; what releases it again."""
    path = lock_path(target)
    _refuse_other_kinds(path, name)
    holder = _holder(path)
    try:
        return _system_lock(path, name, holder)
    except PermissionError as error:
        if not os.path.lexists(path):
            raise
        # Another user's: held, or left behind where we may not even open it.
        if not (_has_ended(holder) and _taken_away(path, holder)):
            raise WriteRefused(_taken(name, path, holder)) from error
        return _system_lock(path, name, None)


def _system_lock(path: Path, name: str, holder: Holder | None) -> Callable[[], None]:
    """The lock of the operating system, or the marker that stands for it where it has none."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - see `load_locks`

    # Without its own marker files: those of a killed process stay in the way of everybody.
    lock = FileLock(path, timeout=PATIENCE, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire(poll_interval=_PAUSE)
    except Timeout:
        raise WriteRefused(_taken(name, path, _holder(path) or holder)) from None
    except NotImplementedError:  # filelock says so where the system knows no locks
        return _marker(path, name)
    except OSError as error:
        if error.errno not in _NO_LOCKS_HERE:
            raise
        return _marker(path, name)
    _sign(path)
    return lambda: _release(lock, path)


def _marker(path: Path, name: str) -> Callable[[], None]:
    """The signed file as the lock itself: whoever creates it has it, until he is gone."""
    mine = _line()
    until = time.monotonic() + PATIENCE
    while not _created(path, mine):
        _refuse_other_kinds(path, name)
        holder = _holder(path)
        if _has_ended(holder) and _taken_away(path, holder):
            continue
        if time.monotonic() > until:
            # Nobody writes for that long without signing: an empty one is of a try without locks.
            if holder is not None or not _taken_away(path, None):
                raise WriteRefused(_taken(name, path, holder))
            until = time.monotonic() + PATIENCE
        time.sleep(_PAUSE)

    def release() -> None:
        if _content(path) == mine:
            with suppress(OSError):
                path.unlink()

    return release


def _created(path: Path, line: bytes) -> bool:
    """Create a lock file that is signed from its first moment; no where there is one."""
    mine = path.with_name(f"{path.name[:200]}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with suppress(OSError):  # of an earlier process with this number
        mine.unlink()
    descriptor = os.open(mine, flags, 0o644)
    try:
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)
        os.link(mine, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS_HERE:
            raise
        return _created_in_place(path, flags, line)
    finally:
        with suppress(OSError):
            mine.unlink()
    return True


def _created_in_place(path: Path, flags: int, line: bytes) -> bool:
    """The same where there are no hard links: the file is empty for a moment."""
    try:
        descriptor = os.open(path, flags, 0o644)
    except FileExistsError:
        return False
    try:
        os.write(descriptor, line)
    finally:
        os.close(descriptor)
    return True


def _has_ended(holder: Holder | None) -> bool:
    """Whether the process that signed a lock is one of this computer, and has ended."""
    return (
        holder is not None
        and holder.computer == host()
        and holder.process.isdecimal()
        and process_ended(int(holder.process))
    )


def _taken_away(path: Path, holder: Holder | None) -> bool:
    """Remove the lock that a dead process left, unless somebody has taken it meanwhile."""
    aside = path.with_name(f"{path.name[:200]}.{os.getpid()}.ended")
    try:
        path.rename(aside)
    except OSError:
        return False
    untouched = _holder(aside) == holder
    if not untouched:
        with suppress(OSError):  # it was another's fresh lock: back with it
            os.link(aside, path)
    with suppress(OSError):
        aside.unlink()
    return untouched


def _refuse_other_kinds(path: Path, name: str) -> None:
    """Refuse what is no plain file: a pipe would be waited for, a link written through."""
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
        raise WriteRefused(Problem("P420", Where(name), {"lock": str(path)}))


def _line() -> bytes:
    """Who writes: this computer, this process, since now."""
    since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    return f" {host()} {os.getpid()} {since}\n".encode()


def _sign(path: Path) -> None:
    """Write down who holds the lock. On Windows the first byte is the lock itself."""
    line = _line()
    with suppress(OSError), path.open("r+b") as file:
        if os.name == "nt":
            file.seek(1)
            file.write(line[1:])
        else:
            file.truncate(0)
            file.write(line)


def _holder(path: Path) -> Holder | None:
    """Who signed the lock."""
    words = (_content(path) or b"")[1:].decode("utf-8", "replace").split(maxsplit=2)
    return Holder(words[0], words[1], words[2].strip()) if len(words) == 3 else None


def _content(path: Path) -> bytes | None:
    """What a lock says; None where it is none, or cannot be read."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    with suppress(OSError):
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None
            if os.name == "nt":  # the first byte is locked there
                os.lseek(descriptor, 1, os.SEEK_SET)
                return b" " + os.read(descriptor, _LONGEST_LINE)
            return os.read(descriptor, _LONGEST_LINE)
        finally:
            os.close(descriptor)
    return None


def _taken(name: str, path: Path, holder: Holder | None) -> Problem:
    """The problem that somebody else is writing here."""
    if holder is None:
        return Problem("P412", Where(name), {"lock": str(path)})
    facts: dict[str, Fact] = {
        "computer": holder.computer,
        "process": holder.process,
        "since": holder.since,
        "lock": str(path),
    }
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
