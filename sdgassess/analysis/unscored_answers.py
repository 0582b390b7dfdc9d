"""Whether answers to what is never scored still fit a questionnaire: setting and style."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sdgassess.model.profile import ContextAnswer, State, StyleAnswer
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import AxisKind, ContextKind


def context_fits(questionnaire: Questionnaire, key: str, value: ContextAnswer) -> bool:
    """Whether a questionnaire asks for this, and takes this for an answer."""
    asked = next((one for one in questionnaire.context if one.id == key), None)
    if asked is None or isinstance(value, State):
        return asked is not None
    if asked.kind is ContextKind.YES_NO or isinstance(value, bool):
        return asked.kind is ContextKind.YES_NO and isinstance(value, bool)
    if asked.kind is ContextKind.NUMBER:
        return value >= 0
    return any(option.value == Fraction(value) for option in asked.options)


def style_fits(questionnaire: Questionnaire, key: str, value: StyleAnswer) -> bool:
    """Whether a questionnaire has this axis, with what was answered on it."""
    axis = next((one for one in questionnaire.style if one.id == key), None)
    if axis is None:
        return False
    if isinstance(value, Mapping):
        items = {item.id for item in axis.items}
        reach = [abs(one) <= axis.reach for one in value.values() if isinstance(one, int)]
        return axis.kind is AxisKind.POLES and value.keys() <= items and all(reach)
    options = {option.id for option in axis.options}
    if isinstance(value, str):
        return axis.kind is AxisKind.CHOICE and value in options
    return axis.kind is AxisKind.SEVERAL and set(value) <= options
