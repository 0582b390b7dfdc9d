"""Colours that can be told from paper, and marks that can be told from each other without any."""

from __future__ import annotations

import re

import pytest

from sdgassess.document import palette
from sdgassess.document.palette import on_shade
from sdgassess.media.charts import marks


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, from 0 to 1 (WCAG 2.1)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.1)."""
    dark, light = sorted((luminance(colour), luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("colour", [palette.TEXT, palette.MUTED, palette.STANDING, palette.TARGET])
def test_words_and_marks_stand_out_from_paper(colour: str) -> None:
    assert contrast(colour, palette.PAPER) >= 4.5


@pytest.mark.parametrize("shade", range(6))
def test_the_number_on_a_shade_can_be_read(shade: int) -> None:
    ground = palette.SHADES[shade]
    assert contrast(on_shade(shade), ground) >= 4.5


def test_the_border_of_a_cell_stands_out_from_paper() -> None:
    assert contrast(palette.MUTED, palette.PAPER) >= 3


def test_shades_grow_darker_level_by_level() -> None:
    lights = [luminance(shade) for shade in palette.SHADES]
    assert lights == sorted(lights, reverse=True)
    assert all(contrast(a, b) >= 1.15 for a, b in zip(palette.SHADES, palette.SHADES[1:]))  # noqa: B905 - neighbours


LADDER = (
    marks.dot, marks.ring, marks.diamond, marks.filled_square,
    marks.open_square, marks.crossed_square, marks.post, marks.small_box,
)  # fmt: skip
CHANGES = (marks.up, marks.down, marks.short_line, marks.not_comparable)
YEARS = (marks.dot, marks.earlier_year, marks.cross, marks.no_number, marks.unmoved)
VOICES = (marks.dot, marks.ring, marks.tick, marks.short_line, marks.thick_line)
STYLE = (marks.dot, marks.reference)


@pytest.mark.parametrize("together", [LADDER, CHANGES, YEARS, VOICES, STYLE])
def test_marks_of_one_chart_differ_without_colour(together: tuple[marks.Mark, ...]) -> None:
    assert len({_shape(mark) for mark in together}) == len(together)


def _shape(mark: marks.Mark) -> str:
    """What a mark is on a black and white printer: its shape and filling, wherever it lies."""
    drawn = _in_black(mark((50, 50)))
    return re.sub(r' (c?[xy][12]?)="[^"]*"', "", drawn) + _slope(drawn)


def _in_black(drawn: str) -> str:
    """A mark in one ink: every colour but the paper's is that ink."""
    return re.sub(r"#[0-9a-f]{6}", lambda c: c[0] if c[0] == palette.PAPER else "#000000", drawn)


def _slope(drawn: str) -> str:
    """Whether lines lie or stand."""
    found = re.findall(r'x1="(\S+)" y1="(\S+)" x2="(\S+)" y2="(\S+)"', drawn)
    return str([(x1 == x2, y1 == y2) for x1, y1, x2, y2 in found])


def test_open_marks_are_open_and_filled_ones_filled_in_one_ink() -> None:
    for mark in (marks.dot, marks.filled_square, marks.up):
        assert 'fill="#000000"' in _in_black(mark((0, 0)))
    for mark in (marks.ring, marks.open_square, marks.diamond, marks.down, marks.earlier_year):
        assert f'fill="{palette.PAPER}"' in _in_black(mark((0, 0)))
