"""What would follow if: laws that hold for every profile and whatever is supposed."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.model.profile import Answer, Profile, State
from sdgassess.model.question import Level, Option, QuestionKind
from sdgassess.scoring.evaluation import Basis, NodeResult
from sdgassess.scoring.explain import cheapest_raise, unknown_behind
from sdgassess.scoring.score import Score, score
from sdgassess.scoring.supposition import answer_at, score_if
from tests.given.profiles import assessed, example, profile
from tests.given.questionnaires import nordic, with_changed
from tests.given.random_profiles import profiles

BASES = pytest.mark.parametrize("basis", list(Basis))
UNBACKED = Fraction(2)
"""How far an answer without evidence is backed in the questionnaire that ships."""
SUPPOSED = st.dictionaries(st.sampled_from(sorted(nordic().questions)), st.integers(0, 4))


def options(levels: Mapping[str, int | Level]) -> dict[str, Option]:
    """The answers of some levels."""
    found = {q: nordic().questions[q].option(Fraction(level)) for q, level in levels.items()}
    return {question: option for question, option in found.items() if option is not None}


def levels_of(result: Score) -> dict[str, Level | None]:
    """Each part's level."""
    return {key: node.level for key, node in result.scored.items()}


def applicable(result: Score) -> list[str]:
    """The questions that apply."""
    states = result.questions.items()
    return [key for key, question in states if question.state is not State.NOT_APPLICABLE]


@BASES
@settings(max_examples=40)
@given(profiles())
def test_what_is_supposed_as_it_is_changes_nothing(basis: Basis, profile: Profile) -> None:
    today = score(nordic(), profile, basis)
    levels = {q: r.answered for q, r in today.questions.items() if r.answered is not None}
    assert score_if(today, {}) == today
    assert score_if(today, options(levels)) == today


@settings(max_examples=40)
@given(profiles(), SUPPOSED)
def test_it_is_what_a_profile_with_these_answers_gets(
    profile: Profile, levels: dict[str, int]
) -> None:
    today = score(nordic(), profile)
    supposed = score_if(today, options(levels))
    recorded = {question: Answer(level=Fraction(level)) for question, level in levels.items()}
    answered = profile._replace(answers={**profile.answers, **recorded})
    same = {q for q in levels if today.questions.get(q) == supposed.questions.get(q)}
    assert same.isdisjoint(supposed.supposed)
    expected = score(nordic(), answered)
    assert levels_of(supposed) == levels_of(expected)
    assert [p.result for p in supposed.patterns] == [p.result for p in expected.patterns]
    assert supposed.not_heard == today.not_heard
    assert supposed.inside_view == today.inside_view


@settings(max_examples=40)
@given(profiles(), SUPPOSED)
def test_nothing_supposed_is_backed_beyond_what_is(
    profile: Profile, levels: dict[str, int]
) -> None:
    today = score(nordic(), profile)
    supposed = score_if(today, options(levels))
    for question in supposed.supposed:
        before, result = today.questions[question].backed, supposed.questions[question]
        assert result.backed is not None
        assert result.backed <= max(before or Fraction(0), UNBACKED)
        assert result.evidence is None
        assert result.role_values is None


def too_few_known(result: NodeResult) -> bool:
    """Whether fewer answers are known than the rule asks for: only what is certain counts."""
    rule = nordic().nodes[result.id].roll_up
    assert rule is not None, "a factor is rolled up"
    return result.rolled.answered < rule.coverage * result.rolled.applicable


@settings(max_examples=60)
@given(profiles())
def test_a_factor_rises_by_what_explain_names_and_never_where_it_names_nothing(
    profile: Profile,
) -> None:
    """An answer may switch questions on or off, which explain does not follow.

    Where too few answers are known for a level that could still move, explain names what to find
    out: the level is certain at the bottom and at the top, and open between them.
    """
    today = score(nordic(), profile)
    for factor, result in today.factors.items():
        way = cheapest_raise(today, factor)
        if way is not None:
            supposed = score_if(today, options({q: to for q, (_, to) in way.moves.items()}))
            level = supposed.factors[factor].level
            assert applicable(supposed) != applicable(today) or (
                level is not None and level >= way.target
            )
        elif result.level is not None:
            known = {q for q in result.levels if today.level(q) is not None}
            best = {q: nordic().questions[q].highest for q in known}
            level = score_if(today, options(best)).factors[factor].level
            if too_few_known(result):
                assert unknown_behind(today, factor)
            else:
                assert level is None or level <= result.level


def test_only_what_stands_elsewhere_is_supposed() -> None:
    today = score(nordic(), example())
    supposed = score_if(today, options({"LED2": 1, "BUD3": 2}))
    assert supposed.supposed == {"BUD3"}
    assert supposed.questions["LED2"] == today.questions["LED2"]


def test_an_answer_keeps_the_backing_that_it_has() -> None:
    today = score(nordic(), example(), Basis.BACKED)
    best = max(today.questions.values(), key=lambda result: result.backed or Fraction(0))
    assert best.backed is not None
    supposed = score_if(today, options({best.id: 4}))
    assert supposed.questions[best.id].backed == best.backed


def test_a_question_outside_a_quick_scan_stays_outside() -> None:
    rules = nordic()
    asked = rules.question_ids(quick=True)
    outside = next(question for question in rules.questions if question not in asked)
    today = score(rules, assessed()._replace(scope=type(example().scope).QUICK))
    supposed = score_if(today, options({outside: 4}))
    assert outside not in supposed.questions
    assert levels_of(supposed) == levels_of(today)
    assert not supposed.supposed


def test_without_rules_for_backing_it_counts_whole() -> None:
    rules = nordic()._replace(backing=None)
    today = score(rules, example())
    assert score_if(today, options({"LED2": 4})).questions["LED2"].backed == 4


def test_the_answer_at_a_level_is_worth_it() -> None:
    today = score(nordic(), example())
    for question in today.questions:
        for level in range(5):
            answer = answer_at(today, question, Fraction(level))
            assert answer is not None
            assert answer.value == level
        assert answer_at(today, question, Fraction(9)) is None


def test_of_answers_that_are_added_up_the_fewest_more_are_supposed() -> None:
    rules = nordic()
    question = rules.questions["LED2"]
    several = question._replace(
        kind=QuestionKind.SEVERAL,
        options=tuple(
            Option(Fraction(value), question.options[0].text, name)
            for name, value in (("a", 1), ("b", 1), ("c", 2))
        ),
    )
    changed = with_changed(rules, several)
    chosen = example()._replace(answers={"LED2": Answer(Fraction(1), options=("a",))})
    today = score(changed, chosen)
    labels = {level: answer_at(today, "LED2", Fraction(level)) for level in (1, 2, 3, 4, 5)}
    ids = {level: answer.id if answer else None for level, answer in labels.items()}
    assert ids == {1: "a", 2: "a b", 3: "a c", 4: "a b c", 5: None}


def test_more_known_answers_are_raised_where_open_ones_may_stand_at_the_bottom() -> None:
    today = score(nordic(), profile({"PAR1": 2, "PAR2": 2, "PAR3": 2, "PAR4": "?", "PAR5": "?"}))
    way = cheapest_raise(today, "PAR")
    assert way is not None
    step = (Fraction(2), Fraction(3))
    assert (way.target, way.steps) == (step[1], 3)
    assert way.moves == dict.fromkeys(("PAR1", "PAR2", "PAR3"), step)
