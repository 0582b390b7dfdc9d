"""Weights, answers by id, several answers with a cap, thirds, named ranges, the best of a part."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from sdgassess.language import Words
from sdgassess.model.profile import Answer, QuestionnaireRef, State, Voice
from sdgassess.model.worth import with_worth
from sdgassess.report.results.scores import score_result
from sdgassess.scoring.evaluation import band_of
from sdgassess.scoring.score import Score, score
from tests.given.profiles import profile
from tests.given.questionnaires import foreign_model
from tests.given.screens import explain_page, score_page

REF = QuestionnaireRef("scorecard", "1.0")
FULL = {
    "A1": Answer(options=("c",)),
    "A2": Answer(options=("a", "c")),
    "A3": Answer(Fraction(2, 3)),
    "B1": Answer(Fraction(-1)),
    "B2": Answer(Fraction(3)),
}


def scored(**changes: Answer | None) -> Score:
    answers = {key: answer for key, answer in {**FULL, **changes}.items() if answer is not None}
    rules = foreign_model("scorecard")
    return score(rules, with_worth(profile(ref=REF)._replace(answers=answers), rules))


def words_of(result: Score, about: str) -> str:
    return explain_page(result, Words("en"), 200, about)


def test_weights_and_several_answers_are_added_exactly() -> None:
    result = scored()
    assert result.level("A1") == 2
    assert result.level("A2") == Fraction(4, 3)
    assert result.scored["A"].level == 2 * 2 + Fraction(4, 3) + Fraction(2, 3)
    assert result.scored["B"].level == 3
    assert result.scored["TOP"].level == (3 * 6 + 3) / Fraction(4)
    assert "2·2 + 1·1.33 + 1·0.67: 6" in words_of(result, "A")
    assert "(3·6 + 1·3) / 4: 5.25" in words_of(result, "TOP")


def test_every_choice_is_worth_its_answers_up_to_the_cap() -> None:
    worth = {"a": Fraction(1), "b": Fraction(3), "c": Fraction(1, 3)}
    for number in range(len(worth) + 1):
        for chosen in combinations(worth, number):
            total = min(sum((worth[key] for key in chosen), Fraction(0)), Fraction(4))
            assert scored(A2=Answer(options=chosen)).level("A2") == total


def test_a_part_is_never_above_its_cap_and_says_so() -> None:
    result = scored(A2=Answer(options=("a", "b", "c")), A3=Answer(Fraction(1)))
    rolled = result.scored["A"].rolled
    assert [rolled.middle, rolled.level, rolled.limit] == [9, 8, 8]
    assert "A 9 → 8: more than 8 is not given." in words_of(result, "A")


def test_a_level_lies_in_the_range_that_begins_below_it() -> None:
    for answer, band in ((Answer(options=()), "high"), (None, "low")):
        result = scored(A2=answer, A3=answer and Answer(Fraction(1)), A1=FULL["A1"])
        found = band_of(result.questionnaire, result.scored["A"])
        assert (found.id if found else None) == (band if result.scored["A"].level else None)
    assert "6 is “High”: Well done." in words_of(scored(), "A")
    screen = score_page(scored(), Words("en"), 100).splitlines()
    assert any("Means: High" in line for line in screen)


def test_a_sum_says_what_it_took_the_unknown_to_be() -> None:
    result = scored(A1=Answer(state=State.UNKNOWN), A3=FULL["A3"])
    assert result.scored["A"].level == 2
    assert not result.assumed  # nothing is the least that an unknown answer adds
    low = scored(B1=Answer(state=State.UNKNOWN))
    assert list(low.scored["B"].rolled.interval) == [3, 5]
    rules = foreign_model("scorecard")
    data = score_result(low, "p.yaml", "en")
    assert data["assumed"] == {key: float(level) for key, level in low.assumed.items()}
    assert list(rules.reach.of(rules.nodes["B"])) == [0, 5]


def test_which_of_two_equal_answers_was_given_is_told() -> None:
    assert "A plan" in words_of(scored(), "A1").partition("All levels")[0]
    assert "A policy" in words_of(scored(A1=Answer(options=("a",))), "A1").partition("All")[0]


def test_sealed_voices_are_counted_and_nothing_else() -> None:
    sealed = tuple(
        Voice("any", Fraction(level), by=by, sealed=True) for by, level in (("x1", 3), ("x2", 0))
    )
    bare, with_sealed = scored(B2=None), scored(B2=Answer(voices=sealed))
    assert with_sealed.sealed == 2
    assert with_sealed.questions["B2"].state is bare.questions["B2"].state
    assert bare.scored == with_sealed.scored
    assert "x1" not in words_of(with_sealed, "B2")


def test_levels_in_json_are_numbers_where_decimals_hold_them() -> None:
    data = score_result(scored(), "p.yaml", "en")
    part = next(part for part in data["factors"] if part["id"] == "A")
    assert part["questions"] == {"A1": 2, "A2": "4/3", "A3": "2/3"}
    assert part["band"] == "high"
