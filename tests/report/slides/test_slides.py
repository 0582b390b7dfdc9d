"""Slides: a finding each, with what shows it and what to say; nothing where there is nothing."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given

from sdgassess.document.runs import text_of
from sdgassess.document.slides import BarChart, Points, Slides, SlideTable
from sdgassess.language import LANGUAGES
from sdgassess.model.node import Node
from sdgassess.model.profile import Answer, Priority, Profile, Voice
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import PriorityRules
from sdgassess.report.slides.slides import gap_slides
from tests.given.gap_reports import edition
from tests.given.profiles import assessed, example, profile
from tests.given.questionnaires import nordic
from tests.given.random_profiles import profiles
from tests.given.trees import MEAN, in_english, part, tree

FIVE_AND_FORTY = tree(*(part(f"P{number}", 2, MEAN) for number in range(45)))


def slides(answers: Profile, language: str = "en", rules: Questionnaire | None = None) -> Slides:
    return gap_slides(edition(rules or nordic(), answers, language))


def charts(shown: Slides) -> list[BarChart]:
    return [slide.body for slide in shown.slides if isinstance(slide.body, BarChart)]


def table(shown: Slides, head: str) -> SlideTable:
    tables = [slide.body for slide in shown.slides if isinstance(slide.body, SlideTable)]
    return next(found for found in tables if head in found.head)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_a_finding_and_something_to_say(language: str) -> None:
    shown = slides(example(), language)
    assert len(shown.slides) <= 10
    titles = [slide.title for slide in shown.slides]
    assert len(set(titles)) == len(titles)
    for slide in shown.slides:
        assert slide.title
        assert not slide.title.endswith(".")
        assert slide.notes.endswith((".", "?"))


def test_the_bars_are_the_levels_of_the_factors() -> None:
    (chart,) = charts(slides(example()))
    result = edition(nordic(), example()).score
    assert [bar.values for bar in chart.bars] == [(f.level,) for f in result.factors.values()]
    assert [chart.low, chart.high] == [0, 4]
    assert all(bar.label in chart.alt for bar in chart.bars)


@pytest.mark.parametrize(("letters", "bars"), [(10, 10), (48, 10), (49, 7), (120, 4), (5000, 1)])
def test_long_names_have_room_beside_their_bars(letters: int, bars: int) -> None:
    def named(number: int) -> Node:
        name = f"P{number}"
        return part(name, 2, MEAN)._replace(title=in_english(name.ljust(letters, "x")))

    model = tree(*(named(number) for number in range(20)))
    pieces = charts(slides(model.answered(1), rules=model.rules))
    assert max(len(chart.bars) for chart in pieces) == bars


def test_no_slide_is_without_a_bar() -> None:
    unknown = dict.fromkeys(list(FIVE_AND_FORTY.rules.questions)[4:], "?")
    answers = FIVE_AND_FORTY.answered(1, **unknown)
    (chart,) = charts(slides(answers, rules=FIVE_AND_FORTY.rules))
    assert [bar.values for bar in chart.bars if bar.values != (None,)] == [(1,), (1,)]


@given(profiles())
def test_any_profile_makes_slides_that_hold_what_is_known(answers: Profile) -> None:
    shown = slides(answers)
    known = edition(nordic(), answers).score.has_levels
    assert bool(shown.slides) == known
    for chart in charts(shown):
        assert all(
            value is None or chart.low <= value <= chart.high
            for bar in chart.bars
            for value in bar.values
        )
    for slide in shown.slides:
        if isinstance(slide.body, Points):
            assert all(text_of(item).strip() for item in slide.body.items)
        if isinstance(slide.body, SlideTable):
            assert all(len(row) == len(slide.body.head) for row in slide.body.rows)


def test_more_parts_than_can_be_read_stand_on_several_slides() -> None:
    shown = slides(FIVE_AND_FORTY.answered(1), rules=FIVE_AND_FORTY.rules)
    pieces = charts(shown)
    assert len(pieces) == math.ceil(45 / 14)
    assert [len(chart.bars) for chart in pieces] == [11, 11, 11, 12]


def test_nothing_answered_is_one_slide_that_says_so() -> None:
    shown = slides(profile({}))
    assert shown.slides == ()
    assert shown.title == "Not assessed: no question has a level yet"


def test_candidates_have_room_for_votes_and_agreements_for_what_is_agreed() -> None:
    votes = table(slides(example()), "Votes")
    assert len(votes.rows) == 6
    assert all(row[-1] == () for row in votes.rows)
    blank = table(slides(example()), "By when")
    assert all(cell == () for row in blank.rows for cell in row)
    pick = Priority("LED2", Fraction(2), who="Municipal director", by="2026-10-01")
    agreed = table(slides(example()._replace(priorities=(pick,))), "By when")
    assert [text_of(cell) for cell in agreed.rows[0][1:3]] == [
        "Municipal director",
        "1 October 2026",
    ]


def test_voices_far_apart_are_shown_by_their_ends_alone() -> None:
    apart = next(
        slide for slide in slides(example()).slides if slide.title.startswith("First talk")
    )
    assert isinstance(apart.body, SlideTable)
    assert [text_of(row[-1]) for row in apart.body.rows] == ["1–3"]


def test_what_is_equal_everywhere_is_said_so() -> None:
    first = slides(assessed(2)).slides[0]
    assert first.title == "All factors stand at level 2"


def test_where_too_little_is_known_there_is_no_empty_chart_but_whom_to_ask() -> None:
    few = dict.fromkeys(list(nordic().questions)[:3], 1)
    shown = slides(profile(few))
    assert not charts(shown)
    titles = [slide.title for slide in shown.slides]
    assert titles[0] == "Whom to ask next"
    assert "Where do you begin? Choose up to 3 – too little is known" in titles


def test_where_candidates_stand_alike_the_first_are_shown_and_it_is_said_how_many() -> None:
    choice = PriorityRules(1, 1, 4, 2, 2, None, 3, 2, 2, 2)
    rules = FIVE_AND_FORTY.rules._replace(priorities=choice)
    shown = slides(FIVE_AND_FORTY.answered(0), rules=rules)
    (votes,) = (slide for slide in shown.slides if slide.title.startswith("90 questions"))
    assert isinstance(votes.body, SlideTable)
    assert votes.title.endswith(f"to say, here {len(votes.body.rows)} of them")


def test_a_title_that_counts_more_than_the_slide_shows_says_so() -> None:
    apart = Answer(voices=(Voice("politician", 0), Voice("coordinator", 3)))
    agreed = assessed(2)
    differing = dict.fromkeys(list(nordic().questions)[:7], apart)
    shown = slides(agreed._replace(answers={**agreed.answers, **differing}))
    (talk,) = (slide for slide in shown.slides if "seen differently" in slide.title)
    assert talk.title == "First talk about it: 7 questions are seen differently, here 5 of them"
