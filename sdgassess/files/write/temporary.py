"""A temporary file beside its target: written, forced to the disk, then put in its place."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sdgassess.files.write.lock import host

_OURS = re.compile(r"\.sdgassess-(?P<host>[0-9a-f]{8})-(?P<pid>[0-9]{1,10})-[0-9]{1,3}\.tmp")
_NOT_SYNCED_HERE = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_NO_LINKS_HERE = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS}
_HOUR = 3600  # seconds: no write takes that long, where the process cannot be asked for


class Temporary:
    """The new content of a file, on the disk beside it.

    Entering writes it; leaving removes it, unless it has become the target. The name tells the
    computer and the process, so that what a killed process left behind can be told from what
    somebody is writing at this moment.
    """

    def __init__(self, target: Path, content: bytes, like: os.stat_result | None) -> None:
        """Remember what to write.

        Args:
            target: the file whose place it shall take.
            content: its bytes.
            like: the file it replaces, for mode and owner; None for a new file.
        """
        self.target = target
        self.content = content
        self.like = like
        self.path: Path | None = None

    def __enter__(self) -> Self:
        """Write the content and force it to the disk."""
        try:
            descriptor = self._created()
            try:
                self._fill(descriptor)
            finally:
                os.close(descriptor)
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove what did not become the target."""
        self._remove()

    def move(self) -> None:
        """Become the target, in the place of what stands there."""
        assert self.path is not None
        pauses = [0.05, 0.1, 0.2, 0.4] if os.name == "nt" else []
        while True:
            try:
                self.path.replace(self.target)
            except PermissionError:
                if not pauses:
                    raise
                time.sleep(pauses.pop(0))  # a virus scanner or a preview holds it for a moment
            else:
                self.path = None
                return

    def claim(self) -> None:
        """Become the target, if nothing stands there.

        Raises:
            FileExistsError: something does.
        """
        assert self.path is not None
        try:
            if os.name == "nt":
                self.path.rename(self.target)  # never overwrites there
            else:
                os.link(self.path, self.target)
        except OSError as error:
            if error.errno not in _NO_LINKS_HERE:
                raise
            if os.path.lexists(self.target):
                raise FileExistsError from error
            self.move()
        self._remove()
        sync_folder(self.target.parent)

    def _created(self) -> int:
        """A new file that is certainly ours: never an existing one, never through a link."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        flags |= getattr(os, "O_CLOEXEC", 0)
        mode = 0o666 if self.like is None else 0o600
        for number in range(1000):
            path = self.target.with_name(f".sdgassess-{_host_mark()}-{os.getpid()}-{number}.tmp")
            try:
                descriptor = os.open(path, flags, mode)
            except FileExistsError:
                continue
            self.path = path
            return descriptor
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))

    def _fill(self, descriptor: int) -> None:
        """Write everything, take over mode and owner, force it to the disk."""
        rest = memoryview(self.content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if self.like is not None:
            _take_over(descriptor, self.like)
        if os.fstat(descriptor).st_size != len(self.content):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        _sync(descriptor)

    def _remove(self) -> None:
        if self.path is not None:
            with suppress(OSError):
                self.path.unlink()
            self.path = None


def sync_folder(folder: Path) -> None:
    """Force a folder to the disk, so that a new name in it survives a power cut."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove temporary files that killed processes of this computer left in a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = _OURS.fullmatch(entry.name)
            if name and name["host"] == _host_mark() and _left_behind(entry, int(name["pid"])):
                with suppress(OSError):
                    Path(entry.path).unlink()


def _left_behind(entry: os.DirEntry[str], pid: int) -> bool:
    """Whether nobody can still be writing a temporary file."""
    if not entry.is_file(follow_symlinks=False):
        return False
    if os.name == "nt":  # asking for a process would end it there
        return time.time() - entry.stat().st_mtime > _HOUR
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _host_mark() -> str:
    """A short mark of this computer."""
    return hashlib.sha256(host().encode()).hexdigest()[:8]


def _take_over(descriptor: int, like: os.stat_result) -> None:
    """Mode, and owner and group where that is allowed, of the file that is replaced."""
    if os.name == "nt":
        return
    status = os.fstat(descriptor)
    if (status.st_uid, status.st_gid) != (like.st_uid, like.st_gid):
        for owner, group in ((like.st_uid, like.st_gid), (-1, like.st_gid)):
            with suppress(OSError):
                os.fchown(descriptor, owner, group)
                break
    os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


def _sync(descriptor: int) -> None:
    """Force to the disk; only a file system that does not know how is forgiven."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_SYNCED_HERE:
            raise
