"""The file that `--log` names: minutes, added after each save.

Code: P522 the minutes would go into a file that the sitting works with.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from sdgassess.cli.paths import same_file
from sdgassess.cli.terminal.streams import columns, print_note
from sdgassess.files.write.log import AppendedFile
from sdgassess.files.write.rights import rights_of
from sdgassess.interview.minutes.sitting import changes, ending, heading
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Ended
from sdgassess.model.profile import Profile
from sdgassess.phrases.problems.messages import tell
from sdgassess.problem import (
    Problem,
    UsageRefused,
    Where,
    WriteRefused,
)


class MinutesLog:
    """Minutes of one sitting, written as it goes.

    What cannot be written midway is told once; the sitting goes on without minutes.
    """

    def __init__(self, file: AppendedFile) -> None:
        """See `open`."""
        self._file = file
        self._broken = False
        self._setting: Setting | None = None
        self._written: Profile | None = None
        self._about = ""

    @classmethod
    def open(cls, path: Path, in_use: Sequence[Path | None]) -> Self:
        """Open the file for adding; what stands there stays.

        Args:
            path: the file that was named.
            in_use: the files that the sitting works with: the minutes must be none of them, and
                get no wider rights than they have.

        Raises:
            UsageRefused: it is one of them.
            WriteRefused: it cannot be written.
        """
        if any(file is not None and same_file(path, file) for file in in_use):
            facts = {"other": f"{path.stem}-minutes.md"}
            raise UsageRefused(Problem("P522", Where(str(path)), facts))
        return cls(AppendedFile.opened(path, rights_of(in_use)))

    def begin(self, setting: Setting, profile: Profile | None) -> None:
        """Know what the sitting is held with; a profile that is gone on with gets its heading."""
        self._setting = setting
        if profile is not None:
            self._head(setting, profile)

    def note(self, profile: Profile) -> None:
        """Write what was changed since the last time."""
        setting = self._setting
        if setting is None:
            return
        if self._written is None:
            self._head(setting, replace(profile, answers={}, context={}, style={}, parked={}))
        if self._written is not None:
            noted = changes(setting, self._written, profile, _now(), self._about)
            self._add(noted.lines)
            self._written, self._about = profile, noted.about

    def end(self, ended: Ended | None) -> None:
        """Write how it ended, and let go of the file; one that stayed empty is taken away."""
        if self._setting is not None and self._written is not None:
            self._add(ending(self._setting, self._written, ended, _now()))
        self._file.close()

    def _head(self, setting: Setting, profile: Profile) -> None:
        """Write the heading, below what stands there already."""
        lines = heading(setting, profile, _now())
        self._add(lines if self._file.new else ("", "", *lines))
        self._written = profile

    def _add(self, lines: Sequence[str]) -> None:
        """Add lines in one go; after a refusal, which is told, nothing more is added."""
        if self._broken or self._setting is None:
            return
        try:
            self._file.add("".join(f"{line}\n" for line in lines))
        except WriteRefused as refused:
            self._broken, words = True, self._setting.words
            for problem in refused.problems:
                print_note(tell(problem, words, columns()))
            print_note(words("The minutes stop here; the answers are saved as before."))


def _now() -> dt.datetime:
    """The time on the clock in the room."""
    return dt.datetime.now()  # noqa: DTZ005 - minutes tell the time where the meeting is
