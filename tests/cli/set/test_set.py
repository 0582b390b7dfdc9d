"""An answer without a sitting: validated, spliced into people's text, taken back to the byte."""

from __future__ import annotations

import errno
import json
import os
import shlex
import shutil
import stat
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sdgassess.files.catalogue import profiles_in
from sdgassess.model.profile import EvidenceKind, Period, State, Status
from tests.cli.target.test_cases import changes
from tests.given.command_line import Ran, run
from tests.given.targets import PROFILES, SOUND, profile_in

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
EACH = pytest.mark.parametrize("profile", SOUND, ids=lambda path: path.stem)


def _set(path: Path, *words: str) -> Ran:
    """Run `sdgassess set` on a file."""
    return run(["set", path.name, *words], folder=path.parent)


def _fine(path: Path, *words: str) -> Ran:
    """Run it, and it must go well."""
    ran = _set(path, *words)
    assert ran.code == 0, ran.err
    return ran


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_transcript(case: Path, tmp_path: Path) -> None:
    """A case is a command line, what is said, its code, and what changed in the file."""
    first, _, expected = case.read_text("utf-8").partition("\n")
    words = shlex.split(first.removeprefix("$ "))
    environment = {}
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        environment[name] = value
    for profile in PROFILES:
        shutil.copy(profile, tmp_path)
    ran = run(words[1:], folder=tmp_path, env=environment)
    told = f"{ran.out}--- beside it, code {ran.code}\n{ran.err}--- in the file\n"
    for profile in PROFILES:
        told += changes(profile.read_bytes(), (tmp_path / profile.name).read_bytes())
    told = told.rstrip("\n") + "\n"
    if os.environ.get("SDGASSESS_REWRITE_CASES"):
        case.write_text(f"{first}\n{told}", "utf-8")
        return
    assert told == expected


WISHES = (
    *(
        ("POL3", "3"),
        ("POL3", "0"),
        ("LED2", "--unknown"),
        ("BUD2", "--clear"),
        ("EXT1", "--clear"),
    ),
    *(("CONT2", "--not-applicable", "rådet # ikke"), ("POL1", "2", "--comment", "a: b # c")),
    *(("POL1", "4", "--evidence", "i Plan", "--date", "2026-01"), ("--name", "Å by: # x")),
    *(("--date", "2025-12-31"), ("--add", "l Skole, 2 politikere")),
)


@given(
    profile=st.sampled_from(SOUND),
    before=st.lists(st.sampled_from(WISHES), max_size=2),
    wish=st.sampled_from(WISHES),
)
@example(profile=SOUND[0], before=[], wish=("POL3", "3"))
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_set_then_undo_is_byte_identical(
    tmp_path_factory: pytest.TempPathFactory,
    profile: Path,
    before: list[tuple[str, ...]],
    wish: tuple[str, ...],
) -> None:
    path = Path(shutil.copy(profile, tmp_path_factory.mktemp("set") / "p.yaml"))
    for words in before:
        _fine(path, *words)
    raw = path.read_bytes()
    written = json.loads(_fine(path, *wish, "--json").out)["written"]
    assert written == (path.read_bytes() != raw)
    if written:
        undone = _fine(path, "--undo")
        assert undone.out
        assert "sdgassess score " in undone.err, "what comes next"
        assert path.read_bytes() == raw
        assert _set(path, "--undo").code == 2, "one step, and no more"


@EACH
def test_the_same_twice_writes_nothing(profile: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(profile, tmp_path / "p.yaml"))
    _fine(path, "POL3", "3")
    raw = path.read_bytes()
    assert json.loads(_fine(path, "POL3", "3", "--json").out) == {
        "format": "sdgassess/set/1",
        "file": "p.yaml",
        "written": False,
        "changed": [],
        "undo": False,
    }
    assert path.read_bytes() == raw


def test_what_else_changed_the_file_is_never_undone(tmp_path: Path) -> None:
    path = Path(shutil.copy(SOUND[0], tmp_path / "p.yaml"))
    _fine(path, "POL3", "3")
    path.write_bytes(path.read_bytes() + b"# mine\n")
    raw = path.read_bytes()
    refused = _set(path, "--undo")
    assert (refused.code, path.read_bytes()) == (2, raw)
    assert "[P554]" in refused.err


def test_what_cannot_be_read_is_not_called_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(SOUND[0], tmp_path / "p.yaml"))
    _fine(path, "POL3", "3")
    raw = path.read_bytes()
    real = os.open

    def opened(name: str, *flags: int, **folder: int) -> int:
        if str(name).endswith(".undo"):
            raise PermissionError(errno.EACCES, "denied")
        return real(name, *flags, **folder)

    monkeypatch.setattr(os, "open", opened)
    refused = _set(path, "--undo")
    assert (refused.code, path.read_bytes()) == (3, raw)
    assert ".p.yaml.undo: you may not read this file" in refused.err
    monkeypatch.undo()
    _fine(path, "--undo")


def test_the_step_has_no_wider_rights_and_no_walk_meets_it(tmp_path: Path) -> None:
    path = Path(shutil.copy(SOUND[0], tmp_path / "p.yaml"))
    path.chmod(0o600)
    _fine(path, "POL3", "3")
    step = tmp_path / ".p.yaml.undo"
    assert stat.S_IMODE(step.stat().st_mode) == 0o600
    assert [file.name for file in profiles_in(tmp_path)] == ["p.yaml"]


def test_a_new_file_is_begun_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    assert _set(path, "POL3", "3").code == 2
    assert not path.exists()
    _fine(path, "POL3", "3", "--name", "Kolding")
    profile = profile_in(path)
    assert (profile.municipality.name, profile.quick) == ("Kolding", False)
    assert profile.answers["POL3"].level == Fraction(3)


def test_a_voice_is_one_persons_and_goes_with_them(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    _fine(path, "--name", "Kolding", "--add", "l Skole", "--add", "c")
    _fine(path, "POL3", "2", "--voice", "l1", "--comment", "kun her", "--evidence", "i Plan")
    voice = profile_in(path).answers["POL3"].voices[0]
    assert (voice.by, voice.role, voice.level) == ("l1", "line-manager", Fraction(2))
    assert (voice.comment, voice.evidence[0].kind) == ("kun her", EvidenceKind.IN_USE)
    _fine(path, "POL3", "--unknown", "--voice", "c1")
    assert profile_in(path).answers["POL3"].voices[1].state is State.UNKNOWN
    _fine(path, "--remove", "l1")
    profile = profile_in(path)
    assert [person.id for person in profile.participants] == ["c1"]
    assert [voice.by for voice in profile.answers["POL3"].voices] == ["c1"]
    _fine(path, "POL3", "--clear", "--voice", "c1")
    assert "POL3" not in profile_in(path).answers


def test_evidence_has_its_date_and_a_complete_assessment_is_amended(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    _fine(path, "POL3", "3", "--name", "Kolding", "--evidence", "Referat", "--date", "2026-02")
    answer = profile_in(path).answers["POL3"]
    assert (answer.evidence[0].title, answer.evidence[0].date) == ("Referat", Period(2026, 2))
    path.write_text(path.read_text("utf-8").replace("in-progress", "complete"), "utf-8")
    _fine(path, "POL3", "2")
    assert profile_in(path).status is Status.AMENDED


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("POL9", "3"), "P506"),
        (("POL3", "7"), "P534"),
        (("POL3", "x"), "P534"),
        (("POL3",), "P503"),
        ((), "P503"),
        (("POL3", "3", "--unknown"), "P550"),
        (("POL3", "--clear", "--comment", "x"), "P550"),
        (("POL3", "3", "--date", "2026-01-01"), "P550"),
        (("--undo", "--name", "x"), "P550"),
        (("--comment", "x"), "P551"),
        (("POL3", "3", "--voice", "z9"), "P552"),
        (("--remove", "z9"), "P552"),
        (("--undo",), "P554"),
        (("--add", "zebra"), "P556"),
        (("--name", ""), "P556"),
        (("POL3", "3", "--evidence", "2"), "P556"),
        (("--date", "30.2.2026"), "P110"),
        (("POL3", "3", "--evidence", "Plan", "--date", "soon"), "P110"),
    ],
)
def test_what_cannot_be_is_one_clear_message_and_nothing_is_written(
    words: tuple[str, ...], problem: str, tmp_path: Path
) -> None:
    path = Path(shutil.copy(SOUND[0], tmp_path / "p.yaml"))
    refused = _set(path, *words)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.count("[P") == 1
    assert f"[{problem}]" in refused.err
    assert path.read_bytes() == SOUND[0].read_bytes()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--date", "2062-03-12"), "2062-03-12 lies more than a year ahead"),
        (("--date", "1999-12-31"), "1999-12-31 lies too far back"),
        (("POL1", "--evidence", "Plan", "--date", "2062"), "2062 lies more than a year ahead"),
        (("POL1", "--evidence", "Plan", "--date", "0205-03"), "0205-03 lies too far back"),
        (("POL1", "--evidence", "Plan 12/3-2062"), "2062-03-12 lies more than a year ahead"),
    ],
)
def test_no_date_that_cannot_be(tmp_path: Path, words: tuple[str, ...], why: str) -> None:
    path = tmp_path / SOUND[0].name
    shutil.copy(SOUND[0], path)
    before = path.read_bytes()
    ran = _set(path, *words)
    assert (ran.code, why in ran.err) == (2, True), ran.err
    assert path.read_bytes() == before
    assert _set(path, "POL1", "--evidence", "Plan", "--date", "1985").code == 0


def test_no_step_back_is_promised_where_none_could_be_kept(tmp_path: Path) -> None:
    path = tmp_path / SOUND[0].name
    shutil.copy(SOUND[0], path)
    assert "--undo" in _fine(path, "POL1", "1").err
    step = tmp_path / f".{path.name}.undo"
    step.unlink()
    step.mkdir()
    ran = _fine(path, "POL1", "2")
    assert ("[P402]" in ran.err, "--undo" in ran.err) == (True, False)
