"""Trees on paper and on screen: upper parts first, set in; every answer; whole figures."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.document.blocks import Figure, Look
from sdgassess.document.charts.ladder import Ladder
from sdgassess.document.poster import Headline
from sdgassess.language import Words
from sdgassess.media.charts.drawing import draw
from sdgassess.media.markdown import report_markdown
from sdgassess.report.edition import Edition
from sdgassess.report.figures import RowPlace, spread
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.report.results.scores import explain_result, score_result
from sdgassess.report.results.years import compare_result
from sdgassess.report.scale import even_levels, parts_scale
from sdgassess.scoring.score import Score, score
from tests.given.gap_reports import edition
from tests.given.posters import poster_of
from tests.given.screens import explain_page, score_page
from tests.given.trees import MEAN, SUM, Tree, gate, part, tree
from tests.given.workbooks import book, cells, sheet

EN = Words("en")
MIXED = tree(part("A", 1), part("B", 1, None))
FOUR = tree(
    part("TOP", [part("A", [part("A1", 2), part("A2", 2)], SUM), part("B", [part("B1", 2)], SUM)]),
    gates=(gate("A1", "B1"),),
)


def scored(given_tree: Tree, level: int = 1, **levels: object) -> Score:
    """A score of a tree."""
    return score(given_tree.rules, given_tree.answered(level, **levels))


@pytest.mark.parametrize("columns", [80, 40])
def test_a_score_shows_upper_parts_first_and_says_what_holds_them(columns: int) -> None:
    page = score_page(scored(FOUR, 2, B1a=0, B1b=0), EN, columns)
    lines = page.splitlines()
    rows = [line for line in lines if line.lstrip().startswith(("TOP ", "A ", "A1 ", "B1 "))]
    indents = [len(row) - len(row.lstrip()) for row in rows[:4]]
    assert indents == sorted(indents)
    assert len(set(indents)) == 3
    assert all(len(line) <= columns for line in lines)
    assert "A counts, after caps: A1 as 0, not 2." in " ".join(page.split())


def test_a_part_without_roll_up_shows_its_answers() -> None:
    mixed = tree(part("A", 1), part("B", 2, None))
    result = scored(mixed, 1, Bb=2)
    assert "Ba 1  Bb 2" in score_page(result, EN, 80)
    page = explain_page(result, EN, 80, "B")
    assert "Bb 2  Answer 2" in page
    unscored = explain_result(result, "p.yaml", "B", "en")["unscored"]
    assert [answer["id"] for answer in unscored[0]["answers"]] == ["Ba", "Bb"]


def test_where_nothing_is_rolled_up_the_answers_stand() -> None:
    flat = tree(part("A", 2, None))
    result = scored(flat, 1, Ab=2)
    assert "Aa 1  Ab 2" in score_page(result, EN, 80)
    assert "Ab 2  Answer 2" in explain_page(result, EN, 80, None)
    assert score_result(result, "p.yaml", "en")["factors"] == []


def test_results_hold_the_place_of_each_part_and_what_was_added() -> None:
    result = score_result(scored(FOUR, 2, B1a=0, B1b=0), "p.yaml", "en")
    tiers = {node["id"]: node for node in result["tiers"]}
    assert tiers["A"]["parent"] == "TOP"
    assert tiers["A"]["depth"] == 1
    assert tiers["A"]["added"] == {"A1": 0, "A2": 2}


def test_upper_parts_are_compared_on_what_their_parts_are_compared_on() -> None:
    plain_tree = tree(*FOUR.rules.parts)
    before, after = scored(plain_tree, 1), scored(plain_tree, 2, A1a="?")
    found = Years([Column("a.yaml", before), Column("b.yaml", after)])
    parts = {one.id: one for one in found.factors}
    assert list(parts) == ["TOP", "A", "A1", "A2", "B", "B1"]
    assert "A1a" not in parts["TOP"].compared
    assert parts["B"].levels == (Fraction(1), Fraction(2))
    rows = {row["id"]: row for row in compare_result(found, across=False)["factors"]}
    assert rows["A"]["depth"] == 1
    assert rows["TOP"]["compared"] == ["A1b", "A2a", "A2b", "B1a", "B1b"]


def test_questions_of_unscored_parts_are_compared_too() -> None:
    mixed = tree(part("A", 1), part("B", 1, None))
    found = Years([Column("a.yaml", scored(mixed, 1)), Column("b.yaml", scored(mixed, 2))])
    assert found.compared == ("Aa", "Ba")


def test_a_figure_reaches_as_far_as_the_rule_can_give() -> None:
    wide = tree(part("A", 6, SUM))
    scale = parts_scale(Edition(EN, None), wide.rules, [scored(wide, 2)])
    assert [scale.lowest, scale.highest] == [0, 12]
    narrow = tree(part("A", 2, MEAN))
    scale = parts_scale(Edition(EN, None), narrow.rules, [scored(narrow)])
    assert [rung.value for rung in scale.rungs] == [0, 1, 2]


@given(st.fractions(-40, 40), st.fractions(0, 300))
def test_even_levels_hold_both_ends_and_are_few(low: Fraction, width: Fraction) -> None:
    levels = even_levels(low, low + width)
    assert levels[0] <= low
    assert low + width <= levels[-1]
    assert 2 <= len(levels) <= 12
    assert len({b - a for a, b in pairwise(levels)}) == 1


places = st.lists(st.builds(RowPlace, st.text(max_size=200), st.integers(0, 4), st.integers(0, 2)))


@given(places)
def test_rows_are_spread_whole_in_order_and_never_higher_than_a_page(rows: list[RowPlace]) -> None:
    pieces = spread(rows, rows)
    assert [row for piece in pieces for row in piece] == rows
    assert all(pieces)
    for piece in pieces:
        tallest = max(row.height for row in piece)
        assert sum(row.height for row in piece) <= 520 + 5 * tallest


def test_rows_are_cut_where_a_part_ends() -> None:
    rows = [RowPlace("part", depth) for depth in (0, *(1,) * 9, 0, *(1,) * 9)]
    assert [len(piece) for piece in spread(rows, rows)] == [10, 10]


LONG = tree(
    *(
        part(
            f"P{i}", [part(f"P{i}{j}", [part(f"P{i}{j}{k}", 1) for k in range(5)]) for j in "abc"]
        )
        for i in range(3)
    )
)


@pytest.mark.parametrize("given_tree", [FOUR, LONG, tree(part("A", 2, None)), MIXED])
def test_every_answer_and_every_scored_part_stands_in_the_gap_report(given_tree: Tree) -> None:
    document = gap_report_document(edition(given_tree.rules, given_tree.answered(1)), Look())
    written = report_markdown(document, EN)
    assert all(f"**{q}**" in written or f"| {q} |" in written for q in given_tree.rules.questions)
    assert all(f"({key})" in written for key in given_tree.rules.scored_above)


def test_many_rows_stand_in_several_figures() -> None:
    document = gap_report_document(edition(LONG.rules, LONG.answered(1)), Look())
    ladders = [
        block.chart
        for block in document.blocks
        if isinstance(block, Figure) and isinstance(block.chart, Ladder)
    ]
    assert len(ladders) > 2
    rows = [row for chart in ladders for row in chart.rows]
    assert [[row.depth for row in rows].count(depth) for depth in range(3)] == [3, 9, 45]
    assert all(draw(chart, EN).height < 680 for chart in ladders)


@pytest.mark.parametrize("given_tree", [FOUR, LONG, tree(part("A", 2, None)), MIXED])
def test_a_poster_has_a_row_for_every_part(given_tree: Tree) -> None:
    made = poster_of(given_tree.answered(1), Headline.MARKED, given_tree.rules)
    rows = [row.factor for page in made.pages for row in page]
    assert rows in ([*given_tree.rules.scored_above], ["A"])


def test_the_workbook_says_what_was_added() -> None:
    found = sheet(book(scored(FOUR, 2, B1a=0, B1b=0), language="en"), "factors")
    assert cells(found, "Id")[:2] == ["TOP", "A"]
    assert cells(found, "What was added")[:2] == ["A 2, B 0", "A1 0, A2 2"]
    assert cells(found, "Part above")[:2] == [None, "TOP"]
