"""The file that `--log` names: minutes, added after each save, or for Word written at the end.

Code: P522 the minutes would go into a file that the sitting works with.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from sdgassess.cli.paths import same_file
from sdgassess.cli.shell import pasteable, quoted
from sdgassess.cli.sitting.minutes_in_word import SUFFIX, MinutesInWord
from sdgassess.cli.terminal.streams import columns, print_note
from sdgassess.files.write.log import AppendedFile
from sdgassess.files.write.rights import rights_of
from sdgassess.interview.minutes.conclusion import conclusion
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

    def __init__(self, file: AppendedFile | MinutesInWord) -> None:
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
            UsageRefused: it is one of them, or Word files cannot be written here.
            WriteRefused: it cannot be written.
        """
        if any(file is not None and same_file(path, file) for file in in_use):
            facts = {"other": f"{path.stem}-minutes.md"}
            raise UsageRefused(Problem("P522", Where(str(path)), facts))
        rights = rights_of(in_use)
        if path.suffix.lower() == SUFFIX:
            return cls(MinutesInWord(path, rights))
        return cls(AppendedFile.opened(path, rights))

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
            self._head(setting, profile._replace(answers={}, context={}, style={}, parked={}))
        if self._written is not None:
            noted = changes(setting, self._written, profile, _now(), self._about)
            self._add(noted.lines)
            self._written, self._about = profile, noted.about

    def end(self, ended: Ended | None) -> None:
        """Write what it came to and how it ended, and let go of the file.

        A file that stayed empty is taken away.
        """
        setting = self._setting
        if setting is not None and self._written is not None:
            if ended is Ended.FINISHED:
                self._add(conclusion(setting, self._written))
            self._add(ending(setting, self._written, ended, _now()))
        try:
            self._file.close()
        except WriteRefused as refused:
            self._tell(refused)
        if isinstance(self._file, MinutesInWord) and self._file.is_written and setting is not None:
            print_note(setting.words("Minutes: {file}", file=quoted(self._file.path)))

    def _head(self, setting: Setting, profile: Profile) -> None:
        """Write the heading, below what stands there already."""
        if isinstance(self._file, MinutesInWord):
            self._file.speak(setting.words)
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
            self._broken = True
            self._tell(refused)

    def _tell(self, refused: WriteRefused) -> None:
        """Say why there are no minutes from here on."""
        assert self._setting is not None, "nothing is added before it is known"
        words = self._setting.words
        for problem in refused.problems:
            print_note(tell(pasteable(problem), words, columns()))
        print_note(words("The minutes stop here; the answers are saved as before."))


def _now() -> dt.datetime:
    """The time on the clock in the room."""
    return dt.datetime.now()  # noqa: DTZ005 - minutes tell the time where the meeting is
