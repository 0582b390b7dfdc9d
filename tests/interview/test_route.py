"""What applies is judged on the questions that conditions look at, as on all of them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.files.load import load_questionnaire
from sdgassess.interview.state.route import applicable, route
from sdgassess.model.condition import judge
from sdgassess.model.profile import Answer, Profile, State
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.evaluation import Basis, Evaluation
from sdgassess.scoring.score import question_results
from tests.given.places import ROOT
from tests.interview.looking import Asked, profile_of
from tests.interview.test_laws import LENIENT

ANSWERS = st.sampled_from(
    [*(Answer(Fraction(level)) for level in range(5)), Answer(state=State.UNKNOWN), None]
)


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    """The questionnaire that ships."""
    loaded = load_questionnaire(ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml")
    assert loaded.value is not None, loaded.problems
    return loaded.value


@given(data=st.data())
@LENIENT
def test_what_applies_is_what_applies_on_all_results(
    asked: Asked, small: Questionnaire, shipped: Questionnaire, data: st.DataObject
) -> None:
    for rules in (small, shipped):
        answers = data.draw(st.dictionaries(st.sampled_from([*rules.questions]), ANSWERS))
        kept = {key: answer for key, answer in answers.items() if answer is not None}
        profile = profile_of(asked())._replace(answers=kept)
        evaluation = _evaluation(rules, profile)
        everything = {
            key
            for key, question in rules.questions.items()
            if question.ask_if is None or judge(question.ask_if, evaluation.look) is True
        }
        assert applicable(rules, profile) == everything
        setting = {
            question.id
            for question in rules.context
            if question.ask_if is None or judge(question.ask_if, evaluation.look) is True
        }
        stops = {stop.id for stop in route(rules, profile, quick=False)}
        assert stops & {question.id for question in rules.context} == setting


def test_only_what_is_wanted_is_computed(asked: Asked, shipped: Questionnaire) -> None:
    profile = profile_of(asked())
    wanted = frozenset({"POL1", "EXT1"})
    assert question_results(shipped, profile, wanted).keys() == wanted


def _evaluation(rules: Questionnaire, profile: Profile) -> Evaluation:
    """An evaluation on everything that was answered."""
    return Evaluation(rules, profile, question_results(rules, profile), Basis.ANSWERED)
