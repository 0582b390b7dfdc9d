"""Moving through a sitting: back and forth, undoing, what is skipped, context, style, the end."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sdgassess.interview.state.phases import (
    AtContext,
    AtQuestion,
    Finishing,
    Over,
)
from sdgassess.model.profile import (
    Agreement,
    Answer,
    Evidence,
    EvidenceKind,
    State,
    Status,
    Voice,
)
from tests.interview.looking import FIRST, Asked, Begin, answer, profile_of


def test_back_and_forward_keep_everything(asked: Asked) -> None:
    interview = asked("2", "1", "0", "1", "1")
    before = interview.profile
    for line in ("b", "b", "b", "b", "b", "b", ">", ">", "<", "g POL1", "g pol", "g !", "g CONT"):
        outcome = interview.take(line)
        assert not outcome.changed
        interview = outcome.interview
    assert interview.profile == before


def test_back_from_the_first_question_says_so(asked: Asked) -> None:
    outcome = asked().take("b")
    assert outcome.interview.sitting.phase == AtQuestion(FIRST)
    assert "first question" in " ".join(outcome.reply)
    assert outcome.interview.screen.lines == ()


@pytest.mark.parametrize(
    ("wish", "where"),
    [
        ("CONT2", AtQuestion("CONT2")),
        ("cont", AtQuestion("CONT1")),
        ("B", AtQuestion("CONT1")),
        ("initiatives", AtContext("initiatives")),
        ("!", AtQuestion(FIRST)),
        ("", AtQuestion(FIRST)),
        ("POL4", AtQuestion(FIRST)),
        ("nowhere", AtQuestion(FIRST)),
    ],
)
def test_goto(asked: Asked, wish: str, where: object) -> None:
    assert asked().take(f"g {wish}").interview.sitting.phase == where


def test_clear_and_undo(asked: Asked) -> None:
    interview = asked("2", "g POL2", "c words")
    before = interview.profile
    cleared = interview.take("x")
    assert answer(cleared.interview) is None
    assert cleared.changed
    undone = cleared.interview.take("z")
    assert undone.interview.profile == before
    assert undone.changed
    nothing = asked().take("x")
    assert not nothing.changed
    assert not asked().take("z").changed


def test_undo_goes_back_change_by_change_to_the_beginning(asked: Asked) -> None:
    start = asked()
    interview = asked("2", "u", "Somebody", "-", "")
    for _ in range(9):
        interview = interview.take("z").interview
    assert interview.profile == start.profile
    assert interview.sitting.phase == AtQuestion(FIRST)


def test_a_switched_off_answer_is_parked_and_comes_back(asked: Asked) -> None:
    interview = asked("2", "g POL4", "1", "g POL2", "1")
    profile = profile_of(interview)
    assert "POL4" not in profile.answers
    assert profile.parked["POL4"].because == "POL2"
    assert profile.parked["POL4"].answer.level == 1
    back = profile_of(interview.take("g POL2").interview.take("2").interview)
    assert back.answers["POL4"].level == 1
    assert not back.parked


def test_a_condition_that_is_unknown_is_not_asked(asked: Asked) -> None:
    assert "of 5" in asked().screen.lines[1]
    assert "of 6" in asked("2").screen.lines[1]
    assert "of 5" in asked("u", "").screen.lines[1]


def test_later_answers_come_after_all_others_and_once(asked: Asked) -> None:
    interview = asked("s", "1", "s", "0", "1", "y", "1", "1")
    assert interview.sitting.phase == AtQuestion(FIRST)
    interview = interview.take("").interview
    assert interview.sitting.phase == AtQuestion("POL1")
    interview = interview.take("1").interview.take("").interview
    assert interview.sitting.phase == Finishing()


def test_every_core_at_zero_offers_to_skip_the_rest_once(asked: Asked) -> None:
    interview = asked("0", "0")
    assert "Skip" in interview.screen.prompt
    skipped = profile_of(interview.take("y").interview)
    assert skipped.answers["POL1"] == Answer(state=State.NOT_ASKED)
    asks = interview.take("").interview
    assert asks.sitting.phase == AtQuestion("POL1")
    assert "Skip" not in asks.take("b").interview.take("0").interview.screen.prompt
    assert "Skip" not in asked("0", "0", quick=True).screen.prompt, "nothing more is in scope"


def test_quick_asks_the_core_alone(asked: Asked) -> None:
    interview = asked("2", "1", quick=True)
    assert interview.sitting.phase == AtContext("project-share")
    interview = interview.take("0").interview
    assert interview.sitting.phase == AtQuestion("CONT1")
    assert "Question 3 of 3" in interview.screen.lines[1]


def test_voices_and_evidence_outlive_another_level(begin: Begin, asked: Asked) -> None:
    held = Answer(
        level=Fraction(2),
        voices=(Voice("coordinator", Fraction(3)), Voice("line-manager", Fraction(1))),
        agreed=Agreement(("coordinator",), "why", "not all"),
        evidence=(Evidence(EvidenceKind.DOCUMENT, "Strategy"),),
        comment="words",
        unsure=True,
    )
    profile = profile_of(asked())._replace(answers={FIRST: held})
    interview = begin(profile).take(f"g {FIRST}").interview
    lower = interview.take("1").interview
    changed = answer(lower)
    assert changed is not None
    wanted = replace(held, level=Fraction(1), agreed=None)
    assert replace(changed, asked=None, means=None) == wanted
    assert "Who agrees on 1" in lower.screen.prompt, "voices are on the table already"
    unknown = answer(interview.take("u").interview)
    assert unknown is not None
    assert (unknown.voices, unknown.comment) == (held.voices, "words")
    assert (unknown.level, unknown.agreed) == (None, None), "an agreement is about a level"


def test_a_level_takes_the_place_of_a_state(asked: Asked) -> None:
    given = answer(asked("-", "because", "g POL2", "1"))
    assert given is not None
    assert (given.level, given.state, given.reason) == (Fraction(1), None, None)


def test_resuming_goes_to_the_first_untouched_question(begin: Begin, asked: Asked) -> None:
    profile = profile_of(asked("s", "1"))
    interview = begin(profile, quick=True)
    assert interview.sitting.phase == AtQuestion("POL1")
    assert interview.reply == ("1 of 5 answered; next: POL1",)
    assert not interview.sitting.setting.quick, "a profile keeps its scope"


def test_a_complete_profile_that_is_changed_is_amended(begin: Begin, asked: Asked) -> None:
    done = profile_of(asked("2"))._replace(status=Status.COMPLETE)
    assert profile_of(begin(done).take(">").interview).status is Status.COMPLETE
    changed = begin(done).take("1").interview
    assert profile_of(changed).status is Status.AMENDED


def test_context_answers_of_every_kind(asked: Asked) -> None:
    interview = asked("g project-share", "1", "12", "nej", "g initiatives", "u")
    assert profile_of(interview).context == {
        "project-share": 1,
        "initiatives": State.UNKNOWN,
        "started-since": False,
    }
    for line in ("-1", "1.5", "99999999999999999999", "many"):
        assert not asked("g initiatives").take(line).changed


def test_context_left_open_is_not_stored_and_asked_again(asked: Asked) -> None:
    interview = asked("1", "1", "1", "", "1", "y", "1", "1")
    assert "project-share" not in profile_of(interview).context
    assert interview.sitting.phase == AtContext("project-share")


def test_style_is_optional_and_stored_as_typed(asked: Asked) -> None:
    interview = asked("1", "1", "1", "1", "1", "y", "1", "1")
    assert "Style now?" in interview.screen.prompt
    later = interview.take("").interview
    assert later.sitting.phase == Finishing()
    interview = interview.take("y").interview
    for line in ("−2", "3", "n", "2", "3, 1"):
        interview = interview.take(line).interview
    assert interview.sitting.phase == Finishing()
    assert profile_of(interview).style == {
        "coordination": {"start": -2, "growth": "neither-yet"},
        "committee": "all",
        "partners": ("firms", "cities"),
    }


def test_style_enter_leaves_open_and_x_takes_away(asked: Asked) -> None:
    interview = asked("1", "1", "1", "1", "1", "y", "1", "1", "y", "1", "b", "x")
    assert profile_of(interview).style == {}
    interview = interview.take("").interview.take("").interview
    assert profile_of(interview).style == {}


@pytest.mark.parametrize(("line", "status"), [("y", Status.COMPLETE), ("", Status.IN_PROGRESS)])
def test_the_end(asked: Asked, line: str, status: Status) -> None:
    interview = asked("1", "1", "1", "1", "1", "y", "1", "1", "", line)
    assert interview.sitting.phase == Over(finished=True)
    assert profile_of(interview).status is status
    said = "\n".join(interview.reply)
    assert "5 of 5" in said
    assert "sdgassess score FILE" in said
    assert not interview.take("2").changed


def test_a_line_that_is_too_long_is_refused_whole(asked: Asked) -> None:
    outcome = asked("c").take("a" * 10_001)
    assert not outcome.changed
    assert "10000" in " ".join(outcome.reply)


def test_comments_stay_within_what_a_file_can_hold(asked: Asked) -> None:
    interview = asked()
    for _ in range(15):
        interview = interview.take("c " + "ø" * 9_000).interview
    given = answer(interview)
    assert given is not None
    assert len((given.comment or "").encode()) <= 100_000


def test_half_a_character_does_not_reach_the_profile(asked: Asked) -> None:
    given = answer(asked("c a\udc80b"))
    assert given is not None
    assert given.comment is not None
    given.comment.encode()
