"""At a context question: a choice, a number, or yes and no. Never scored, and never a comment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.keys import press, refused
from sdgassess.interview.moves.not_taken import NOTHING_TO_CLEAR
from sdgassess.interview.state.phases import AtContext
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import name_of
from sdgassess.interview.view.question import span, value_label
from sdgassess.interview.view.unscored import context_in_words
from sdgassess.model.profile import ContextAnswer, State
from sdgassess.model.unscored import ContextKind, ContextQuestion
from sdgassess.phrases import labels
from sdgassess.typed.keys import (
    Key,
    Typed,
    parse,
)
from sdgassess.typed.unscored import context_typed


def show(sitting: Sitting, phase: AtContext) -> Screen:
    """The screen of a context question."""
    setting, question = sitting.setting, _question(sitting, phase)
    lines = (
        "",
        *setting.wrapped(setting.words(labels.NOT_SCORED)),
        "",
        *setting.wrapped(setting.spoken(question.text)),
        *_choices(setting, question),
        "",
        *_answer_now(sitting, question),
        *setting.key_line(_allowed(setting, question)),
    )
    words, yes_no = setting.words, question.kind is ContextKind.YES_NO
    asks = words("Answer (y or n): ") if yes_no else words("Answer: ")
    return Screen(lines if sitting.fresh else (), asks, PromptKind.ANSWER)


def _question(sitting: Sitting, phase: AtContext) -> ContextQuestion:
    questions = sitting.setting.questionnaire.context
    return next(question for question in questions if question.id == phase.id)


def _choices(setting: Setting, question: ContextQuestion) -> tuple[str, ...]:
    """The options of one choice or several, all in one language."""
    if question.kind not in (ContextKind.CHOICE, ContextKind.SEVERAL):
        return ()
    texts, language = setting.anchors(question.options)
    lines = [""]
    for option, text in zip(question.options, texts, strict=True):
        lines.extend(setting.listed(value_label(option), setting.marked(text, language)))
    return tuple(lines)


def _answer_now(sitting: Sitting, question: ContextQuestion) -> tuple[str, ...]:
    """What stands there already."""
    if question.id not in sitting.assessed.context:
        return ()
    answer = context_in_words(sitting.setting, question, sitting.assessed.context[question.id])
    return sitting.setting.wrapped(sitting.setting.words(labels.ANSWER_LINE, answer=answer))


def _allowed(setting: Setting, question: ContextQuestion) -> str:
    """What can be typed, in one line."""
    words = setting.words
    if question.kind is ContextKind.YES_NO:
        return words("y yes · n no · u unknown · Enter goes on · b back · q save and stop")
    if question.kind is ContextKind.NUMBER:
        return words("a whole number · u unknown · Enter goes on · b back · q save and stop")
    if question.kind is ContextKind.SEVERAL:
        return words(
            "{values} answer, one or several · n none of them · u unknown · Enter goes on · "
            "b back · q save and stop",
            values=span(question),
        )
    return words(
        "{values} answer · u unknown · Enter goes on · b back · q save and stop",
        values=span(question),
    )


def take(sitting: Sitting, phase: AtContext, line: str) -> Sitting:
    """Take a line typed at a context question."""
    question, typed = _question(sitting, phase), parse(line)
    answer = context_typed(question, typed.line)
    if answer is None and typed.key is Key.UNKNOWN:
        answer = State.UNKNOWN
    if answer is not None:
        return _keep(sitting, question, answer)
    pressed = press(sitting, question, typed, _KEYS)
    return pressed or refused(sitting, typed.line, _allowed(sitting.setting, question))


def _keep(sitting: Sitting, question: ContextQuestion, answer: ContextAnswer) -> Sitting:
    """Record an answer, say it in words, go on."""
    setting, profile, stop = sitting.setting, sitting.assessed, AtContext(question.id)
    sentence = context_in_words(setting, question, answer)
    chosen = next((option for option in question.options if option.value == answer), None)
    if chosen is not None and not isinstance(answer, State):
        sentence += "  " + setting.spoken(chosen.text)
    sitting = sitting.saying(f"{name_of(setting, stop)}  {sentence}")
    changed = profile._replace(context={**profile.context, question.id: answer})
    return navigation.onward(sitting.keeping(changed, stop), stop)


def _pass(sitting: Sitting, question: ContextQuestion, _: Typed) -> Sitting:
    """Keep the answer and go forward; without one, put the question off."""
    stop, words = AtContext(question.id), sitting.setting.words
    if question.id in sitting.assessed.context:
        return navigation.forward(sitting, stop)
    sentence = words(
        "“{question}” is put off and comes again at the end.",
        question=name_of(sitting.setting, stop),
    )
    if stop in sitting.revisited or question.frame:
        sentence = words("Left unanswered.")
    put_off = replace(sitting, put_off=sitting.put_off | {question.id})
    return navigation.onward(put_off.saying(sentence), stop)


def _clear(sitting: Sitting, question: ContextQuestion, _: Typed) -> Sitting:
    """Take the answer away; `z` brings it back."""
    words, profile = sitting.setting.words, sitting.assessed
    if question.id not in profile.context:
        return sitting.staying().saying(words(NOTHING_TO_CLEAR))
    answers = {key: value for key, value in profile.context.items() if key != question.id}
    stop = AtContext(question.id)
    sentence = words(
        "“{question}” is cleared; z brings it back.", question=name_of(sitting.setting, stop)
    )
    return sitting.keeping(profile._replace(context=answers), stop).staying().saying(sentence)


def _help(sitting: Sitting, question: ContextQuestion, _: Typed) -> Sitting:
    return sitting.staying().allowing(_allowed(sitting.setting, question))


_KEYS: Mapping[Key, Callable[[Sitting, ContextQuestion, Typed], Sitting]] = {
    Key.ENTER: _pass,
    Key.LATER: _pass,
    Key.CLEAR: _clear,
    Key.BACK: lambda sitting, question, _: navigation.back(sitting, AtContext(question.id)),
    Key.FORWARD: lambda sitting, question, _: navigation.forward(sitting, AtContext(question.id)),
    Key.HELP: _help,
}
