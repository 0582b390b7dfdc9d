"""A place and day that a file beside the new one has already: go on with it, or begin a second."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves.not_taken import NEITHER_YES_NOR_NO
from sdgassess.interview.prompts.opening.opening import press
from sdgassess.interview.state.begun import BegunSitting
from sdgassess.interview.state.phases import MeetingTwin, NamingMunicipality, Over, Phase
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.text import echoed
from sdgassess.typed.keys import yes_or_no


def unless_begun(sitting: Sitting, ahead: Phase) -> Sitting:
    """The sitting ahead, or before that at the file that has its place and day already."""
    twin = _twin(sitting)
    return sitting.at(ahead if twin is None else MeetingTwin(twin, ahead))


def _twin(sitting: Sitting) -> BegunSitting | None:
    """The file that has this place and day, unless a second one was asked for."""
    place, date = sitting.assessed.municipality.name, sitting.assessed.date
    for begun in sitting.setting.begun:
        if begun.is_of(place, date) and begun.file not in sitting.twins_meant:
            return begun
    return None


def show(sitting: Sitting, phase: MeetingTwin) -> Screen:
    """The file that is there, and what Enter does."""
    setting, words, twin = sitting.setting, sitting.setting.words, phase.twin
    sentence = words(
        "{file} is of this place and day already: {done} of {of} answered.",
        file=twin.file,
        done=twin.answered,
        of=twin.asked,
    )
    lines = ("", *setting.wrapped(sentence)) if sitting.fresh else ()
    asks = words("Go on with it? (Enter = yes, n = begin a second one) ")
    return Screen(lines, asks, PromptKind.YES_NO)


def take(sitting: Sitting, phase: MeetingTwin, line: str) -> Sitting:
    """Over to the file that is there, or on with a second one."""
    words, wish = sitting.setting.words, yes_or_no(line)
    pressed = press(sitting, " ".join(line.split()), NamingMunicipality(), _explained)
    if pressed is not None:
        return pressed
    if wish or not line.strip():
        return sitting.at(Over(finished=False, elsewhere=phase.twin.file))
    if wish is False:
        meant = sitting.twins_meant | {phase.twin.file}
        return unless_begun(replace(sitting, twins_meant=meant), phase.ahead)
    refusal = words(NEITHER_YES_NOR_NO, typed=echoed(line.strip()))
    return _explained(sitting.staying().saying(refusal))


def _explained(sitting: Sitting) -> Sitting:
    words = sitting.setting.words
    return sitting.allowing(
        words("Enter goes on with the file that is there · n begins a second file beside it")
    )
