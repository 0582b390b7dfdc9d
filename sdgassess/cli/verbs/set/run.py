"""The verb that records one answer, or name, date and people, without a sitting.

What is changed is spliced into the file: people's remarks, order and layout stay, and where
nothing changes nothing is written. One step is kept, and `--undo` takes it back.

Codes: P553 no such file, and no name to begin one with · P554 nothing to undo.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sdgassess.cli.language import spoken_language
from sdgassess.cli.naming import question_named
from sdgassess.cli.opening import (
    OpenProfile,
    named_questionnaire,
    open_profile,
    typed_profile,
    value_of,
)
from sdgassess.cli.options import AsJson, Debug, Lang, ProfilePath, QuestionnairePath
from sdgassess.cli.shell import quoted
from sdgassess.cli.sitting.last_year import last_year_of
from sdgassess.cli.terminal.streams import (
    columns,
    print_json,
    print_next,
    print_note,
    print_text,
)
from sdgassess.cli.verbs.set.changes import sitting_after
from sdgassess.cli.verbs.set.request import Request, Saying, refuse_odd
from sdgassess.files.splice.splice import encoded
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.undo import Undoing, keep_step, take_back
from sdgassess.files.write.writer import hold
from sdgassess.interview.prompts.opening.municipality import first_profile
from sdgassess.interview.state.phases import Finishing
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases import labels
from sdgassess.phrases.problems.messages import tell
from sdgassess.phrases.saving import AS_IT_STOOD, WRITTEN
from sdgassess.phrases.terms import words_about
from sdgassess.problem import Fact, InputRefused, Problem, UsageRefused, Where, WriteRefused
from sdgassess.report.results.changes import changed_in, set_result


def run_set(
    *,
    file: ProfilePath,
    question: Annotated[
        str | None, typer.Argument(metavar="[ID]", help=N_("The question that is answered."))
    ] = None,
    level: Annotated[
        str | None,
        typer.Argument(metavar="[LEVEL]", help=N_("Its level, or the letters of answers.")),
    ] = None,
    voice: Annotated[
        str | None,
        typer.Option(
            "--voice", metavar="WHO", help=N_("Who says it, such as p1; without it, the room.")
        ),
    ] = None,
    unknown: Annotated[bool, typer.Option("--unknown", help=labels.NOBODY_KNOWS)] = False,
    not_applicable: Annotated[
        str | None,
        typer.Option("--not-applicable", metavar="REASON", help=N_("It does not apply, and why.")),
    ] = None,
    clear: Annotated[
        bool,
        typer.Option("--clear", help=N_("Take the answer out; with --voice, what one said.")),
    ] = False,
    comment: Annotated[
        str | None,
        typer.Option("--comment", metavar="TEXT", help=N_("Added to what is there.")),
    ] = None,
    evidence: Annotated[
        str | None,
        typer.Option(
            "--evidence",
            metavar="TITLE",
            help=N_("What shows it; in front o oral, d document, i document in use."),
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            help=N_("Of the evidence; without --evidence, of the assessment."),
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            metavar="TEXT",
            help=N_("The name of {the_subject}; begins a new file where there is none."),
        ),
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option(
            "--add", metavar="WHO", help=N_("Somebody who takes part, such as “l School”.")
        ),
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option(
            "--remove",
            metavar="WHO",
            help=N_("Somebody who was not there after all, such as l2; what they said goes too."),
        ),
    ] = None,
    undo: Annotated[
        bool,
        typer.Option(
            "--undo", help=N_("Take the last change back, while nothing else changed the file.")
        ),
    ] = False,
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Record what is asked for, or take the last change back.

    Raises:
        InputRefused: the profile is broken or invalid.
        UsageRefused: what is asked for cannot be.
        WriteRefused: the profile cannot be written, is held by somebody, or changed meanwhile.
    """
    saying = Saying(level, unknown, not_applicable, clear, evidence, comment, voice)
    request = Request(question, saying, name, date, tuple(add or ()), tuple(remove or ()), undo)
    refuse_odd(request)
    if file.is_dir():
        raise InputRefused(Problem("P002", Where(str(file)), {"why": "profile"}))
    if undo:
        _take_back(file, questionnaire, lang, as_json=as_json)
        return
    with hold(file):
        desk = _desk(file, name, questionnaire, lang)
        rules = desk.sitting.setting.questionnaire
        named = question_named(rules, question) if question else None
        after = sitting_after(desk.sitting, request, named)
        written, can_undo = _save(desk, after.assessed)
    words, typed = desk.sitting.setting.words, typed_profile(file, questionnaire)
    changed = changed_in(desk.sitting.assessed, after.assessed) if written else ()
    if as_json:
        print_json(set_result(str(file), changed, written=written, undo=False))
    elif written:
        print_text("\n".join((*after.reply, words(WRITTEN, file=quoted(file)))))
        if can_undo:
            command = f"sdgassess set {typed} --undo"
            print_note(words("To take it back: {command}", command=command))
        print_next(f"sdgassess score {typed}", words)
    else:
        print_note(words(AS_IT_STOOD))
        print_next(f"sdgassess score {typed}", words)


class SetDesk(NamedTuple):
    """A profile that is changed without a sitting.

    Attributes:
        sitting: on the profile as it stands.
        file: its file.
        raw: what the file holds; None where it is only begun.
    """

    sitting: Sitting
    file: ProfileFile
    raw: bytes | None


def _desk(file: Path, name: str | None, questionnaire: Path | None, lang: str | None) -> SetDesk:
    """The profile that is there, or one that is begun with the name that is given."""
    if not file.exists():
        return _begun(file, name, questionnaire, lang)
    opened = open_profile(file, questionnaire, lang)
    setting = replace(
        _setting(opened.questionnaire, opened.words),
        quick=opened.profile.quick,
        last_year=last_year_of(opened, questionnaire),
    )
    profile_file = ProfileFile.opened(file, opened.source, opened.profile)
    raw = encoded(opened.source, opened.source.text)
    return SetDesk(Sitting(setting, Finishing(), opened.profile), profile_file, raw)


def _begun(file: Path, name: str | None, questionnaire: Path | None, lang: str | None) -> SetDesk:
    """A profile that is only begun, as a sitting would begin it.

    Raises:
        UsageRefused: it has no name.
    """
    if name is None:
        raise UsageRefused(Problem("P553", Where(str(file))))
    rules = value_of(named_questionnaire(str(questionnaire) if questionnaire else None))
    language = spoken_language(lang, None, rules.complete_languages)
    setting = _setting(rules, words_about(rules, language))
    profile = first_profile(setting, name)
    return SetDesk(Sitting(setting, Finishing(), profile), ProfileFile.new(file), None)


def _setting(rules: Questionnaire, words: Words) -> Setting:
    """What a change is made with: as in a sitting, on this day, in a window of this width."""
    today = dt.date.today()  # noqa: DTZ011 - the day where the program is
    return Setting(rules, words, words.language, today, width=columns())


def _save(desk: SetDesk, profile: Profile) -> tuple[bool, bool]:
    """Write what changed, and keep the step back; whether each was done."""
    if desk.raw is not None and profile == desk.sitting.assessed:
        return False, False
    written = desk.file.save(profile)
    if written is None or desk.raw is None:
        return written is not None, False
    try:
        keep_step(desk.file.path, desk.raw, written.digest)
    except WriteRefused as refused:
        for problem in refused.problems:
            print_note(tell(problem, desk.sitting.setting.words, columns()))
        return True, False
    return True, True


def _take_back(file: Path, questionnaire: Path | None, lang: str | None, *, as_json: bool) -> None:
    """Put the file back as it was before the last change.

    Raises:
        InputRefused: the file, or what is kept of it, cannot be read.
        UsageRefused: there is nothing to undo, or something else changed the file since.
    """
    if not file.is_file():
        raise UsageRefused(Problem("P554", Where(str(file))))
    with hold(file):
        before = open_profile(file, questionnaire, lang)
        undoing = take_back(file)
        if undoing is not Undoing.DONE:
            facts: dict[str, Fact] = {"why": "changed"} if undoing is Undoing.CHANGED else {}
            raise UsageRefused(Problem("P554", Where(str(file)), facts))
        after = _reopened(file, questionnaire, before)
    changed = changed_in(before.profile, after.profile) if after else ()
    if as_json:
        print_json(set_result(str(file), changed, written=True, undo=True))
        return
    words = before.words
    if after is None:
        print_text(words(WRITTEN, file=quoted(file)))
        return
    sentence = after.words("The last change is taken back: {what}.", what=", ".join(changed))
    print_text(sentence)
    print_next(f"sdgassess score {after.typed}", after.words)


def _reopened(file: Path, questionnaire: Path | None, before: OpenProfile) -> OpenProfile | None:
    """The profile after a change was taken back; None where the disk does not give it any more.

    That is said, but is no failure: the change is taken back all the same.
    """
    try:
        return open_profile(file, questionnaire, before.words.language)
    except InputRefused as refused:
        for problem in refused.problems:
            print_note(tell(problem, before.words, columns()))
    return None
