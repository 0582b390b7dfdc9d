"""The file that `--log` names: minutes, appended after each save and out of our hands at once.

Codes: P402 not a regular file · P404 marked read-only · P522 a file that the sitting works with ·
and what the system says when it refuses a write (P401–P416).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, Self

from sdgassess.cli.streams import columns, print_note
from sdgassess.files.trouble import refusal
from sdgassess.interview.driver import Ended
from sdgassess.interview.minutes import changes, ending, heading
from sdgassess.interview.setting import Setting
from sdgassess.model.profile import Profile
from sdgassess.problem import Problem, UsageRefused, Where, WriteRefused
from sdgassess.report.problems import tell


class MinutesLog:
    """Minutes of one sitting, written as it goes.

    What cannot be written midway is told once; the sitting goes on without minutes.
    """

    def __init__(self, path: Path, stream: IO[bytes], *, new: bool) -> None:
        """See `opened`."""
        self._path = path
        self._new = new
        self._stream: IO[bytes] | None = stream
        self._setting: Setting | None = None
        self._told: Profile | None = None

    @classmethod
    def opened(cls, path: Path, others: Sequence[Path | None]) -> Self:
        """Open the file for appending; what stands there stays.

        Args:
            path: the file that was named.
            others: the files that the sitting works with: the minutes must be none of them.

        Raises:
            UsageRefused: it is one of them.
            WriteRefused: it cannot be written.
        """
        if any(other is not None and _same(path, other) for other in others):
            facts = {"other": f"{path.stem}-minutes.md"}
            raise UsageRefused(Problem("P522", Where(str(path)), facts))
        try:
            new = not path.exists()
            if not new:
                _refuse_unwritable(path)
            return cls(path, path.open("ab", buffering=0), new=new)
        except (OSError, RuntimeError, ValueError) as error:
            raise refusal(error, path) from error

    def begin(self, setting: Setting, profile: Profile | None) -> None:
        """Know what the sitting is held with; a profile that is gone on with gets its heading."""
        self._setting = setting
        if profile is not None:
            self._head(setting, profile)

    def note(self, profile: Profile) -> None:
        """Write what was changed since the last time."""
        setting, before = self._setting, self._told
        if setting is None:
            return
        if before is None:
            before = replace(profile, answers={}, context={}, style={}, parked={})
            self._head(setting, before)
        if self._write(changes(setting, before, profile, _now())):
            self._told = profile

    def end(self, ended: Ended | None) -> None:
        """Write how it ended, and let go of the file; one that stayed empty is taken away."""
        if self._setting is not None and self._told is not None:
            self._write(ending(self._setting, self._told, ended, _now()))
        if self._stream is not None:
            self._stream.close()
            if self._new and self._told is None:
                with suppress(OSError):
                    self._path.unlink()

    def _head(self, setting: Setting, profile: Profile) -> None:
        """Write the heading, below what stands there already."""
        lines = heading(setting, profile, _now())
        if self._write(lines if self._new else ("", "", *lines)):
            self._told = profile

    def _write(self, lines: Sequence[str]) -> bool:
        """Write lines in one go; whether that went well."""
        if self._stream is None:
            return False
        rest = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        try:
            while rest:
                rest = rest[self._stream.write(rest) :]
        except OSError as error:
            self._stream.close()
            self._stream = None
            self._give_up(refusal(error, self._path).problems)
            return False
        return True

    def _give_up(self, problems: Sequence[Problem]) -> None:
        """Say once that there are no minutes from here on."""
        if self._setting is None:
            return
        words = self._setting.words
        for problem in problems:
            print_note(tell(problem, words, columns()))
        print_note(words("The minutes stop here; the answers are saved as before."))


def _now() -> dt.datetime:
    """The time on the clock in the room."""
    return dt.datetime.now()  # noqa: DTZ005 - minutes tell the time where the meeting is


def _same(one: Path, other: Path) -> bool:
    """Whether two paths mean one file, also where it is not there yet."""
    try:
        return one.resolve() == other.resolve() or one.samefile(other)
    except (OSError, RuntimeError):
        return False


def _refuse_unwritable(path: Path) -> None:
    """Refuse what minutes cannot be added to; mode bits are asked, for root may write anything."""
    mode = path.stat().st_mode
    code = None if path.is_file() else "P402"
    if code is None and not mode & 0o222:
        code = "P404"
    if code:
        raise WriteRefused(Problem(code, Where(str(path)), {"target": str(path)}))
