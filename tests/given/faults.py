"""Calls to the system that fail, one at a time: a full disk, a broken one, a read-only one."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest

CALLS = (
    *("open", "write", "fsync", "fstat", "fchmod", "fchown"),
    *("replace", "rename", "link", "unlink", "close", "lstat", "mkdir", "ftruncate"),
)
"""What a write asks of the system."""

_open, _close = os.open, os.close


class Fault:
    """Makes one call to the system fail, at its n-th use.

    Attributes:
        used: how often it was used so far.
    """

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        call: str,
        error: int,
        at: int,
        *,
        carried_out: bool = False,
    ) -> None:
        """Put it in the place of the call.

        Args:
            monkeypatch: takes it out again.
            call: a function of `os`.
            error: the number of the error.
            at: which use fails, from 0.
            carried_out: whether the call does its work and fails all the same, as a disk in the
                network may that loses its answer; what opens a file never does both.
        """
        self.used = 0
        self.at = at
        self.error = error
        self.carried_out = carried_out
        self.real = getattr(os, call)
        monkeypatch.setattr(os, call, self)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        self.used += 1
        if self.used != self.at + 1:
            return self.real(*arguments, **named)
        if self.real is _close or (self.carried_out and self.real is not _open):
            self.real(*arguments, **named)
        raise OSError(self.error, os.strerror(self.error))


def times(call: str, run: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a call is used in a run that succeeds."""
    with monkeypatch.context() as patch:
        fault = Fault(patch, call, 0, -2)
        run()
    return fault.used
