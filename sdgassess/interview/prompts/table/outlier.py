"""A level that lies beyond all voices: recorded only when the room says that it is meant."""

from __future__ import annotations

from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.not_taken import NEITHER_YES_NOR_NO_WITH_KEYS, NOT_KEPT
from sdgassess.interview.prompts.table import agreement
from sdgassess.interview.state.phases import Agreeing, RecordingOutside
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.numbers import written_number
from sdgassess.text import echoed, one_line
from sdgassess.typed.keys import Key, answer_typed, in_free_words, yes_or_no


def show(sitting: Sitting, phase: RecordingOutside) -> Screen:
    """Where the level lies, and whether it is meant."""
    words, answer = sitting.setting.words, sitting.assessed.answers[phase.id]
    levels = [voice.level for voice in answer.open_voices if voice.level is not None]
    sentence = words(
        "{level} lies outside all voices ({low} to {high}).",
        level=sitting.question(phase.id).label(phase.option),
        low=written_number(min(levels), words, 9),
        high=written_number(max(levels), words, 9),
    )
    lines = sitting.setting.wrapped(sentence) if sitting.fresh else ()
    if lines and phase.rest:
        behind = words("Behind it: “{typed}”.", typed=one_line(phase.rest))
        lines = (*lines, *sitting.setting.wrapped(behind))
    asks = words("Record it all the same? (y = yes, Enter = no) ")
    return Screen(lines, asks, PromptKind.YES_NO)


def take(sitting: Sitting, phase: RecordingOutside, line: str) -> Sitting:
    """Yes records the level, no leads back to the table, as another level does."""
    command, question = in_free_words(line), sitting.question(phase.id)
    if command is Key.QUIT:
        return leave(sitting)
    if yes_or_no(line) is None and line.strip() and command is not Key.BACK:
        if answer_typed(line.strip(), question) is not None:
            return agreement.take(sitting.at(Agreeing(phase.id)), Agreeing(phase.id), line)
        words = sitting.setting.words
        refusal = words(NEITHER_YES_NOR_NO_WITH_KEYS, typed=echoed(line))
        return sitting.staying().saying(refusal)
    if not yes_or_no(line):
        lost = sitting.setting.words(NOT_KEPT, typed=one_line(phase.rest))
        return (sitting.saying(lost) if phase.rest else sitting).at(Agreeing(phase.id))
    return agreement.agreed_on(sitting, question, phase.option, phase.rest, sure=True)
