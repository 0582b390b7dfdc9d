"""The style questions: last, optional, and never good or bad (domain model §3.8)."""

from __future__ import annotations

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.keys import move
from sdgassess.interview.state.phases import AtAxis, Finishing
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


def show_offer(sitting: Sitting) -> Screen:
    """The offer of the style questions."""
    setting, words = sitting.setting, sitting.setting.words
    n = len(style_walk(setting.questionnaire))
    said = words.plural(
        "Left: {n} question about style. Styles are neither good nor bad, and not scored.",
        "Left: {n} questions about style. Styles are neither good nor bad, and not scored.",
        n,
    )
    lines = ("", *setting.wrapped(said)) if sitting.fresh else ()
    return Screen(lines, words("Style now? (y = now, Enter = later) "), PromptKind.YES_NO)


def take_offer(sitting: Sitting, line: str) -> Sitting:
    """Take yes or later; the way back and the keys for moving work here too."""
    wish, typed = yes_or_no(line), parse(line)
    if wish:
        first = first_open_style(sitting.setting.questionnaire, sitting.assessed)
        return sitting.at(first or Finishing())
    if wish is False or typed.key in (Key.ENTER, Key.LATER, Key.FORWARD):
        return sitting.at(Finishing())
    moved = move(sitting, typed)
    if moved is not None:
        return moved
    words = sitting.setting.words
    said = words(
        "“{typed}” is neither yes nor no. y asks now, Enter leaves it.", typed=echoed(typed.line)
    )
    return sitting.staying().saying(said)


def show(sitting: Sitting) -> Screen:
    """The screen of a style question."""
    setting, at, axis = sitting.setting, _at(sitting), _axis(sitting)
    walk = style_walk(setting.questionnaire)
    header = setting.words("Style {n} of {of}", n=walk.index(at) + 1, of=len(walk))
    lines = (
        "",
        *setting.wrapped(setting.spaced(f"{header} · {setting.spoken(axis.title)}")),
        *_axis_text(setting, axis, at),
        *_choices(setting, axis, at),
        "",
        *_now(sitting, axis),
        *setting.key_line(_allowed(setting, axis)),
    )
    return Screen(lines if sitting.fresh else (), setting.words("Answer: "), PromptKind.ANSWER)


def _at(sitting: Sitting) -> AtAxis:
    """The phase, as a style question."""
    assert isinstance(sitting.phase, AtAxis)
    return sitting.phase


def _axis(sitting: Sitting) -> Axis:
    """The axis the sitting is at."""
    return axis_of(sitting.setting.questionnaire, _at(sitting))


def _axis_text(setting: Setting, axis: Axis, at: AtAxis) -> tuple[str, ...]:
    """What the axis is about, once: above its first item only."""
    if axis.items and at.item != axis.items[0].id:
        return ()
    return ("", *setting.wrapped(setting.spoken(axis.text)))


def _choices(setting: Setting, axis: Axis, at: AtAxis) -> tuple[str, ...]:
    """The question of an item with its poles and their middle, or the numbered options."""
    item = item_of(axis, at)
    if item is None:
        numbered = enumerate(axis.options, start=1)
        listed = (setting.listed(str(n), setting.spoken(one.title)) for n, one in numbered)
        return ("", *(line for lines in listed for line in lines))
    low = setting.listed(f"-{axis.reach}", setting.spoken(item.low))
    middle = setting.listed(" 0", setting.words("in between"))
    high = setting.listed(f" {axis.reach}", setting.spoken(item.high))
    text = setting.spoken(item.text)
    asks = setting.words("{text} (optional)", text=text) if item.optional else text
    return ("", *setting.wrapped(asks), "", *low, *middle, *high)


def _now(sitting: Sitting, axis: Axis) -> tuple[str, ...]:
    """What stands there already."""
    answer = style_answer(sitting.assessed, _at(sitting))
    if answer is None:
        return ()
    item = item_of(axis, _at(sitting))
    words, said = sitting.setting.words, style_in_words(sitting.setting, axis, answer, item)
    return sitting.setting.wrapped(words("Answer now: {answer}", answer=said))


def _allowed(setting: Setting, axis: Axis) -> str:
    """What can be typed, in one line."""
    return setting.words(_ALLOWED[axis.kind], reach=axis.reach)


def take(sitting: Sitting, line: str) -> Sitting:
    """Take a line typed at a style question."""
    axis, at, typed = _axis(sitting), _at(sitting), parse(line)
    answer = style_typed(axis, typed.line)
    if answer is not None:
        setting, item = sitting.setting, item_of(axis, at)
        said = style_in_words(setting, axis, answer, item)
        asks = item.text if item else axis.text
        sitting = sitting.saying(said, f"{echoed(setting.spoken(asks))}  ")
        return _next(sitting.keeping(with_style(sitting.assessed, at, answer), at))
    if typed.key is None:
        return _refused(sitting, axis, typed.line)
    return _go(sitting, axis, typed)


def _go(sitting: Sitting, axis: Axis, typed: Typed) -> Sitting:
    """What a key does here."""
    if typed.key in (Key.ENTER, Key.LATER, Key.FORWARD):
        return _next(sitting)
    if typed.key is Key.BACK:
        return _previous(sitting)
    if typed.key is Key.CLEAR:
        return _clear(sitting)
    if typed.key is Key.HELP:
        return sitting.staying().allowing(_allowed(sitting.setting, axis))
    return move(sitting, typed) or _refused(sitting, axis, typed.line)


def _next(sitting: Sitting) -> Sitting:
    """To the next style question, or to the end."""
    walk = style_walk(sitting.setting.questionnaire)
    ahead = walk[walk.index(_at(sitting)) + 1 :]
    return sitting.at(ahead[0] if ahead else Finishing())


def _previous(sitting: Sitting) -> Sitting:
    """To the style question before, or to the last of the other questions."""
    walk = style_walk(sitting.setting.questionnaire)
    here = walk.index(_at(sitting))
    return sitting.at(walk[here - 1]) if here else navigation.back_from_end(sitting)


def _clear(sitting: Sitting) -> Sitting:
    """Take the answer away; `z` brings it back."""
    at, words = _at(sitting), sitting.setting.words
    if style_answer(sitting.assessed, at) is None:
        return sitting.staying().saying(words("There is nothing to clear."))
    kept = sitting.keeping(with_style(sitting.assessed, at, None), at)
    return kept.staying().saying(
        words("{id} is cleared; z brings it back.", id=at.item or at.axis)
    )


def _refused(sitting: Sitting, axis: Axis, line: str) -> Sitting:
    """Say what was typed and what can be typed."""
    said = sitting.setting.words("“{typed}” is not an answer here.", typed=echoed(line))
    return sitting.staying().saying(said).allowing(_allowed(sitting.setting, axis))
