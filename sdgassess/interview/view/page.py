"""A page of the window, in a workshop on a terminal that has one: nothing in it jumps.

Where we are and the question stand at its top, whatever else is shown of the question; what was
just said, and the prompt, at its foot. What is too high for the window is set closer together
first; then it is printed as it is, and the window scrolls. Without a window nothing here is used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sdgassess.interview.state import phases
from sdgassess.interview.state.screen import Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.question import (
    SPELLED_OUT,
    question_header,
    question_without_keys,
)
from sdgassess.interview.view.table import laid_out

Show = Callable[[Sitting], Screen]
"""What the phase of a sitting shows."""

SPARE = 1
"""Lines that stay free below the prompt, so that Enter scrolls nothing away."""

ROOM_BELOW = 10
"""Lines for keys, what is said and the prompt, below anchors that stand apart."""

_ITSELF = (
    phases.ReadingQuestion,
    phases.AtQuestion,
    phases.AtContext,
    phases.AtAxis,
    phases.Pausing,
)
"""Phases whose screen is a page."""

_AT_THE_TABLE = (
    phases.RecordingOutside,
    phases.SayingWhoAgreed,
    phases.SayingWhyAgreed,
    phases.SayingDissent,
)
"""Phases that ask something about voices, which stay in sight meanwhile."""

_AT_A_QUESTION = (
    phases.InTurn,
    phases.Revealing,
    phases.KeepingWords,
    phases.SayingWhoKnows,
    phases.SayingWhyNot,
    phases.Commenting,
    phases.ShowingEvidence,
    phases.SayingChange,
    phases.SayingWhyChanged,
    phases.SkippingRest,
)
"""Phases that ask something about a question, which stays in sight meanwhile."""


def has_pages(sitting: Sitting) -> bool:
    """Whether the sitting shows its questions on pages: a workshop, in a window."""
    return sitting.setting.workshop and sitting.setting.height is not None


def page(sitting: Sitting, show: Show, reply: Sequence[str]) -> Screen | None:
    """The page of a sitting; None where it goes on below what is there.

    Args:
        sitting: where it is, in a workshop with a window.
        show: what its phase shows.
        reply: what was said about the line before.
    """
    if not has_pages(sitting):
        return None
    sitting = replace(sitting, fresh=True, read_alone=False)
    airy = (sitting,) if _is_roomy(sitting) else ()
    for arranged in (*airy, _close(sitting), _short(sitting), _silent(sitting)):
        parts = _parts(arranged, show)
        if parts is None:
            return None
        filled = parts.filling(arranged.setting, reply)
        if filled is not None:
            return filled
    # What was said must stay in sight: then the sitting goes on below what is there.
    parts = None if reply else _parts(_short(sitting), show)
    return None if parts is None else parts.as_it_is(sitting.setting)


class _Parts(NamedTuple):
    """The parts of a page: what stands at its top and at its foot, and its screen."""

    top: tuple[str, ...]
    foot: tuple[str, ...]
    screen: Screen

    def filling(self, setting: Setting, reply: Sequence[str]) -> Screen | None:
        """The page as high as the window, with what was said at its foot; None if too high."""
        above, prompt = setting.prompted(self.screen.prompt)
        own = self.foot if self.foot != reply else ()
        foot = (*reply, *own, *above)
        height, gap = setting.height or 0, int(bool(reply or own))
        high = len(self.top) + len(foot) + 1
        if high + gap > height:
            return None
        empty = max(height - SPARE - high, gap)
        lines = (*self.top, *([""] * empty), *foot)
        return replace(self.screen, lines=lines, prompt=prompt, clean=True)

    def as_it_is(self, setting: Setting) -> Screen:
        """The page, higher than the window."""
        above, prompt = setting.prompted(self.screen.prompt)
        gap = ("",) if self.foot else ()
        lines = (*self.top, *gap, *self.foot, *above)
        return replace(self.screen, lines=lines, prompt=prompt, clean=True)


def _is_roomy(sitting: Sitting) -> bool:
    """Whether anchors can stand apart on every page of the question at hand."""
    identity, height = getattr(sitting.phase, "id", ""), sitting.setting.height or 0
    if identity not in sitting.setting.questionnaire.questions:
        return True
    lines = _trimmed(question_without_keys(sitting, sitting.question(identity)))
    return len(lines) + ROOM_BELOW <= height


def _close(sitting: Sitting) -> Sitting:
    """The sitting with anchors close together."""
    return replace(sitting, setting=replace(sitting.setting, close=True))


def _short(sitting: Sitting) -> Sitting:
    """The sitting with anchors close together, and its keys named shortly."""
    return replace(_close(sitting), screens=SPELLED_OUT + 1, in_full=False)


def _silent(sitting: Sitting) -> Sitting:
    """The sitting with anchors close together, and without its line of keys."""
    close = _close(sitting)
    return replace(close, setting=replace(close.setting, quiet=True))


def _parts(sitting: Sitting, show: Show) -> _Parts | None:
    """What a page holds; None where the phase has none."""
    screen, phase = show(sitting), sitting.phase
    if isinstance(phase, _ITSELF):
        return _Parts(_trimmed(screen.lines), (), screen)
    if isinstance(phase, phases.Agreeing):
        return _Parts(_table(sitting, phase.id), (), screen)
    if isinstance(phase, _AT_THE_TABLE):
        return _Parts(_table(sitting, phase.id), _trimmed(screen.lines), screen)
    if isinstance(phase, _AT_A_QUESTION):
        question = sitting.question(phase.id)
        own = () if isinstance(phase, phases.InTurn) else _trimmed(screen.lines)
        return _Parts(_trimmed(question_without_keys(sitting, question)), own, screen)
    return None


def _table(sitting: Sitting, identity: str) -> tuple[str, ...]:
    """The voices beside the anchors, with the question where it stood before."""
    question = sitting.question(identity)
    return _trimmed((*question_header(sitting, question), *laid_out(sitting, question)))


def _trimmed(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without empty ones at the ends, and without two empty ones in a row."""
    close: list[str] = []
    for line in lines:
        if line or (close and close[-1]):
            close.append(line)
    while close and not close[-1]:
        close.pop()
    return tuple(close)
