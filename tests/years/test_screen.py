"""What the page of years says; the whole of it stands in the cases of the command line."""

from __future__ import annotations

import random

from sdgassess.language import Words
from sdgassess.model.question import Comparable
from sdgassess.report.page import Page
from sdgassess.report.years_page import YearsPage
from sdgassess.report.years_screen import years_screen
from sdgassess.scoring.score import Score
from sdgassess.text import width
from tests.years.given import ONE, added, reworded, version, year, years


def shown(*scores: Score, columns: int = 80, linear: bool = False) -> list[str]:
    """The lines of the page in English."""
    page = Page(Words("en"), columns)
    return [line.text for line in years_screen(YearsPage(page, years(*scores), linear=linear))]


def told(*scores: Score, linear: bool = False) -> str:
    """The page as one line."""
    return " ".join(" ".join(shown(*scores, linear=linear)).split())


def test_a_changed_question_is_named_with_its_reason_and_never_as_progress() -> None:
    newer = version("1.1", reworded("EXT3"), added("EXT7", "EXT6"), without=["EXT6"])
    then = year(dict.fromkeys(ONE.questions, 1), "2025-03-01")
    now = year(dict.fromkeys(newer.questions, 1) | {"EXT3": 4}, "2026-03-01", rules=newer)
    page = told(then, now)
    assert "The questionnaire has changed in between" in page
    assert "asked in other words: EXT3" in page
    assert "not in the questionnaire yet: EXT7" in page
    assert "not in the questionnaire any more: EXT6" in page
    assert "What stands higher" not in page
    assert "58 of 61 questions can be compared: 0 higher, 0 lower, 58 unchanged" in page


def test_what_is_nearly_the_same_shows_both_levels() -> None:
    near = version("1.1", reworded("POL1", kin=Comparable.APPROXIMATE))
    page = told(year({"POL1": 1}, "2025-03-01"), year({"POL1": 2}, "2026-03-01", rules=near))
    assert "POL1 (1 then, 2 now, roughly)" in page


def test_an_older_level_that_was_asked_otherwise_stands_in_brackets() -> None:
    newer = version("1.1", reworded("POL1"))
    first = year({"POL1": 4}, "2024-03-01")
    second = year({"POL1": 1}, "2025-03-01", rules=newer)
    third = year({"POL1": 2}, "2026-03-01", rules=newer)
    page = told(first, second, third)
    assert "POL1 (4) → 1 → 2 (one step up since 2025)" in page
    assert "(2): asked otherwise then, and not compared" in page


def test_two_profiles_of_one_year_are_told_apart() -> None:
    page = told(year({"POL1": 1}, "2026-03-01"), year({"POL1": 2}, "2026-09-01"))
    assert "1. 2026-03-01" in page
    assert "one step up since 2026-03-01" in page


def ten_years() -> list[Score]:
    """Ten years of sixty answers that go up and down."""
    chance = random.Random(1)
    return [
        year({q: chance.choice([0, 1, 2, 3, 4, "?"]) for q in ONE.questions}, f"{2017 + n}-03-12")
        for n in range(10)
    ]


def test_ten_years_of_sixty_questions_fit_the_page() -> None:
    for columns in (40, 80):
        lines = shown(*ten_years(), columns=columns)
        assert max(width(line) for line in lines) <= columns
    heads = [line for line in shown(*ten_years()) if "2017  2018" in line]
    assert len(heads) <= 1


def test_nothing_in_common_is_said() -> None:
    page = told(year({"POL1": 1}, "2025-03-01"), year({"POL3": 1}, "2026-03-01"))
    assert "No question was answered alike in all of them." in page


def test_years_without_any_answer_are_told_without_a_table() -> None:
    for linear in (False, True):
        page = told(year({}, "2025-03-01"), year({}, "2026-03-01"), linear=linear)
        assert "0 of 60 questions can be compared" in page
