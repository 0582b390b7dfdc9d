"""After a block: what was said in it; in a workshop with a pause, to talk and to breathe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sdgassess.interview.state.phases import AtQuestion, Pausing
from sdgassess.interview.state.screen import Kind, Screen, Strong
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import asked_ids, counted, state_in_words
from sdgassess.interview.view.voices import in_a_line
from sdgassess.model.node import Node
from sdgassess.model.profile import Answer
from sdgassess.model.question import Question
from sdgassess.scoring.backing import question_result
from sdgassess.text import number, visible

IN_FULL = 8
"""Up to how many questions of a block are told with the texts that were chosen."""


def after_block(here: Sitting, ahead: Sitting, block: Node) -> Sitting:
    """The sitting on its way out of a block that is done: told in a line, or with a pause.

    Args:
        here: where it comes from, with what was said there.
        ahead: where it goes next, with what is to be said on arriving.
        block: what is done; it is told once in a sitting.
    """
    onward = replace(ahead, said=here.said, paused=ahead.paused | {block.id})
    if ahead.setting.workshop:
        return onward.at(Pausing(block.id, ahead.phase, ahead.said))
    if not isinstance(ahead.phase, AtQuestion):
        return onward.showing(ahead.said)
    words, title = ahead.setting.words, ahead.setting.spoken(block.title)
    counts = counted(ahead, _ids(ahead, block))
    told = onward.saying(words("Done: {block}. {counts}", block=title, counts=counts))
    return told.showing(ahead.said)


def _ids(sitting: Sitting, block: Node) -> list[str]:
    """The questions of a block that apply."""
    below = {question.id for question in block.all_questions()}
    return [one for one in asked_ids(sitting) if one in below]


def show(sitting: Sitting) -> Screen:
    """The block's name, what was said in it, how much of it is how."""
    setting, phase = sitting.setting, _phase(sitting)
    words, block = setting.words, setting.questionnaire.nodes[phase.block]
    ids = _ids(sitting, block)
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
    return Screen(lines if sitting.fresh else (), words("A pause (Enter goes on): "), Kind.ANSWER)


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
        return state_in_words(setting, answer.state)
    return setting.words("open")
