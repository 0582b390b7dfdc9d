"""A file that is only added to: what stands there stays, what is added is written at once.

Codes: P402 not a regular file · P404 marked read-only · and what the system says when it refuses
a write (P401–P416).
"""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

from sdgassess.files.write.refusal import refusal
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
    def opened(cls, path: Path) -> Self:
        """Open a file, which need not be there yet.

        Raises:
            WriteRefused: it cannot be added to.
        """
        try:
            new = not path.exists()
            if not new:
                _refuse_unwritable(path)
            return cls(path, path.open("ab", buffering=0), new=new)
        except (OSError, RuntimeError, ValueError) as error:
            raise refusal(error, path) from error

    def add(self, text: str) -> None:
        """Add text, and hand it to the system before returning.

        Raises:
            WriteRefused: it could not be added, or not all of it.
        """
        rest = text.encode("utf-8", "replace")
        try:
            while rest:
                rest = rest[self._stream.write(rest) :]
                self._added = True
        except OSError as error:
            raise refusal(error, self.path) from error

    def close(self) -> None:
        """Let go of the file; a new one that nothing was added to is taken away again."""
        with suppress(OSError):
            self._stream.close()
            if self.new and not self._added:
                self.path.unlink()


def _refuse_unwritable(path: Path) -> None:
    """Refuse what may not be added to; mode bits are asked, because root may write anything."""
    mode, code = path.stat().st_mode, None
    if not stat.S_ISREG(mode):
        code = "P402"
    elif not mode & 0o222:
        code = "P404"
    if code:
        raise WriteRefused(Problem(code, Where(str(path)), {"target": str(path)}))
