"""The pager: what does not fit the window is read in it page by page, as git does.

`PAGER` names it; without that it is `less` where there is one. A pager that is missing shows the
page as it is; one that is closed early ends the reading and nothing else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress

from sdgassess.cli.terminal.program import words_of

_OFF = ("", "cat")
"""What people set `PAGER` to when they want none."""
_HABITS = {"LESS": "FRX", "LV": "-c"}
"""What `less` and `lv` are told where nobody told them: show colours, leave the page standing."""


def page_through(text: str, encoding: str) -> bool:
    """Show a text in the pager, until it is closed.

    Returns:
        False where there is none, or where it cannot be started; nothing is shown then.
    """
    command = _command()
    if not command:
        return False
    environment = {**_HABITS, **os.environ}
    try:
        pager = subprocess.Popen(  # noqa: S603 - what the person at the terminal named
            command, stdin=subprocess.PIPE, env=environment
        )
    except (OSError, ValueError):
        return False
    with suppress(OSError, KeyboardInterrupt):  # closed before the end: nobody reads on
        pager.communicate(text.encode(encoding, "backslashreplace"))
    while pager.poll() is None:
        with suppress(KeyboardInterrupt):  # Ctrl-C is the pager's own, to stop searching
            pager.wait()
    return True


def _command() -> list[str]:
    """The pager and its arguments; empty where there is none."""
    wish = os.environ.get("PAGER")
    if wish is None:
        return ["less"] if shutil.which("less") else []
    if wish.strip() in _OFF:
        return []
    with suppress(ValueError):  # an open quote: as good as none
        return words_of(wish)
    return []
