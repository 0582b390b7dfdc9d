"""Opening what a verb works on: a profile with its questionnaire, and the language to speak."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple, TypeVar

from sdgassess.cli.terminal.streams import print_note
from sdgassess.files.catalogue import newer_version, shipped_questionnaires
from sdgassess.files.load import (
    LoadedFile,
    load_profile,
    load_questionnaire,
    questionnaire_for,
)
from sdgassess.files.names import fits_version
from sdgassess.files.read.source import SourceFile
from sdgassess.language import Words, choose
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import (
    InputRefused,
    Problem,
    Severity,
    Where,
    has_errors,
)
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score, score
from sdgassess.text import one_line


class Opened(NamedTuple):
    """A profile that can be worked on.

    Attributes:
        file: the name as it was given.
        profile: what it holds.
        questionnaire: the questionnaire it answers.
        words: the language to speak.
        source: the file as it was read, for whoever writes to it again.
        warnings: what is odd in it without being wrong.
    """

    file: str
    profile: Profile
    questionnaire: Questionnaire
    words: Words
    source: SourceFile
    warnings: tuple[Problem, ...]


def open_profile(file: Path, questionnaire: Path | None, lang: str | None) -> Opened:
    """Open a profile, or stop with everything that is wrong in it.

    Raises:
        InputRefused: the file is missing, malformed or invalid; all its problems are told.
    """
    loaded = load_profile(file, questionnaire)
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    profile, rules, source = loaded.value, loaded.questionnaire, loaded.source
    if profile is None or rules is None or source is None or errors:
        raise InputRefused(*loaded.problems)
    language = choose(lang, None, profile.language, rules.complete_languages)
    return Opened(str(file), profile, rules, Words(language), source, loaded.problems)


def note_warnings(opened: Opened) -> None:
    """Say how many warnings there are, and how to read them; they never get in the way."""
    if opened.warnings:
        one = "One warning: read it with `sdgassess check {file}`."
        many = "{n} warnings: read them with `sdgassess check {file}`."
        file = typed(opened.file)
        print_note(opened.words.plural(one, many, len(opened.warnings), file=file))


def note_newer_version(opened: Opened) -> None:
    """Say where a newer version than the profile's is at hand; it goes on with its own."""
    path = Path(opened.file)
    newer = newer_version(opened.profile.questionnaire, path.parent)
    if newer is None:
        return
    said = opened.words(
        "This assessment goes on with version {version}, with which it began. There is a version "
        "{newer} too: {command}",
        version=opened.questionnaire.version,
        newer=newer,
        command=f"sdgassess migrate {typed(opened.file)} --to {newer}",
    )
    print_note(said)


def typed(file: str) -> str:
    """A file name as it must be typed: in quotation marks where it holds a space or the like."""
    name = one_line(file)
    return f'"{name}"' if re.search(r"[^\w./\\:~+-]", name) else name


T = TypeVar("T")


def named_questionnaire(what: str | None, beside: Path | None = None) -> LoadedFile[Questionnaire]:
    """A questionnaire by path or id; the newest that ships where nothing is named.

    Args:
        what: a path, `id@version`, or an id, of which the newest version that ships is meant.
        beside: a folder in which `id-version.yaml` is looked for too.

    Raises:
        InputRefused: there is no such questionnaire.
    """
    if what is not None and is_path(what):
        return load_questionnaire(Path(what))
    identity, at, version = (what or "").partition("@")
    if at and fits_version(version):
        return questionnaire_for(QuestionnaireRef(identity, version), beside or Path())
    shipped = [ref for ref in shipped_questionnaires() if what in (None, ref.id)]
    if not shipped:
        near = tuple(sorted({ref.id for ref in shipped_questionnaires()}))
        raise InputRefused(Problem("P509", Where(), {"id": what or "", "near": near}))
    return questionnaire_for(shipped[-1])


def is_path(what: str) -> bool:
    """Whether a word means a file rather than an id."""
    return Path(what).suffix in (".yaml", ".yml") or Path(what).is_file()


def value_of(loaded: LoadedFile[T]) -> T:
    """What a file holds, or a stop with everything that is wrong in it.

    Raises:
        InputRefused: it could not be used.
    """
    if loaded.value is None or has_errors(loaded.problems):
        raise InputRefused(*loaded.problems)
    return loaded.value


class Asked(NamedTuple):
    """What the three verbs share on the command line."""

    file: Path
    basis: str = "answered"
    questionnaire: Path | None = None
    lang: str | None = None
    as_json: bool = False


def scored(asked: Asked) -> tuple[Opened, Score]:
    """The profile opened and scored; its warnings are counted on standard error."""
    opened = open_profile(asked.file, asked.questionnaire, asked.lang)
    note_warnings(opened)
    return opened, score(opened.questionnaire, opened.profile, Basis(asked.basis))
