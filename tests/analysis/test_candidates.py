"""Laws of candidates: what comes first, ways out of high risks, equals; no order decides."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.candidates import Candidate, ReasonKind, rank
from sdgassess.analysis.needs import unmet_need
from sdgassess.analysis.priorities import Priorities, prioritise
from sdgassess.language import Words
from sdgassess.model.node import Node
from sdgassess.model.profile import Judgement, Priority, Profile, Weight
from sdgassess.model.question import Need, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.candidates import built_on_words, equal_words, first_words
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import score
from tests.given.gap_reports import references
from tests.given.profiles import assessed, profile
from tests.given.questionnaires import nordic, shuffled, with_changed
from tests.given.random_profiles import profiles

BECAUSE = Text({"en": "First things first."})


def advice(given: Profile, rules: Questionnaire | None = None) -> Priorities:
    """What follows from a profile, with the ways of working that ship."""
    return prioritise(score(rules or nordic(), given), references())


def unpicked(given: Profile) -> Profile:
    """The profile before the room picked."""
    return given._replace(priorities=())


def questions(candidates: Sequence[Candidate]) -> list[str]:
    """Candidates by id."""
    return [candidate.question for candidate in candidates]


def needing(
    question: str, to: int, alternatives: list[dict[str, int]], *first: str
) -> Questionnaire:
    """Our questionnaire, in which one step needs something and no other does."""
    rules = without_needs()
    levels = tuple(dict(each) for each in alternatives)
    need = Need((to,), levels, first, BECAUSE)
    return with_changed(rules, rules.questions[question]._replace(first=(need,)))


def without_needs() -> Questionnaire:
    """Our questionnaire, in which no step needs anything first."""

    def free(node: Node) -> Node:
        return node._replace(
            parts=tuple(free(part) for part in node.parts),
            questions=tuple(question._replace(first=()) for question in node.questions),
        )

    return nordic()._replace(parts=tuple(free(part) for part in nordic().parts))


def test_a_step_whose_need_is_not_met_gives_way_to_what_comes_first() -> None:
    rules = needing("LRN3", 2, [{"COORD1": 2}], "COORD1")
    result = score(rules, assessed(3, LRN3=1, COORD1=1))
    (candidate,) = prioritise(result).candidates
    assert candidate.question == "COORD1"
    assert candidate.first_needs == "LRN3"
    assert ReasonKind.FIRST in [reason.kind for reason in candidate.reasons]
    (sentence,) = first_words(result, (candidate,), Words("en"))
    assert sentence == "First COORD1, then LRN3. First things first."


@pytest.mark.parametrize("standing", [2, "?", "-", "."])
def test_what_stands_or_is_not_known_is_no_need(standing: object) -> None:
    rules = needing("LRN3", 2, [{"COORD1": 2}], "COORD1")
    found = advice(assessed(3, LRN3=1, COORD1=standing), rules)
    assert "LRN3" in questions(found.candidates)


def test_one_alternative_is_enough_and_all_of_it_is_needed() -> None:
    rules = needing("LRN3", 2, [{"COORD1": 2, "LRN1": 2}, {"POL1": 2}], "COORD1", "POL1")
    assert "LRN3" in questions(advice(assessed(3, LRN3=1, COORD1=1), rules).candidates)
    found = advice(assessed(3, LRN3=1, COORD1=1, POL1=1), rules)
    assert "LRN3" not in questions(found.candidates)
    assert {"COORD1", "POL1"} <= set(questions(found.candidates))


def test_what_comes_first_may_need_something_itself() -> None:
    rules = needing("LRN3", 2, [{"COORD1": 2}], "COORD1")
    coord = rules.questions["COORD1"]
    need = Need((2,), ({"LED2": 2},), ("LED2",), BECAUSE)
    rules = with_changed(rules, coord._replace(first=(need,)))
    found = advice(assessed(3, LRN3=1, COORD1=1, LED2=1), rules)
    assert questions(found.candidates) == ["LED2"]


def test_the_reason_is_that_of_the_step_which_needs_it_itself() -> None:
    """LRN3 needs LRN1, which needs a goal: what is said of the goal is said of LRN1."""
    result = score(nordic(), assessed(3, LRN3=0, LRN1=0, POL1=1, FOC1=1, FOC2=1, CORE1=3))
    found = prioritise(result)
    named = {r.about for c in found.candidates for r in c.reasons if r.kind is ReasonKind.FIRST}
    assert "LRN1" in {question for about in named for question in about.split()}
    assert "LRN3" not in {question for about in named for question in about.split()}
    sentences = " ".join(first_words(result, found.candidates, Words("en")))
    assert "then LRN1. There must be a goal to follow" in sentences


def test_of_what_comes_first_one_is_enough_where_either_would_do() -> None:
    result = score(nordic(), assessed(3, CORE1=0, POL1=1, FOC2=1, CORE5=1))
    found = prioritise(result)
    (sentence,) = first_words(result, found.candidates, Words("en"))
    assert {sentence.split(",")[0]} <= {"First POL1 or FOC2", "First FOC2 or POL1"}
    both = needing("LRN3", 2, [{"COORD1": 2, "LRN1": 2}], "CORE1")
    result = score(both, assessed(3, LRN3=1, LRN1=1, COORD1=1))
    (sentence,) = first_words(result, prioritise(result).candidates, Words("en"))
    assert sentence.startswith("First ")
    assert " or " not in sentence.split(" then ")[0]


def test_what_would_do_as_well_is_named_also_where_its_factor_is_listed_already() -> None:
    """A strategy is no law: the pilot is named beside it, though FOC3 has the place of FOC."""
    result = score(
        nordic(), assessed(3, CORE1=0, POL1=1, FOC2=1, CORE5=1, FOC3=1, LED5=0, CONT6=0)
    )
    advised = prioritise(result)
    assert "FOC2" not in questions(advised.candidates)
    assert "FOC3" in questions(advised.candidates)
    (sentence,) = first_words(result, advised.candidates, Words("en"))
    assert sentence.startswith("First POL1 or FOC2, then CORE1.")


def test_a_level_that_is_passed_on_the_way_has_its_needs_too() -> None:
    rules = needing("LRN3", 1, [{"COORD1": 2}], "COORD1")
    assert "LRN3" not in questions(advice(assessed(3, LRN3=0, COORD1=1), rules).candidates)
    assert "LRN3" in questions(advice(assessed(3, LRN3=1, COORD1=1), rules).candidates)


def test_where_what_is_named_stands_already_what_is_short_comes_first() -> None:
    rules = needing("LRN3", 2, [{"COORD1": 2, "LRN1": 2}], "COORD1")
    found = advice(assessed(3, LRN3=1, LRN1=1), rules)
    assert questions(found.candidates) == ["LRN1"]


def test_a_pick_of_the_rooms_stays_and_says_what_it_needs() -> None:
    rules = needing("LRN3", 2, [{"COORD1": 2}], "COORD1")
    given = assessed(3, [Priority("LRN3")], LRN3=1, COORD1=1)
    (pick,) = advice(given, rules).chosen
    assert pick.question == "LRN3"
    assert [r.about for r in pick.reasons if r.kind is ReasonKind.NEEDS] == ["COORD1"]


@settings(max_examples=60, deadline=None)
@given(profile=profiles(), basis=st.sampled_from(Basis))
def test_what_needs_something_never_stands_before_it(profile: Profile, basis: Basis) -> None:
    result = score(nordic(), unpicked(profile), basis)
    found = prioritise(result, references())
    for candidate in (*found.candidates, *found.chosen):
        assert candidate.target is not None
        assert unmet_need(result, candidate.question, candidate.target) is None


@settings(max_examples=60, deadline=None)
@given(profile=profiles())
def test_each_high_risk_has_its_cheapest_way_out_among_the_candidates(profile: Profile) -> None:
    result = score(nordic(), unpicked(profile))
    rules = nordic().priorities
    assert rules is not None
    ranking = rank(result, rules, None)
    found = prioritise(result)
    named = {*questions(found.candidates), *(q for group in found.equal for q in group)}
    for pattern, ways in ranking.ways_out.items():
        assert ways.questions & named, pattern


@settings(max_examples=60, deadline=None)
@given(profile=profiles())
def test_equals_are_suggested_together_or_not_at_all(profile: Profile) -> None:
    found = advice(unpicked(profile))
    suggested = set(questions(found.chosen))
    for group in found.equal:
        assert len(group) > 1
        assert not suggested & set(group)
        assert not set(found.not_now) & set(group)
    ranks = [candidate.rank for candidate in found.candidates]
    assert ranks == sorted(ranks)
    for candidate in found.candidates:
        alike = {c.question for c in found.candidates if c.rank == candidate.rank}
        assert alike <= suggested or not alike & suggested


@settings(max_examples=60, deadline=None)
@given(profile=profiles(), seed=st.integers(0, 10_000))
def test_another_order_of_the_questions_changes_no_suggestion(profile: Profile, seed: int) -> None:
    mixed = shuffled(nordic(), random.Random(seed))
    one, other = (advice(unpicked(profile), rules) for rules in (nordic(), mixed))
    assert set(questions(one.chosen)) == set(questions(other.chosen))
    ranks = [{c.question: c.rank for c in found.candidates} for found in (one, other)]
    assert ranks[0] == ranks[1]
    equal = [{frozenset(group) for group in found.equal} for found in (one, other)]
    assert equal[0] == equal[1]


@pytest.mark.parametrize("level", [2, 3])
def test_where_all_stands_alike_what_the_others_build_on_comes_first(level: int) -> None:
    """Direction, coordination and local aims: by the model's needs and gates, not by any order."""
    alike = advice(assessed(level))
    assert questions(alike.chosen) == ["POL1", "COORD1", "FOC2"]
    assert {"LED2", "BUD1", "BUD2"} == set(questions(alike.candidates[3:]))
    for candidate in alike.chosen:
        (built_on,) = [r for r in candidate.reasons if r.kind is ReasonKind.BUILT_ON]
        assert set(built_on.about.split()) == set(built_on_by_hand(candidate.question))
    sentence = " ".join(built_on_words(alike, Words("en")))
    assert sentence.startswith("Several questions stand alike; among those, what most core")


def built_on_by_hand(question: str) -> list[str]:
    """The core questions whose steps name a question to be raised first."""
    return [
        key
        for key, other in nordic().questions.items()
        if other.core and key != question and any(question in need.instead for need in other.first)
    ]


def test_what_others_build_on_is_said_only_where_it_decides() -> None:
    alone = advice(assessed(3, COORD1=1))
    (candidate,) = [c for c in alone.candidates if c.question == "COORD1"]
    assert ReasonKind.BUILT_ON not in [reason.kind for reason in candidate.reasons]


def test_where_all_stands_at_three_the_next_level_is_looked_at_where_it_matters() -> None:
    assert {c.target for c in advice(assessed(3)).candidates} == {4}
    judged = {"LRN3": Judgement(Weight.HIGH, Weight.HIGH, can_start=True)}
    given = assessed(3)._replace(judgement=judged)
    (first, *_) = advice(given).candidates
    assert first.question == "LRN3"
    assert first.target == 4


def test_what_is_decided_is_raised_after_a_core_question_that_is_scattered() -> None:
    """A part that one answer lifts from 2 to 3 is no reason to leave a core answer at 1."""
    lifting = {"BUD1", "BUD2", "BUD5"}
    before = advice(assessed(3, BUD1=2, BUD2=2, BUD5=2))
    assert questions(before.candidates)[0] in lifting
    after = advice(assessed(3, BUD1=2, BUD2=2, BUD5=2, PAR1=1, PAR2=1))
    assert set(questions(after.candidates)[:2]) == {"PAR1", "PAR2"}
    assert set(lifting) & set(questions(after.candidates[2:]))


def test_nothing_is_left_to_suggest_at_the_top() -> None:
    found = advice(assessed(4))
    assert not found.candidates
    assert not found.equal


def test_judging_puts_equals_in_order() -> None:
    assert not {"EXT1", "PAR1"} & set(questions(advice(assessed(2)).chosen))
    judged = {"EXT1": Judgement(Weight.HIGH, Weight.HIGH), "PAR1": Judgement(Weight.HIGH, None)}
    after = advice(assessed(2)._replace(judgement=judged))
    assert {"EXT1", "PAR1"} <= set(questions(after.chosen))


def test_equals_that_were_judged_are_not_said_to_wait_for_a_judgement() -> None:
    weights = Judgement(Weight.HIGH, Weight.HIGH)
    given = assessed(3, PAR1=2, SAM4=2, CONT1=2, LRN3=2)._replace(
        judgement=dict.fromkeys(("PAR1", "SAM4", "CONT1", "LRN3"), weights),
    )
    result = score(nordic(), given)
    found = prioritise(result, references())
    (sentence,) = equal_words(result, found, Words("en"))
    assert "also as you have judged them" in sentence
    assert "puts them in order" not in sentence


def test_each_high_risk_has_a_way_out_in_the_list_or_named_as_equal() -> None:
    """Drawn so that in several of them two risks lead out of one factor, which has one place."""
    rules, chance = nordic().priorities, random.Random(1)
    assert rules is not None
    context = {"project-share": 3, "months-since-decision": 40, "started-since": False}
    for _ in range(26):
        levels = {key: chance.choice((0, 1, 1, 1, 2, 2, 3)) for key in nordic().questions}
        result = score(nordic(), profile(levels, context=context))
        advised = prioritise(result)
        named = {*questions(advised.candidates), *(q for group in advised.equal for q in group)}
        for pattern, ways in rank(result, rules, None).ways_out.items():
            assert ways.questions & named, pattern


def test_of_ways_out_of_one_question_the_fewest_steps_count() -> None:
    rules = nordic().priorities
    assert rules is not None
    result = score(nordic(), assessed(3, COORD1=1, COORD2=0, COORD4=1, COORD5=1))
    ways = rank(result, rules, None).ways_out["silo"]
    assert (ways.questions, ways.each_alone) == (frozenset(("COORD4", "COORD5")), True)
