"""At a context question: a choice, a number, or yes and no. Never scored, and never a comment."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.keys import move
from sdgassess.interview.state.phases import AtContext
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import called
from sdgassess.interview.view.question import span, value_label
from sdgassess.interview.view.unscored import context_in_words
from sdgassess.model.profile import ContextAnswer, State
from sdgassess.model.unscored import ContextKind, ContextQuestion
from sdgassess.text import echoed
from sdgassess.typed.keys import (
    Key,
    Typed,
    parse,
)
from sdgassess.typed.unscored import context_typed


def show(sitting: Sitting) -> Screen:
    """The screen of the context question the sitting is at."""
    setting, question = sitting.setting, asked(sitting)
    lines = (
        "",
        *setting.wrapped(setting.words("About the setting; not scored.")),
        "",
        *setting.wrapped(setting.spoken(question.text)),
        *_choices(setting, question),
        "",
        *_now(sitting, question),
        *setting.key_line(_allowed(setting, question)),
    )
    words, yes_no = setting.words, question.kind is ContextKind.YES_NO
    asks = words("Answer (y or n): ") if yes_no else words("Answer: ")
    return Screen(lines if sitting.fresh else (), asks, PromptKind.ANSWER)


def asked(sitting: Sitting) -> ContextQuestion:
    """The context question that the phase is about."""
    phase = sitting.phase
    assert isinstance(phase, AtContext)
    return next(one for one in sitting.setting.questionnaire.context if one.id == phase.id)


def _choices(setting: Setting, question: ContextQuestion) -> tuple[str, ...]:
    """The options of a choice, all in one language."""
    if question.kind is not ContextKind.CHOICE:
        return ()
    texts, language = setting.anchors(question.options)
    lines = [""]
    for option, text in zip(question.options, texts, strict=True):
        said = setting.marked(text, language)
        lines.extend(setting.listed(value_label(option), said))
    return tuple(lines)


def _now(sitting: Sitting, question: ContextQuestion) -> tuple[str, ...]:
    """What stands there already."""
    if question.id not in sitting.assessed.context:
        return ()
    said = context_in_words(sitting.setting, sitting.assessed.context[question.id])
    return sitting.setting.wrapped(sitting.setting.words("Answer now: {answer}", answer=said))


def _allowed(setting: Setting, question: ContextQuestion) -> str:
    """What can be typed, in one line."""
    words = setting.words
    if question.kind is ContextKind.YES_NO:
        return words("y yes · n no · u unknown · Enter goes on · b back · q save and stop")
    if question.kind is ContextKind.NUMBER:
        return words("a whole number · u unknown · Enter goes on · b back · q save and stop")
    return words(
        "{values} answer · u unknown · Enter goes on · b back · q save and stop",
        values=span(question),
    )


def take(sitting: Sitting, line: str) -> Sitting:
    """Take a line typed at a context question."""
    question, typed = asked(sitting), parse(line)
    answer = context_typed(question, typed.line)
    if answer is None and typed.key is Key.UNKNOWN:
        answer = State.UNKNOWN
    if answer is not None:
        return _keep(sitting, question, answer)
    if typed.key is None:
        return _refused(sitting, question, typed.line)
    return _go(sitting, question, typed)


def _keep(sitting: Sitting, question: ContextQuestion, answer: ContextAnswer) -> Sitting:
    """Record an answer, say it in words, go on."""
    setting, profile, here = sitting.setting, sitting.assessed, AtContext(question.id)
    said = context_in_words(setting, answer)
    chosen = next((one for one in question.options if one.value == answer), None)
    if chosen is not None and not isinstance(answer, State):
        said += "  " + setting.spoken(chosen.text)
    sitting = sitting.saying(said, f"{called(setting, here)}  ")
    changed = replace(profile, context={**profile.context, question.id: answer})
    return navigation.onward(sitting.keeping(changed, here), here)


def _go(sitting: Sitting, question: ContextQuestion, typed: Typed) -> Sitting:
    """What a key does here."""
    here = AtContext(question.id)
    if typed.key in (Key.ENTER, Key.LATER):
        return _pass(sitting, question)
    if typed.key is Key.CLEAR:
        return _clear(sitting, question)
    if typed.key is Key.BACK:
        return navigation.back(sitting, here)
    if typed.key is Key.FORWARD:
        return navigation.forward(sitting, here)
    if typed.key is Key.HELP:
        return sitting.staying().allowing(_allowed(sitting.setting, question))
    return move(sitting, typed) or _refused(sitting, question, typed.line)


def _pass(sitting: Sitting, question: ContextQuestion) -> Sitting:
    """Keep the answer and go forward; without one, put the question off."""
    here, words = AtContext(question.id), sitting.setting.words
    if question.id in sitting.assessed.context:
        return navigation.forward(sitting, here)
    said = words(
        "“{question}” is put off and comes again at the end.",
        question=called(sitting.setting, here),
    )
    if here in sitting.revisited:
        said = words("Left unanswered.")
    put_off = replace(sitting, put_off=sitting.put_off | {question.id})
    return navigation.onward(put_off.saying(said), here)


def _clear(sitting: Sitting, question: ContextQuestion) -> Sitting:
    """Take the answer away; `z` brings it back."""
    words, profile = sitting.setting.words, sitting.assessed
    if question.id not in profile.context:
        return sitting.staying().saying(words("There is nothing to clear."))
    left = {key: value for key, value in profile.context.items() if key != question.id}
    here = AtContext(question.id)
    said = words(
        "“{question}” is cleared; z brings it back.", question=called(sitting.setting, here)
    )
    kept = sitting.keeping(replace(profile, context=left), here)
    return kept.staying().saying(said)


def _refused(sitting: Sitting, question: ContextQuestion, line: str) -> Sitting:
    """Say what was typed and what can be typed."""
    said = sitting.setting.words("“{typed}” is not an answer here.", typed=echoed(line))
    return sitting.staying().saying(said).allowing(_allowed(sitting.setting, question))
