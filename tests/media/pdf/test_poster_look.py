"""The municipality's own look on a poster: small, beside the subtitle, in nobody's way."""

from __future__ import annotations

import pytest

from sdgassess.document.blocks import Logo, Look
from sdgassess.document.poster import Headline
from sdgassess.media.pdf.poster import Paper, poster_pdf
from sdgassess.problem import InputRefused
from tests.given.pdfs import page_sizes, text_of
from tests.given.posters import PICKS, poster_of
from tests.given.profiles import assessed
from tests.given.slow import slow_but
from tests.given.specimen import PNG, SVG
from tests.given.validation import assert_accessible, elements

NAME_LINE = "Prøveby Kommune"


@pytest.mark.parametrize("logo", [Logo(PNG, "png"), Logo(SVG, "svg")], ids=["png", "svg"])
@pytest.mark.parametrize("paper", slow_but((Paper.A3,), Paper))
def test_logo_and_name_line_are_on_the_poster(logo: Logo, paper: Paper) -> None:
    poster = poster_of(assessed(1, PICKS), Headline.FINDING)
    pdf = poster_pdf(poster._replace(look=Look(logo, NAME_LINE)), paper)
    assert [str(one.Alt) for one in elements(pdf, "/Figure")].count(NAME_LINE) == 1
    assert len(page_sizes(pdf)) == 1
    assert_accessible(pdf, "en")


@pytest.mark.slow
def test_the_name_line_can_be_copied_out_of_the_poster() -> None:
    assert NAME_LINE in text_of(poster_pdf(poster_of()._replace(look=Look(None, NAME_LINE))))


def test_a_logo_without_a_line_has_a_name_for_those_who_do_not_see_it() -> None:
    pdf = poster_pdf(poster_of()._replace(look=Look(Logo(SVG, "svg"))))
    assert "The municipality’s logo" in [str(one.Alt) for one in elements(pdf, "/Figure")]


def test_a_poster_without_a_look_is_what_it_was() -> None:
    poster = poster_of()
    assert poster_pdf(poster) == poster_pdf(poster._replace(look=Look()))


def test_a_very_long_line_leaves_the_poster_on_its_page() -> None:
    line = "Kommunstyrelsens hållbarhetsutskott " * 6 + "W" * 120
    for paper in Paper:
        pdf = poster_pdf(poster_of()._replace(look=Look(Logo(SVG, "svg"), line)), paper)
        assert len(page_sizes(pdf)) == 1


def test_a_logo_that_cannot_be_printed_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        poster_pdf(poster_of()._replace(look=Look(Logo(b"<svg", "svg"))))
    assert [problem.code for problem in refused.value.problems] == ["P609"]
