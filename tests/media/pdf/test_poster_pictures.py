"""What a poster looks like, held against pictures, and what is left of it on a black copy.

`SDGASSESS_REWRITE_CASES=1` paints the pictures again; look at them before you keep them.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

import pytest
from PIL import Image

from sdgassess.document.poster import Headline, Poster
from sdgassess.media.pdf.poster import Ink, Paper, poster_pdf
from sdgassess.model.profile import Priority
from tests.given.golden import assert_looks_as_kept, painted
from tests.given.patience import PATIENCE
from tests.given.posters import LONG_NAMES, PICKS, poster_of
from tests.given.profiles import assessed, heard
from tests.given.questionnaires import nordic, with_factors, with_names
from tests.given.specimen import LETTERS
from tests.given.verapdf import assert_vera_passes
from tests.media.pdf.test_poster import POSTERS

_OF_EVERY_KIND: dict[str, Callable[[], Poster]] = {
    "poster-question": poster_of,
    "poster-marked": lambda: poster_of(
        assessed(2, LED2=0, BUD3=0, POL1=4, POL3=3, POL5=3, CONT1="?", CONT2="?", CONT3="?"),
        Headline.MARKED,
    ),
    "poster-suggested": lambda: poster_of(heard(assessed(1)), Headline.FINDING),
    "poster-picked": lambda: poster_of(assessed(1, PICKS), Headline.FINDING),
    "poster-long-names": lambda: poster_of(
        assessed(1, [Priority("BUD2"), Priority("POL1")]),
        Headline.FINDING,
        with_names(lambda n: LONG_NAMES[n % len(LONG_NAMES)], "en"),
    ),
    "poster-three-factors": lambda: poster_of(rules=with_factors(3)),
}

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", _OF_EVERY_KIND)
def test_a_poster_looks_as_it_was_looked_at(name: str) -> None:
    assert_looks_as_kept(name, poster_pdf(_OF_EVERY_KIND[name]()))


def test_the_marks_are_still_told_apart_on_a_black_copy() -> None:
    poster = poster_of(assessed(3, PICKS), Headline.MARKED)
    copy = painted(poster_pdf(poster), 100, grey=True).point(lambda dot: 255 if dot > 127 else 0)
    colour = painted(poster_pdf(poster), 100)
    blue, white = (11, 79, 138), (255, 255, 255)
    of_discs = _places(colour, blue)
    assert of_discs
    assert all(copy.getpixel(place) == 0 for place in of_discs)
    rust = _places(colour, (154, 59, 0))
    assert rust
    assert all(copy.getpixel(place) == 0 for place in rust)
    assert copy.getpixel(_middle(rust)) == white[0]


def test_one_ink_leaves_no_colour_on_the_paper() -> None:
    poster = poster_of(assessed(1, PICKS), Headline.FINDING)
    for paper in Paper:
        _, saturation, _ = painted(poster_pdf(poster, paper, Ink.MONO), 50).convert("HSV").split()
        assert saturation.getextrema() == (0, 0)
    _, saturation, _ = painted(poster_pdf(poster), 50).convert("HSV").split()
    assert saturation.getextrema() == (0, 255)


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_every_letter_can_be_searched_for(language: str) -> None:
    names = [f"{LETTERS} {n}" for n in range(len(nordic().factors))]
    poster = poster_of(
        assessed(1, PICKS), Headline.FINDING, with_names(names.__getitem__, language), language
    )
    reader = shutil.which("pdftotext")
    assert reader, "pdftotext is missing: install poppler-utils"
    ran = subprocess.run(
        [reader, "-", "-"],
        input=poster_pdf(poster, Paper.A4),
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    text = ran.stdout.decode()
    assert [name for name in names if name not in text] == []
    assert poster.agreements[0].question[1].text.split()[0] in text
    for said in (*poster.how_to[:1], *(entry.words for entry in poster.key), poster.labels.who):
        assert said.split()[0] in text


def test_another_validator_agrees() -> None:
    assert_vera_passes(
        *(poster_pdf(kind(), paper) for kind in POSTERS.values() for paper in Paper),
        poster_pdf(poster_of(rules=with_factors(15)), ink=Ink.MONO),
    )


def _places(picture: Image.Image, colour: tuple[int, int, int]) -> list[tuple[int, int]]:
    """Where a picture has exactly a colour."""
    width, height = picture.size
    dots = picture.load()
    assert dots is not None
    return [(x, y) for x in range(width) for y in range(height) if dots[x, y] == colour]


def _middle(places: list[tuple[int, int]]) -> tuple[int, int]:
    """The middle of some places."""
    across, down = [x for x, _ in places], [y for _, y in places]
    return (min(across) + max(across)) // 2, (min(down) + max(down)) // 2
