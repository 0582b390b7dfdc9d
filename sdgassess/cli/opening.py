"""Opening what a verb works on: a profile with its questionnaire, and the language to speak."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from sdgassess.cli.streams import print_note
from sdgassess.files.catalogue import newer_version
from sdgassess.files.document import Document
from sdgassess.files.load import load_profile
from sdgassess.language import Words, choose
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import InputRefused, Problem, Severity
from sdgassess.text import one_line


class Opened(NamedTuple):
    """A profile that can be worked on.

    Attributes:
        file: the name as it was given.
        profile: what it holds.
        questionnaire: the questionnaire it answers.
        words: the language to speak.
        document: the file as it was read, for whoever writes to it again.
        warnings: what is odd in it without being wrong.
    """

    file: str
    profile: Profile
    questionnaire: Questionnaire
    words: Words
    document: Document
    warnings: tuple[Problem, ...]


def open_profile(file: Path, questionnaire: Path | None, lang: str | None) -> Opened:
    """Open a profile, or stop with everything that is wrong in it.

    Raises:
        InputRefused: the file is missing, malformed or invalid; all its problems are told.
    """
    loaded = load_profile(file, questionnaire)
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    profile, rules, document = loaded.value, loaded.questionnaire, loaded.document
    if profile is None or rules is None or document is None or errors:
        raise InputRefused(*loaded.problems)
    language = choose(lang, None, profile.language, rules.complete_languages)
    return Opened(str(file), profile, rules, Words(language), document, loaded.problems)


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
