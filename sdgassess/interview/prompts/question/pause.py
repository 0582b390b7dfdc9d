"""A pause after a block, in a workshop: what was said in it, to talk and to breathe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.interview.moves.keys import not_an_answer, press
from sdgassess.interview.state.phases import AtQuestion, Pausing
from sdgassess.interview.state.screen import PromptKind, Screen, Strong
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import asked_in, counts_in_words
from sdgassess.interview.view.voices import in_a_line
from sdgassess.model.node import Node
from sdgassess.model.profile import Answer
from sdgassess.model.question import Question
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import STATES_IN_A_SITTING
from sdgassess.scoring.backing import question_result
from sdgassess.text import visible
from sdgassess.typed.keys import Key, Typed, parse

IN_FULL = 8
"""Up to how many questions of a block are told with the texts that were chosen."""


def show(sitting: Sitting, phase: Pausing) -> Screen:
    """The block's name, what was said in it, how much of it is how."""
    setting, words = sitting.setting, sitting.setting.words
    block = setting.questionnaire.nodes[phase.block]
    ids = asked_in(sitting, block)
    title = words("Done: {block}", block=setting.spoken(block.title))
    lines = (
        "",
        *(Strong(line) for line in setting.wrapped(title)),
        *setting.wrapped(counts_in_words(sitting, ids)),
        "",
        *_answers(sitting, block, ids),
        "",
        *setting.key_line(
            words("Enter goes on · b back · g and an id goes there · q save and stop")
        ),
    )
    asks = words("A pause (Enter goes on): ")
    return Screen(lines if sitting.fresh else (), asks, PromptKind.ANSWER)


def take(sitting: Sitting, phase: Pausing, line: str) -> Sitting:
    """Enter goes on; back and the keys for moving work too."""
    typed, words = parse(line), sitting.setting.words
    pressed = press(sitting, phase, typed, _KEYS)
    if pressed is not None:
        return pressed
    refusal = not_an_answer(words, typed.line)
    return sitting.staying().saying(refusal + " " + words("Enter goes on."))


def _onward(sitting: Sitting, phase: Pausing, _: Typed) -> Sitting:
    return sitting.at(phase.ahead).showing(phase.reply)


def _back(sitting: Sitting, phase: Pausing, _: Typed) -> Sitting:
    """To the last question of the block."""
    block = sitting.setting.questionnaire.nodes[phase.block]
    return sitting.at(AtQuestion(asked_in(sitting, block)[-1]))


_KEYS = {Key.ENTER: _onward, Key.FORWARD: _onward, Key.LATER: _onward, Key.BACK: _back}


def _answers(sitting: Sitting, block: Node, ids: Sequence[str]) -> Iterator[str]:
    """Each answer with its text where they are few, else the parts with their levels in a row."""
    setting = sitting.setting
    if len(ids) <= IN_FULL:
        for identity in ids:
            yield from _answer_lines(sitting, sitting.question(identity))
        return
    for part in block.all_nodes():
        questions = [question for question in part.asked if question.id in ids]
        if questions:
            marks = " ".join(_mark(sitting, question) for question in questions)
            title = setting.spoken(part.title)
            yield from setting.listed(part.id, f"{marks}  {title}")


def _mark(sitting: Sitting, question: Question) -> str:
    """A question's level, or `?`, `-` and `.` as in the score."""
    result = question_result(sitting.setting.questionnaire, question, sitting.assessed)
    if result.answered is not None:
        return written_number(result.answered, sitting.setting.words, 9)
    return {"unknown": "?", "not-applicable": "-"}.get(result.state or "", ".")


def _answer_lines(sitting: Sitting, question: Question) -> Iterator[str]:
    """What was said to one question: the text that was chosen, and how far voices are apart."""
    setting = sitting.setting
    answer = sitting.assessed.answers.get(question.id)
    yield from setting.listed(question.id, _in_words(setting, question, sitting, answer))
    if answer is not None and len({voice.level for voice in answer.open_voices}) > 1:
        indent = " " * (len(question.id) + 2)
        if voices := in_a_line(sitting, question):
            yield from setting.wrapped(setting.words(labels.VOICES_LINE, voices=voices), indent)


def _in_words(
    setting: Setting, question: Question, sitting: Sitting, answer: Answer | None
) -> str:
    """An answer as the text that was chosen, or its state."""
    result = question_result(setting.questionnaire, question, sitting.assessed)
    chosen = answer.options if answer is not None else None
    options = question.standing_at(result.answered, chosen)
    option = question.choice([each.id or "" for each in options]) if question.by_id else None
    if not question.by_id:
        option = options[0] if options else None
    elif result.answered is None:
        option = None
    if option is not None:
        return visible(setting.anchor(question, option)).strip()
    if answer is not None and answer.state is not None:
        return setting.words(STATES_IN_A_SITTING[answer.state])
    return setting.words("open")
