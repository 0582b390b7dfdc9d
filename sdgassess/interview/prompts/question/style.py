"""The style questions: last, optional, and never good or bad (model.md: Style)."""

from __future__ import annotations

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import CLEARED
from sdgassess.interview.moves.keys import press, refused
from sdgassess.interview.moves.not_taken import NOTHING_TO_CLEAR
from sdgassess.interview.state.phases import AtAxis, Finishing, OfferingStyle
from sdgassess.interview.state.route import (
    axis_of,
    first_open_style,
    item_of,
    style_answer,
    style_walk,
    with_style,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.unscored import style_in_words
from sdgassess.language import N_
from sdgassess.model.unscored import Axis, AxisKind
from sdgassess.phrases import labels
from sdgassess.text import echoed
from sdgassess.typed.keys import (
    Key,
    Typed,
    parse,
    yes_or_no,
)
from sdgassess.typed.unscored import style_typed

_ALLOWED = {
    AxisKind.POLES: N_(
        "-{reach} … {reach} answer · n neither yet · Enter goes on · b back · q save and stop"
    ),
    AxisKind.CHOICE: N_("one number · Enter goes on · b back · q save and stop"),
    AxisKind.SEVERAL: N_(
        "one or more numbers with spaces · Enter goes on · b back · q save and stop"
    ),
}


def show_offer(sitting: Sitting, _: OfferingStyle) -> Screen:
    """The offer of the style questions."""
    setting, words = sitting.setting, sitting.setting.words
    walk = style_walk(setting.questionnaire)
    n = sum(style_answer(sitting.assessed, at) is None for at in walk)
    offer = words.plural(
        "Left: {n} question about style. Styles are neither good nor bad, and not scored.",
        "Left: {n} questions about style. Styles are neither good nor bad, and not scored.",
        n,
    )
    lines = ("", *setting.wrapped(offer)) if sitting.fresh else ()
    return Screen(lines, words("Style now? (y = now, Enter = later) "), PromptKind.YES_NO)


def take_offer(sitting: Sitting, phase: OfferingStyle, line: str) -> Sitting:
    """Take yes or later; the way back and the keys for moving work here too."""
    wish, typed = yes_or_no(line), parse(line)
    if wish:
        first = first_open_style(sitting.setting.questionnaire, sitting.assessed)
        return sitting.at(first or Finishing())
    if wish is False:
        return sitting.at(Finishing())
    pressed = press(sitting, phase, typed, _KEYS_OF_OFFER)
    if pressed is not None:
        return pressed
    words = sitting.setting.words
    refusal = words(
        "“{typed}” is neither yes nor no. y asks now, Enter leaves it.", typed=echoed(typed.line)
    )
    return sitting.staying().saying(refusal)


def _decline(sitting: Sitting, _: OfferingStyle, __: Typed) -> Sitting:
    return sitting.at(Finishing())


_KEYS_OF_OFFER = {Key.ENTER: _decline, Key.LATER: _decline, Key.FORWARD: _decline}


def show(sitting: Sitting, phase: AtAxis) -> Screen:
    """The screen of a style question."""
    setting = sitting.setting
    axis, walk = axis_of(setting.questionnaire, phase), style_walk(setting.questionnaire)
    header = setting.words("Style {n} of {of}", n=walk.index(phase) + 1, of=len(walk))
    lines = (
        "",
        *setting.wrapped(setting.spaced(f"{header} · {setting.spoken(axis.title)}")),
        *_axis_text(setting, axis, phase),
        *_choices(setting, axis, phase),
        "",
        *_answer_now(sitting, axis, phase),
        *setting.key_line(_allowed(setting, axis)),
    )
    return Screen(lines if sitting.fresh else (), setting.words("Answer: "), PromptKind.ANSWER)


def _axis_text(setting: Setting, axis: Axis, phase: AtAxis) -> tuple[str, ...]:
    """What the axis is about, once: above its first item only."""
    if axis.items and phase.item != axis.items[0].id:
        return ()
    return ("", *setting.wrapped(setting.spoken(axis.text)))


def _choices(setting: Setting, axis: Axis, phase: AtAxis) -> tuple[str, ...]:
    """The question of an item with its poles and their middle, or the numbered options."""
    item = item_of(axis, phase)
    if item is None:
        numbered = enumerate(axis.options, start=1)
        listed = (setting.listed(str(n), setting.spoken(option.title)) for n, option in numbered)
        return ("", *(line for lines in listed for line in lines))
    low = setting.listed(f"-{axis.reach}", setting.spoken(item.low))
    middle = setting.listed(" 0", setting.words("in between"))
    high = setting.listed(f" {axis.reach}", setting.spoken(item.high))
    text = setting.spoken(item.text)
    asks = setting.words("{text} (optional)", text=text) if item.optional else text
    return ("", *setting.wrapped(asks), "", *low, *middle, *high)


def _answer_now(sitting: Sitting, axis: Axis, phase: AtAxis) -> tuple[str, ...]:
    """What stands there already."""
    answer = style_answer(sitting.assessed, phase)
    if answer is None:
        return ()
    setting = sitting.setting
    sentence = style_in_words(setting, axis, answer, item_of(axis, phase))
    return setting.wrapped(setting.words(labels.ANSWER_LINE, answer=sentence))


def _allowed(setting: Setting, axis: Axis) -> str:
    """What can be typed, in one line."""
    return setting.words(_ALLOWED[axis.kind], reach=axis.reach)


def take(sitting: Sitting, phase: AtAxis, line: str) -> Sitting:
    """Take a line typed at a style question."""
    setting, typed = sitting.setting, parse(line)
    axis = axis_of(setting.questionnaire, phase)
    answer = style_typed(axis, typed.line)
    if answer is not None:
        item = item_of(axis, phase)
        sentence = style_in_words(setting, axis, answer, item)
        asks = item.text if item else axis.text
        sitting = sitting.saying(sentence, f"{echoed(setting.spoken(asks))}  ")
        changed = with_style(sitting.assessed, phase, answer)
        return _next(sitting.keeping(changed, phase), phase, typed)
    pressed = press(sitting, phase, typed, _KEYS)
    return pressed or refused(sitting, typed.line, _allowed(setting, axis))


def _next(sitting: Sitting, phase: AtAxis, _: Typed) -> Sitting:
    """To the next style question, or to the end."""
    walk = style_walk(sitting.setting.questionnaire)
    ahead = walk[walk.index(phase) + 1 :]
    return sitting.at(ahead[0] if ahead else Finishing())


def _previous(sitting: Sitting, phase: AtAxis, _: Typed) -> Sitting:
    """To the style question before, or to the last of the other questions."""
    walk = style_walk(sitting.setting.questionnaire)
    place = walk.index(phase)
    return sitting.at(walk[place - 1]) if place else navigation.back_from_end(sitting)


def _clear(sitting: Sitting, phase: AtAxis, _: Typed) -> Sitting:
    """Take the answer away; `z` brings it back."""
    words = sitting.setting.words
    if style_answer(sitting.assessed, phase) is None:
        return sitting.staying().saying(words(NOTHING_TO_CLEAR))
    cleared = sitting.keeping(with_style(sitting.assessed, phase, None), phase)
    return cleared.staying().saying(words(CLEARED, id=phase.item or phase.axis))


def _help(sitting: Sitting, phase: AtAxis, _: Typed) -> Sitting:
    axis = axis_of(sitting.setting.questionnaire, phase)
    return sitting.staying().allowing(_allowed(sitting.setting, axis))


_KEYS = {
    Key.ENTER: _next,
    Key.LATER: _next,
    Key.FORWARD: _next,
    Key.BACK: _previous,
    Key.CLEAR: _clear,
    Key.HELP: _help,
}
