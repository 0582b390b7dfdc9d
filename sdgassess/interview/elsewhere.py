"""The keys that lead away from the close: back, go, overview, undo, again, stop."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sdgassess.interview import way
from sdgassess.interview.commands import Key, Typed
from sdgassess.interview.leaving import leave
from sdgassess.interview.overview import overview
from sdgassess.interview.sitting import Sitting

_MOVES: Mapping[Key, Callable[[Sitting, Typed], Sitting]] = {
    Key.BACK: lambda sitting, _: way.back_from_end(sitting),
    Key.GO: lambda sitting, typed: way.go(sitting, typed.words),
    Key.OVERVIEW: lambda sitting, _: overview(sitting.staying()),
    Key.REPRINT: lambda sitting, _: sitting.at(sitting.phase),
    Key.UNDO: lambda sitting, _: sitting.undone(),
    Key.QUIT: lambda sitting, _: leave(sitting),
}


def move(sitting: Sitting, typed: Typed) -> Sitting | None:
    """Where a key leads from here, or None where it leads nowhere."""
    chosen = _MOVES.get(typed.key) if typed.key else None
    return chosen(sitting, typed) if chosen else None
