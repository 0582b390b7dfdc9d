"""What stands out: what moved, why it fell, what is no longer known, who answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sdgassess.analysis.years.moves import (
    better_backed,
    movers,
    new_unknowns,
    now_known,
)
from sdgassess.analysis.years.questions import Direction
from sdgassess.model.profile import (
    EarlierAnswer,
    Participant,
    State,
    WasChange,
)
from sdgassess.scoring.score import Score, score
from tests.given.questionnaires import FIRST
from tests.given.years import year, years


def explaining(now: Score, question: str, change: WasChange, about: str) -> Score:
    """A year that says why an answer differs from an earlier one."""
    answer = now.profile.answers[question]
    was = EarlierAnswer(date=dt.date.fromisoformat(about), change=change, reason="Derfor")
    answers = {**now.profile.answers, question: replace(answer, was=was)}
    return score(FIRST, now.profile._replace(answers=answers), now.basis)


def test_a_fall_is_told_as_worse_or_known_better() -> None:
    then = year({"POL1": 3, "POL3": 2, "POL5": 2}, "2024-03-01")
    now = year({"POL1": 1, "POL3": 1, "POL5": 1}, "2025-03-01")
    now = explaining(now, "POL1", WasChange.WORSE, "2024-03-01")
    now = explaining(now, "POL3", WasChange.KNOWN_BETTER, "2024-03-01")
    found = {one.question: one.change for one in movers(years(then, now))}
    assert found == {"POL1": WasChange.WORSE, "POL3": WasChange.KNOWN_BETTER, "POL5": None}


def test_what_is_said_about_another_date_is_not_taken() -> None:
    then, now = year({"POL1": 3}, "2024-03-01"), year({"POL1": 1}, "2026-03-01")
    now = explaining(now, "POL1", WasChange.WORSE, "2025-03-01")
    assert movers(years(then, now))[0].change is None


def test_most_steps_come_first_and_both_stretches_are_told() -> None:
    first = year({"POL1": 1, "POL3": 0}, "2024-03-01")
    second = year({"POL1": 2, "POL3": 4}, "2025-03-01")
    third = year({"POL1": 1, "POL3": 3}, "2026-03-01")
    found = movers(years(first, second, third))
    assert [one.question for one in found] == ["POL3", "POL1"]
    down_then_up = found[0]
    assert down_then_up.direction is Direction.DOWN
    assert [move.direction for _, move in down_then_up.moves] == [Direction.DOWN, Direction.UP]


def test_new_unknowns_and_what_is_known_now() -> None:
    first = year({"POL1": 1, "POL3": "?", "POL5": "?"}, "2024-03-01")
    second = year({"POL1": ".", "POL3": ".", "POL5": "?"}, "2025-03-01")
    third = year({"POL1": "?", "POL3": 2, "POL5": "?"}, "2026-03-01")
    found = years(first, second, third)
    assert [(one.question, one.column) for one in new_unknowns(found)] == [("POL1", 0)]
    assert [(one.question, one.column) for one in now_known(found)] == [("POL3", 0)]


def test_nothing_is_better_backed_in_a_year_held_against_itself() -> None:
    one = year({"POL1": 3, "POL3": 2})
    found = years(one, one)
    assert better_backed(found) == ()
    assert movers(found) == ()


def test_other_roles_are_noticed_and_nobody_noted_tells_nothing() -> None:
    alone = (Participant("k1", "coordinator"),)
    room = (*alone, Participant("p1", "politician"))
    one, two = year({"POL1": 2}, participants=alone), year({"POL1": 2}, participants=room)
    assert years(one, two).roles_differ
    assert years(one, two).roles == (("coordinator",), ("politician", "coordinator"))
    assert not years(one, one).roles_differ
    assert not years(one, year({"POL1": 2})).roles_differ


def test_later_counts_as_not_asked() -> None:
    put_off = year({"POL1": 2})
    answers = {"POL1": replace(put_off.profile.answers["POL1"], level=None, state=State.LATER)}
    now = score(FIRST, put_off.profile._replace(answers=answers))
    assert years(put_off, now).first_to_last.moves["POL1"].reason == "not-asked-now"
