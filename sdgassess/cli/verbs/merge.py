"""The verb that takes in what people answered alone, opens it, and forgets who said what.

Everything is read first and written once, so that nothing is merged by half.

Codes: P503 nothing to do · P719 the file itself · P720 too few to open · P721 an empty folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from sdgassess.analysis.agenda import agenda
from sdgassess.analysis.merge.forgetting import forgotten, without_voices
from sdgassess.analysis.merge.identity import Assessment
from sdgassess.analysis.merge.intake import Outcome, Result, merged
from sdgassess.analysis.merge.opening import opened, people_sealed
from sdgassess.cli.opening import OpenProfile, open_profile
from sdgassess.cli.options import AsJson, Debug, Lang, ProfilePath, QuestionnairePath
from sdgassess.cli.paths import is_folder, same_file, shelf_for
from sdgassess.cli.shell import pasteable, quoted
from sdgassess.cli.terminal.streams import (
    print_json,
    print_next,
    print_note,
    print_screen,
    print_text,
)
from sdgassess.files.fingerprint import fingerprint
from sdgassess.files.load import questionnaire_for
from sdgassess.files.returned.arrivals import Invited, arrival, arrivals_in, passed_over_in
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.undo import drop_step
from sdgassess.files.write.writer import hold
from sdgassess.language import N_, Words
from sdgassess.model.arrival import Arrival, Doubt, ReturnKind
from sdgassess.phrases.saving import AS_IT_STOOD, WRITTEN
from sdgassess.problem import ExitCode, InputRefused, Problem, UsageRefused, Where
from sdgassess.report.results.merge import MergeReport, merge_result
from sdgassess.report.screens.merge import merge_blocks
from sdgassess.typed.dates import period_typed

_NOTHING = (Result.REFUSED, Result.BLANK)
"""What became of a file of which nothing came in."""


def run_merge(
    *,
    file: ProfilePath,
    returned: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[RETURNED…]",
            help=N_("What people sent back: answer files, workbooks, profiles, folders of them."),
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Only say what would come in."))
    ] = False,
    open_sealed: Annotated[
        bool,
        typer.Option("--open", help=N_("Open what is sealed, all at once, from three people on.")),
    ] = False,
    forget_who: Annotated[
        bool,
        typer.Option("--forget-who", help=N_("Drop who said what of all that is open.")),
    ] = False,
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Take in what came back, then open, then forget, as far as it was asked for.

    Raises:
        InputRefused: the profile is missing, broken or invalid.
        UsageRefused: nothing was asked for.
        WriteRefused: the profile cannot be written, is held by somebody, or changed meanwhile.
        typer.Exit: with 1 where something was left out, with 3 where a file could not be read.
    """
    if not returned and not open_sealed and not forget_who:
        raise UsageRefused(Problem("P503", Where(), {"argument": "RETURNED"}))
    if is_folder(file):
        raise InputRefused(Problem("P002", Where(str(file)), {"why": "profile"}))
    with nullcontext() if dry_run or not file.exists() else hold(file):
        profile = open_profile(file, questionnaire, lang)
        invited = _invited(profile, file, questionnaire)
        arrivals = list(_arrivals(returned or (), file, invited))
        report = _report(profile, invited, arrivals, open_sealed, forget_who)
        strangers = _passed_over(returned or (), file)
        report = report._replace(dry_run=dry_run, passed_over=strangers)
        if not dry_run and report.profile != profile.profile:
            forgetting = report.forgetting
            saved = ProfileFile.opened(file, profile.source, profile.profile).save(
                report.profile,
                without=None if forgetting is None else without_voices(forgetting),
            )
            report = report._replace(written=saved is not None)
            if report.written and report.forgetting is not None:
                drop_step(file)
    if as_json:
        print_json(merge_result(report, profile.words))
    else:
        _print(report, profile, returned or ())
    raise typer.Exit(_exit_code(report))


def _invited(profile: OpenProfile, file: Path, questionnaire: Path | None) -> Invited:
    """What people were invited to answer."""
    shelf = shelf_for(file)
    loaded = questionnaire_for(profile.profile.questionnaire, shelf, questionnaire)
    assert loaded.source is not None, "the profile was opened with it"
    imprint = fingerprint(loaded.source.data)
    return Invited(profile.questionnaire, imprint, questionnaire, shelf, period_typed)


def _arrivals(paths: Sequence[Path], file: Path, invited: Invited) -> Iterator[Arrival]:
    """Everything that was named, or lies in a folder that was; each file once."""
    read: set[str] = set()
    for path in paths:
        in_folder = is_folder(path)
        files: Iterable[Path] = arrivals_in(path) if in_folder else (path,)
        others = [each for each in files if not same_file(each, file)]
        if not others:
            yield _refused(path, "P721" if in_folder else "P719")
        for each in others:
            real = os.path.realpath(each)  # also of a link that leads back to itself
            if real not in read:
                read.add(real)
                yield _pasteable(arrival(each, invited))


def _passed_over(paths: Sequence[Path], file: Path) -> tuple[str, ...]:
    """What lies in the folders that were named and cannot have come back, each once.

    What is named by itself is none of it: that is refused.
    """
    known = {os.path.realpath(path) for path in (*paths, file)}
    others: dict[str, str] = {}
    for path in filter(is_folder, paths):
        for each in passed_over_in(path):
            others.setdefault(os.path.realpath(each), str(each))
    return tuple(name for real, name in others.items() if real not in known)


def _pasteable(arriving: Arrival) -> Arrival:
    """A file that came back, with the commands that help as they are typed."""
    doubts = (doubt._replace(problem=pasteable(doubt.problem)) for doubt in arriving.doubts)
    return arriving._replace(doubts=tuple(doubts))


def _refused(path: Path, code: str) -> Arrival:
    """Something that was named and holds nothing to take in."""
    doubt = Doubt(None, None, Problem(code, Where(str(path))))
    return Arrival(str(path), ReturnKind.PROFILE, None, doubts=(doubt,))


def _report(
    profile: OpenProfile,
    invited: Invited,
    arrivals: Sequence[Arrival],
    open_sealed: bool,
    forget_who: bool,
) -> MergeReport:
    """What the profile becomes, and what is told of it."""
    before, rules = profile.profile, profile.questionnaire
    merge = merged(Assessment(before, rules, invited.fingerprint), arrivals)
    after, opening, forgetting = merge.profile, None, None
    left_out: tuple[Doubt, ...] = ()
    if open_sealed:
        opening = opened(after)
        after = opening.profile
        if not opening.people:
            command = f"sdgassess assess --agree {profile.typed}"
            problem = Problem("P720", Where(profile.file), {"command": command})
            left_out = (Doubt(None, None, problem),)
    if forget_who:
        forgetting = forgotten(after, rules)
        after = forgetting.profile
    return MergeReport(
        file=profile.file,
        profile=after,
        questionnaire=rules,
        outcomes=merge.outcomes,
        agreed_before=tuple(merge.agreed_before.items()),
        opening=opening,
        forgetting=forgetting,
        left_out=left_out,
        uninvited=merge.uninvited,
    )


def _print(report: MergeReport, profile: OpenProfile, returned: Sequence[Path]) -> None:
    """The screen, whether anything was written, and what can be typed next."""
    named = " ".join(quoted(path) for path in returned)
    words, file = profile.words, profile.typed
    print_screen(merge_blocks(report, words))
    nothing_came_in = report.opening is None and (
        bool(report.outcomes) and all(each.result in _NOTHING for each in report.outcomes)
    )
    if report.dry_run:
        print_text(words("Only tried: nothing has been written."))
    elif report.written:
        print_text(words(WRITTEN, file=quoted(profile.file)))
    elif nothing_came_in:
        print_text(words("Nothing came in; nothing has been written."))
    elif report.outcomes:
        print_text(words(AS_IT_STOOD))
    else:
        print_text(words("Nothing has been written."))
    if report.written and report.forgetting is not None and report.forgetting.is_more_than_nothing:
        print_text(_elsewhere(Path(profile.file), words))
    if report.dry_run:
        options = (
            named,
            "--open" * bool(report.opening),
            "--forget-who" * bool(report.forgetting),
        )
        print_next(" ".join(("sdgassess merge", file, *filter(None, options))), words)
        return
    upcoming = _next(report, file)
    if nothing_came_in:
        upcoming = f"sdgassess merge {file} {named}"
        if all(_is_paper(outcome) for outcome in report.outcomes):
            upcoming = f"sdgassess assess --enter {file}"
    print_next(upcoming, words)
    if report.opening is None and report.missing and _opens(report):
        command = f"sdgassess merge {file} --open"
        print_note(words("When nobody more is expected: {command}", command=command))


def _is_paper(outcome: Outcome) -> bool:
    """Whether a file is a sheet of paper, whose answers are typed in."""
    return any(doubt.problem.facts.get("why") == "paper" for doubt in outcome.doubts)


def _next(report: MergeReport, file: str) -> str:
    """What comes next: paper before an opening, an opening, the room; else what came out."""
    if report.opening is not None or not people_sealed(report.profile):
        rules, profile = report.questionnaire, report.profile
        waits = agenda(rules, profile, rules.question_ids(profile.quick))
        is_opened = report.opening is not None and bool(report.opening.people)
        return f"sdgassess {'assess --agree' if is_opened and waits else 'score'} {file}"
    if report.missing:
        return f"sdgassess assess --enter {file}"
    return (
        f"sdgassess merge {file} --open" if _opens(report) else f"sdgassess assess --agree {file}"
    )


def _opens(report: MergeReport) -> bool:
    """Whether enough are sealed on some question for it to open outside the room."""
    return bool(opened(report.profile).people)


def _elsewhere(file: Path, words: Words) -> str:
    """Where else it still stands who said what: in what people sent, and in older copies."""
    beside = (*file.parent.glob("*.bak"), *file.parent.glob(f"*.conflict-*{file.suffix}"))
    copies = sorted(path for path in beside if path.name.startswith(f"{file.stem}."))
    if not copies:
        return words("Delete what people sent too: it says who answered what.")
    sentence = "Delete what people sent too, and older copies that say who answered what: {files}."
    return words(sentence, files=", ".join(quoted(path) for path in copies))


def _exit_code(report: MergeReport) -> ExitCode:
    """3 where a file could not be read, 1 where something was left out, else 0."""
    if any(outcome.arrival.answers is None for outcome in report.outcomes):
        return ExitCode.INPUT
    return ExitCode.PROBLEMS if report.doubts else ExitCode.FINE
