"""Pages of other people's models say what is true of them, and nothing that they have not got."""

from __future__ import annotations

import pytest

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.document.blocks import Document, Figure, Look
from sdgassess.document.charts.ladder import Ladder
from sdgassess.document.poster import Headline
from sdgassess.document.runs import text_of
from sdgassess.language import Words
from sdgassess.media.report_screen import screen_of
from sdgassess.model.node import Band, RollUp, RollUpRule
from sdgassess.report.edition import Edition
from sdgassess.report.gaps.choice import candidate_blocks
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.report.results.years import compare_result
from sdgassess.report.screens.score import score_blocks
from sdgassess.report.screens.years import years_blocks
from sdgassess.report.workbook.years import years_sheet
from sdgassess.report.years.edition import YearsEdition
from sdgassess.scoring.score import score
from tests.given.gap_reports import edition, gap_report
from tests.given.posters import poster_of
from tests.given.questionnaires import nordic
from tests.given.screens import score_page, text_of_screen
from tests.given.trees import MEAN, SUM, in_english, part, tree

RUNGS = RollUp("rungs", RollUpRule.LADDER, passed_at=2)
STOPS = RollUp("stops", RollUpRule.LADDER)
TWO_TIERS = tree(part("TOP", [part("A", 2, SUM), part("B", 2, SUM)]))


@pytest.mark.parametrize(
    ("answers", "remark"),
    [
        ({"Aa": 1}, "too little is known"),
        ({}, "not assessed"),
    ],
)
def test_a_poster_says_not_assessed_only_where_nothing_below_is(
    answers: dict[str, int], remark: str
) -> None:
    unknown: dict[str, object] = dict.fromkeys(("Aa", "Ab", "Ba", "Bb"), "?")
    made = poster_of(
        TWO_TIERS.answered(0, **(unknown | answers)), Headline.MARKED, TWO_TIERS.rules
    )
    top = made.pages[0][0]
    assert top.factor == "TOP"
    assert top.standing is not None
    assert top.standing.remark == remark


def test_a_poster_with_levels_on_it_asks_nobody_to_mark_them() -> None:
    made = poster_of(TWO_TIERS.answered(2), Headline.FINDING, TWO_TIERS.rules)
    assert made.how_to[0].startswith("Read where we stand today.")
    empty = poster_of(TWO_TIERS.answered("?"), Headline.FINDING, TWO_TIERS.rules)
    assert empty.how_to[0].startswith("Mark where we are today")


@pytest.mark.parametrize(
    ("rule", "levels", "sentence"),
    [
        (RUNGS, {"Aa": 2, "Ab": 1, "Ac": 2}, "A stops at Ab, 1: it is passed at 2."),
        (STOPS, {"Aa": 2, "Ab": 1, "Ac": 2}, "A stops at Ab, 1: it is passed at 2."),
        (RUNGS, {"Aa": 2, "Ab": 2, "Ac": 2}, None),
        (MEAN, {"Aa": 2, "Ab": 1, "Ac": 2}, None),
    ],
)
def test_a_path_says_where_it_stops(
    rule: RollUp, levels: dict[str, int], sentence: str | None
) -> None:
    given_tree = tree(part("A", 3, rule))
    result = score(given_tree.rules, given_tree.answered(0, **levels))
    screen = " ".join(score_page(result, Words("en"), 80).split())
    assert (sentence in screen) if sentence else ("stops at" not in screen)


def test_a_ladder_over_parts_names_the_part_that_stops_it() -> None:
    given_tree = tree(part("TOP", [part("A", 1, SUM), part("B", 1, SUM)], RUNGS))
    answers = given_tree.answered(2, Ba=1)
    screen = score_page(score(given_tree.rules, answers), Words("en"), 80)
    assert "TOP stops at B, 1: it is passed at 2." in " ".join(screen.split())


DEEP = tree(part("TOP", [part("A", [part("A1", 1), part("A2", 1)], SUM)], SUM))


@pytest.mark.parametrize(("columns", "linear"), [(80, False), (30, False), (80, True)])
def test_every_screen_sets_parts_in_below_the_part_above(columns: int, linear: bool) -> None:
    words = Words("en")
    before, after = (score(DEEP.rules, DEEP.answered(level)) for level in (1, 2))
    years = Years([Column("1.yaml", before), Column("2.yaml", after)])
    edition = YearsEdition(words, years, across=False, linear=linear)
    for screen in (
        score_blocks(Edition(words, after), None, "p.yaml"),
        years_blocks(edition, {}, ""),
    ):
        lines = text_of_screen(screen, columns, linear=linear).splitlines()
        set_in = [line for line in lines if line.strip() and line[0] == " "]
        rows = {line.split()[0]: line for line in reversed(set_in)}  # the first line of each
        indents = [len(rows[key]) - len(rows[key].lstrip()) for key in ("TOP", "A", "A1")]
        assert indents == sorted(set(indents))


LOW_AND_HIGH = (
    Band("low", 0, in_english("Low")),
    Band("high", 2, in_english("High")),
)


def with_ranges() -> Years:
    """Two years of a part whose level has a name: low, then high."""
    named = tree(part("TOP", [part("A", 1, SUM._replace(bands=LOW_AND_HIGH))], SUM))
    scores = (score(named.rules, named.answered(level)) for level in (1, 2))
    return Years([Column(f"{n}.yaml", result) for n, result in enumerate(scores)])


def test_a_comparison_names_the_range_then_and_now() -> None:
    words, years = Words("en"), with_ranges()
    for linear in (True, False):
        edition = YearsEdition(words, years, across=False, linear=linear)
        screen = text_of_screen(years_blocks(edition, {}, ""), linear=linear)
        assert "Low → High" in screen


def test_years_for_programs_and_in_the_workbook_name_the_range() -> None:
    years = with_ranges()
    factors = {factor["id"]: factor for factor in compare_result(years, across=False)["factors"]}
    assert factors["A"]["bands"] == ["low", "high"]
    assert factors["TOP"]["bands"] == [None, None]
    sheet = years_sheet(years, Words("en"), across=False)
    heads = [column.head for column in sheet.columns]
    places = [n for n, head in enumerate(heads) if head.startswith("Range ")]
    named = {row[0]: [row[place] for place in places] for row in sheet.rows}
    assert (named["A"], named["TOP"], named["Aa"]) == (["Low", "High"], [None] * 2, [None] * 2)
    assert {len(row) for row in sheet.rows} == {len(heads)}
    nameless = tree(part("A", 1, SUM))
    scores = [score(nameless.rules, nameless.answered(level)) for level in (1, 2)]
    plain_years = Years([Column(f"{n}.yaml", result) for n, result in enumerate(scores)])
    sheet = years_sheet(plain_years, Words("en"), across=False)
    assert not any(column.head.startswith("Range") for column in sheet.columns)


def test_a_poster_names_the_range_where_it_has_levels() -> None:
    named = tree(part("TOP", [part("A", 1, SUM._replace(bands=LOW_AND_HIGH))], SUM))
    for headline, name in ((Headline.MARKED, "A: High"), (Headline.QUESTION, "A")):
        rows = poster_of(named.answered(2), headline, named.rules).pages[0]
        (row,) = (row for row in rows if row.factor == "A")
        assert row.name.text.endswith(name)
        assert ("High" in row.alt) == (name != "A")


def test_no_documents_are_spoken_of_where_a_questionnaire_has_none() -> None:
    rules = nordic().priorities
    assert rules is not None
    model = DEEP.rules._replace(priorities=rules._replace(overloaded=None))
    report = gap_report(score(model, DEEP.answered(1)))
    (candidate, *_) = report.priorities.candidates
    blocks = candidate_blocks(GapEdition(Words("en"), report, "p.yaml", ""), candidate)
    page = text_of_screen(screen_of(blocks, Words("en")))
    assert "Question" in page
    assert "documents" not in page


def test_the_figure_has_lines_only_where_a_part_can_stand() -> None:
    given_tree = tree(part("TOP", [part(name, 1, SUM) for name in "ABCD"], SUM))
    document = gap_report_document(edition(given_tree.rules, given_tree.answered(1)), Look())
    figure = figures_of(document)[0]
    assert isinstance(figure.chart, Ladder)
    assert [row.reach for row in figure.chart.rows] == [None, *[(0, 2)] * 4]
    assert "Its scale goes from 0 to 2." in figure.chart.alt
    assert "A line stands only where a level can be." in text_of(figure.caption)
    even = tree(part("TOP", [part("A", 1, SUM)], SUM))
    document = gap_report_document(edition(even.rules, even.answered(1)), Look())
    assert not any("A line stands" in text_of(f.caption) for f in figures_of(document))


def figures_of(document: Document) -> list[Figure]:
    return [block for block in document.blocks if isinstance(block, Figure)]


def test_a_row_of_the_poster_has_lines_only_where_it_can_stand() -> None:
    given_tree = tree(part("TOP", [part(name, 1, SUM) for name in "ABCD"], SUM))
    made = poster_of(given_tree.answered(1), Headline.QUESTION, given_tree.rules)
    rows = [row for page in made.pages for row in page]
    reaches = [row.reach and (row.reach[0].value, row.reach[1].value) for row in rows]
    assert reaches == [None, *[(0, 2)] * 4]
    assert rows[1].alt == "Part A: empty line from 0 to 2."
