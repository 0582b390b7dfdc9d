"""A new year begins with what was agreed, and what became of it; only what is open goes on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.last_year import last_year
from sdgassess.interview.state.new_year import this_year
from sdgassess.model.profile import PersonConsent, PickStatus, Priority, Profile, Returned
from sdgassess.model.questionnaire import Questionnaire
from tests.interview.earlier import LAST, ORIGIN
from tests.interview.looking import profile_of

DONE = Priority("POL2", Fraction(4), "mayor", status=PickStatus.DONE, on=dt.date(2025, 9, 1))
DROPPED = Priority("POL3", Fraction(3), status=PickStatus.DROPPED, because="no money")
OPEN = Priority("CONT1", Fraction(2), "head of school", "2026-10-01")


@pytest.fixture
def following(begin: Callable[..., Interview], small: Questionnaire) -> Callable[..., Interview]:
    """A sitting that follows a year in which something was agreed."""

    def of(*picks: Priority, **more: object) -> Interview:
        last = LAST._replace(priorities=picks)
        setting = replace(begin(**more).sitting.setting, last_year=last_year(small, small, last))
        return Interview.following(setting, this_year(setting, last, ORIGIN))

    return of


def said(interview: Interview) -> str:
    return " ".join(" ".join(interview.reply).split())


def kept(profile: Profile) -> list[str]:
    return [pick.question for pick in profile.priorities]


def test_each_agreement_is_told_with_what_became_of_it(
    following: Callable[..., Interview],
) -> None:
    text = said(following(DONE, DROPPED, OPEN))
    assert "Agreed last year:" in text
    assert "POL2 to 4 Is the direction adopted? · mayor · done 1 September 2025" in text
    assert "POL3 to 3 Are decisions followed up? · dropped: no money" in text
    assert "· head of school · 1 October 2026 · open" in text


def test_what_is_over_takes_no_place_among_this_years(
    following: Callable[..., Interview],
) -> None:
    interview = following(DONE, DROPPED, OPEN)
    assert kept(profile_of(interview)) == ["CONT1"]
    assert "1 target came over." in said(interview)
    assert "not taken over" not in said(interview), "what is over is not missed"


def test_where_nothing_was_agreed_nothing_is_said_of_it(
    following: Callable[..., Interview],
) -> None:
    assert "Agreed last year" not in said(following())


def test_who_answered_last_year_has_not_answered_this_year(
    begin: Callable[..., Interview], small: Questionnaire
) -> None:
    came_back = Returned("r-" + "0" * 32, 1, "2025-03-01T10:22:05Z", "0" * 64)
    people = tuple(
        person._replace(returned=came_back, consent=PersonConsent(by_role=True))
        for person in LAST.participants
    )
    last = LAST._replace(participants=people)
    setting = replace(begin().sitting.setting, last_year=last_year(small, small, last))
    profile = profile_of(Interview.following(setting, this_year(setting, last, ORIGIN)))
    assert profile.participants == LAST.participants
