"""Voices of a round that is still closed: counted in a sitting, never shown, never lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.minutes.sitting import changes
from sdgassess.interview.state.phases import (
    Agreeing,
    AtQuestion,
    InTurn,
    RecordingOutside,
    Revealing,
)
from sdgassess.interview.state.route import is_settled
from sdgassess.interview.view.check_list import check_lines
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
        profile = profile_of(room())._replace(consent=consent)
        sealed = {FIRST: Answer(voices=(*open_voices, *SEALED))}
        interview = begin(profile._replace(answers={**profile.answers, **sealed}))
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


ROUND = ("3", "1", "u")
"""What the three people in the room vote."""


def votes(interview: Interview) -> list[tuple[str | None, bool]]:
    """Who has a voice on the question, and whether it is sealed."""
    stored = answer(interview)
    return [(voice.by, voice.sealed) for voice in stored.voices] if stored else []


@pytest.mark.parametrize("left", [(), ("b", "b"), ("q",), ("g CONT1",)])
def test_a_round_that_is_left_stays_sealed_and_is_gone_on_with(
    begin: Begin, room: Room, left: tuple[str, ...]
) -> None:
    interview = room("a", "3", *left)
    assert votes(interview) == [("c1", True)]
    again = begin(profile_of(interview))
    assert again.sitting.phase == InTurn(FIRST, 0, 1, anew=True)
    assert "still to answer: line manager (Skole), line manager (Teknik)" in " ".join(
        " ".join(again.reply).split()
    )
    assert "No political decision" in seen(again), "the question is in sight again"
    for line, voters in (("1", 2), ("u", 3)):
        again = again.take(line).interview
        assert votes(again) == [(by, True) for by in ("c1", "l1", "l2")[:voters]]
    assert isinstance(again.sitting.phase, Revealing)
    again = again.take("").interview
    assert votes(again) == [("c1", False), ("l1", False), ("l2", False)]
    assert isinstance(again.sitting.phase, Agreeing)


def test_in_the_same_sitting_the_key_of_a_round_goes_on_with_it(room: Room) -> None:
    interview = room("a", "3", "1", "b", "b", "b")
    assert interview.sitting.phase == AtQuestion(FIRST)
    assert "2 answers are still sealed: not shown, and not counted." in seen(interview)
    assert "Voices" not in seen(interview)
    interview = interview.take("a").interview
    assert isinstance(interview.sitting.phase, InTurn)
    assert interview.sitting.phase.turn == 2, "who has voted is not asked again"


def test_a_round_put_off_comes_again_as_a_round(room: Room) -> None:
    interview = room("a", "3", "b", "b", "s")
    phases: list[object] = []
    while not interview.over and len(phases) < 20:
        phases.append(interview.sitting.phase)
        if isinstance(interview.sitting.phase, InTurn):
            break
        at_question = isinstance(interview.sitting.phase, AtQuestion)
        interview = interview.take("2" if at_question else "u").interview
    assert isinstance(phases[-1], InTurn)
    assert phases[-1].id == FIRST


def test_the_room_may_open_a_round_without_those_who_went_home(begin: Begin, room: Room) -> None:
    again = begin(profile_of(room("a", "3", "1", "q")))
    again = again.take("").interview
    assert isinstance(again.sitting.phase, Revealing)
    assert "Everybody was asked; not all have answered." in seen(again)
    assert votes(again) == [("c1", True), ("l1", True)]
    again = again.take("").interview
    assert votes(again) == [("c1", False), ("l1", False)]


def test_a_round_that_was_closed_at_its_end_asks_to_be_opened(begin: Begin, room: Room) -> None:
    again = begin(profile_of(room("a", *ROUND)))
    assert isinstance(again.sitting.phase, Revealing)
    assert "Everybody has answered." in seen(again)
    assert votes(again.take("b").interview) == [("c1", True), ("l1", True), ("l2", True)]


def test_undoing_an_open_round_takes_its_votes_back(room: Room) -> None:
    interview = room("c3 l1,1", "2", "g POL2", "a", *ROUND)
    assert [voice.level for voice in (answer(interview) or Answer()).open_voices] == [3, 1, 1]
    interview = interview.take("").interview
    opened = answer(interview)
    assert opened is not None
    assert [voice.level for voice in opened.voices] == [3, 1, None], "each in the place of the old"
    interview = interview.take("b").interview.take("z").interview
    stored = answer(interview)
    assert stored is not None
    assert [voice.level for voice in stored.open_voices] == [3, 1, 1]
    assert not stored.sealed


def test_an_answered_question_with_a_closed_round_is_on_the_list_at_the_end(room: Room) -> None:
    interview = room("2", f"g {FIRST}", "a", "3", "b", "b")
    listed = " ".join(check_lines(interview.sitting))
    assert f"1 round of unseen answers is still sealed: {FIRST}." in listed


LINES = ("", "0", "1", "2", "3", "4", "u", "-", "b", "a", "z", "o", "?", "g CONT1", "f", "7", "w")
BETWEEN = (*LINES, "c words", "w l1", "w *", "g POL2", "!", "x y z", "l da", "l en")


def votes_swapped(line: str, interview: Interview, chance: Random) -> str:
    """Another vote in the place of a vote; every other line as it is."""
    phase = interview.sitting.phase
    if not isinstance(phase, InTurn):
        return line
    question = interview.sitting.question(phase.id)
    possible = [*(question.label(option) for option in question.options), "u", "-"]
    return chance.choice(possible) if line in possible else line


@pytest.mark.parametrize("seed", range(40))
def test_nothing_between_two_votes_tells_a_vote(begin: Begin, room: Room, seed: int) -> None:
    """Two sittings that differ only in unseen votes look alike until a round is opened."""
    chance = Random(seed)
    sittings = [room(consent=bool(seed % 2)) for _ in range(2)]
    for step in range(60):
        phases = [type(sitting.sitting.phase) for sitting in sittings]
        assert phases[0] is phases[1]
        line = chance.choice(LINES if phases[0] is InTurn else BETWEEN)
        if phases[0] is Revealing and line == "":
            return  # the room opens the round
        if chance.random() < 0.1:
            sittings = [begin(profile_of(sitting)) for sitting in sittings]
            continue
        typed = (line, votes_swapped(line, sittings[1], chance))
        outcomes = [
            sitting.take(typed_line) for sitting, typed_line in zip(sittings, typed, strict=True)
        ]
        noted = [
            changes(
                before.sitting.setting,
                profile_of(before),
                profile_of(after.interview),
                dt.datetime(2026, 3, 12, 10, 0),  # noqa: DTZ001 - a clock in a room
            )
            for before, after in zip(sittings, outcomes, strict=True)
        ]
        assert outcomes[0].reply == outcomes[1].reply, step
        assert noted[0] == noted[1], step
        sittings = [outcome.interview for outcome in outcomes]
        assert sittings[0].screen == sittings[1].screen, step
        if sittings[0].over:
            return
