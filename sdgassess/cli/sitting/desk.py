"""Where a sitting's answers are kept: its file, its terminal, its minutes.

When a save is refused the sitting does not end: it says why, and takes another place for the
answers. A refusal that parted the answers from their file is told once more at the end.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

from sdgassess.cli.shell import quoted
from sdgassess.cli.sitting.afterwards import next_commands, print_sitting
from sdgassess.cli.sitting.minutes import MinutesLog
from sdgassess.cli.terminal.choice import choose_terminal
from sdgassess.cli.terminal.external_editor import edit_outside
from sdgassess.cli.terminal.plain import PlainTerminal
from sdgassess.cli.terminal.streams import columns, print_note, shows_weights
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.rights import rights_of
from sdgassess.files.write.writer import NOT_CONFIRMED
from sdgassess.interview.driver import Terminal
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.screen import PromptKind
from sdgassess.interview.state.sitting import Ended
from sdgassess.language import Words
from sdgassess.model.profile import Profile
from sdgassess.phrases.problems.messages import tell
from sdgassess.phrases.saving import GO_ON_WITH, SAVED
from sdgassess.problem import Problem, WriteRefused
from sdgassess.text import visible, width

_OUTGROWN = "P418"
"""The last change could not be saved; whatever is shortened saves it with the next one."""

_PASSING = (_OUTGROWN, NOT_CONFIRMED)
"""Refusals that the next save makes good."""

_GOES_ON = ("P413", "P417", *_PASSING)
"""Refusals after which the sitting goes on: the answers are safe in a file beside the profile,
only what was said last is not in it, or all are in it and the disk did not confirm it."""


class Desk:
    """Saves a sitting's answers, and finds another place for them when refused.

    Attributes:
        terminal: where the sitting is held.
        file: the profile's file, once there is one.
        profile: what it holds, as far as this sitting knows.
        questionnaire: a questionnaire file of one's own, which what is printed needs too.
        parted: refusals that parted the answers from their file.
    """

    def __init__(
        self,
        words: Words,
        path: Path | None,
        *,
        plain: bool = False,
        minutes: MinutesLog | None = None,
        options: tuple[str, ...] = (),
        sources: tuple[Path | None, ...] = (),
        terminal: Terminal | None = None,
        questionnaire: Path | None = None,
    ) -> None:
        """Lay the desk.

        Args:
            words: the language to speak.
            path: the file that was named; None names it after the municipality.
            plain: whether plain lines were asked for.
            minutes: where minutes are taken, if they are.
            options: what the command that goes on must say again.
            sources: profiles that a new one takes over from; it gets no wider rights than they.
            terminal: the one that is in use already; it may hold lines that were typed ahead.
            questionnaire: a questionnaire file of one's own.
        """
        self.words = words
        weights = shows_weights(sys.stdout)
        self.terminal: Terminal = terminal or choose_terminal(
            words, plain=plain, weights=weights, compose=edit_outside
        )
        self.path = path
        self.minutes = minutes
        self._unnoted: Profile | None = None
        self.options = options
        self.sources = sources
        self.file: ProfileFile | None = None
        self.profile: Profile | None = None
        self.questionnaire = questionnaire
        self.parted: list[Problem] = []

    @property
    def aloud(self) -> bool:
        """Whether lines are all there is, as for a screen reader or a pipe."""
        return isinstance(self.terminal, PlainTerminal)

    def speak(self, words: Words) -> None:
        """Say everything from now on in another language."""
        self.words = words

    def file_of(self, profile: Profile) -> str:
        """The file that a new profile goes into, as it is shown."""
        return visible(str(self.file.path if self.file else self.path or free_name(profile)))

    def take_minutes(self, interview: Interview) -> None:
        """Begin the minutes; those of a new profile get their heading with its first save."""
        if self.minutes:
            profile = interview.profile if self.file else None
            self.minutes.begin(interview.sitting.setting, profile)

    def save(self, profile: Profile) -> None:
        """Save; on a refusal ask for another place until the answers are safe.

        Raises:
            WriteRefused: nobody is there to name another place.
        """
        while True:
            try:
                self._file_for(profile).save(profile)
            except WriteRefused as refused:
                for problem in refused.problems:
                    print_note(tell(problem, self.words, columns()))
                if refused.problems[0].code in _GOES_ON:
                    self._remember(refused)
                    break
                self._take_another_file(refused)
            else:
                self.parted = self._parted_for_good()
                break
        self.profile = profile
        if not any(problem.code == _OUTGROWN for problem in self.parted):
            self._unnoted = profile

    def note(self) -> None:
        """Take minutes of what was saved since the last time."""
        if self.minutes and self._unnoted is not None:
            self.minutes.note(self._unnoted)
        self._unnoted = None

    def _remember(self, refused: WriteRefused) -> None:
        """Keep a refusal for the end; what was outgrown is told there once."""
        self.parted = [*self._parted_for_good(), *refused.problems]

    def _parted_for_good(self) -> list[Problem]:
        """The refusals that no later save makes good."""
        return [problem for problem in self.parted if problem.code not in _PASSING]

    def close(self, ended: Ended | None, *, printing: bool = False) -> None:
        """Name the file and the commands that go on with it, and end the minutes.

        Args:
            ended: how the sitting ended; None where something broke it off.
            printing: whether what was agreed is printed first.
        """
        self._say_where(finished=ended is Ended.FINISHED, printing=printing)
        self.note()
        if self.minutes:
            self.minutes.end(ended)

    def _say_where(self, *, finished: bool, printing: bool) -> None:
        """Name the file, and the command that goes on with it."""
        if self.file is None:
            return
        printed = printing and print_sitting(self.file.path, self.questionnaire, self.words)
        path = self.file.path
        print_note(self.words(SAVED, file=path))
        name = quoted(path)
        if not finished:
            command = " ".join(("sdgassess assess", *self.options, name))
            print_note(self.words(GO_ON_WITH, command=command))
            return
        print_note(self.words("Next:"))
        for purpose, command in next_commands(self.words, name, self.profile, printed=printed):
            # A command is never folded: where it does not fit behind its purpose it has a line.
            fits = width(f"  {purpose}: {command}") <= columns()
            print_note(f"  {purpose}:{' ' if fits else chr(10) + '    '}{command}")

    def _file_for(self, profile: Profile) -> ProfileFile:
        """The file, named after the municipality where nobody named it."""
        if self.file is None:
            self.file = ProfileFile.new(self.path or free_name(profile), rights_of(self.sources))
        return self.file

    def _take_another_file(self, refused: WriteRefused) -> None:
        """Take another path for the answers."""
        prompt = self.words("Save to another file (Enter = try again): ")
        path = self.terminal.read(prompt, PromptKind.WORDS)
        if path is None:
            raise refused
        if path.strip():
            sources = (*self.sources, self.file.path if self.file else None)
            self.file = ProfileFile.new(Path(path.strip()).expanduser(), rights_of(sources))


def free_name(profile: Profile) -> Path:
    """A free file name after the municipality and the date, such as `kolding-2026-03-12.yaml`."""
    letters = profile.municipality.name.lower().translate(str.maketrans("øæ", "oa"))
    ascii_only = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60] or "profile"
    name = f"{stem}-{profile.date.isoformat()}"
    for number in range(1, 1000):
        path = Path(f"{name}.yaml" if number == 1 else f"{name}-{number}.yaml")
        if not path.exists():
            return path
    return Path(f"{name}-1000.yaml")
