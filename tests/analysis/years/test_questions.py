"""One question in two years: which way it went, or why it cannot be said."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sdgassess.analysis.years.questions import (
    Because,
    Direction,
    Lineage,
    Move,
    When,
    hold,
)
from sdgassess.model.profile import Answer, Evidence, EvidenceKind
from sdgassess.model.question import Comparable
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score
from tests.given.questionnaires import FIRST, added, rescaled, reworded, version_of
from tests.given.years import year


def held(then: Score, now: Score, question: str) -> Move:
    """The verdict on one question."""
    return hold(then, now, Lineage())[question]


@pytest.mark.parametrize(
    ("before", "after", "direction", "steps"),
    [
        (1, 3, Direction.UP, 2),
        (3, 0, Direction.DOWN, 3),
        (2, 2, Direction.SAME, 0),
    ],
)
def test_levels_on_one_scale(before: int, after: int, direction: Direction, steps: int) -> None:
    move = held(year({"POL1": before}), year({"POL1": after}), "POL1")
    assert (move.direction, move.steps, move.because) == (direction, steps, None)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("?", 2, "unknown-then"),
        (2, "?", "unknown-now"),
        ("?", "?", "unknown-then-and-now"),
        ("-", 2, "not-applicable-then"),
        (2, ".", "not-asked-now"),
        ("?", ".", "not-asked-now"),
        ("-", "?", "unknown-now"),
    ],
)
def test_a_lacking_level_says_which_and_when(before: object, after: object, reason: str) -> None:
    move = held(year({"POL1": before}), year({"POL1": after}), "POL1")
    assert move.direction is Direction.NOT_COMPARABLE
    assert move.reason == reason
    assert move.steps == 0


def test_a_quick_scan_is_held_only_against_what_it_asked() -> None:
    every = dict.fromkeys(FIRST.questions, 2)
    moves = hold(year(every), year(every, scope="quick"), Lineage())
    core = set(FIRST.question_ids(quick=True))
    for question, move in moves.items():
        if question in core:
            assert move.direction is Direction.SAME
        else:
            assert (move.because, move.when) == (Because.NOT_ASKED, When.LATER)


def test_a_rise_under_easier_words_is_no_progress() -> None:
    easier = version_of("1.1", reworded("POL1"))
    move = held(year({"POL1": 1}), year({"POL1": 4}, rules=easier), "POL1")
    assert (move.direction, move.because) == (Direction.NOT_COMPARABLE, Because.REWORDED)


def test_nearly_the_same_words_are_shown_and_not_counted() -> None:
    near = version_of("1.1", reworded("POL1", kin=Comparable.APPROXIMATE))
    move = held(year({"POL1": 1}), year({"POL1": 2}, rules=near), "POL1")
    assert (move.direction, move.because) == (Direction.NOT_COMPARABLE, Because.REWORDED)
    assert move.approximate
    assert (move.before.level, move.after.level) == (Fraction(1), Fraction(2))


def test_words_that_their_authors_call_the_same_are_compared() -> None:
    same = version_of("1.1", reworded("POL1", kin=Comparable.EXACT))
    move = held(year({"POL1": 1}), year({"POL1": 2}, rules=same), "POL1")
    assert (move.direction, move.steps) == (Direction.UP, 1)


def test_another_scale_with_a_map_is_compared_on_the_newer_scale() -> None:
    exact = version_of("1.1", rescaled("POL1", {0: 0, 1: 0, 2: 1, 3: 3, 4: 4}, Comparable.EXACT))
    then, now = year({"POL1": 2}), year({"POL1": 1}, rules=exact)
    move = held(then, now, "POL1")
    assert (move.direction, move.before.level) == (Direction.SAME, Fraction(1))
    assert held(now, then, "POL1").direction is Direction.SAME


def test_a_level_that_the_map_lacks_is_not_compared() -> None:
    exact = version_of("1.1", rescaled("POL1", {0: 0, 4: 4}, Comparable.EXACT))
    move = held(year({"POL1": 2}), year({"POL1": 2}, rules=exact), "POL1")
    assert (move.direction, move.because) == (Direction.NOT_COMPARABLE, Because.RESCALED)


def test_another_scale_without_comparison_says_so() -> None:
    other = version_of("1.1", rescaled("POL1", None, Comparable.NONE))
    move = held(year({"POL1": 2}), year({"POL1": 3}, rules=other), "POL1")
    assert move.because is Because.RESCALED


def test_what_came_and_went_is_named_as_time_runs() -> None:
    newer = version_of("1.1", added("POL7", "POL2"), without=["POL6"])
    then, now = year({"POL6": 2}), year({"POL7": 2}, rules=newer)
    moves = hold(then, now, Lineage())
    assert moves["POL7"].because is Because.ADDED
    assert moves["POL6"].because is Because.REMOVED
    back = hold(now, then, Lineage())
    assert back["POL7"].because is Because.REMOVED
    assert back["POL6"].because is Because.ADDED


def backed(kind: EvidenceKind | None, level: int, basis: Basis) -> Score:
    """A year with one answer and one piece of evidence."""
    proof = (Evidence(kind, "Referat"),) if kind else ()
    answer = Answer(Fraction(level), evidence=proof)
    plain = year({"POL1": level}, basis=basis)
    changed = plain.profile._replace(answers={"POL1": answer})
    from sdgassess.scoring.score import score

    return score(FIRST, changed, basis)


@pytest.mark.parametrize("basis", list(Basis))
def test_what_is_only_better_backed_never_counts_as_up(basis: Basis) -> None:
    then, now = backed(None, 3, basis), backed(EvidenceKind.DOCUMENT, 3, basis)
    move = held(then, now, "POL1")
    assert (move.direction, move.steps, move.better_backed) == (Direction.SAME, 0, True)
    assert not held(now, then, "POL1").better_backed
    assert held(now, then, "POL1").direction is Direction.SAME


def test_an_answer_that_rose_is_up_however_it_is_backed() -> None:
    then, now = backed(None, 2, Basis.ANSWERED), backed(EvidenceKind.DOCUMENT, 3, Basis.ANSWERED)
    move = held(then, now, "POL1")
    assert (move.direction, move.better_backed) == (Direction.UP, False)
