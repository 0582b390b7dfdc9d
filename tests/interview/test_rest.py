"""What a room disputes: the rest of two parts is offered once, at the end of a quick scan."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import AtQuestion, OfferingRest, ReadingQuestion
from sdgassess.model.profile import Answer, Profile, Scope, Voice
from sdgassess.model.questionnaire import Questionnaire
from tests.interview.conftest import PEOPLE
from tests.interview.looking import Asked, Begin, profile_of

APART = (
    Voice("coordinator", Fraction(0), by="c1"),
    Voice("line-manager", Fraction(4), by="l1"),
    Voice("line-manager", Fraction(4), by="l2"),
)


@pytest.fixture
def scanned(asked: Asked, small: Questionnaire) -> Profile:
    """A quick scan of three people that is answered, one question of it disputed."""
    profile = profile_of(asked(quick=True))
    core = [question.id for question in small.questions.values() if question.core]
    answers = {question: Answer(Fraction(2)) for question in core}
    answers["POL2"] = Answer(Fraction(2), voices=APART)
    context = {question.id: 1 for question in small.context}
    return profile._replace(
        scope=Scope.QUICK,
        participants=PEOPLE,
        consent=False,
        answers=answers,
        context=context,
    )


def _resumed(begin: Begin, profile: Profile, *, workshop: bool = True) -> Interview:
    """Going on with a scan that has no question open."""
    return begin(profile, quick=True, workshop=workshop)


def test_a_room_is_offered_the_rest_of_what_it_disputes(begin: Begin, scanned: Profile) -> None:
    offered = _resumed(begin, scanned)
    assert offered.sitting.phase == OfferingRest(("POL",))
    assert "Political anchoring" in " ".join(offered.screen.lines)
    added = offered.take("y").interview
    rest = {stop.id for stop in added.sitting.stops} - {stop.id for stop in offered.sitting.stops}
    assert rest
    assert all(question.startswith("POL") for question in rest)
    assert isinstance(added.sitting.phase, AtQuestion | ReadingQuestion)
    assert added.sitting.phase.id in rest


@pytest.mark.parametrize("line", ["", "n", "s"])
def test_it_is_offered_once(begin: Begin, scanned: Profile, line: str) -> None:
    declined = _resumed(begin, scanned).take(line).interview
    assert not isinstance(declined.sitting.phase, OfferingRest)
    assert declined.sitting.added == frozenset()
    gone_back = declined.take("g POL2").interview.take(">").interview
    assert not isinstance(gone_back.sitting.phase, OfferingRest)


def test_nobody_else_is_offered_it(begin: Begin, scanned: Profile) -> None:
    alone = _resumed(begin, scanned, workshop=False)
    assert not isinstance(alone.sitting.phase, OfferingRest)
    agreed = scanned._replace(answers={**scanned.answers, "POL2": Answer(Fraction(2))})
    assert not isinstance(_resumed(begin, agreed).sitting.phase, OfferingRest)
