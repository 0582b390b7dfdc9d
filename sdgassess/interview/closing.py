"""The end: what was answered, complete or left open, and what to type next."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.commands import Key, parse, yes_or_no
from sdgassess.interview.elsewhere import move
from sdgassess.interview.overview import (
    asked_ids,
    counted,
    open_count,
    progress,
    without_evidence,
)
from sdgassess.interview.phases import Over
from sdgassess.interview.screen import Kind, Screen
from sdgassess.interview.setting import echoed
from sdgassess.interview.sitting import Sitting
from sdgassess.model.profile import Status


def show(sitting: Sitting) -> Screen:
    """The counts, and the question whether this is complete, unless that is settled."""
    setting, words = sitting.setting, sitting.setting.words
    done, of = progress(sitting)
    said = words("{done} of {of} questions answered.", done=done, of=of)
    lines = ["", *setting.wrapped(said)]
    left = open_count(sitting)
    if left:
        said = words.plural("{n} question is still open.", "{n} questions are still open.", left)
        lines += setting.wrapped(said)
    asks = words("Complete? (y = complete, Enter = leave open) ")
    if settled(sitting):
        amended = sitting.assessed.status is Status.AMENDED
        stands = words("It is complete, and amended.") if amended else words("It is complete.")
        lines += setting.wrapped(stands)
        asks = words("Enter ends, n opens it again, g and an id goes to a question: ")
    return Screen(tuple(lines) if sitting.fresh else (), asks, Kind.YES_NO)


def settled(sitting: Sitting) -> bool:
    """Whether there is nothing to ask: complete and untouched, or amended with nothing open."""
    status = sitting.assessed.status
    amended = status is Status.AMENDED and not open_count(sitting)
    return status is Status.COMPLETE or amended


def summary(sitting: Sitting) -> str:
    """How many questions were answered, and how the others stand."""
    done, of = progress(sitting)
    said = sitting.setting.words("{done} of {of} questions answered", done=done, of=of)
    return f"{said}: {counted(sitting, asked_ids(sitting))}."


def take(sitting: Sitting, line: str) -> Sitting:
    """Take complete or open; the way back and the keys for moving work here too."""
    wish, typed, words = yes_or_no(line), parse(line), sitting.setting.words
    if wish:
        return finish(sitting, complete=True)
    if typed.key is Key.ENTER and settled(sitting):
        return _end_settled(sitting)
    if wish is False or typed.key is Key.ENTER:
        return finish(sitting, complete=False)
    moved = move(sitting, typed)
    if moved is not None:
        return moved
    if settled(sitting):
        said = words("“{typed}” is not an answer here.", typed=echoed(typed.line))
        return sitting.staying().saying(said)
    said = words(
        "“{typed}” is neither yes nor no. y completes, Enter leaves open, b and g go back.",
        typed=echoed(typed.line),
    )
    return sitting.staying().saying(said)


def finish(sitting: Sitting, *, complete: bool) -> Sitting:
    """The sitting ended, its status set, the counts and the next commands said.

    What was complete and has been amended since stays amended when it is completed again.
    """
    profile, words = sitting.assessed, sitting.setting.words
    if complete:
        amended = profile.status is Status.AMENDED
        status = Status.AMENDED if amended else Status.COMPLETE
        said = words("The assessment is complete.")
    else:
        status, said = Status.IN_PROGRESS, words("The assessment is saved and left open.")
    return _end(replace(sitting, profile=replace(profile, status=status)).saying(said))


def _end_settled(sitting: Sitting) -> Sitting:
    """The end of what needed no question; looking at a profile does not change its status."""
    if sitting.assessed.status is Status.AMENDED:
        return finish(sitting, complete=True)
    return _end(sitting.saying(sitting.setting.words("The assessment is saved as it was.")))


def _end(sitting: Sitting) -> Sitting:
    """The sitting over, with its farewell."""
    return _farewell(sitting.at(Over(finished=True)))


def _farewell(sitting: Sitting) -> Sitting:
    """Counts, missing evidence, and the commands to go on with."""
    words = sitting.setting.words
    sitting = sitting.saying(summary(sitting))
    lacking = without_evidence(sitting)
    if lacking:
        sitting = sitting.saying(
            words.plural(
                "{n} answer has no evidence yet.", "{n} answers have no evidence yet.", lacking
            )
        )
    if sitting.setting.onward:
        sitting = sitting.saying(words("Next:"))
    for command in sitting.setting.onward:
        sitting = replace(sitting, said=(*sitting.said, f"  {command}"))
    return sitting
