"""Sheets are called by words of a questionnaire, and any words make tabs that Excel opens."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.document.sheets import Column, Sheet
from sdgassess.media.xlsx import xlsx_bytes
from sdgassess.report.workbook.workbook import workbook
from sdgassess.scoring.score import score
from tests.given.gap_reports import gap_report
from tests.given.profiles import example
from tests.given.questionnaires import nordic, spoken

BOOK = workbook([gap_report(score(nordic(), example()))], None, spoken("en"), ["p.yaml"])


def tabs(*names: str) -> list[str]:
    """What the tabs of sheets of these names are called."""
    sheets = tuple(
        Sheet(id=f"s{n}", name=name, columns=(Column("A", 9),), rows=(("x",),), fixed=0)
        for n, name in enumerate(names)
    )
    raw = xlsx_bytes(BOOK._replace(sheets=sheets))
    return openpyxl.load_workbook(io.BytesIO(raw)).sheetnames


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (("Answers", "answers"), ["Answers", "answers (2)"]),
        (("History",), ["History (2)"]),
        (("'''", ""), ["(2)", "(3)"]),
        (("a/b: [c]?*\\",), ["a-b- -c----"]),
        (("Umsätze nach Konten und Perioden",), ["Umsätze nach Konten und Periode"]),
        (("x" * 40, "x" * 31, "X" * 50), ["x" * 31, "x" * 27 + " (2)", "X" * 27 + " (3)"]),
    ],
)
def test_tabs_are_short_apart_and_allowed(names: tuple[str, ...], called: list[str]) -> None:
    assert tabs(*names) == called


def test_an_apostrophe_that_cutting_brings_to_the_end_goes() -> None:
    assert tabs("a" * 30 + "'s places") == ["a" * 30]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_words_make_tabs(names: list[str]) -> None:
    called = tabs(*names)
    assert len({tab.casefold() for tab in called}) == len(names)
    assert all(0 < len(tab.encode("utf-16-le")) <= 62 for tab in called)
    assert not any(tab[0] == "'" or tab[-1] == "'" for tab in called)
