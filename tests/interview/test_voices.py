"""Voices: what a line of them says, who spoke, what becomes of the answer."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.record import with_own_voice, with_people, with_voices
from sdgassess.model.profile import (
    Agreement,
    Answer,
    State,
    Voice,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.typed.voices import voices_typed
from tests.interview.conftest import PEOPLE
from tests.interview.looking import FIRST

Begin = Callable[..., Interview]


def spoken(small: Questionnaire, line: str) -> list[tuple[str, object]] | None:
    read = voices_typed(line, small.questions[FIRST], small.roles)
    if read is None:
        return None
    assert not read.strange
    return [(voice.role[0], voice.state or voice.level) for voice in read.voices]


@pytest.mark.parametrize("line", ["c3 l1,2", "C3 L1,2", "c3;l1,2", "c3,l1,2", "  c3   l1,2 "])
def test_a_line_of_voices(small: Questionnaire, line: str) -> None:
    assert spoken(small, line) == [("c", 3), ("l", 1), ("l", 2)]


def test_states_have_voices_too(small: Questionnaire) -> None:
    said = spoken(small, "cu l?,-,0")
    assert said == [
        ("c", State.UNKNOWN),
        ("l", State.UNKNOWN),
        ("l", State.NOT_APPLICABLE),
        ("l", 0),
    ]


@pytest.mark.parametrize(
    "line", ["", "3", "c", "c 3", "e i Minutes", "c3 words", "cl", "3c", "c3,"]
)
def test_what_is_no_line_of_voices(small: Questionnaire, line: str) -> None:
    assert voices_typed(line, small.questions[FIRST], small.roles) is None


@pytest.mark.parametrize(
    ("line", "strange"), [("c3 z1", "z1"), ("l1,9", "l1,9"), ("c2.5", "c2.5")]
)
def test_a_voice_that_cannot_be_is_named_and_nothing_is_kept(
    small: Questionnaire, room: Callable[..., Interview], line: str, strange: str
) -> None:
    read = voices_typed(line, small.questions[FIRST], small.roles)
    assert read is not None
    assert read.strange == (strange,)
    outcome = room().take(line)
    assert not outcome.changed
    assert f"“{strange}”" in " ".join(outcome.reply)


@given(st.text(max_size=12))
def test_any_line_is_read(small: Questionnaire, line: str) -> None:
    read = voices_typed(line, small.questions[FIRST], small.roles)
    assert read is None or read.voices or read.strange


def test_who_spoke_is_known_only_beyond_doubt() -> None:
    three = [
        Voice("coordinator", Fraction(3)),
        *(Voice("line-manager", Fraction(n)) for n in (1, 2)),
    ]
    assert [one.by for one in with_people(three, PEOPLE)] == ["c1", "l1", "l2"]
    assert [one.by for one in with_people(three[:2], PEOPLE)] == ["c1", None]
    same = [Voice("line-manager", Fraction(1)), Voice("line-manager", Fraction(1))]
    assert {one.by for one in with_people(same, PEOPLE)} == {"l1", "l2"}


def test_a_role_that_speaks_again_is_heard_again_and_others_stay() -> None:
    first = with_voices(
        None, [Voice("coordinator", Fraction(3)), Voice("line-manager", Fraction(1))], "?"
    )
    again = with_voices(first, [Voice("line-manager", Fraction(2))], "?")
    assert [(one.role, one.level) for one in again.voices] == [
        ("coordinator", Fraction(3)),
        ("line-manager", Fraction(2)),
    ]


def test_voices_take_the_place_of_a_state_and_stand_beside_a_level() -> None:
    voice = Voice("coordinator", Fraction(3), by="c1")
    assert with_own_voice(Answer(state=State.UNKNOWN, who_knows="x"), voice, "?") == Answer(
        voices=(voice,), asked="?"
    )
    agreed = Agreement(("coordinator",))
    held = with_own_voice(Answer(level=Fraction(2), agreed=agreed), voice, "?")
    assert held == Answer(level=Fraction(2), agreed=agreed, voices=(voice,), asked="?")
