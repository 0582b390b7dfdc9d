"""The poster as a file: its paper, its boxes and lines, its inks, what machines read in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.document.poster import Headline, Poster
from sdgassess.media.pdf.poster import MOST_ROWS, SIZES, Ink, Paper, poster_pdf
from sdgassess.model.profile import Municipality, Priority
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from tests.given.drawing import Shape, drawn, lines_of_text
from tests.given.paper import Paper as Sheet
from tests.given.pdfs import page_sizes, sizes_of
from tests.given.posters import LONG_NAMES, PICKS, poster_of
from tests.given.profiles import assessed
from tests.given.questionnaires import with_factors, with_names, with_scale
from tests.given.slow import slow_but
from tests.given.specimen import LETTERS, NASTY
from tests.given.validation import assert_accessible, bookmarks, elements

printed = lru_cache(maxsize=64)(poster_pdf)
"""A poster's file, made once for everything that looks at it."""

_UNKNOWN: dict[str, object] = {"POL1": "?", "LED1": "?", "LED2": "?", "BUD1": "-"}
POSTERS: dict[str, Callable[..., Poster]] = {
    "question": poster_of,
    "marked": lambda **more: poster_of(headline=Headline.MARKED, **more),
    "suggested": lambda **more: poster_of(headline=Headline.FINDING, **more),
    "picked": lambda **more: poster_of(assessed(1, PICKS), Headline.FINDING, **more),
    "nothing": lambda **more: poster_of(assessed(4), Headline.FINDING, **more),
    "unknown": lambda **more: poster_of(assessed(1, (), **_UNKNOWN), Headline.MARKED, **more),
}


@pytest.fixture(params=slow_but((Paper.A4, Paper.A3), Paper))
def paper(request: pytest.FixtureRequest) -> Paper:
    """Each size of paper: the two that differ, and those that A3 is drawn larger on."""
    found: Paper = request.param
    return found


def scale_of(paper: Paper) -> float:
    """How much larger everything is than on A3."""
    return SIZES[paper][1] / SIZES[Paper.A3][1]


def sheets(paper: Paper, rows: int) -> int:
    """How many sheets so many factors take."""
    return -(-rows // MOST_ROWS[paper])


def vote_boxes(pdf: bytes) -> list[Shape]:
    """The boxes to vote in: what is drawn as often as there are rows, and is 36 mm wide."""
    widths = [36 * scale_of(paper) for paper in Paper]
    return [s for s in drawn(pdf).shapes if any(abs(s.width - w) < 0.1 for w in widths)]


@pytest.mark.parametrize("headline", POSTERS)
def test_every_kind_is_one_accessible_page(headline: str, paper: Paper) -> None:
    pdf = printed(POSTERS[headline](most_rows=MOST_ROWS[paper]), paper)
    assert_accessible(pdf, "en")
    assert page_sizes(pdf) == [SIZES[paper]] * sheets(paper, 11)


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_every_language_is_declared_and_its_names_are_there(language: str) -> None:
    poster = poster_of(assessed(1, PICKS), Headline.FINDING, language=language)
    assert_accessible(printed(poster), language)
    assert poster.pages[0][0].name.language is None


def test_the_same_poster_gives_the_same_bytes() -> None:
    poster = poster_of(assessed(1, PICKS), Headline.FINDING)
    assert poster_pdf(poster, Paper.A4) == poster_pdf(poster, Paper.A4)


@pytest.mark.parametrize("count", [1, 5, 11, 12, 15])
def test_a_page_holds_twelve_factors_with_a_box_to_vote_in_each(count: int, paper: Paper) -> None:
    pdf = printed(poster_of(rules=with_factors(count), most_rows=MOST_ROWS[paper]), paper)
    assert len(page_sizes(pdf)) == sheets(paper, count)
    boxes = vote_boxes(pdf)
    assert len(boxes) == count
    shrink = scale_of(paper)
    assert min(box.height for box in boxes) >= 15 * shrink
    assert min(box.width for box in boxes) >= 35 * shrink
    for above, below in pairwise(boxes):
        assert above.page != below.page or below.high < above.low


def test_a_headline_on_two_lines_leaves_the_boxes_their_height(paper: Paper) -> None:
    twelve = with_factors(12)._replace(priorities=with_rules().priorities)
    rows = MOST_ROWS[paper]
    pdf = printed(poster_of(assessed(1), Headline.FINDING, twelve, most_rows=rows), paper)
    shrink = scale_of(paper)
    boxes = vote_boxes(pdf)
    assert len(boxes) == 12
    assert min(box.height for box in boxes) >= 15 * shrink
    assert len(page_sizes(pdf)) == sheets(paper, 12)


def test_lines_to_write_on_are_far_enough_apart_and_thick_enough(paper: Paper) -> None:
    lines = written_on(printed(poster_of(), paper), paper)
    tops = sorted({round(line.low, 2) for line in lines}, reverse=True)
    shrink = scale_of(paper)
    assert len(tops) == 12
    gaps = [above - below for above, below in pairwise(tops)]
    assert min(gaps) >= 12.9 * shrink
    assert min(gaps) >= 9
    assert min(line.height for line in lines) * 72 / 25.4 >= 0.6


def test_no_line_is_a_hairline_and_no_letter_too_small(paper: Paper) -> None:
    for poster in (poster_of(), poster_of(assessed(1, PICKS), Headline.FINDING)):
        found = drawn(printed(poster, paper))
        assert min(shape.stroke for shape in found.shapes if shape.stroke) >= 0.599
        assert min(found.sizes) >= max(9.5 * scale_of(paper), 8.5) - 0.001


def test_nothing_is_drawn_outside_the_margins_that_printers_leave(paper: Paper) -> None:
    width, height = SIZES[paper]
    for kind in POSTERS.values():
        for shape in drawn(printed(kind(), paper)).shapes:
            assert shape.left >= 9
            assert shape.right <= width - 9
            assert shape.low >= 7
            assert shape.high <= height - 7


CAPITAL = 0.66
"""How high a capital of the font is, as a share of its size."""


@pytest.mark.parametrize("paper", [Paper.A2, Paper.A1, Paper.A0])
@pytest.mark.parametrize("count", [2, 11, 45])
def test_names_on_paper_for_a_wall_are_read_from_three_metres(paper: Paper, count: int) -> None:
    poster = poster_of(rules=with_factors(count), most_rows=MOST_ROWS[paper])
    sizes = sizes_of(printed(poster, paper))
    names = [row.name.text.split()[0] for page in poster.pages for row in page]
    for name in set(names):
        capitals = [size * CAPITAL * 25.4 / 72 for word, size in sizes if word == name]
        assert len([height for height in capitals if height >= 10]) >= names.count(name)


def test_there_is_room_to_write_a_name(paper: Paper) -> None:
    lines = written_on(printed(poster_of(), paper), paper)
    assert min(line.width for line in lines) >= 60


def test_marks_stand_where_a_factor_counts_not_where_it_would_without_its_cap() -> None:
    poster = poster_of(assessed(2, LED2=0, BUD3=0), Headline.MARKED)
    marks = [s for s in drawn(printed(poster)).shapes if 7 < s.width < 9 and 7 < s.height < 9]
    rows = sorted({round((mark.low + mark.high) / 2, 1) for mark in marks}, reverse=True)
    places: dict[Level, set[float]] = {}
    for row, height in zip(poster.pages[0], rows, strict=True):
        standing = row.standing
        assert standing is not None
        counted = standing.capped or standing.answered
        assert counted is not None
        its_marks = [m for m in marks if abs((m.low + m.high) / 2 - height) < 0.2]
        right = max(round((mark.left + mark.right) / 2, 0) for mark in its_marks)
        places.setdefault(counted.value, set()).add(right)
    assert any(row.standing and row.standing.capped for row in poster.pages[0])
    assert {len(columns) for columns in places.values()} == {1}
    assert len({place for columns in places.values() for place in columns}) == len(places)


def test_one_ink_is_one_ink() -> None:
    poster = poster_of(assessed(3, PICKS), Headline.FINDING)
    ink, paper = (0.102, 0.102, 0.102), (1.0,)
    assert drawn(printed(poster, ink=Ink.MONO)).colours == {ink, paper}
    assert len(drawn(printed(poster)).colours) > 2


def test_today_and_target_differ_in_shape_not_only_in_colour() -> None:
    shapes = drawn(printed(poster_of(), ink=Ink.MONO)).shapes
    today = [s for s in shapes if s.filled and not s.stroke and round(s.width, 1) == 6.4]
    target = [s for s in shapes if s.stroke > 2 and round(s.width, 1) == 6.8]
    assert len(today) == len(target) == 1


def test_screen_readers_get_every_row_in_words() -> None:
    poster = poster_of(assessed(1, PICKS), Headline.FINDING)
    told = [str(figure.Alt) for figure in elements(printed(poster), "/Figure")]
    assert told == [row.alt for row in poster.pages[0]]


def test_the_headline_is_the_first_head() -> None:
    poster = poster_of(assessed(1, PICKS), Headline.FINDING)
    heads = bookmarks(printed(poster))
    assert heads == [poster.headline, "What we agreed on"]


@pytest.mark.parametrize(
    "rules",
    [
        with_scale("0", "1", "2", "3", "4", "5"),
        with_scale("0", "0.5", "1.5", "2", "3.25"),
        with_names(lambda n: LONG_NAMES[n % len(LONG_NAMES)]),
        with_names(lambda n: LETTERS * n + "X"),
    ],
    ids=["six-levels", "decimals", "long-names", "letters"],
)
@pytest.mark.parametrize("headline", slow_but((Headline.FINDING,), Headline))
def test_other_scales_and_names_fit_a_page(
    rules: Questionnaire, headline: Headline, paper: Paper
) -> None:
    picks = PICKS if headline is Headline.FINDING else ()
    pdf = printed(poster_of(assessed(1, picks), headline, rules, "da"), paper)
    assert_accessible(pdf)
    assert len(page_sizes(pdf)) == 1


def test_agreements_with_much_and_with_little_written_fit_beside_the_ladder(paper: Paper) -> None:
    words = "Byrådet drøfter fordelingen af midlerne og vedtager en retning " * 9
    full = [Priority(q, None, words, words, words) for q in ("POL3", "CORE1", "EXT4")]
    empty = [Priority(q) for q in ("POL3", "CORE1", "EXT4")]
    for picks, language in ((full, "da"), (full[:1], "sv"), (empty, "sv"), (empty[:2], "da")):
        poster = poster_of(assessed(1, picks), Headline.FINDING, language=language)
        pdf = printed(poster, paper)
        assert len(page_sizes(pdf)) == 1
        frame = max(drawn(pdf).shapes, key=lambda shape: shape.height)
        assert frame.low >= (35 if paper is Paper.A3 else 24)


@pytest.mark.parametrize("count", [5, 11, 20, 40])
def test_numbers_over_many_levels_do_not_touch(count: int, paper: Paper) -> None:
    rules = with_scale(*(str(level) for level in range(count)))
    pdf = printed(poster_of(assessed(1), Headline.QUESTION, rules, "da"), paper)
    words = [(at, word) for at, word in Sheet(pdf, ()).words(0) if word.isdigit()]
    top = min(at.top for at, word in words if word == "0")
    numbers = sorted((at, word) for at, word in words if abs(at.top - top) < 1)
    assert (numbers[0][1], numbers[-1][1]) == ("0", str(count - 1))
    assert len(numbers) == count or count > 11
    for (before, _), (after, _) in pairwise(numbers):
        assert after.left - before.right > 0.5


@pytest.mark.parametrize("levels", [("0", "0.5", "1.5", "2", "3.25", "5"), ("-1", "0", "10")])
def test_levels_stand_as_steps_and_marks_between_them_in_their_order(
    levels: tuple[str, ...],
) -> None:
    poster = poster_of(assessed(0), Headline.MARKED, with_scale(*levels))
    shapes = drawn(printed(poster)).shapes
    ticks = sorted({round(s.left, 2) for s in shapes if s.width == 0 and s.height > 5})
    assert len(ticks) == len(levels)
    gaps = [after - before for before, after in pairwise(ticks)]
    assert max(gaps) - min(gaps) < 0.05
    disc = next(s for s in shapes if s.filled and abs(s.width - 8.6) < 0.1)
    at_zero = ticks[levels.index("0")]
    assert abs((disc.left + disc.right) / 2 - at_zero) < 0.1


def test_names_never_reach_into_the_next_row() -> None:
    rules = with_names(lambda n: LONG_NAMES[n % len(LONG_NAMES)])
    for headline, picks in ((Headline.QUESTION, ()), (Headline.FINDING, PICKS)):
        pdf = printed(poster_of(assessed(1, picks), headline, rules, "da"), Paper.A4)
        rules_at = sorted(
            {round(s.low, 1) for s in drawn(pdf).shapes if s.width > 90 and s.height == 0}
        )
        lows = [low for left, low in lines_of_text(pdf) if left < 50]
        assert len(lows) > len(rules_at)
        for low in lows:
            assert not [at for at in rules_at if low - 0.3 < at < low + 2.0]


@settings(max_examples=15, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_is_data(text: str) -> None:
    assert_accessible(printed(odd(text)))


@pytest.mark.parametrize("text", NASTY)
def test_text_that_looks_like_markup_is_data(text: str) -> None:
    assert_accessible(printed(odd(text)))


def odd(text: str) -> Poster:
    """A poster with a text wherever a file can bring one."""
    picks = [Priority("BUD2", None, text, text, text)]
    given = assessed(1, picks)._replace(municipality=Municipality(text))
    return poster_of(given, Headline.FINDING, with_names(lambda _: text or "x"), "da")


def with_rules() -> Questionnaire:
    """The questionnaire that ships, for its rules."""
    return with_names(lambda n: f"Factor {n}", "en")


def written_on(pdf: bytes, paper: Paper = Paper.A3) -> list[Shape]:
    """The lines to write on: thin filled bars inside the frame of the agreements."""
    shapes = drawn(pdf).shapes
    frame = max(shapes, key=lambda shape: shape.height)
    return [
        s for s in shapes if s.filled and s.height < 0.5 * scale_of(paper) and s.left > frame.left
    ]
