"""In a workshop: the question alone first, so that a room hears it before it sees the levels."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves.follow_on import asked
from sdgassess.interview.moves.keys import move
from sdgassess.interview.moves.voices import voices_typed
from sdgassess.interview.prompts.question import question as at_question
from sdgassess.interview.state.phases import AtQuestion, Pausing, ReadingQuestion
from sdgassess.interview.state.screen import Kind, Screen
from sdgassess.interview.state.setting import echoed
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.question import anchor_lines, question_alone
from sdgassess.typed.keys import Key, parse


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
    return Screen(lines, words("Enter shows the answers to choose from: "), Kind.ANSWER)


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


def take_pause(sitting: Sitting, line: str) -> Sitting:
    """Enter goes on; back and the keys for moving work too."""
    phase, read, words = sitting.phase, parse(line), sitting.setting.words
    assert isinstance(phase, Pausing)
    if read.key in (Key.ENTER, Key.FORWARD, Key.LATER):
        return sitting.at(phase.then).showing(phase.said)
    if read.key is Key.BACK:
        return _last_of(sitting, phase.block)
    moved = move(sitting, read)
    if moved is not None:
        return moved
    said = words("“{typed}” is not an answer here.", typed=echoed(read.line))
    return sitting.staying().saying(said + " " + words("Enter goes on."))


def _last_of(sitting: Sitting, block: str) -> Sitting:
    """Back to the last question of a block."""
    below = {one.id for one in sitting.setting.questionnaire.nodes[block].all_questions()}
    last = [one for one in sitting.stops if isinstance(one, AtQuestion) and one.id in below][-1]
    return sitting.at(last)
