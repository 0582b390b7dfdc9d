"""What municipalities of one kind are told: each kind was once told something absurd."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sdgassess.analysis.priorities import Priorities, prioritise
from sdgassess.language import Words
from sdgassess.phrases.candidates import first_words
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import Score, score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

NOTHING_STARTED = {"project-share": 0, "started-since": False, "months-since-decision": 80}
MANY_UNKNOWN = {"project-share": 1, "initiatives": 60, "initiatives-known": 2}


def standing(
    level: int, but: Mapping[str, int] | None = None, context: Mapping[str, Any] | None = None
) -> Score:
    """A municipality that stands at one level everywhere, but for some questions."""
    answers = {**dict.fromkeys(nordic().questions, level), **(but or {})}
    return score(nordic(), profile(answers, context=context or {"project-share": 0}))


def risk(result: Score, pattern: str) -> Risk:
    """How a pattern came out."""
    return next(p.result for p in result.patterns if p.id == pattern)


def suggested(priorities: Priorities) -> list[str]:
    """The questions that are suggested."""
    return [candidate.question for candidate in priorities.chosen]


def test_only_adding_to_what_nobody_has_an_overview_of_is_too_much() -> None:
    result = standing(1, {"CONT6": 0, "LED5": 0}, MANY_UNKNOWN)
    assert risk(result, "bitten-off-too-much") is Risk.HIGH
    assert prioritise(result).picks == 2


def test_a_work_that_is_the_plan_itself_is_no_side_track() -> None:
    assert risk(standing(3, {"CORE5": 4, "CORE2": 1}), "side-track") is Risk.LOW
    assert risk(standing(3, {"CORE5": 1, "CORE2": 1}), "side-track") is Risk.HIGH


@pytest.mark.parametrize("level", [0, 1])
def test_who_has_decided_nothing_waits_for_nothing(level: int) -> None:
    result = standing(2, {"POL1": level, "LRN4": 0, "FOC2": 0}, NOTHING_STARTED)
    assert risk(result, "waiting-for-the-answer-key") is Risk.NOT_EXPOSED


def test_where_nothing_stands_a_direction_and_a_first_activity_come_first() -> None:
    advice = prioritise(standing(0))
    assert suggested(advice) == ["POL1", "FOC2"]
    assert not advice.overloaded


def test_where_nothing_runs_nothing_is_too_much() -> None:
    result = standing(0, {"POL1": 2, "CORE5": 1, "EXT1": 1}, NOTHING_STARTED)
    assert not prioritise(result).overloaded
    assert risk(result, "waiting-for-the-answer-key") is Risk.HIGH


def test_where_all_stands_alike_what_others_build_on_is_put_first() -> None:
    assert suggested(prioritise(standing(2))) == ["POL1", "COORD1", "FOC2"]


def test_letting_people_act_themselves_is_no_pin_on_the_jacket() -> None:
    words_only = {"POL1": 1, "SAM5": 2, "FOC2": 1, "CORE1": 1, "CORE6": 1, "BUD1": 1, "LRN3": 1}
    pins = {
        level: risk(standing(2, {**words_only, "PAR5": level}), "pin-on-the-jacket")
        for level in range(5)
    }
    assert pins == {0: Risk.LOW, 1: Risk.HIGH, 2: Risk.LOW, 3: Risk.LOW, 4: Risk.LOW}


def test_a_pilot_with_aims_of_its_own_is_no_pin_on_the_jacket() -> None:
    result = standing(1, {"FOC2": 2, "PAR5": 3, "CORE6": 2}, {"project-share": 4})
    assert risk(result, "pin-on-the-jacket") is Risk.NOT_EXPOSED
    assert risk(result, "practice-without-receiver") is Risk.HIGH


def test_without_a_partnership_none_is_to_be_made_better() -> None:
    without = {f"EXT{n}": 0 for n in range(1, 6)}
    advice = prioritise(standing(2, {**without, "EXT1": 1, "BUD4": 0}))
    assert suggested(advice)[0] == "EXT1"
    named = {candidate.question for candidate in advice.candidates}
    assert not named & {"EXT2", "EXT3", "EXT5", "BUD4"}


def test_a_choice_that_was_never_made_comes_before_all_that_stands() -> None:
    assert suggested(prioritise(standing(3, {"FOC1": 0, "LRN3": 2, "PAR2": 2})))[0] == "FOC1"


def test_where_too_much_is_under_way_easing_it_comes_before_all_that_would_be_added() -> None:
    advice = prioritise(standing(1, {"CONT6": 0, "LED5": 0}, MANY_UNKNOWN))
    assert suggested(advice)[0] == "FOC3"
    eased = prioritise(standing(1, {"CONT6": 0, "LED5": 0, "FOC3": 2}, MANY_UNKNOWN))
    assert "FOC3" not in suggested(eased)


@pytest.mark.parametrize("level", [0, 1])
def test_who_is_advised_on_a_coordinator_need_not_have_one(level: int) -> None:
    result = standing(2, {"COORD1": level})
    step = nordic().questions["COORD1"].next_step(2)
    assert step is not None
    assert step.text.words["en"].startswith("Give somebody the task")
    assert suggested(prioritise(result))[0] == "COORD1"


def test_where_partnerships_arise_by_chance_a_deliberate_one_is_needed_first() -> None:
    result = standing(2, {"EXT1": 1, **{f"EXT{n}": 0 for n in range(2, 6)}, "BUD4": 0})
    sentences = list(first_words(result, prioritise(result).candidates, Words("en")))
    assert any("There must be a deliberate partnership first." in each for each in sentences)


def test_what_is_said_of_most_does_not_go_on_from_some() -> None:
    for question in nordic().questions.values():
        levels = [option.text.words["en"] for option in question.options]
        for text in levels:
            if text.startswith("As ") and ", and most " in text:
                assert "some " not in levels[int(text[3])], question.id
