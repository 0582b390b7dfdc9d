"""Factors year by year: on the compared questions, and as scored then, kept apart."""

from __future__ import annotations

from sdgassess.analysis.years import Years
from sdgassess.analysis.years_factors import FactorYears
from sdgassess.analysis.years_questions import Because, Direction
from sdgassess.model.question import Comparable, Level
from tests.years.given import ONE, added, rescaled, reworded, version, year, years


def factor(found: Years, name: str) -> FactorYears:
    """One factor."""
    return next(one for one in found.factors if one.id == name)


def at(*levels: int) -> tuple[Level | None, ...]:
    """Levels as they are kept."""
    return tuple(Level(level) for level in levels)


def of(name: str, *levels: object) -> dict[str, object]:
    """A factor's questions with levels."""
    ids = [question.id for question in ONE.factors[name].questions]
    return dict(zip(ids, levels, strict=True))


def test_the_same_questions_give_the_same_levels_as_scored_then() -> None:
    found = years(year(of("EXT", 1, 1, 1, 1, 1, 1)), year(of("EXT", 3, 3, 3, 3, 3, 3)))
    ext = factor(found, "EXT")
    assert ext.levels == ext.as_scored == at(1, 3)
    assert ext.between(0, 1) is Direction.UP
    assert not ext.told_apart


def test_a_factor_that_rose_because_a_question_became_easier_did_not_rise() -> None:
    easier = version("1.1", *(reworded(q) for q in ("EXT3", "EXT4", "EXT5", "EXT6")))
    then = year(of("EXT", 2, 2, 1, 1, 1, 1))
    now = year(of("EXT", 2, 2, 4, 4, 4, 4), rules=easier)
    ext = factor(years(then, now), "EXT")
    assert ext.as_scored == at(1, 3)
    assert ext.levels == at(2, 2)
    assert ext.between(0, 1) is Direction.SAME
    assert ext.told_apart
    assert {(one.question, one.because, one.columns) for one in ext.left_out} == {
        (question, Because.REWORDED, (0,)) for question in ("EXT3", "EXT4", "EXT5", "EXT6")
    }


def test_a_quick_year_leaves_the_core_and_says_why() -> None:
    every = dict.fromkeys(ONE.questions, 2)
    found = years(year(every), year(every, scope="quick"), year(every))
    assert set(found.compared) == set(ONE.question_ids(quick=True))
    for one in found.factors:
        assert all(left.because is Because.NOT_ASKED for left in one.left_out)
        assert all(left.columns == (1,) for left in one.left_out)


def test_an_unknown_in_one_year_leaves_the_question_out_of_all() -> None:
    found = years(year(of("EXT", 0, 3, 3, 3, 3, 3)), year(of("EXT", "?", 3, 3, 3, 3, 3)))
    ext = factor(found, "EXT")
    assert "EXT1" not in ext.compared
    assert ext.levels == at(3, 3)
    assert ext.as_scored[0] == 1


def test_levels_are_computed_on_the_newer_scale() -> None:
    exact = version("1.1", rescaled("EXT3", {0: 0, 1: 0, 2: 1, 3: 2, 4: 4}, Comparable.EXACT))
    then = year(of("EXT", "?", "?", 3, "?", "?", "?"))
    now = year(of("EXT", "?", "?", 2, "?", "?", "?"), rules=exact)
    ext = factor(years(then, now), "EXT")
    assert ext.compared == ("EXT3",)
    assert ext.levels == at(2, 2)


def test_nothing_comparable_gives_no_levels() -> None:
    found = years(year({"POL1": 2}), year({"POL3": 2}))
    assert found.compared == ()
    assert all(level is None for one in found.factors for level in one.levels)


def test_an_added_question_counts_only_in_what_was_scored_then() -> None:
    newer = version("1.1", added("EXT7", "EXT6"))
    then = year(of("EXT", 2, 2, 2, 2, 2, 2))
    now = year({**of("EXT", 2, 2, 2, 2, 2, 2), "EXT7": 4}, rules=newer)
    ext = factor(years(then, now), "EXT")
    assert ext.levels == at(2, 2)
    assert [(left.question, left.because) for left in ext.left_out] == [("EXT7", Because.ADDED)]
