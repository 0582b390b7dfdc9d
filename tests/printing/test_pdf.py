"""The PDF of a report: accessible, its text as it came in, the same bytes for the same report."""

from __future__ import annotations

import pytest

from sdgassess.language import Words
from sdgassess.report.pdf import report_pdf
from tests.printing.specimen import specimen
from tests.printing.validation import assert_accessible


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_a_report_with_everything_in_it_is_accessible(language: str) -> None:
    assert_accessible(report_pdf(specimen(language=language), Words(language)), language)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_pdf(specimen(), Words("da")) == report_pdf(specimen(), Words("da"))
