"""The verb that checks files: profiles, questionnaires and references, alone or in folders."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from sdgassess.cli.streams import columns, print_json, print_note, print_text, shows_weights
from sdgassess.files.catalogue import profiles_in
from sdgassess.files.load import check_path
from sdgassess.language import Words, choose
from sdgassess.problem import ExitCode, InputRefused, Problem, Where
from sdgassess.report.check_screen import Checked, check_result, checked_lines, summary

_CANNOT_BE_READ = ("P001", "P002", "P003", "P004", "P005")


def run_check(
    paths: Sequence[Path], questionnaire: Path | None, lang: str | None, as_json: bool
) -> None:
    """Check every path; folders are walked.

    Raises:
        InputRefused: a path that was named cannot be read at all.
        typer.Exit: with 1 where any file has an error.
    """
    words = Words(choose(lang))
    found = _checked(paths, questionnaire)
    if as_json:
        files = list(found)
        _stop_at_unreadable(paths, files)
        print_json(check_result(files, words))
        raise typer.Exit(ExitCode.FOUND if any(one.errors for one in files) else ExitCode.FINE)
    seen, unreadable = _tell(found, paths, words)
    counts = sum(one.errors for one in seen), sum(one.warnings for one in seen)
    if seen:
        print_note(summary(len(seen), *counts, words))
    if unreadable:
        raise InputRefused(*unreadable)
    raise typer.Exit(ExitCode.FOUND if counts[0] else ExitCode.FINE)


def _tell(
    found: Iterator[Checked], paths: Sequence[Path], words: Words
) -> tuple[list[Counted], list[Problem]]:
    """Print each file's problems as they are found; only counts are kept.

    Returns:
        The counts of each file, and the problems of paths that could not be read at all.
    """
    caret = shows_weights(sys.stdout)
    seen: list[Counted] = []
    unreadable: list[Problem] = []
    for one in found:
        if _is_unreadable(one) and Path(one.file) in paths:
            unreadable += one.problems
            continue
        for line in checked_lines(one, words, columns(), caret=caret):
            print_text(line)
        seen.append(Counted(one.errors, one.warnings))
    return seen, unreadable


class Counted(NamedTuple):
    """How much was wrong in one file."""

    errors: int
    warnings: int


def _checked(paths: Sequence[Path], questionnaire: Path | None) -> Iterator[Checked]:
    """Each file with its problems, one at a time, so that memory stays flat."""
    for path in paths:
        files = list(profiles_in(path)) if path.is_dir() else [path]
        if not files:
            yield Checked(str(path), (Problem("P508", Where(str(path))),))
        for file in files:
            yield Checked(str(file), check_path(file, questionnaire).problems)


def _is_unreadable(one: Checked) -> bool:
    """Whether a file could not be read at all."""
    return any(problem.code in _CANNOT_BE_READ for problem in one.problems)


def _stop_at_unreadable(paths: Sequence[Path], files: Sequence[Checked]) -> None:
    """Stop where a path that was named cannot be read."""
    problems = [
        p for one in files if _is_unreadable(one) and Path(one.file) in paths for p in one.problems
    ]
    if problems:
        raise InputRefused(*problems)
