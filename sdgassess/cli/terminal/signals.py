"""Signals: what ends a sitting, and a Ctrl-C that is told again where nobody heard it.

A library may swallow the first Ctrl-C while it draws a prompt; then the prompt would wait as if
nothing had been pressed. So a clock tells it again until whoever reads the line has heard it.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from sdgassess.interview.driver import Terminal, Window
from sdgassess.interview.state.screen import PromptKind

PATIENCE = 0.5
"""Seconds after which what was not heard is told again."""


def end_at_signals() -> None:
    """Let the signals of a closed window or a machine that stops end the run with their code."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _end)


def _end(number: int, _: FrameType | None) -> None:
    """A signal that ends the sitting: everything confirmed is saved already.

    Signals come in crowds – a closed window sends several – and the first one is enough; while
    suspended, the terminal is put back without waiting to be called to the front.
    """
    for name in ("SIGTERM", "SIGHUP", "SIGTTIN", "SIGTTOU"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    if hasattr(signal, "setitimer"):  # a library that swallowed the first call hears the next
        signal.signal(signal.SIGALRM, lambda *_: sys.exit(128 + number))
        signal.setitimer(signal.ITIMER_REAL, PATIENCE, PATIENCE)
    raise SystemExit(128 + number)


@contextmanager
def repeated_interrupts() -> Iterator[None]:
    """Tell a Ctrl-C again until it is heard; Windows, which has no such clock, tells it once."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        stop_clock()
        signal.signal(signal.SIGINT, before)


def stop_clock() -> None:
    """Stop telling: the signal has arrived."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Raise it now, and let the clock raise it again."""
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE, PATIENCE)
    signal.default_int_handler(number, frame)


class HearingTerminal:
    """A terminal that hears a Ctrl-C once and lets the clock stop."""

    def __init__(self, terminal: Terminal) -> None:
        """Hear for a terminal."""
        self._terminal = terminal

    def show(self, lines: Sequence[str]) -> None:
        """Show lines, as they are."""
        self._terminal.show(lines)

    def columns(self) -> int | None:
        """How wide the terminal is at this moment, where that can be known."""
        return self._terminal.columns()

    def rows(self) -> int | None:
        """How high the terminal's window is at this moment, where a page can begin in it."""
        return self._terminal.rows() if isinstance(self._terminal, Window) else None

    def begin_page(self, lines: Sequence[str], *, again: bool) -> None:
        """Show lines on a clean window."""
        if isinstance(self._terminal, Window):
            self._terminal.begin_page(lines, again=again)

    def read(self, prompt: str, kind: PromptKind, begun: str = "") -> str | None:
        """What was typed; on a Ctrl-C the clock stops before anybody is told."""
        try:
            return self._terminal.read(prompt, kind, begun)
        except KeyboardInterrupt:
            stop_clock()
            raise
