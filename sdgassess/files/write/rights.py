"""Who may read a file that is made out of others: never more people than may read those.

Backups, conflict copies, minutes and reports hold what a profile holds, so that a file that only
its owner may read must not come out readable by everybody.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_GROUP_TO_OTHERS = 3  # bits: what the group may do stands that far left of what all others may


@dataclass(frozen=True, slots=True)
class Rights:
    """What a new file may be given at most.

    Attributes:
        mode: the bits that all its sources have.
        group: the group that its group bits are meant for; None where the sources differ.
    """

    mode: int = 0o666
    group: int | None = None

    def without_group(self) -> int:
        """The mode where the file belongs to another group: that one counts as all others do."""
        return narrowed(self.mode)


PRIVATE = Rights(0o600)
"""What only its owner may read: a log that may quote a profile."""


def narrowed(mode: int) -> int:
    """A mode in which the group may do no more than all others may."""
    return mode & ~0o070 | mode & ((mode & 0o007) << _GROUP_TO_OTHERS)


def rights_of(sources: Iterable[Path | None]) -> Rights | None:
    """What a file may be given that is made out of others.

    Args:
        sources: the files that it is made of; what is none, or not there, counts for nothing.

    Returns:
        What all of them allow; None where there is no source, and the umask alone decides.
    """
    modes: list[int] = []
    groups: set[int] = set()
    for source in sources:
        if source is None:
            continue
        with suppress(OSError, ValueError):
            status = source.stat()
            if stat.S_ISREG(status.st_mode):
                modes.append(status.st_mode)
                groups.add(status.st_gid)
    if not modes or os.name == "nt":  # Windows gives a file the rights of its folder
        return None
    # Their owner reads what was made for him, also where a source is marked read-only.
    mode = 0o666
    for each in modes:
        mode &= each | 0o600
    if len(groups) > 1:
        return Rights(narrowed(mode))
    return Rights(mode, groups.pop())


def keep_group(descriptor: int, group: int | None, mode: int) -> int:
    """Give a file to a group where that is allowed.

    Returns:
        The mode that it may have: without the rights of the group where it is of another one.
    """
    if group is None:
        return mode
    if os.fstat(descriptor).st_gid == group:
        return mode
    try:
        os.fchown(descriptor, -1, group)
    except OSError:
        return narrowed(mode)
    return mode
