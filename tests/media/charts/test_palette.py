"""Colours that can be told from paper, and marks that can be told from each other without any."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sdgassess.document import palette
from sdgassess.document.palette import (
    Ink,
    contrast,
    grey,
    luminance,
    on_shade,
)
from sdgassess.report.charts import marks
from sdgassess.report.charts.pen import Pen


def test_contrast_is_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize(
    "colour", [palette.TEXT, palette.BEFORE, palette.STANDING, palette.TARGET]
)
def test_words_and_marks_stand_out_from_paper(colour: str) -> None:
    assert contrast(colour, palette.PAPER) >= 4.5


@pytest.mark.parametrize("shade", range(6))
def test_the_number_on_a_shade_can_be_read(shade: int) -> None:
    ground = palette.SHADES[shade]
    assert contrast(on_shade(shade), ground) >= 4.5
    assert contrast(on_shade(shade), grey(ground)) >= 4.5


def test_the_border_of_a_cell_stands_out_from_paper() -> None:
    assert contrast(palette.BEFORE, palette.PAPER) >= 3


def test_shades_grow_darker_level_by_level() -> None:
    lights = [luminance(shade) for shade in palette.SHADES]
    assert lights == sorted(lights, reverse=True)
    assert all(contrast(a, b) >= 1.15 for a, b in zip(palette.SHADES, palette.SHADES[1:]))  # noqa: B905 - neighbours


def test_grey_keeps_the_luminance() -> None:
    for shade in palette.SHADES:
        assert luminance(grey(shade)) == pytest.approx(luminance(shade), abs=0.01)


LADDER = (
    marks.dot, marks.ring, marks.last_year, marks.diamond, marks.filled_square,
    marks.open_square, marks.missing, marks.post, marks.small_box,
)  # fmt: skip
CHANGES = (marks.up, marks.down, marks.same, marks.apart)
YEARS = (marks.dot, marks.past, marks.cross, marks.nothing, marks.unmoved)
VOICES = (marks.dot, marks.ring, marks.tick, marks.thick)
STYLE = (marks.dot, marks.reference)


@pytest.mark.parametrize("together", [LADDER, CHANGES, YEARS, VOICES, STYLE])
def test_marks_of_one_chart_differ_without_colour(together: tuple[marks.Mark, ...]) -> None:
    assert len({_shape(mark) for mark in together}) == len(together)


def _shape(mark: Callable[[Pen, tuple[float, float], float], str]) -> str:
    """What a mark is in one ink: shapes and fillings; where it lies is left out."""
    return re.sub(r' (c?[xy][12]?)="[^"]*"', "", mark(Pen(Ink.MONO), (50, 50), 10)) + (
        _slope(mark(Pen(Ink.MONO), (50, 50), 10))
    )


def _slope(drawn: str) -> str:
    """Whether lines lie or stand."""
    found = re.findall(r'x1="(\S+)" y1="(\S+)" x2="(\S+)" y2="(\S+)"', drawn)
    return str([(x1 == x2, y1 == y2) for x1, y1, x2, y2 in found])


def test_open_marks_are_open_and_filled_ones_filled_in_one_ink() -> None:
    pen = Pen(Ink.MONO)
    for mark in (marks.dot, marks.filled_square, marks.up):
        assert f'fill="{palette.TEXT}"' in mark(pen, (0, 0), 10)
    for mark in (marks.ring, marks.open_square, marks.diamond, marks.down, marks.past):
        assert f'fill="{palette.PAPER}"' in mark(pen, (0, 0), 10)
