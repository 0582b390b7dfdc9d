"""A program that a variable such as `PAGER` or `EDITOR` names, as the words that start it.

On Windows a path holds backslashes and spaces and is often written without quotes, and what is
typed as `code` is the file `code.cmd`, which nothing but a shell finds by itself.
"""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path


def words_of(named: str, *, windows: bool = os.name == "nt") -> list[str]:
    """The words that start a program.

    Args:
        named: what the variable holds: a program, or where it is, and what it is told.
        windows: whether this is Windows.

    Raises:
        ValueError: a quotation is not closed.
    """
    if not windows:
        return shlex.split(named)
    if Path(named.strip()).is_file():
        return [named.strip()]
    words = [_unquoted(word) for word in shlex.split(named, posix=False)]
    return [shutil.which(words[0]) or words[0], *words[1:]] if words else []


def _unquoted(word: str) -> str:
    """A word without the quotes around it."""
    return word[1:-1] if len(word) > 1 and word[0] == word[-1] and word[0] in "\"'" else word
