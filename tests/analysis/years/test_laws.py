"""Laws that hold for every two profiles, on both bases."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.analysis.years.questions import (
    Because,
    Direction,
    Lineage,
    When,
    hold,
)
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.question import Comparable
from sdgassess.report.results.years import compare_result
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score, score
from tests.given.questionnaires import FIRST, added, rescaled, reworded, version_of
from tests.given.random_profiles import profiles

BASES = pytest.mark.parametrize("basis", list(Basis))
OPPOSITE = {
    Direction.UP: Direction.DOWN,
    Direction.DOWN: Direction.UP,
    Direction.SAME: Direction.SAME,
    Direction.NOT_COMPARABLE: Direction.NOT_COMPARABLE,
}
MIRRORED = {Because.ADDED: Because.REMOVED, Because.REMOVED: Because.ADDED}
SWAPPED = {When.EARLIER: When.LATER, When.LATER: When.EARLIER}
VERSIONS = (
    FIRST,
    version_of("1.1", reworded("POL1"), added("LED6", "LED5"), without=["EXT6"]),
    version_of(
        "1.2",
        reworded("POL1", kin=Comparable.EXACT),
        rescaled("BUD1", {0: 0, 1: 1, 2: 3, 3: 3, 4: 4}, Comparable.EXACT),
    ),
)
versions = st.integers(0, len(VERSIONS) - 1)
"""Which version; a whole questionnaire would make a failing example unreadable."""


def on(which: int, profile: Profile, basis: Basis, date: dt.date | None = None) -> Score:
    """A profile as answered in a version; what that version does not ask is left out."""
    rules = VERSIONS[which]
    ref = QuestionnaireRef(rules.id, rules.version)
    kept = {q: a for q, a in profile.answers.items() if q in rules.questions}
    named = profile._replace(questionnaire=ref, answers=kept, date=date or profile.date)
    return score(rules, named, basis)


@BASES
@settings(max_examples=25, deadline=None)
@given(one=profiles(), other=profiles(), old=versions, new=versions)
def test_swapping_two_profiles_mirrors_every_verdict(
    basis: Basis, one: Profile, other: Profile, old: int, new: int
) -> None:
    then, now = on(old, one, basis), on(new, other, basis)
    there, back = hold(then, now, Lineage()), hold(now, then, Lineage())
    assert set(there) == set(back)
    for question, move in there.items():
        mirror = back[question]
        assert mirror.direction is OPPOSITE[move.direction]
        assert mirror.steps == move.steps
        assert (mirror.before, mirror.after) == (move.after, move.before)
        assert mirror.approximate == move.approximate
        if move.because is not None:
            assert mirror.because is MIRRORED.get(move.because, move.because)
            assert mirror.when is (SWAPPED.get(move.when, move.when) if move.when else None)


@BASES
@settings(max_examples=25, deadline=None)
@given(one=profiles(), rules=versions)
def test_a_profile_against_itself_is_all_the_same(basis: Basis, one: Profile, rules: int) -> None:
    found = Years([Column("a.yaml", on(rules, one, basis))] * 2)
    for question, move in found.first_to_last.moves.items():
        known = found.columns[0].score.level(question) is not None
        assert move.direction is (Direction.SAME if known else Direction.NOT_COMPARABLE)
        assert not move.better_backed
    for factor in found.factors:
        assert factor.levels[0] == factor.levels[1]


@BASES
@settings(max_examples=25, deadline=None)
@given(one=profiles(), other=profiles(), before=st.sampled_from(sorted(FIRST.questions)))
def test_adding_a_question_never_changes_the_verdict_on_the_others(
    basis: Basis, one: Profile, other: Profile, before: str
) -> None:
    factor = before.rstrip("0123456789")
    newer = version_of("1.1", added(f"{factor}9", before))
    then, now = on(0, one, basis), on(0, other, basis)
    ref = QuestionnaireRef(newer.id, newer.version)
    later = score(newer, other._replace(questionnaire=ref), basis)
    grown = hold(then, later, Lineage())
    assert grown.pop(f"{factor}9").because is Because.ADDED
    assert grown == hold(then, now, Lineage())
    old, new = (Years([Column("a", then), Column("b", last)]) for last in (now, later))
    assert [one.levels for one in old.factors] == [one.levels for one in new.factors]


@BASES
@settings(max_examples=25, deadline=None)
@given(three=st.tuples(profiles(), profiles(), profiles()), rules=st.tuples(*[versions] * 3))
def test_the_summary_counts_what_the_questions_say(
    basis: Basis,
    three: tuple[Profile, Profile, Profile],
    rules: tuple[int, int, int],
) -> None:
    columns = [
        Column(f"{place}.yaml", on(which, one, basis, dt.date(2024 + place, 3, 12)))
        for place, (which, one) in enumerate(zip(rules, three, strict=True))
    ]
    result = compare_result(Years(columns), across=False)
    rows = {row["id"]: row for row in result["questions"]}
    for word in ("up", "down", "same", "not-comparable"):
        counted = sum(row["change"] == word for row in rows.values())
        assert result["summary"][word.replace("-", "_")] == counted
    for word in ("up", "down"):
        steps = sum(row["steps"] for row in rows.values() if row["change"] == word)
        assert result["summary"][f"steps_{word}"] == steps
    assert result["summary"]["better_backed"] == sum(r["better_backed"] for r in rows.values())
    for change in result["changes"]:
        said = list(change["questions"].values())
        assert change["summary"]["up"] == said.count("up")
        assert change["summary"]["not_comparable"] == said.count("not-comparable")
    assert len(result["changes"]) == 2


@BASES
@settings(max_examples=25, deadline=None)
@given(one=profiles(), other=profiles())
def test_compared_levels_rest_on_the_same_questions_in_every_year(
    basis: Basis, one: Profile, other: Profile
) -> None:
    found = Years([Column("a", on(0, one, basis)), Column("b", on(0, other, basis))])
    for question in found.compared:
        assert all(there.level is not None for there in found.paths[question])
    for factor in found.factors:
        if found.first_to_last.moves and all(
            found.first_to_last.moves[q].direction is Direction.SAME for q in found.compared
        ):
            same_backing = basis is Basis.ANSWERED
            assert not same_backing or factor.levels[0] == factor.levels[1]
