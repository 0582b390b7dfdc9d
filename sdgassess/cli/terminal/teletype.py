"""The terminal below the letters: its modes, put back as they were found, and what waits in it.

Off a terminal, and where terminals have no modes (Windows), nothing here does anything.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

if sys.platform != "win32":
    import termios

_LOCAL, _SIGNS = 3, 6
"""Where a terminal's modes hold its local switches, and its special characters."""

_READ_SEQUENCES = 0x0004
"""A mode of Windows consoles: ENABLE_VIRTUAL_TERMINAL_PROCESSING."""

_NARROWEST = 20
"""Fewer columns than this hold no words."""

_MOST = 1_000_000
"""How many bytes may follow without a pause; more is no paste."""


def terminal_of(stream: TextIO | None) -> int | None:
    """The file descriptor of a stream that is a terminal with modes; None where it is not."""
    if sys.platform == "win32" or stream is None:
        return None
    try:
        return stream.fileno() if stream.isatty() else None
    except (OSError, ValueError):
        return None


def columns_of(stream: TextIO) -> int | None:
    """How wide the terminal behind a stream is at the moment; None off a terminal.

    Whoever sets `COLUMNS` has said how wide it is.
    """
    try:
        if not stream.isatty():
            return None
    except ValueError:  # the stream is closed
        return None
    columns = shutil.get_terminal_size((0, 0)).columns
    return max(columns, _NARROWEST) if columns else None


def rows_of(stream: TextIO) -> int | None:
    """How many lines the window behind a stream has; None off a terminal."""
    try:
        if not stream.isatty():
            return None
    except ValueError:  # the stream is closed
        return None
    return shutil.get_terminal_size((0, 0)).lines or None


def reads_sequences(stream: TextIO) -> bool:
    """Whether a terminal reads escape sequences; consoles of Windows only once they are told to.

    Without that, older ones show them as signs: `←[1m`.
    """
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    kernel, mode = ctypes.windll.kernel32, ctypes.c_uint32()
    try:
        console = msvcrt.get_osfhandle(stream.fileno())
    except (OSError, ValueError):
        return False
    if not kernel.GetConsoleMode(console, ctypes.byref(mode)):
        return "MSYSTEM" in os.environ  # a terminal of another kind, such as that of git
    return bool(kernel.SetConsoleMode(console, mode.value | _READ_SEQUENCES))


@contextmanager
def tidy_terminal() -> Iterator[None]:
    """Leave the terminal as it was found, whatever ends what happens within.

    What was typed or pasted and not read is thrown away, so that no shell runs it.
    """
    terminal = terminal_of(sys.stdin)
    if sys.platform == "win32" or terminal is None:
        yield
        return
    before = termios.tcgetattr(terminal)
    try:
        yield
    finally:
        # The window may be gone; from the background the terminal belongs to somebody else.
        with suppress(termios.error, OSError):
            if os.tcgetpgrp(terminal) == os.getpgrp():
                termios.tcsetattr(terminal, termios.TCSANOW, before)
                termios.tcflush(terminal, termios.TCIFLUSH)


@contextmanager
def without_echo(terminal: int) -> Iterator[None]:
    """Show nothing of what is typed within, but the end of the line.

    The key that suspends waits meanwhile: a shell would bring back a terminal that shows.
    """
    if sys.platform == "win32":
        yield
        return
    before, quiet = termios.tcgetattr(terminal), termios.tcgetattr(terminal)
    quiet[_LOCAL] = quiet[_LOCAL] & ~termios.ECHO | termios.ECHONL
    quiet[_SIGNS][termios.VSUSP] = bytes([os.fpathconf(terminal, "PC_VDISABLE")])
    with _modes(terminal, quiet, before):
        yield


@contextmanager
def hearing_signals(every: float = 0.1) -> Iterator[None]:
    """Let signals be heard while a line is waited for.

    One that comes in the instant between the prompt and the waiting would be forgotten until the
    next key, for Python looks only when the waiting is interrupted. So a clock interrupts it.

    Args:
        every: seconds between two interruptions.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    try:
        signal.setitimer(signal.ITIMER_REAL, every, every)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def as_utf8(line: str) -> str:
    """A line whose bytes the locale could not read, read as UTF-8, which terminals send."""
    try:
        return line.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half a character, as a Windows console can send it
        return line


def pasted_bytes(terminal: int, first: float = 0.005, pause: float = 0.03) -> bytes:
    """What came right behind a line, such as the rest of a paste; the last line may be open.

    Args:
        terminal: its file descriptor.
        first: for how many seconds its first byte is waited for; every answer pays for this.
        pause: for how many seconds nothing must come for it to be over once it has begun.
    """
    if sys.platform == "win32":
        return b""
    before, unedited = termios.tcgetattr(terminal), termios.tcgetattr(terminal)
    unedited[_LOCAL] &= ~(termios.ICANON | termios.ECHO)
    paste = b""
    with _modes(terminal, unedited, before):
        while (
            len(paste) < _MOST and select.select([terminal], [], [], pause if paste else first)[0]
        ):
            part = os.read(terminal, 65_536)
            if not part:
                break
            paste += part
    return paste


def lines_behind(paste: str) -> tuple[list[str], bool]:
    """The lines that came behind a line, and whether the last of them is still open.

    Args:
        paste: what came, as `pasted_bytes` gives it.

    Returns:
        No line where nothing came. Who pasted an open last line types Enter behind it.
    """
    text = as_utf8(paste).replace("\r\n", "\n").replace("\r", "\n").strip("\x00\x04")
    if not text:
        return [], False
    return text.removesuffix("\n").split("\n"), not text.endswith("\n")


if sys.platform != "win32":

    @contextmanager
    def _modes(terminal: int, modes: list[Any], before: list[Any]) -> Iterator[None]:
        """Hold a terminal in some modes, then put back those from before."""
        try:
            termios.tcsetattr(terminal, termios.TCSADRAIN, modes)
            yield
        finally:
            with suppress(termios.error):
                termios.tcsetattr(terminal, termios.TCSADRAIN, before)
