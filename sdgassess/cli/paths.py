"""Paths as people type them: quoted for typing again, told from ids, one file under two names."""

from __future__ import annotations

import re
from pathlib import Path

from sdgassess.text import one_line


def quoted(path: Path | str) -> str:
    """A path as it must be typed: in quotation marks where it holds a space or the like."""
    name = one_line(str(path))
    return f'"{name}"' if re.search(r"[^\w./\\:~+-]", name) else name


def is_path(word: str) -> bool:
    """Whether a word means a file rather than an id."""
    return Path(word).suffix in (".yaml", ".yml") or Path(word).is_file()


def same_file(path: Path, second: Path) -> bool:
    """Whether two paths mean one file, also where it is not there yet."""
    try:
        return path.resolve() == second.resolve() or path.samefile(second)
    except (OSError, RuntimeError, ValueError):
        return False
