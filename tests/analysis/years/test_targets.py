"""What became of the picks: reached, on the way, not yet, or not to be told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.years.questions import Because, When
from sdgassess.analysis.years.targets import Aim, Outcome, aims
from sdgassess.language import Words
from sdgassess.media.report_screen import screen_of
from sdgassess.model.profile import Priority
from sdgassess.model.question import Comparable
from sdgassess.report.results.years import compare_result
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.targets import picks
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score
from tests.given.questionnaires import added, rescaled, reworded, version_of
from tests.given.screens import text_of_screen
from tests.given.years import year, years


def picked(question: str, target: int | None = None, **more: Any) -> tuple[Priority, ...]:
    """One pick."""
    return (Priority(question, None if target is None else target, **more),)


def only(*scores: Score) -> Aim:
    """The one pick among some years."""
    (found,) = aims(years(*scores))
    return found


def then(level: object, target: int | None, **more: Any) -> Score:
    """A year that picked POL1 at a level."""
    return year({"POL1": level}, "2025-03-01", priorities=picked("POL1", target), **more)


@pytest.mark.parametrize(
    ("before", "target", "after", "outcome"),
    [
        (1, 3, 3, Outcome.REACHED),
        (1, 3, 4, Outcome.REACHED),
        (1, 3, 2, Outcome.ON_THE_WAY),
        (1, 3, 1, Outcome.NOT_YET),
        (1, 3, 0, Outcome.NOT_YET),
        (0, 4, 1, Outcome.ON_THE_WAY),
        ("?", 3, 2, Outcome.NOT_YET),
        ("?", 3, 3, Outcome.REACHED),
        (1, None, 2, Outcome.REACHED),
        (1, None, 1, Outcome.NOT_YET),
        (0, None, 1, Outcome.ON_THE_WAY),
        (1, 3, "?", Outcome.NOT_COMPARABLE),
        (1, 3, ".", Outcome.NOT_COMPARABLE),
        (1, 3, "-", Outcome.NOT_COMPARABLE),
        ("?", None, 3, Outcome.NOT_COMPARABLE),
        (4, None, 4, Outcome.NOT_COMPARABLE),
    ],
)
def test_what_the_next_level_says_of_a_target(
    before: object, target: int | None, after: object, outcome: Outcome
) -> None:
    found = only(then(before, target), year({"POL1": after}, "2026-03-01"))
    assert found.outcome is outcome
    assert (found.earlier, found.later, found.question) == (0, 1, "POL1")


def test_a_missing_level_is_told_with_its_reason() -> None:
    found = only(then(1, 3), year({"POL1": "?"}, "2026-03-01"))
    assert (found.because, found.when) == (Because.UNKNOWN, When.LATER)
    quick = year({}, "2026-03-01", scope="quick")
    found = only(year({}, "2025-03-01", priorities=picked("POL2", 2)), quick)
    assert (found.because, found.when) == (Because.NOT_ASKED, When.LATER)


def test_a_year_that_cannot_tell_is_passed_over() -> None:
    silent = year({"POL1": "?"}, "2026-03-01")
    third, fourth = year({"POL1": 3}, "2027-03-01"), year({"POL1": 1}, "2028-03-01")
    found = only(then(1, 3), silent, third, fourth)
    assert (found.later, found.outcome, found.after) == (2, Outcome.REACHED, 3)
    assert only(then(1, 3), silent).later == 1


def test_only_the_last_years_picks_are_still_ahead() -> None:
    now = year({"POL1": 2}, "2026-03-01", priorities=picked("LED2", 3))
    assert [one.pick.question for one in aims(years(then(1, 2), now))] == ["POL1"]


def test_a_question_asked_otherwise_tells_nothing() -> None:
    newer = version_of("1.1", reworded("POL1"))
    found = only(then(1, 3), year({"POL1": 4}, "2026-03-01", rules=newer))
    assert (found.outcome, found.because) == (Outcome.NOT_COMPARABLE, Because.REWORDED)
    newer = version_of("1.1", without=["POL1"])
    found = only(then(1, 3), year({}, "2026-03-01", rules=newer))
    assert (found.outcome, found.because) == (Outcome.NOT_COMPARABLE, Because.REMOVED)


def test_a_target_is_read_through_the_map_of_levels() -> None:
    levels = {0: 0, 1: 0, 2: 1, 3: 2, 4: 4}
    newer = version_of("1.1", rescaled("POL1", levels, Comparable.EXACT))
    found = only(then(2, 3), year({"POL1": 2}, "2026-03-01", rules=newer))
    assert (found.target, found.before) == (2, 1)
    assert found.outcome is Outcome.REACHED


def test_a_new_question_of_that_year_had_no_pick_before() -> None:
    newer = version_of("1.1", added("POL9", "POL1"))
    now = year({"POL9": 1}, "2026-03-01", rules=newer, priorities=picked("POL9", 2))
    older = year({"POL1": 1}, "2027-03-01")
    found = only(now, older)
    assert (found.outcome, found.because) == (Outcome.NOT_COMPARABLE, Because.REMOVED)


def test_levels_are_those_of_the_basis() -> None:
    """Level 3 without evidence is backed to 2: reached as answered, not yet as backed."""
    for basis, outcome in (
        (Basis.ANSWERED, Outcome.REACHED),
        (Basis.BACKED, Outcome.ON_THE_WAY),
    ):
        now = year({"POL1": 3}, "2026-03-01", basis=basis)
        assert only(then(1, 3, basis=basis), now).outcome is outcome


levels = st.integers(0, 4)


@settings(deadline=None, max_examples=20)
@given(levels, st.integers(2, 4), levels)
def test_a_higher_level_is_never_a_worse_outcome(before: int, target: int, after: int) -> None:
    order = (Outcome.NOT_YET, Outcome.ON_THE_WAY, Outcome.REACHED)
    found = [
        only(then(before, target), year({"POL1": level}, "2026-03-01")).outcome
        for level in (after, min(after + 1, 4))
    ]
    assert order.index(found[0]) <= order.index(found[1])


def told(*scores: Score, language: str = "en", linear: bool = False) -> str:
    """What the page says of the picks, as one line."""
    edition = YearsEdition(Words(language), years(*scores), linear=linear)
    screen = screen_of(picks(edition), edition.words)
    return " ".join(text_of_screen(screen, linear=linear).split())


def test_the_page_says_whose_it_was_and_what_came_of_it() -> None:
    pick = picked("POL1", 3, who="rå\x1bdet", by="2025-10-01", first_move="Ringe")
    first = year({"POL1": 1}, "2025-03-01", priorities=pick)
    now = year({"POL1": 2}, "2026-03-01")
    page = told(first, now)
    assert "PICKED IN 2025: WHAT CAME OF IT" in page
    assert "POL1 to 3: on the way in 2026 (1 → 2)" in page
    assert "Who: rå\\x1bdet, By when: 1 October 2025" in page
    assert "(1 in 2025, 2 in 2026)" in told(first, now, linear=True)
    unknown = told(first, year({"POL1": "?"}, "2026-03-01"))
    assert "POL1 to 3: cannot be compared (unknown in 2026)" in unknown
    assert "no target was set" in told(then("?", None), now)
    assert told(year({"POL1": 1}, "2025-03-01"), now) == ""


def test_programs_get_the_same() -> None:
    first = year({"POL1": 1}, "2025-03-01", priorities=picked("POL1", 3, who="rådet"))
    now = year({"POL1": "?"}, "2026-03-01")
    (found,) = compare_result(years(first, now), across=False)["targets"]
    assert found == {
        "from": "2025-03-01",
        "to": "2026-03-01",
        "question": "POL1",
        "now": "POL1",
        "target": 3,
        "levels": [1, None],
        "outcome": "not-comparable",
        "because": "unknown-now",
        "who": "rådet",
        "by": None,
        "first_move": None,
        "known_by": None,
        "status": "open",
        "on": None,
        "dropped_because": None,
    }
    assert compare_result(years(first, now), across=True)["targets"] == []
