"""Style axes: where a municipality stands on a typology that is never good or bad."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sdgassess.model.condition import (
    Comparand,
    Looker,
    Subject,
    SubjectKind,
    Unsettled,
    judge,
)
from sdgassess.model.profile import Profile
from sdgassess.model.unscored import Axis, AxisKind, Position

NEITHER_YET = "neither-yet"
"""The answer to an item between two poles where neither holds yet."""


class StyleResult(NamedTuple):
    """Where a municipality stands on one axis.

    Attributes:
        axis: the axis.
        position: the positions or options that hold; empty until every item that is not optional
            has an answer, because half an answer is not a mixed style.
        items: the answers to items between poles.
        watch: the questions to keep an eye on for this style.
    """

    axis: str
    position: tuple[str, ...] = ()
    items: Mapping[str, int | str] = {}
    watch: tuple[str, ...] = ()


def style_result(axis: Axis, profile: Profile, look: Looker) -> StyleResult:
    """The position on one axis, from what was answered."""
    answer = profile.style.get(axis.id)
    if answer is None:
        return StyleResult(axis.id)
    if isinstance(answer, str):
        return StyleResult(axis.id, (answer,))
    if isinstance(answer, tuple):
        return StyleResult(axis.id, answer)
    if axis.kind is not AxisKind.POLES:
        return StyleResult(axis.id)
    complete = all(item.optional or item.id in answer for item in axis.items)
    position = position_on(axis, look) if complete else None
    if position is None:
        return StyleResult(axis.id, (), dict(answer))
    return StyleResult(axis.id, (position.id,), dict(answer), position.watch)


def position_on(axis: Axis, look: Looker) -> Position | None:
    """The first position whose condition holds, or None."""
    return next((place for place in axis.positions if judge(place.when, look)), None)


def look_at_style(profile: Profile, subject: Subject) -> Comparand | Unsettled:
    """What a condition sees of a style axis: an item's number or word, or the choice."""
    if subject.kind is not SubjectKind.STYLE:
        return Unsettled.UNKNOWN
    answer = profile.style.get(subject.id)
    if isinstance(answer, Mapping):
        value = answer.get(subject.item or "")
        if value is None:
            return Unsettled.UNKNOWN
        return value
    if isinstance(answer, str):
        return answer
    return Unsettled.UNKNOWN
