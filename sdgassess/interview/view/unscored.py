"""Answers that are not scored, in words: about the setting, and about style."""

from __future__ import annotations

from sdgassess.interview.state.setting import Setting
from sdgassess.model.profile import ContextAnswer, State, StyleAnswer
from sdgassess.model.unscored import Axis, AxisItem, ContextQuestion
from sdgassess.phrases.levels import NO, NO_POSITION_YET, NONE_OF_THEM, UNKNOWN, YES
from sdgassess.text import echoed, exact, one_line
from sdgassess.typed.unscored import NEITHER_YET


def style_in_words(
    setting: Setting, axis: Axis, answer: StyleAnswer | int, item: AxisItem | None = None
) -> str:
    """A style answer as people say it; a number between poles with what it leans to."""
    if answer == NEITHER_YET:
        return setting.words(NO_POSITION_YET)
    if isinstance(answer, int) and item is not None:
        return _leaning(setting, axis, answer, item)
    titles = {option.id: setting.spoken(option.title) for option in axis.options}
    if isinstance(answer, str):
        return titles.get(answer, echoed(answer))
    if isinstance(answer, tuple):
        return ", ".join(titles.get(option_id, echoed(option_id)) for option_id in answer)
    return str(answer)


def _leaning(setting: Setting, axis: Axis, answer: int, item: AxisItem) -> str:
    """A number with its pole, or with where it is between them."""
    if answer == 0:
        return setting.words("{n}, in between", n=answer)
    pole = one_line(setting.spoken(item.high if answer > 0 else item.low))
    if abs(answer) == axis.reach:
        return setting.words("{n}, fully: {pole}", n=answer, pole=pole)
    return setting.words("{n}, towards: {pole}", n=answer, pole=pole)


def context_in_words(
    setting: Setting, question: ContextQuestion | None, answer: ContextAnswer
) -> str:
    """A context answer as people say it; of several choices each with its words.

    Args:
        setting: the language, and the questionnaire.
        question: what was asked; None where the questionnaire does not ask it.
        answer: the answer.
    """
    words = setting.words
    if isinstance(answer, State):
        return words(UNKNOWN)
    if isinstance(answer, bool):
        return words(YES) if answer else words(NO)
    if isinstance(answer, tuple):
        texts = {
            exact(option.value): one_line(setting.spoken(option.text))
            for option in (question.options if question else ())
        }
        chosen = (
            f"{choice} {texts[str(choice)]}" if str(choice) in texts else echoed(str(choice))
            for choice in answer
        )
        return "; ".join(chosen) or words(NONE_OF_THEM)
    return str(answer)
