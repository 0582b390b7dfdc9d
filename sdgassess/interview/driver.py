"""Running a sitting: show, read, save, and only then the next screen.

Everything that was answered is on disk whenever a prompt waits, so leaving in any way loses
nothing. What is not caught here: a refused save. The profile that could not be saved is in the
hands of `save` at that moment, which is where another place for it can be found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from sdgassess.interview.engine import Interview, Outcome
from sdgassess.interview.state.screen import PromptKind
from sdgassess.interview.state.sitting import Ended
from sdgassess.language import Words
from sdgassess.model.profile import Profile


class Terminal(Protocol):
    """What a sitting needs of a terminal."""

    def show(self, lines: Sequence[str]) -> None:
        """Show lines, as they are."""

    def columns(self) -> int | None:
        """How wide it is at the moment; None where it has no width of its own."""

    def read(self, prompt: str, kind: PromptKind, begun: str = "") -> str | None:
        """What was typed, without its line end; None at the end of input.

        Where lines are edited, `begun` stands on the line already, to be corrected.
        Only a comment may hold more than one line where lines are typed; pasted text may hold
        several anywhere.
        """


@runtime_checkable
class Window(Terminal, Protocol):
    """A terminal with a window in which a page can begin."""

    def rows(self) -> int | None:
        """How many lines the window has at the moment; None where no page can begin."""

    def begin_page(self, lines: Sequence[str], *, again: bool) -> None:
        """Show lines on a clean window, and tell of another size of it while a line is read.

        Args:
            lines: the page, without its prompt.
            again: whether it takes the place of the page that is there, which is no loss; what
                is there is kept above the window otherwise.
        """


class WindowResized(Exception):  # noqa: N818 - nothing is wrong
    """The window got another size while a line was read.

    Attributes:
        begun: what was typed by then.
    """

    def __init__(self, begun: str) -> None:
        """Keep what was typed."""
        super().__init__(begun)
        self.begun = begun


Save = Callable[[Profile], None]
"""Puts a profile on disk, whole or not at all."""

Note = Callable[[], None]
"""Takes minutes of what was saved since the last time."""


class Held(NamedTuple):
    """A sitting that was held.

    Attributes:
        ended: how it ended; on an interrupt too, everything answered has been saved.
        elsewhere: a file to go on with instead, where one was chosen at its beginning.
        printing: whether what was agreed is to be printed.
    """

    ended: Ended
    elsewhere: str | None = None
    printing: bool = False


def sit(interview: Interview, terminal: Terminal, save: Save) -> Ended:
    """Run an interview as `hold_sitting` does, without caring for another file.

    Returns:
        How it ended.

    Raises:
        WriteRefused: from `save`, unchanged.
    """
    return hold_sitting(interview, terminal, save).ended


def hold_sitting(
    interview: Interview,
    terminal: Terminal,
    save: Save,
    speak: Callable[[Words], None] | None = None,
    note: Note = lambda: None,
) -> Held:
    """Run an interview until it is over, left, or interrupted.

    Args:
        interview: where to begin.
        terminal: shows and reads.
        save: called after every change, before anything else is shown.
        speak: told the fixed sentences when the language is changed on the way.
        note: called wherever the room stands between two things: a round of unseen answers, or an
            agreement that is still being put down, is over by then.

    Raises:
        WriteRefused: from `save`, unchanged.
    """
    reply, again = interview.reply, False
    while not interview.over:
        try:
            line = _line_typed(interview, terminal, reply, again=again)
        except KeyboardInterrupt:
            dropped = interview.dropped()
            if dropped is not None:
                interview, reply = dropped.interview, dropped.reply
                continue
            if interview.owed is not None:
                save(interview.owed)
            return Held(Ended.INTERRUPTED)
        interview = _in_window(interview, terminal)
        outcome = interview.leave() if line is None else interview.take(line)
        words = outcome.interview.sitting.setting.words
        if speak is not None and words is not interview.sitting.setting.words:
            speak(words)
        if not _saved(outcome, save):
            return Held(Ended.INTERRUPTED)
        if outcome.interview.is_between:
            note()
        again = outcome.interview.goes_on_unseen(interview)
        interview, reply = outcome.interview, outcome.reply
    terminal.show(reply)
    ended = Ended.FINISHED if interview.finished else Ended.LEFT
    return Held(ended, interview.elsewhere, interview.printing)


def _line_typed(
    interview: Interview, terminal: Terminal, reply: Sequence[str], *, again: bool
) -> str | None:
    """Show what was said and what is asked, and read a line; anew where the window is resized.

    Args:
        interview: where the sitting is.
        terminal: shows and reads.
        reply: what was said about the line before.
        again: whether a page may take the place of the one before.

    Returns:
        What was typed; None at the end of input.
    """
    begun: str | None = None
    while True:
        interview = _in_window(interview, terminal)
        page, screen = interview.page(reply), interview.screen
        if page is not None and isinstance(terminal, Window):
            terminal.begin_page(page.lines, again=again)
            screen = page
        else:
            terminal.show((*reply, *screen.lines))
        try:
            return terminal.read(
                screen.prompt, screen.kind, screen.begun if begun is None else begun
            )
        except WindowResized as resized:
            begun, again = resized.begun, True
            reply = _in_window(interview, terminal).sitting.setting.fitted(reply)


def _in_window(interview: Interview, terminal: Terminal) -> Interview:
    """The interview in a window of the size that the terminal has now."""
    rows = terminal.rows() if isinstance(terminal, Window) else None
    return interview.resized(terminal.columns(), rows)


def _saved(outcome: Outcome, save: Save) -> bool:
    """Save what changed; an interrupt during it is held back until it is done.

    Returns:
        Whether to go on; False where the sitting was interrupted meanwhile.
    """
    profile = outcome.interview.profile
    if not outcome.changed or profile is None:
        return True
    try:
        save(profile)
    except KeyboardInterrupt:
        save(profile)
        return False
    return True
