"""Running a sitting: show, read, save, and only then the next screen.

Everything that was answered is on disk whenever a prompt waits, so leaving in any way loses
nothing. What is not caught here: a refused save. The profile that could not be saved is in the
hands of `save` at that moment, which is where another place for it can be found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from sdgassess.interview.engine import Interview, Outcome
from sdgassess.interview.state.screen import PromptKind
from sdgassess.interview.state.sitting import Ended
from sdgassess.model.profile import Profile


class Terminal(Protocol):
    """What a sitting needs of a terminal."""

    def show(self, lines: Sequence[str]) -> None:
        """Show lines, as they are."""

    def columns(self) -> int | None:
        """How wide it is at the moment; None where it has no width of its own."""

    def read(self, prompt: str, kind: PromptKind) -> str | None:
        """What was typed, without its line end; None at the end of input.

        Only a comment may hold more than one line where lines are typed; pasted text may hold
        several anywhere.
        """


Save = Callable[[Profile], None]
"""Puts a profile on disk, whole or not at all."""

Note = Callable[[], None]
"""Takes minutes of what was saved since the last time."""


def sit(interview: Interview, terminal: Terminal, save: Save, note: Note = lambda: None) -> Ended:
    """Run an interview until it is over, left, or interrupted.

    Args:
        interview: where to begin.
        terminal: shows and reads.
        save: called after every change, before anything else is shown.
        note: called wherever the room stands between two things: a round of unseen answers, or an
            agreement that is still being put down, is over by then.

    Returns:
        How it ended; on an interrupt too, everything answered has been saved.

    Raises:
        WriteRefused: from `save`, unchanged.
    """
    terminal.show(interview.reply)
    while not interview.over:
        interview = interview.resized(terminal.columns())
        screen = interview.screen
        try:
            terminal.show(screen.lines)
            line = terminal.read(screen.prompt, screen.kind)
        except KeyboardInterrupt:
            dropped = interview.dropped()
            if dropped is not None:
                terminal.show(dropped.reply)
                interview = dropped.interview
                continue
            if interview.unsaved and interview.profile is not None:
                save(interview.profile)
            return Ended.INTERRUPTED
        interview = interview.resized(terminal.columns())
        outcome = interview.leave() if line is None else interview.take(line)
        if not _saved(outcome, save):
            return Ended.INTERRUPTED
        if outcome.interview.is_between:
            note()
        terminal.show(outcome.reply)
        interview = outcome.interview
    return Ended.FINISHED if interview.finished else Ended.LEFT


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
