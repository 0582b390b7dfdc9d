"""Every call to the system fails in every way, at every step: the file is the old or the new."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sdgassess.files.write.lock import lock_path
from sdgassess.files.write.writer import (
    digest_of,
    hold,
    overwrite,
    replace,
    write_new,
)
from sdgassess.problem import WriteRefused
from tests.given.saving import names

OLD, NEW = b"old\n" * 10, b"new\n" * 1000
CALLS = ["open", "write", "fsync", "fstat", "fchmod", "replace", "rename", "link", "close"]
ERRORS = {
    errno.ENOSPC: "P406",
    errno.EIO: "P416",
    errno.EDQUOT: "P407",
    errno.EFBIG: "P408",
    errno.EROFS: "P405",
    errno.EACCES: "P403",
}
FORGIVEN = {errno.EINVAL, errno.ENOTSUP}


class Fault:
    """Makes one call to the system fail, at its n-th use on anything in a folder."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, call: str, error: int, at: int) -> None:
        self.used = 0
        self.at = at
        self.error = error
        self.real = getattr(os, call)
        monkeypatch.setattr(os, call, self)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        self.used += 1
        if self.used == self.at + 1:
            if self.real is os_close:
                self.real(*arguments)
            raise OSError(self.error, os.strerror(self.error))
        return self.real(*arguments, **named)


os_close = os.close


def times(call: str, write: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a call is used in a write that succeeds."""
    with monkeypatch.context() as patch:
        fault = Fault(patch, call, 0, -2)
        write()
    return fault.used


@pytest.mark.parametrize("error", [*ERRORS, *FORGIVEN], ids=errno.errorcode.get)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("kind", ["replace", "new", "overwrite"])
def test_the_file_is_old_or_new(
    kind: str, call: str, error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    writes: dict[str, Callable[[], object]] = {
        "replace": lambda: replace(path, NEW, digest_of(OLD)),
        "new": lambda: write_new(path, NEW),
        "overwrite": lambda: overwrite(path, NEW),
    }
    before = None if kind == "new" else OLD

    def reset() -> None:
        path.unlink(missing_ok=True)
        if before is not None:
            path.write_bytes(before)

    reset()
    with hold(path):  # the lock belongs to the session; faults are about the write
        for at in range(times(call, writes[kind], monkeypatch)):
            reset()
            code = attempt(writes[kind], call, error, at, monkeypatch)
            assert names(tmp_path) in ([".a.yaml.lock"], [".a.yaml.lock", "a.yaml"])
            after = path.read_bytes() if path.exists() else None
            assert after == NEW if code is None else after in (before, NEW)
            if call == "fsync":
                assert (code is None) == (error in FORGIVEN)
            if call in {"write", "fsync", "replace"} and error in ERRORS:
                assert code == ERRORS[error]
            if call in {"write", "fchmod", "rename"} or (call == "fsync" and at == 0):
                assert after == before or code is None
    assert not lock_path(path).exists()


def attempt(
    write: Callable[[], object], call: str, error: int, at: int, monkeypatch: pytest.MonkeyPatch
) -> str | None:
    """The problem that a write with one fault ends in; None where it went well."""
    with monkeypatch.context() as patch:
        Fault(patch, call, error, at)
        try:
            write()
        except WriteRefused as refused:
            return refused.problems[0].code
    return None


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
