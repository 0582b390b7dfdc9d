"""The end: what to look at again, complete or left open, and then the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.keys import press, refused
from sdgassess.interview.moves.leaving import END_OR_NOT, farewell
from sdgassess.interview.moves.result import has_result
from sdgassess.interview.state.phases import (
    AtContext,
    AtQuestion,
    Finishing,
    OfferingResult,
    SeeingResult,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.check_list import check_lines, look_at, next_on_list
from sdgassess.interview.view.overview import COMPLETE, PROGRESS, open_count, progress
from sdgassess.model.profile import Status
from sdgassess.typed.keys import (
    Key,
    Typed,
    parse,
    yes_or_no,
)


def show(sitting: Sitting, _: Finishing) -> Screen:
    """What to look at again, and the question whether this is complete, unless it is settled."""
    setting, words = sitting.setting, sitting.setting.words
    answered, total = progress(sitting)
    sentence = words(PROGRESS, done=answered, of=total)
    lines = ["", *setting.wrapped(sentence), *check_lines(sitting)]
    asks = words("Complete? (y, Enter = leave open) ")
    if settled(sitting):
        amended = sitting.assessed.status is Status.AMENDED
        stands = words("It is complete, and amended.") if amended else words("It is complete.")
        if setting.only is not None:
            stands = words(
                "That is all that was asked for; the rest of the assessment stays as it is."
            )
        lines += setting.wrapped(stands)
        lines += setting.keys(_allowed(sitting))
        asks = words(END_OR_NOT)
    return Screen(tuple(lines) if sitting.fresh else (), asks, PromptKind.YES_NO)


def settled(sitting: Sitting) -> bool:
    """Whether there is nothing to ask: complete and untouched, or amended with nothing open.

    Where only some questions were asked, they alone make nothing complete.
    """
    if sitting.setting.only is not None:
        return True
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
    if sitting.setting.only is not None:
        return words(
            "Enter ends · ! to the next on the list · g and an id to a question · b back · "
            "q save and stop"
        )
    if has_result(sitting):
        return words("Enter ends · y the result · n opens it again · g and an id to a question")
    return words("Enter ends · n opens it again · g and an id to a question")


def take(sitting: Sitting, phase: Finishing, line: str) -> Sitting:
    """Take complete or open; the way back and the keys for moving work here too."""
    wish, typed = yes_or_no(line), parse(line)
    if sitting.setting.only is not None and (wish is not None or typed.key is Key.ENTER):
        return farewell(sitting)
    if wish:
        return finish(sitting, complete=True)
    if typed.key is Key.ENTER and settled(sitting):
        return _end_settled(sitting)
    if wish is False:
        return finish(sitting, complete=False)
    pressed = press(sitting, phase, typed, _KEYS)
    return pressed or refused(sitting, typed.line, _allowed(sitting))


def _go(sitting: Sitting, _: Finishing, typed: Typed) -> Sitting:
    """To a question by name, from there back here again."""
    moved = navigation.go(sitting, typed.words)
    stop = moved.phase
    return look_at(moved, stop) if isinstance(stop, AtQuestion | AtContext) else moved


def _help(sitting: Sitting, _: Finishing, __: Typed) -> Sitting:
    return sitting.staying().allowing(_allowed(sitting))


def finish(sitting: Sitting, *, complete: bool) -> Sitting:
    """The sitting ended with its status set, or its result shown.

    What was complete and has been amended since stays amended when it is completed again.
    """
    profile, words = sitting.assessed, sitting.setting.words
    if complete:
        amended = profile.status is Status.AMENDED
        status = Status.AMENDED if amended else Status.COMPLETE
        sentence = words(COMPLETE)
    else:
        status, sentence = Status.IN_PROGRESS, words("The assessment is saved and left open.")
    ended = replace(sitting, profile=profile._replace(status=status)).saying(sentence)
    if not has_result(ended):
        return farewell(ended)
    return ended.at(SeeingResult() if complete else OfferingResult())


def _end_settled(sitting: Sitting) -> Sitting:
    """The end of what needed no question; looking at a profile does not change its status."""
    words = sitting.setting.words
    if sitting.assessed.status is Status.AMENDED:
        return farewell(sitting.saying(words(COMPLETE)))
    return farewell(sitting.saying(words("The assessment is saved as it was.")))


_KEYS: Mapping[Key, Callable[[Sitting, Finishing, Typed], Sitting]] = {
    Key.ENTER: lambda sitting, _, __: finish(sitting, complete=False),
    Key.NEXT_ON_LIST: lambda sitting, _, __: next_on_list(sitting),
    Key.GO: _go,
    Key.HELP: _help,
}
