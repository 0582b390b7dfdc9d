"""Voices of a round that is still closed: counted in a sitting, never shown, never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import Agreeing, AtQuestion, RecordingOutside
from sdgassess.interview.state.route import is_settled
from sdgassess.model.profile import Answer, Voice
from tests.interview.looking import FIRST, answer, profile_of

Begin = Callable[..., Interview]
Room = Callable[..., Interview]
SEALED = tuple(
    Voice("line-manager", Fraction(0), by=f"s{n}", sealed=True, comment="secret") for n in (1, 2)
)


@pytest.fixture
def closed(begin: Begin, room: Room) -> Callable[..., Interview]:
    """A sitting of a room at a question on which two people have answered sealed."""

    def at(*lines: str, consent: bool = True, open_voices: tuple[Voice, ...] = ()) -> Interview:
        profile = replace(profile_of(room()), consent=consent)
        sealed = {FIRST: Answer(voices=(*open_voices, *SEALED))}
        interview = begin(replace(profile, answers={**profile.answers, **sealed}))
        for line in (f"g {FIRST}", *lines):
            interview = interview.take(line).interview
        return interview

    return at


def seen(interview: Interview) -> str:
    return " ".join(" ".join(interview.screen.lines).split())


@pytest.mark.parametrize("consent", [True, False])
def test_sealed_voices_are_counted_and_not_shown(
    closed: Callable[..., Interview], consent: bool
) -> None:
    open_voices = (Voice("coordinator", Fraction(3), by="c1"),)
    for interview in (
        closed(consent=consent),
        closed(consent=consent, open_voices=open_voices),
        closed("c3 l1", consent=consent),
    ):
        assert "2 answers are still sealed: not shown, and not counted." in seen(interview)
        assert "secret" not in seen(interview)
        for number in ("0 line manager", "0 ●", "line manager (2)", "line manager (3)"):
            assert number not in seen(interview)


def test_a_question_with_nothing_but_sealed_voices_is_still_asked(
    closed: Callable[..., Interview],
) -> None:
    interview = closed()
    assert isinstance(interview.sitting.phase, AtQuestion)
    assert not is_settled(answer(interview))
    assert "Answer now" not in seen(interview)


def test_what_the_room_says_leaves_sealed_voices_as_they_are(
    closed: Callable[..., Interview],
) -> None:
    interview = closed("c3 l1")
    assert isinstance(interview.sitting.phase, Agreeing)
    kept = answer(interview)
    assert kept is not None
    assert tuple(voice for voice in kept.voices if voice.sealed) == SEALED
    assert [(voice.role, int(voice.level or 0)) for voice in kept.open_voices] == [
        ("coordinator", 3),
        ("line-manager", 1),
    ]


def test_one_mind_in_the_room_needs_no_talk_whatever_is_sealed(
    closed: Callable[..., Interview],
) -> None:
    interview = closed("c3 l3")
    assert not isinstance(interview.sitting.phase, Agreeing)


def test_a_level_is_outside_the_voices_that_the_room_knows(
    closed: Callable[..., Interview],
) -> None:
    interview = closed("c3 l2", "0 cl because")
    assert isinstance(interview.sitting.phase, RecordingOutside)
    assert "outside all voices (2 to 3)" in seen(interview)
