"""The way through: every question with its answer, people told apart, and people taken away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdgassess.files.load import load_questionnaire
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import AtQuestion, InTurn, OfferingStyle
from sdgassess.model.profile import Participant
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.report.form.form import FormWish, questions_on
from tests.given.places import ROOT
from tests.interview.looking import FIRST, answer, profile_of

Asked = Callable[..., Interview]
Begin = Callable[..., Interview]
Room = Callable[..., Interview]

SMALL = ROOT / "tests" / "interview" / "small.yaml"
SHIPPED = ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml"


def said(interview: Interview, line: str) -> str:
    return " ".join(" ".join(interview.take(line).reply).split())


def test_every_question_stands_there_with_its_answer(asked: Asked) -> None:
    told = asked("2", "u", "", "s").take("o").reply
    assert "POL  POL2 2 · POL3 ? · POL1 . · POL4 ." in told
    assert any(line.startswith("? unknown · . open · g and an id") for line in told)


def test_a_part_is_told_in_words(asked: Asked) -> None:
    interview = asked("2", "1")
    told = said(interview, "o pol")
    assert "POL Political anchoring: 2 with a level" in told
    assert "POL2 2 Is the direction adopted?" in told
    assert interview.take("o pol").interview.sitting.phase == interview.sitting.phase
    assert interview.take("g POL1").interview.sitting.phase == AtQuestion("POL1")


def test_words_behind_an_o_that_name_no_part_are_words(asked: Asked) -> None:
    told = answer(asked("o we do not know that", "o we do not know that"))
    assert told is not None
    assert told.comment == "o we do not know that"


def test_read_aloud_no_sign_stands_for_an_answer(begin: Begin) -> None:
    interview = begin(aloud=True)
    for line in ("Eksempelby", "", "", "2", "u", ""):
        interview = interview.take(line).interview
    told = said(interview, "o")
    assert "POL POL2 2, POL3 unknown, POL1 open" in told


def test_voices_without_a_level_show_what_they_come_to(room: Room) -> None:
    assert "POL2 1 · " in said(room("c3 l1,2", ""), "o")


def test_sealed_votes_are_open_in_the_overview(room: Room) -> None:
    assert "POL2 . · " in said(room("a", "3", "b", "b"), "o")


def test_only_style_questions_that_are_left_are_counted(asked: Asked) -> None:
    to_style = ("1", "1", "1", "1", "1", "y", "1", "1")
    offered = asked(*to_style)
    assert isinstance(offered.sitting.phase, OfferingStyle)
    everything = " ".join(offered.screen.lines)
    assert "Left: 4 questions about style" in everything
    answered = offered.take("y").interview.take("1").interview
    profile = profile_of(answered)
    again = Interview.start(answered.sitting.setting, profile)
    assert isinstance(again.sitting.phase, OfferingStyle)
    assert "Left: 3 questions about style" in " ".join(again.screen.lines)


def of_one_role(begin: Begin, room: Room) -> Interview:
    """A room with two coordinators of no unit, and two managers of two units."""
    people = (
        Participant("c1", "coordinator"),
        Participant("c2", "coordinator"),
        Participant("l1", "line-manager", "Skole"),
        Participant("l2", "line-manager", "Teknik"),
    )
    profile = profile_of(room())._replace(participants=people, consent=False)
    return begin(profile).take(f"g {FIRST}").interview


def test_two_of_one_role_are_told_apart_while_they_answer(begin: Begin, room: Room) -> None:
    interview = of_one_role(begin, room)
    started = interview.take("a")
    assert "coordinator 1, coordinator 2, line manager (Skole)" in " ".join(started.reply)
    assert started.interview.screen.prompt.startswith("coordinator 1 (unseen")
    second = started.interview.take("2").interview
    assert isinstance(second.sitting.phase, InTurn)
    assert second.screen.prompt.startswith("coordinator 2 (unseen")
    assert "c2 coordinator 2" in said(interview, "w")
    assert "From now on: coordinator 2." in said(interview, "w c2")


def test_who_is_taken_away_takes_their_voices_along(room: Room) -> None:
    before = room("c3 l1,2", "")
    outcome = before.take("w - l2")
    assert "Taken away: line manager" in " ".join(outcome.reply)
    after = profile_of(outcome.interview)
    assert "l2" not in [person.id for person in after.participants]
    assert [voice.by for voice in after.answers[FIRST].voices] == ["c1", "l1"]
    back = profile_of(outcome.interview.take("z").interview)
    assert {person.id for person in back.participants} == {"c1", "l1", "l2"}
    assert back.answers == profile_of(before).answers


def test_who_came_in_later_stays_when_something_older_is_undone(room: Room) -> None:
    interview = room("2", "g POL2", "w + c Havn", "z")
    assert len(profile_of(interview).participants) == 4


@pytest.mark.parametrize("typed", ["w - x9", "w -", "w –l9"])
def test_nobody_is_taken_away_by_slip(room: Room, typed: str) -> None:
    outcome = room("c3 l1,2", "").take(typed)
    assert "names nobody who is here" in " ".join(outcome.reply)
    assert not outcome.changed


def test_who_answers_and_is_taken_away_answers_no_more(room: Room) -> None:
    assert room("w l1", "w -l1").sitting.answering == ()


@pytest.fixture(params=[SMALL, SHIPPED], ids=["small", "shipped"])
def rules(request: pytest.FixtureRequest) -> Questionnaire:
    """A questionnaire of a few questions, and the one that ships."""
    loaded = load_questionnaire(request.param)
    assert loaded.value is not None, loaded.problems
    return loaded.value


@pytest.mark.parametrize("quick", [True, False])
def test_screen_form_and_lists_have_one_order(
    begin: Begin, rules: Questionnaire, quick: bool
) -> None:
    interview = begin(questionnaire=rules, quick=quick).take("Eksempelby").interview
    sitting = interview.take("").interview.take("").interview.sitting
    asked = [stop.id for stop in sitting.stops if isinstance(stop, AtQuestion)]
    listed = [key for key in rules.question_ids(quick) if key in asked]
    assert listed == asked
    printed = questions_on(rules, FormWish(quick=quick), sitting.setting.words)
    assert [key for key in printed if key in asked] == asked
