"""Laws of patterns: no raise worsens one, and only what holds is said."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.model.condition import Operator, SubjectKind, judge, terms
from sdgassess.model.profile import Answer, Profile, Scope
from sdgassess.model.rules import Pattern
from sdgassess.scoring.evaluation import Evaluation
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic
from tests.given.random_profiles import profiles

GRAVER = (Risk.LOW, Risk.MEDIUM, Risk.HIGH)


def exposing(pattern: Pattern) -> set[str]:
    """The questions whose rise exposes to a pattern, as its rule says (*words* are needed)."""
    rising = (Operator.AT_LEAST, Operator.ABOVE, Operator.IS)
    conditions = (pattern.high, pattern.medium)
    return {
        term.subject.id
        for condition in conditions
        for term in terms(condition)
        if term.subject.kind is SubjectKind.QUESTION and term.operator in rising
    }


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_raise_worsens_a_pattern_unless_its_rule_says_that_it_exposes(
    data: st.DataObject,
) -> None:
    levels = {key: data.draw(st.integers(0, 4)) for key in nordic().questions}
    given = profile(levels, context={"project-share": data.draw(st.integers(0, 3))})
    question = data.draw(st.sampled_from([key for key in levels if levels[key] < 4] or ["POL1"]))
    higher = Answer(Fraction(min(levels[question] + 1, 4)))
    raised = given._replace(answers={**given.answers, question: higher})
    rules = {pattern.id: pattern for pattern in nordic().patterns}
    pairs = zip(score(nordic(), given).patterns, score(nordic(), raised).patterns, strict=True)
    for then, now in pairs:
        judged = {then.result, now.result} <= set(GRAVER)
        if judged and question not in exposing(rules[now.id]):
            assert GRAVER.index(now.result) <= GRAVER.index(then.result), (question, now.id)


@settings(max_examples=60, deadline=None)
@given(given=profiles())
def test_a_clause_is_said_only_where_its_condition_holds(given: Profile) -> None:
    result = score(nordic(), given)
    look = Evaluation(nordic(), given, result.questions, result.basis).look
    rules = {pattern.id: pattern for pattern in nordic().patterns}
    for pattern in result.patterns:
        for clause in pattern.clauses:
            assert clause in rules[pattern.id].clauses
            kinds = {term.subject.kind for term in terms(clause.when)}
            if SubjectKind.TRIGGERED not in kinds:
                assert judge(clause.when, look) is True


@settings(max_examples=40, deadline=None)
@given(drawn=profiles())
def test_what_the_answers_say_is_not_exposed_has_no_risk(drawn: Profile) -> None:
    given = drawn._replace(scope=Scope.FULL)
    result = score(nordic(), given)
    look = Evaluation(nordic(), given, result.questions, result.basis).look
    rules = {pattern.id: pattern for pattern in nordic().patterns}
    for pattern in result.patterns:
        spared = rules[pattern.id].not_exposed
        expected = spared is not None and judge(spared, look) is True
        assert (pattern.result is Risk.NOT_EXPOSED) is expected, pattern.id
