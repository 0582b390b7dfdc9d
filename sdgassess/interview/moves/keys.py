"""The keys that work where no question is at hand: back, go, overview, undo, again, stop.

`c` and `e` are taken there too, where they name their question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.attendance import who
from sdgassess.interview.moves.language import silenced, switched
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.remarks import remark_on_named
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import overview
from sdgassess.typed.keys import Key, Typed

_MOVES: Mapping[Key, Callable[[Sitting, Typed], Sitting | None]] = {
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


def move(sitting: Sitting, typed: Typed) -> Sitting | None:
    """Where a key leads from here, or None where it leads nowhere."""
    chosen = _MOVES.get(typed.key) if typed.key else None
    return chosen(sitting, typed) if chosen else None
