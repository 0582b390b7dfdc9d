"""The verb that holds two versions of a questionnaire beside each other.

Codes: P526 two questionnaires instead of two versions of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from sdgassess.analysis.versions.differences import differences
from sdgassess.analysis.versions.effect_on_profiles import effect_on
from sdgassess.cli.language import spoken_language
from sdgassess.cli.opening import named_questionnaire, value_of
from sdgassess.cli.options import AsJson, Debug, Lang
from sdgassess.cli.paths import is_path, shelf_for
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import print_json, print_next, print_screen
from sdgassess.files.catalogue import profiles_in
from sdgassess.files.load import LoadedFile, load_profile
from sdgassess.files.read.formats import FileKind, kind_of
from sdgassess.files.read.reader import read_source
from sdgassess.files.siblings import imprint_of, two_texts_problem
from sdgassess.language import N_
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.phrases.terms import words_about
from sdgassess.problem import (
    InputRefused,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.report.questionnaires.effects import NamedProfile
from sdgassess.report.questionnaires.versions import diff_blocks
from sdgassess.report.results.versions import diff_result


def run_questionnaire_diff(
    *,
    name: Annotated[str, typer.Argument(metavar="ID@VERSION|PATH", help=N_("The one version."))],
    second_name: Annotated[
        str, typer.Argument(metavar="ID@VERSION|PATH", help=N_("The other version."))
    ],
    profiles: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE|FOLDER]…", help=N_("Profiles that it may touch.")),
    ] = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Show what became otherwise from the older of two versions to the newer.

    Raises:
        InputRefused: a questionnaire is missing or broken, or nothing that was named can be read.
        UsageRefused: they are two questionnaires.
    """
    first, second = named_questionnaire(name), named_questionnaire(second_name)
    older, newer = value_of(first), value_of(second)
    if older.id != newer.id:
        raise UsageRefused(Problem("P526", Where(), {"one": older.id, "other": newer.id}))
    _refuse_one_version_in_two_texts(first, second)
    versions = [Path(word) for word in (name, second_name) if is_path(word)]
    if version_order(older.version) > version_order(newer.version):
        older, newer = newer, older
        versions.reverse()
    effects = [_effect(path, older, newer, versions) for path in _profile_files(profiles or ())]
    if effects and all(effect.touched is None for effect in effects):
        raise InputRefused(*(problem for effect in effects for problem in effect.problems))
    words = words_about(newer, spoken_language(lang, None, newer.complete_languages))
    if as_json:
        print_json(diff_result(differences(older, newer), effects, words))
        return
    print_screen(diff_blocks(differences(older, newer), effects, words))
    typed = second_name if newer is value_of(second) else name
    own = typed if is_path(typed) else f"{newer.id}@{newer.version}"
    print_next(f"sdgassess questionnaire show {quoted(own)}", words)


def _refuse_one_version_in_two_texts(
    first: LoadedFile[Questionnaire], second: LoadedFile[Questionnaire]
) -> None:
    """A version has one text; two that call themselves the same are no two versions."""
    if first.source is None or second.source is None:
        return
    mark, second_mark = imprint_of(first.source), imprint_of(second.source)
    problem = two_texts_problem(mark, second_mark) if mark and second_mark else None
    if problem:
        raise InputRefused(problem)


def _profile_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Each file; of folders those that are profiles."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in profiles_in(path):
            source, _ = read_source(file)
            if source is None or kind_of(source)[0] in (FileKind.PROFILE, None):
                yield file


def _effect(
    path: Path, older: Questionnaire, newer: Questionnaire, versions: Sequence[Path]
) -> NamedProfile:
    """One profile with what would become of it.

    A version that was named by its path is what a profile of that version is read with.
    """
    loaded = load_profile(path, None, shelf_for(path))
    for file in versions:
        if loaded.questionnaire is None:
            loaded = load_profile(path, file)
    profile = loaded.value
    if profile is None:
        return NamedProfile(str(path), None, None, loaded.problems)
    return NamedProfile(str(path), profile.questionnaire, effect_on(profile, older, newer))
