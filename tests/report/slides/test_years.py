"""Slides of years: what moved, on the same questions, with where it came from and why."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sdgassess.analysis.years.comparison import Years
from sdgassess.analysis.years.questions import Direction
from sdgassess.document.runs import text_of
from sdgassess.document.slides import BarChart, Points, Slide, Slides, SlideTable
from sdgassess.language import LANGUAGES
from sdgassess.model.profile import Priority
from sdgassess.phrases.terms import words_about
from sdgassess.report.slides.years import years_slides
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.front import finding
from sdgassess.report.years.summary import full_years
from sdgassess.scoring.score import score
from tests.given.profiles import assessed
from tests.given.questionnaires import nordic
from tests.given.workbooks import example_years
from tests.given.years import year, years


def edition(compared: Years, language: str = "en") -> YearsEdition:
    return YearsEdition(words_about(compared.rules, language), compared, linear=True)


def example(language: str = "en") -> Slides:
    return years_slides(edition(years(*example_years()), language))


def titled(shown: Slides, part: str) -> Slide:
    return next(slide for slide in shown.slides if part in slide.title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_a_finding_and_something_to_say(language: str) -> None:
    shown = example(language)
    titles = [slide.title for slide in shown.slides]
    assert len(titles) == len(set(titles)) == 6
    for slide in shown.slides:
        assert not slide.title.endswith(".")
        assert slide.notes.endswith((".", "?"))
        if isinstance(slide.body, Points):
            assert all(text_of(item).strip() for item in slide.body.items)
        if isinstance(slide.body, SlideTable):
            assert 1 <= len(slide.body.rows) <= 5
            assert all(len(row) == len(slide.body.head) for row in slide.body.rows)


def test_the_first_slide_says_what_the_report_says() -> None:
    basis = full_years(edition(years(*example_years())))
    assert example().title == finding(basis)


def test_bars_are_the_levels_of_the_first_year_and_the_last_on_the_same_questions() -> None:
    (slide,) = [s for s in example().slides if isinstance(s.body, BarChart)]
    assert isinstance(slide.body, BarChart)
    basis = full_years(edition(years(*example_years()))).years
    last = len(basis.columns) - 1
    assert slide.body.names == ("2024", "2026")
    assert slide.body.bars
    assert [bar.values for bar in slide.body.bars] == [
        (part.levels[0], part.levels[last]) for part in basis.factors
    ]
    ways = [part.between(0, last) for part in basis.factors]
    assert f"{ways.count(Direction.UP)} higher, {ways.count(Direction.DOWN)} lower" in slide.title
    assert all(bar.label in slide.body.alt for bar in slide.body.bars)


def test_what_fell_says_why_as_far_as_somebody_noted_it() -> None:
    body = titled(example(), "stand lower").body
    assert isinstance(body, SlideTable)
    assert "It got worse (2026)" in [text_of(row[2]) for row in body.rows]
    assert all("→" in text_of(row[1]) for row in body.rows)


@pytest.mark.parametrize(
    ("parts", "beginning"),
    [
        (("POL",), "One factor can be compared with 2025: 0 higher"),
        (("POL", "LED"), "2 factors can be compared with 2025: 0 higher"),
    ],
)
def test_where_not_all_factors_can_be_compared_the_title_counts_those_that_can(
    parts: tuple[str, ...], beginning: str
) -> None:
    few = dict.fromkeys((key for key in nordic().questions if key.startswith(parts)), 1)
    compared = years(year(few, "2025-03-12"), year(few, "2026-03-12"))
    titles = [slide.title for slide in years_slides(edition(compared)).slides]
    assert [title for title in titles if title.startswith(beginning)]
    assert not [title for title in titles if title.startswith("Against")]
    assert titled(example(), "Against 2024, of 11 factors")


def test_where_nobody_noted_a_reason_there_is_no_column_for_it() -> None:
    first, last = (year({"POL1": level}, f"{2025 + level}-03-12") for level in (0, 1))
    body = titled(years_slides(edition(years(first, last))), "higher than").body
    assert isinstance(body, SlideTable)
    assert body.head == ("Question", "Levels")
    assert {len(row) for row in body.rows} == {2}


def test_what_was_picked_says_what_came_of_it() -> None:
    pick = Priority("LED2", Fraction(3), who="The director")
    before = assessed(1)._replace(priorities=(pick,))
    compared = years(score(nordic(), before), year({"LED2": 3}, "2027-03-12"))
    body = titled(years_slides(edition(compared)), "1 of 1 targets reached").body
    assert isinstance(body, SlideTable)
    assert [text_of(cell) for cell in body.rows[0]][1:] == ["The director", "reached in 2027"]


def test_what_moved_most_comes_first() -> None:
    first = year({"POL1": 1, "POL2": 4, "LED1": 0, "LED2": 2}, "2025-03-12")
    last = year({"POL1": 2, "POL2": 3, "LED1": 3, "LED2": 0}, "2026-03-12")
    shown = years_slides(edition(years(first, last)))
    for part, order in (("higher than", ("LED1", "POL1")), ("lower than", ("LED2", "POL2"))):
        body = titled(shown, part).body
        assert isinstance(body, SlideTable)
        wordings = [text_of(row[0]) for row in body.rows]
        assert wordings == [nordic().questions[key].text.in_language("en")[0] for key in order]


def test_of_picks_of_several_years_the_latest_are_told() -> None:
    scores = [
        year({key: level}, date, priorities=(Priority(key, Fraction(3)),))
        for key, level, date in (("POL1", 1, "2024-03-12"), ("LED2", 2, "2025-03-12"))
    ]
    last = year({"POL1": 3, "LED2": 2}, "2026-03-12")
    slide = titled(years_slides(edition(years(*scores, last))), "Picked in")
    assert slide.title == "Picked in 2025: 0 of 1 targets reached"


def test_nothing_in_common_leaves_what_it_rests_on_alone() -> None:
    shown = years_slides(
        edition(years(year({"POL1": 1}, "2025-03-12"), year({"POL2": 2}, "2026-03-12")))
    )
    assert [slide.title for slide in shown.slides] == [
        "What it rests on: 0 of 60 questions can be compared"
    ]
