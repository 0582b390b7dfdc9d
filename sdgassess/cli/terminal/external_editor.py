"""A comment written in an editor of one's own: `$VISUAL`, `$EDITOR`, or what is there.

The text lies in a file of its own meanwhile, which nobody else may read and which is removed.
"""

from __future__ import annotations

import locale
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sdgassess.cli.terminal.program import words_of

_USUAL_EDITORS = ("notepad",) if sys.platform == "win32" else ("editor", "nano", "vi")


def edit_outside(begun: str) -> str | None:
    """Open the editor on a text.

    Returns:
        What was saved, without empty lines at its end; None where there is no editor, where it
        cannot be run, or where it says that it failed.
    """
    handle, name = tempfile.mkstemp(prefix="sdgassess-", suffix=".txt")
    file = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as begins:
            begins.write(begun)
        subprocess.run([*_command(), name], check=True)  # noqa: S603 - the user's own editor
        return _text(file.read_bytes()).rstrip()
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
    finally:
        file.unlink(missing_ok=True)


def _text(saved: bytes) -> str:
    """What the editor saved; older editors of Windows put a mark before it, or write no UTF-8."""
    try:
        text = saved.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = saved.decode(locale.getencoding(), "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _command() -> list[str]:
    """The editor's command, as words.

    Raises:
        ValueError: the words of `$VISUAL` or `$EDITOR` make no sense.
        FileNotFoundError: there is no editor.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    words = words_of(named) if named else []
    command = words or [name for name in _USUAL_EDITORS if shutil.which(name)][:1]
    if not command:
        raise FileNotFoundError
    return command
