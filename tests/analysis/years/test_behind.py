"""The single answers behind a change between years."""

from __future__ import annotations

import datetime as dt

import pytest

from sdgassess.analysis.years.behind import behind
from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.report.results.years import compare_result
from sdgassess.scoring.score import score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

POL: dict[str, object] = {f"POL{n}": 3 for n in range(1, 7)}


def years(then: dict[str, object], now: dict[str, object]) -> Years:
    """The same municipality one year later."""
    columns = []
    for place, answers in enumerate((then, now)):
        given = profile(answers)._replace(date=dt.date(2025 + place, 3, 1))
        columns.append(Column(f"{place}.yaml", score(nordic(), given)))
    return Years(tuple(columns))


def found(then: dict[str, object], now: dict[str, object], part: str = "POL") -> tuple[str, ...]:
    """What is behind the change of a part."""
    compared = years(then, now)
    return behind(compared, next(f for f in compared.factors if f.id == part))


def test_the_lowest_core_answer_alone_makes_the_difference() -> None:
    assert found({**POL, "POL1": 1, "POL2": 2}, POL) == ("POL1",)


def test_of_two_that_were_needed_each_would_undo_the_change() -> None:
    assert found({**POL, "POL1": 1, "POL3": 1}, POL) == ("POL1", "POL3")


def test_no_answer_alone_is_behind_what_many_moved() -> None:
    lower: dict[str, object] = dict.fromkeys(POL, 2)
    assert found(lower, POL) == ()


def test_what_a_gate_looks_at_is_behind_a_change_too() -> None:
    coord: dict[str, object] = {f"COORD{n}": 3 for n in range(1, 7)}
    now = {**coord, "LED2": 3, "BUD3": 3}
    assert found({**now, "LED2": 1}, now, "COORD") == ("LED2",)


@pytest.mark.parametrize("then", [POL, {**POL, "POL2": 2}])
def test_behind_what_stands_still_is_nothing(then: dict[str, object]) -> None:
    assert found(then, POL) == ()


def test_json_names_them() -> None:
    told = compare_result(years({**POL, "POL1": 1}, POL), across=False, left_out=())
    factors = {factor["id"]: factor["behind"] for factor in told["factors"]}
    assert factors["POL"] == ["POL1"]
    assert factors["LED"] == []
