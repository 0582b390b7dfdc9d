"""The printed years under the eyes of a real browser and of an independent validator."""

from __future__ import annotations

import pytest

from sdgassess.media.html.page import report_html
from sdgassess.media.pdf.report import report_pdf
from sdgassess.report.years.report import years_report
from tests.given.browser import assert_clean_page
from tests.given.questionnaires import spoken
from tests.given.verapdf import assert_vera_passes
from tests.given.years import examples, random_years
from tests.given.years_reports import printed

pytestmark = pytest.mark.slow


@pytest.mark.usefixtures("one_browser")
def test_the_examples_and_ten_years_are_pages_without_barriers() -> None:
    danish = spoken("da")
    assert_clean_page(report_html(years_report(examples(), danish), danish))
    assert_clean_page(report_html(printed(*random_years(10)), spoken("en")))


def test_the_examples_in_each_language_and_ten_years_pass_an_independent_validator() -> None:
    found = examples()
    words = [spoken(language) for language in ("da", "sv", "en")]
    pdfs = [report_pdf(years_report(found, one), one) for one in words]
    assert_vera_passes(*pdfs, report_pdf(printed(*random_years(10)), spoken("en")))
