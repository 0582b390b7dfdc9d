"""Last year's answer: after this year's, once, and never as this year's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from sdgassess.analysis.versions.lineage import comparable
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.last_year import LastYear, last_year
from sdgassess.interview.state.phases import (
    AtQuestion,
    SayingChange,
    SayingWhyChanged,
    ShowingEvidence,
)
from sdgassess.interview.view.check_list import check_list
from sdgassess.model.profile import (
    Answer,
    EarlierAnswer,
    Evidence,
    EvidenceKind,
    Profile,
    Voice,
    WasChange,
)
from sdgassess.model.question import (
    Change,
    ChangeKind,
    Comparable,
    Question,
    Text,
)
from sdgassess.model.questionnaire import Questionnaire
from tests.interview.earlier import LAST, MINUTES, ORIGIN, THEN
from tests.interview.looking import answer, profile_of

Begin = Callable[..., Interview]
Played = Callable[..., Interview]


@pytest.fixture
def played(begin: Begin, held: LastYear) -> Played:
    """A sitting with last year at hand, at its first question, after some lines."""

    def after(*lines: str, holding: LastYear = held) -> Interview:
        interview = begin(named(begin), held=holding)
        for line in lines:
            interview = interview.take(line).interview
        return interview

    return after


def named(begin: Begin) -> Profile:
    """A profile with a name and nothing else."""
    return profile_of(begin().take("Eksempelby").interview)


def said(interview: Interview, line: str) -> str:
    """What a line is answered with, on one line."""
    return " ".join(interview.take(line).reply)


def test_a_lower_level_keeps_last_years_beside_it_and_asks(played: Played) -> None:
    interview = played("2")
    assert interview.sitting.phase == SayingChange("POL2")
    now = answer(interview)
    assert now is not None
    assert now.was == EarlierAnswer(Fraction(3), None, THEN)
    shown = " ".join(interview.screen.lines)
    assert "Last year (2025-03-12): 3" in shown
    assert "Now: 2." in shown


@pytest.mark.parametrize(
    ("typed", "change"),
    [("w", WasChange.WORSE), ("m", WasChange.KNOWN_BETTER), ("W", WasChange.WORSE), ("", None)],
)
def test_worse_known_better_or_open(played: Played, typed: str, change: WasChange | None) -> None:
    interview = played("2", typed)
    now = answer(interview)
    assert now is not None
    assert now.was == EarlierAnswer(Fraction(3), None, THEN, change)
    if change:
        assert interview.sitting.phase == SayingWhyChanged("POL2")
        now = answer(interview.take("The vote in May").interview)
        assert now is not None
        assert now.was == EarlierAnswer(Fraction(3), None, THEN, change, "The vote in May")
    interview = interview.take("").interview if change else interview
    assert interview.sitting.phase == AtQuestion("POL3")


@pytest.mark.parametrize(
    ("typed", "change"), [("w", WasChange.WORSE), ("m", WasChange.KNOWN_BETTER)]
)
def test_the_reason_may_stand_in_the_same_line(
    played: Played, typed: str, change: WasChange
) -> None:
    interview = played("2", f"{typed} the vote in May")
    now = answer(interview)
    assert now is not None
    assert now.was == EarlierAnswer(Fraction(3), None, THEN, change, "the vote in May")
    assert interview.sitting.phase == AtQuestion("POL3")


def test_the_same_and_a_higher_level_ask_nothing(played: Played) -> None:
    for typed in ("3", "4"):
        interview = played(typed)
        assert interview.sitting.phase == ShowingEvidence("POL2")
        now = answer(interview)
        assert now is not None
        assert now.was is None


def test_last_years_voices_are_combined(played: Played) -> None:
    assert played("g POL1", "1").sitting.phase != SayingChange("POL1"), "1 is what they came to"
    assert played("g POL1", "0").sitting.phase == SayingChange("POL1")


def test_then_what_shows_it_then_the_rest(played: Played, held: LastYear) -> None:
    high = replace(held.answers["POL2"], level=Fraction(4))
    interview = played("3", holding=replace(held, answers={"POL2": high}))
    assert interview.sitting.phase == SayingChange("POL2")
    interview = interview.take("w").interview.take("").interview
    assert interview.sitting.phase == ShowingEvidence("POL2")
    interview = interview.take("").interview
    assert interview.sitting.phase == AtQuestion("POL3")
    interview = interview.take("g POL2").interview.take("3").interview
    assert interview.sitting.phase == AtQuestion("POL3"), "each is asked once"


def test_a_level_typed_instead_corrects_the_answer(played: Played) -> None:
    interview = played("2", "1")
    assert interview.sitting.phase == SayingChange("POL2"), "the other answer was not asked about"
    interview = interview.take("w").interview.take("").interview.take("b").interview
    now = answer(interview)
    assert now is not None
    assert (now.level, now.was) == (
        Fraction(1),
        EarlierAnswer(Fraction(3), None, THEN, WasChange.WORSE),
    )
    now = answer(interview.take("3").interview)
    assert now is not None
    assert now.was is None, "it is no longer lower"


@pytest.mark.parametrize("typed", ["u", "-", "s"])
def test_without_a_level_there_is_no_fall(played: Played, typed: str) -> None:
    now = answer(played("2", "w", "", "b", typed))
    assert now is not None
    assert now.was is None


def test_what_was_said_by_hand_is_left_while_the_level_stays(begin: Begin, held: LastYear) -> None:
    was = EarlierAnswer(Fraction(4), None, None, WasChange.CHANGED, "As we wrote ourselves")
    profile = named(begin)._replace(answers={"POL2": Answer(Fraction(2), was=was)})
    interview = begin(profile, held=held).take("c POL2 More words").interview
    now = answer(interview)
    assert now is not None
    assert now.was == was


def test_nothing_is_shown_before_this_years_answer(played: Played) -> None:
    for line in ("v", "k"):
        for typed in ((), ("s", "g POL2"), ("c words",)):
            outcome = played(*typed).take(line)
            assert "3" not in " ".join(outcome.reply)
            assert "Minutes" not in " ".join(outcome.reply)
            assert not outcome.changed


def test_a_rise_is_noted_on_request_only(played: Played) -> None:
    interview = played("4", "", "b", "v")
    assert interview.sitting.phase == SayingWhyChanged("POL2", AtQuestion("POL2"))
    looked = interview.take("").interview
    assert looked.profile == interview.profile, "looking changes nothing"
    assert looked.sitting.phase == AtQuestion("POL2")
    now = answer(interview.take("Renewed after the election").interview)
    assert now is not None
    assert now.was == EarlierAnswer(
        Fraction(3), None, THEN, WasChange.CHANGED, "Renewed after the election"
    )
    back = interview.take("Renewed after the election").interview.take("2").interview
    now = answer(back)
    assert now is not None
    assert now.was == EarlierAnswer(Fraction(3), None, THEN), (
        "a rise that became a fall is asked about"
    )
    assert back.sitting.phase == SayingChange("POL2")


def test_unknown_is_shown_without_a_question(played: Played) -> None:
    interview = played("4", "", "g POL4", "2", "b", "g POL4")
    outcome = interview.take("v")
    assert "Last year (2025-03-12): unknown." in " ".join(outcome.reply)
    assert outcome.interview.sitting.phase == AtQuestion("POL4")
    outcome = played("u", "", "b").take("v")
    assert "Last year (2025-03-12): 3" in " ".join(outcome.reply)
    assert outcome.interview.sitting.phase == AtQuestion("POL2")


def test_voices_are_shown_by_role_only_with_consent(
    played: Played, small: Questionnaire, held: LastYear
) -> None:
    both = played("g POL1", "1", "g POL1")
    allowed = replace(both.sitting, profile=profile_of(both)._replace(consent=True))
    assert "coordinator 3, line manager 1" in said(Interview(allowed), "v")
    assert "coordinator" not in said(both, "v"), "this year's room was not asked"
    silent = last_year(small, small, LAST._replace(consent=None))
    told = said(played("g POL1", "1", "g POL1", holding=silent), "v")
    assert "Voices: 1, 3" in told
    assert "manager" not in told
    assert held.answers["POL1"].shown.by_role


def test_without_a_last_year_the_keys_say_so(begin: Begin) -> None:
    interview = begin(named(begin))
    assert "no assessment of last year" in said(interview, "v")
    assert "is given" in said(interview, "k")
    helped = " ".join(interview.take("?").reply)
    assert "last year" not in helped


def test_k_brings_evidence_and_comment_once(played: Played) -> None:
    interview = played("2", "", "b", "c This year", "k")
    now = answer(interview)
    assert now is not None
    assert now.evidence == (MINUTES,)
    assert now.comment == "This year\nTwo\nlines"
    assert now.level == 2
    again = interview.take("k")
    assert not again.changed
    assert "already" in " ".join(again.reply)
    undone = answer(interview.take("z").interview)
    assert undone is not None
    assert (undone.evidence, undone.comment) == ((), "This year")


def test_k_at_what_shows_it_goes_on(played: Played) -> None:
    interview = played("4")
    assert "Minutes" in " ".join(interview.screen.lines)
    interview = interview.take("k").interview
    assert interview.sitting.phase == AtQuestion("POL3")
    now = answer(interview)
    assert now is not None
    assert now.evidence == (MINUTES,)


def test_k_where_there_is_only_a_comment_still_asks(played: Played, held: LastYear) -> None:
    only = replace(held.answers["POL2"], answer=Answer(Fraction(3), comment="Words"))
    interview = played("3", holding=replace(held, answers={"POL2": only}))
    assert interview.screen.lines == ("Last year: a comment; k keeps it.",)
    interview = interview.take("k").interview
    assert interview.sitting.phase == ShowingEvidence("POL2")
    interview = interview.take("d Plan").interview
    now = answer(interview)
    assert now is not None
    assert now.comment == "Words"
    assert now.evidence == (Evidence(EvidenceKind.DOCUMENT, "Plan"),)


def test_a_full_comment_is_not_made_longer(played: Played, held: LastYear) -> None:
    long = replace(held.answers["POL2"], answer=Answer(Fraction(3), comment="x" * 90_000))
    interview = played("3", "", "b", "c Mine", holding=replace(held, answers={"POL2": long}))
    outcome = interview.take("k")
    assert "full" in " ".join(outcome.reply)
    assert not outcome.changed


def test_in_other_words_only_looking(small: Questionnaire, played: Played) -> None:
    pol2 = small.questions["POL2"]
    kin = Change("1.1", ChangeKind.REWORDED, Comparable.APPROXIMATE)
    older = _with(small, "1.0", pol2._replace(text=Text({"en": "Was it adopted?"})))
    newer = _with(small, "1.1", pol2._replace(history=(kin,)))
    assert comparable(older, newer, "POL2") is Comparable.APPROXIMATE
    interview = played("2", holding=last_year(newer, older, LAST))
    assert interview.sitting.phase == AtQuestion("POL3"), "no fall where the words are others"
    interview = interview.take("b").interview
    assert "in other words then: Was it adopted?" in said(interview, "v")
    assert interview.take("v").interview.sitting.phase == AtQuestion("POL2")


def _with(questionnaire: Questionnaire, version: str, question: Question) -> Questionnaire:
    """The questionnaire in another version, with one question changed."""
    part = questionnaire.parts[0]
    node = part.parts[0]
    questions = tuple(question if one.id == question.id else one for one in node.questions)
    parts = (part._replace(parts=(node._replace(questions=questions),)), *questionnaire.parts[1:])
    return questionnaire._replace(version=version, parts=parts)


def test_what_comes_over_into_a_new_year(begin: Begin, held: LastYear) -> None:
    profile = profile_of(begin(held=held, follows=True).take("").interview)
    assert profile.municipality == LAST.municipality
    assert profile.participants == LAST.participants
    assert profile.units_covered == LAST.units_covered
    assert profile.group == LAST.group == "Managers"
    assert [pick.question for pick in profile.priorities] == ["CONT1"], "what there still is"
    assert profile.origin == ORIGIN
    assert (profile.answers, profile.context, profile.style) == ({}, {}, {})
    assert profile.consent is None
    assert profile.status is not None


def test_the_same_people_or_others(begin: Begin, held: LastYear) -> None:
    interview = begin(held=held, follows=True)
    assert interview.screen.prompt == "Who is here? (Enter = the same) "
    assert profile_of(interview.take("").interview).participants == LAST.participants
    others = interview.take("l School").interview
    assert [one.role for one in profile_of(others).participants] == ["line-manager"]
    assert others.take("b").interview.screen.prompt == "Who is here? (Enter = skip) "


@pytest.mark.parametrize("typed", ["2025-03-12", "2025-01-01"])
def test_a_date_that_does_not_come_after_is_refused(
    begin: Begin, held: LastYear, typed: str
) -> None:
    interview = begin(held=held, follows=True).take("").interview
    outcome = interview.take(typed)
    assert outcome.interview.sitting.phase == interview.sitting.phase
    assert "not after last year's assessment of 2025-03-12" in " ".join(outcome.reply)
    assert not outcome.changed


def test_what_came_over_is_saved_when_it_begins(begin: Begin, held: LastYear) -> None:
    outcome = begin(held=held, follows=True).take("")
    assert not outcome.changed
    assert outcome.interview.take("").changed


def test_a_day_that_cannot_be_is_not_offered(begin: Begin, held: LastYear) -> None:
    today = begin().sitting.setting.today
    late = replace(held, date=today)
    beginning = begin(held=late, follows=True).take("").interview
    assert beginning.screen.prompt == "Date: "
    shown = " ".join(beginning.screen.lines)
    assert "a day after 2026-03-12" in shown
    assert "Enter begins" not in shown
    refused = beginning.take("")
    assert refused.interview.sitting.phase == beginning.sitting.phase
    assert "not after last year's assessment" in " ".join(refused.reply)
    dated = refused.interview.take("2026-03-13").interview
    assert dated.screen.prompt == "Begin (Enter = yes): "
    assert dated.take("").changed


def test_keys_work_at_why_it_is_lower_but_w_is_worse(played: Played) -> None:
    asked = played("1")
    assert isinstance(asked.sitting.phase, SayingChange)
    assert "Undone" in " ".join(asked.take("z").reply)
    assert "questions answered" in " ".join(asked.take("o").reply)
    refused = asked.take("w c1")
    assert "neither w nor m" in " ".join(refused.reply)
    assert refused.interview.sitting.answering == ()


def test_what_last_year_answered_in_other_words_is_not_held_up(small: Questionnaire) -> None:
    """One version, mended in place: last year's file still quotes the words of then."""
    question, answer = next(
        (key, each) for key, each in LAST.answers.items() if each.level is not None
    )
    asked = next(iter(small.questions[question].text.words.values()))
    for wording, present in ((asked, True), ("Something else?", False), (None, True)):
        quoted = {**LAST.answers, question: replace(answer, asked=wording)}
        held = last_year(small, small, LAST._replace(answers=quoted))
        assert (question in held.answers) is present


def test_what_each_answered_alone_below_last_year_is_on_the_list_until_it_is_said_why(
    begin: Begin, held: LastYear
) -> None:
    voices = tuple(Voice("coordinator", Fraction(n), by=f"c{n}") for n in (0, 1, 1))
    profile = named(begin)._replace(answers={"POL2": Answer(voices=voices)})
    interview = begin(profile, held=held)
    sentence = "lower than last year, and it is not said why: POL2. There v asks."
    assert any(sentence in group.sentence for group in check_list(interview.sitting))
    asked = interview.take("g POL2").interview.take("v").interview
    assert isinstance(asked.sitting.phase, SayingChange)
    said = asked.take("w we lost the post").interview
    assert not any(sentence in group.sentence for group in check_list(said.sitting))
