"""How far voices are apart: between roles, within one, and what an agreement does to it."""

from __future__ import annotations

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


def test_a_role_that_agreed_stands_at_what_it_agreed_on() -> None:
    said = voices(l=[0, 4], c=[2])
    assert disagree(Answer(voices=said), Fraction(0), TWO_STEPS)
    agreed = Answer(Fraction(2), voices=said, agreed=Agreement(("l", "c")))
    assert not disagree(agreed, Fraction(0), TWO_STEPS)
    by_others = Answer(Fraction(2), voices=said, agreed=Agreement(("c",)))
    assert disagree(by_others, Fraction(0), TWO_STEPS)
    assert voice_range(agreed) == VoiceRange(Fraction(0), Fraction(4)), "what was said stays said"


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
