"""The end: what to look at again, complete or left open, and then the result."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves.keys import move
from sdgassess.interview.moves.leaving import farewell
from sdgassess.interview.moves.result import has_result
from sdgassess.interview.state.phases import (
    AtContext,
    AtQuestion,
    OfferingResult,
    SeeingResult,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.check_list import check_lines, look_at, next_on_list
from sdgassess.interview.view.overview import open_count, progress
from sdgassess.model.profile import Status
from sdgassess.text import echoed
from sdgassess.typed.keys import (
    Key,
    Typed,
    parse,
    yes_or_no,
)


def show(sitting: Sitting) -> Screen:
    """What to look at again, and the question whether this is complete, unless it is settled."""
    setting, words = sitting.setting, sitting.setting.words
    done, of = progress(sitting)
    said = words("{done} of {of} questions answered.", done=done, of=of)
    lines = ["", *setting.wrapped(said), *check_lines(sitting)]
    asks = words("Complete? (y, Enter = leave open) ")
    if settled(sitting):
        amended = sitting.assessed.status is Status.AMENDED
        stands = words("It is complete, and amended.") if amended else words("It is complete.")
        lines += setting.wrapped(stands)
        lines += setting.keys(_allowed(sitting))
        asks = words("End? (Enter = end) ")
    return Screen(tuple(lines) if sitting.fresh else (), asks, PromptKind.YES_NO)


def settled(sitting: Sitting) -> bool:
    """Whether there is nothing to ask: complete and untouched, or amended with nothing open."""
    status = sitting.assessed.status
    amended = status is Status.AMENDED and not open_count(sitting)
    return status is Status.COMPLETE or amended


def _allowed(sitting: Sitting) -> str:
    """What can be typed."""
    words = sitting.setting.words
    if not settled(sitting):
        return words(
            "y complete · Enter leaves it open · ! to the next on the list · "
            "g and an id to a question · b back · o overview · q save and stop"
        )
    if has_result(sitting):
        return words("Enter ends · y the result · n opens it again · g and an id to a question")
    return words("Enter ends · n opens it again · g and an id to a question")


def take(sitting: Sitting, line: str) -> Sitting:
    """Take complete or open; the way back and the keys for moving work here too."""
    wish, typed = yes_or_no(line), parse(line)
    if wish:
        return finish(sitting, complete=True)
    if typed.key is Key.ENTER and settled(sitting):
        return _end_settled(sitting)
    if wish is False or typed.key is Key.ENTER:
        return finish(sitting, complete=False)
    if typed.key is Key.NEXT_ON_LIST:
        return next_on_list(sitting)
    return _move(sitting, typed)


def _move(sitting: Sitting, typed: Typed) -> Sitting:
    """Elsewhere, from a place gone to by name back here again; anything else is named."""
    words, moved = sitting.setting.words, move(sitting, typed)
    if moved is not None:
        there = moved.phase
        if typed.key is Key.GO and isinstance(there, AtQuestion | AtContext):
            return look_at(moved, there)
        return moved
    if typed.key is not Key.HELP:
        said = words("“{typed}” is not an answer here.", typed=echoed(typed.line))
        sitting = sitting.saying(said)
    return sitting.staying().allowing(_allowed(sitting))


def finish(sitting: Sitting, *, complete: bool) -> Sitting:
    """The sitting ended with its status set, or its result shown.

    What was complete and has been amended since stays amended when it is completed again.
    """
    profile, words = sitting.assessed, sitting.setting.words
    if complete:
        amended = profile.status is Status.AMENDED
        status = Status.AMENDED if amended else Status.COMPLETE
        said = words("The assessment is complete.")
    else:
        status, said = Status.IN_PROGRESS, words("The assessment is saved and left open.")
    ended = replace(sitting, profile=replace(profile, status=status)).saying(said)
    if not has_result(ended):
        return farewell(ended)
    return ended.at(SeeingResult() if complete else OfferingResult())


def _end_settled(sitting: Sitting) -> Sitting:
    """The end of what needed no question; looking at a profile does not change its status."""
    words = sitting.setting.words
    if sitting.assessed.status is Status.AMENDED:
        return farewell(sitting.saying(words("The assessment is complete.")))
    return farewell(sitting.saying(words("The assessment is saved as it was.")))
