"""Factors year by year: on the compared questions, and as scored then, kept apart."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sdgassess.analysis.years.comparison import Years
from sdgassess.analysis.years.factors import FactorYears, enough
from sdgassess.analysis.years.questions import Because, Direction
from sdgassess.model.node import Node
from sdgassess.model.question import Comparable, Level
from tests.given.questionnaires import FIRST, added, newer, older, rescaled, reworded, version_of
from tests.given.years import year, years


def factor(found: Years, name: str) -> FactorYears:
    """One factor."""
    return next(one for one in found.factors if one.id == name)


def at(*levels: int) -> tuple[Level | None, ...]:
    """Levels as they are kept."""
    return tuple(level for level in levels)


def of(name: str, *levels: object) -> dict[str, object]:
    """A factor's questions with levels."""
    ids = [question.id for question in FIRST.factors[name].questions]
    return dict(zip(ids, levels, strict=True))


def test_the_same_questions_give_the_same_levels_as_scored_then() -> None:
    found = years(year(of("EXT", 1, 1, 1, 1, 1, 1)), year(of("EXT", 3, 3, 3, 3, 3, 3)))
    ext = factor(found, "EXT")
    assert ext.levels == ext.as_scored == at(1, 3)
    assert ext.between(0, 1) is Direction.UP
    assert not ext.scored_otherwise


def test_a_factor_that_rose_because_a_question_became_easier_did_not_rise() -> None:
    easier = version_of("1.1", *(reworded(q) for q in ("EXT3", "EXT4", "EXT5", "EXT6")))
    then = year(of("EXT", 2, 2, 1, 1, 1, 1))
    now = year(of("EXT", 2, 2, 4, 4, 4, 4), rules=easier)
    ext = factor(years(then, now), "EXT")
    assert ext.as_scored == at(1, 3)
    assert ext.levels == at(2, 2)
    assert ext.between(0, 1) is Direction.SAME
    assert ext.scored_otherwise
    assert {(one.question, one.because, one.columns) for one in ext.left_out} == {
        (question, Because.REWORDED, (0,)) for question in ("EXT3", "EXT4", "EXT5", "EXT6")
    }


def test_a_quick_year_leaves_the_core_and_says_why() -> None:
    every = dict.fromkeys(FIRST.questions, 2)
    found = years(year(every), year(every, scope="quick"), year(every))
    assert set(found.compared) == set(FIRST.question_ids(quick=True))
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
    exact = version_of("1.1", rescaled("EXT3", {0: 0, 1: 0, 2: 1, 3: 2, 4: 4}, Comparable.EXACT))
    then = year(of("EXT", 2, "?", 3, "?", "?", "?"))
    now = year(of("EXT", 2, "?", 2, "?", "?", "?"), rules=exact)
    ext = factor(years(then, now), "EXT")
    assert ext.compared == ("EXT1", "EXT3")
    assert ext.levels == at(2, 2)


def test_nothing_comparable_gives_no_levels() -> None:
    found = years(year({"POL1": 2}), year({"POL3": 2}))
    assert found.compared == ()
    assert all(level is None for one in found.factors for level in one.levels)


def test_an_added_question_counts_only_in_what_was_scored_then() -> None:
    newer = version_of("1.1", added("EXT7", "EXT6"))
    then = year(of("EXT", 2, 2, 2, 2, 2, 2))
    now = year({**of("EXT", 2, 2, 2, 2, 2, 2), "EXT7": 4}, rules=newer)
    ext = factor(years(then, now), "EXT")
    assert ext.levels == at(2, 2)
    assert [(left.question, left.because) for left in ext.left_out] == [("EXT7", Because.ADDED)]


def test_one_question_of_six_makes_no_level_and_no_arrow() -> None:
    then, now = year(of("EXT", 1, "?", 1, 1, 1, 1)), year(of("EXT", 3, 2, "?", "?", "?", "?"))
    ext = factor(years(then, now), "EXT")
    assert ext.compared == ("EXT1",)
    assert ext.too_few
    assert ext.levels == (None, None)
    assert ext.between(0, 1) is Direction.NOT_COMPARABLE


def test_the_core_questions_of_a_quick_scan_are_enough() -> None:
    for rules in (older(), newer()):
        every = dict.fromkeys(rules.questions, 2)
        found = years(year(every, rules=rules), year(every, scope="quick", rules=rules))
        with_one_core = {
            key for key, node in rules.factors.items() if sum(q.core for q in node.questions) < 2
        }
        assert {one.id for one in found.factors if one.too_few} == with_one_core
        assert all(one.levels == at(2, 2) for one in found.factors if not one.too_few)
    assert with_one_core, "the next version has a factor with one core question"


@pytest.mark.parametrize(
    ("common", "share", "needed"),
    [
        (None, None, 1),
        (2, None, 2),
        (9, None, 6),
        (None, "1/2", 3),
        (None, "0", 1),
        (None, "1", 6),
    ],
)
def test_the_author_says_how_many_questions_must_be_in_common(
    common: int | None, share: str | None, needed: int
) -> None:
    rule = FIRST.factors["EXT"].roll_up
    assert rule is not None
    rule = rule._replace(common=common, common_share=Fraction(share) if share else None)
    node = FIRST.factors["EXT"]._replace(roll_up=rule)
    ids = [question.id for question in node.questions]
    assert [enough(node, ids[:n]) for n in range(len(ids) + 1)] == [
        n >= needed for n in range(len(ids) + 1)
    ]


def test_without_a_number_in_common_a_year_without_a_level_then_gets_none() -> None:
    """Coverage is declared for the answers of one profile, and holds for each of them."""
    rules = FIRST._replace(parts=tuple(_without_common(part) for part in FIRST.parts))
    then = year(of("EXT", 1, "?", 1, "?", "?", "?"), rules=rules)
    now = year(of("EXT", 3, 3, 3, 3, 3, 3), rules=rules)
    ext = factor(years(then, now), "EXT")
    assert ext.compared == ("EXT1", "EXT3")
    assert ext.levels == (None, 3)
    assert not ext.too_few
    assert ext.between(0, 1) is Direction.NOT_COMPARABLE


def _without_common(node: Node) -> Node:
    """A part whose roll-up says nothing of questions in common, and those below it."""
    rule = node.roll_up._replace(common=None) if node.roll_up else None
    return node._replace(roll_up=rule, parts=tuple(_without_common(part) for part in node.parts))


def test_a_changed_set_of_questions_is_named_with_each_reason() -> None:
    then = year(dict.fromkeys(older().questions, 2), rules=older())
    now = year(dict.fromkeys(newer().questions, 2), rules=newer())
    found = years(then, now)
    gone = (Because.MOVED, Because.REPLACED, Because.REMOVED)
    assert {
        (one.id, left.question, left.because, left.columns)
        for one in found.factors
        for left in one.left_out
        if left.because in gone
    } == {
        ("POL", "POL2", Because.MOVED, (0,)),
        ("BUD", "BUD5", Because.REPLACED, (0,)),
        ("PAR", "PAR3", Because.REPLACED, (0,)),
        ("PAR", "PAR4", Because.REPLACED, (0,)),
        ("EXT", "EXT6", Because.REMOVED, (0,)),
    }
    changed = {one.id for one in found.factors if one.set_changed}
    assert changed == {"POL", "LED", "BUD", "LRN", "PAR", "EXT"}


def test_other_rules_are_named_only_where_they_give_another_level() -> None:
    then = year(of("EXT", 2, 2, 2, 2, 2, 2), rules=older())
    five = {f"EXT{n}": 2 for n in range(1, 6)}
    ext = factor(years(then, year(five, rules=newer())), "EXT")
    assert not ext.rules_changed
    looser = version_of("1.1")
    parts = tuple(_uncapped(part) for part in looser.parts)
    answers = of("EXT", 0, 3, 3, 3, 3, 3)
    found = years(year(answers), year(answers, rules=looser._replace(parts=parts)))
    assert factor(found, "EXT").as_scored[0] != factor(found, "EXT").levels[0]
    assert factor(found, "EXT").rules_changed
    assert not factor(found, "EXT").set_changed


def _uncapped(node: Node) -> Node:
    """A node whose core questions cap nothing, and those below it."""
    rule = node.roll_up._replace(above_lowest_core=4) if node.roll_up else None
    return node._replace(roll_up=rule, parts=tuple(_uncapped(part) for part in node.parts))
