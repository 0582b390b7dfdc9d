"""The room's picks as they are set and taken away, and what speaks against them.

Pure functions over a profile: whatever is not named stays as it was, and the order of the picks
is the room's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from sdgassess.analysis.candidates import next_target
from sdgassess.model.profile import Judgement, PickStatus, Priority, Profile
from sdgassess.model.question import Level
from sdgassess.scoring.score import Score

_PAST = (PickStatus.DONE, PickStatus.DROPPED)


class NoTarget(StrEnum):
    """Why no next target follows from where a question stands."""

    NO_LEVEL = "no-level"
    AT_THE_TOP = "at-the-top"


class DoubtKind(StrEnum):
    """What can be odd about a pick without being wrong."""

    REACHED = "reached"
    NO_LEVEL = "no-level"
    OUTSIDE_SCOPE = "outside-scope"
    DATE_PAST = "date-past"


class Doubt(NamedTuple):
    """Something odd about one pick: which question, and what."""

    question: str
    kind: DoubtKind


def pick_of(profile: Profile, question: str) -> Priority | None:
    """The pick of a question, or None where it is not picked."""
    return next((pick for pick in profile.priorities if pick.question == question), None)


def pick_with_target(score: Score, question: str, before: Priority | None) -> Priority | NoTarget:
    """A question as a pick: with a target still ahead, else with the next one worth having.

    Args:
        score: where the questions stand.
        question: its id.
        before: how it was picked already; who, when and first move are kept.

    Returns:
        The pick. Where no target follows, the pick as it was, or why there can be none.
    """
    rules, level = score.questionnaire.priorities, score.level(question)
    if before and before.target is not None and (level is None or before.target > level):
        return before
    target = next_target(score, rules, question) if rules else None
    if target is not None:
        return (before or Priority(question))._replace(target=target)
    return before or (NoTarget.NO_LEVEL if level is None else NoTarget.AT_THE_TOP)


def with_pick(profile: Profile, pick: Priority) -> Profile:
    """The profile with a pick at its old place, or behind the others where it is new."""
    picks = tuple(
        pick if earlier.question == pick.question else earlier for earlier in profile.priorities
    )
    new = pick_of(profile, pick.question) is None
    return profile._replace(priorities=(*picks, pick) if new else picks)


def without_picks(profile: Profile, question: str | None = None) -> Profile:
    """The profile without one pick, or without any; judgements stay."""
    staying = tuple(pick for pick in profile.priorities if question and pick.question != question)
    return profile._replace(priorities=staying)


def with_judgement(profile: Profile, question: str, judgement: Judgement) -> Profile:
    """The profile with a question judged; what is not said stays as it was said before."""
    before = profile.judgement.get(question) or Judgement()
    merged = Judgement(
        judgement.stake or before.stake,
        judgement.influence or before.influence,
        before.can_start if judgement.can_start is None else judgement.can_start,
    )
    return profile._replace(judgement={**profile.judgement, question: merged})


def without_judgement(profile: Profile, question: str | None = None) -> Profile:
    """The profile without the judgement of one question, or without any."""
    staying = {
        key: judgement
        for key, judgement in profile.judgement.items()
        if question and key != question
    }
    return profile._replace(judgement=staying)


def open_picks(score: Score) -> tuple[Priority, ...]:
    """The picks that are still to be worked on: not done, not dropped, not reached."""
    return tuple(
        pick
        for pick in score.profile.priorities
        if not is_past(pick) and not _is_reached(pick, score.level(pick.question))
    )


def _is_reached(pick: Priority, level: Level | None) -> bool:
    """Whether a question stands at the target of its pick, or above."""
    return level is not None and pick.target is not None and pick.target <= level


def none_can_start(score: Score) -> bool:
    """Whether there are open picks, and the room said of each that it cannot start."""
    judged = [score.profile.judgement.get(pick.question) for pick in open_picks(score)]
    return bool(judged) and all(
        judgement is not None and judgement.can_start is False for judgement in judged
    )


def doubts(score: Score) -> Iterator[Doubt]:
    """What is odd about each pick that is not done or dropped, in the order of the picks."""
    for pick in score.profile.priorities:
        if is_past(pick):
            continue
        level = score.level(pick.question)
        if pick.question not in score.questions:
            yield Doubt(pick.question, DoubtKind.OUTSIDE_SCOPE)
        elif level is None:
            yield Doubt(pick.question, DoubtKind.NO_LEVEL)
        elif _is_reached(pick, level):
            yield Doubt(pick.question, DoubtKind.REACHED)
        day = day_due(pick)
        if day is not None and day < score.profile.date:
            yield Doubt(pick.question, DoubtKind.DATE_PAST)


def is_past(pick: Priority) -> bool:
    """Whether nothing is left to do: it is done, or it was dropped."""
    return pick.status in _PAST


def due_on_no_day(profile: Profile) -> tuple[Priority, ...]:
    """The picks that are open and that no calendar can hold: due in other words, or not said."""
    return tuple(p for p in profile.priorities if day_due(p) is None and not is_past(p))


def day_due(pick: Priority) -> dt.date | None:
    """The day that a pick is due, where `by` is written as one; it is free text otherwise."""
    text = pick.by
    if text is None or len(text) != len("2026-10-01"):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
