"""Opening what a verb works on: a profile with its questionnaire, and the language to speak."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sdgassess.cli.language import spoken_language
from sdgassess.cli.paths import is_path, shelf_for
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import print_note
from sdgassess.files.catalogue import newer_version, shipped_questionnaires, versions_of
from sdgassess.files.load import (
    LoadedFile,
    load_profile,
    load_questionnaire,
    questionnaire_for,
)
from sdgassess.files.read.ids import fits_version
from sdgassess.files.read.source import SourceFile
from sdgassess.language import Words
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.saving import warnings_words
from sdgassess.phrases.terms import words_about
from sdgassess.problem import (
    InputRefused,
    Problem,
    UsageRefused,
    Where,
    has_errors,
)
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score, score

T = TypeVar("T")


class OpenProfile(NamedTuple):
    """A profile that can be worked on.

    Attributes:
        file: the name as it was given.
        profile: what it holds.
        questionnaire: the questionnaire it answers.
        words: the language to speak.
        source: the file as it was read, for whoever writes to it again.
        warnings: what is odd in it without being wrong.
        own: the questionnaire's file, where one was named.
    """

    file: str
    profile: Profile
    questionnaire: Questionnaire
    words: Words
    source: SourceFile
    warnings: tuple[Problem, ...]
    own: Path | None = None

    @property
    def typed(self) -> str:
        """The profile as the next command must name it, with the questionnaire it was read by."""
        return typed_profile(self.file, self.own)


def typed_profile(file: Path | str, own: Path | None) -> str:
    """A profile as a command must name it, with the questionnaire's file where one was named."""
    return quoted(file) if own is None else f"{quoted(file)} --questionnaire {quoted(own)}"


def open_profile(file: Path, questionnaire: Path | None, lang: str | None) -> OpenProfile:
    """Open a profile, or stop with everything that is wrong in it.

    Raises:
        InputRefused: the file is missing, malformed or invalid; all its problems are told.
    """
    loaded = load_profile(file, questionnaire, shelf_for(file))
    profile, rules, source = loaded.value, loaded.questionnaire, loaded.source
    if profile is None or rules is None or source is None or has_errors(loaded.problems):
        raise InputRefused(*loaded.problems)
    language = spoken_language(lang, profile.language, rules.complete_languages)
    words = words_about(rules, language)
    return OpenProfile(str(file), profile, rules, words, source, loaded.problems, questionnaire)


def open_scored(
    file: Path, basis: str, questionnaire: Path | None, lang: str | None
) -> tuple[OpenProfile, Score]:
    """A profile opened and scored; its warnings are counted on standard error.

    Raises:
        InputRefused: the file is missing, malformed or invalid; all its problems are told.
        UsageRefused: backed levels are asked of a questionnaire without rules for them.
    """
    opened = open_profile(file, questionnaire, lang)
    refuse_basis(file, opened.questionnaire, Basis(basis))
    note_warnings(opened)
    return opened, score(opened.questionnaire, opened.profile, Basis(basis))


def refuse_basis(file: Path, questionnaire: Questionnaire, basis: Basis) -> None:
    """Refuse backed levels where the questionnaire has no rules for what backs an answer.

    Raises:
        UsageRefused: it has none (P519).
    """
    if basis is Basis.BACKED and questionnaire.backing is None:
        name = f"{questionnaire.id} {questionnaire.version}"
        raise UsageRefused(Problem("P519", Where(str(file)), {"questionnaire": name}))


def note_warnings(opened: OpenProfile) -> None:
    """Say how many warnings there are, and how to read them; they never get in the way."""
    if opened.warnings:
        print_note(warnings_words(len(opened.warnings), opened.typed, opened.words))


def note_newer_version(opened: OpenProfile) -> None:
    """Say where a newer version than the profile's is at hand; it goes on with its own."""
    newer = newer_version(opened.profile.questionnaire, shelf_for(Path(opened.file)))
    if newer is None:
        return
    note = opened.words(
        "This assessment goes on with version {version}, with which it began. There is a version "
        "{newer} too: {command}",
        version=opened.questionnaire.version,
        newer=newer,
        command=f"sdgassess migrate {quoted(opened.file)} --to {newer}",
    )
    print_note(note)


def named_questionnaire(name: str | None, beside: Path | None = None) -> LoadedFile[Questionnaire]:
    """A questionnaire by path or id; the newest that ships where nothing is named.

    Args:
        name: a path, `id@version`, or an id, of which the newest version at hand is meant.
        beside: a profile; questionnaires of one's own are looked for from its folder on, else from
            the current folder on.

    Raises:
        InputRefused: there is no such questionnaire.
    """
    if name is not None and is_path(name):
        return load_questionnaire(Path(name))
    identity, at, version = (name or "").partition("@")
    if at and fits_version(version):
        return questionnaire_for(QuestionnaireRef(identity, version), shelf_for(beside))
    if name is None:
        return questionnaire_for(shipped_questionnaires()[-1])
    versions = versions_of(name, shelf_for(beside))
    if not versions:
        near = tuple(sorted({ref.id for ref in shipped_questionnaires()}))
        raise InputRefused(Problem("P509", Where(), {"id": name, "near": near}))
    newest = QuestionnaireRef(name, next(reversed(versions)))
    return questionnaire_for(newest, shelf_for(beside))


def value_of(loaded: LoadedFile[T]) -> T:
    """What a file holds, or a stop with everything that is wrong in it.

    Raises:
        InputRefused: it could not be used.
    """
    if loaded.value is None or has_errors(loaded.problems):
        raise InputRefused(*loaded.problems)
    return loaded.value


def tree_of(loaded: LoadedFile[T]) -> Any:
    """A file's own content, which is a JSON document as much as a YAML one."""
    assert loaded.source is not None, "only asked of files that were read"
    return loaded.source.data
