"""What ships is checked here, so that it can be trusted at run time."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdgassess.files.catalogue import (
    find_reference,
    newest_questionnaire,
    questionnaire_path,
    shipped_examples,
    shipped_folder,
    shipped_questionnaires,
    shipped_references,
)
from sdgassess.files.load import (
    check_path,
    load_profile,
    load_questionnaire,
    load_reference,
    questionnaire_for,
)
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import say
from sdgassess.problem import Problem, has_errors

YAMLS = sorted(
    path
    for name in ("questionnaires", "profiles")
    for path in shipped_folder(name).rglob("*.yaml")
)


def errors(problems: tuple[Problem, ...]) -> list[str]:
    return [say(problem, Words("en")) for problem in problems if has_errors([problem])]


@pytest.mark.parametrize("path", YAMLS, ids=lambda path: path.stem)
def test_every_shipped_file_is_without_errors(path: Path) -> None:
    assert errors(check_path(path)) == []


@pytest.mark.parametrize("path", YAMLS, ids=lambda path: path.stem)
def test_no_shipped_text_is_cut_off_or_misspelt_in_its_language(path: Path) -> None:
    codes = {problem.code for problem in check_path(path)}
    assert not codes & {"P023", "P251", "P152", "P153"}


@pytest.mark.parametrize("ref", shipped_questionnaires(), ids=str)
def test_file_names_say_what_is_inside(ref: object) -> None:
    found = next(one for one in shipped_questionnaires() if one == ref)
    value = load_questionnaire(questionnaire_path(found)).value
    assert value is not None
    assert (value.id, value.version) == (found.id, found.version)


def test_trusted_and_checked_reading_build_the_same() -> None:
    for ref in shipped_questionnaires():
        trusted, checked = questionnaire_for(ref), load_questionnaire(questionnaire_path(ref))
        assert trusted.value == checked.value
    for identity in shipped_references():
        path, _ = find_reference(identity)
        assert path is not None
        trusted_reference = load_reference(identity).value
        assert trusted_reference == load_reference(path).value
        assert trusted_reference is not None
        assert trusted_reference.id == identity


def test_examples_are_whole() -> None:
    for path in shipped_examples():
        loaded = load_profile(path)
        assert loaded.value is not None
        assert loaded.questionnaire is not None


def test_there_is_a_newest_questionnaire() -> None:
    assert newest_questionnaire() is not None
