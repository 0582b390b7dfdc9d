"""The gap report of what ships, as others see it: a browser, veraPDF, an office suite."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdgassess.document.blocks import (
    Document,
    Figure,
    Look,
    Table,
)
from sdgassess.language import LANGUAGES
from sdgassess.media.html.page import report_html
from sdgassess.media.pdf.report import report_pdf
from sdgassess.media.word.report import report_docx
from sdgassess.model.profile import Priority
from sdgassess.report.gaps.report import gap_report_document
from tests.given.browser import assert_clean_page
from tests.given.documents import every_block
from tests.given.gap_reports import edition, gap_document
from tests.given.libreoffice import converted
from tests.given.pdfs import text_of
from tests.given.places import EXAMPLE, MUNICIPALITIES
from tests.given.profiles import opened
from tests.given.questionnaires import spoken
from tests.given.verapdf import assert_vera_passes

pytestmark = pytest.mark.slow


def picked(language: str) -> Document:
    rules, profile = opened(EXAMPLE)
    picks = (Priority("BUD2", 3, "økonomichef", "2026-10-01", "Æble, ål"), Priority("LED2"))
    return gap_report_document(
        edition(rules, profile._replace(priorities=picks), language), Look()
    )


@pytest.mark.usefixtures("one_browser")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_no_barriers_and_asks_for_nothing(language: str) -> None:
    assert_clean_page(report_html(picked(language), spoken(language)))


def test_vera_agrees_on_every_municipality() -> None:
    profiles = sorted(MUNICIPALITIES.glob("*.yaml"))
    files = [report_pdf(gap_document(path, "sv"), spoken("sv")) for path in profiles]
    assert_vera_passes(*files, *(report_pdf(picked(one), spoken(one)) for one in LANGUAGES))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_picks_can_be_taken_out_of_the_pdf(language: str) -> None:
    words = text_of(report_pdf(picked(language), spoken(language)))
    assert "økonomichef" in words
    assert "Æble, ål" in words


def test_the_office_suite_reads_its_tables_and_pictures(tmp_path: Path) -> None:
    document = picked("da")
    file = tmp_path / "gaps.docx"
    file.write_bytes(report_docx(document, spoken("da")))
    page = converted([file], "fodt", tmp_path)["gaps.fodt"].read_text("utf-8")
    blocks = list(every_block(document))
    assert page.count("<table:table ") == sum(isinstance(one, Table) for one in blocks)
    assert page.count("<draw:frame ") >= sum(isinstance(one, Figure) for one in blocks)
    assert "økonomichef" in page
