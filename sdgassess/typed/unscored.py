"""Answers that are not scored as they are typed: about the setting, and about style."""

from __future__ import annotations

from sdgassess.model.profile import ContextAnswer, StyleAnswer
from sdgassess.model.unscored import Axis, AxisKind, ContextKind, ContextQuestion
from sdgassess.typed.keys import number_typed, option_typed, whole_typed, yes_or_no

NEITHER_YET = "neither-yet"


def style_typed(axis: Axis, typed: str) -> StyleAnswer | int | None:
    """What was typed as an answer on this axis, or None."""
    if axis.kind is AxisKind.POLES:
        if typed.lower() == "n":
            return NEITHER_YET
        value = number_typed(typed)
        fits = value is not None and value.denominator == 1 and -axis.reach <= value <= axis.reach
        return int(value) if value is not None and fits else None
    options = {str(n): option.id for n, option in enumerate(axis.options, start=1)}
    chosen = typed.replace(",", " ").split()
    if not chosen or any(number not in options for number in chosen):
        return None
    if axis.kind is AxisKind.CHOICE:
        return options[chosen[0]] if len(chosen) == 1 else None
    return tuple(option for number, option in options.items() if number in chosen)


def context_typed(question: ContextQuestion, typed: str) -> ContextAnswer | None:
    """What was typed as an answer of this kind, or None."""
    if question.kind is ContextKind.YES_NO:
        return yes_or_no(typed)
    if question.kind is ContextKind.NUMBER:
        return whole_typed(typed)
    if question.kind is ContextKind.SEVERAL:
        return _several(question, typed)
    option = option_typed(typed, question.options)
    return int(option.value) if option else None


def _several(question: ContextQuestion, typed: str) -> ContextAnswer | None:
    """Several choices, with commas or spaces between, in the order of the question; or None.

    `n`, and `0` where it is no choice, is none of them: an answer, which a blank line is not.
    """
    if typed.lower() == "n" or (typed == "0" and option_typed(typed, question.options) is None):
        return ()
    chosen = [option_typed(part, question.options) for part in typed.replace(",", " ").split()]
    if not chosen or None in chosen:
        return None
    return tuple(int(option.value) for option in question.options if option in chosen)
