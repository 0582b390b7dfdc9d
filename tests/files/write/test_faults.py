"""Every call to the system fails in every way, at every step: the file is the old or the new.

And what is told of it is true: only "written, and not confirmed" (P419) may be said where the new
file stands, and nothing else where it does not.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sdgassess.files.write.lock import lock_path
from sdgassess.files.write.log import AppendedFile
from sdgassess.files.write.rights import Rights
from sdgassess.files.write.writer import (
    NOT_CONFIRMED,
    digest_of,
    hold,
    keep_beside,
    keep_old,
    overwrite,
    replace,
    write_into,
    write_new,
)
from sdgassess.problem import Problem, WriteRefused
from tests.given.faults import CALLS, Fault, times
from tests.given.saving import names

OLD, NEW = b"old\n" * 10, b"new\n" * 1000
ERRORS = {
    errno.ENOSPC: "P406",
    errno.EIO: "P416",
    errno.EDQUOT: "P407",
    errno.EFBIG: "P408",
    errno.EROFS: "P405",
    errno.EACCES: "P403",
}
FORGIVEN = {errno.EINVAL, errno.ENOTSUP}
RIGHTS = Rights(0o600, os.getegid() + 1)
"""Of another group, so that giving the file to it is one of the calls."""

WRITES: dict[str, tuple[str, bytes | None, Callable[[Path], object]]] = {
    "replace": ("a.yaml", OLD, lambda path: replace(path, NEW, digest_of(OLD))),
    "new": ("a.yaml", None, lambda path: write_new(path, NEW)),
    "new-narrow": ("a.yaml", None, lambda path: write_new(path, NEW, RIGHTS)),
    "overwrite": ("a.yaml", OLD, lambda path: overwrite(path, NEW, RIGHTS)),
    "pieces": ("a.yaml", OLD, lambda path: overwrite(path, iter((NEW[:1], NEW[1:])), RIGHTS)),
    "printed": ("a.yaml", None, lambda path: overwrite(path, NEW, RIGHTS)),
    "backup": ("a.1.0.yaml.bak", None, lambda path: keep_old(path, NEW, "1.0")),
    "set": (
        "set.yaml",
        None,
        lambda path: write_into(path.parent, {"set.yaml": NEW}),
    ),
}
"""By name: the file that is written, what it holds before, and the write."""
_USED: dict[tuple[str, str], int] = {}
"""How often each write uses each call to the system."""


def attempt(
    write: Callable[[], object],
    call: str,
    error: int,
    at: int,
    monkeypatch: pytest.MonkeyPatch,
    *,
    carried_out: bool = False,
) -> Problem | None:
    """The problem that a write with one fault ends in; None where it went well."""
    with monkeypatch.context() as patch:
        Fault(patch, call, error, at, carried_out=carried_out)
        try:
            write()
        except WriteRefused as refused:
            return refused.problems[0]
    return None


def prepare(folder: Path, files: dict[str, bytes | None]) -> None:
    """A folder with these files and no others, but for the locks of sessions."""
    for file in folder.iterdir():
        if file.suffix != ".lock":
            file.unlink()
    for name, content in files.items():
        if content is not None:
            (folder / name).write_bytes(content)


@pytest.mark.parametrize("carried_out", [False, True], ids=["undone", "done"])
@pytest.mark.parametrize("error", [*ERRORS, *FORGIVEN], ids=errno.errorcode.get)
@pytest.mark.parametrize("kind", WRITES)
def test_the_file_is_old_or_new_and_told_as_such(
    kind: str, error: int, carried_out: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    name, before, write = WRITES[kind]
    target = tmp_path / name
    files = {"a.yaml": OLD if kind == "backup" else None, name: before}
    with hold(path):  # the lock belongs to the session; faults are about the write
        for call in CALLS:
            if (kind, call) not in _USED:  # whatever fails later, as often
                prepare(tmp_path, files)
                _USED[kind, call] = times(call, lambda: write(path), monkeypatch)
            for at in range(_USED[kind, call]):
                prepare(tmp_path, files)
                problem = attempt(
                    lambda: write(path), call, error, at, monkeypatch, carried_out=carried_out
                )
                code = problem.code if problem else None
                step = f"{call} {at}: {code}"
                # What could not be removed is swept at the next write.
                temporary = [file for file in names(tmp_path) if file.endswith(".tmp")]
                assert not temporary or call == "unlink", step
                after = target.read_bytes() if target.exists() else None
                assert after == (NEW if code in (None, NOT_CONFIRMED) else before), step
                if call == "fsync":
                    assert (code is None) == (error in FORGIVEN), step
                if call == "write" and name == "a.yaml" and error in ERRORS:
                    assert code == ERRORS[error], step
                assert kind != "backup" or path.read_bytes() == OLD
    assert not lock_path(path).exists()


@pytest.mark.parametrize("error", ERRORS, ids=errno.errorcode.get)
def test_a_conflict_copy_is_whole_or_refused(
    error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    for call in CALLS:
        for at in range(times(call, lambda: keep_beside(path, NEW), monkeypatch)):
            prepare(tmp_path, {"a.yaml": OLD})
            problem = attempt(lambda: replace(path, NEW, "other"), call, error, at, monkeypatch)
            assert path.read_bytes() == OLD
            beside = [
                file for file in names(tmp_path) if ".conflict-" in file and "lock" not in file
            ]
            if problem is not None and problem.code == "P413":  # the disk's doubts come with it
                assert Path(str(problem.facts["kept"])).read_bytes() == NEW
            else:
                assert not beside, f"{call} {at}: {problem}"
        prepare(tmp_path, {"a.yaml": OLD})


@pytest.mark.parametrize("error", ERRORS, ids=errno.errorcode.get)
def test_minutes_are_added_whole_or_not_at_all(
    error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "minutes.md"
    for before in (OLD, None):
        for written in (0, 7):
            path.unlink(missing_ok=True)
            if before is not None:
                path.write_bytes(before)
            log = AppendedFile.opened(path)
            stream = log._stream
            monkeypatch.setattr(log, "_stream", Filling(stream, written, error))
            with pytest.raises(WriteRefused) as caught:
                log.add(NEW.decode())
            assert caught.value.problems[0].code == ERRORS[error]
            assert path.read_bytes() == (before or b"")
            log.close()
            assert path.exists() == (before is not None)


class Filling:
    """A stream onto a disk that has room for a few bytes more."""

    def __init__(self, stream: object, room: int, error: int) -> None:
        self.stream, self.room, self.error = stream, room, error

    def __getattr__(self, name: str) -> object:
        return getattr(self.stream, name)

    def write(self, content: bytes) -> int:
        if not self.room:
            raise OSError(self.error, os.strerror(self.error))
        some, self.room = content[: self.room], 0
        return int(getattr(self.stream, "write")(some))  # noqa: B009 - an object has no write


@pytest.mark.parametrize("error", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("call", ["open", "close"])
def test_a_fault_around_the_lock(
    call: str, error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    for at in range(6):
        attempt(lambda: overwrite(path, NEW), call, error, at, monkeypatch)
        assert path.read_bytes() in (OLD, NEW)
        assert all(not name.endswith(".tmp") for name in names(tmp_path))
        overwrite(path, OLD)
    assert names(tmp_path) == ["a.yaml"]


def test_short_writes_are_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda at, content: real(at, content[:7]))
    write_new(tmp_path / "a.yaml", NEW)
    assert (tmp_path / "a.yaml").read_bytes() == NEW


def test_a_write_that_lost_something_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "write", lambda at, some: real(at, some[:-1]) and len(some))
    with pytest.raises(WriteRefused):
        overwrite(path, NEW)
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_an_interruption_leaves_nothing_behind(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, call, interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(path, NEW, digest_of(OLD))
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["a.yaml"]
