"""In a workshop: the question alone first, so that a room hears it before it sees the levels."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.prompts.question import question as at_question
from sdgassess.interview.state.phases import AtQuestion, ReadingQuestion
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.page import has_pages
from sdgassess.interview.view.question import anchor_lines, question_alone
from sdgassess.typed.keys import Key, parse
from sdgassess.typed.voices import voices_typed


def alone_first(sitting: Sitting) -> Sitting:
    """The sitting at a question alone, until a room has seen its anchors or answered it."""
    phase = sitting.phase
    if not sitting.setting.workshop or not isinstance(phase, AtQuestion):
        return sitting
    if sitting.agenda or phase.id in sitting.read or not sitting.waits(phase):
        return sitting
    return replace(sitting, phase=ReadingQuestion(phase.id))


def show(sitting: Sitting, phase: ReadingQuestion) -> Screen:
    """The question alone."""
    lines = (*question_alone(sitting, sitting.question(phase.id)), "") if sitting.fresh else ()
    words = sitting.setting.words
    return Screen(lines, words("Enter shows the answers to choose from: "), PromptKind.ANSWER)


def take(sitting: Sitting, phase: ReadingQuestion, line: str) -> Sitting:
    """Enter shows the anchors; voices show them first; all other keys work as at the question."""
    typed, question = parse(line), sitting.question(phase.id)
    if typed.key is Key.ENTER:
        return replace(_seen(sitting, phase).at(AtQuestion(phase.id)), read_alone=True)
    if typed.key is Key.REPRINT:
        return sitting.at(phase)
    voices = voices_typed(typed.line, question, sitting.setting.questionnaire.roles)
    if typed.key is Key.IN_TURN or (voices is not None and not voices.strange):
        anchors = ("", *anchor_lines(sitting.setting, question), "")
        sitting = _seen(sitting, phase).showing(() if has_pages(sitting) else anchors)
    return at_question.take(sitting, phase, line)


def _seen(sitting: Sitting, phase: ReadingQuestion) -> Sitting:
    """The sitting with the anchors of its question counted as seen."""
    return replace(sitting, read=sitting.read | {phase.id})
