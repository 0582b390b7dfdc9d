"""One's own way of working: its conditions, and references read as what they are."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from sdgassess.analysis.candidates import ReasonKind
from sdgassess.analysis.gaps import Verdict, hold_against, is_way_answered
from sdgassess.analysis.own_way import OwnWay, own_way, still_to_watch
from sdgassess.analysis.priorities import prioritise
from sdgassess.language import Words
from sdgassess.model.profile import Profile, QuestionnaireRef, StyleAnswer
from sdgassess.model.question import Text
from sdgassess.model.reference import Point, Reference, ReferenceKind, StylePosition
from sdgassess.phrases.references import own_way_words
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import Score, score
from tests.given.gap_reports import references
from tests.given.profiles import assessed, example, profile
from tests.given.questionnaires import nordic
from tests.given.screens import score_page

PILOTS: StyleAnswer = {"start": 2, "dialogue": 2}
STRATEGY: StyleAnswer = {"start": -2, "dialogue": -2}
MIXED: StyleAnswer = {"start": -2, "dialogue": 2}
NEITHER: StyleAnswer = {"start": "neither-yet", "dialogue": "neither-yet"}


def styled(given: Profile, answer: StyleAnswer | None) -> Score:
    """A profile's score with an answer about coordination, or none."""
    style = {} if answer is None else {"coordination": answer}
    return score(nordic(), given._replace(style=style))


def way_of(result: Score) -> OwnWay | None:
    """Its own way among the references that ship."""
    return own_way(result, references())


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (PILOTS, "pilot-led"),
        (STRATEGY, "strategy-led"),
        (MIXED, None),
        (NEITHER, None),
        ({"start": 2}, None),
        (None, None),
    ],
)
def test_the_answered_style_names_the_way(answer: StyleAnswer | None, name: str | None) -> None:
    way = way_of(styled(assessed(2), answer))
    assert (way.reference.id if way else None) == name


def test_the_example_works_by_pilots_and_lacks_four_of_its_conditions() -> None:
    way = way_of(score(nordic(), example()))
    assert way is not None
    assert way.reference.id == "pilot-led"
    assert (len(way.conditions), len(way.in_place)) == (14, 10)
    missing = {gap.question for gap in way.missing}
    assert missing == {"LED2", "CONT1", "BUD3", "COORD6"}


@pytest.mark.parametrize(("answer", "other"), [(PILOTS, STRATEGY), (STRATEGY, PILOTS)])
def test_a_style_makes_no_other_styles_condition_a_candidate(
    answer: StyleAnswer, other: StyleAnswer
) -> None:
    result = styled(assessed(1), answer)
    way, foreign = way_of(result), way_of(styled(assessed(1), other))
    assert way is not None
    assert foreign is not None
    own = {gap.question for gap in way.missing}
    found = prioritise(result, references())
    named = {
        candidate.question
        for candidate in (*found.candidates, *found.chosen)
        if any(reason.kind is ReasonKind.OWN_WAY for reason in candidate.reasons)
    }
    assert named
    assert named <= own
    assert not named & ({gap.question for gap in foreign.missing} - own)


def test_a_missing_condition_comes_before_what_lifts_a_part_and_after_a_high_risk() -> None:
    found = prioritise(score(nordic(), example()), references())
    kinds = [[reason.kind for reason in each.reasons] for each in found.candidates]
    ranks = [
        0 if ReasonKind.RISK in each else 1 if ReasonKind.OWN_WAY in each else 2 for each in kinds
    ]
    assert ranks == sorted(ranks)
    assert 1 in ranks


def test_of_two_conditions_that_stand_alike_the_one_that_lacks_more_comes_first() -> None:
    levels = dict.fromkeys(nordic().questions, 3) | {"LED3": 1, "FOC5": 1}
    result = styled(profile(levels), STRATEGY)
    way = way_of(result)
    assert way is not None
    assert {gap.question: gap.steps for gap in way.missing} == {"LED3": 2, "FOC5": 1}
    found = prioritise(result, references())
    assert [each.question for each in found.candidates][:2] == ["LED3", "FOC5"]
    assert not found.equal


HALF: StyleAnswer = {"start": 2}
PLACES = (ReasonKind.RISK, ReasonKind.OWN_WAY, ReasonKind.FIRST, ReasonKind.RAISES)


@settings(max_examples=12, deadline=None)
@drawn(chance=st.randoms(use_true_random=False))
def test_whatever_is_answered_the_own_way_stands_after_high_risks_and_before_the_rest(
    chance: Random,
) -> None:
    height = chance.randint(0, 2)
    levels = {key: max(height + chance.randint(-1, 2), 0) for key in nordic().questions}
    assessment = profile(levels, context={"project-share": 3})
    without = [
        [each.question for each in prioritise(styled(assessment, answer), references()).candidates]
        for answer in (None, MIXED, NEITHER, HALF)
    ]
    assert all(questions == without[0] for questions in without), "these name no way"
    for answer, name in ((PILOTS, "pilot-led"), (STRATEGY, "strategy-led")):
        result = styled(assessment, answer)
        high = {pattern.id for pattern in result.patterns if pattern.result is Risk.HIGH}
        ranks = []
        for candidate in prioritise(result, references()).candidates:
            kinds = [reason.kind for reason in candidate.reasons]
            places = [PLACES.index(kind) for kind in kinds if kind in PLACES]
            assert places == sorted(places), candidate
            own = [each for each in candidate.reasons if each.kind is ReasonKind.OWN_WAY]
            assert {each.about for each in own} <= {name}
            assert all((each.level or 0) < (each.to or 0) for each in own)
            assert {r.about for r in candidate.reasons if r.kind is ReasonKind.RISK} <= high
            if candidate.first_needs is None:
                ranks.append(min((*places, 2)))
        assert ranks == sorted(ranks)


def held(point: Point, answer: StyleAnswer | None, level: int) -> Verdict:
    """How a point about LED2 is read."""
    text = Text({"en": "Somewhere"})
    reference = Reference(
        "somewhere",
        ReferenceKind.DOCUMENTED,
        text,
        QuestionnaireRef("nordic-sdg-governance", "1.0"),
        text,
        points={"LED2": point},
        style={"coordination": (StylePosition(("strategy-led",)),)},
    )
    return hold_against(styled(assessed(level), answer), reference).points[0].verdict


@pytest.mark.parametrize("level", [0, 1, 4])
def test_a_documented_lack_is_neither_met_nor_missed(level: int) -> None:
    point = Point(at_least=1, at_most=1)
    assert held(point, STRATEGY, level) is Verdict.CONTEXT


def test_an_upper_bound_that_is_worth_having_is_no_lack() -> None:
    assert held(Point(at_least=2, at_most=3), STRATEGY, 2) is Verdict.MET


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (STRATEGY, Verdict.BELOW),
        (PILOTS, Verdict.ANOTHER_WAY),
        (MIXED, Verdict.ANOTHER_WAY),
        (None, Verdict.ANOTHER_WAY),
    ],
)
def test_a_point_about_one_style_is_compared_with_that_style_alone(
    answer: StyleAnswer | None, verdict: Verdict
) -> None:
    point = Point(at_least=3, style=(("coordination", "strategy-led"),))
    assert held(point, answer, 1) is verdict


@pytest.mark.parametrize(
    ("answer", "answered"),
    [(STRATEGY, True), (PILOTS, True), (MIXED, True), (NEITHER, False), (None, False)],
)
def test_neither_yet_is_no_way_of_ones_own(answer: StyleAnswer | None, answered: bool) -> None:
    point = Point(at_least=3, style=(("coordination", "strategy-led"),))
    assert is_way_answered(styled(assessed(1), answer), point) is answered


@pytest.mark.parametrize(("level", "watched"), [(2, ("POL6", "PAR1", "COORD2")), (3, ())])
def test_nobody_is_told_to_watch_what_stands_high(level: int, watched: tuple[str, ...]) -> None:
    result = styled(assessed(level), MIXED)
    axis = next(axis for axis in result.style if axis.axis == "coordination")
    assert still_to_watch(result, axis) == watched
    screen = " ".join(score_page(result, Words("en"), 80).split())
    assert ("Keep an eye on" in screen) == bool(watched)


def test_what_an_own_way_needs_less_of_is_in_place_there() -> None:
    result = styled(assessed(2), PILOTS)
    way = way_of(result)
    assert way is not None
    axis = next(axis for axis in result.style if axis.axis == "coordination")
    missing = {gap.question for gap in way.missing}
    assert set(still_to_watch(result, axis, way)) <= missing | (
        set(axis.watch) - {gap.question for gap in way.conditions}
    )


def test_a_condition_without_a_level_is_watched() -> None:
    result = styled(assessed(3, PAR1="?"), MIXED)
    axis = next(axis for axis in result.style if axis.axis == "coordination")
    assert still_to_watch(result, axis) == ("PAR1",)
    screen = " ".join(score_page(result, Words("en"), 80).split())
    assert "Keep an eye on PAR1 (unknown)." in screen


def test_what_does_not_apply_is_not_watched() -> None:
    result = styled(assessed(3, PAR1="-"), MIXED)
    axis = next(axis for axis in result.style if axis.axis == "coordination")
    assert still_to_watch(result, axis) == ()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (assessed(0), "Of its 14 conditions none is in place. Missing: "),
        (assessed(0, LED4=2), "Of its 14 conditions one is in place. Missing: "),
        (assessed(0, LED4=2, BUD3=2), "Of its 14 conditions 2 are in place. Missing: "),
        (assessed(4), "All of its 14 conditions are in place."),
        (assessed(4, LED4="?"), "Of its 14 conditions 13 are in place. Not known here: LED4."),
        (
            assessed(4, LED4="-"),
            "All of its 13 conditions are in place. Does not apply here: LED4.",
        ),
        (profile({"POL1": 3}), "Of its 14 conditions none is known yet."),
    ],
)
def test_none_one_and_all_are_said_in_words(given: Profile, sentence: str) -> None:
    way = way_of(styled(given, PILOTS))
    assert way is not None
    told = own_way_words(way, Words("en"))
    assert told.startswith(f"Your own way of working: Pilot-led. {sentence}")
    if not sentence.endswith("Missing: "):
        assert told.endswith(sentence)
