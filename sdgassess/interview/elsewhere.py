"""The keys that work where no question is at hand: back, go, overview, undo, again, stop.

`c` and `e` are taken there too, where they name their question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sdgassess.interview import way
from sdgassess.interview.commands import Key, Typed
from sdgassess.interview.language import silenced, switched
from sdgassess.interview.leaving import leave
from sdgassess.interview.overview import overview
from sdgassess.interview.remarks import remark_on_named
from sdgassess.interview.sitting import Sitting
from sdgassess.interview.who import who

_MOVES: Mapping[Key, Callable[[Sitting, Typed], Sitting | None]] = {
    Key.COMMENT: remark_on_named,
    Key.EVIDENCE: remark_on_named,
    Key.BACK: lambda sitting, _: way.back_from_end(sitting),
    Key.GO: lambda sitting, typed: way.go(sitting, typed.words),
    Key.SILENCE: lambda sitting, _: silenced(sitting),
    Key.LANGUAGE: lambda sitting, typed: switched(sitting, typed.words),
    Key.WHO: lambda sitting, typed: who(sitting, typed.words),
    Key.OVERVIEW: lambda sitting, _: overview(sitting.staying()),
    Key.REPRINT: lambda sitting, _: sitting.at(sitting.phase),
    Key.UNDO: lambda sitting, _: sitting.undone(),
    Key.QUIT: lambda sitting, _: leave(sitting),
}


def move(sitting: Sitting, typed: Typed) -> Sitting | None:
    """Where a key leads from here, or None where it leads nowhere."""
    chosen = _MOVES.get(typed.key) if typed.key else None
    return chosen(sitting, typed) if chosen else None
