"""Somebody else's maturity models, from YAML alone: the engine knows no factor and no question."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.report.results.scores import json_number
from sdgassess.scoring.explain import cheapest_raise
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import score
from sdgassess.text import number
from tests.given.profiles import profile
from tests.given.questionnaires import FOREIGN, foreign_model


def test_means_of_sums_over_four_tiers_stay_exact() -> None:
    rules = foreign_model("four-tiers")
    answers: dict[str, object] = {"s1": "0.5", "s2": "1.5", "p1": 4, "d1": "4.5", "t1": 3}
    given = profile(answers, ref=QuestionnaireRef("four-tiers", "1.0"))
    result = score(rules, given)
    assert {key: node.level for key, node in result.factors.items()} == {
        "strategy": 2,
        "policy": 4,
        "design": Fraction(9, 2),
        "test": 3,
    }
    levels = {key: node.level for key, node in result.tiers.items()}
    assert levels == {"whole": Fraction(27, 8), "govern": 3, "build": Fraction(15, 4)}


def test_an_eighth_stays_an_eighth_and_prints_half_up() -> None:
    rules = foreign_model("four-tiers")
    answers: dict[str, object] = {"s1": 1, "s2": "1.5", "p1": 4, "d1": "4.5", "t1": 3}
    whole = score(rules, profile(answers, ref=QuestionnaireRef("four-tiers", "1.0"))).tiers[
        "whole"
    ]
    assert whole.level == Fraction(7, 2)
    answers |= {"s2": 3, "s1": 0}
    whole = score(rules, profile(answers, ref=QuestionnaireRef("four-tiers", "1.0"))).tiers[
        "whole"
    ]
    assert whole.level == Fraction(29, 8)
    assert json_number(whole.level) == 3.625
    assert number(whole.level) == "3.63"
    assert number(whole.level, 1) == "3.6"
    assert number(whole.level, 3) == "3.625"


def test_a_sum_with_something_open_has_no_level_but_an_interval() -> None:
    rules = foreign_model("four-tiers")
    given = profile({"s1": 1}, ref=QuestionnaireRef("four-tiers", "1.0"))
    strategy = score(rules, given).factors["strategy"]
    assert strategy.rolled.status is LevelStatus.INSUFFICIENT
    assert list(strategy.rolled.interval) == [1, 4]
    assert list(score(rules, given).factors["test"].rolled.interval) == [1, 3]


def test_a_ladder_stops_at_the_first_no() -> None:
    rules = foreign_model("ladder")
    ref = QuestionnaireRef("ladder", "1.0")
    climbed = score(rules, profile({"r1": 1, "r2": 1, "r3": 0, "r4": 1}, ref=ref))
    assert climbed.factors["readiness"].level == 2
    way = cheapest_raise(climbed, "readiness")
    assert way is not None
    assert way.target == 4, "the rung above is passed already"
    assert way.steps == 1
    assert {q: list(move) for q, move in way.moves.items()} == {"r3": [0, 1]}


def test_an_unknown_rung_opens_the_interval_only_where_it_matters() -> None:
    rules = foreign_model("ladder")
    ref = QuestionnaireRef("ladder", "1.0")
    below = score(rules, profile({"r1": 1, "r2": "?", "r4": 1}, ref=ref)).factors["readiness"]
    assert list(below.rolled.interval) == [1, 3]
    above = score(rules, profile({"r1": 0, "r2": 1, "r3": "?", "r4": 1}, ref=ref))
    assert above.factors["readiness"].level == 0
    assert above.factors["readiness"].rolled.settled


def test_a_question_whose_condition_does_not_hold_leaves_the_ladder() -> None:
    rules = foreign_model("ladder")
    ref = QuestionnaireRef("ladder", "1.0")
    result = score(rules, profile({"r1": 1, "r2": 0, "r3": 1, "r4": 1}, ref=ref))
    assert result.factors["readiness"].rolled.applicable == 3
    assert result.factors["readiness"].level == 1


@pytest.mark.parametrize("written", ["0.75", "2", '"1"', "yes"])
def test_an_answer_that_is_no_option_is_an_error_and_never_a_zero(
    tmp_path: Path, written: str
) -> None:
    (tmp_path / "four-tiers-1.0.yaml").write_bytes((FOREIGN / "four-tiers-1.0.yaml").read_bytes())
    file = tmp_path / "p.yaml"
    file.write_text(
        "format: sdgassess/profile/1\nmunicipality: {name: X}\ndate: 2026-01-01\n"
        'questionnaire: {id: four-tiers, version: "1.0"}\n'
        f"answers:\n  s1: {{level: {written}}}\n"
    )
    loaded = load_profile(file)
    assert loaded.value is None
    assert [(p.code, p.where.line) for p in loaded.problems] == [("P103", 6)]
