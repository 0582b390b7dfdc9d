"""Choosing the terminal of a sitting: line editing where people can use it, else plain lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from sdgassess.cli.terminal.plain import PlainTerminal
from sdgassess.interview.driver import Terminal
from sdgassess.language import Words

_NO_EDITING = ("", "dumb", "unknown")
"""Terminals that can only go on. Windows consoles have no name and can edit."""

_OFF = ("", "0", "false")
"""What `ACCESSIBLE` says where nobody asked for it."""


def choose_terminal(
    words: Words, *, plain: bool, weights: bool, compose: Callable[[str], str | None]
) -> Terminal:
    """The terminal for this process's own streams.

    Args:
        words: the fixed sentences.
        plain: whether plain lines were asked for.
        weights: whether strong lines may be printed bold.
        compose: lets people go on with a comment in an editor of their own; None if it failed.
    """
    if plain or not _can_edit():
        return PlainTerminal()
    try:
        from sdgassess.cli.terminal.editor import EditorTerminal

        return EditorTerminal(words, weights=weights, compose=compose)
    except Exception:  # noqa: BLE001 - whatever keeps the editor from starting, lines still work
        return PlainTerminal()


def _can_edit() -> bool:
    """Whether people sit at both ends of a terminal that can move, and did not ask for less."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return False
    named = os.environ.get("TERM", "").lower() not in _NO_EDITING or sys.platform == "win32"
    return named and os.environ.get("ACCESSIBLE", "").lower() in _OFF
