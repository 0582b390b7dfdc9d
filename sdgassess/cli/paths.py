"""Paths as people type them: told from ids, one file under two names."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from sdgassess.files.catalogue import Shelf
from sdgassess.model.profile import QuestionnaireRef

SHELVES = "SDGASSESS_QUESTIONNAIRES"
"""The environment variable that lists folders with questionnaires of one's own."""


def shelf_for(
    file: Path | None,
    named: Path | None = None,
    files: Mapping[QuestionnaireRef, Path] | None = None,
) -> Shelf:
    """Where a questionnaire of one's own is looked for.

    In the file's folder, in those above it up to the folder that was named – the one that one is
    in where the file itself was – and in those that `SDGASSESS_QUESTIONNAIRES` lists.

    Args:
        file: a profile or reference; the current folder counts where there is none.
        named: the folder that was named on the command line.
        files: questionnaires that were met in the same call.
    """
    own = [Path()] if file is None else _folders_up_to(file.parent, named or Path())
    listed = os.environ.get(SHELVES, "").split(os.pathsep)
    return Shelf((*own, *(Path(folder).expanduser() for folder in listed if folder)), files or {})


def _folders_up_to(folder: Path, top: Path) -> list[Path]:
    """A folder and those above it up to another; itself alone where that is not above it."""
    nearest, highest = _absolute(folder), _absolute(top)
    if highest not in nearest.parents:
        return [folder]
    above = list(nearest.parents)
    return [folder, *(_short(parent) for parent in above[: above.index(highest) + 1])]


def _absolute(folder: Path) -> Path:
    """A folder from the root on, without `..`; links stay links."""
    return Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links


def _short(folder: Path) -> Path:
    """A folder as one would type it from where one is."""
    current = Path.cwd()
    return folder.relative_to(current) if folder.is_relative_to(current) else folder


def is_path(word: str) -> bool:
    """Whether a word means a file rather than an id."""
    return Path(word).suffix in (".yaml", ".yml") or Path(word).is_file()


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; what lies in one that may not be entered is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def same_file(path: Path, second: Path) -> bool:
    """Whether two paths mean one file, also where it is not there yet."""
    try:
        return path.resolve() == second.resolve() or path.samefile(second)
    except (OSError, RuntimeError, ValueError):
        return False


def free_path(path: Path) -> Path:
    """The path, or the first with a number behind its name that nothing has."""
    if not path.exists():
        return path
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000))
    return next((candidate for candidate in numbered if not candidate.exists()), path)
