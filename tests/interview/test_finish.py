"""The end: the list to look at, why a complete assessment is changed, and the result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import (
    AtQuestion,
    Finishing,
    Judging,
    OfferingResult,
    SayingWhyAmended,
    SeeingResult,
    ShowingEvidence,
)
from sdgassess.interview.view.check_list import check_list
from sdgassess.model.profile import (
    Answer,
    Evidence,
    EvidenceKind,
    Participant,
    Profile,
    State,
    Status,
    Voice,
)
from sdgassess.model.questionnaire import Questionnaire
from tests.given.profiles import example
from tests.given.questionnaires import nordic
from tests.interview.looking import profile_of

Asked = Callable[..., Interview]
Begin = Callable[..., Interview]

TO_THE_END = ("1", "1", "1", "1", "1", "y", "1", "1", "")
ONE = Answer(level=Fraction(1))


@pytest.fixture
def done(asked: Asked) -> Profile:
    """A complete profile."""
    return profile_of(asked(*TO_THE_END, "y"))


def at_end(begin: Begin, profile: Profile, **more: object) -> Interview:
    """A sitting resumed and brought to its end."""
    interview = begin(profile, **more)
    while not isinstance(interview.sitting.phase, Finishing):
        interview = interview.take("").interview
    return interview


def played(interview: Interview, *lines: str) -> Interview:
    for line in lines:
        interview = interview.take(line).interview
    return interview


def listed(interview: Interview) -> list[str]:
    return [group.sentence for group in check_list(interview.sitting)]


def test_nothing_missing_is_one_line(begin: Begin, done: Profile) -> None:
    end = at_end(begin, done)
    assert "Everything is in order; nothing is missing." in end.screen.lines
    assert not any("!" in line for line in end.screen.lines)
    assert end.take("!").reply == ("There is nothing on the list to go to.",)


def test_every_group_names_its_questions(
    begin: Begin, ruled: Questionnaire, done: Profile
) -> None:
    answers = {
        "POL1": Answer(level=Fraction(4)),
        "POL2": Answer(level=Fraction(3), unsure=True),
        "POL3": Answer(
            voices=(Voice("coordinator", Fraction(4)), Voice("coordinator", Fraction(3)))
        ),
        "POL4": Answer(state=State.NOT_APPLICABLE),
        "CONT1": Answer(state=State.LATER),
        "CONT2": ONE,
    }
    profile = done._replace(answers=answers, context={"project-share": 1, "initiatives": 2})
    assert listed(at_end(begin, profile, questionnaire=ruled)) == [
        "1 question is still open: CONT1.",
        "1 question about the setting is not answered: Has anything been started?",
        "1 answer is unsure: POL2.",
        "1 question does not apply, and no reason is given: POL4.",
        "2 answers have no document to show for them: POL2, POL3.",
        "Not heard yet, for a valid assessment: line manager, 2 from different units",
    ]


def test_what_was_said_leaves_the_list(begin: Begin, ruled: Questionnaire, done: Profile) -> None:
    document = (Evidence(EvidenceKind.DOCUMENT, "Minutes"),)
    answers = {
        **done.answers,
        "POL2": Answer(level=Fraction(3), evidence=document),
        "POL4": Answer(state=State.NOT_APPLICABLE, reason="No committees"),
    }
    here = (
        Participant("c1", "coordinator"),
        Participant("l1", "line-manager", "A"),
        Participant("l2", "line-manager", "B"),
    )
    profile = done._replace(answers=answers, participants=here)
    assert listed(at_end(begin, profile, questionnaire=ruled)) == []
    fewer = profile._replace(participants=here[:2])
    assert listed(at_end(begin, fewer, questionnaire=ruled)) == [
        "Not heard yet, for a valid assessment: line manager, from one more unit"
    ]


def test_the_next_on_the_list_and_back_again(begin: Begin, done: Profile) -> None:
    answers = {
        **done.answers,
        "POL2": replace(ONE, unsure=True),
        "CONT1": replace(ONE, unsure=True),
    }
    end = at_end(begin, done._replace(answers=answers))
    first = end.take("!").interview
    assert first.sitting.phase == AtQuestion("POL2")
    back = first.take("").interview
    assert back.sitting.phase == Finishing()
    second = back.take("!").interview
    assert second.sitting.phase == AtQuestion("CONT1")
    anew = second.take("").interview.take("!")
    assert anew.reply == ("You have been to every one of them; ! begins again.",)
    assert anew.interview.take("!").interview.sitting.phase == AtQuestion("POL2")


def test_going_somewhere_by_name_leads_back_as_well(begin: Begin, done: Profile) -> None:
    end = at_end(begin, done)
    assert played(end, "g POL3", "").sitting.phase == Finishing()
    assert played(end, "g nowhere").sitting.phase == Finishing()
    assert played(end, "b", "b", "").sitting.phase != Finishing(), "without g the way is as ever"


def test_open_items_do_not_keep_from_finishing(begin: Begin, done: Profile) -> None:
    profile = done._replace(answers={"POL1": ONE}, status=Status.IN_PROGRESS)
    complete = at_end(begin, profile).take("y").interview
    assert complete.over
    assert profile_of(complete).status is Status.COMPLETE
    held = profile_of(complete).answers
    assert {key for key, one in held.items() if one.level is not None} == {"POL1"}


def test_why_is_asked_after_the_follow_up_and_kept(begin: Begin, done: Profile) -> None:
    changed = played(begin(done), "g POL2", "3")
    assert isinstance(changed.sitting.phase, ShowingEvidence)
    why = changed.take("").interview
    assert why.sitting.phase == SayingWhyAmended(AtQuestion("POL4")), "before the next question"
    kept = why.take("We asked again")
    assert kept.changed
    (reason,) = profile_of(kept.interview).amended_because
    assert (reason.date, reason.reason) == (dt.date(2026, 3, 12), "We asked again")
    later = played(kept.interview, "g POL3", "2")
    assert not isinstance(later.sitting.phase, SayingWhyAmended), "asked once"


@pytest.mark.parametrize("line", ["x", "z", ":?", "?"])
def test_why_takes_no_single_letters(begin: Begin, done: Profile, line: str) -> None:
    why = played(at_end(begin, done), "g POL3", "2")
    outcome = why.take(line)
    assert outcome.interview.sitting.phase == why.sitting.phase
    assert not outcome.changed
    assert outcome.reply


def test_why_can_be_left(begin: Begin, done: Profile) -> None:
    why = played(at_end(begin, done), "g POL3", "2")
    assert isinstance(why.sitting.phase, SayingWhyAmended)
    assert why.take(":q").interview.over
    back = why.take(":b").interview
    assert back.sitting.phase == AtQuestion("POL3")
    assert isinstance(played(back, "1").sitting.phase, Finishing), "as it was: nothing to say"
    assert isinstance(played(back, "0").sitting.phase, SayingWhyAmended)
    skipped = why.take("").interview
    assert skipped.sitting.phase == Finishing()
    assert profile_of(skipped).amended_because == ()


def test_why_is_asked_again_at_the_end_where_it_was_skipped(begin: Begin, done: Profile) -> None:
    open_one = {key: one for key, one in done.answers.items() if key != "CONT2"}
    why = played(begin(done._replace(answers=open_one)), "g POL3", "2")
    assert why.sitting.phase == SayingWhyAmended(AtQuestion("CONT2"))
    assert "later" in why.screen.prompt
    again = played(why, "", "1", "")
    assert again.sitting.phase == SayingWhyAmended(Finishing())
    assert "without a reason" in again.screen.prompt
    end = played(again, "")
    assert end.sitting.phase == Finishing()
    assert played(end, "").over


def test_undoing_the_change_asks_for_no_reason(begin: Begin, done: Profile) -> None:
    changed = played(begin(done), "g POL3", "c words", "z")
    assert profile_of(changed).status is Status.COMPLETE
    assert played(changed, "g POL2").sitting.phase == AtQuestion("POL2")


def test_without_words_for_the_result_it_is_over(begin: Begin, done: Profile) -> None:
    assert at_end(begin, done._replace(status=None)).take("y").interview.over


def test_without_a_level_there_is_no_result(
    begin: Begin, ruled: Questionnaire, done: Profile
) -> None:
    nothing = done._replace(answers={"POL1": Answer(state=State.UNKNOWN)}, status=None)
    assert at_end(begin, nothing, questionnaire=ruled, result=True).take("y").interview.over


def test_the_result_is_shown_when_complete_and_offered_when_open(
    begin: Begin, ruled: Questionnaire, done: Profile
) -> None:
    end = at_end(begin, done._replace(status=None), questionnaire=ruled, result=True)
    assert end.take("y").interview.sitting.phase == SeeingResult()
    offered = end.take("").interview
    assert offered.sitting.phase == OfferingResult()
    for line in ("what", "?"):
        outcome = offered.take(line)
        assert outcome.interview.sitting.phase == OfferingResult()
        assert "y shows the result" in " ".join(outcome.reply)
    assert offered.take("b").interview.sitting.phase == Finishing()
    assert offered.take("n").interview.finished
    seen = offered.take("y").interview
    assert seen.sitting.phase == SeeingResult()
    assert "5 of 5 questions answered" in "\n".join(seen.screen.lines)
    assert isinstance(seen.take("y").interview.sitting.phase, Judging)
    for line in ("", "n", "q"):
        assert seen.take(line).interview.finished
    assert seen.leave().interview.finished


def test_a_result_is_seen_in_parts_that_fit_a_window(begin: Begin) -> None:
    interview = at_end(begin, example(), questionnaire=nordic(), result=True).take("y").interview
    first = interview
    seen: list[str] = []
    while "on" in interview.screen.prompt:
        assert 5 < len(interview.screen.lines) <= 22
        seen += interview.screen.lines
        interview = interview.take("").interview
    assert len(interview.screen.lines) <= 24
    assert "Weigh them now?" in interview.screen.prompt
    assert interview.sitting.phase != first.sitting.phase
    told = " ".join(seen + list(interview.screen.lines))
    assert "Lowest, at level 1" in told
    assert "Not known: BUD5" in told
    assert "--all" not in told, "what is no key here is not offered"
    assert first.sitting.phase == interview.take("b").interview.sitting.phase
    assert first.take("n").interview.finished
    assert "Enter goes on" in " ".join(first.take("?").reply)
    assert isinstance(first.take("y").interview.sitting.phase, Judging)


def test_what_stands_strong_comes_with_the_text_that_was_reached(
    begin: Begin, ruled: Questionnaire, done: Profile
) -> None:
    profile = done._replace(answers={**done.answers, "POL2": Answer(level=Fraction(3))})
    end = at_end(begin, profile, questionnaire=ruled, result=True, width=40)
    lines = end.take("y").interview.screen.lines
    assert lines[1] == "What stands strong"
    assert "Level 3: Built into the overall" in " ".join(" ".join(lines).split())
    assert all(len(line) <= 40 for line in lines)


def test_a_complete_profile_shows_its_result_again(
    begin: Begin, ruled: Questionnaire, done: Profile
) -> None:
    end = at_end(begin, done, questionnaire=ruled, result=True)
    outcome = end.take("y")
    assert outcome.interview.sitting.phase == SeeingResult()
    assert not outcome.changed
    assert end.take("").interview.over


def test_without_candidates_nothing_is_weighed(
    begin: Begin, ruled: Questionnaire, done: Profile
) -> None:
    top = {key: Answer(level=Fraction(2 if "C" in key else 4)) for key in done.answers}
    seen = at_end(begin, done._replace(answers=top), questionnaire=ruled, result=True).take("y")
    assert "Weigh" not in seen.interview.screen.prompt
    refused = seen.interview.take("y")
    assert refused.interview.sitting.phase == SeeingResult()
    assert refused.interview.take("").interview.finished


def test_without_rules_there_is_a_result_and_nothing_to_weigh(begin: Begin, done: Profile) -> None:
    seen = at_end(begin, done, result=True).take("y").interview
    assert seen.sitting.phase == SeeingResult()
    assert not any("work on" in line or "next step" in line for line in seen.screen.lines)
    assert "y weighs" not in " ".join(seen.take("?").reply)
    refused = seen.take("y")
    assert refused.reply == ("There is nothing to weigh. Enter ends.",)
    assert refused.interview.take("").interview.finished
