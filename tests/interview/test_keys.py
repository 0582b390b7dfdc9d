"""What each key does to an answer."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import get_args

import pytest

from sdgassess.interview.engine import PROMPTS, Interview
from sdgassess.interview.state.phases import AtQuestion, Commenting, Over, Phase, Practising
from sdgassess.model.profile import (
    Answer,
    Evidence,
    EvidenceKind,
    Period,
    Scope,
    State,
    Status,
)
from tests.interview.conftest import OPENING
from tests.interview.looking import FIRST, Asked, Begin, answer, profile_of


def test_nothing_is_stored_before_the_municipality_is_named(begin: Begin) -> None:
    interview = begin()
    for line in ("", "   ", "u", "\t", ":?", "?", ":b", "b", "3", "-"):
        outcome = interview.take(line)
        assert outcome.interview.profile is None
        assert not outcome.changed
        assert outcome.reply
        interview = outcome.interview
    assert begin().take(":q").interview.over
    assert begin().take("q").interview.over


def test_the_opening_is_stored_as_it_is_typed(begin: Begin) -> None:
    interview = begin(language="da", quick=True)
    outcome = interview.take("  Eksempelby ")
    for line in ("c Strategi, l l,line-manager Børn og Unge", "se, 2026-02-01", ""):
        outcome = outcome.interview.take(line)
    profile = profile_of(outcome.interview)
    assert profile.municipality.name == "Eksempelby"
    assert profile.municipality.country == "SE"
    assert profile.date == dt.date(2026, 2, 1)
    assert (profile.scope, profile.status) == (Scope.QUICK, Status.IN_PROGRESS)
    assert profile.language == "da"
    people = [(one.id, one.role, one.unit) for one in profile.participants]
    assert people == [
        ("c1", "coordinator", "Strategi"),
        ("l1", "line-manager", None),
        ("l2", "line-manager", None),
        ("l3", "line-manager", "Børn og Unge"),
    ]
    assert not profile.answers
    assert outcome.interview.screen.prompt == f"{FIRST}: "


def test_enter_takes_today_and_skips_the_rest_of_the_opening(asked: Asked) -> None:
    profile = profile_of(asked())
    assert profile.date == dt.date(2026, 3, 12)
    assert profile.municipality.country is None
    assert profile.participants == ()


def test_an_answer_stores_the_words_it_was_given_to(begin: Begin) -> None:
    interview = begin(language="da")
    for line in ("Eksempelby", "", "", "2", "1"):
        interview = interview.take(line).interview
    first, second = answer(interview), answer(interview, "POL3")
    assert first is not None
    assert second is not None
    assert (first.asked, first.means) == ("Er retningen vedtaget?", "Besluttet for sig")
    assert second.asked == "Følges beslutningerne op?"
    assert second.means == "Statements by single politicians", "the whole set is in one language"


@pytest.mark.parametrize("typed", ["3", " 3 ", "3.0", "4"])
def test_a_level_on_the_scale(asked: Asked, typed: str) -> None:
    given = answer(asked(typed))
    assert given is not None
    assert given.level == Fraction(typed.strip())


@pytest.mark.parametrize("typed", ["5", "-1", "1,5", "03", "0x1", "٣", "three", "1 2", "++", "<>"])
def test_what_is_no_level_changes_nothing(asked: Asked, typed: str) -> None:
    before = asked()
    outcome = before.take(typed)
    assert not outcome.changed
    assert outcome.interview.profile == before.profile
    assert outcome.interview.screen.lines == () or "comment" in outcome.interview.screen.prompt


def test_what_is_not_allowed_is_named_with_what_is(asked: Asked) -> None:
    said = " ".join(asked().take("h\x1b[2J").reply)
    assert "h\\x1b[2J" in said
    assert "0–4" in said
    assert "No political decision" not in said


def test_unknown_then_who_would_know(asked: Asked) -> None:
    interview = asked("u")
    assert answer(interview) == Answer(state=State.UNKNOWN, asked="Is the direction adopted?")
    given = answer(interview.take("Budget office").interview)
    assert given is not None
    assert given.who_knows == "Budget office"


def test_not_applicable_with_and_without_a_reason(asked: Asked) -> None:
    given = answer(asked("-", "No council here"))
    assert given is not None
    assert (given.state, given.reason) == (State.NOT_APPLICABLE, "No council here")
    outcome = asked("–").take("")
    bare = answer(outcome.interview)
    assert bare is not None
    assert (bare.state, bare.reason) == (State.NOT_APPLICABLE, None)
    assert "marked" in " ".join(outcome.reply)


@pytest.mark.parametrize("key", ["", "s"])
def test_enter_and_s_put_off_and_never_answer(asked: Asked, key: str) -> None:
    given = answer(asked(key))
    assert given is not None
    assert (given.state, given.level) == (State.LATER, None)


def test_enter_keeps_what_is_there(asked: Asked) -> None:
    before = asked("2", "b")
    outcome = before.take("")
    assert not outcome.changed
    assert outcome.interview.profile == before.profile
    assert outcome.interview.sitting.phase == AtQuestion("POL3")


def test_comments_are_added_and_the_question_stays(asked: Asked) -> None:
    interview = asked("c first", "c")
    assert interview.sitting.phase == Commenting(FIRST, AtQuestion(FIRST))
    interview = interview.take("05").interview
    given = answer(interview)
    assert given is not None
    assert (given.comment, given.state, given.level) == ("first\n05", State.LATER, None)
    assert interview.sitting.phase == AtQuestion(FIRST)
    both = answer(interview.take("1").interview)
    assert both is not None
    assert (both.comment, both.state, both.level) == ("first\n05", None, Fraction(1))


WORDS = "we talked about this in May"


def test_words_at_a_question_stay_on_the_line_and_are_kept_when_sent_again(asked: Asked) -> None:
    refused = asked(WORDS)
    assert (answer(refused), refused.screen.begun) == (None, WORDS)
    kept = refused.take(WORDS).interview
    commented = answer(kept)
    assert commented is not None
    assert (commented.comment, kept.screen.begun) == (WORDS, "")
    corrected = refused.take(f"2 {WORDS}").interview
    levelled = answer(corrected, FIRST)
    assert levelled is not None
    assert levelled.comment == WORDS
    assert levelled.level == 2


def _aloud(begin: Begin, *lines: str) -> Interview:
    """A sitting of plain lines, past its opening, after some more."""
    interview = begin(aloud=True)
    for line in (*OPENING, *lines):
        interview = interview.take(line).interview
    return interview


def test_without_a_line_to_edit_words_become_a_comment_with_a_yes(begin: Begin) -> None:
    kept = answer(_aloud(begin, WORDS, "j"))
    assert kept is not None
    assert kept.comment == WORDS
    assert answer(_aloud(begin, WORDS, "")) is None
    assert answer(_aloud(begin, WORDS, "n")) is None
    more = answer(_aloud(begin, WORDS, "and again in June", "y"))
    assert more is not None
    assert more.comment == f"{WORDS}\nand again in June"


def test_words_waiting_for_a_yes_are_kept_when_the_input_ends(begin: Begin) -> None:
    outcome = _aloud(begin, WORDS).leave()
    kept = answer(outcome.interview)
    assert kept is not None
    assert kept.comment == WORDS
    assert outcome.changed
    assert outcome.interview.over


def test_evidence_on_one_line(asked: Asked) -> None:
    interview = asked("e i Minutes of the board 2026-01-15 item 4", "e", "O said so")
    given = answer(interview)
    assert given is not None
    assert given.evidence == (
        Evidence(EvidenceKind.IN_USE, "Minutes of the board item 4", None, Period(2026, 1, 15)),
        Evidence(EvidenceKind.ORAL, "said so"),
    )
    assert interview.sitting.phase == AtQuestion(FIRST)


def test_evidence_is_asked_for_once_and_only_where_a_document_backs(asked: Asked) -> None:
    interview = asked("3")
    assert "What shows it?" in interview.screen.prompt
    interview = interview.take("").interview
    assert answer(interview) is not None
    again = interview.take("b").interview.take("4").interview
    assert "What shows it?" not in again.screen.prompt
    assert "What shows it?" not in asked("2", "g POL1", "4").screen.prompt, "perception"
    assert "What shows it?" not in asked("e d Strategy", "3").screen.prompt, "a document is named"
    assert "What shows it?" not in asked("2").screen.prompt, "nothing is needed for 2"


@pytest.mark.parametrize("lines", [("3",), ("u",), ("-",), ("c",), ("e",)])
@pytest.mark.parametrize("typed", ["7", "s", "x", "æ"])
def test_a_single_character_is_not_taken_for_words(
    asked: Asked, lines: tuple[str, ...], typed: str
) -> None:
    interview = asked(*lines)
    outcome = interview.take(typed)
    assert not outcome.changed
    assert outcome.interview.sitting.phase == interview.sitting.phase
    said = " ".join(outcome.reply)
    assert f"“{typed}”" in said
    assert all(way_out in said for way_out in (":q", ":b", ":?", "Enter"))


@pytest.mark.parametrize("lines", [("3",), ("u",), ("-",), ("c",), ("e",)])
def test_a_command_alone_does_in_free_text_what_it_does_elsewhere(
    asked: Asked, lines: tuple[str, ...]
) -> None:
    interview = asked(*lines)
    assert interview.take("q").interview.over
    assert interview.take("Q").interview.profile == interview.profile
    helped = interview.take("?")
    assert helped.interview.sitting.phase == interview.sitting.phase
    assert "Enter alone skips" in " ".join(helped.reply)
    assert interview.take("b").interview.sitting.phase == AtQuestion(FIRST)
    for same in ("q", "b", "?"):
        assert interview.take(f":{same}").interview == interview.take(same).interview


def test_every_phase_but_the_last_has_one_prompt() -> None:
    prompts = [prompt.phase for prompt in PROMPTS]
    assert len(prompts) == len(set(prompts))
    assert set(prompts) == set(get_args(Phase)) - {Over}


@pytest.mark.parametrize(
    ("line", "reply"), [("o", "0 of 5"), ("h", "line of keys"), ("l", "Dansk")]
)
def test_what_works_everywhere_works_at_practice(begin: Begin, line: str, reply: str) -> None:
    interview = begin()
    for typed in ("Eksempelby", "", "p", ""):
        interview = interview.take(typed).interview
    outcome = interview.take(line)
    assert isinstance(outcome.interview.sitting.phase, Practising)
    assert reply in " ".join(outcome.reply)
