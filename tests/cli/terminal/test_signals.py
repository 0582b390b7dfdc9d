"""A Ctrl-C that a library swallows arrives all the same, and only once."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress

import pytest

from sdgassess.cli.terminal.signals import PATIENCE, HearingTerminal, repeated_interrupts
from sdgassess.interview.state.screen import PromptKind

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no clock that interrupts there")


SLEPT = 60
"""Seconds that nobody sleeps who hears."""


class Swallowing:
    """A terminal that swallows the first Ctrl-C and goes on waiting."""

    def show(self, lines: Sequence[str]) -> None:
        """Nothing is looked at here."""

    def columns(self) -> int | None:
        return None

    def read(self, prompt: str, kind: PromptKind, begun: str = "") -> str | None:  # noqa: ARG002 - typed all the same
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(SLEPT)
        time.sleep(SLEPT)
        return "nobody was heard"


def test_what_was_swallowed_is_told_again() -> None:
    began = time.monotonic()
    with repeated_interrupts(), pytest.raises(KeyboardInterrupt):
        HearingTerminal(Swallowing()).read("? ", PromptKind.ANSWER)
    assert time.monotonic() - began < SLEPT


def test_what_was_heard_is_not_told_again() -> None:
    with repeated_interrupts():
        with pytest.raises(KeyboardInterrupt):
            HearingTerminal(Swallowing()).read("? ", PromptKind.ANSWER)
        time.sleep(2.5 * PATIENCE)


def test_afterwards_everything_is_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with repeated_interrupts():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
