"""Every kind of chart: as it was, whole, legible, and with everything in its words."""

from __future__ import annotations

import os
import re
from itertools import combinations
from pathlib import Path

import pytest

from sdgassess.language import Words
from sdgassess.media.charts.drawing import draw, draw_narrow
from sdgassess.media.charts.pen import FAMILY, Drawing
from tests.media.charts.examples import CHARTS
from tests.media.charts.picture_words import SVG, corners, lines, tree

CASES = Path(__file__).parent / "cases"
REWRITE = bool(os.environ.get("SDGASSESS_REWRITE_CASES"))
EN = Words("en")


def drawing_of(name: str) -> Drawing:
    return draw(CHARTS[name](EN), EN)


def drawings_of(name: str) -> list[Drawing]:
    """The picture of a chart, and its narrow form where it has one."""
    narrow = draw_narrow(CHARTS[name](EN), EN)
    return [drawing_of(name), *([narrow] if narrow else [])]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_as_it_was(name: str) -> None:
    chart = CHARTS[name](EN)
    for suffix, content in (("svg", draw(chart, EN).svg), ("txt", chart.alt + "\n")):
        case = CASES / f"{name}.{suffix}"
        if REWRITE:
            case.write_text(content, "utf-8")
        assert case.read_text("utf-8") == content


def test_every_case_belongs_to_a_chart() -> None:
    assert {case.stem for case in CASES.iterdir()} == set(CHARTS)


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_lies_outside_the_picture(name: str) -> None:
    for drawing in drawings_of(name):
        for x, y in corners(drawing):
            assert -0.5 <= x <= drawing.width + 0.5
            assert -0.5 <= y <= drawing.height + 0.5
        for said in lines(drawing):
            assert said.left >= -0.5, said
            assert said.right <= drawing.width + 0.5, said
            assert said.top >= -0.5, said
            assert said.bottom <= drawing.height + 0.5, said


@pytest.mark.parametrize("name", CHARTS)
def test_no_words_run_into_others(name: str) -> None:
    for drawing in drawings_of(name):
        for one, other in combinations(lines(drawing), 2):
            assert not one.overlaps(other), (one, other)


class Listening(Words):
    """Words that remember what was said without a fact in it: heads and keys."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.fixed: list[str] = []

    def __call__(self, message: str, **facts: object) -> str:
        said = super().__call__(message, **facts)
        if not facts:
            self.fixed.append(said)
        return said


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("name", CHARTS)
def test_the_words_of_a_chart_hold_whatever_it_shows(name: str, language: str) -> None:
    words = Listening(language)
    chart = CHARTS[name](words)
    for said in lines(draw(chart, words)):
        if said.top < 10 and said.text.replace(".", "").replace(",", "").isdecimal():
            continue  # a number of the scale
        shown = re.escape(said.text.removesuffix("-"))
        whole = rf"(?<![\d,.]){shown}(?![\d]|[,.]\d)" if said.text.isdecimal() else shown
        assert re.search(whole, chart.alt) or any(re.search(shown, s) for s in words.fixed)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_stands_on_its_own(name: str) -> None:
    drawing = drawing_of(name)
    for element in tree(drawing).iter():
        assert element.tag.removeprefix(SVG) in {
            "svg", "rect", "line", "circle", "polygon", "text",
        }  # fmt: skip
        assert not {"id", "class", "style", "href"} & set(element.attrib)
        if element.tag == f"{SVG}text":
            assert element.attrib["font-family"] == FAMILY
    assert f'width="{drawing.width:g}"' in drawing.svg
    assert CHARTS[name](EN).title
