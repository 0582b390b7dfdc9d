"""Several lines that came at once are words: offered as a comment, never answers or evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.interview.state.phases import AtQuestion, KeepingWords
from sdgassess.model.profile import Profile, State
from tests.interview.looking import FIRST, Asked, Begin, answer
from tests.interview.test_laws import LENIENT, LINES

PASTED = "We discussed it for long:\n3\n2 of 5 committees take part\n1\n0"
PASTES = [
    PASTED,
    "3\n2\n1",
    "q\nq",
    "y\ny\n3",
    "\n3",
    "e Plan\n2026-01-15",
    "c3 l1\nx",
    "u\nu",
    "z\nz",
]
RAW = "• first\n•\tsecond\x0bsame bullet\u2028next"
CLEAN = "• first\n•\tsecond\nsame bullet\nnext"


@pytest.mark.parametrize("pasted", PASTES)
def test_lines_at_a_question_are_offered_as_a_comment(asked: Asked, pasted: str) -> None:
    before = asked()
    offered = before.take(pasted).interview
    assert offered.sitting.phase == KeepingWords(FIRST, pasted.strip())
    assert offered.profile == before.profile
    dropped = offered.take("").interview
    assert (dropped.sitting.phase, dropped.profile) == (AtQuestion(FIRST), before.profile)
    told = answer(offered.take("y").interview)
    assert told is not None
    assert (told.comment, told.level, told.evidence) == (pasted.strip(), None, ())


def test_lines_behind_the_key_of_a_comment_are_the_comment(asked: Asked) -> None:
    told = answer(asked().take("c first\n3\n- last").interview)
    assert told is not None
    assert (told.comment, told.level) == ("first\n3\n- last", None)


def test_lines_where_evidence_is_due_are_no_evidence(asked: Asked) -> None:
    at_evidence = asked().take("e").interview
    kept = at_evidence.take("Plan\n2026-01-15").interview.take("y").interview
    told = answer(kept)
    assert told is not None
    assert (told.evidence, told.comment) == ((), "Plan\n2026-01-15")


def test_lines_before_there_is_a_question_are_not_taken(begin: Begin) -> None:
    outcome = begin().take("Eksempelby\nDK\n2026-03-12")
    assert outcome.interview.profile is None
    assert outcome.reply


@pytest.mark.parametrize("pasted", [RAW, RAW.replace("\n", "\r\n"), "\ufeff" + RAW + "\x1b\x00"])
def test_what_is_pasted_is_kept_clean(asked: Asked, pasted: str) -> None:
    told = answer(asked().take("c").interview.take(pasted).interview)
    assert told is not None
    assert told.comment == CLEAN


@given(lines=st.lists(LINES, max_size=25), pasted=st.sampled_from(PASTES))
@LENIENT
def test_wherever_they_come_lines_answer_nothing(
    begin: Begin, lines: list[str], pasted: str
) -> None:
    interview = begin()
    for line in lines:
        interview = interview.take(line).interview
    after = interview.take(pasted).interview
    assert _answers(after.profile) == _answers(interview.profile)
    assert after.over == interview.over


def _answers(profile: Profile | None) -> tuple[object, ...]:
    """What was answered, judged and picked, without the words that lines may become."""
    if profile is None:
        return ()
    answers = {
        question: (
            each.level,
            each.state is not State.LATER and each.state,  # a comment alone leaves it to be asked
            each.voices,
            each.evidence,
            each.unsure,
        )
        for question, each in profile.answers.items()
    }
    bare = {question: each for question, each in answers.items() if any(each)}
    return bare, profile.context, profile.style, profile.judgement, profile.priorities
