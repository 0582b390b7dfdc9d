"""What a key does: of its own at a prompt, else what it does everywhere; and what is no answer.

Each prompt names its own keys in one table, which is asked first. `c` and `e` are taken where no
question is at hand too, where they name theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.attendance import who
from sdgassess.interview.moves.language import silenced, switched
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.remarks import remark_on_named
from sdgassess.interview.state.phases import AtQuestion
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import overview
from sdgassess.language import Words
from sdgassess.model.question import Question
from sdgassess.text import echoed
from sdgassess.typed.keys import Key, Typed, more_than_all

Subject = TypeVar("Subject")
"""What a prompt is about, as its own keys want it: its phase, or its question."""

_EVERYWHERE: Mapping[Key, Callable[[Sitting, Typed], Sitting | None]] = {
    Key.COMMENT: remark_on_named,
    Key.EVIDENCE: remark_on_named,
    Key.BACK: lambda sitting, _: navigation.back_from_end(sitting),
    Key.GO: lambda sitting, typed: navigation.go(sitting, typed.words),
    Key.SILENCE: lambda sitting, _: silenced(sitting),
    Key.LANGUAGE: lambda sitting, typed: switched(sitting, typed.words),
    Key.WHO: lambda sitting, typed: who(sitting, typed.words),
    Key.OVERVIEW: lambda sitting, _: overview(sitting.staying()),
    Key.REPRINT: lambda sitting, _: sitting.at(sitting.phase),
    Key.UNDO: lambda sitting, _: sitting.undone(),
    Key.QUIT: lambda sitting, _: leave(sitting),
}


def press(
    sitting: Sitting,
    subject: Subject,
    typed: Typed,
    own: Mapping[Key, Callable[[Sitting, Subject, Typed], Sitting | None]],
) -> Sitting | None:
    """What a typed key does at a prompt; None where the line is no key, or does nothing there.

    Args:
        sitting: at the prompt.
        subject: what the prompt's own keys are handed.
        typed: the line.
        own: the prompt's own keys; they come before those that work everywhere.
    """
    if typed.key is None:
        return _part_told(sitting, typed.line)
    if typed.key in own:
        return own[typed.key](sitting, subject, typed)
    move = _EVERYWHERE.get(typed.key)
    return move(sitting, typed) if move else None


def _part_told(sitting: Sitting, line: str) -> Sitting | None:
    """What `o` with the id of a part tells; None for any other line, as in evidence `o …`."""
    key, _, part = line.removeprefix(":").partition(" ")
    asks = key.lower() == Key.OVERVIEW.value and bool(part)
    return overview(sitting.staying(), part.strip()) if asks else None


def not_an_answer(words: Words, line: str, question: Question | None = None) -> str:
    """That a line is no answer where it was typed; a count above its whole is named as such."""
    if question is not None and question.of is not None and (count := more_than_all(line)):
        return words("{count}: that is more than there are.", count=count)
    return words("“{typed}” is not an answer here.", typed=echoed(line))


def refused(sitting: Sitting, line: str, allowed: str = "") -> Sitting:
    """The sitting where it is, with what was typed named, and what can be typed.

    Args:
        sitting: where it was typed; nothing is changed, nothing shown again.
        line: what was typed.
        allowed: what can be typed; nothing where another sentence says so.
    """
    stop = sitting.phase
    question = sitting.question(stop.id) if isinstance(stop, AtQuestion) else None
    named = sitting.staying().saying(not_an_answer(sitting.setting.words, line, question))
    return named.allowing(allowed) if allowed else named
