"""Versions in any order of their dates: a page and a document of every comparison."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.analysis.years.questions import Because
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.report.results.years import compare_result
from sdgassess.report.years.edition import YearsEdition
from sdgassess.scoring.score import Score, score
from tests.given.questionnaires import newer, older, spoken
from tests.given.random_profiles import profiles
from tests.given.screens import years_page
from tests.given.years import year, years

ORDERS = ("oon", "ono", "noo", "onn", "non", "nno", "on", "no")


def rules(order: str) -> list[Questionnaire]:
    """The versions that letters mean: o the older one, n the newer one."""
    return [older() if letter == "o" else newer() for letter in order]


def side_by_side(versions: Sequence[Questionnaire], those: Sequence[Profile]) -> Years:
    """Profiles year by year, each of what its version asks."""
    found: list[Score] = []
    for place, (one, version) in enumerate(zip(those, versions, strict=False)):
        kept = {q: answer for q, answer in one.answers.items() if q in version.questions}
        ref = QuestionnaireRef(version.id, version.version)
        date = dt.date(2024 + place, 3, 1)
        found.append(score(version, one._replace(questionnaire=ref, answers=kept, date=date)))
    return Years([Column(f"{place}.yaml", one) for place, one in enumerate(found)])


def page(found: Years, language: str = "en", *, linear: bool = True) -> str:
    """The whole page as one line."""
    edition = YearsEdition(spoken(language), found, linear=linear)
    return " ".join(years_page(edition).split())


@settings(max_examples=15, deadline=None)
@given(
    three=st.tuples(profiles(), profiles(), profiles()),
    order=st.sampled_from(ORDERS),
    language=st.sampled_from(("da", "sv", "en")),
)
def test_every_order_of_versions_is_told(
    three: tuple[Profile, Profile, Profile], order: str, language: str
) -> None:
    found = side_by_side(rules(order), three)
    for linear in (False, True):
        assert page(found, language, linear=linear)
    assert json.dumps(compare_result(found, across=False))
    assert json.dumps(compare_result(found, across=True))


def bud5(version: Questionnaire, level: int | None, date: str) -> Score:
    """A profile with one answer at most."""
    return year({"BUD5": level} if level is not None else {}, date, rules=version)


@pytest.mark.parametrize("order", ["ono", "noo"])
def test_a_question_that_only_an_older_version_asks_may_move(order: str) -> None:
    levels = iter((2, 3))
    dates = ("2024-03-01", "2026-03-01", "2027-03-01")
    found = years(
        *(
            bud5(version, next(levels) if version is older() else None, date)
            for version, date in zip(rules(order), dates, strict=True)
        )
    )
    said = page(found)
    assert "one step up since" in said
    assert older().questions["BUD5"].text.words["en"] in said
    assert "not in the questionnaire any more: BUD5" not in said


@settings(max_examples=15, deadline=None)
@given(one=profiles(), other=profiles())
def test_two_profiles_mirror_each_other_in_their_questions_too(
    one: Profile, other: Profile
) -> None:
    there = side_by_side(rules("on"), (one, other))
    back = side_by_side(rules("no"), (other, one))
    assert set(there.paths) == set(back.paths) == set(there.first_to_last.moves)
    for found in (there, back):
        assert found.first_to_last.summary == found.latest.summary
        assert found.first_to_last.moves == found.latest.moves
    assert all(
        m.because is not Because.REMOVED
        for q, m in back.first_to_last.moves.items()
        if q in older().questions
    )
