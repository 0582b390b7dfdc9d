"""Running a sitting: show, read, save, and only then the next screen.

Everything that was answered is on disk whenever a prompt waits, so leaving in any way loses
nothing. What is not caught here: a refused save. The profile that could not be saved is in the
hands of `save` at that moment, which is where another place for it can be found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

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
    terminal.show(interview.reply)
    while not interview.over:
        interview = interview.resized(terminal.columns())
        screen = interview.screen
        try:
            terminal.show(screen.lines)
            line = terminal.read(screen.prompt, screen.kind, screen.begun)
        except KeyboardInterrupt:
            dropped = interview.dropped()
            if dropped is not None:
                terminal.show(dropped.reply)
                interview = dropped.interview
                continue
            if interview.owed is not None:
                save(interview.owed)
            return Held(Ended.INTERRUPTED)
        interview = interview.resized(terminal.columns())
        outcome = interview.leave() if line is None else interview.take(line)
        words = outcome.interview.sitting.setting.words
        if speak is not None and words is not interview.sitting.setting.words:
            speak(words)
        if not _saved(outcome, save):
            return Held(Ended.INTERRUPTED)
        if outcome.interview.is_between:
            note()
        terminal.show(outcome.reply)
        interview = outcome.interview
    ended = Ended.FINISHED if interview.finished else Ended.LEFT
    return Held(ended, interview.elsewhere, interview.printing)


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
