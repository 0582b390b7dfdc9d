"""In a workshop: the question alone first, so that a room hears it before it sees the levels."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves.answer import asked
from sdgassess.interview.prompts.question import question as at_question
from sdgassess.interview.state.phases import AtQuestion, ReadingQuestion
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.question import anchor_lines, question_alone
from sdgassess.typed.keys import Key, parse
from sdgassess.typed.voices import voices_typed


def staged(sitting: Sitting) -> Sitting:
    """The sitting at a question alone, until a room has seen its anchors or answered it."""
    phase = sitting.phase
    if not sitting.setting.workshop or not isinstance(phase, AtQuestion):
        return sitting
    if phase.id in sitting.read or not sitting.waits(phase):
        return sitting
    return replace(sitting, phase=ReadingQuestion(phase.id))


def show(sitting: Sitting) -> Screen:
    """The question alone."""
    lines = (*question_alone(sitting, asked(sitting)), "") if sitting.fresh else ()
    words = sitting.setting.words
    return Screen(lines, words("Enter shows the answers to choose from: "), PromptKind.ANSWER)


def take(sitting: Sitting, line: str) -> Sitting:
    """Enter shows the anchors; voices show them first; all other keys work as at the question."""
    question, read = asked(sitting), parse(line)
    if read.key is Key.ENTER:
        return replace(_seen(sitting).at(AtQuestion(question.id)), read_alone=True)
    if read.key is Key.REPRINT:
        return sitting.at(sitting.phase)
    roles = sitting.setting.questionnaire.roles
    spoken = voices_typed(read.line, question, roles)
    if read.key is Key.IN_TURN or (spoken is not None and not spoken.strange):
        anchors = ("", *anchor_lines(sitting.setting, question), "")
        sitting = _seen(sitting).showing(anchors)
    return at_question.take(sitting, line)


def _seen(sitting: Sitting) -> Sitting:
    """The sitting with the anchors of its question counted as seen."""
    return replace(sitting, read=sitting.read | {asked(sitting).id})
