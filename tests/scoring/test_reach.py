"""How far rules reach is what a scoring of nothing but open questions leaves possible."""

from __future__ import annotations

import datetime as dt

import pytest

from sdgassess.files.build.questionnaire import build_questionnaire
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.source import SourceFile
from sdgassess.files.rules.declarations import declarations
from sdgassess.files.rules.gates import nothing_turns_in_a_circle
from sdgassess.model.profile import Municipality, Profile, QuestionnaireRef, State
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.evaluation import Basis, Evaluation
from tests.given.random_questionnaires import random_questionnaire


def turns_in_a_circle(seed: int) -> bool:
    """Whether `check` refuses what a seed draws, since its gates turn in a circle."""
    drawn = Entry(SourceFile("drawn.yaml", "", random_questionnaire(seed)))
    return any(nothing_turns_in_a_circle(drawn, declarations(drawn)))


SEEDS = [seed for seed in range(60) if not turns_in_a_circle(seed)]
NOBODY = Profile(Municipality("A"), dt.date(2026, 3, 12), QuestionnaireRef("a", "1.0"))


@pytest.mark.parametrize("quick", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_reach_is_the_interval_of_open_questions(seed: int, quick: bool) -> None:
    rules = build_questionnaire(random_questionnaire(seed))
    blank = {key: QuestionResult(key, State.NOT_ASKED) for key in rules.question_ids(quick)}
    evaluation = Evaluation(rules, NOBODY, blank, Basis.ANSWERED)
    ranges = rules.ranges(quick=quick)
    assert list(ranges) == list(evaluation.nodes())
    for key, interval in ranges.items():
        assert evaluation.rolled(rules.nodes[key], Basis.ANSWERED).interval == interval


def test_the_seeds_draw_what_the_reach_depends_on() -> None:
    assert len(SEEDS) >= 50
    drawn = [build_questionnaire(random_questionnaire(seed)) for seed in SEEDS]
    assert any(gate.caps in rules.scored_above for rules in drawn for gate in rules.gates)
    assert any(len(above) > 1 for rules in drawn for above in rules.scored_above.values())
    assert any(rules.ranges(quick=True) != rules.ranges(quick=False) for rules in drawn)
