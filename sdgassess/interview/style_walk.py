"""The way through the style questions: axis by axis, item by item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sdgassess.interview.phases import AtAxis
from sdgassess.model.profile import Profile, StyleAnswer
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import Axis, AxisItem, AxisKind


def style_walk(questionnaire: Questionnaire) -> tuple[AtAxis, ...]:
    """Every style question, in order."""
    walk: list[AtAxis] = []
    for axis in questionnaire.style:
        if axis.kind is AxisKind.POLES:
            walk.extend(AtAxis(axis.id, item.id) for item in axis.items)
        else:
            walk.append(AtAxis(axis.id))
    return tuple(walk)


def first_open_style(questionnaire: Questionnaire, profile: Profile) -> AtAxis | None:
    """The first style question without an answer, or None."""
    walk = style_walk(questionnaire)
    return next((at for at in walk if style_answer(profile, at) is None), None)


def axis_of(questionnaire: Questionnaire, at: AtAxis) -> Axis:
    """The axis that a style question belongs to."""
    return next(axis for axis in questionnaire.style if axis.id == at.axis)


def item_of(axis: Axis, at: AtAxis) -> AxisItem | None:
    """The item of a style question between poles."""
    return next((item for item in axis.items if item.id == at.item), None)


def style_answer(profile: Profile, at: AtAxis) -> StyleAnswer | int | None:
    """What was answered to a style question, or None."""
    answer = profile.style.get(at.axis)
    if at.item is None:
        return answer
    return answer.get(at.item) if isinstance(answer, Mapping) else None


def with_style(profile: Profile, at: AtAxis, answer: StyleAnswer | int | None) -> Profile:
    """The profile with a style answer, or without it."""
    style = dict(profile.style)
    if at.item is None:
        whole: object = answer
    else:
        before = style.get(at.axis)
        items = dict(before) if isinstance(before, Mapping) else {}
        if isinstance(answer, int | str):
            items[at.item] = answer
        else:
            items.pop(at.item, None)
        whole = items or None
    if isinstance(whole, str | tuple | Mapping):
        style[at.axis] = whole
    else:
        style.pop(at.axis, None)
    return replace(profile, style=style)
