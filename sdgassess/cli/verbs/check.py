"""The verb that checks files: profiles, questionnaires and references, alone or in folders."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sdgassess.cli.language import most_spoken, spoken_language
from sdgassess.cli.opening import typed_profile
from sdgassess.cli.options import AsJson, Debug, Lang, QuestionnairePath
from sdgassess.cli.paths import is_folder, shelf_for
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import (
    columns,
    print_json,
    print_next,
    print_note,
    print_text,
    shows_weights,
)
from sdgassess.files.build.questionnaire import cover_of
from sdgassess.files.build.values import plain
from sdgassess.files.catalogue import (
    language_named,
    means_to_be_ours,
    profiles_in,
    questionnaires_among,
)
from sdgassess.files.load import check_path
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.formats import FileKind
from sdgassess.files.siblings import Imprint, imprint_of, questionnaire_source, two_texts_problem
from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import (
    ExitCode,
    InputRefused,
    Problem,
    Where,
    has_errors,
)
from sdgassess.report.checks import (
    Checked,
    check_result,
    checked_lines,
    cover_line,
    passed_over,
    summary,
)

_WORTH_SHARING = 200
"""From how many files on the work is shared among processes; below, starting them costs more."""
_SHARE = 25
_ENOUGH = 100
"""From so many profiles on it is clear which language is theirs."""
_CANNOT_BE_OPENED = {"P001", "P003", "P004"}
_CANNOT_BE_READ = ("P001", "P002", "P003", "P004", "P005")


class Count(NamedTuple):
    """How much is wrong in one file, and whether it could not be read at all."""

    errors: int
    warnings: int
    unread: bool


def run_check(
    *,
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE|FOLDER…", help=N_("What to check."))
    ],
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Check every path; folders are walked.

    Raises:
        InputRefused: nothing that was named can be read, and a program is asking.
        typer.Exit: with 3 where a path that was named cannot be read, else with 1 where any file
            has an error, else with 0.
    """
    words = Words(spoken_language(lang, most_spoken(_languages(paths))))
    foreign: list[str] = []
    files = _without_others(_checked_files(paths, questionnaire), paths, foreign)
    if as_json:
        every = list(files)
        counts = [_count(file, paths) for file in every]
        if counts and all(count.unread for count in counts):
            raise InputRefused(*(problem for file in every for problem in file.problems))
        print_json(check_result(every, words, len(foreign)))
        raise typer.Exit(_exit_code(counts))
    # Only counts are kept, so that memory stays flat over thousands of files.
    counts = [_print_checked(file, paths, words) for file in _once(files)]
    errors, warnings = (sum(c.errors for c in counts), sum(c.warnings for c in counts))
    print_note(summary(len(counts), errors, warnings, words))
    if foreign:
        print_note(passed_over(len(foreign), words))
    print_next(_upcoming(paths, errors, questionnaire), words)
    raise typer.Exit(_exit_code(counts))


def _languages(paths: Sequence[Path]) -> Iterator[str | None]:
    """The languages of what is checked, of thousands of profiles the first ones'."""
    return map(language_named, islice(_files(paths), _ENOUGH))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are named, and the profiles of the folders that are."""
    for path in paths:
        yield from profiles_in(path) if is_folder(path) else (path,)


def _upcoming(paths: Sequence[Path], errors: int, own: Path | None) -> str:
    """What comes next: the check again as long as there are errors, else the first profile."""
    again = " ".join(quoted(path) for path in paths)
    if errors:
        return f"sdgassess check {again}" + (f" --questionnaire {quoted(own)}" if own else "")
    profile = next(filter(_looks_like_a_profile, _files(paths)), None)
    return (
        "sdgassess --help" if profile is None else f"sdgassess score {typed_profile(profile, own)}"
    )


def _looks_like_a_profile(path: Path) -> bool:
    """Whether a file that was found to be in order is a profile; its format line says so."""
    return path.is_file() and FileKind.PROFILE.format_line.encode() in path.read_bytes()


def _count(file: Checked, paths: Sequence[Path]) -> Count:
    """What is wrong in a file; it is unread where a path that was named cannot be read at all."""
    unreadable = any(problem.code in _CANNOT_BE_READ for problem in file.problems)
    return Count(file.errors, file.warnings, unreadable and Path(file.file) in paths)


def _exit_code(counts: Sequence[Count]) -> ExitCode:
    """A named path that cannot be read outweighs errors in others."""
    if any(count.unread for count in counts):
        return ExitCode.INPUT
    return ExitCode.PROBLEMS if any(count.errors for count in counts) else ExitCode.FINE


def _print_checked(file: Checked, paths: Sequence[Path], words: Words) -> Count:
    """Print a file's problems; those of a path that cannot be read are no answer but a note."""
    count = _count(file, paths)
    say = print_note if count.unread else print_text
    for line in checked_lines(file, words, columns(), caret=shows_weights(sys.stdout)):
        say(line)
    covered = cover_line(file, words)
    if covered:
        print_note(covered)
    return count


def _checked_files(paths: Sequence[Path], questionnaire: Path | None) -> Iterator[Checked]:
    """Each file with its problems, one at a time, so that memory stays flat."""
    files: list[tuple[Path, Path | None]] = []
    for path in paths:
        if is_folder(path):
            files += ((file, path) for file in profiles_in(path))
        else:
            files.append((path, None))
    among = questionnaires_among(file for file, folder in files if folder is not None)
    today = dt.date.today()  # noqa: DTZ011 - the day where the files are
    check = partial(_check, questionnaire=questionnaire, among=among, today=today)
    if len(files) < _WORTH_SHARING:
        yield from _beside_each_other(map(check, files))
        return
    from sdgassess.cli.workers import shared

    yield from _beside_each_other(shared(check, files, _SHARE))


def _without_others(
    files: Iterable[Checked], paths: Sequence[Path], foreign: list[str]
) -> Iterator[Checked]:
    """Each file of ours; the others are listed, and a folder without one of ours is named."""
    empty = {path: Checked(str(path), (Problem("P508", Where(str(path))),)) for path in paths}
    for file in files:
        if file.foreign:
            foreign.append(file.file)
            continue
        for folder in (Path(file.file), *Path(file.file).parents):
            empty.pop(folder, None)
        yield file
    yield from (nothing for path, nothing in empty.items() if is_folder(path))


def _check(
    place: tuple[Path, Path | None],
    questionnaire: Path | None,
    among: Mapping[QuestionnaireRef, Path],
    today: dt.date,
) -> tuple[Checked, Imprint | None]:
    """One file with its problems, and for a questionnaire what tells it from others."""
    file, folder = place
    shelf = shelf_for(file, folder, among)
    problems = check_path(file, questionnaire, shelf, today, _reached)
    source = questionnaire_source(file)
    if folder is not None and _is_foreign(file, problems):
        return Checked(str(file), problems, foreign=True), None
    if source is None:
        return Checked(str(file), problems), None
    return Checked(str(file), problems, cover_of(source.data)), imprint_of(source)


def _reached(profile: Profile, rules: Questionnaire, picks: Entry) -> Iterator[Problem]:
    """Targets at or below where their questions stand: nothing is left to do for them.

    A warning, since an answer that rises after the pick makes it so without anybody's fault.
    """
    # Levels are computed only where something is picked: of most files only the shape is asked.
    from sdgassess.analysis.picks import DoubtKind, doubts
    from sdgassess.scoring.score import score

    result = score(rules, profile)
    reached = {doubt.question for doubt in doubts(result) if doubt.kind is DoubtKind.REACHED}
    for pick in picks.items():
        question = pick["question"].word
        level = result.level(question) if question in reached else None
        if question is not None and level is not None:
            found, here = pick["target"], plain(level)
            yield found.warning("P157", id=question, here=here, level=found.shown)


def _is_foreign(file: Path, problems: Sequence[Problem]) -> bool:
    """Whether a file of a folder is other people's: nothing near its beginning names our formats.

    What cannot be read at all is named: whose it is nobody can say.
    """
    codes = {problem.code for problem in problems if has_errors((problem,))}
    return bool(codes) and not codes & _CANNOT_BE_OPENED and not means_to_be_ours(file)


def _once(files: Iterable[Checked]) -> Iterator[Checked]:
    """Each file; what is wrong in another file that several of them need is told once."""
    of_questionnaires: set[tuple[str, Where]] = set()
    for file in files:
        problems = tuple(
            problem
            for problem in file.problems
            if (problem.code, problem.where) not in of_questionnaires
        )
        of_questionnaires.update(
            (problem.code, problem.where)
            for problem in problems
            if problem.where.file != file.file or file.languages
        )
        yield replace(file, problems=problems)


def _beside_each_other(files: Iterable[tuple[Checked, Imprint | None]]) -> Iterator[Checked]:
    """Each file with its problems, also those that only show beside another of them."""
    first: dict[QuestionnaireRef, Imprint] = {}
    for file, mark in files:
        earlier = first.setdefault(mark.ref, mark) if mark else None
        problem = two_texts_problem(earlier, mark) if earlier and mark else None
        if problem and problem.code not in {present.code for present in file.problems}:
            yield replace(file, problems=(*file.problems, problem))
        else:
            yield file
