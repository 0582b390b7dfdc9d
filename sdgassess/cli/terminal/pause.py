"""A pause between the parts of a long answer, where somebody sits at a terminal."""

from __future__ import annotations

import os
import sys


def goes_on(prompt: str) -> bool:
    """Whether the reader goes on: at once off a terminal, else once Enter is pressed.

    Args:
        prompt: what is said in the meantime, with `q` as the way to stop.
    """
    at_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    if not at_terminal or os.environ.get("TERM", "") in ("dumb", "unknown"):
        return True
    sys.stdout.write(f"{prompt} ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    return bool(line) and line.strip().lower() != "q"
