"""The interview on the command line: which file, which questionnaire, how a sitting ends.

Every answer is on disk before the next question appears. When a save is refused the sitting does
not end: it says why, and takes another place for the answers. A refusal that parted the answers
from their file is told once more at the end, and decides the exit code.
"""

from __future__ import annotations

import datetime as dt
import re
import signal
import unicodedata
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import typer

from sdgassess.cli.last_year import (
    hold_to_origin,
    last_year_of,
    open_last_year,
    origin_of,
    origin_path,
    this_years_questionnaire,
)
from sdgassess.cli.minutes_log import MinutesLog
from sdgassess.cli.opening import Opened, open_profile, typed
from sdgassess.cli.streams import columns, print_note
from sdgassess.files.catalogue import shipped_questionnaires
from sdgassess.files.load import load_questionnaire, questionnaire_for
from sdgassess.files.save import ProfileFile
from sdgassess.files.writer import hold
from sdgassess.interview.driver import Ended, sit
from sdgassess.interview.engine import Interview
from sdgassess.interview.last_year import last_year
from sdgassess.interview.plain import PlainTerminal
from sdgassess.interview.setting import Setting
from sdgassess.interview.year_opening import this_year
from sdgassess.language import Words, choose
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import ExitCode, InputRefused, Problem, Where, WriteRefused, has_errors
from sdgassess.report.problems import tell

_OUTGROWN = "P418"
"""The last change could not be saved; whatever is shortened saves it with the next one."""

_GOES_ON = ("P413", "P417", _OUTGROWN)
"""Refusals after which the sitting goes on: the answers are safe in a file beside the profile, or
only what was said last is not in it."""


class Asked(NamedTuple):
    """What the command line asks for.

    Attributes:
        file: the profile; None names it after the municipality and the day.
        quick: the scope asked for; an existing file keeps its own.
        questionnaire: a questionnaire file of one's own.
        lang: the language asked for.
        last_year: the profile that a new one begins from.
        log: where minutes are added.
    """

    file: Path | None = None
    quick: bool | None = None
    questionnaire: Path | None = None
    lang: str | None = None
    last_year: Path | None = None
    log: Path | None = None


def run_assess(asked: Asked) -> None:
    """Run an interview on a new or existing profile.

    Raises:
        InputRefused: the profile, last year's or the questionnaire is broken.
        UsageRefused: what is asked for cannot be.
        WriteRefused: the profile is locked or cannot be written, the minutes cannot, or the
            answers had to be kept in another file.
        typer.Exit: with 130, 143 or 129 where a signal ended the sitting.
    """
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _end)
    file = asked.file
    if file is not None and file.is_dir():
        raise InputRefused(Problem("P002", Where(str(file))))
    with ExitStack() as held:
        if file is not None:
            held.enter_context(hold(file))
        if file is not None and file.exists():
            _resume(file, asked)
        elif asked.last_year is not None:
            _follow(asked.last_year, asked)
        else:
            _begin(asked)


def _resume(file: Path, asked: Asked) -> None:
    """Go on with a profile."""
    if asked.last_year is not None:
        open_last_year(asked.last_year, asked.questionnaire, asked.lang)
    opened = open_profile(file, asked.questionnaire, asked.lang)
    if asked.last_year is not None:
        hold_to_origin(file, opened.profile, asked.last_year)
    if asked.quick is not None and asked.quick != opened.profile.quick:
        print_note(opened.words("The file keeps the scope that it began with."))
    desk = _Desk(opened.words, file, _minutes(asked, origin_path(file, opened.profile)))
    desk.file = ProfileFile.opened(file, opened.document, opened.profile)
    setting = replace(_setting(opened), last_year=last_year_of(opened, asked.questionnaire))
    _sit(Interview.start(setting, opened.profile), desk)


def _begin(asked: Asked) -> None:
    """Start a profile."""
    rules = _questionnaire(asked.questionnaire)
    words = Words(choose(asked.lang, None, None, rules.complete_languages))
    setting = Setting(rules, words, words.language, _today(), bool(asked.quick), columns())
    _sit(Interview.start(setting), _Desk(words, asked.file, _minutes(asked)))


def _follow(path: Path, asked: Asked) -> None:
    """Start a profile from last year's."""
    last = open_last_year(path, asked.questionnaire, asked.lang)
    rules = this_years_questionnaire(last, asked.questionnaire)
    words, quick = last.words, bool(asked.quick)
    held = last_year(rules, last.questionnaire, last.profile)
    setting = Setting(rules, words, words.language, _today(), quick, columns(), last_year=held)
    profile = this_year(setting, last.profile, origin_of(last, asked.file))
    _sit(Interview.following(setting, profile), _Desk(words, asked.file, _minutes(asked)))


def _minutes(asked: Asked, origin: Path | None = None) -> MinutesLog | None:
    """The minutes, opened before the sitting begins; None where none were asked for."""
    others = (asked.file, asked.last_year, asked.questionnaire, origin)
    return MinutesLog.opened(asked.log, others) if asked.log else None


def _today() -> dt.date:
    """The day where the meeting is."""
    return dt.date.today()  # noqa: DTZ011 - a sitting is dated by the calendar on its wall


def _setting(opened: Opened) -> Setting:
    """What a resumed sitting is held with."""
    return Setting(
        questionnaire=opened.questionnaire,
        words=opened.words,
        language=opened.words.language,
        today=_today(),
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


def _sit(interview: Interview, desk: _Desk) -> None:
    """Run the sitting and say how to go on; what parted the answers from their file comes last."""
    ended: Ended | None = None
    desk.take_minutes(interview)
    try:
        ended = sit(interview, desk.terminal, desk.save)
    finally:
        desk.say_where(finished=ended is Ended.FINISHED)
        if desk.minutes:
            desk.minutes.end(ended)
    if desk.parted:
        raise WriteRefused(*desk.parted)
    if ended is Ended.INTERRUPTED:
        raise typer.Exit(ExitCode.INTERRUPT)


class _Desk:
    """Where a sitting's answers are kept: saves them, and finds another place when refused."""

    def __init__(self, words: Words, path: Path | None, minutes: MinutesLog | None = None) -> None:
        self.words = words
        self.terminal = PlainTerminal()
        self.path = path
        self.minutes = minutes
        self.file: ProfileFile | None = None
        self.parted: list[Problem] = []

    def take_minutes(self, interview: Interview) -> None:
        """Begin the minutes; those of a new profile get their heading with its first save."""
        if self.minutes:
            there = interview.profile if self.file else None
            self.minutes.begin(interview.sitting.setting, there)

    def save(self, profile: Profile) -> None:
        """Save, then take minutes; on a refusal ask for another place until the answers are safe.

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
                self._elsewhere(refused)
            else:
                self.parted = [one for one in self.parted if one.code != _OUTGROWN]
                break
        if self.minutes and not any(one.code == _OUTGROWN for one in self.parted):
            self.minutes.note(profile)

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
        place = self.terminal.read(self.words("Save to another file (Enter = try again): "))
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
    """A signal that ends the sitting: everything confirmed is saved already."""
    raise SystemExit(128 + number)
