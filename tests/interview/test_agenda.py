"""A room that agrees on what is disputed, unknown or answered by too few, and on nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.agenda import Why, agenda
from sdgassess.analysis.merge.opening import opened as merge_opened
from sdgassess.cli.sitting.result import ReportedResult
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import (
    Agreeing,
    AskingConsent,
    AtQuestion,
    Finishing,
    SayingDissent,
    SeeingResult,
    Unsealing,
)
from sdgassess.interview.state.setting import Setting
from sdgassess.model.profile import (
    Agreement,
    Answer,
    Participant,
    PersonConsent,
    Profile,
    State,
    Voice,
)
from sdgassess.phrases.terms import words_about
from sdgassess.text import visible, width
from tests.given.questionnaires import nordic
from tests.given.sealed import AGENDA, DISPUTED, TOO_FEW, UNKNOWN, sent_in


def held(
    profile: Profile, *lines: str, language: str = "en", columns: int = 80, aloud: bool = False
) -> Interview:
    """A sitting that agrees, after some lines."""
    rules = nordic()
    setting = Setting(
        rules,
        words_about(rules, language),
        language,
        dt.date(2026, 3, 12),
        width=columns,
        workshop=True,
        aloud=aloud,
        result_words=ReportedResult(aloud=aloud),
    )
    interview = Interview.agreeing(setting, profile)
    for line in lines:
        interview = interview.take(line).interview
    return interview


def profile_of(interview: Interview) -> Profile:
    assert interview.profile is not None
    return interview.profile


def opened(consent: bool = True) -> Profile:
    return sent_in(sealed=False, consent=consent)


def core_ids() -> list[str]:
    return [question.id for question in nordic().questions.values() if question.core]


def test_disagreement_comes_first_the_widest_first_then_what_nobody_knew() -> None:
    items = agenda(nordic(), opened(), core_ids())
    assert items == (
        ("CORE2", Why.DISPUTED),
        ("POL1", Why.DISPUTED),
        (UNKNOWN, Why.UNKNOWN),
        (TOO_FEW, Why.TOO_FEW),
    )


def test_what_is_sealed_is_not_known_to_be_disputed() -> None:
    items = agenda(nordic(), sent_in(), core_ids())
    assert {why for _, why in items} == {Why.TOO_FEW}


def test_what_was_agreed_on_is_not_on_the_agenda_whoever_saw_it_otherwise() -> None:
    profile = opened()
    agreed = replace(
        profile.answers["CORE2"], level=Fraction(2), agreed=Agreement(("executive",), "so")
    )
    answers = {**profile.answers, "CORE2": agreed}
    left = [key for key, _ in agenda(nordic(), profile._replace(answers=answers), core_ids())]
    assert left == [key for key in AGENDA if key != "CORE2"]


def test_one_person_alone_is_never_too_few() -> None:
    profile = opened()
    alone = tuple(person for person in profile.participants if person.id == "c1")
    answers = {
        key: replace(answer, voices=tuple(v for v in answer.voices if v.by == "c1"))
        for key, answer in profile.answers.items()
    }
    items = agenda(
        nordic(), profile._replace(participants=alone, answers=answers), ["POL1", "CORE2"]
    )
    assert items == ()


def test_what_people_sent_in_is_opened_all_at_once_when_the_room_wishes() -> None:
    closed = held(sent_in())
    assert isinstance(closed.sitting.phase, Unsealing)
    shown = " ".join(" ".join(closed.screen.lines).split())
    assert "8 people have sent in answers; they are still sealed." in shown
    assert profile_of(closed) == sent_in(), "nothing is opened before"
    for slip in ("3", "x", "words", "?", "b"):
        assert profile_of(closed.take(slip).interview) == sent_in()
    assert profile_of(closed.take("n").interview) == sent_in()
    outcome = closed.take("")
    assert outcome.changed
    profile = profile_of(outcome.interview)
    assert not any(answer.sealed for answer in profile.answers.values())
    assert isinstance(outcome.interview.sitting.phase, AskingConsent)


@pytest.mark.parametrize(("line", "nobody_refused"), [("y", True), ("y", False), ("", False)])
def test_a_yes_of_the_room_is_said_with_the_no_of_somebody(
    line: str, *, nobody_refused: bool
) -> None:
    profile = sent_in()
    if not nobody_refused:
        refused = PersonConsent(by_role=False, comments=True)
        first, *rest = profile.participants
        profile = profile._replace(participants=(first._replace(consent=refused), *rest))
    asked = held(profile, "")
    assert isinstance(asked.sitting.phase, AskingConsent)
    reply = " ".join(" ".join(asked.take(line).reply).split())
    assert ("Answers are shown by role." in reply) == nobody_refused
    some = "Somebody said no: a role is shown only where no voice can be told by it."
    assert (some in reply) == (line == "y" and not nobody_refused)


def test_late_answers_stay_sealed_until_there_are_three() -> None:
    profile, late = sent_in(), {"l3"}
    early = opened()
    answers: dict[str, Answer] = {}
    for key, answer in early.answers.items():
        answers[key] = replace(
            answer, voices=tuple(v._replace(sealed=v.by in late) for v in answer.voices)
        )
    mixed = profile._replace(answers=answers, consent=False)
    interview = held(mixed)
    assert not isinstance(interview.sitting.phase, Unsealing)
    assert "stays sealed, until three more have answered" in " ".join(
        " ".join(interview.reply).split()
    )
    assert profile_of(interview) == mixed
    late |= {"l1", "l2"}
    for key, answer in early.answers.items():
        answers[key] = replace(
            answer, voices=tuple(v._replace(sealed=v.by in late) for v in answer.voices)
        )
    assert isinstance(
        held(profile._replace(answers=answers, consent=False)).sitting.phase, Unsealing
    )


def test_voices_stand_beside_anchors_and_what_is_agreed_is_recorded() -> None:
    interview = held(opened())
    assert interview.sitting.phase == Agreeing("CORE2")
    lines = interview.screen.lines
    assert "To agree on, 1 of 4 · seen differently" in lines
    assert any(line.startswith("3  x x") for line in lines)
    dissent = interview.take("2 xc the plan says so").interview
    assert isinstance(dissent.sitting.phase, SayingDissent)
    after = dissent.take("line managers: nobody has time").interview
    answer = profile_of(after).answers["CORE2"]
    assert answer.level == Fraction(2)
    assert answer.agreed == Agreement(
        ("executive", "coordinator"), "the plan says so", "line managers: nobody has time"
    )
    assert answer.voices == opened().answers["CORE2"].voices, "every voice stays as it was given"
    assert after.sitting.phase == Agreeing("POL1")


def test_where_nobody_named_a_level_the_question_is_put_to_the_room() -> None:
    interview = held(opened(), "", "")
    assert interview.sitting.phase == AtQuestion(UNKNOWN)
    assert "To agree on, 3 of 4 · nobody knew" in interview.screen.lines
    passed = interview.take("").interview
    assert profile_of(passed).answers[UNKNOWN] == opened().answers[UNKNOWN]
    assert passed.sitting.phase == Agreeing(TOO_FEW)


@pytest.mark.parametrize("away", ["", "s", ">"])
def test_passing_changes_nothing_and_leads_to_the_end(away: str) -> None:
    interview = held(opened(), away, away, away, away)
    assert isinstance(interview.sitting.phase, Finishing)
    assert profile_of(interview) == opened()


def test_back_leads_through_the_agenda_alone() -> None:
    interview = held(opened(), "", "", "")
    order = [interview.sitting.phase]
    for _ in range(3):
        interview = interview.take("b").interview
        order.append(interview.sitting.phase)
    assert [getattr(phase, "id", "") for phase in order] == list(reversed(AGENDA))
    assert "first question" in " ".join(interview.take("b").reply)


def test_it_ends_as_every_sitting_does() -> None:
    interview = held(opened(), "2 xcl so", "", "2 px so", "", "u", "economist", "")
    assert isinstance(interview.sitting.phase, Finishing)
    assert any("23 of 24" in line for line in interview.screen.lines)
    assert isinstance(interview.take("y").interview.sitting.phase, SeeingResult)


def test_where_nothing_is_disputed_it_says_so_and_ends() -> None:
    profile = opened()
    rest = {key: answer for key, answer in profile.answers.items() if key not in AGENDA}
    known = {key: Answer(level=Fraction(2)) for key in AGENDA}
    interview = held(profile._replace(answers={**rest, **known}))
    assert "Nothing is disputed, unknown or answered by too few." in interview.reply
    assert isinstance(interview.sitting.phase, Finishing)


def test_a_sitting_that_is_left_goes_on_with_what_is_left() -> None:
    left = held(opened(), "2 xc so", "", "q")
    assert left.over
    again = held(profile_of(left))
    assert again.sitting.phase == Agreeing("POL1")
    assert list(again.sitting.agenda) == list(AGENDA[1:])


def test_undone_an_agreement_is_on_the_table_again() -> None:
    after = held(opened(), "2 xc so", "", "z")
    before = profile_of(after).answers["CORE2"]
    assert before.agreed is None or before.agreed.dissent is None
    assert after.sitting.phase == Agreeing("CORE2")


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("aloud", [False, True])
def test_every_anchor_is_shown_where_a_level_is_asked_for(language: str, aloud: bool) -> None:
    for key in DISPUTED:
        interview = held(opened(), language=language, aloud=aloud)
        while getattr(interview.sitting.phase, "id", "") != key:
            interview = interview.take("").interview
        shown = " ".join(" ".join(interview.screen.lines).split())
        for option in nordic().questions[key].options:
            assert option.text.in_language(language)[0] in shown


def test_who_says_that_it_does_not_apply_is_not_one_too_few() -> None:
    level = Voice("line-manager", Fraction(2), by="l1")
    exempt = Voice("line-manager", state=State.NOT_APPLICABLE, reason="No unit", by="l2")
    silent = exempt._replace(state=State.LATER, reason=None)
    for second, items in ((exempt, ()), (silent, (("LED1", Why.TOO_FEW),))):
        people = tuple(Participant(slot, "line-manager") for slot in ("l1", "l2"))
        profile = opened()._replace(
            participants=people, answers={"LED1": Answer(voices=(level, second))}
        )
        assert agenda(nordic(), profile, ["LED1"]) == items


@pytest.mark.parametrize(
    ("answer", "is_due"),
    [
        (Answer(), True),
        (Answer(state=State.LATER), True),
        (Answer(state=State.NOT_ASKED), False),
        (Answer(state=State.NOT_APPLICABLE, reason="No council"), False),
        (Answer(level=Fraction(2)), False),
    ],
)
def test_what_the_room_has_settled_is_not_answered_by_too_few(
    answer: Answer, is_due: bool
) -> None:
    profile = opened()._replace(answers={"LED1": answer})
    assert agenda(nordic(), profile, ["LED1"]) == ((("LED1", Why.TOO_FEW),) if is_due else ())


LINES = st.sampled_from(
    [
        *("", "0", "2", "4", "2 xc so", "1 l", "9", "u", "-", "s", "c words", "e d Minutes"),
        *("b", ">", "z", "g POL1", "g CORE2", "g COORD1", "o", "r", "?", "x", "a", "f", "y"),
        *("n", "!", "w c1", "w *", "l da", "p3 l2", "words that are long", "POL3 2", ":b"),
    ]
)


@given(lines=st.lists(LINES, max_size=25), sealed=st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_lines_are_taken_and_nothing_that_was_typed_is_lost(
    lines: list[str], sealed: bool
) -> None:
    interview = held(sent_in(sealed=sealed), columns=40)
    for line in lines:
        outcome = interview.take(line)
        shown = (*outcome.reply, *outcome.interview.screen.lines)
        assert all(visible(text) == text for text in shown)
        assert all(width(text) <= 40 for text in outcome.interview.screen.lines)
        assert outcome.changed == (outcome.interview.profile != interview.profile)
        before, after = profile_of(interview), profile_of(outcome.interview)
        if line not in ("x", "z", "u", "-"):
            assert _levels(before) <= _levels(after), "only what is taken away goes"
        if line.startswith(("c ", "e ")) and isinstance(
            interview.sitting.phase, Agreeing | AtQuestion
        ):
            assert after != before, "words are kept"
        interview = outcome.interview


def _levels(profile: Profile) -> set[str]:
    return {key for key, answer in profile.answers.items() if answer.level is not None}


def test_the_order_of_the_file_does_not_change_the_agenda() -> None:
    chance, profile = Random(3), opened()
    expected = agenda(nordic(), profile, core_ids())
    keys = list(profile.answers)
    for _ in range(5):
        chance.shuffle(keys)
        answers: Mapping[str, Answer] = {
            key: replace(
                profile.answers[key],
                voices=tuple(
                    chance.sample(profile.answers[key].voices, len(profile.answers[key].voices))
                ),
            )
            for key in keys
        }
        assert agenda(nordic(), profile._replace(answers=answers), core_ids()) == expected


def test_what_cannot_be_here_is_not_on_the_agenda() -> None:
    profile = opened()
    answers = {**profile.answers, UNKNOWN: Answer(state=State.NOT_APPLICABLE, reason="so")}
    left = [key for key, _ in agenda(nordic(), profile._replace(answers=answers), core_ids())]
    assert UNKNOWN not in left


def test_a_room_opens_what_only_two_of_it_were_asked() -> None:
    profile = sent_in()
    two = replace(
        profile.answers["CORE2"],
        voices=tuple(v for v in profile.answers["CORE2"].voices if v.role == "executive"),
    )
    fewer = profile._replace(answers={**profile.answers, "CORE2": two}, consent=False)
    after = profile_of(held(fewer, ""))
    assert after.answers["CORE2"].sealed == 0
    assert merge_opened(fewer).profile.answers["CORE2"].sealed == 2, "alone they wait for a third"
