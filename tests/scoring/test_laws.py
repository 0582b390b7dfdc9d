"""Laws that hold for every profile, on both bases."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.candidates import ReasonKind
from sdgassess.analysis.priorities import prioritise
from sdgassess.model.profile import Answer, Profile, State
from sdgassess.model.question import Level
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.explain import cheapest_raise, levels_if
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import Score, score
from tests.given.questionnaires import nordic
from tests.given.random_profiles import profiles

BASES = pytest.mark.parametrize("basis", list(Basis))


def levels_of(result: Score) -> dict[str, tuple[Level | None, Level | None]]:
    """Each factor's raw and load-bearing level."""
    return {key: (node.rolled.level, node.level) for key, node in result.factors.items()}


def never_lower(before: Score, after: Score) -> None:
    """Assert that no level and no end of an interval went down."""
    for factor, node in before.factors.items():
        other = after.factors[factor]
        assert node.rolled.interval[0] <= other.rolled.interval[0]
        assert node.rolled.interval[1] <= other.rolled.interval[1]
        for old, new in zip(levels_of(before)[factor], levels_of(after)[factor], strict=True):
            assert old is None or new is None or old <= new
    for question in before.questions:
        old, new = before.level(question), after.level(question)
        assert old is None or new is None or old <= new


def raisable(profile: Profile) -> list[tuple[str, int | None]]:
    """Every recorded level and voice that could be one higher."""
    found: list[tuple[str, int | None]] = []
    for question, answer in profile.answers.items():
        if answer.level is not None and answer.level < 4:
            found.append((question, None))
        for place, voice in enumerate(answer.voices):
            if voice.level is not None and voice.level < 4:
                found.append((question, place))
    return found


def raised(profile: Profile, question: str, place: int | None) -> Profile:
    """The profile with one level or voice one step higher."""
    answer = profile.answers[question]
    if place is None:
        assert answer.level is not None
        answer = dataclasses.replace(answer, level=answer.level + 1)
    else:
        voices = list(answer.voices)
        level = voices[place].level
        assert level is not None
        voices[place] = voices[place]._replace(level=level + 1)
        answer = dataclasses.replace(answer, voices=tuple(voices))
    return profile._replace(answers={**profile.answers, question: answer})


@BASES
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_raising_one_answer_or_voice_never_lowers_any_level(
    basis: Basis, data: st.DataObject
) -> None:
    profile = data.draw(profiles())
    choices = raisable(profile)
    if not choices:
        return
    question, place = data.draw(st.sampled_from(choices))
    before = score(nordic(), profile, basis)
    never_lower(before, score(nordic(), raised(profile, question, place), basis))


@BASES
@settings(max_examples=40, deadline=None)
@given(profile=profiles(), seed=st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(basis: Basis, profile: Profile, seed: object) -> None:
    items = list(profile.answers.items())
    seed.shuffle(items)  # type: ignore[attr-defined]  # hypothesis types it loosely
    shuffled = profile._replace(answers=dict(items))
    one, other = score(nordic(), profile, basis), score(nordic(), shuffled, basis)
    assert one.questions == other.questions
    assert one.factors == other.factors
    assert one.patterns == other.patterns
    assert prioritise(one) == prioritise(other)


@BASES
@settings(max_examples=60, deadline=None)
@given(profile=profiles())
def test_the_interval_always_holds_the_raw_level(basis: Basis, profile: Profile) -> None:
    for node in score(nordic(), profile, basis).factors.values():
        low, high = node.rolled.interval
        assert low <= high
        if node.rolled.level is not None:
            assert low <= node.rolled.level <= high
            assert node.level is not None
            assert node.level <= node.rolled.level


@BASES
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_an_unknown_is_never_better_than_its_best_or_worse_than_its_worst(
    basis: Basis, data: st.DataObject
) -> None:
    profile = data.draw(profiles())
    if not profile.answers:
        return
    question = data.draw(st.sampled_from(sorted(profile.answers)))
    unknown, worst, best = (
        score(nordic(), _with(profile, question, answer), basis)
        for answer in (Answer(state=State.UNKNOWN), _settled(0), _settled(4))
    )
    for factor, node in unknown.factors.items():
        low, high = worst.factors[factor].rolled, best.factors[factor].rolled
        assert low.interval[0] <= node.rolled.interval[0]
        assert node.rolled.interval[1] <= high.interval[1]
        if node.level is not None:
            above, below = best.factors[factor].level, worst.factors[factor].level
            assert above is None or node.level <= above
            assert below is None or below <= node.level


def _settled(level: int) -> Answer:
    """An answer that is fully backed whatever backs it."""
    roles = ("politician", "executive", "coordinator", "line-manager", "partner")
    from sdgassess.model.profile import Agreement, Evidence, EvidenceKind, Period
    from tests.given.profiles import profile

    proof = Evidence(EvidenceKind.IN_USE, "Referat", date=Period.of(profile().date))
    return Answer(Fraction(level), evidence=(proof,), agreed=Agreement(roles))


def _with(profile: Profile, question: str, answer: Answer) -> Profile:
    """The profile with one answer replaced."""
    return profile._replace(answers={**profile.answers, question: answer})


@settings(max_examples=60, deadline=None)
@given(profile=profiles())
def test_backed_is_never_above_answered(profile: Profile) -> None:
    result = score(nordic(), profile)
    for question in result.questions.values():
        if question.answered is not None:
            assert question.backed is not None
            assert 0 <= question.backed <= question.answered


@settings(max_examples=40, deadline=None)
@given(profile=profiles())
def test_could_be_is_worse_and_only_with_something_unknown(profile: Profile) -> None:
    order = [Risk.LOW, Risk.MEDIUM, Risk.HIGH]
    for pattern in score(nordic(), profile).patterns:
        if pattern.could_be is not None:
            assert order.index(pattern.could_be) > order.index(pattern.result)
            assert pattern.unknown


@BASES
@settings(max_examples=40, deadline=None)
@given(profile=profiles())
def test_the_cheapest_raise_reaches_its_target_and_nothing_cheaper_of_one_step_does(
    basis: Basis, profile: Profile
) -> None:
    result = score(nordic(), profile, basis)
    for factor in result.factors:
        way = cheapest_raise(result, factor)
        if way is None:
            continue
        reached = levels_if(result, {q: to for q, (_, to) in way.moves.items()})[factor]
        assert reached is not None
        assert reached >= way.target
        if way.steps > 1:
            for question in result.questions:
                level = result.level(question)
                if level is not None and 1 <= level < 4:
                    one = levels_if(result, {question: level + 1}).get(factor)
                    assert one is None or one < way.target


@settings(max_examples=40, deadline=None)
@given(profile=profiles())
def test_priorities_keep_their_promises(profile: Profile) -> None:
    result = score(nordic(), profile)
    found = prioritise(result)
    assert len(found.candidates) <= 6
    assert len(found.chosen) <= found.picks <= 3
    for one, other in combinations(found.candidates, 2):
        if nordic().factor_of[one.question] == nordic().factor_of[other.question]:
            risks = {r.kind for c in (one, other) for r in c.reasons} & {ReasonKind.RISK}
            assert one.rank == other.rank or risks
    for candidate in found.candidates:
        assert candidate.level is not None
        assert candidate.target is not None
        assert candidate.target >= max(candidate.level + 1, Fraction(2))
        assert candidate.reasons
        assert not result.questions[candidate.question].disagreement
    shown = {candidate.question for candidate in found.chosen}
    assert not shown & (set(found.not_now) | set(found.keep) | set(found.discuss))
    for question in found.find_evidence:
        assert result.questions[question].answered > result.questions[question].backed  # type: ignore[operator]  # both are known for these
