"""The verb that records what the room picked, and how it judged the candidates.

Without a question it only shows. A question named is picked, unless it is only judged. What is
changed is spliced into the file: people's remarks, order and layout stay, and where nothing
changes nothing is written. Picks are no answers: the status of a complete profile stays.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from sdgassess.analysis.priorities import prioritise
from sdgassess.cli.opening import (
    OpenProfile,
    note_warnings,
    open_profile,
)
from sdgassess.cli.options import AsJson, Debug, Lang, ProfilePath, QuestionnairePath
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import (
    print_json,
    print_next,
    print_note,
    print_screen,
)
from sdgassess.cli.verbs.target.request import FollowUp, Plan, Request, View, refuse_odd
from sdgassess.cli.ways import ways_of_working
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.language import N_
from sdgassess.model.profile import Profile
from sdgassess.phrases.saving import AS_IT_STOOD, WRITTEN
from sdgassess.report.edition import Edition
from sdgassess.report.gaps.targets import TargetReport, changes_blocks, targets_blocks
from sdgassess.scoring.score import score

_WEIGHT = "high|medium|low"


def run_target(
    *,
    file: ProfilePath,
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help=N_("The question to pick; without it, all are listed.")
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="LEVEL",
            help=N_("The level to reach; without it, the next one worth having."),
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option("--who", metavar="TEXT", help=N_("Who sees to it: a function, not a name.")),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="TEXT", help=N_("By when: a date or words."))
    ] = None,
    first_move: Annotated[
        str | None, typer.Option("--first-move", metavar="TEXT", help=N_("What is done first."))
    ] = None,
    known_by: Annotated[
        str | None,
        typer.Option("--known-by", metavar="TEXT", help=N_("How one will know that it is done.")),
    ] = None,
    done: Annotated[
        str | None, typer.Option("--done", metavar="DAY", help=N_("The day that it was done."))
    ] = None,
    dropped: Annotated[
        str | None,
        typer.Option("--dropped", metavar="REASON", help=N_("Why it was dropped.")),
    ] = None,
    stake: Annotated[
        str | None, typer.Option("--stake", metavar=_WEIGHT, help=N_("How much is at stake."))
    ] = None,
    influence: Annotated[
        str | None,
        typer.Option("--influence", metavar=_WEIGHT, help=N_("How far you can influence it.")),
    ] = None,
    can_start: Annotated[
        bool | None,
        typer.Option(
            "--can-start/--cannot-start",
            help=N_("Whether it can start soon with the mandate in the room."),
        ),
    ] = None,
    clear: Annotated[
        bool, typer.Option("--clear", help=N_("Take the pick out; without an ID, all of them."))
    ] = False,
    clear_judgement: Annotated[
        bool,
        typer.Option(
            "--clear-judgement", help=N_("Take the judgement out; without an ID, all of them.")
        ),
    ] = False,
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Show the picks, or set or clear one, and show what came of it.

    Raises:
        InputRefused: the profile is missing, broken or invalid.
        UsageRefused: what is asked for cannot be.
        WriteRefused: the profile cannot be written, is held by somebody, or changed meanwhile.
    """
    plan, view = Plan(to, who, by, first_move, known_by), View(stake, influence, can_start)
    request = Request(question, plan, view, FollowUp(done, dropped), clear, clear_judgement)
    refuse_odd(request)
    if not request.changes:
        opened = open_profile(file, questionnaire, lang)
        if as_json:
            _print_result(opened, written=False)
        else:
            _print_picks(opened)
        return
    if not file.is_file():
        open_profile(file, questionnaire, lang)  # says what there is instead, before it is locked
    with hold(file):
        before = open_profile(file, questionnaire, lang)
        after, written = _record(before, request)
    if as_json:
        _print_result(after, written=written)
    elif written:
        _print_changes(after, before.profile)
    else:
        print_note(after.words(AS_IT_STOOD))
        print_next(f"sdgassess target {after.typed}", after.words)


def _record(opened: OpenProfile, request: Request) -> tuple[OpenProfile, bool]:
    """The profile as it was saved, and whether anything had to be written."""
    from sdgassess.cli.verbs.target.changes import profile_after

    today = dt.date.today()  # noqa: DTZ011 - the day where the program is
    profile = profile_after(opened, request, today)
    file = ProfileFile.opened(Path(opened.file), opened.source, opened.profile)
    written = file.save(profile)
    return opened._replace(profile=profile), written is not None


def _report(opened: OpenProfile) -> TargetReport:
    """The picks with the candidates that follow from the score."""
    result = score(opened.questionnaire, opened.profile)
    return TargetReport(result, prioritise(result, ways_of_working(opened.questionnaire)))


def _print_result(opened: OpenProfile, *, written: bool) -> None:
    """The JSON document."""
    from sdgassess.report.results.targets import target_result

    print_json(target_result(_report(opened), opened.file, written=written))


def _print_picks(opened: OpenProfile) -> None:
    """The page of picks and candidates, with what to do next beside it."""
    note_warnings(opened)
    report = _report(opened)
    print_screen(targets_blocks(Edition(opened.words, report)))
    _note_commands(opened, report)


def _print_changes(opened: OpenProfile, earlier: Profile) -> None:
    """What became of the picks, and where it was written."""
    report = _report(opened)
    print_screen(changes_blocks(Edition(opened.words, report), earlier))
    print_note(opened.words(WRITTEN, file=quoted(opened.file)))
    print_next(f"sdgassess report {opened.typed}", opened.words)


def _note_commands(opened: OpenProfile, report: TargetReport) -> None:
    """The command that picks, and the one that shows the way; with a candidate as an example."""
    words, file = opened.words, opened.typed
    picked = {pick.question for pick in opened.profile.priorities}
    candidates = [candidate.question for candidate in report.priorities.candidates]
    unpicked = [question for question in candidates if question not in picked]
    rules = report.score.questionnaire.priorities
    if unpicked and rules is not None and len(picked) < rules.picks:
        command = f"sdgassess target {file} {unpicked[0]}"
        print_note(words("To pick one, such as {id}: {command}", id=unpicked[0], command=command))
    if unpicked or picked:
        command = f"sdgassess gaps {file}"
        print_note(words("Reasons, steps and quotes: {command}", command=command))
    else:
        verb = "gaps" if opened.profile.answers else "assess"
        print_next(f"sdgassess {verb} {file}", words)
