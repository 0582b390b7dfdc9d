"""A room of several people: consent, turns, the table, what is agreed, who answers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import (
    Agreeing,
    AskingConsent,
    AtQuestion,
    InTurn,
    RecordingOutside,
    Revealing,
    SayingWhoAgreed,
)
from sdgassess.model.profile import Agreement, State
from tests.interview.looking import FIRST, answer, profile_of

Begin = Callable[..., Interview]


def test_consent_is_asked_once_before_the_first_table(room: Callable[..., Interview]) -> None:
    interview = room("c3 l1,2", consent=None)
    assert isinstance(interview.sitting.phase, AskingConsent)
    assert not any("●" in line for line in interview.screen.lines)
    interview = interview.take("perhaps").interview.take("").interview
    assert isinstance(interview.sitting.phase, Agreeing)
    assert profile_of(interview).consent is False
    again = interview.take("").interview.take(f"g {FIRST}").interview.take("c1 l2,2").interview
    assert isinstance(again.sitting.phase, Agreeing)


@pytest.mark.parametrize("aloud", [True, False])
def test_without_consent_no_screen_says_which_role_stands_where(
    begin: Begin, room: Callable[..., Interview], aloud: bool
) -> None:
    interview = begin(profile_of(room()), aloud=aloud)
    for line in (f"g {FIRST}", "c3 l1,1"):
        interview = interview.take(line).interview
    table = " ".join(interview.screen.lines)
    assert "coordinator" not in table
    assert "line manager" not in table
    assert ("2 voices" in table) is aloud
    assert ("● ●" in table) is not aloud
    interview = interview.take("b").interview
    assert "coordinator" not in " ".join(interview.screen.lines)


def test_an_agreement_in_one_line(room: Callable[..., Interview]) -> None:
    interview = room("c3 l1,1", "1 l the budget has no line")
    held = answer(interview)
    assert held is not None
    assert held.level == 1
    assert held.agreed == Agreement(("line-manager",), "the budget has no line")
    assert "differently" in interview.screen.prompt
    held = answer(interview.take("The coordinator sees a 3").interview)
    assert held is not None
    assert held.agreed is not None
    assert held.agreed.dissent == "The coordinator sees a 3"
    assert [one.level for one in held.voices] == [3, 1, 1], "every voice stays as it was given"


def test_a_reason_without_letters_is_kept_at_once(room: Callable[..., Interview]) -> None:
    interview = room("c3 l1,1", "1 because of the budget")
    assert isinstance(interview.sitting.phase, SayingWhoAgreed)
    held = answer(interview.leave().interview)
    assert held is not None
    assert held.agreed == Agreement(("coordinator", "line-manager"), "because of the budget")


def test_a_round_of_unseen_answers_is_on_disk_after_each_and_undone_as_one(
    room: Callable[..., Interview],
) -> None:
    interview = room("a")
    before = interview.profile
    for line, count in (("3", 1), ("1", 2), ("1", 3)):
        assert isinstance(interview.sitting.phase, InTurn)
        outcome = interview.take(line)
        assert outcome.changed
        interview = outcome.interview
        held = answer(interview)
        assert held is not None
        assert len(held.voices) == count
        if count < 3:
            assert not outcome.reply
            assert not interview.screen.lines
    assert isinstance(interview.sitting.phase, Revealing)
    interview = interview.take("0").interview
    assert isinstance(interview.sitting.phase, Revealing), "one figure too many is no level"
    interview = interview.take("").interview
    assert isinstance(interview.sitting.phase, Agreeing)
    back = interview.take("b").interview.take("z").interview
    assert back.profile == before


def test_the_one_who_answers_is_led_through_what_lacks_that_voice(
    room: Callable[..., Interview],
) -> None:
    interview = room("2", "1", "1", f"g {FIRST}", "w l2")
    seen: list[str] = []
    while isinstance(interview.sitting.phase, AtQuestion) and len(seen) < 10:
        seen.append(interview.sitting.phase.id)
        interview = interview.take("0").interview
    assert seen[:3] == ["POL2", "POL3", "POL1"]
    profile = profile_of(interview)
    for one in seen:
        voices = profile.answers[one].voices
        assert [(voice.by, voice.level) for voice in voices] == [("l2", Fraction(0))]
    assert profile.answers["POL2"].level == 2, "what the room recorded stays"


def test_who_comes_in_later_stays_when_a_change_is_undone(room: Callable[..., Interview]) -> None:
    interview = room("2", "w + l Havn", "w + c", "b")
    interview = interview.take("z").interview
    ids = [person.id for person in profile_of(interview).participants]
    assert ids == ["c1", "l1", "l2", "l3", "c2"]
    assert answer(interview) is None


@pytest.mark.parametrize("wish", ["xx", "l", "DA x"])
def test_a_language_that_is_none_is_named(room: Callable[..., Interview], wish: str) -> None:
    outcome = room().take(f"l {wish}")
    assert not outcome.changed
    assert "da Dansk" in " ".join(outcome.reply)


def test_a_language_is_switched_midway_and_answers_stay(room: Callable[..., Interview]) -> None:
    interview = room("3")
    held = interview.profile
    interview = interview.take("b").interview.take("l da").interview
    assert interview.profile == held
    assert any("Er retningen vedtaget?" in line for line in interview.screen.lines)
    assert answer(interview.take("2").interview) is not None


def test_a_round_that_stops_midway_stays_open(
    begin: Begin, room: Callable[..., Interview]
) -> None:
    interview = room("a", "3", "q")
    held = answer(interview)
    assert held is not None
    assert (held.state, held.sealed, len(held.voices)) == (State.LATER, 1, 1)
    again = begin(profile_of(interview))
    assert "0 of 5" in " ".join(again.reply)
    whole = again.take(f"g {FIRST}").interview
    for line in ("a", "3", "3", "3", ""):
        whole = whole.take(line).interview
    held = answer(whole)
    assert held is not None
    assert (held.state, held.sealed, len(held.voices)) == (None, 0, 3)


def test_a_level_beyond_all_voices_is_asked_about(room: Callable[..., Interview]) -> None:
    interview = room("c3 l2,2", "0 cl because")
    assert isinstance(interview.sitting.phase, RecordingOutside)
    assert "outside all voices (2 to 3)" in " ".join(interview.screen.lines)
    no = answer(interview.take("").interview)
    assert no is not None
    assert no.level is None
    yes = answer(interview.take("y").interview)
    assert yes is not None
    assert (yes.level, yes.agreed) == (
        Fraction(0),
        Agreement(("coordinator", "line-manager"), "because"),
    )


def test_the_table_tells_the_voices_and_what_was_recorded_apart(
    room: Callable[..., Interview],
) -> None:
    interview = room("c3 l1,2", "2", "b")
    shown = " ".join(interview.screen.lines)
    assert "Together the voices come to 1." in shown
    rule = "The middle counts, in each role and then among the roles; of two the lower."
    assert rule not in " ".join(shown.split())
    assert rule in " ".join(" ".join(interview.take("?").reply).split()), "on request"
    assert "The room recorded 2." in shown


@pytest.mark.parametrize("line", ["c3 l1", "l2,2"])
def test_voices_typed_too_late_are_no_document_and_no_reason(
    room: Callable[..., Interview], line: str
) -> None:
    at_evidence = room("3")
    outcome = at_evidence.take(line)
    assert not outcome.changed
    assert "reads as voices" in " ".join(outcome.reply)
    outcome = room("u").take(line)
    assert not outcome.changed


def test_go_is_obeyed_where_words_are_due(room: Callable[..., Interview]) -> None:
    interview = room("-").take("g CONT1").interview
    assert interview.sitting.phase == AtQuestion("CONT1")
    held = answer(interview)
    assert held is not None
    assert held.reason is None
    held = answer(room("-").take("g is a letter").interview)
    assert held is not None
    assert held.reason == "g is a letter"


def test_a_level_may_have_a_comment_behind_it(room: Callable[..., Interview]) -> None:
    held = answer(room("2 c Only in schools"))
    assert held is not None
    assert (held.level, held.comment) == (Fraction(2), "Only in schools")
    held = answer(room("3 e d Minutes of May"))
    assert held is not None
    assert (held.level, held.evidence[0].title) == (Fraction(3), "Minutes of May")


@pytest.mark.parametrize("line", ["c3 l,l", "c3 x9 l1", "c4 l"])
def test_a_slip_in_a_line_of_voices_is_named(room: Callable[..., Interview], line: str) -> None:
    outcome = room().take(line)
    assert not outcome.changed
    assert "is no voice here" in " ".join(outcome.reply)


def test_more_voices_than_people_and_roles_that_are_not_asked_are_said(
    room: Callable[..., Interview],
) -> None:
    said = " ".join(room().take("c3,3 l1,1").reply)
    assert "coordinator: 2 voices, 1 here" in said


def test_who_comes_in_is_asked_for_consent_too(room: Callable[..., Interview]) -> None:
    interview = room("w + c Havn", consent=True)
    assert isinstance(interview.sitting.phase, AskingConsent)
    assert profile_of(interview.take("").interview).consent is False
    assert isinstance(room("w !").sitting.phase, AskingConsent)


def test_without_consent_nobody_is_echoed(room: Callable[..., Interview]) -> None:
    said = " ".join(room("w l1").take("1").reply)
    assert "the voice is kept" in said
    assert "= 1" not in said


def test_in_a_workshop_the_anchors_are_seen_before_a_voice_is_taken(
    begin: Begin, room: Callable[..., Interview]
) -> None:
    interview = begin(profile_of(room()), workshop=True).take(f"g {FIRST}").interview
    for line in ("nonsense words here", "w", "c a comment", "?"):
        interview = interview.take(line).interview
        if "Keep it" in interview.screen.prompt:
            interview = interview.take("").interview
        assert "Enter shows" in interview.screen.prompt, line
    outcome = interview.take("c3 l1,1")
    assert any("Built into the overall strategy" in line for line in outcome.reply)
