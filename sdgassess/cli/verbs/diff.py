"""The verb that holds two versions of a questionnaire beside each other.

Codes: P526 two questionnaires instead of two versions of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sdgassess.analysis.versions.differences import differences
from sdgassess.analysis.versions.effect_on_profiles import effect_on
from sdgassess.cli.opening import is_path, named_questionnaire, value_of
from sdgassess.cli.terminal.streams import columns, print_json, print_page
from sdgassess.files.catalogue import profiles_in
from sdgassess.files.fingerprint import imprint_of, two_texts_problem
from sdgassess.files.load import LoadedFile, load_profile
from sdgassess.files.read.formats import FileKind, kind_of
from sdgassess.files.read.reader import read_source
from sdgassess.language import Words, choose
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.problem import (
    InputRefused,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.report.questionnaires.versions import Held, diff_screen
from sdgassess.report.results.versions import diff_result


def run_questionnaire_diff(
    one: str, other: str, profiles: Sequence[Path], lang: str | None, as_json: bool
) -> None:
    """Show what became otherwise from the older of two versions to the newer.

    Args:
        one: a version: `id@version`, an id or a path.
        other: another one.
        profiles: profiles, or folders of them, that it may touch.
        lang: the language asked for.
        as_json: whether a program is asking.

    Raises:
        InputRefused: a questionnaire is missing or broken, or nothing that was named can be read.
        UsageRefused: they are two questionnaires.
    """
    first, second = named_questionnaire(one), named_questionnaire(other)
    older, newer = value_of(first), value_of(second)
    if older.id != newer.id:
        raise UsageRefused(Problem("P526", Where(), {"one": older.id, "other": newer.id}))
    _refuse_one_version_in_two_texts(first, second)
    if version_order(older.version) > version_order(newer.version):
        older, newer, one, other = newer, older, other, one
    found = differences(older, newer)
    files = [Path(name) for name in (one, other) if is_path(name)]
    held = [_held(path, older, newer, files) for path in _walked(profiles)]
    if held and all(each.touched is None for each in held):
        raise InputRefused(*(problem for each in held for problem in each.problems))
    words = Words(choose(lang, None, None, newer.complete_languages))
    if as_json:
        print_json(diff_result(found, held, words))
        return
    print_page(diff_screen(found, held, words, columns()))


def _refuse_one_version_in_two_texts(
    first: LoadedFile[Questionnaire], second: LoadedFile[Questionnaire]
) -> None:
    """A version has one text; two that call themselves the same are no two versions."""
    one = imprint_of(first.source) if first.source else None
    other = imprint_of(second.source) if second.source else None
    problem = two_texts_problem(one, other) if one and other else None
    if problem:
        raise InputRefused(problem)


def _walked(paths: Sequence[Path]) -> Iterator[Path]:
    """Each file; of folders those that are profiles."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in profiles_in(path):
            document, _ = read_source(file)
            if document is None or kind_of(document)[0] in (FileKind.PROFILE, None):
                yield file


def _held(path: Path, older: Questionnaire, newer: Questionnaire, files: Sequence[Path]) -> Held:
    """One profile with what would become of it.

    A version that was named by its path is what a profile of that version is read with.
    """
    loaded = load_profile(path)
    for file in files:
        if loaded.questionnaire is None:
            loaded = load_profile(path, file)
    profile = loaded.value
    if profile is None:
        return Held(str(path), None, None, loaded.problems)
    return Held(str(path), profile.questionnaire, effect_on(profile, older, newer))
