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
    """The counts, and the question whether this is complete."""
    setting, words = sitting.setting, sitting.setting.words
    done, of = progress(sitting)
    said = words("{done} of {of} questions answered.", done=done, of=of)
    lines = ["", *setting.wrapped(said)]
    left = open_count(sitting)
    if left:
        said = words.plural("{n} question is still open.", "{n} questions are still open.", left)
        lines += setting.wrapped(said)
    asks = words("Complete? (y = complete, Enter = leave open) ")
    return Screen(tuple(lines) if sitting.fresh else (), asks, Kind.YES_NO)


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
    if wish is False or typed.key is Key.ENTER:
        return finish(sitting, complete=False)
    moved = move(sitting, typed)
    if moved is not None:
        return moved
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
        # A complete profile that nobody touched is not reopened by looking at it.
        untouched = profile.status is Status.COMPLETE
        status = Status.COMPLETE if untouched else Status.IN_PROGRESS
        said = words("The assessment is saved as it was.") if untouched else _left_open(sitting)
    ended = replace(sitting, profile=replace(profile, status=status)).at(Over(finished=True))
    return _farewell(ended.saying(said))


def _left_open(sitting: Sitting) -> str:
    """That the assessment waits for more."""
    return sitting.setting.words("The assessment is saved and left open.")


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
