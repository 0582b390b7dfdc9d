"""How far voices are apart: between roles, within one, and what a recorded level does to it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from sdgassess.model.profile import Agreement, Answer, Voice
from sdgassess.model.rules import VoiceRules
from sdgassess.scoring.distance import VoiceRange, disagree, voice_range

TWO_STEPS = VoiceRules(Fraction(2), 3)


def voices(**levels: list[int]) -> tuple[Voice, ...]:
    return tuple(Voice(role, Fraction(level)) for role, said in levels.items() for level in said)


@pytest.mark.parametrize(
    ("levels", "spread", "apart"),
    [
        ({"l": [0, 4]}, None, True),
        ({"l": [0, 4], "c": [0]}, 0, True),
        ({"l": [1, 3]}, None, True),
        ({"l": [1, 1, 1, 3]}, None, False),  # one among many stands alone
        ({"l": [1, 1, 3, 3]}, None, True),
        ({"l": [1, 1, 3]}, None, True),  # of three the middle one is in neither half
        ({"l": [1, 3, 3]}, None, True),
        ({"l": [1, 1, 2]}, None, False),
        ({"l": [0, 2, 2, 2, 2, 2, 2, 4]}, None, True),  # the two ends of the scale
        ({"l": [1, 2, 2, 2, 2, 2, 2, 4]}, None, False),
        ({"l": [2, 3], "c": [2]}, 0, False),
        ({"l": [1], "c": [3]}, 2, True),
        ({}, None, False),
    ],
)
def test_roles_and_the_halves_of_one_may_disagree(
    levels: dict[str, list[int]], spread: int | None, apart: bool
) -> None:
    answer = Answer(voices=voices(**levels))
    distance = None if spread is None else Fraction(spread)
    assert disagree(answer, distance, TWO_STEPS) is apart
    assert not disagree(answer, distance, None), "no rule, no disagreement"


@pytest.mark.parametrize("agreed", [("l", "c"), ("c",), ("l",)])
@pytest.mark.parametrize("dissent", [None, "Not everywhere"])
def test_what_is_agreed_on_is_not_disputed_whatever_the_others_said(
    agreed: tuple[str, ...], dissent: str | None
) -> None:
    """Else whether it is would tell what the one role answered that did not agree."""
    for left_over in (0, 2, 4):
        said = voices(l=[0, 4], c=[left_over])
        assert disagree(Answer(voices=said), None, TWO_STEPS)
        recorded = Answer(Fraction(2), voices=said)
        assert disagree(recorded, None, TWO_STEPS), "a level that nobody agreed on settles nothing"
        together = replace(recorded, agreed=Agreement(agreed, dissent=dissent))
        assert not disagree(together, Fraction(4), TWO_STEPS)
        assert voice_range(together) == VoiceRange(Fraction(0), Fraction(4))


def test_moving_everybody_by_a_step_changes_no_distance() -> None:
    chance = Random(4)
    for _ in range(300):
        levels = {
            role: [chance.randrange(4) for _ in range(chance.randrange(5))] for role in "lcx"
        }
        raised = {role: [level + 1 for level in said] for role, said in levels.items()}
        first, second = (Answer(voices=voices(**each)) for each in (levels, raised))
        assert disagree(first, None, TWO_STEPS) is disagree(second, None, TWO_STEPS)


def test_what_stands_between_others_makes_no_disagreement_smaller_than_its_ends() -> None:
    chance = Random(5)
    for _ in range(300):
        said = [chance.randrange(5) for _ in range(chance.randrange(1, 9))]
        answer = Answer(voices=voices(l=said))
        ends = voice_range(answer)
        assert ends == VoiceRange(Fraction(min(said)), Fraction(max(said)))
        if max(said) - min(said) >= 4:
            assert disagree(answer, None, TWO_STEPS)
        if max(said) - min(said) < 2:
            assert not disagree(answer, None, TWO_STEPS)
