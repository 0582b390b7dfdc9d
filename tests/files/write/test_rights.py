"""Nobody reads in a copy what they may not read in the profile; and Windows' own ways."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sdgassess.files.write import temporary
from sdgassess.files.write.log import AppendedFile
from sdgassess.files.write.rights import Rights, narrowed, rights_of
from sdgassess.files.write.writer import (
    digest_of,
    keep_beside,
    keep_old,
    overwrite,
    replace,
    write_new,
)
from sdgassess.problem import WriteRefused

OLD, NEW = b"old\n", b"new\n"
MODES = [0o600, 0o640, 0o644, 0o660, 0o664, 0o400, 0o604, 0o440]


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    return path


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
@pytest.mark.parametrize("mode", MODES, ids=oct)
def test_copies_get_no_wider_rights_than_the_profile(mode: int, umask: int, profile: Path) -> None:
    profile.chmod(mode)
    before = os.umask(umask)
    try:
        log = AppendedFile.opened(profile.with_name("minutes.md"), rights_of([profile, None]))
        log.add("minutes\n")
        log.close()
        copies = [
            keep_beside(profile, NEW).path,
            keep_old(profile, OLD, "1.0"),
            log.path,
            write_new(profile.with_name("a.pdf"), NEW, rights_of([profile])).path,
            overwrite(profile.with_name("b.pdf"), NEW, rights_of([profile])).path,
        ]
    finally:
        os.umask(before)
    for copy in copies:
        assert mode_of(copy) == (mode | 0o600) & 0o666 & ~umask, copy


def test_a_file_of_several_gets_what_all_of_them_allow(tmp_path: Path) -> None:
    for name, mode in (("a", 0o644), ("b", 0o660)):
        (tmp_path / name).write_bytes(b"")
        (tmp_path / name).chmod(mode)
    rights = rights_of([tmp_path / "a", tmp_path / "b", tmp_path / "none", tmp_path, None])
    assert rights is not None
    assert rights.mode == 0o640
    assert rights_of([tmp_path / "none", None]) is None


def test_the_rights_that_people_gave_to_a_report_stay(profile: Path) -> None:
    profile.chmod(0o600)
    report = profile.with_name("a.pdf")
    report.write_bytes(b"before")
    report.chmod(0o644)
    overwrite(report, NEW, rights_of([profile]))
    assert mode_of(report) == 0o644


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_copy_is_of_the_profiles_group(profile: Path) -> None:
    os.chown(profile, -1, 4321)
    profile.chmod(0o640)
    copy = keep_beside(profile, NEW).path
    assert (copy.stat().st_gid, mode_of(copy)) == (4321, 0o640)


@pytest.mark.parametrize("write", ["new", "replace"])
def test_another_group_gets_no_rights_that_were_not_meant_for_it(
    write: str, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(errno.EPERM, "not a member")

    if write == "replace":
        if os.geteuid() != 0:
            pytest.skip("only root can give files away")
        os.chown(profile, -1, 4321)
    profile.chmod(0o664)
    before = os.umask(0)
    try:
        monkeypatch.setattr(os, "fchown", denied)
        if write == "replace":
            replace(profile, NEW, digest_of(OLD))
            written = profile
        else:
            rights = Rights(0o664, os.getegid() + 1)
            written = write_new(profile.with_name("b"), NEW, rights).path
    finally:
        os.umask(before)
    assert mode_of(written) == 0o644


def test_a_group_without_rights_of_its_own_counts_as_others_do() -> None:
    assert [oct(narrowed(mode)) for mode in (0o660, 0o664, 0o640, 0o646, 0o604)] == [
        *("0o600", "0o644", "0o600", "0o646", "0o604")
    ]


def test_a_log_of_a_fault_is_for_its_owner_alone(tmp_path: Path) -> None:
    code = (
        "from sdgassess.cli.crash import keep_crash_log\n"
        "print(keep_crash_log(ValueError('x'), ['score', 'a.yaml']))"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert mode_of(Path(run.stdout.strip())) == 0o600


class Busy:
    """A rename that fails a few times, as while a virus scanner looks at the file."""

    def __init__(self, real: Callable[..., object], times: int) -> None:
        self.real, self.times = real, times

    def __call__(self, *arguments: object, **named: object) -> object:
        if self.times:
            self.times -= 1
            raise PermissionError(errno.EACCES, "used by another process")
        return self.real(*arguments, **named)


@pytest.mark.parametrize("busy", [1, len(temporary.PAUSES), len(temporary.PAUSES) + 1])
@pytest.mark.parametrize("call", ["replace", "rename"])
def test_on_windows_a_file_that_is_looked_at_is_waited_for(
    call: str, busy: int, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(temporary, "WINDOWS", True)
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(os, call, Busy(getattr(os, call), busy))
    target = profile if call == "replace" else profile.with_name("name with spaces å.yaml")

    def write() -> object:
        if call == "replace":
            return replace(target, NEW, digest_of(OLD))
        return write_new(target, NEW)

    if busy <= len(temporary.PAUSES):
        write()
        assert target.read_bytes() == NEW
    else:
        with pytest.raises(WriteRefused) as caught:
            write()
        assert caught.value.problems[0].code == "P403"
        assert not target.exists() or target.read_bytes() == OLD
    assert waits == list(temporary.PAUSES[:busy])


def test_on_windows_a_temporary_file_is_swept_after_an_hour(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(temporary, "WINDOWS", True)
    mark = temporary._host_mark()
    old, fresh = (profile.with_name(f".sdgassess-{mark}-1-{n}.tmp") for n in (0, 1))
    for path in (old, fresh):
        path.write_bytes(b"")
    os.utime(old, (1, 1))
    replace(profile, NEW, digest_of(OLD))
    assert (old.exists(), fresh.exists()) == (False, True)
