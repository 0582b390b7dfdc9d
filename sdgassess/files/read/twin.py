"""Twins of what ships: the tree of a shipped file as JSON, which is read ten times as fast.

A twin is believed only while it carries the size and checksum of the file it was made from; a
file that was changed since is read itself. So a twin can be old or missing, never wrong. They are
made anew by `UPDATE_EXPECTED=1 pytest tests/files/read/test_twins.py`.
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path

from sdgassess.files.read.source import SourceFile
from sdgassess.package import TWINS


def twin_path(path: Path) -> Path:
    """Where the twin of a shipped file stands."""
    return TWINS / f"{path.stem}.json"


def twin_of(raw: bytes, source: SourceFile) -> str:
    """The twin of a file, as text.

    Args:
        raw: the file's bytes.
        source: what they were read as.
    """
    twin = {"of": _mark(raw), "tree": source.data}
    return json.dumps(twin, ensure_ascii=False, separators=(",", ":")) + "\n"


def read_twin(path: Path, raw: bytes) -> SourceFile | None:
    """What a shipped file was read as, from its twin.

    Args:
        path: the file.
        raw: its bytes as they are now.

    Returns:
        A source without positions; None where the twin is missing or not of these bytes.
    """
    # JSON and no pickle: unpickling runs what a file says, and it may be anybody's. Told by its
    # bytes and not by times of change, which installers set as they like.
    try:
        twin = json.loads(twin_path(path).read_bytes())
        tree = twin["tree"] if twin["of"] == _mark(raw) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None if tree is None else SourceFile(str(path), raw.decode(), tree)


def _mark(raw: bytes) -> list[int]:
    """What tells these bytes from others that somebody might have saved there."""
    return [len(raw), zlib.crc32(raw)]
