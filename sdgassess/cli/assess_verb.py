"""The interview on the command line: which file, which questionnaire, how a sitting ends.

Every answer is on disk before the next question appears. When a save is refused the sitting does
not end: it says why, and takes another place for the answers. A refusal that parted the answers
from their file is told once more at the end, and decides the exit code.
"""

from __future__ import annotations

import datetime as dt
import re
import signal
import sys
import unicodedata
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

import typer

from sdgassess.cli.opening import Opened, open_profile, typed
from sdgassess.cli.own_editor import write_elsewhere
from sdgassess.cli.streams import columns, print_note, shows_weights
from sdgassess.files.catalogue import shipped_questionnaires
from sdgassess.files.load import load_questionnaire, questionnaire_for
from sdgassess.files.save import ProfileFile
from sdgassess.files.writer import hold
from sdgassess.interview.driver import Ended, Terminal, sit
from sdgassess.interview.engine import Interview
from sdgassess.interview.screen import Kind
from sdgassess.interview.setting import Setting
from sdgassess.interview.teletype import left_tidy
from sdgassess.interview.terminals import choose_terminal
from sdgassess.language import Words, choose
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import ExitCode, InputRefused, Problem, Where, WriteRefused, has_errors
from sdgassess.report.problems import tell

_OUTGROWN = "P418"
"""The last change could not be saved; whatever is shortened saves it with the next one."""

_PATIENCE = 0.5
"""Seconds after which a sitting that was told to end, and goes on, is told again."""

_GOES_ON = ("P413", "P417", _OUTGROWN)
"""Refusals after which the sitting goes on: the answers are safe in a file beside the profile, or
only what was said last is not in it."""


def run_assess(
    file: Path | None,
    quick: bool | None,
    questionnaire: Path | None,
    lang: str | None,
    plain: bool,
) -> None:
    """Run an interview on a new or existing profile.

    Args:
        file: the profile; None names it after the municipality and the day.
        quick: the scope asked for; an existing file keeps its own.
        questionnaire: a questionnaire file of one's own.
        lang: the language asked for.
        plain: whether it is held line by line, without line editing.

    Raises:
        InputRefused: the profile or questionnaire is broken.
        WriteRefused: the profile is locked or cannot be written, or the answers had to be kept
            in another file.
        typer.Exit: with 130, 143 or 129 where a signal ended the sitting.
    """
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _end)
    if file is not None and file.is_dir():
        raise InputRefused(Problem("P002", Where(str(file))))
    with ExitStack() as held:
        if file is not None:
            held.enter_context(hold(file))
        if file is not None and file.exists():
            _resume(file, quick, questionnaire, lang, plain)
        else:
            _begin(file, bool(quick), questionnaire, lang, plain)


def _resume(
    file: Path, quick: bool | None, questionnaire: Path | None, lang: str | None, plain: bool
) -> None:
    """Go on with a profile."""
    opened = open_profile(file, questionnaire, lang)
    if quick is not None and quick != opened.profile.quick:
        print_note(opened.words("The file keeps the scope that it began with."))
    desk = _Desk(opened.words, file, plain=plain)
    desk.file = ProfileFile.opened(file, opened.document, opened.profile)
    _sit(_setting(opened), opened.profile, desk)


def _begin(
    file: Path | None, quick: bool, questionnaire: Path | None, lang: str | None, plain: bool
) -> None:
    """Start a profile."""
    rules = _questionnaire(questionnaire)
    words = Words(choose(lang, None, None, rules.complete_languages))
    setting = Setting(rules, words, words.language, dt.date.today(), quick, columns())  # noqa: DTZ011 - the day where the meeting is
    _sit(setting, None, _Desk(words, file, plain=plain))


def _setting(opened: Opened) -> Setting:
    """What a resumed sitting is held with."""
    today = dt.date.today()  # noqa: DTZ011 - the day where the meeting is
    return Setting(
        questionnaire=opened.questionnaire,
        words=opened.words,
        language=opened.words.language,
        today=today,
        quick=opened.profile.quick,
        width=columns(),
    )


def _questionnaire(path: Path | None) -> Questionnaire:
    """The questionnaire of a new profile: a file of one's own, or the newest that ships."""
    loaded = (
        questionnaire_for(shipped_questionnaires()[-1])
        if path is None
        else load_questionnaire(path)
    )
    if loaded.value is None or has_errors(loaded.problems):
        raise InputRefused(*loaded.problems)
    return loaded.value


def _sit(setting: Setting, profile: Profile | None, desk: _Desk) -> None:
    """Run the sitting and say how to go on; what parted the answers from their file comes last."""
    ended: Ended | None = None
    try:
        with left_tidy():
            ended = sit(Interview.start(setting, profile), desk.terminal, desk.save)
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        desk.say_where(finished=ended is Ended.FINISHED)
    if desk.parted:
        raise WriteRefused(*desk.parted)
    if ended is Ended.INTERRUPTED:
        raise typer.Exit(ExitCode.INTERRUPT)


class _Desk:
    """Where a sitting's answers are kept: saves them, and finds another place when refused."""

    def __init__(self, words: Words, path: Path | None, *, plain: bool = False) -> None:
        self.words = words
        weights = shows_weights(sys.stdout)
        self.terminal: Terminal = choose_terminal(
            words, plain=plain, weights=weights, compose=write_elsewhere
        )
        self.path = path
        self.file: ProfileFile | None = None
        self.parted: list[Problem] = []

    def save(self, profile: Profile) -> None:
        """Save, and on a refusal ask for another place until the answers are safe.

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
                    return
                self._elsewhere(refused)
            else:
                self.parted = [one for one in self.parted if one.code != _OUTGROWN]
                return

    def _remember(self, refused: WriteRefused) -> None:
        """Keep a refusal for the end; what was outgrown is told there once."""
        kept = [one for one in self.parted if one.code != _OUTGROWN]
        self.parted = [*kept, *refused.problems]

    def say_where(self, *, finished: bool) -> None:
        """Name the file, and the command that goes on with it."""
        if self.file is None:
            return
        path = self.file.path
        print_note(self.words("Saved in {file}.", file=path))
        for verb in ("score", "gaps", "explain") if finished else ("assess",):
            command = f"sdgassess {verb} {typed(str(path))}"
            print_note(self.words("Go on with: {command}", command=command))

    def _file_for(self, profile: Profile) -> ProfileFile:
        """The file, named after the municipality where nobody named it."""
        if self.file is None:
            self.file = ProfileFile.new(self.path or free_name(profile))
        return self.file

    def _elsewhere(self, refused: WriteRefused) -> None:
        """Take another path for the answers."""
        asks = self.words("Save to another file (Enter = try again): ")
        place = self.terminal.read(asks, Kind.WORDS)
        if place is None:
            raise refused
        if place.strip():
            self.file = ProfileFile.new(Path(place.strip()).expanduser())


def free_name(profile: Profile) -> Path:
    """A free file name after the municipality and the date, such as `kolding-2026-03-12.yaml`."""
    letters = profile.municipality.name.lower().translate(str.maketrans("øæ", "oa"))
    ascii_only = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60] or "municipality"
    name = f"{stem}-{profile.date.isoformat()}"
    for number in range(1, 1000):
        path = Path(f"{name}.yaml" if number == 1 else f"{name}-{number}.yaml")
        if not path.exists():
            return path
    return Path(f"{name}-1000.yaml")


def _end(number: int, _: FrameType | None) -> None:
    """A signal that ends the sitting: everything confirmed is saved already.

    Signals come in crowds – a closed window sends several – and the first one is enough; while
    suspended, the terminal is put back without waiting to be called to the front.
    """
    for name in ("SIGTERM", "SIGHUP", "SIGTTIN", "SIGTTOU"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    if hasattr(signal, "setitimer"):  # a library that swallowed the first call hears the next
        signal.signal(signal.SIGALRM, lambda *_: sys.exit(128 + number))
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE, _PATIENCE)
    raise SystemExit(128 + number)
