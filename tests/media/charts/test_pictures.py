"""Every kind of chart: as it was, whole, legible, and with everything in its words."""

from __future__ import annotations

import os
import re
from itertools import combinations
from pathlib import Path

import pytest

from sdgassess.document.blocks import Chart
from sdgassess.language import Words
from sdgassess.report.charts import Ink, Paper
from sdgassess.report.charts.pen import FAMILY
from tests.media.charts.drawn import SVG, corners, lines, tree
from tests.media.charts.shown import CHARTS

CASES = Path(__file__).parent / "cases"
REWRITE = bool(os.environ.get("SDGASSESS_REWRITE_CASES"))
PAPERS = {
    "a4": Paper(),
    "mono": Paper(ink=Ink.MONO),
    "a3": Paper(740, 15),
    "narrow": Paper(300, 9),
}
EVERY = [(name, paper) for name in CHARTS for paper in PAPERS]


def draw(name: str, paper: str = "a4", language: str = "en") -> Chart:
    return CHARTS[name](Words(language), PAPERS[paper])


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_as_it_was(name: str) -> None:
    chart = draw(name)
    for suffix, content in (("svg", chart.svg), ("txt", chart.alt + "\n")):
        case = CASES / f"{name}.{suffix}"
        if REWRITE:
            case.write_text(content, "utf-8")
        assert case.read_text("utf-8") == content


def test_every_case_belongs_to_a_chart() -> None:
    assert {case.stem for case in CASES.iterdir()} == set(CHARTS)


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_nothing_lies_outside_the_picture(name: str, paper: str) -> None:
    chart = draw(name, paper)
    for x, y in corners(chart):
        assert -0.5 <= x <= chart.width + 0.5
        assert -0.5 <= y <= chart.height + 0.5
    for said in lines(chart):
        assert said.left >= -0.5, said
        assert said.right <= chart.width + 0.5, said
        assert said.top >= -0.5, said
        assert said.bottom <= chart.height + 0.5, said


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_no_words_run_into_others(name: str, paper: str) -> None:
    for one, other in combinations(lines(draw(name, paper)), 2):
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
    chart = CHARTS[name](words, Paper())
    for said in lines(chart):
        if said.top < 10 and said.text.replace(".", "").replace(",", "").isdecimal():
            continue  # a number of the scale
        shown = re.escape(said.text.removesuffix("-"))
        whole = rf"(?<![\d,.]){shown}(?![\d]|[,.]\d)" if said.text.isdecimal() else shown
        assert re.search(whole, chart.alt) or any(re.search(shown, s) for s in words.fixed)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_stands_on_its_own(name: str) -> None:
    chart = draw(name)
    for element in tree(chart).iter():
        assert element.tag.removeprefix(SVG) in {
            "svg", "rect", "line", "circle", "polygon", "text",
        }  # fmt: skip
        assert not {"id", "class", "style", "href"} & set(element.attrib)
        if element.tag == f"{SVG}text":
            assert element.attrib["font-family"] == FAMILY
    assert f'width="{chart.width:g}"' in chart.svg
    assert chart.title


@pytest.mark.parametrize("name", CHARTS)
def test_one_ink_is_one_ink(name: str) -> None:
    colours = set(re.findall(r"#[0-9a-f]{6}", draw(name, "mono").svg))
    coloured = {c for c in colours if not c[1:3] == c[3:5] == c[5:7]}
    assert not coloured
