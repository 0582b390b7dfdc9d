"""A pause after a block, in a workshop: what was said in it, to talk and to breathe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.interview.moves.keys import move
from sdgassess.interview.state.phases import AtQuestion, Pausing
from sdgassess.interview.state.screen import PromptKind, Screen, Strong
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import asked_in, counted
from sdgassess.interview.view.voices import in_a_line
from sdgassess.model.node import Node
from sdgassess.model.profile import Answer
from sdgassess.model.question import Question
from sdgassess.phrases.levels import STATES_IN_A_SITTING
from sdgassess.scoring.backing import question_result
from sdgassess.text import echoed, number, visible
from sdgassess.typed.keys import Key, parse

IN_FULL = 8
"""Up to how many questions of a block are told with the texts that were chosen."""


def show(sitting: Sitting) -> Screen:
    """The block's name, what was said in it, how much of it is how."""
    setting, phase = sitting.setting, _phase(sitting)
    words, block = setting.words, setting.questionnaire.nodes[phase.block]
    ids = asked_in(sitting, block)
    title = words("Done: {block}", block=setting.spoken(block.title))
    lines = (
        "",
        *(Strong(line) for line in setting.wrapped(title)),
        *setting.wrapped(counted(sitting, ids)),
        "",
        *_said(sitting, block, ids),
        "",
        *setting.key_line(
            words("Enter goes on · b back · g and an id goes there · q save and stop")
        ),
    )
    return Screen(
        lines if sitting.fresh else (), words("A pause (Enter goes on): "), PromptKind.ANSWER
    )


def _phase(sitting: Sitting) -> Pausing:
    """The phase, as a pause."""
    assert isinstance(sitting.phase, Pausing)
    return sitting.phase


def _said(sitting: Sitting, block: Node, ids: Sequence[str]) -> Iterator[str]:
    """Each answer with its text where they are few, else the parts with their levels in a row."""
    setting, questionnaire = sitting.setting, sitting.setting.questionnaire
    if len(ids) <= IN_FULL:
        for one in ids:
            yield from _answer_lines(sitting, questionnaire.questions[one])
        return
    for part in block.all_nodes():
        here = [question for question in part.questions if question.id in ids]
        if here:
            marks = " ".join(_mark(sitting, question) for question in here)
            title = setting.spoken(part.title)
            yield from setting.listed(part.id, f"{marks}  {title}")


def _mark(sitting: Sitting, question: Question) -> str:
    """A question's level, or `?`, `-` and `.` as in the score."""
    result = question_result(sitting.setting.questionnaire, question, sitting.assessed)
    if result.answered is not None:
        return number(result.answered, 9)
    return {"unknown": "?", "not-applicable": "-"}.get(result.state or "", ".")


def _answer_lines(sitting: Sitting, question: Question) -> Iterator[str]:
    """What was said to one question: the text that was chosen, and how far voices are apart."""
    setting = sitting.setting
    answer = sitting.assessed.answers.get(question.id)
    yield from setting.listed(question.id, _in_words(setting, question, sitting, answer))
    if answer is not None and len({voice.level for voice in answer.voices}) > 1:
        said = in_a_line(setting, answer, sitting.assessed.consent)
        indent = " " * (len(question.id) + 2)
        yield from setting.wrapped(setting.words("Voices: {voices}", voices=said), indent)


def _in_words(
    setting: Setting, question: Question, sitting: Sitting, answer: Answer | None
) -> str:
    """An answer as the text that was chosen, or its state."""
    result = question_result(setting.questionnaire, question, sitting.assessed)
    option = question.option(result.answered) if result.answered is not None else None
    if option is not None:
        return visible(setting.anchor(question, option)).strip()
    if answer is not None and answer.state is not None:
        return setting.words(STATES_IN_A_SITTING[answer.state])
    return setting.words("open")


def take(sitting: Sitting, line: str) -> Sitting:
    """Enter goes on; back and the keys for moving work too."""
    phase, read, words = sitting.phase, parse(line), sitting.setting.words
    assert isinstance(phase, Pausing)
    if read.key in (Key.ENTER, Key.FORWARD, Key.LATER):
        return sitting.at(phase.ahead).showing(phase.reply)
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
