"""A comment written in an editor of one's own: how it is called, and that there may be none.

Opening it is handed in, for the interview itself touches no file.
"""

from __future__ import annotations

from collections.abc import Callable

CALL = ":e"
"""What is typed on a line of its own to open the editor."""

WriteElsewhere = Callable[[str], str]
"""Opens an editor on a text and returns what was saved; raises `NoEditor`."""


class NoEditor(Exception):  # noqa: N818 - it names what there is none of
    """The editor could not be run, or ended with an error; its name is the argument."""


def called(typed: str) -> str | None:
    """What was typed before the call on the last line; None where there is no call."""
    begun, _, last = typed.rstrip().rpartition("\n")
    return begun if last.strip() == CALL else None
