"""The plain terminal: lines out, a line in, and not one escape sequence.

For pipes, dumb terminals and screen readers. Everything is appended; nothing moves or colours.
"""

from __future__ import annotations

import io
import locale
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from sdgassess.interview.screen import Kind


class PlainTerminal:
    """Shows and reads plainly; both streams can be handed in."""

    def __init__(self, typed: TextIO | None = None, shown: TextIO | None = None) -> None:
        """Use the process's own streams where none are given.

        A broken byte or a letter that the terminal lacks must not end a sitting, so both are
        replaced by a mark.
        """
        self._typed = typed if typed is not None else sys.stdin
        self._shown = shown if shown is not None else sys.stdout
        for stream in (self._typed, self._shown):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        self._live = self._typed is sys.stdin and self._shown is sys.stdout and _live()

    def show(self, lines: Sequence[str]) -> None:
        """Print lines and make sure that they are seen."""
        for line in lines:
            print(line, file=self._shown)
        self._shown.flush()

    def read(self, prompt: str, kind: Kind = Kind.WORDS) -> str | None:  # noqa: ARG002
        """A line, with line editing on a real terminal; None at the end of input."""
        line = self._edited(prompt) if self._live else self._piped(prompt)
        return None if line is None else line.rstrip("\r\n")

    def _edited(self, prompt: str) -> str | None:
        """A line from people. The label goes to `input`, or editing would eat it."""
        _load_editing()
        try:
            return input(prompt)
        except (EOFError, OSError):
            self._end_line()
            return None
        except (KeyboardInterrupt, SystemExit):
            self._end_line()
            raise

    def _piped(self, prompt: str) -> str | None:
        """A line from a pipe or file; no Enter ends the prompt's line, so it is ended here."""
        print(prompt.rstrip(), file=self._shown, flush=True)
        try:
            line = self._typed.readline()
        except (ValueError, OSError):
            return None
        return line or None

    def _end_line(self) -> None:
        """Begin a new line after a prompt that was not answered."""
        with suppress(OSError):
            print(file=self._shown, flush=True)


def _load_editing() -> None:
    """Give `input` its line editing where that reads letters whole.

    Outside UTF-8 readline takes every byte above ASCII for a key of its own, and `Ærø` arrives
    as `rø`; the terminal's own editing keeps it.
    """
    codeset = getattr(locale, "nl_langinfo", None)
    if codeset is not None and codeset(locale.CODESET).upper() not in ("UTF-8", "UTF8"):
        return
    with suppress(ImportError):
        import readline  # noqa: F401, PLC0415 - loading it is what gives `input` its editing


def _live() -> bool:
    """Whether people sit at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
