"""Where a questionnaire of one's own is found, and what becomes of other people's YAML."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from sdgassess.files import load
from sdgassess.files.catalogue import Shelf, questionnaires_in
from sdgassess.files.load import load_profile
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from tests.given.command_line import Ran, run
from tests.given.places import TESTS

RULES = (TESTS / "interview" / "small.yaml").read_text("utf-8")
LINES = dict(
    line.split(": ", 1) for line in RULES.splitlines() if line.startswith(("id: ", "version: "))
)
ID, VERSION = (LINES[key].strip("\"'") for key in ("id", "version"))
NAMED = f"{ID}-{VERSION}.yaml"


def rules(path: Path) -> Path:
    """The small questionnaire in a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULES, "utf-8")
    return path


def profile(path: Path, date: str = "2026-03-12") -> Path:
    """A profile that answers it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"format: sdgassess/profile/1\nmunicipality: {{name: Testby}}\ndate: {date}\n"
        f'questionnaire: {{id: {ID}, version: "{VERSION}"}}\nlanguage: en\n'
        "answers:\n  POL1: {level: 1}\n",
        "utf-8",
    )
    return path


def said(*words: str | Path, folder: Path, **env: str) -> Ran:
    """What a command line says in a folder."""
    return run([*words, "--lang", "en"], folder=folder, env=env)


@pytest.mark.parametrize("name", [NAMED, "ours.yaml", "questionnaire.yml"])
@pytest.mark.parametrize("place", ["a/b", "a", "."])
def test_it_is_found_near_the_profile_whatever_it_is_called(
    tmp_path: Path, name: str, place: str
) -> None:
    profile(tmp_path / "a" / "b" / "p.yaml")
    rules(tmp_path / place / name)
    for verb in (["score", "a/b/p.yaml"], ["gaps", "a/b/p.yaml"], ["check", "a/b/p.yaml"]):
        ran = said(*verb, folder=tmp_path)
        assert ran.code == 0, (verb, ran.err)
    ran = said("score", tmp_path / "a" / "b" / "p.yaml", folder=tmp_path)
    assert ran.code == 0, "also where it was named from the root on"


@pytest.mark.parametrize("verb", ["check", "compare"])
def test_a_folder_that_was_named_is_searched_up_to_itself(tmp_path: Path, verb: str) -> None:
    folder = tmp_path / "named"
    for year in (2025, 2026):
        profile(folder / "deep" / "er" / f"{year}.yaml", f"{year}-03-12")
    rules(folder / NAMED)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert said(verb, folder, folder=elsewhere).code == 0


@pytest.mark.parametrize("verb", ["check", "compare"])
def test_nothing_above_the_named_folder_is_used(tmp_path: Path, verb: str) -> None:
    for year in (2025, 2026):
        profile(tmp_path / "named" / f"{year}.yaml", f"{year}-03-12")
    rules(tmp_path / NAMED)
    (tmp_path / "elsewhere").mkdir()
    ran = said(verb, tmp_path / "named", folder=tmp_path / "elsewhere")
    assert ran.code in (1, 3)
    assert "[P120]" in ran.out + ran.err
    assert "SDGASSESS_QUESTIONNAIRES" in ran.out + ran.err, "the ways out are said"


@pytest.mark.parametrize("verb", ["check", "compare"])
def test_what_a_folder_holds_is_used_wherever_it_lies_in_it(tmp_path: Path, verb: str) -> None:
    for year in (2025, 2026):
        profile(tmp_path / "years" / f"{year}.yaml", f"{year}-03-12")
    rules(tmp_path / "questionnaires" / "ours.yaml")
    assert said(verb, tmp_path, folder=tmp_path / "years").code == 0


def test_folders_of_the_environment_are_looked_through_last(tmp_path: Path) -> None:
    file = profile(tmp_path / "p.yaml")
    shelf = rules(tmp_path / "shelf" / "ours.yaml").parent
    listed = os.pathsep.join(("/nowhere", str(shelf), ""))
    assert "[P120]" in said("score", file, folder=tmp_path).err
    assert said("score", file, folder=tmp_path, SDGASSESS_QUESTIONNAIRES=listed).code == 0
    named = said("questionnaire", "show", ID, folder=tmp_path, SDGASSESS_QUESTIONNAIRES=listed)
    assert named.code == 0, named.err
    rules(tmp_path / "ours.yaml").write_text(RULES + "nonsense: true\n", "utf-8")
    ran = said("score", file, folder=tmp_path, SDGASSESS_QUESTIONNAIRES=listed)
    assert "nonsense" in ran.err, "the one beside the profile goes first"


def test_it_is_found_by_its_id_alone(tmp_path: Path) -> None:
    rules(tmp_path / "ours.yaml")
    for verb in (["questionnaire", "show", ID], ["form", "--questionnaire", ID, "-o", "f.md"]):
        ran = said(*verb, folder=tmp_path)
        assert ran.code == 0, (verb, ran.err)
    assert "[P509]" in said("questionnaire", "show", "nobodys", folder=tmp_path).err


def test_what_only_looks_like_one_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"id: {ID}\nversion: {VERSION}\n", "utf-8")
    (tmp_path / "b.yaml").write_text(RULES.replace(f"id: {ID}", "id: ../up"), "utf-8")
    os.mkfifo(tmp_path / "c.yaml")
    assert questionnaires_in(tmp_path) == {}
    rules(tmp_path / "d.yaml")
    assert list(questionnaires_in(tmp_path)) == [QuestionnaireRef(ID, VERSION)]


def test_it_is_read_once_for_all_profiles_and_again_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    reads = load.load_questionnaire

    def noted(path: Path) -> load.LoadedFile[Questionnaire]:
        read.append(path)
        return reads(path)

    monkeypatch.setattr(load, "load_questionnaire", noted)
    own = rules(tmp_path / NAMED)
    files = [profile(tmp_path / f"{n}.yaml") for n in range(5)]
    assert all(load_profile(file, None, Shelf((tmp_path,))).value for file in files)
    assert read == [own]
    own.write_text(RULES + "nonsense: true\n", "utf-8")
    assert load_profile(files[0], None, Shelf((tmp_path,))).value is None


OTHERS: dict[str, str | bytes] = {
    "compose.yaml": "services:\n  web:\n    image: nginx\n",
    "broken.yaml": "a: [1, 2\nb: }\n",
    "latin.yml": b"name: \xc5rhus\n",
    "format.yaml": "format: openapi/3\n",
    "list.yaml": "- 1\n- 2\n",
    "alias.yaml": "a: &x 1\nb: *x\n",
    "empty.yaml": "",
}


def others(folder: Path) -> None:
    """Other people's YAML in a folder."""
    for name, text in OTHERS.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize("verb", ["check", "compare"])
def test_other_peoples_yaml_is_counted_in_one_line_and_is_no_error(
    tmp_path: Path, verb: str
) -> None:
    rules(tmp_path / NAMED)
    for year in (2025, 2026):
        profile(tmp_path / f"{year}.yaml", f"{year}-03-12")
    others(tmp_path)
    ran = said(verb, tmp_path, folder=tmp_path)
    assert ran.code == 0, ran.out + ran.err
    assert f"{len(OTHERS)} other YAML files in the folder are passed over." in ran.err
    for name in OTHERS:
        assert name not in ran.out + ran.err


def test_programs_are_told_how_many(tmp_path: Path) -> None:
    rules(tmp_path / NAMED)
    others(tmp_path)
    found: Any = json.loads(said("check", tmp_path, "--json", folder=tmp_path).out)
    assert found["passed_over"] == len(OTHERS)
    assert [Path(file["file"]).name for file in found["files"]] == [NAMED]


def test_a_folder_without_anything_of_ours_is_named(tmp_path: Path) -> None:
    others(tmp_path)
    ran = said("check", tmp_path, folder=tmp_path)
    assert ran.code == 1
    assert "[P508]" in ran.out
    assert "compose" not in ran.out + ran.err


def test_what_was_named_is_never_passed_over(tmp_path: Path) -> None:
    others(tmp_path)
    for name in OTHERS:
        assert said("check", name, folder=tmp_path).code in (1, 3), name


@pytest.mark.parametrize(
    "text", ["format: sdgassess/profil/1\n", "format: sdgassess/profile/1\nanswers: [\n"]
)
def test_what_means_to_be_ours_is_told_of(tmp_path: Path, text: str) -> None:
    (tmp_path / "p.yaml").write_text(text, "utf-8")
    ran = said("check", tmp_path, folder=tmp_path)
    assert ran.code == 1
    assert "p.yaml" in ran.out
