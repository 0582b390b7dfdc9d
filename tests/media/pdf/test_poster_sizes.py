"""Posters measured in millimetres: every paper, few rows and many, three languages, long names."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from sdgassess.document.poster import Headline, Poster
from sdgassess.language import LANGUAGES
from sdgassess.media.pdf.poster import MOST_ROWS, SIZES, Paper, poster_pdf
from sdgassess.model.node import Node
from sdgassess.model.question import Text
from sdgassess.model.questionnaire import Questionnaire
from tests.given.drawing import Shape, drawn
from tests.given.pdfs import page_sizes
from tests.given.posters import LONG_NAMES, poster_of
from tests.given.profiles import assessed
from tests.given.questionnaires import with_factors

pytestmark = pytest.mark.slow

ROWS = (2, 12, 14, 24, 45)
CAPITAL = 0.66
"""How high a capital of the font is, as a share of its size."""
LEAST_CAPITAL = 10.0
"""Millimetres: what is read from three metres (on paper for a wall)."""
LEAST_LINE = 60.0
"""Millimetres: a function written with a marker, such as “Kommunaldirektøren”."""
WALL = (Paper.A2, Paper.A1, Paper.A0)
NAMES = {
    "da": LONG_NAMES,
    "sv": ("Arbetsmarknadspolitisk integrationsförvaltningssamverkan i hela kommunen",),
    "en": ("Interdepartmental accountability arrangements for sustainable procurement",),
}


def with_long_names(count: int, language: str) -> Questionnaire:
    """So many factors, each with one of the longest names of a language."""
    rules, names = with_factors(count), NAMES[language]

    def renamed(place: int, node: Node) -> Node:
        return node._replace(title=Text({language: names[place % len(names)]}))

    parts = tuple(
        block._replace(parts=tuple(renamed(n, node) for n, node in enumerate(block.parts)))
        for block in rules.parts
    )
    return rules._replace(parts=parts)


def poster(paper: Paper, count: int, language: str, headline: Headline) -> Poster:
    rules = with_long_names(count, language)
    return poster_of(assessed(2), headline, rules, language, most_rows=MOST_ROWS[paper])


def rules_across(shapes: list[Shape], paper: Paper) -> dict[int, list[float]]:
    """The lines between rows by page, highest first: the long ones from the left margin on."""
    width = SIZES[paper][0]
    lines: dict[int, set[float]] = {}
    for shape in shapes:
        if shape.height == 0 and shape.width > width * 0.04 and shape.left < width * 0.05:
            lines.setdefault(shape.page, set()).add(round(shape.low, 1))
    return {page: sorted(lows, reverse=True) for page, lows in lines.items()}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", ROWS)
def test_every_sheet_holds_its_rows_at_their_size(count: int, paper: Paper) -> None:
    wide, tall = SIZES[paper]
    for language, headline in product(LANGUAGES, (Headline.QUESTION, Headline.FINDING)):
        made = poster(paper, count, language, headline)
        pdf = poster_pdf(made, paper)
        found = drawn(pdf)
        assert page_sizes(pdf) == [(wide, tall)] * len(made.pages)
        assert sum(map(len, made.pages)) == count
        assert max(map(len, made.pages)) <= MOST_ROWS[paper]
        for shape in found.shapes:
            assert 0 <= shape.left <= shape.right <= wide
            assert 0 <= shape.low <= shape.high <= tall
        rows = rules_across(found.shapes, paper)
        assert [len(lows) for lows in rows.values()] == [len(page) + 1 for page in made.pages]
        least = 11 if paper is Paper.A4 else 16
        for lows in rows.values():
            assert min(above - below for above, below in pairwise(lows)) >= least


@pytest.mark.parametrize("paper", WALL)
@pytest.mark.parametrize("count", ROWS)
def test_names_on_a_wall_are_read_from_three_metres(count: int, paper: Paper) -> None:
    for language in LANGUAGES:
        made = poster(paper, count, language, Headline.QUESTION)
        found = drawn(poster_pdf(made, paper))
        rows = rules_across(found.shapes, paper).values()
        low, high = max(min(lows) for lows in rows), min(max(lows) for lows in rows)
        capitals = [
            size * CAPITAL * 25.4 / 72
            for (left, at), size in zip(found.words, found.sizes, strict=True)
            if left < SIZES[paper][0] * 0.05 and low < at < high
        ]
        assert len(capitals) >= max(map(len, made.pages))
        assert min(capitals) >= LEAST_CAPITAL, language


@pytest.mark.parametrize("paper", Paper)
def test_there_is_room_to_write_a_name_beside_any_ladder(paper: Paper) -> None:
    for count, language in product(ROWS, LANGUAGES):
        shapes = drawn(poster_pdf(poster(paper, count, language, Headline.QUESTION), paper)).shapes
        frame = max((s for s in shapes if s.page == 1), key=lambda shape: shape.height)
        thin = 0.5 * SIZES[paper][1] / SIZES[Paper.A3][1]
        lines = [s for s in shapes if s.filled and s.height < thin and s.left > frame.left]
        assert lines
        assert min(line.width for line in lines) >= LEAST_LINE
