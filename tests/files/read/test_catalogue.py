"""Where files are found, and that an id never leaves its folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from sdgassess.files import catalogue
from sdgassess.files.catalogue import (
    Shelf,
    find_questionnaire,
    find_reference,
    looks_like_path,
    newest_questionnaire,
    profiles_in,
    shipped_folder,
    shipped_questionnaires,
    shipped_references,
)
from sdgassess.files.load import load_profile, questionnaire_for
from sdgassess.model.profile import QuestionnaireRef

HERE = Path(__file__).parent
VILLAGE = HERE / "questionnaires" / "village-1.1.yaml"
REF = QuestionnaireRef("village", "1.1")


@pytest.mark.parametrize(
    ("identity", "version"),
    [
        ("../../etc/passwd", "1.0"),
        ("/etc/passwd", "1.0"),
        ("C:\\x", "1.0"),
        ("a\0b", "1.0"),
        ("~root", "1.0"),
        ("%2e%2e", "1.0"),
        ("a/b", "1.0"),
        ("..", "1.0"),
        ("village\n", "1.0"),
        ("vіllage", "1.0"),
        ("village", "../1.0"),
        ("village", "1.0/.."),
        ("village", "1.0\n"),
        ("", ""),
    ],
)
def test_ids_never_touch_the_disk_unchecked(
    identity: str, version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def touched(*_: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(Path, "is_file", touched)
    path, problems = find_questionnaire(QuestionnaireRef(identity, version), Shelf((tmp_path,)))
    assert path is None
    assert [problem.code for problem in problems] == ["P122"]


def test_a_questionnaire_beside_the_profile_is_found(tmp_path: Path) -> None:
    shutil.copy(VILLAGE, tmp_path)
    found = questionnaire_for(REF, Shelf((tmp_path,)))
    assert found.value is not None
    assert (found.value.id, found.value.version) == ("village", "1.1")


def test_a_questionnaire_that_is_nowhere_names_what_is_installed(tmp_path: Path) -> None:
    found = questionnaire_for(REF, Shelf((tmp_path,)))
    assert found.value is None
    (problem,) = found.problems
    assert problem.code == "P120"
    assert problem.facts["installed"]
    assert problem.facts["file_name"] == "village-1.1.yaml"


def test_a_near_questionnaire_is_named() -> None:
    ships = shipped_questionnaires()[-1]
    (problem,) = questionnaire_for(QuestionnaireRef(ships.id[:-1], ships.version)).problems
    assert problem.facts["near"] == ships.id


def test_a_file_with_another_content_than_its_name_is_refused(tmp_path: Path) -> None:
    shutil.copy(VILLAGE, tmp_path / "village-1.0.yaml")
    found = questionnaire_for(QuestionnaireRef("village", "1.0"), Shelf((tmp_path,)))
    assert found.value is None
    assert [problem.code for problem in found.problems] == ["P121"]


def test_nothing_shadows_what_ships(tmp_path: Path) -> None:
    ref = shipped_questionnaires()[0]
    near = tmp_path / f"{ref.id}-{ref.version}.yaml"
    near.write_text("format: sdgassess/questionnaire/1\n")
    path, problems = find_questionnaire(ref, Shelf((tmp_path,)))
    assert problems == []
    assert path is not None
    assert path.parent == shipped_folder("questionnaires")


def test_an_explicit_questionnaire_comes_first(tmp_path: Path) -> None:
    profile = tmp_path / "a.yaml"
    profile.write_text(
        "format: sdgassess/profile/1\nmunicipality: {name: A}\ndate: 2026-03-12\n"
        'questionnaire: {id: village, version: "1.1"}\nanswers: {WAY1: {level: 1}}\n'
    )
    assert [problem.code for problem in load_profile(profile).problems] == ["P120"]
    loaded = load_profile(profile, VILLAGE)
    assert loaded.problems == ()
    assert loaded.value is not None
    assert loaded.questionnaire is not None
    assert loaded.questionnaire.id == "village"


def test_shipped_questionnaires_are_built_once() -> None:
    ref = shipped_questionnaires()[0]
    assert questionnaire_for(ref).value is questionnaire_for(ref).value


def test_versions_are_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b-1.10", "b-1.9", "a-2", "no version", "b-", "-1.0"):
        (tmp_path / f"{name}.yaml").touch()
    monkeypatch.setattr(catalogue, "shipped_folder", lambda _: tmp_path)
    shipped_questionnaires.cache_clear()
    try:
        refs = shipped_questionnaires()
        assert refs == (
            QuestionnaireRef("a", "2"),
            QuestionnaireRef("b", "1.9"),
            QuestionnaireRef("b", "1.10"),
        )
        assert newest_questionnaire("b") == QuestionnaireRef("b", "1.10")
        assert newest_questionnaire("c") is None
    finally:
        shipped_questionnaires.cache_clear()


def test_references_are_found_by_id() -> None:
    for identity in shipped_references():
        path, problems = find_reference(identity)
        assert path is not None
        assert problems == []
    path, problems = find_reference("hernin")
    assert path is None
    assert problems[0].code == "P320"
    assert problems[0].facts["near"] == "herning"


def test_paths_and_ids_are_told_apart() -> None:
    assert not looks_like_path("herning")
    for word in ("./herning", "a/b", "herning.yaml", "2026.yml", "C:\\a", "æ"):
        assert looks_like_path(word), word


def test_folders_are_walked_in_order_without_circles(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt", ".hidden.yaml"):
        (tmp_path / name).touch()
    for folder in ("deep", ".git"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "d.yaml").touch()
    (tmp_path / "deep" / "round").symlink_to(tmp_path, target_is_directory=True)
    found = [path.relative_to(tmp_path).as_posix() for path in profiles_in(tmp_path)]
    assert found == ["a.yml", "b.yaml", "deep/d.yaml"]


def test_a_folder_that_vanishes_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.yaml").touch()
    walk = profiles_in(tmp_path)
    shutil.rmtree(tmp_path / "a")
    assert list(walk) == []
    assert list(profiles_in(tmp_path / "gone")) == []


@pytest.mark.skipif(os.name == "nt", reason="names are narrower there")
def test_odd_names_are_yielded_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "new\nline.yaml").touch()
    (tmp_path / "-x.yaml").touch()
    assert {path.name for path in profiles_in(tmp_path)} == {"new\nline.yaml", "-x.yaml"}
