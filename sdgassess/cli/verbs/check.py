"""The verb that checks files: profiles, questionnaires and references, alone or in folders."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import typer

from sdgassess.cli.terminal.streams import (
    columns,
    print_json,
    print_note,
    print_text,
    shows_weights,
)
from sdgassess.files.catalogue import profiles_in
from sdgassess.files.cover import cover_of, questionnaire_source
from sdgassess.files.fingerprint import Imprint, imprint_of, two_texts_problem
from sdgassess.files.load import check_path
from sdgassess.language import Words, choose
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.problem import (
    ExitCode,
    InputRefused,
    Problem,
    Where,
)
from sdgassess.report.checks import (
    Checked,
    check_result,
    checked_lines,
    cover_line,
    summary,
)

_WORTH_SHARING = 200
"""From how many files on the work is shared among processes; below, starting them costs more."""
_SHARE = 25
_CANNOT_BE_READ = ("P001", "P002", "P003", "P004", "P005")


def run_check(
    paths: Sequence[Path], questionnaire: Path | None, lang: str | None, as_json: bool
) -> None:
    """Check every path; folders are walked.

    Raises:
        InputRefused: nothing that was named can be read, and a program is asking.
        typer.Exit: with 3 where a path that was named cannot be read, else with 1 where any file
            has an error, else with 0.
    """
    words = Words(choose(lang))
    found = _checked(paths, questionnaire)
    if as_json:
        files = list(found)
        if files and all(_unread(one, paths) for one in files):
            raise InputRefused(*(problem for one in files for problem in one.problems))
        print_json(check_result(files, words))
        raise typer.Exit(_code([Counted(one.errors, _unread(one, paths)) for one in files]))
    seen, warnings = _tell(found, paths, words)
    print_note(summary(len(seen), sum(one.errors for one in seen), warnings, words))
    raise typer.Exit(_code(seen))


class Counted(NamedTuple):
    """How much was wrong in one file, and whether it could not be read at all."""

    errors: int
    unread: bool


def _code(seen: Sequence[Counted]) -> ExitCode:
    """The exit code: a named path that cannot be read outweighs errors in others."""
    if any(one.unread for one in seen):
        return ExitCode.INPUT
    return ExitCode.PROBLEMS if any(one.errors for one in seen) else ExitCode.FINE


def _tell(
    found: Iterator[Checked], paths: Sequence[Path], words: Words
) -> tuple[list[Counted], int]:
    """Print each file's problems as they are found; only counts are kept.

    Returns:
        The counts of each file, and the number of warnings in all.
    """
    caret = shows_weights(sys.stdout)
    seen: list[Counted] = []
    warnings = 0
    for one in found:
        unread = _unread(one, paths)
        say = print_note if unread else print_text
        for line in checked_lines(one, words, columns(), caret=caret):
            say(line)
        covered = cover_line(one, words)
        if covered:
            print_note(covered)
        seen.append(Counted(one.errors, unread))
        warnings += one.warnings
    return seen, warnings


def _checked(paths: Sequence[Path], questionnaire: Path | None) -> Iterator[Checked]:
    """Each file with its problems, one at a time, so that memory stays flat."""
    files: list[Path] = []
    for path in paths:
        found = list(profiles_in(path)) if path.is_dir() else [path]
        if not found:
            yield Checked(str(path), (Problem("P508", Where(str(path))),))
        files += found
    check = partial(_check, questionnaire=questionnaire)
    if len(files) < _WORTH_SHARING:
        yield from _beside_each_other(map(check, files))
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        yield from _beside_each_other(pool.map(check, files, chunksize=_SHARE))


def _check(file: Path, questionnaire: Path | None) -> tuple[Checked, Imprint | None]:
    """One file with its problems, and for a questionnaire what tells it from others."""
    problems, document = check_path(file, questionnaire), questionnaire_source(file)
    if document is None:
        return Checked(str(file), problems), None
    return Checked(str(file), problems, cover_of(document)), imprint_of(document)


def _beside_each_other(found: Iterable[tuple[Checked, Imprint | None]]) -> Iterator[Checked]:
    """Each file with its problems, also those that only show beside another of them."""
    first: dict[QuestionnaireRef, Imprint] = {}
    for one, mark in found:
        known = first.setdefault(mark.ref, mark) if mark else None
        problem = two_texts_problem(known, mark) if known and mark else None
        if problem and problem.code not in {other.code for other in one.problems}:
            yield replace(one, problems=(*one.problems, problem))
        else:
            yield one


def _unread(one: Checked, paths: Sequence[Path]) -> bool:
    """Whether a path that was named could not be read at all."""
    unreadable = any(problem.code in _CANNOT_BE_READ for problem in one.problems)
    return unreadable and Path(one.file) in paths
