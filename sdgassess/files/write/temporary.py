"""A temporary file beside its target: written, forced to the disk, then put in its place."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sdgassess.files.write.lock import host, process_ended
from sdgassess.files.write.rights import Rights, keep_group

_OURS = re.compile(r"\.sdgassess-(?P<host>[0-9a-f]{8})-(?P<pid>[0-9]{1,10})-[0-9]{1,3}\.tmp")
_NOT_SYNCED_HERE = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_NO_LINKS_HERE = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS}
_HOUR = 3600  # seconds: no write takes that long, where the process cannot be asked for
WINDOWS = os.name == "nt"
PAUSES = (0.05, 0.1, 0.2, 0.4)
"""Seconds to wait on Windows before the next try, where another program has the file open."""


class Temporary:
    """The new content of a file, on the disk beside it.

    Entering writes it; leaving removes it, unless it has become the target. The name tells the
    computer and the process, so that what a killed process left behind can be told from what
    somebody is writing at this moment.
    """

    def __init__(
        self,
        target: Path,
        content: Iterable[bytes],
        like: os.stat_result | None,
        rights: Rights | None = None,
    ) -> None:
        """Remember what to write.

        Args:
            target: the file whose place it shall take.
            content: its bytes, piece by piece.
            like: the file it replaces, for mode and owner; None for a new file.
            rights: what a new file may be given at most; None leaves it to the umask.
        """
        self.target = target
        self.content = content
        self.like = like
        self.rights = rights
        self.path: Path | None = None
        self._digest = hashlib.sha256()
        self._identity: tuple[int, int] | None = None

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

    @property
    def digest(self) -> str:
        """SHA-256 of what was written."""
        return self._digest.hexdigest()

    def move(self) -> None:
        """Become the target, in the place of what stands there."""
        assert self.path is not None
        _patiently(self.path.replace, self.target)
        self.path = None

    def claim(self) -> None:
        """Become the target, if nothing stands there.

        Raises:
            FileExistsError: something does.
        """
        assert self.path is not None
        try:
            if WINDOWS:
                _patiently(self.path.rename, self.target)  # never overwrites there
            else:
                os.link(self.path, self.target)
        except OSError as error:
            if error.errno not in _NO_LINKS_HERE or WINDOWS:
                raise
            if os.path.lexists(self.target):
                raise FileExistsError from error
            self.move()
        self._remove()

    def stands(self) -> bool:
        """Whether the target is this file now, whatever a call to the system said of it.

        A disk in the network may carry a call out and lose its answer.
        """
        try:
            status = os.lstat(self.target)
        except OSError:
            return False
        return (status.st_dev, status.st_ino) == self._identity

    def _created(self) -> int:
        """A new file that is certainly ours: never an existing one, never through a link."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        flags |= getattr(os, "O_CLOEXEC", 0)
        at_most = self.rights.mode if self.rights else 0o666
        mode = at_most if self.like is None else 0o600
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
        begun = os.fstat(descriptor)
        self._identity = begun.st_dev, begun.st_ino
        if self.rights is not None and self.like is None:
            _narrow(descriptor, self.rights)
        size = 0
        for piece in self.content:
            self._digest.update(piece)
            size += len(piece)
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        if self.like is not None:
            _take_over(descriptor, self.like)
        if os.fstat(descriptor).st_size != size:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        _sync(descriptor)

    def _remove(self) -> None:
        if self.path is not None:
            with suppress(OSError):
                self.path.unlink()
            self.path = None


def sync_folder(folder: Path) -> None:
    """Force a folder to the disk, so that a new name in it survives a power cut."""
    if WINDOWS:
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
    if WINDOWS:
        return time.time() - entry.stat().st_mtime > _HOUR
    return process_ended(pid)


def _host_mark() -> str:
    """A short mark of this computer."""
    return hashlib.sha256(host().encode()).hexdigest()[:8]


def _patiently(move: Callable[[Path], object], target: Path) -> None:
    """Rename; on Windows a virus scanner or a preview may hold a file for a moment."""
    pauses = list(PAUSES) if WINDOWS else []
    while True:
        try:
            move(target)
        except PermissionError:
            if not pauses:
                raise
            time.sleep(pauses.pop(0))
        else:
            return


def _narrow(descriptor: int, rights: Rights) -> None:
    """Take the rights of a group away that none of the sources is of."""
    mode = stat.S_IMODE(os.fstat(descriptor).st_mode)
    kept = keep_group(descriptor, rights.group, mode)
    if kept != mode:
        os.fchmod(descriptor, kept)


def _take_over(descriptor: int, like: os.stat_result) -> None:
    """Mode, and owner and group where that is allowed, of the file that is replaced."""
    if WINDOWS:
        return
    if os.fstat(descriptor).st_uid != like.st_uid:
        with suppress(OSError):
            os.fchown(descriptor, like.st_uid, -1)
    os.fchmod(descriptor, keep_group(descriptor, like.st_gid, stat.S_IMODE(like.st_mode)))


def _sync(descriptor: int) -> None:
    """Force to the disk; only a file system that does not know how is forgiven."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_SYNCED_HERE:
            raise
