"""Between two questions: the prompt for evidence, and words about another question."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import (
    AtContext,
    AtQuestion,
    Finishing,
    ShowingEvidence,
)
from sdgassess.model.profile import (
    Answer,
    Evidence,
    EvidenceKind,
    Period,
    State,
)
from sdgassess.typed.keys import evidence_typed

Asked = Callable[..., Interview]
Begin = Callable[..., Interview]

FIRST, SECOND = "POL2", "POL3"
WAITING = pytest.mark.parametrize("before", [("3",), ("e",)])
"""After a high answer, and after `e` at a question that is not answered yet."""


def answer(interview: Interview, question: str = FIRST) -> Answer:
    assert interview.profile is not None
    return interview.profile.answers.get(question, Answer())


@WAITING
def test_a_comment_is_kept_with_the_question_and_evidence_is_still_due(
    asked: Asked, before: tuple[str, ...]
) -> None:
    waiting = asked(*before)
    after = waiting.take("c my comment").interview
    assert answer(after).comment == "my comment"
    assert answer(after).evidence == ()
    assert after.sitting.phase == waiting.sitting.phase
    two = asked(*before, "c", "my comment")
    assert answer(two).comment == "my comment"
    assert two.sitting.phase == waiting.sitting.phase


@WAITING
@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ("e i Dagsorden 2026-01-01", EvidenceKind.IN_USE, "Dagsorden"),
        ("E d Dagsorden 2026-01-01", EvidenceKind.DOCUMENT, "Dagsorden"),
        ("e Dagsorden 2026-01-01", EvidenceKind.DOCUMENT, "Dagsorden"),
        ("o sagt i byrådet 2026-01-01", EvidenceKind.ORAL, "sagt i byrådet"),
        ("i Dagsorden 2026-01-01", EvidenceKind.IN_USE, "Dagsorden"),
        ("d 4711 2026-01-01", EvidenceKind.DOCUMENT, "4711"),
        ("e POL2 i Dagsorden 2026-01-01", EvidenceKind.IN_USE, "Dagsorden"),
    ],
)
def test_evidence_is_read_as_behind_e(
    asked: Asked, before: tuple[str, ...], typed: str, kind: EvidenceKind, title: str
) -> None:
    kept = answer(asked(*before, typed)).evidence
    assert kept == (Evidence(kind, title, None, Period(2026, 1, 1)),)


def test_after_evidence_the_next_question_is_due_or_the_same(asked: Asked) -> None:
    assert asked("3", "e i Dagsorden").sitting.phase == AtQuestion(SECOND)
    assert asked("e", "e i Dagsorden").sitting.phase == AtQuestion(FIRST)


@WAITING
def test_g_goes_and_keeps_nothing(asked: Asked, before: tuple[str, ...]) -> None:
    waiting = asked(*before)
    outcome = waiting.take("g CONT1")
    assert outcome.interview.sitting.phase == AtQuestion("CONT1")
    assert not outcome.changed
    for wish in ("g", "g nowhere"):
        outcome = waiting.take(wish)
        assert outcome.interview.sitting.phase == waiting.sitting.phase
        assert not outcome.changed
        assert outcome.reply


@WAITING
@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_level_corrects_the_answer(asked: Asked, before: tuple[str, ...], level: int) -> None:
    outcome = asked(*before).take(str(level))
    assert answer(outcome.interview).level == Fraction(level)
    assert answer(outcome.interview).evidence == ()
    assert f"POL2 = {level}" in " ".join(outcome.reply)
    assert outcome.interview.sitting.phase == AtQuestion(SECOND)


def test_a_level_that_needs_evidence_asks_for_it_again(asked: Asked) -> None:
    interview = asked("3", "4")
    assert answer(interview).level == 4
    assert interview.sitting.phase == ShowingEvidence(FIRST)
    assert interview.take("").interview.sitting.phase == AtQuestion(SECOND)


@WAITING
@pytest.mark.parametrize(
    "typed",
    ["2,5", "7.5", "12", "2-3", "3.", "2026", "2026-02-30", "2026-01-01", ":u", "e", "e 3"],
)
def test_what_is_plainly_no_title_is_refused(
    asked: Asked, before: tuple[str, ...], typed: str
) -> None:
    waiting = asked(*before)
    outcome = waiting.take(typed)
    assert not outcome.changed
    assert outcome.interview.sitting.phase == waiting.sitting.phase
    assert outcome.reply


def test_a_number_names_the_way_to_keep_it(asked: Asked) -> None:
    assert "d 2026" in " ".join(asked("3").take("2026").reply)
    assert "no day 2026-02-30" in " ".join(asked("3").take("2026-02-30").reply)


def test_behind_e_on_the_line_the_same_is_refused_and_named(asked: Asked) -> None:
    outcome = asked().take("e 2,5")
    assert not outcome.changed
    assert "2,5" in " ".join(outcome.reply)
    assert outcome.interview.sitting.phase == ShowingEvidence(FIRST, AtQuestion(FIRST))


@pytest.mark.parametrize(
    "title", ["23/4711", "Plan 3", "d 3.1", "CORE1", "3 punkter", "§ 12, stk. 2"]
)
def test_titles_with_figures_are_titles(title: str) -> None:
    assert evidence_typed(title) is not None


@pytest.mark.parametrize("at", ["POL1", "project-share"])
def test_words_about_another_question(asked: Asked, at: str) -> None:
    waiting = asked("3", "Strategy", "1", f"g {at}")
    outcome = waiting.take("c pol3 looked at again")
    assert answer(outcome.interview, SECOND).comment == "looked at again"
    assert answer(outcome.interview, SECOND).level == 1
    assert outcome.interview.sitting.phase == waiting.sitting.phase
    assert SECOND in " ".join(outcome.reply)
    outcome = outcome.interview.take("e POL2: i Minutes 2026-01-15")
    shown = answer(outcome.interview).evidence
    assert [(one.kind, one.title) for one in shown] == [
        (EvidenceKind.DOCUMENT, "Strategy"),
        (EvidenceKind.IN_USE, "Minutes"),
    ]
    assert outcome.interview.sitting.phase == waiting.sitting.phase


@pytest.mark.parametrize("key", ["c", "e"])
def test_another_question_named_alone_is_asked_about(asked: Asked, key: str) -> None:
    interview = asked("2", f"{key} POL2")
    assert FIRST in interview.screen.prompt
    assert interview.take("3").interview.profile == interview.profile, "whose level would that be?"
    done = interview.take("Some words").interview
    assert done.sitting.phase == AtQuestion(SECOND)
    given = answer(done)
    assert given.comment == "Some words" or given.evidence[0].title == "Some words"
    for back in ("", "b"):
        assert interview.take(back).interview.sitting.phase == AtQuestion(SECOND)


def test_words_about_the_question_before_while_evidence_is_due(asked: Asked) -> None:
    interview = asked("2", "3", "c POL2 by the way")
    assert answer(interview).comment == "by the way"
    assert interview.sitting.phase == ShowingEvidence(SECOND)
    interview = interview.take("e POL2 o Said so").interview
    assert answer(interview).evidence[0].title == "Said so"
    assert interview.sitting.phase == ShowingEvidence(SECOND)


def test_words_about_an_unanswered_question_leave_it_open(asked: Asked) -> None:
    given = answer(asked("c CONT1 to be asked"), "CONT1")
    assert (given.comment, given.state) == ("to be asked", State.LATER)


@pytest.mark.parametrize("line", ["c POL4 some words", "e POL4 A paper", "c POL9 some words"])
@pytest.mark.parametrize("at", ["POL1", "project-share"])
def test_words_about_what_is_not_asked_are_refused_and_shown(
    asked: Asked, line: str, at: str
) -> None:
    outcome = asked(f"g {at}").take(line)
    assert not outcome.changed
    said = " ".join(outcome.reply)
    assert line.split()[1] in said
    assert line.split(maxsplit=2)[2] in said


def test_words_that_only_look_a_little_like_an_id_are_words(asked: Asked) -> None:
    for words in ("SDG16 is missing", "politics", "POL is the part", "2030"):
        assert answer(asked(f"c {words}")).comment == words


def test_help_tells_how_to_comment_on_the_question_before(asked: Asked) -> None:
    assert "c POL2" in "\n".join(asked("2").take("??").reply)
    assert "c POL2" in "\n".join(asked().take("??").reply)


def test_words_at_the_end_too(asked: Asked) -> None:
    interview = asked("1", "1", "1", "1", "1", "y", "1", "1", "")
    assert interview.sitting.phase == Finishing()
    outcome = interview.take("c POL1 at the end")
    assert answer(outcome.interview, "POL1").comment == "at the end"
    assert outcome.interview.sitting.phase == Finishing()


def test_at_a_context_question_words_need_their_question(asked: Asked) -> None:
    outcome = asked("g project-share").take("c words")
    assert not outcome.changed
    assert "c words" in " ".join(outcome.reply)
    assert outcome.interview.sitting.phase == AtContext("project-share")


@pytest.mark.parametrize("before", [("3",), ("-",), ("u",), ("c",)])
def test_a_control_character_where_words_are_due_is_named_harmlessly(
    asked: Asked, before: tuple[str, ...]
) -> None:
    said = " ".join(asked(*before).take("\x07").reply)
    assert "\x07" not in said
    assert "\\x07" in said
