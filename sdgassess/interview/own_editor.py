"""A comment written in an editor of one's own: `$VISUAL`, `$EDITOR`, or what is there.

The text lies in a file of its own meanwhile, which nobody else may read and which is removed.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CALL = ":e"
"""What is typed on a line of its own to open the editor."""

_FOUND = ("notepad",) if sys.platform == "win32" else ("editor", "nano", "vi")


class NoEditor(Exception):  # noqa: N818 - it names what there is none of
    """The editor could not be run, or ended with an error; its name is the argument."""


def called(typed: str) -> str | None:
    """What was typed before the call on the last line; None where there is no call."""
    begun, _, last = typed.rstrip().rpartition("\n")
    return begun if last.strip() == CALL else None


def write_elsewhere(begun: str) -> str:
    """Open the editor on a text and return what was saved, without empty lines at its end.

    Raises:
        NoEditor: there is none, it cannot be run, or it says that it failed.
    """
    command = _command()
    handle, name = tempfile.mkstemp(prefix="sdgassess-", suffix=".txt")
    file = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as begins:
            begins.write(begun)
        subprocess.run([*command, name], check=True)  # noqa: S603 - the user's own editor
        return file.read_text(encoding="utf-8", errors="replace").rstrip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoEditor(command[0]) from error
    finally:
        file.unlink(missing_ok=True)


def _command() -> list[str]:
    """The editor's command, as words."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    try:
        words = shlex.split(named, posix=sys.platform != "win32") if named else []
    except ValueError as error:
        raise NoEditor(named) from error
    found = words or [one for one in _FOUND if shutil.which(one)][:1]
    if not found:
        raise NoEditor(_FOUND[-1])
    return found
