"""The interview on the command line: which file, which questionnaire, how a sitting ends.

Every answer is on disk before the next question appears; where and how is told in
`sdgassess.cli.sitting.desk`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sdgassess.cli.language import spoken_language
from sdgassess.cli.naming import questions_of
from sdgassess.cli.opening import note_newer_version, open_profile, value_of
from sdgassess.cli.options import (
    ROLE_HELP,
    Debug,
    Lang,
    PlainLines,
    QuestionnairePath,
    QuickOrFull,
)
from sdgassess.cli.paths import shelf_for
from sdgassess.cli.shell import quoted
from sdgassess.cli.sitting.begun import begun_in
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
from sdgassess.cli.terminal.signals import (
    HearingTerminal,
    end_at_signals,
    repeated_interrupts,
    stop_clock,
)
from sdgassess.cli.terminal.streams import columns, print_note
from sdgassess.cli.terminal.teletype import tidy_terminal
from sdgassess.cli.ways import ways_of_working
from sdgassess.files.catalogue import find_questionnaire, shipped_questionnaires
from sdgassess.files.load import load_questionnaire, questionnaire_for
from sdgassess.files.write.lock import load_locks
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.interview.driver import Held, Terminal, hold_sitting
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.begun import BegunSitting
from sdgassess.interview.state.last_year import LastYear
from sdgassess.interview.state.last_year import last_year as last_year_for
from sdgassess.interview.state.new_year import this_year
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Ended
from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.terms import words_about
from sdgassess.problem import (
    ExitCode,
    InputRefused,
    Problem,
    UsageRefused,
    Where,
    WriteRefused,
)


class Beginning(NamedTuple):
    """How a sitting begins: on a new profile, on last year's, or on one that is there.

    Attributes:
        words: the language to speak.
        questionnaire: what is asked.
        interview: makes the interview of a setting.
        file: the profile's file, where there is one.
        profile: what that holds.
        last_year: what of last year answers may be held against.
        saved: when the profile was saved last.
        origin: the file of last year's profile.
        quick: the scope that a profile keeps; None where it is only begun.
    """

    words: Words
    questionnaire: Questionnaire
    interview: Callable[[Setting], Interview]
    file: ProfileFile | None = None
    profile: Profile | None = None
    last_year: LastYear | None = None
    saved: dt.datetime | None = None
    origin: Path | None = None
    quick: bool | None = None


def run_assess(
    *,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help=N_("The profile to start or go on with; without it, named after the place."),
        ),
    ] = None,
    quick: QuickOrFull = None,
    workshop: Annotated[
        bool,
        typer.Option(
            "--workshop",
            help=N_("For a room: wider, each question alone first, pauses; quick unless --full."),
        ),
    ] = False,
    last_year: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help=N_("Begin a new profile from last year's, which is this file."),
        ),
    ] = None,
    show_previous: Annotated[
        bool,
        typer.Option(
            "--show-previous",
            help=N_("Show last year's answer before this year's is given, not only after."),
        ),
    ] = False,
    log: Annotated[
        Path | None,
        typer.Option("--log", metavar="FILE", help=N_("Add minutes of the sitting to this file.")),
    ] = None,
    part: Annotated[
        list[str] | None,
        typer.Option(
            "--part",
            metavar="ID",
            help=N_("Only the questions of this part, such as BUD; may be repeated."),
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            help=ROLE_HELP,
        ),
    ] = None,
    agree: Annotated[
        bool,
        typer.Option(
            "--agree",
            help=N_(
                "Only what is seen differently, unknown or answered by too few: a level that the "
                "room agrees on, with who, why and who sees it otherwise."
            ),
        ),
    ] = False,
    enter: Annotated[
        bool,
        typer.Option(
            "--enter",
            help=N_(
                "Type in what came back on paper: a row for each person, such as "
                "l2: 3 2 - ? 1 . 4, in the order of the role's form, to the end of input."
            ),
        ),
    ] = False,
    plain: PlainLines = False,
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Run an interview on a new or existing profile.

    Raises:
        InputRefused: the profile, last year's or the questionnaire is broken.
        UsageRefused: what is asked for cannot be.
        WriteRefused: the profile is locked or cannot be written, the minutes cannot, or the
            answers had to be kept in another file.
        typer.Exit: with 130, 143 or 129 where a signal ended the sitting.
    """
    end_at_signals()
    if file is not None and file.is_dir():
        raise InputRefused(Problem("P002", Where(str(file))))
    flags = {
        "--agree": agree,
        "--workshop": workshop,
        "--plain": plain,
        "--show-previous": show_previous,
    }
    values = {"--lang": lang, "--questionnaire": questionnaire, "--log": log, "--role": role}
    if enter:
        from sdgassess.cli.sitting.rows import enter_rows, refuse_beside_rows

        refuse_beside_rows(
            {**flags, **values, "--from": last_year, "--part": part, "--quick": quick}
        )
        enter_rows(file, questionnaire, lang)
        return
    if agree:
        _refuse_beside_agreeing(
            file, {"--from": last_year, "--part": part, "--role": role, "--quick": quick}
        )
    request = _Request(
        quick=quick,
        agree=agree,
        workshop=workshop or agree,
        show_previous=show_previous,
        log=log,
        plain=plain,
        questionnaire=questionnaire,
        lang=lang,
        options=(
            *_options_again(flags, values),
            *(f"--part {quoted(name)}" for name in part or ()),
        ),
        parts=tuple(part or ()),
        role=role,
    )
    onward = _hold_sitting(request, file, last_year)
    while onward is not None:
        onward = _hold_sitting(request, onward.file, None, onward.terminal)


def _refuse_beside_agreeing(file: Path | None, options: Mapping[str, object]) -> None:
    """Refuse to agree without a profile, and beside options that ask something else.

    Raises:
        UsageRefused: no file is named, or one of the options is given.
    """
    if file is None:
        raise UsageRefused(Problem("P503", Where(), {"argument": "FILE"}))
    for option, value in options.items():
        if value is not None:
            raise UsageRefused(Problem("P550", Where(), {"option": "--agree", "other": option}))


@dataclass(frozen=True)
class _Request:
    """What a sitting was asked to be, whichever file it is about; as the options of `assess`.

    Attributes:
        quick: whether only core questions are asked; None as the file or the room has it.
        agree: whether a room agrees on what is disputed, and on nothing else.
        workshop: whether a room answers.
        show_previous: whether last year's answer comes first.
        log: where minutes are taken.
        plain: whether plain lines were asked for.
        questionnaire: a questionnaire file of one's own.
        lang: the language that was asked for.
        options: those of them that the command to go on with must say again.
        parts: the parts that alone are asked; none means all.
        role: the role whose questions alone are asked, in any of its names.
    """

    quick: bool | None
    agree: bool
    workshop: bool
    show_previous: bool
    log: Path | None
    plain: bool
    questionnaire: Path | None
    lang: str | None
    options: tuple[str, ...]
    parts: tuple[str, ...]
    role: str | None


class _Onward(NamedTuple):
    """The file that a sitting goes on with instead of its own, and the terminal of it."""

    file: Path
    terminal: Terminal


def _hold_sitting(
    request: _Request,
    file: Path | None,
    last_year: Path | None,
    terminal: Terminal | None = None,
) -> _Onward | None:
    """Hold a sitting on a file, on a new one, or on one that follows last year's.

    Args:
        request: what it was asked to be.
        file: its file; None names it after the place.
        last_year: the profile that a new one begins from.
        terminal: the terminal that the sitting before it was held at.

    Returns:
        What was chosen to go on with instead; None where the sitting was held.

    Raises:
        InputRefused: the profile, last year's or the questionnaire is broken.
        UsageRefused: what is asked for cannot be.
        WriteRefused: the profile is locked or cannot be written, or the minutes cannot.
        typer.Exit: where a signal ended the sitting.
    """
    questionnaire, lang = request.questionnaire, request.lang
    with ExitStack() as locks:
        if file is not None:
            locks.enter_context(hold(file))
        else:
            load_locks()
        begun: tuple[BegunSitting, ...] = ()
        if file is not None and (request.agree or file.exists()):
            beginning = _go_on(file, last_year, questionnaire, lang, quick=request.quick)
        elif last_year is not None:
            beginning = _follow(file, last_year, questionnaire, lang)
        else:
            beginning = _begin(questionnaire, lang)
        if file is None:
            begun = begun_in(Path(), questionnaire)
        in_use = (file, last_year, questionnaire, beginning.origin)
        minutes = MinutesLog.open(request.log, in_use) if request.log else None
        own = questionnaire or _own_beside(last_year, file, beginning.questionnaire)
        again = [f"--questionnaire {quoted(own)}"] if own != questionnaire and own else []
        desk = Desk(
            beginning.words,
            file,
            plain=request.plain,
            minutes=minutes,
            options=(*request.options, *again),
            sources=(last_year,),
            terminal=terminal,
            questionnaire=own,
        )
        desk.file, desk.profile = beginning.file, beginning.profile
        ways = ways_of_working(beginning.questionnaire)
        quick = _quick(beginning, file, request.quick, workshop=request.workshop)
        quick = quick if beginning.quick is None else beginning.quick
        setting = Setting(
            questionnaire=beginning.questionnaire,
            words=desk.words,
            language=desk.words.language,
            today=dt.date.today(),  # noqa: DTZ011 - the day where the meeting is
            quick=quick,
            width=columns(),
            workshop=request.workshop,
            aloud=desk.aloud,
            result_words=ReportedResult(ways, desk.aloud),
            ways=ways,
            show_previous=request.show_previous,
            last_year=beginning.last_year,
            saved=beginning.saved,
            begun=begun,
            file_of=desk.file_of,
            only=questions_of(beginning.questionnaire, request.parts, request.role, quick=quick),
            prints=True,
        )
        if request.agree and beginning.profile is not None:
            return _sit(Interview.agreeing(setting, beginning.profile), desk)
        return _sit(beginning.interview(setting), desk)


def _quick(beginning: Beginning, file: Path | None, quick: bool | None, *, workshop: bool) -> bool:
    """Whether only core questions are asked: as somebody says, else in a workshop that has some.

    A workshop defaults to the quick scan.

    Raises:
        UsageRefused: a quick scan is asked for, or gone on with, that would ask nothing.
    """
    rules = beginning.questionnaire
    if rules.has_core:
        return workshop if quick is None else quick
    if beginning.quick or (quick and beginning.quick is None):
        facts = {"id": rules.id, "version": rules.version}
        if beginning.quick:
            raise UsageRefused(Problem("P527", Where(str(file)), {"why": "scope", **facts}))
        raise UsageRefused(Problem("P527", Where(), facts))
    return False


def _go_on(
    file: Path,
    last_path: Path | None,
    questionnaire: Path | None,
    lang: str | None,
    *,
    quick: bool | None,
) -> Beginning:
    """Going on with a profile."""
    if last_path is not None:
        open_last_year(last_path, questionnaire, lang)
    opened = open_profile(file, questionnaire, lang)
    if last_path is not None:
        hold_to_origin(file, opened.profile, last_path)
    if quick is not None and quick != opened.profile.quick:
        print_note(opened.words("The file keeps the scope that it began with."))
    note_newer_version(opened)
    return Beginning(
        opened.words,
        opened.questionnaire,
        lambda setting: Interview.start(setting, opened.profile),
        file=ProfileFile.opened(file, opened.source, opened.profile),
        profile=opened.profile,
        last_year=last_year_of(opened, questionnaire),
        saved=dt.datetime.fromtimestamp(file.stat().st_mtime),  # noqa: DTZ006 - as a clock tells it
        origin=origin_path(file, opened.profile),
        quick=opened.profile.quick,
    )


def _follow(
    file: Path | None, last_path: Path, questionnaire: Path | None, lang: str | None
) -> Beginning:
    """Starting a profile from last year's."""
    last = open_last_year(last_path, questionnaire, lang)
    rules = this_years_questionnaire(last, questionnaire)
    origin = origin_of(last, file)

    def interview(setting: Setting) -> Interview:
        profile = this_year(setting, last.profile, origin, last.questionnaire)
        return Interview.following(setting, profile)

    previous = last_year_for(rules, last.questionnaire, last.profile)
    return Beginning(last.words, rules, interview, last_year=previous)


def _own_beside(last_year: Path | None, file: Path | None, rules: Questionnaire) -> Path | None:
    """The questionnaire's file where last year's profile finds it and the new one would not."""
    if last_year is None:
        return None
    ref = QuestionnaireRef(rules.id, rules.version)
    path, _ = find_questionnaire(ref, shelf_for(file))
    return None if path is not None else find_questionnaire(ref, shelf_for(last_year))[0]


def _begin(questionnaire: Path | None, lang: str | None) -> Beginning:
    """Starting a profile."""
    rules = _questionnaire(questionnaire)
    words = words_about(rules, spoken_language(lang, None, rules.complete_languages))
    return Beginning(words, rules, Interview.start)


def _options_again(
    flags: Mapping[str, bool], values: Mapping[str, Path | str | None]
) -> Iterator[str]:
    """The options to go on with, as they must be typed; the file itself keeps the others."""
    yield from (flag for flag, is_set in flags.items() if is_set)
    for option, value in values.items():
        if value is not None:
            yield f"{option} {quoted(value)}"


def _questionnaire(path: Path | None) -> Questionnaire:
    """The questionnaire of a new profile: a file of one's own, or the newest that ships."""
    newest = shipped_questionnaires()[-1]
    return value_of(questionnaire_for(newest) if path is None else load_questionnaire(path))


def _sit(interview: Interview, desk: Desk) -> _Onward | None:
    """Run the sitting and say how to go on; what parted the answers from their file comes last.

    Returns:
        What was chosen to go on with instead.
    """
    result: Held | None = None
    desk.take_minutes(interview)
    try:
        with tidy_terminal(), repeated_interrupts():
            terminal = HearingTerminal(desk.terminal)
            result = hold_sitting(interview, terminal, desk.save, desk.speak, desk.note)
    finally:
        stop_clock()
        printing = result is not None and result.printing
        desk.close(result.ended if result else None, printing=printing)
    if desk.parted:
        raise WriteRefused(*desk.parted)
    if result.ended is Ended.INTERRUPTED:
        raise typer.Exit(ExitCode.INTERRUPT)
    return _Onward(Path(result.elsewhere), desk.terminal) if result.elsewhere else None
