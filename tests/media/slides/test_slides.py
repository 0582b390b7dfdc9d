"""Slides as a file, read back: titles in titles, native charts and tables, notes, languages."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import zipfile
from fractions import Fraction
from pathlib import Path

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.presentation import Presentation

from sdgassess.document.runs import Run, plain_runs
from sdgassess.document.slides import Bar, BarChart, Points, Slide, Slides, SlideTable
from sdgassess.media.slides.file import slides_pptx
from sdgassess.problem import UsageRefused
from tests.given.libreoffice import converted
from tests.given.pdfs import pages
from tests.given.specimen import LETTERS, NASTY

CHART = BarChart(
    ("Level",),
    (
        Bar(f"First {LETTERS}", (Fraction(3),)),
        Bar("Open", (None,)),
        Bar("Half", (Fraction(1, 2),)),
    ),
    Fraction(0),
    Fraction(4),
    Fraction(1),
    "First: level 3.\nOpen: too little is known.\nHalf: level 0.5.",
)
TABLE = SlideTable(
    ("Question", "Votes"),
    ((plain_runs("Who decides?"), ()), (plain_runs("Who pays?"), ())),
    (3, 1),
)
POINTS = Points((plain_runs("One"), (Run("Two: ", strong=True), Run("tre", language="da"))))
SHOWN = Slides(
    "The finding of all",
    "Eksempelby · 2026",
    "Say this first.",
    "en",
    dt.date(2026, 3, 12),
    (
        Slide("Where it stands", CHART, "Ask."),
        Slide("What to choose", TABLE, "Vote."),
        Slide("What holds back", POINTS, "Talk."),
    ),
)


def opened(slides: Slides) -> Presentation:
    return pptx.Presentation(io.BytesIO(slides_pptx(slides)))


def test_every_slide_has_its_title_and_its_notes() -> None:
    file = opened(SHOWN)
    titles = [slide.shapes.title.text for slide in file.slides]
    assert titles == [SHOWN.title, *(slide.title for slide in SHOWN.slides)]
    notes = [slide.notes_slide.notes_text_frame.text for slide in file.slides]
    assert notes == [SHOWN.notes, *(slide.notes for slide in SHOWN.slides)]


def test_the_chart_is_native_with_its_numbers_and_words() -> None:
    (frame,) = [shape for shape in opened(SHOWN).slides[1].shapes if shape.has_chart]
    chart = frame.chart
    assert list(chart.plots[0].categories) == [bar.label for bar in CHART.bars]
    assert list(chart.plots[0].series[0].values) == [3.0, None, 0.5]
    assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == (0, 4)
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == CHART.alt


def test_years_stand_side_by_side_in_the_colours_of_the_theme() -> None:
    pair = BarChart(
        ("2024", "2026"),
        (Bar("First", (Fraction(1), Fraction(3))), Bar("Second", (Fraction(2), None))),
        Fraction(0),
        Fraction(4),
        Fraction(1),
        "First: 1, 3.",
    )
    shown = SHOWN._replace(slides=(Slide("It moved", pair, "Ask."),))
    (frame,) = [shape for shape in opened(shown).slides[1].shapes if shape.has_chart]
    earlier, last = frame.chart.plots[0].series
    assert (earlier.name, list(earlier.values)) == ("2024", [1.0, 2.0])
    assert (last.name, list(last.values)) == ("2026", [3.0, None])
    assert frame.chart.has_legend
    colours = [series.format.fill.fore_color.theme_color for series in (earlier, last)]
    assert None not in colours
    assert len(set(colours)) == 2


def test_the_table_is_native_and_no_wider_than_its_place() -> None:
    (frame,) = [shape for shape in opened(SHOWN).slides[2].shapes if shape.has_table]
    grid = frame.table
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["Question", "Votes"],
        ["Who decides?", ""],
        ["Who pays?", ""],
    ]
    assert sum(column.width for column in grid.columns) <= frame.width


def test_nothing_has_a_size_or_letter_of_its_own_and_every_run_a_language() -> None:
    with zipfile.ZipFile(io.BytesIO(slides_pptx(SHOWN))) as parts:
        pages = [n for n in parts.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
        written = [parts.read(name).decode() for name in pages]
    assert len(written) == 1 + len(SHOWN.slides)
    for page in written:
        assert not re.search(r"<a:rPr[^>]* sz=|<a:latin", page)
        assert page.count("<a:t>") == len(re.findall(r"<a:rPr[^>]* lang=", page))
    assert 'lang="da-DK"' in written[3]


def test_the_same_slides_are_the_same_bytes() -> None:
    assert slides_pptx(SHOWN) == slides_pptx(SHOWN)


def test_no_part_tells_when_or_where_it_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(slides_pptx(SHOWN))) as parts:
        names = parts.namelist()
        core = parts.read("docProps/core.xml").decode()
    assert "2026-03-12T00:00:00Z" in core
    assert not [name for name in names if "thumbnail" in name or "printer" in name]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(NASTY) | st.text(max_size=40), min_size=1, max_size=8))
def test_any_text_is_the_text_that_it_is(texts: list[str]) -> None:
    points = Points(tuple(plain_runs(text) for text in texts))
    file = opened(SHOWN._replace(slides=(Slide("Texts", points, "-"),)))
    frame = file.slides[1].placeholders[1].text_frame
    assert len(frame.paragraphs) == len(texts)
    for text, paragraph in zip(texts, frame.paragraphs, strict=True):
        if text.isprintable():
            assert paragraph.text == text


@pytest.mark.parametrize(
    ("module", "package"), [("pptx", "python-pptx"), ("xlsxwriter", "XlsxWriter")]
)
def test_a_missing_package_is_named(
    monkeypatch: pytest.MonkeyPatch, module: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageRefused) as refused:
        slides_pptx(SHOWN)
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["package"]) == ("P602", package)


@pytest.mark.slow
def test_it_opens_in_an_office_program_a_page_a_slide(tmp_path: Path) -> None:
    file = tmp_path / "x.pptx"
    file.write_bytes(slides_pptx(SHOWN))
    (pdf,) = converted([file], "pdf", tmp_path).values()
    assert pages(pdf.read_bytes()) == 1 + len(SHOWN.slides)
