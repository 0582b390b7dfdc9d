"""A profile's file, saved while an interview runs and while people edit it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from sdgassess.files.build.profile import build_profile
from sdgassess.files.read.reader import parse, read_source
from sdgassess.files.read.source import SourceFile
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.model.profile import Answer, Profile, Status
from sdgassess.problem import WriteRefused
from tests.given import saving
from tests.given.saving import assessment, names, with_answers

BY_HAND = """\
# Eksempelby
format: sdgassess/profile/1
municipality: {name: Eksempelby}
date: 2026-03-12
questionnaire: {id: nordic-sdg-governance, version: "1.0"}
answers:
  # said in the meeting
  POL1: {level: 2, unsure: false}
"""


def opened(path: Path) -> tuple[ProfileFile, Profile]:
    document = read(path)
    profile = build_profile(document.data)
    return ProfileFile.opened(path, document, profile), profile


def read(path: Path) -> SourceFile:
    document, problems = read_source(path)
    assert document is not None, problems
    assert problems == []
    return document


def answered(profile: Profile, **answers: Answer) -> Profile:
    return profile._replace(answers={**profile.answers, **answers})


def test_a_new_file_appears_with_the_first_save_and_grows(folder: Path) -> None:
    path = folder / "a.yaml"
    file, profile = ProfileFile.new(path), assessment()
    assert names(folder) == []
    for count in range(5):
        profile = with_answers(profile, count)
        written = file.save(profile)
        assert written is not None
        assert read(path).digest == written.digest
        assert build_profile(read(path).data) == profile
    assert path.read_text().startswith("format: sdgassess/profile/1\nmunicipality: {name: Eks")


def test_a_new_file_does_not_overwrite_one_that_is_there(folder: Path) -> None:
    path = folder / "a.yaml"
    path.write_text("mine\n")
    with pytest.raises(WriteRefused) as caught:
        ProfileFile.new(path).save(assessment())
    assert caught.value.problems[0].code == "P410"
    assert path.read_text() == "mine\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_an_untouched_save_leaves_every_byte(folder: Path, ends: str, bom: bytes) -> None:
    path = folder / "a.yaml"
    path.write_bytes(bom + BY_HAND.replace("\n", ends).encode())
    before = path.read_bytes()
    file, profile = opened(path)
    assert file.save(profile) is None
    file.save(profile._replace(status=Status.COMPLETE))
    file.save(profile)
    assert path.read_bytes() == before


def test_defaults_that_a_file_leaves_out_or_spells_out_stay_so(folder: Path) -> None:
    path = folder / "a.yaml"
    path.write_text(BY_HAND)
    file, profile = opened(path)
    file.save(answered(profile, POL2=Answer(level=profile.answers["POL1"].level)))
    assert path.read_text() == BY_HAND + "  POL2:\n    level: 2\n"


def test_writing_again_changes_nothing(folder: Path) -> None:
    path = folder / "a.yaml"
    ProfileFile.new(path).save(with_answers(assessment(), 4))
    before = path.stat()
    file, profile = opened(path)
    assert file.save(profile) is None
    assert path.stat() == before


def test_an_edit_in_between_keeps_both_and_the_sitting_goes_on(folder: Path) -> None:
    path = folder / "a.yaml"
    path.write_text(BY_HAND)
    file, profile = opened(path)
    path.write_text(BY_HAND + "# theirs\n")
    first = with_answers(profile, 1)
    with pytest.raises(WriteRefused) as caught:
        file.save(first)
    kept = folder / "a.conflict-1.yaml"
    assert caught.value.problems[0].facts["kept"] == str(kept)
    assert path.read_text() == BY_HAND + "# theirs\n"
    assert build_profile(read(kept).data) == first
    second = with_answers(first, 3)
    file.save(second)
    assert build_profile(read(kept).data) == second
    assert names(folder) == ["a.conflict-1.yaml", "a.yaml"]


def test_a_write_that_failed_is_made_good_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.yaml"
    path.write_text(BY_HAND)
    for call in ("write", "fsync", "replace"):
        for at in range(2):
            path.write_text(BY_HAND)
            file, profile = opened(path)
            with monkeypatch.context() as patch:
                saving.fail(patch, call, at)
                if call != "fsync" and at:
                    continue  # the small file needs one write and one replace
                with pytest.raises(WriteRefused):
                    file.save(with_answers(profile, 1))
            file.save(with_answers(profile, 2))
            assert build_profile(read(path).data) == with_answers(profile, 2)
    assert names(folder) == ["a.yaml"]


def test_a_text_that_could_not_be_read_again_is_refused(folder: Path) -> None:
    path = folder / "a.yaml"
    path.write_text(BY_HAND)
    file, profile = opened(path)
    with pytest.raises(WriteRefused) as caught:
        file.save(answered(profile, POL2=Answer(comment="x" * 200_000)))
    assert caught.value.problems[0].code == "P418"
    assert path.read_text() == BY_HAND
    with pytest.raises(WriteRefused):
        ProfileFile.new(folder / "b.yaml").save(
            answered(profile, POL2=Answer(comment="x" * 200_000))
        )
    assert names(folder) == ["a.yaml"]


def test_answers_that_cannot_be_fitted_in_are_kept_beside(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.yaml"
    path.write_text(BY_HAND)
    file, profile = opened(path)
    monkeypatch.setattr("sdgassess.files.splice.splice._ATTEMPTS", ())
    with pytest.raises(WriteRefused) as caught:
        file.save(with_answers(profile, 2))
    assert caught.value.problems[0].code == "P417"
    kept = folder / "a.conflict-1.yaml"
    assert build_profile(read(kept).data) == with_answers(profile, 2)
    monkeypatch.undo()
    file.save(with_answers(profile, 3))
    assert build_profile(read(kept).data) == with_answers(profile, 3)
    assert path.read_text() == BY_HAND


def test_half_a_character_never_stops_a_save(folder: Path) -> None:
    path = folder / "a.yaml"
    ProfileFile.new(path).save(answered(assessment(), POL1=Answer(comment="a\ud83db")))
    assert build_profile(read(path).data).answers["POL1"].comment == "a\ufffdb"


LONGEST = 0.01
"""Seconds that a save and the next one take, where the machine has nothing else to do."""


def killed(path: Path, random: Random) -> None:
    """Start a process that saves for ever, and kill it within a save, whichever it is then at."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.given.saving", str(path)],
        stdout=subprocess.PIPE,
        cwd=Path(saving.__file__).parents[2],
    )
    with process:
        assert process.stdout is not None
        for _ in range(random.randint(1, saving.VERSIONS)):
            process.stdout.readline()
        time.sleep(random.random() * LONGEST)
        process.send_signal(signal.SIGKILL)


@pytest.mark.slow
def test_a_killed_process_leaves_one_of_its_versions(folder: Path) -> None:
    random = Random(1)
    path = folder / "a.yaml"
    ProfileFile.new(path).save(saving.version(0))
    seen, versions = set(), [saving.version(number) for number in range(saving.VERSIONS)]
    for _ in range(80):
        killed(path, random)
        document, problems = parse(path.read_bytes(), "a.yaml")
        assert document is not None, problems
        assert problems == []
        seen.add(versions.index(build_profile(document.data)))
    assert len(seen) > 5
    with hold(path):  # sweeps what the killed left, and takes over their lock
        assert names(folder) == [".a.yaml.lock", "a.yaml"]
