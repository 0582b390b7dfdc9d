"""The practice question: answered like a real one, said back in words, never stored."""

from __future__ import annotations

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.keys import press
from sdgassess.interview.state.phases import Beginning, Practising
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.question import anchor_lines, span
from sdgassess.model.question import Question
from sdgassess.phrases.choosing import choosing_rule
from sdgassess.text import visible
from sdgassess.typed.keys import (
    Key,
    Typed,
    answer_typed,
    parse,
)


def show(sitting: Sitting, _: Practising) -> Screen:
    """The practice question, like a real one."""
    lines = _lines(sitting.setting) if sitting.fresh else ()
    return Screen(lines, sitting.setting.words("Practice (Enter = skip): "), PromptKind.ANSWER)


def _lines(setting: Setting) -> tuple[str, ...]:
    """The question with its anchors, and the rule."""
    words, question = setting.words, _question(setting)
    rule = words(choosing_rule(question))
    return (
        "",
        *setting.wrapped(words("Practice; nothing here is stored.")),
        *setting.wrapped(rule),
        "",
        *setting.wrapped(setting.spoken(question.text)),
        "",
        *anchor_lines(setting, question),
        "",
        *setting.keys(words("{values} answer · Enter skips", values=span(question))),
    )


def _question(setting: Setting) -> Question:
    """The practice question of the questionnaire."""
    question = setting.questionnaire.practice
    assert question is not None, "without a practice question this phase is not entered"
    return question


def take(sitting: Sitting, phase: Practising, line: str) -> Sitting:
    """Take an answer to the practice question, or a key; anything else is named."""
    setting, words = sitting.setting, sitting.setting.words
    question, typed = _question(setting), parse(line)
    option = answer_typed(typed.line, question)
    if option is not None:
        means = visible(setting.anchor(question, option)).strip()
        sitting = sitting.saying(means, f"{question.label(option)}  ")
        return navigation.onward(
            sitting.saying(words("That is how it works. Now the first question."))
        )
    pressed = press(sitting, phase, typed, _KEYS)
    if pressed is not None:
        return pressed
    return sitting.staying().saying(
        words("Type {values}, or Enter to go on; q saves and stops.", values=span(question))
    )


def _onward(sitting: Sitting, _: Practising, __: Typed) -> Sitting:
    return navigation.onward(sitting)


def _answered(sitting: Sitting, _: Practising, __: Typed) -> Sitting:
    """On, after an answer that is no level."""
    words = sitting.setting.words
    return navigation.onward(sitting.saying(words("That works too. Now the first question.")))


def _back(sitting: Sitting, _: Practising, __: Typed) -> Sitting:
    """To how it begins."""
    return sitting.at(Beginning(practice=True))


_KEYS = {
    Key.ENTER: _onward,
    Key.LATER: _onward,
    Key.FORWARD: _onward,
    Key.UNKNOWN: _answered,
    Key.NOT_APPLICABLE: _answered,
    Key.BACK: _back,
}
