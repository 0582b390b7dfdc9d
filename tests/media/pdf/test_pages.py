"""How a report falls on pages: what stays together, what breaks, what never leaves the paper."""

from __future__ import annotations

import re

import pytest

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Choice,
    Choices,
    Count,
    Counts,
    Figure,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Together,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.media.charts.pen import Drawing
from tests.given.pdfs import LONG, TABLE, pages, poppler, printed, text_of
from tests.given.specimen import CHART, LETTERS, NASTY
from tests.given.validation import elements, opened_pdf, within


def test_what_belongs_together_moves_to_the_next_page_as_a_whole() -> None:
    lines = tuple(Paragraph(plain_runs(f"Linje {n}")) for n in range(28))
    assert pages(printed(*lines, *lines)) == 2
    assert pages(printed(*lines, Together(lines), Together(lines))) == 3


def test_what_is_taller_than_a_page_breaks_and_loses_nothing() -> None:
    lines = tuple(Paragraph(plain_runs(f"Linje {n}")) for n in range(150))
    pdf = printed(Together(lines))
    assert pages(pdf) >= 4
    assert len(elements(pdf, "/P")) >= 150


def test_a_row_taller_than_a_page_breaks() -> None:
    tall = TABLE._replace(rows=((Cell(plain_runs("x")), Cell(plain_runs("ord " * 3000))),))
    assert pages(printed(tall)) >= 3


def test_a_long_table_repeats_its_head_and_stays_one_table() -> None:
    rows = tuple((Cell(plain_runs(f"F{n}")), Cell(plain_runs("2"))) for n in range(120))
    pdf = printed(TABLE._replace(rows=rows))
    assert pages(pdf) >= 3
    assert len(elements(pdf, "/Table")) == len(elements(pdf, "/THead")) == 1
    assert len(elements(pdf, "/TR")) == 121


def test_a_new_page_begins_where_it_is_asked_for() -> None:
    text = Paragraph(plain_runs("Ord"))
    assert pages(printed(text, NewPage(), text, NewPage(), text)) == 3


def test_a_form_is_set_closer_than_a_report() -> None:
    question = (Choices("V", tuple(Choice(str(n), plain_runs("Tekst " * 20)) for n in range(5))),)
    six = tuple(Together(question) for _ in range(6))
    assert pages(printed(*six, compact=True)) < pages(printed(*six))


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    """However much stands above it, a heading is on the page of what follows it."""
    for lines in range(30, 46):
        above = tuple(Paragraph(plain_runs("Ord")) for _ in range(lines))
        pdf = printed(*above, Heading(2, plain_runs("Del")), TABLE)
        assert _page_of(pdf, "/H2") == _page_of(pdf, "/Table")


def test_a_remark_between_a_heading_and_a_table_leaves_with_them() -> None:
    remark = Paragraph(plain_runs("Bemærk"), small=True)
    for lines in range(26, 44):
        above = tuple(Paragraph(plain_runs("Ord")) for _ in range(lines))
        pdf = printed(*above, Heading(2, plain_runs("Del")), remark, TABLE)
        assert _page_of(pdf, "/H2") == _page_of(pdf, "/Table")


def _page_of(pdf: bytes, kind: str) -> int:
    """The page on which the first element of a kind begins."""
    (element,) = elements(pdf, kind)
    placed = next(part for part in (element, *within(element)) if "/Pg" in part)
    return [page.obj.objgen for page in opened_pdf(pdf).pages].index(placed.Pg.objgen)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_every_word_of_a_report_can_be_copied_out_of_it(language: str) -> None:
    said = text_of(printed(language=language))
    for words in (LETTERS, *NASTY, "Byrådet vedtog i 2018", "gapa inte efter för mycket"):
        assert words in said


@pytest.mark.slow
def test_the_foot_of_every_page_tells_its_number() -> None:
    said = text_of(printed(Paragraph(plain_runs("Ord")), NewPage(), Paragraph(plain_runs("Ord"))))
    numbers = [tuple(map(int, found)) for found in re.findall(r"(\d) \w+ (\d)", said)]
    assert numbers == [(1, 2), (2, 2)]


WIDE: dict[str, tuple[Block, ...]] = {
    "a heading": (Heading(2, plain_runs(f"{LONG} {LONG * 3}")),),
    "a paragraph": (Paragraph(plain_runs("https://example.org/" + "a1b2/" * 60)),),
    "a list": (Bullets((plain_runs("X" * 300),)),),
    "cells": (
        TABLE._replace(
            head=(plain_runs(LONG),) * 2,
            rows=((Cell(plain_runs(LONG)), Cell(plain_runs("AB12-" * 40))),),
            shares=(1, 9),
        ),
    ),
    "columns": (Beside((Heading(3, plain_runs(LONG)),), (Paragraph(plain_runs(LONG * 2)),)),),
    "choices": (Choices("V", (Choice("1", plain_runs(LONG * 4)),)),),
    "counts": (Counts((Count("12345678", LONG), Count("2 → 3", LONG), Count("1", LONG * 2))),),
    "a chart": (Beside((Figure(CHART),), (Figure(CHART._replace(title=LONG)),), (1, 4)),),
    "the look": (Paragraph((Run("x"),)),),
}


@pytest.mark.slow
@pytest.mark.parametrize("blocks", WIDE.values(), ids=WIDE)
def test_no_word_is_so_long_that_it_leaves_the_paper(blocks: tuple[Block, ...]) -> None:
    pdf = printed(*blocks, footer=f"{LONG} " * 3, look=Look(name_line=LONG * 3))
    boxes = poppler("pdftotext", pdf, "-bbox").decode()
    rights = [float(right) for right in re.findall(r'xMax="([\d.]+)"', boxes)]
    lefts = [float(left) for left in re.findall(r'xMin="([\d.]+)"', boxes)]
    assert rights
    assert max(rights) <= 595.3 - 56.0
    assert min(lefts) >= 56.0


@pytest.mark.slow
def test_the_letters_of_a_chart_are_as_dark_as_those_around_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Typst sets them in the lightest cut of the font unless it is told the weight."""

    from tests.given.golden import painted  # only slow tests look at pages

    def ink(weight: str) -> float:
        """How much darker letters of a weight make a page."""
        letters = f'<text x="10" y="40" font-size="20"{weight}>ÆbleÆbleÆbleÆble</text>'
        return darkness(letters) - darkness("")

    def darkness(element: str) -> float:
        drawing = Drawing((element,), 200, 60)
        monkeypatch.setattr("sdgassess.media.pdf.blocks.draw", lambda *_: drawing)
        shades = painted(printed(Figure(CHART)), 100, grey=True).histogram()
        return float(sum(count * (255 - shade) for shade, count in enumerate(shades)))

    usual, light, bold = (ink(f' font-weight="{weight}"') for weight in (400, 200, 700))
    assert ink("") == usual
    assert light * 1.3 < usual
    assert usual * 1.2 < bold
