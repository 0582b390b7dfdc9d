"""How far assessments of one place agree: same, adjacent, apart, and beyond chance."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.analysis.years.agreement import Nearness, agreement, nearness
from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.scoring.score import score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

QUESTIONS = tuple(nordic().questions)[:12]


def beside(*assessments: Mapping[str, object]) -> Years:
    """Assessments of one day side by side."""
    columns = [
        Column(f"{n}.yaml", score(nordic(), profile(answers)))
        for n, answers in enumerate(assessments)
    ]
    return Years(columns, together=True)


def of(levels: str) -> dict[str, object]:
    """An assessment by its levels, in the order of the questions."""
    return dict(zip(QUESTIONS, levels, strict=False))


@pytest.mark.parametrize(
    ("levels", "near"),
    [
        ("22", Nearness.SAME),
        ("23", Nearness.ADJACENT),
        ("31", Nearness.APART),
        ("223", Nearness.ADJACENT),
        ("123", Nearness.APART),
        ("2?", Nearness.NOT_COMPARABLE),
        ("2.", Nearness.NOT_COMPARABLE),
    ],
)
def test_a_question_is_same_adjacent_or_apart(levels: str, near: Nearness) -> None:
    years = beside(*(of(level) for level in levels))
    assert nearness(years, QUESTIONS[0]) is near


def test_counts_add_up() -> None:
    found = agreement(beside(of("0123?"), of("0220-")), QUESTIONS)
    assert (found.n, found.same, found.adjacent, found.apart) == (4, 2, 1, 1)
    assert found.kappa is None, "four questions are too few"


def test_kappa_by_hand() -> None:
    # Ten questions, levels 0 and 4 alone: eight alike, two not; each has five of both.
    # Observed 2/10, by chance 1/2, so 1 - 0.2/0.5.
    found = agreement(beside(of("0000044444"), of("0000444440")), QUESTIONS)
    assert found.kappa == Fraction(3, 5)


def test_neighbouring_levels_weigh_less() -> None:
    near = agreement(beside(of("0123401234"), of("1123401233")), QUESTIONS).kappa
    far = agreement(beside(of("0123401234"), of("4123401230")), QUESTIONS).kappa
    assert near is not None
    assert far is not None
    assert near > far


def test_where_nobody_differs_there_is_no_kappa() -> None:
    assert agreement(beside(of("2222222222"), of("2222222222")), QUESTIONS).kappa is None


@given(st.lists(st.text("01234?", min_size=12, max_size=12), min_size=2, max_size=4))
def test_the_order_of_assessments_changes_nothing(assessments: list[str]) -> None:
    found = agreement(beside(*map(of, assessments)), QUESTIONS)
    assert found == agreement(beside(*map(of, reversed(assessments))), QUESTIONS)
    assert found.n == found.same + found.adjacent + found.apart
    assert found.kappa is None or found.kappa <= 1
