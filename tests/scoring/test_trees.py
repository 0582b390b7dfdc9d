"""Trees of any depth: a part adds what its parts bear, and knows its place."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.model.node import Node, RollUp, RollUpRule
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import score
from tests.given.trees import MEAN, SUM, Tree, gate, part, tree

DEEP = tree(
    part("TOP", [part("A", [part("A1", 2), part("A2", 2)], SUM), part("B", [part("B1", 2)], SUM)])
)


def test_upper_parts_come_first_with_their_place_and_what_they_add() -> None:
    result = score(DEEP.rules, DEEP.answered(1, B1a=2))
    assert [(key, node.parent, node.depth) for key, node in result.scored.items()] == [
        ("TOP", None, 0),
        ("A", "TOP", 1),
        ("A1", "A", 2),
        ("A2", "A", 2),
        ("B", "TOP", 1),
        ("B1", "B", 2),
    ]
    assert result.scored["A"].levels == {"A1": 1, "A2": 1}
    assert result.scored["TOP"].levels == {"A": 2, "B": Fraction(3, 2)}
    assert result.scored["TOP"].level == Fraction(7, 4)


def test_a_part_that_only_groups_stands_above_nobody() -> None:
    grouped = tree(part("G", [part("A", 1), part("B", 1)], None))
    result = score(grouped.rules, grouped.answered())
    assert [(node.parent, node.depth) for node in result.scored.values()] == [(None, 0)] * 2


def test_a_parent_adds_a_part_as_its_gate_leaves_it() -> None:
    gated = Tree(tree(*DEEP.rules.parts, gates=(gate("A1", "B1"),)).rules)
    result = score(gated.rules, gated.answered(2, B1a=0, B1b=0))
    assert result.scored["A1"].level == 0
    assert result.scored["A"].levels == {"A1": 0, "A2": 2}
    assert result.scored["A"].level == 2
    assert result.scored["TOP"].level == 1


def test_a_gate_on_an_upper_part_reaches_the_part_above() -> None:
    gated = tree(*DEEP.rules.parts, gates=(gate("A", "B"),))
    result = score(gated.rules, gated.answered(2, B1a=0, B1b=0))
    assert result.scored["A"].rolled.level == 4
    assert result.scored["A"].level == 0
    assert result.scored["TOP"].level == 0


def test_what_a_gate_could_still_do_opens_the_interval_above() -> None:
    gated = tree(*DEEP.rules.parts, gates=(gate("A1", "B1"),))
    result = score(gated.rules, gated.answered(2, B1a="?", B1b="?"))
    assert result.scored["A1"].level == 2
    assert list(result.scored["A"].rolled.interval) == [2, 4]


def test_no_answer_gives_no_level_even_where_coverage_asks_for_none() -> None:
    for rule in (RollUpRule.MEAN, RollUpRule.SUM, RollUpRule.MINIMUM, RollUpRule.LOWER_MEDIAN):
        lenient = RollUp("r", rule, coverage=Fraction(0))
        empty = tree(part("A", 2, lenient), part("B", 1))
        result = score(empty.rules, empty.answered(1, Aa="?", Ab="?"))
        assert result.scored["A"].rolled.status is LevelStatus.INSUFFICIENT
        assert result.scored["A"].level is None


def test_the_reach_of_a_sum_goes_further_than_its_answers() -> None:
    wide = tree(part("A", 6, SUM), part("B", 2))
    ends = wide.rules.ranges(quick=False)
    assert {key: [*interval] for key, interval in ends.items()} == {"A": [0, 12], "B": [0, 2]}


def _nodes(depth: int, name: str = "P") -> st.SearchStrategy[Node]:
    """Parts of any shape down to a depth."""
    rolls = st.sampled_from([MEAN, SUM, RollUp("low", RollUpRule.MINIMUM)])
    leaf = st.builds(lambda n, roll: part(name, n, roll), st.integers(1, 3), rolls)
    if not depth:
        return leaf
    many = st.integers(1, 3).flatmap(
        lambda n: st.tuples(*(_nodes(depth - 1, f"{name}{i}") for i in range(n)))
    )
    return leaf | st.builds(lambda below, roll: part(name, [*below], roll), many, rolls)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_part_lies_within_what_it_could_be_and_adds_what_its_parts_bear(
    data: st.DataObject,
) -> None:
    top = data.draw(_nodes(3))
    names = [node.id for node in top.all_nodes()]
    pairs = [(a, b) for a in names for b in names if not (a.startswith(b) or b.startswith(a))]
    chosen = data.draw(st.sampled_from(pairs)) if pairs else None
    given_tree = tree(top, gates=(gate(*chosen),) if chosen else ())
    marks = st.sampled_from([0, 1, 2, "?", "-"])
    answers = {question: data.draw(marks) for question in given_tree.rules.questions}
    result = score(given_tree.rules, given_tree.answered(**answers))
    for key, node in result.scored.items():
        low, high = node.rolled.interval
        assert low <= high
        assert node.rolled.level is None or low <= node.rolled.level <= high
        if key in result.tiers:
            assert node.levels == {part: result.scored[part].level for part in node.levels}
            assert all(result.scored[part].parent == key for part in node.levels)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_an_answer_that_becomes_known_keeps_every_part_within_its_interval(
    data: st.DataObject,
) -> None:
    top = data.draw(_nodes(2))
    given_tree = tree(top)
    marks = st.sampled_from([0, 1, 2, "?"])
    answers = {question: data.draw(marks) for question in given_tree.rules.questions}
    known = {q: data.draw(st.integers(0, 2)) if a == "?" else a for q, a in answers.items()}
    before = score(given_tree.rules, given_tree.answered(**answers))
    after = score(given_tree.rules, given_tree.answered(**known))
    for key, node in after.scored.items():
        low, high = before.scored[key].rolled.interval
        assert node.level is not None
        assert low <= node.level <= high
