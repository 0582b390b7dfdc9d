"""The plain terminal: lines out, a line in, and not one escape sequence.

For pipes, dumb terminals and screen readers. Everything is appended; nothing moves or colours.
"""

from __future__ import annotations

import io
import locale
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TextIO

from sdgassess.cli.terminal.teletype import (
    as_utf8,
    columns_of,
    hearing_signals,
    lines_behind,
    pasted_bytes,
    terminal_of,
    without_echo,
)
from sdgassess.interview.state.screen import PromptKind
from sdgassess.text import visible


class PlainTerminal:
    """Shows and reads plainly; both streams can be handed in."""

    def __init__(self, typed: TextIO | None = None, screen: TextIO | None = None) -> None:
        """Use the process's own streams where none are given; a closed one is empty.

        A broken byte or a letter that the terminal lacks must not end a sitting, so both are
        replaced by a mark.
        """
        self._typed: TextIO = typed or sys.stdin or io.StringIO()
        self._screen: TextIO = screen or sys.stdout or io.StringIO()
        for stream, errors in ((self._typed, "surrogateescape"), (self._screen, "replace")):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors=errors)
        self._live = self._typed is sys.stdin and self._screen is sys.stdout and _live()
        self._terminal = terminal_of(self._typed)
        self._owed = False

    def show(self, lines: Sequence[str]) -> None:
        """Print lines and make sure that they are seen."""
        for line in lines:
            print(line, file=self._screen)
        self._screen.flush()

    def columns(self) -> int | None:
        """How wide the terminal is at the moment; None off a terminal."""
        return columns_of(self._screen)

    def read(
        self,
        prompt: str,
        kind: PromptKind = PromptKind.WORDS,
        begun: str = "",  # noqa: ARG002 - what was refused is said back here, and typed anew
    ) -> str | None:
        """A line, with line editing on a real terminal; None at the end of input.

        On a real terminal an unseen answer is not shown while it is typed, and lines that come
        faster than people type are one text with the first. Whoever pasted an open last line
        types Enter behind it, when all is read already: one empty line after such a paste says
        nothing.
        """
        line = self._read(prompt, kind)
        if self._owed and line == "":
            line = self._read(prompt, kind)
        self._owed = False
        return None if line is None else line + self._paste(seen=kind is not PromptKind.UNSEEN)

    def _read(self, prompt: str, kind: PromptKind) -> str | None:
        """One line, without its end."""
        if kind is PromptKind.UNSEEN and self._terminal is not None:
            line = self._read_unseen(prompt, self._terminal)
        else:
            line = self._edit(prompt) if self._live else self._read_pipe(prompt)
        return None if line is None else as_utf8(line.rstrip("\r\n"))

    def _edit(self, prompt: str) -> str | None:
        """A line from people. The label goes to `input`, or editing would eat it."""
        _load_editing()
        with self._ending_line():
            try:
                with hearing_signals():
                    return input(prompt)
            except (EOFError, OSError):
                self._end_line()
                return None

    def _read_unseen(self, prompt: str, terminal: int) -> str | None:
        """A line of which nothing is shown; line editing would show it."""
        with self._ending_line(), without_echo(terminal), hearing_signals():
            print(prompt, end="", file=self._screen, flush=True)
            line = self._line()
        if line is None:
            self._end_line()
        return line

    def _read_pipe(self, prompt: str) -> str | None:
        """A line from a pipe or file; no Enter ends the prompt's line, so it is ended here."""
        print(prompt.rstrip(), file=self._screen, flush=True)
        return self._line()

    def _line(self) -> str | None:
        """A line as it comes; None at the end of input."""
        try:
            return self._typed.readline() or None
        except (ValueError, OSError):
            return None

    def _paste(self, *, seen: bool) -> str:
        """The lines of a paste behind its first one, shown where line editing kept them dark."""
        if self._terminal is None:
            return ""
        encoding = self._typed.encoding or "utf-8"
        paste = pasted_bytes(self._terminal).decode(encoding, "surrogateescape")
        lines, self._owed = lines_behind(paste)
        if seen and "readline" in sys.modules:
            self.show([visible(line) for line in lines])
        return "".join(f"\n{line}" for line in lines)

    @contextmanager
    def _ending_line(self) -> Iterator[None]:
        """Begin a new line where an interrupt or a signal comes instead of an answer."""
        try:
            yield
        except (KeyboardInterrupt, SystemExit):
            self._end_line()
            raise

    def _end_line(self) -> None:
        """Begin a new line after a prompt that was not answered."""
        with suppress(OSError):
            print(file=self._screen, flush=True)


def _load_editing() -> None:
    """Give `input` its line editing where that reads letters whole, and never an escape sequence.

    Outside UTF-8 readline takes every byte above ASCII for a key of its own, and `Ærø` arrives
    as `rø`; the terminal's own editing keeps it.
    """
    codeset = getattr(locale, "nl_langinfo", None)
    if codeset is not None and codeset(locale.CODESET).upper() not in ("UTF-8", "UTF8"):
        return
    if "readline" in sys.modules:
        return
    with suppress(ImportError), _as_dumb():
        import readline

        readline.parse_and_bind("set enable-bracketed-paste off")  # it is switched by escapes
        readline.set_auto_history(False)


@contextmanager
def _as_dumb() -> Iterator[None]:
    """Let readline, which asks once, believe in a terminal that can only go on and back."""
    name = os.environ.get("TERM")
    os.environ["TERM"] = "dumb"
    try:
        yield
    finally:
        if name is None:
            del os.environ["TERM"]
        else:
            os.environ["TERM"] = name


def _live() -> bool:
    """Whether people sit at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
