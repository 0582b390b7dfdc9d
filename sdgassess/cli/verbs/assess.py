"""The interview on the command line: which file, which questionnaire, how a sitting ends.

Every answer is on disk before the next question appears; where and how is told in
`sdgassess.cli.sitting.desk`.
"""

from __future__ import annotations

import datetime as dt
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import typer

from sdgassess.cli.opening import note_newer_version, open_profile, typed
from sdgassess.cli.sitting.desk import Desk
from sdgassess.cli.sitting.last_year import (
    hold_to_origin,
    last_year_of,
    open_last_year,
    origin_of,
    origin_path,
    this_years_questionnaire,
)
from sdgassess.cli.sitting.minutes import MinutesLog
from sdgassess.cli.sitting.result import ReportedResult
from sdgassess.cli.terminal.interrupts import PATIENCE, HearingTerminal, told_again
from sdgassess.cli.terminal.streams import columns, print_note
from sdgassess.cli.terminal.teletype import left_tidy
from sdgassess.files.catalogue import shipped_questionnaires
from sdgassess.files.load import load_questionnaire, questionnaire_for
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.interview.driver import sit
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.last_year import last_year
from sdgassess.interview.state.new_year import this_year
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Ended
from sdgassess.language import Words, choose
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import (
    ExitCode,
    InputRefused,
    Problem,
    Where,
    WriteRefused,
    has_errors,
)


class Asked(NamedTuple):
    """What the command line asks for.

    Attributes:
        file: the profile; None names it after the municipality and the day.
        quick: the scope asked for; an existing file keeps its own.
        workshop: whether a room answers.
        plain: whether it is held line by line, without line editing.
        questionnaire: a questionnaire file of one's own.
        lang: the language asked for.
        last_year: the profile that a new one begins from.
        log: where minutes are added.
        show_previous: whether last year's answer is shown before this year's is given.
    """

    file: Path | None = None
    quick: bool | None = None
    workshop: bool = False
    plain: bool = False
    questionnaire: Path | None = None
    lang: str | None = None
    last_year: Path | None = None
    log: Path | None = None
    show_previous: bool = False


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
    note_newer_version(opened)
    desk = _desk(opened.words, asked, origin_path(file, opened.profile))
    desk.file = ProfileFile.opened(file, opened.source, opened.profile)
    held = last_year_of(opened, asked.questionnaire)
    saved = dt.datetime.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ006 - the clock on the wall
    setting = _setting(opened.questionnaire, desk, asked)
    setting = replace(setting, last_year=held, saved=saved)
    _sit(Interview.start(setting, opened.profile), desk)


def _begin(asked: Asked) -> None:
    """Start a profile."""
    rules = _questionnaire(asked.questionnaire)
    desk = _desk(Words(choose(asked.lang, None, None, rules.complete_languages)), asked)
    _sit(Interview.start(_setting(rules, desk, asked)), desk)


def _follow(path: Path, asked: Asked) -> None:
    """Start a profile from last year's."""
    last = open_last_year(path, asked.questionnaire, asked.lang)
    rules = this_years_questionnaire(last, asked.questionnaire)
    held = last_year(rules, last.questionnaire, last.profile)
    desk = _desk(last.words, asked)
    setting = replace(_setting(rules, desk, asked), last_year=held)
    origin = origin_of(last, asked.file)
    profile = this_year(setting, last.profile, origin, last.questionnaire)
    _sit(Interview.following(setting, profile), desk)


def _desk(words: Words, asked: Asked, origin: Path | None = None) -> Desk:
    """The desk of a sitting; minutes are opened before it begins."""
    others = (asked.file, asked.last_year, asked.questionnaire, origin)
    minutes = MinutesLog.opened(asked.log, others) if asked.log else None
    return Desk(
        words, asked.file, plain=asked.plain, minutes=minutes, options=tuple(_said_again(asked))
    )


def _said_again(asked: Asked) -> Iterator[str]:
    """The options to go on with, as they must be typed; the file itself keeps the others."""
    if asked.workshop:
        yield "--workshop"
    if asked.plain:
        yield "--plain"
    if asked.show_previous:
        yield "--show-previous"
    if asked.lang:
        yield f"--lang {asked.lang}"
    for option, path in (("--questionnaire", asked.questionnaire), ("--log", asked.log)):
        if path is not None:
            yield f"{option} {typed(str(path))}"


def _setting(questionnaire: Questionnaire, desk: Desk, asked: Asked) -> Setting:
    """What a sitting is held with; a workshop defaults to the quick scan (domain model §3.15)."""
    return Setting(
        questionnaire=questionnaire,
        words=desk.words,
        language=desk.words.language,
        today=dt.date.today(),  # noqa: DTZ011 - the day where the meeting is
        quick=asked.workshop if asked.quick is None else asked.quick,
        width=columns(),
        workshop=asked.workshop,
        aloud=desk.aloud,
        result_words=ReportedResult(desk.named),
        show_previous=asked.show_previous,
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


def _sit(interview: Interview, desk: Desk) -> None:
    """Run the sitting and say how to go on; what parted the answers from their file comes last."""
    ended: Ended | None = None
    desk.take_minutes(interview)
    try:
        with left_tidy(), told_again():
            ended = sit(interview, HearingTerminal(desk.terminal), desk.save)
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        desk.close(ended)
    if desk.parted:
        raise WriteRefused(*desk.parted)
    if ended is Ended.INTERRUPTED:
        raise typer.Exit(ExitCode.INTERRUPT)


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
        signal.setitimer(signal.ITIMER_REAL, PATIENCE, PATIENCE)
    raise SystemExit(128 + number)
