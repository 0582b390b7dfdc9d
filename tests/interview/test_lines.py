"""One grammar for every line: an answer and its words together, and no typed text is ever lost."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sdgassess.interview.engine import Interview, Outcome
from sdgassess.interview.state.phases import (
    AtQuestion,
    Finishing,
    InTurn,
    KeepingWords,
    Revealing,
)
from sdgassess.model.profile import Answer, Profile, State
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.text import one_line
from tests.interview.conftest import OPENING, PEOPLE
from tests.interview.looking import FIRST, Asked, Begin, answer, profile_of
from tests.interview.test_laws import AT_THE_END, LENIENT, LINES


def _first(interview: Interview) -> Answer:
    """What is kept about the first question."""
    kept = answer(interview)
    assert kept is not None
    return kept


@pytest.mark.parametrize(
    ("line", "comment"),
    [
        ("2 because we decided it in May", "because we decided it in May"),
        ("2 - fordi vi besluttede det", "fordi vi besluttede det"),
        ("2, eftersom nämnden beslutade", "eftersom nämnden beslutade"),
        ("2: se protokollet", "se protokollet"),
        ("2 c only in schools", "only in schools"),
        ("2 kommentar: kun skolerne", "kun skolerne"),
    ],
)
def test_a_level_takes_the_words_behind_it_as_its_comment(
    asked: Asked, line: str, comment: str
) -> None:
    kept = _first(asked(line))
    assert (kept.level, kept.comment) == (Fraction(2), comment)


@pytest.mark.parametrize("line", ["u the head of finance", "vet ej, the head of finance"])
def test_who_would_know_may_stand_behind_unknown(asked: Asked, line: str) -> None:
    kept = _first(asked(line))
    assert kept.state is State.UNKNOWN
    assert kept.who_knows is not None
    assert kept.who_knows.lstrip(", ") == "the head of finance"


@pytest.mark.parametrize("line", ["- done by the region", "ikke relevant: done by the region"])
def test_a_reason_may_stand_behind_not_applicable(asked: Asked, line: str) -> None:
    kept = _first(asked(line))
    assert (kept.state, kept.reason) == (State.NOT_APPLICABLE, "done by the region")


@pytest.mark.parametrize(
    ("line", "state"),
    [
        *(("vet ej", State.UNKNOWN), ("Vet inte", State.UNKNOWN), ("ved ikke.", State.UNKNOWN)),
        *(("don’t know", State.UNKNOWN), ("ukendt", State.UNKNOWN)),
        *(("ikke relevant", State.NOT_APPLICABLE), ("ej tillämpligt", State.NOT_APPLICABLE)),
        *(("not applicable", State.NOT_APPLICABLE), ("senere", State.LATER)),
        *(("s the budget comes first", State.LATER), ("senare", State.LATER)),
    ],
)
def test_states_are_taken_in_every_language(asked: Asked, line: str, state: State) -> None:
    assert _first(asked(line)).state is state


@pytest.mark.parametrize("word", ["tilbage", "tillbaka", "back", "Tilbage"])
def test_keys_may_be_words(asked: Asked, word: str) -> None:
    assert asked("g POL1", ">", word).sitting.phase == AtQuestion("POL1")
    assert asked("stop").over
    assert asked("kommentar").screen.prompt == "Comment: "


def test_a_sentence_that_begins_like_a_state_is_none(asked: Asked) -> None:
    assert answer(asked("Later in May the council decided")) is None
    assert answer(asked("unknown to most of us")) is None


def test_a_doubt_a_count_and_evidence_stand_behind_a_level(asked: Asked) -> None:
    doubted = _first(asked("2 f"))
    assert (doubted.level, doubted.unsure) == (Fraction(2), True)
    backed = _first(asked("2 f e d Minutes 2026-01-15"))
    assert (backed.level, backed.unsure, backed.evidence[0].title) == (
        Fraction(2),
        True,
        "Minutes",
    )


@pytest.mark.parametrize("line", ["3 or 4", "3 eller 4", "2 of 5 committees", "3 4", "3-4 eller"])
def test_two_levels_and_a_count_are_no_level(asked: Asked, line: str) -> None:
    refused = asked(line)
    assert (answer(refused), refused.screen.begun) == (None, line)


def test_voices_take_words_behind_them(room: Asked) -> None:
    kept = _first(room("c2 l2,2 we all see it"))
    assert (len(kept.voices), kept.comment) == (3, "we all see it")
    assert answer(room("c2 l9 we all see it")) is None
    assert answer(room("c2 lx")) is None


def test_an_answer_and_its_words_are_taken_back_together(asked: Asked) -> None:
    before = asked()
    after = before.take("2 because of May").interview
    assert after.take("z").interview.profile == before.profile
    with_evidence = before.take("2 f e d Minutes 2026-01-15").interview
    assert with_evidence.take("z").interview.profile == before.profile


@pytest.mark.parametrize("where", ["g POL1", "g initiatives"])
def test_another_question_is_answered_by_its_id(asked: Asked, where: str) -> None:
    kept = _first(asked(where, f"{FIRST.lower()} 2 because of May"))
    assert (kept.level, kept.comment) == (Fraction(2), "because of May")
    named = _first(asked("g POL1", f"{FIRST}: 3 e i Minutes 2026-01-15"))
    assert (named.level, named.evidence[0].title) == (Fraction(3), "Minutes")


def test_a_remark_on_another_question_leaves_the_sitting_where_it_is(asked: Asked) -> None:
    after = asked("g POL1", f"{FIRST} c only in schools")
    assert _first(after).comment == "only in schools"
    assert after.sitting.phase == AtQuestion("POL1")
    assert asked("g POL1", FIRST).sitting.phase == AtQuestion(FIRST)


def test_words_about_another_question_become_its_comment(asked: Asked) -> None:
    words = f"{FIRST} er svært at vurdere"
    kept = asked("g POL1", words, words)
    assert _first(kept).comment == "er svært at vurdere"


def test_what_was_understood_and_changes_nothing_does_not_stay(room: Asked) -> None:
    assert room("w *").screen.begun == ""
    assert room("w c1", "w c1").screen.begun == ""
    assert room("w zebra").screen.begun == "w zebra"


def test_evidence_that_is_none_keeps_the_answer_waiting_on_the_line(asked: Asked) -> None:
    refused = asked("3 e 2")
    assert (answer(refused), refused.screen.begun) == (None, "3 e 2")


SHAPES = (
    *("{}", "{} {}", "3 {}", "2 f {}", "u {}", "- {}", "s {}", "c {}", "e {}", "3 c {}", "3 e {}"),
    *("vet ej, {}", "POL2 {}", "POL2 2 {}", "POL2 c {}", "POL9 {}", "c POL9 {}", "g {}", "w {}"),
    *("w + {}", "l {}", "c3 l1,2 {}", "c3 {}", "q {}", "b {}", "x {}", "z {}", "4/6 {}", "y {}"),
    *("n {}", "h m {}", "1 {}", "2026-13-01 {}", "{}\n{}", ":{}", "?{}", "  {}  ", "{} 3", "k {}"),
    *("m {}", "o {}", "f {}", "a {}", "> {}", "v {}", "r {}", "h {}", "cl {}", "1 cl {}"),
)


STARTS = ("new", "opened", "room", "end")


@given(
    start=st.sampled_from(STARTS),
    lines=st.lists(st.one_of(LINES, st.sampled_from(AT_THE_END)), max_size=15),
    shape=st.sampled_from(SHAPES),
    aloud=st.booleans(),
)
@example(start="new", lines=[], shape="{}", aloud=True)
@example(start="opened", lines=["g initiatives"], shape="{} {}", aloud=True)
@example(start="opened", lines=["4"], shape="{}", aloud=False)
@example(start="room", lines=["c3 l1,2", "4"], shape="{} {}", aloud=True)
@example(start="end", lines=["y", "y"], shape="{} {}", aloud=True)
@LENIENT
def test_no_typed_text_is_ever_lost(
    begin: Begin, ruled: Questionnaire, start: str, lines: list[str], shape: str, *, aloud: bool
) -> None:
    interview = _begun(begin, ruled, start, aloud=aloud)
    for line in lines:
        interview = interview.take(line).interview
    if interview.over or isinstance(interview.sitting.phase, InTurn):
        return  # what is typed unseen is not repeated: that would tell a vote
    words = ("tallhorse", "greenbird")[: shape.count("{}")]
    outcome = interview.take(shape.format(*words))
    for word in words:
        assert word in _sight(outcome), (interview.sitting.phase, shape)
    for word in words:
        if word in _waiting(outcome) or word in _file(outcome.interview.profile):
            left = (
                outcome.interview
                if outcome.interview.over
                else outcome.interview.leave().interview
            )
            assert word in _file(left.profile), "whatever ends the sitting keeps it"


@given(
    start=st.sampled_from(STARTS),
    lines=st.lists(st.one_of(LINES, st.sampled_from(AT_THE_END)), max_size=15),
    typed=st.sampled_from(["tallhorse", "p7 p9", "%%%"]),
)
@example(start="room", lines=["a", "2", "1", "2"], typed="tallhorse")
@LENIENT
def test_a_line_that_stays_to_be_corrected_is_named(
    begin: Begin, ruled: Questionnaire, start: str, lines: list[str], typed: str
) -> None:
    interview = _begun(begin, ruled, start, aloud=False)
    for line in lines:
        interview = interview.take(line).interview
    if interview.over:
        return
    outcome = interview.take(typed)
    if not outcome.interview.over and outcome.interview.screen.begun == typed:
        assert typed in one_line(" ".join(outcome.reply)), interview.sitting.phase


def test_a_round_that_waits_to_be_opened_says_what_can_be_typed(room: Asked) -> None:
    waiting = room("a", "2", "1", "2")
    assert isinstance(waiting.sitting.phase, Revealing)
    for line in ("tallhorse", "?"):
        reply = " ".join(waiting.take(line).reply)
        assert "Enter lays the voices on the table · b back · q save and stop" in one_line(reply)


def _begun(begin: Begin, ruled: Questionnaire, start: str, *, aloud: bool) -> Interview:
    """A sitting in its opening, at its first question, of several people, or at its end."""
    if start == "new":
        return begin(aloud=aloud)
    if start == "opened":
        return begin(_opened(begin), aloud=aloud)
    if start == "room":
        return begin(_opened(begin)._replace(participants=PEOPLE), aloud=aloud)
    interview = begin(_opened(begin), aloud=aloud, result=True, questionnaire=ruled)
    for _ in range(40):
        if isinstance(interview.sitting.phase, Finishing):
            return interview
        at_question = isinstance(interview.sitting.phase, AtQuestion)
        interview = interview.take("1" if at_question else "").interview
    raise AssertionError("a sitting comes to its end")


def _opened(begin: Begin) -> Profile:
    """A profile past its opening."""
    interview = begin()
    for line in OPENING:
        interview = interview.take(line).interview
    return profile_of(interview)


def _file(profile: Profile | None) -> str:
    """Everything that a profile holds."""
    return repr(profile)


def _waiting(outcome: Outcome) -> str:
    """The words that wait for a yes."""
    phase = outcome.interview.sitting.phase
    return phase.text if isinstance(phase, KeepingWords) else ""


def _sight(outcome: Outcome) -> str:
    """What is in the file or waits to be, is on the line, or is said back."""
    screen = outcome.interview.screen
    spoken = one_line(" ".join((*outcome.reply, *screen.lines, screen.prompt)))
    held = f"{_file(outcome.interview.profile)} {_waiting(outcome)}"
    return f"{held} {screen.begun} {spoken}"
