"""A file that is only added to: what stands there stays, what is added is written at once.

Codes: P402 not a regular file · P404 marked read-only · and what the system says when it refuses
a write (P401–P416).
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

from sdgassess.files.write.refusal import refusal
from sdgassess.files.write.rights import Rights, keep_group
from sdgassess.problem import Problem, Where, WriteRefused


class AppendedFile:
    """A text file open for adding.

    Attributes:
        path: the file.
        new: whether it was not there before.
    """

    def __init__(self, path: Path, stream: IO[bytes], *, new: bool) -> None:
        """See `opened`."""
        self.path = path
        self.new = new
        self._stream = stream
        self._added = False

    @classmethod
    def opened(cls, path: Path, rights: Rights | None = None) -> Self:
        """Open a file, which need not be there yet.

        Args:
            path: the file.
            rights: what a new file may be given at most; None leaves it to the umask.

        Raises:
            WriteRefused: it cannot be added to.
        """
        try:
            new = not path.exists()
            if not new:
                _refuse_unwritable(path)
            return cls(path, _stream(path, rights), new=new)
        except (OSError, RuntimeError, ValueError) as error:
            raise refusal(error, path) from error

    def add(self, text: str) -> None:
        """Add text, and hand it to the system before returning.

        What could only be added in part is taken away again, so that the file is as it was.

        Raises:
            WriteRefused: it could not be added, or not all of it.
        """
        rest = content = text.encode("utf-8", "replace")
        try:
            while rest:
                rest = rest[self._stream.write(rest) :]
            self._added = self._added or bool(content)
        except OSError as error:
            self._take_back(len(content) - len(rest))
            raise refusal(error, self.path) from error

    def _take_back(self, added: int) -> None:
        """Cut off what was added in part, unless somebody else has added below it."""
        with suppress(OSError):
            descriptor = self._stream.fileno()
            end = os.fstat(descriptor).st_size
            if added and end == self._stream.tell():
                os.ftruncate(descriptor, end - added)

    def close(self) -> None:
        """Let go of the file; a new one that nothing was added to is taken away again."""
        with suppress(OSError):
            self._stream.close()
            if self.new and not self._added:
                self.path.unlink()


def _stream(path: Path, rights: Rights | None) -> IO[bytes]:
    """The file, open at its end; without waiting, should it have become a pipe meanwhile."""
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
    for flag in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, flag, 0)
    descriptor = os.open(path, flags, rights.mode if rights else 0o666)
    try:
        status = os.fstat(descriptor)
        if rights is not None and status.st_size == 0 and hasattr(os, "fchmod"):
            mode = stat.S_IMODE(status.st_mode)
            os.fchmod(descriptor, keep_group(descriptor, rights.group, mode))
        return os.fdopen(descriptor, "ab", buffering=0)
    except BaseException:
        os.close(descriptor)
        raise


def _refuse_unwritable(path: Path) -> None:
    """Refuse what may not be added to; mode bits are asked, because root may write anything."""
    mode, code = path.stat().st_mode, None
    if not stat.S_ISREG(mode):
        code = "P402"
    elif not mode & 0o222:
        code = "P404"
    if code:
        raise WriteRefused(Problem(code, Where(str(path)), {"target": str(path)}))
