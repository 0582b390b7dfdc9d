"""How sure a level is: whether it holds whichever one answer stands one level off."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.model.condition import Operator, Subject, SubjectKind, Term
from sdgassess.model.profile import Answer, Profile, QuestionnaireRef
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.report.results.scores import score_result
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.firmness import one_off, rests_on
from sdgassess.scoring.score import Score, score
from tests.given.profiles import assessed, example, profile
from tests.given.questionnaires import foreign_model, nordic, with_changed

CORE: dict[str, object] = {f"CORE{n}": 2 for n in range(1, 7)}


def resting(answers: dict[str, object]) -> dict[str, tuple[str, ...]]:
    """What the parts of our own questionnaire rest on."""
    return dict(rests_on(score(nordic(), profile(answers))))


def levels(result: Score) -> dict[str, Level | None]:
    """Each scored part's load-bearing level."""
    return {key: node.level for key, node in result.scored.items()}


def one_by_one(rules: Questionnaire, profile: Profile) -> dict[str, tuple[str, ...]]:
    """What parts rest on, found by scoring the whole profile again for every other answer."""
    before = levels(score(rules, profile))
    moved: dict[str, list[str]] = {key: [] for key, at in before.items() if at is not None}
    for question in rules.question_ids(profile.quick):
        at = score(rules, profile).questions[question].answered
        if at is None:
            continue
        after = [levels(score(rules, other)) for other in _others(rules, profile, question, at)]
        for part, questions in moved.items():
            if any(other.get(part) != before[part] for other in after):
                questions.append(question)
    return {part: tuple(questions) for part, questions in moved.items()}


def _others(
    rules: Questionnaire, profile: Profile, question: str, level: Level
) -> Iterator[Profile]:
    """The profile with one answer one level higher, and one level lower."""
    scale = sorted({option.value for option in rules.questions[question].options})
    place = scale.index(level)
    for other in scale[max(place - 1, 0) : place + 2]:
        if other != level:
            answers = {**profile.answers, question: Answer(other)}
            yield profile._replace(answers=answers)


def test_a_level_that_no_single_answer_moves_is_firm() -> None:
    assert resting({**CORE, "BUD1": 3, "BUD2": 3})["CORE"] == ()


def test_a_lowest_core_answer_is_what_a_level_rests_on() -> None:
    stands: dict[str, object] = {**dict.fromkeys(CORE, 3), "BUD1": 4, "BUD2": 4, "CORE1": 1}
    assert resting(stands)["CORE"] == ("CORE1",)


def test_answers_that_a_gate_looks_at_are_named_too() -> None:
    answers: dict[str, object] = {key: 3 for key in nordic().questions if key.startswith("COORD")}
    assert resting({**answers, "LED2": 2, "BUD3": 4})["COORD"] == ("LED2",)


def test_a_part_without_a_level_rests_on_nothing_and_is_neither() -> None:
    result = score(nordic(), profile({"POL1": 2}))
    assert "POL" not in rests_on(result)
    told = {each["id"]: each for each in score_result(result, "p.yaml", "en")["factors"]}
    assert told["POL"]["firm"] is None
    assert told["POL"]["rests_on"] == []


def test_json_says_what_is_firm_and_what_the_rest_rests_on() -> None:
    result = score(nordic(), assessed(2, LED2=1))
    told = {each["id"]: each for each in score_result(result, "p.yaml", "en")["factors"]}
    for key, questions in rests_on(result).items():
        assert told[key]["firm"] is (not questions)
        assert told[key]["rests_on"] == list(questions)


def test_an_answer_that_switches_another_off_counts_as_what_a_level_rests_on() -> None:
    condition = Term(Subject(SubjectKind.QUESTION, "POL1"), Operator.AT_LEAST, Fraction(2))
    rules = with_changed(nordic(), nordic().questions["LRN1"]._replace(ask_if=condition))
    given = profile({"POL1": 2, "LRN1": 1, "LRN2": 3, "LRN3": 3, "LRN4": 3, "LRN5": 3})
    assert "POL1" in rests_on(score(rules, given))["LRN"]
    assert one_by_one(rules, given) == rests_on(score(rules, given))
    assert_same_alone(score(rules, given))


def assert_same_alone(result: Score) -> None:
    """Every part rests on the same answers where it alone is looked at."""
    resting = rests_on(result)
    for part in result.scored:
        assert rests_on(result, part) == {key: resting[key] for key in resting if key == part}


def test_a_part_looked_at_alone_rests_on_the_same() -> None:
    assert_same_alone(score(nordic(), example()))


@pytest.mark.parametrize("name", ["four-tiers", "ladder", "pathway", "scorecard"])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_other_models_rest_on_what_scoring_again_says(name: str, data: st.DataObject) -> None:
    rules = foreign_model(name)
    drawn = {
        key: data.draw(st.sampled_from([option.value for option in question.options]))
        for key, question in rules.questions.items()
        if not question.by_id and data.draw(st.integers(0, 9))
    }
    given = profile(ref=QuestionnaireRef(rules.id, rules.version))
    given = given._replace(answers={key: Answer(at) for key, at in drawn.items()})
    assert rests_on(score(rules, given)) == one_by_one(rules, given)
    assert_same_alone(score(rules, given))


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_our_own_parts_rest_on_what_scoring_again_says(data: st.DataObject) -> None:
    drawn = {
        key: data.draw(st.sampled_from(["?", "-", *range(5), *range(5)]))
        for key in nordic().questions
    }
    given = profile(drawn)
    assert rests_on(score(nordic(), given)) == one_by_one(nordic(), given)


def test_on_the_backed_basis_the_backed_levels_are_moved() -> None:
    backed = score(nordic(), example(), Basis.BACKED)
    as_answers = {q: Answer(at) for q in backed.questions if (at := backed.level(q)) is not None}
    restated = example()._replace(answers={**example().answers, **as_answers})
    assert rests_on(backed) == rests_on(score(nordic(), restated))


def test_one_answer_more_or_fewer_is_one_off_where_several_are_added_up() -> None:
    rules = foreign_model("scorecard")
    several = next(q for q in rules.questions.values() if q.several)
    keys = [option.id for option in several.options if option.id is not None]
    pairs = {several.worth([keys[0], key]) for key in keys[1:]}
    assert one_off(several, several.worth(keys[:1]), (keys[0],)) == {*pairs, several.worth([])}


def test_nearest_levels_are_one_off_however_far_apart_a_scale_sets_them() -> None:
    question = foreign_model("four-tiers").questions["d1"]
    lowest, highest = question.levels[0], question.levels[-1]
    assert one_off(question, lowest) == {question.levels[1]}
    assert one_off(question, highest) == {question.levels[-2]}
