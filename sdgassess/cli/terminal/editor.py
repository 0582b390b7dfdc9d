"""The terminal with line editing: a line that can be corrected, a paste that stays whole.

prompt_toolkit edits the line and does nothing else: what is shown is printed as it is and stays
in the scrollback. Importing this module costs prompt_toolkit, so only
`sdgassess.cli.terminal.choice` does, where people sit at a real terminal.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.styles import Style

from sdgassess.cli.terminal.teletype import (
    as_utf8,
    columns_of,
    lines_behind,
    pasted_bytes,
    rows_of,
    terminal_of,
)
from sdgassess.interview.driver import WindowResized
from sdgassess.interview.state.screen import PromptKind, Strong
from sdgassess.language import Words
from sdgassess.text import visible

Compose = Callable[[str], str | None]
"""Lets people go on with a text in an editor of their own: what they saved; None if it failed."""

_CALL = ":e"
"""What is typed on a line of its own to open that editor."""

_BOLD, _NORMAL = "\x1b[1m", "\x1b[0m"

_UNCOLOURED = Style([("aborting", "noinherit"), ("exiting", "noinherit")])
"""A line that was left stays as it is; it would turn grey, which a projector does not show."""

_IN_A_PASTE = ("\r", "\n", "\t")
"""Keys other than letters that a paste is made of."""

_INTERRUPT = "\x03"
"""Ctrl-C, as a terminal sends it that makes no signal of it."""

_KEYS_THAT_TYPE = ((("s-tab",), "b"), (("escape", "b"), "b"), (("f1",), "?"))
"""Keys that say at an empty answer what can be typed there: one question back, help."""

_NEW_LINE = (("escape", "enter"), ("escape", "c-j"))
"""Alt+Enter, as terminals send it."""


class EditorTerminal:
    """Shows lines and reads edited ones; input and output can be handed in."""

    def __init__(
        self,
        words: Words,
        *,
        weights: bool,
        compose: Compose,
        typed: Input | None = None,
        drawn: Output | None = None,
    ) -> None:
        """Prepare the terminal.

        Args:
            words: the fixed sentences.
            weights: whether strong lines are printed bold.
            compose: opens an editor for a comment.
            typed: where keys come from; the process's own terminal where not given.
            drawn: where the edited line is drawn; the same.

        Raises:
            Exception: whatever prompt_toolkit finds wrong with a terminal that it cannot use.
        """
        # Without a toolbar nobody needs to ask the terminal where its cursor is, and no beeps.
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
        os.environ.setdefault("PROMPT_TOOLKIT_BELL", "false")
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")
        self._words = words
        self._weights = weights
        self._compose = compose
        self._typed = typed or create_input()
        self._drawn = drawn or create_output()
        self._terminal = terminal_of(sys.stdin) if typed is None else None
        self._owed = False
        self._paged: tuple[int | None, int | None] | None = None
        self._sessions = {
            kind: self._session(kind) for kind in (PromptKind.ANSWER, PromptKind.COMMENT)
        }

    def show(self, lines: Sequence[str]) -> None:
        """Print lines as they are, strong ones bold, and make sure that they are seen.

        Below a page, or away from one, there is nothing to be drawn anew at another size.
        """
        self._paged = None
        for line in lines:
            bold = self._weights and isinstance(line, Strong) and line
            sys.stdout.write(f"{_BOLD}{line}{_NORMAL}\n" if bold else f"{line}\n")
        sys.stdout.flush()

    def columns(self) -> int | None:
        """How wide the window is at the moment."""
        return columns_of(sys.stdout)

    def rows(self) -> int | None:
        """How high the window is at the moment."""
        return rows_of(sys.stdout)

    def begin_page(self, lines: Sequence[str], *, again: bool) -> None:
        """Show lines on a clean window; what stood there scrolls up, unless it is shown again.

        From then on a line that is read ends where the window gets another size.
        """
        sys.stdout.flush()
        if not again:
            self._drawn.write_raw("\n" * (self.rows() or 0))
        self._drawn.cursor_goto(0, 0)
        self._drawn.erase_down()
        self._drawn.flush()
        self.show(lines)
        self._paged = self._size()

    def _size(self) -> tuple[int | None, int | None]:
        """The size of the window."""
        return self.columns(), self.rows()

    def _end_at_resize(self, _: object) -> None:
        """End the reading where the page is no longer as wide and high as the window."""
        app = get_app()
        if self._paged in (None, self._size()) or app.future is None or app.future.done():
            return
        app.exit(exception=WindowResized(app.current_buffer.text))

    def read(self, prompt: str, kind: PromptKind, begun: str = "") -> str | None:
        """What was typed; None at the end of input. What was not understood stands there again.

        A paste keeps its lines. A terminal that does not mark one types them: lines that come
        faster than people type are one text with the first, and one empty line behind an open
        last one says nothing.
        """
        typed = self._edit(prompt, kind, begun)
        if self._owed and typed == "":
            typed = self._edit(prompt, kind)
        # Whoever reads next without a page, such as a save that was refused, draws none anew.
        self._owed, self._paged = False, None
        while kind is PromptKind.COMMENT and typed is not None:
            before_call = text_before_call(typed)
            if before_call is None:
                break
            composed = self._compose(before_call)
            if composed is not None:
                self.show([visible(line) for line in composed.split("\n")])
                return composed
            self.show([self._words("No editor could be opened; go on here.")])
            typed = self._edit(prompt, kind, before_call)
        return None if typed is None else typed + self._paste(seen=kind is not PromptKind.UNSEEN)

    def _paste(self, *, seen: bool) -> str:
        """The lines of a paste behind its first one, which nothing has shown yet.

        Keys that are more than letters, such as Ctrl-C, are no paste, and stay for what follows.
        """
        pressed = get_typeahead(self._typed)
        if any(press.data[:1] < " " and press.data not in _IN_A_PASTE for press in pressed):
            store_typeahead(self._typed, pressed)
            return ""
        waiting = "".join(press.data for press in pressed)
        if self._terminal is not None:
            waiting += pasted_bytes(self._terminal).decode("utf-8", "surrogateescape")
        if _INTERRUPT in waiting:  # typed right behind Enter, while the keys were still read here
            waiting = waiting.partition(_INTERRUPT)[0]
            store_typeahead(self._typed, [KeyPress(Keys.ControlC, _INTERRUPT)])
        lines, self._owed = lines_behind(waiting)
        if seen:
            self.show([visible(line) for line in lines])
        return "".join(f"\n{line}" for line in lines)

    def _edit(self, prompt: str, kind: PromptKind, begun: str = "") -> str | None:
        """One line from people, beginning with what is there already."""
        # Nothing of an unseen answer may come back, not even by a key that pastes what was cut.
        session = self._session(kind) if kind is PromptKind.UNSEEN else self._sessions.get(kind)
        if session is None:
            session = self._sessions[kind] = self._session(kind)
        try:
            # Its own way with an interrupt loses the one that comes just as a line has ended.
            typed = session.prompt(
                prompt,
                default=begun,
                set_exception_handler=False,
                handle_sigint=False,
                pre_run=_end_at_faults,
            )
        except (EOFError, OSError):
            return None
        except (KeyboardInterrupt, SystemExit):
            self._put_back()
            raise
        return as_utf8(typed)

    def _put_back(self) -> None:
        """Undo what was asked of the terminal for editing; a signal may come before its end."""
        with suppress(OSError):
            self._drawn.disable_bracketed_paste()
            self._drawn.enable_autowrap()
            self._drawn.show_cursor()
            self._drawn.reset_attributes()
            self._drawn.flush()

    def _session(self, kind: PromptKind) -> PromptSession[str]:
        """What reads one kind of line. Its settings stick to it, so each kind has its own."""
        session: PromptSession[str] = PromptSession(
            history=DummyHistory(),
            is_password=kind is PromptKind.UNSEEN,
            key_bindings=_keys(kind),
            style=_UNCOLOURED,
            include_default_pygments_style=False,
            enable_suspend=True,
            input=self._typed,
            output=self._drawn,
        )
        session.app.before_render += self._end_at_resize
        return session


def text_before_call(typed: str) -> str | None:
    """What was typed before the call of the editor on the last line; None where there is none."""
    begun, _, last = typed.rstrip().rpartition("\n")
    return begun if last.strip() == _CALL else None


def _keys(kind: PromptKind) -> KeyBindings:
    """The keys that a kind of line has beside the usual ones; none is needed."""
    keys = KeyBindings()
    if kind is PromptKind.ANSWER:
        for strokes, text in _KEYS_THAT_TYPE:
            _type(keys, strokes, text)
    if kind is PromptKind.COMMENT:
        for strokes in _NEW_LINE:
            keys.add(*strokes)(_begin_line)
    return keys


def _type(keys: KeyBindings, strokes: tuple[str, ...], text: str) -> None:
    """Let a key type a line and end it, where nothing is typed yet."""

    @keys.add(*strokes, filter=Condition(lambda: not get_app().current_buffer.text))
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.text = text
        event.current_buffer.validate_and_handle()


def _begin_line(event: KeyPressEvent) -> None:
    """A new line in a comment."""
    event.current_buffer.insert_text("\n")


def _end_at_faults() -> None:
    """Let a fault while a line is read end the reading, where it would be printed and waited on.

    A terminal that went away is such a fault.
    """
    app = get_app()

    def end(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        fault = context.get("exception")
        if isinstance(fault, Exception) and app.future and not app.future.done():
            app.exit(exception=fault)

    asyncio.get_running_loop().set_exception_handler(end)
