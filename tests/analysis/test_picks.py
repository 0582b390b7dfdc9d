"""What is still to be worked on of the room's picks, what is odd about them, and by which day."""

from __future__ import annotations

import datetime as dt

import pytest

from sdgassess.analysis.picks import (
    DoubtKind,
    NoTarget,
    day_due,
    doubts,
    due_on_no_day,
    none_can_start,
    open_picks,
    pick_with_target,
)
from sdgassess.model.profile import Judgement, PickStatus, Priority
from sdgassess.scoring.score import Score, score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

PAST = (PickStatus.DONE, PickStatus.DROPPED)


def picked(*picks: Priority, **answers: object) -> Score:
    """What answers come to, of a day in March 2026, with the room's picks."""
    return score(nordic(), profile(answers)._replace(priorities=picks))


@pytest.mark.parametrize(
    ("level", "target", "reached"),
    [(1, 2, False), (2, 2, True), (3, 2, True), (3, None, False), ("?", 2, False)],
)
def test_a_pick_is_reached_at_its_target_and_above(
    level: object, target: int | None, reached: bool
) -> None:
    pick = Priority("POL1", target)
    assessed = picked(pick, POL1=level)
    assert open_picks(assessed) == (() if reached else (pick,))
    kinds = [doubt.kind for doubt in doubts(assessed)]
    assert (DoubtKind.REACHED in kinds) is reached
    assert (DoubtKind.NO_LEVEL in kinds) is (level == "?")


@pytest.mark.parametrize("status", PAST)
@pytest.mark.parametrize("by", ["2020-01-01", "in spring", None])
def test_of_what_is_done_or_dropped_nothing_is_odd_and_nothing_is_left(
    status: PickStatus, by: str | None
) -> None:
    assessed = picked(Priority("POL1", 2, by=by, status=status), POL1=1)
    assert open_picks(assessed) == ()
    assert list(doubts(assessed)) == []
    assert due_on_no_day(assessed.profile) == ()


@pytest.mark.parametrize(
    ("by", "day"),
    [
        ("2026-10-01", dt.date(2026, 10, 1)),
        ("20261001", None),  # a number is no day, whatever a library takes for one
        ("2026-10", None),
        ("2026-02-30", None),
        ("1 October 2026", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_what_is_written_as_one(by: str | None, day: dt.date | None) -> None:
    pick = Priority("POL1", 2, by=by)
    assert day_due(pick) == day
    assert due_on_no_day(profile()._replace(priorities=(pick,))) == (() if day else (pick,))


@pytest.mark.parametrize(("days", "past"), [(-1, True), (0, False), (1, False)])
def test_a_day_is_past_once_it_is_over(days: int, past: bool) -> None:
    day = profile().date + dt.timedelta(days)
    kinds = [doubt.kind for doubt in doubts(picked(Priority("POL1", 2, by=str(day)), POL1=1))]
    assert kinds == ([DoubtKind.DATE_PAST] if past else [])


@pytest.mark.parametrize(
    ("judged", "none"),
    [
        ({}, False),
        ({"POL1": False}, False),
        ({"POL1": False, "LED1": None}, False),
        ({"POL1": False, "LED1": True}, False),
        ({"POL1": False, "LED1": False}, True),
    ],
)
def test_none_can_start_only_where_it_was_said_of_each_open_pick(
    judged: dict[str, bool | None], none: bool
) -> None:
    picks = (Priority("POL1", 2), Priority("LED1", 2), Priority("BUD1", 2, status=PickStatus.DONE))
    assessed = picked(*picks, POL1=1, LED1=1, BUD1=1)
    judgement = {key: Judgement(can_start=can) for key, can in judged.items()}
    changed = assessed.profile._replace(judgement=judgement)
    assert none_can_start(score(nordic(), changed)) is none
    assert not none_can_start(score(nordic(), changed._replace(priorities=picks[2:])))


def test_a_target_that_is_still_ahead_stays_and_one_that_is_reached_moves_on() -> None:
    for level, target, expected in ((1, 4, 4), (2, 2, 3), ("?", 3, 3)):
        pick = Priority("POL1", target, who="A")
        moved = pick_with_target(picked(POL1=level), "POL1", pick)
        assert moved == pick._replace(target=expected)
    assert pick_with_target(picked(POL1="?"), "POL1", None) is NoTarget.NO_LEVEL
    assert pick_with_target(picked(POL1=4), "POL1", None) is NoTarget.AT_THE_TOP
