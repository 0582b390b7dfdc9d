"""Migrating a file: people's layout survives, the old one is kept, faults leave one of the two."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest

from sdgassess.cli.verbs.migrate import run_migrate
from sdgassess.files.catalogue import questionnaire_path
from sdgassess.files.load import load_profile
from sdgassess.files.read.reader import parse
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.model.profile import (
    Answer,
    Priority,
    Profile,
    QuestionnaireRef,
)
from sdgassess.problem import InputRefused, UsageRefused, WriteRefused
from tests.given.command_line import run
from tests.given.questionnaires import LAYOUTS, NEXT, VERSIONS
from tests.given.saving import fail, names

SHIPPED = questionnaire_path(QuestionnaireRef("nordic-sdg-governance", "1.0"))
FILES = [*LAYOUTS, VERSIONS / "skovby-2025.yaml"]
EACH = pytest.mark.parametrize("layout", FILES, ids=lambda path: path.stem)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with the next version in it, where no lock and no temporary file may be left."""
    shutil.copy(NEXT, tmp_path)
    yield tmp_path
    assert not [name for name in names(tmp_path) if name.startswith(".")]


def placed(layout: Path, folder: Path) -> Path:
    """A profile in a folder of its own."""
    path = folder / "p.yaml"
    shutil.copy(layout, path)
    return path


def profile_in(path: Path) -> Profile:
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    return loaded.value


def migrated(path: Path) -> None:
    run_migrate(file=path, to="1.1", apply=True, lang="en")


@EACH
def test_loaded_and_saved_untouched_is_the_same_to_the_byte(layout: Path, folder: Path) -> None:
    path = placed(layout, folder)
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    assert loaded.source is not None
    assert ProfileFile.opened(path, loaded.source, loaded.value).save(loaded.value) is None
    assert path.read_bytes() == layout.read_bytes()


@EACH
def test_every_remark_goes_where_its_answer_goes(layout: Path, folder: Path) -> None:
    path = placed(layout, folder)
    migrated(path)
    before, after = layout.read_text("utf-8"), path.read_text("utf-8")
    remarks = re.findall(r"# keep me \d", before)
    assert [one for one in remarks if after.count(one) != 1] == []
    assert (b"\r\n" in layout.read_bytes()) == (b"\r\n" in path.read_bytes())
    assert path.read_bytes()[:3] == layout.read_bytes()[:3]
    assert profile_in(path).questionnaire.version == "1.1"


@EACH
def test_lines_that_have_nothing_to_do_with_it_stay(layout: Path, folder: Path) -> None:
    path = placed(layout, folder)
    migrated(path)
    kept = [
        line for line in layout.read_text("utf-8").splitlines() if line.strip().startswith("POL1:")
    ]
    assert all(line in path.read_text("utf-8").splitlines() for line in kept)


@EACH
def test_twice_is_the_same_as_once(layout: Path, folder: Path) -> None:
    path = placed(layout, folder)
    migrated(path)
    once, there = path.read_bytes(), names(folder)
    migrated(path)
    assert (path.read_bytes(), names(folder)) == (once, there)


@EACH
def test_the_old_file_is_kept_beside(layout: Path, folder: Path) -> None:
    path = placed(layout, folder)
    migrated(path)
    assert (folder / "p.1.0.yaml.bak").read_bytes() == layout.read_bytes()


def test_a_file_that_is_kept_already_is_never_written_over(folder: Path) -> None:
    path = placed(FILES[-1], folder)
    (folder / "p.1.0.yaml.bak").write_text("mine")
    migrated(path)
    assert (folder / "p.1.0.yaml.bak").read_text() == "mine"
    assert (folder / "p.1.0-2.yaml.bak").read_bytes() == FILES[-1].read_bytes()


def test_without_apply_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = placed(FILES[-1], folder)
    there = names(folder)
    run_migrate(file=path, to="1.1", lang="en")
    assert (path.read_bytes(), names(folder)) == (FILES[-1].read_bytes(), there)
    assert "Nothing has been written." in capsys.readouterr().err


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_remarks_inside_a_judgement_that_goes_stand_at_the_end(folder: Path, end: str) -> None:
    path = placed(FILES[-1], folder)
    path.write_bytes(path.read_bytes().replace(b"\r", b"").replace(b"\n", end.encode()))
    migrated(path)
    assert "borgmesteren er uenig" in (folder / "p.1.0.yaml.bak").read_text("utf-8")
    last = path.read_bytes().decode().removesuffix(end).split(end)[-1]
    assert "borgmesteren er uenig" in last
    assert last.startswith("#")


def test_json_says_what_was_done(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = placed(FILES[-1], folder)
    run_migrate(file=path, to="1.1", apply=True, lang="en", as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == "sdgassess/migrate/1"
    assert (told["applied"], told["kept"]) == (True, str(folder / "p.1.0.yaml.bak"))
    asked = {one["question"]: one["suggested"] for one in told["ask"]}
    assert list(asked) == ["SAM3", "CORE4", "BUD6", "BUD7", "LRN5", "LRN6", "PAR6"]
    assert (asked["SAM3"], asked["BUD6"], asked["BUD7"], asked["LRN5"]) == (None, 2, 1, 3)
    run_migrate(file=path, to="1.1", apply=True, lang="en", as_json=True)
    again = json.loads(capsys.readouterr().out)
    assert (again["applied"], again["answers"], again["kept"]) == (False, [], None)


@pytest.mark.parametrize(
    ("to", "refusal", "code"),
    [
        ("1.0", UsageRefused, "P523"),
        ("0.9", UsageRefused, "P523"),
        ("1.7", InputRefused, "P120"),
        ("nowhere.yaml", InputRefused, "P001"),
        ("../files/read/questionnaires/village-1.1.yaml", UsageRefused, "P524"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    folder: Path, to: str, refusal: type[Exception], code: str
) -> None:
    path = placed(VERSIONS / "skovby-2026.yaml", folder)
    to = str(VERSIONS / to) if to.startswith("..") else to
    with pytest.raises(refusal) as refused:
        run_migrate(file=path, to=to, apply=True)
    assert refused.value.args == (code,)
    assert path.read_bytes() == (VERSIONS / "skovby-2026.yaml").read_bytes()


def test_a_version_without_a_role_that_spoke_is_refused(folder: Path) -> None:
    path = placed(FILES[-1], folder)
    next_one = folder / NEXT.name
    text = next_one.read_text("utf-8")
    gone = text.replace("line-manager", "chief")
    next_one.write_text(gone, "utf-8")
    with pytest.raises(InputRefused) as refused:
        migrated(path)
    assert refused.value.problems[0].facts["roles"] == ("line-manager",)


def later(*calls: str) -> list[object]:
    """Calls whose faults are looked at with the slow tests."""
    return [pytest.param(call, marks=pytest.mark.slow) for call in calls]


@pytest.mark.parametrize("call", ["write", *later("open", "fsync", "replace", "link")])
def test_a_fault_leaves_the_old_file_or_the_new(
    call: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = FILES[-1]
    path = placed(layout, folder)
    migrated(path)
    new = path.read_bytes()
    for at in range(12):
        for name in names(folder):
            if name.endswith((".bak", ".lock")):
                (folder / name).unlink()
        shutil.copy(layout, path)
        with monkeypatch.context() as patch:
            uses = fail(patch, call, at)
            try:
                migrated(path)
            except (WriteRefused, InputRefused):
                assert path.read_bytes() in (layout.read_bytes(), new)
        assert path.read_bytes() in (layout.read_bytes(), new)
        migrated(path)
        assert path.read_bytes() == new
        kept = [name for name in names(folder) if name.endswith(".bak")]
        assert kept == ["p.1.0.yaml.bak"]
        if next(uses) <= at:  # the call is not made that often: nothing has failed
            assert at
            break
    else:
        pytest.fail("the last call was never reached")


def test_an_edit_in_between_is_not_overwritten(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = placed(FILES[-1], folder)
    real = ProfileFile.save

    def edited(file: ProfileFile, profile: Profile) -> object:
        path.write_bytes(path.read_bytes() + b"# theirs\n")
        return real(file, profile)

    monkeypatch.setattr(ProfileFile, "save", edited)
    with pytest.raises(WriteRefused) as refused:
        migrated(path)
    assert refused.value.args == ("P413",)
    assert path.read_bytes().endswith(b"# theirs\n")
    document, _ = parse((folder / "p.conflict-1.yaml").read_bytes(), "x")
    assert document is not None


@EACH
def test_a_sitting_that_goes_on_keeps_every_remark(layout: Path, folder: Path) -> None:
    path = placed(layout, folder)
    loaded = load_profile(path)
    assert loaded.value is not None
    assert loaded.source is not None
    file, answers = ProfileFile.opened(path, loaded.source, loaded.value), loaded.value.answers
    for level in (1, 3):
        given = {**answers, "LED1": Answer(level=Fraction(level), comment="one\ntwo\n")}
        file.save(loaded.value._replace(answers=given))
    target = (Priority("LED1", Fraction(3)),)
    file.save(loaded.value._replace(answers=given, priorities=target))
    remarks = re.findall(r"# keep me [1-35-9]", layout.read_text("utf-8"))
    assert [one for one in remarks if path.read_text("utf-8").count(one) != 1] == []
    assert profile_in(path).answers["LED1"].level == Fraction(3)
    file.save(loaded.value)
    assert profile_in(path) == loaded.value


def test_a_version_in_another_folder_is_named_where_it_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("p", "q q"):
        (tmp_path / name).mkdir()
    path = placed(FILES[-1], tmp_path / "p")
    shutil.copy(NEXT, tmp_path / "q q" / "next.yaml")
    monkeypatch.chdir(tmp_path)
    apply = partial(run_migrate, file=Path("p/p.yaml"), apply=True, lang="en")
    apply(to="q q/next.yaml")
    go_on = 'Go on with: sdgassess assess p/p.yaml --questionnaire "q q/next.yaml"'
    assert go_on in " ".join(capsys.readouterr().err.split())
    once, there = path.read_bytes(), names(tmp_path / "p")
    apply(to="q q/next.yaml")
    assert "answers version 1.1 already" in capsys.readouterr().out
    assert (path.read_bytes(), names(tmp_path / "p")) == (once, there)
    with pytest.raises(InputRefused) as refused:
        apply(to=str(SHIPPED))
    assert refused.value.problems[0].code == "P120"


@pytest.mark.parametrize("apply", [False, True])
def test_a_folder_is_not_a_profile(tmp_path: Path, apply: bool) -> None:
    words = ["migrate", ".", "--to", "1.1", "--lang", "en", *(["--apply"] if apply else [])]
    ran = run(words, folder=tmp_path)
    assert (ran.code, names(tmp_path)) == (3, [])
    assert "Name a profile" in ran.err
