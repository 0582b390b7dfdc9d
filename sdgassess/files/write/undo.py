"""One step back: what a file held before it was changed, kept in `.NAME.undo` beside it.

It counts only while the file is still what that change made of it. Whoever walks folders for
profiles passes by what ends in `.undo`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from enum import Enum
from pathlib import Path

from sdgassess.files.read.reader import read_bytes
from sdgassess.files.write.rights import rights_of
from sdgassess.files.write.writer import digest_of, hold, overwrite, replace
from sdgassess.problem import InputRefused

_HEAD = b"sdgassess/undo/1 "


class Undoing(Enum):
    """What came of taking a change back."""

    DONE = "done"
    NOTHING = "nothing"
    CHANGED = "changed"


def keep_step(path: Path, before: bytes, digest: str) -> None:
    """Keep what a file held before a change; an earlier step gives way.

    Args:
        path: the file, as it stands after the change.
        before: what it held.
        digest: the digest of what it holds now.

    Raises:
        WriteRefused: the step cannot be kept; the file itself is not touched.
    """
    content = _HEAD + digest.encode() + b"\n" + before
    overwrite(_step_of(path), content, rights_of([path]))


def take_back(path: Path) -> Undoing:
    """Put back what a file held before its last change, byte for byte.

    Returns:
        Whether it was done; it is not where no step is kept, or the file is no longer what that
        step made of it.

    Raises:
        InputRefused: the file or what is kept of it cannot be read.
        WriteRefused: the file cannot be written, or is held by somebody.
    """
    with hold(path):
        step = _step_of(path)
        if not (path.is_file() and step.is_file()):
            return Undoing.NOTHING
        head, _, before = _content(step).partition(b"\n")
        now = _content(path)
        if not head.startswith(_HEAD):
            return Undoing.NOTHING
        digest = head.removeprefix(_HEAD).decode("ascii", "replace")
        if digest_of(now) != digest:
            return Undoing.CHANGED
        replace(path, before, digest)
        with suppress(OSError):
            step.unlink()
    return Undoing.DONE


def drop_step(path: Path) -> None:
    """Forget the step that is kept; where it cannot be removed it stays, and is of no use."""
    with suppress(OSError):
        _step_of(path).unlink()


def _content(path: Path) -> bytes:
    """What a file of any size holds; that it cannot be read is not that there is nothing."""
    raw, problem = read_bytes(path, str(path), most=None)
    if problem is not None:
        raise InputRefused(problem)
    return raw or b""


def _step_of(path: Path) -> Path:
    """Where the step is kept: beside the file itself, where a link leads to it."""
    file = Path(os.path.realpath(path))  # also of a link that leads back to itself
    return file.with_name(f".{file.name}.undo")
