"""veraPDF agrees that the files are accessible and can be kept; it can tell one that is not."""

from __future__ import annotations

import io

import pikepdf
import pytest

from sdgassess.language import Words
from sdgassess.media.pdf.report import report_pdf
from tests.given.specimen import specimen
from tests.given.verapdf import assert_vera_passes, vera_verdicts

pytestmark = pytest.mark.slow


def test_reports_pass_in_every_language_and_as_forms() -> None:
    reports = [specimen(language=language) for language in ("da", "sv", "en")]
    files = [report_pdf(one, Words(one.language)) for one in reports]
    form = report_pdf(specimen()._replace(compact=True), Words("da"))
    assert_vera_passes(*files, form)


def test_a_file_with_a_picture_without_words_does_not_pass() -> None:
    pdf = report_pdf(specimen(), Words("da"))
    broken = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
                del item["/Alt"]
        opened.save(broken)
    verdicts = vera_verdicts(broken.getvalue())
    assert [line for line in verdicts if line.startswith("FAIL\tua1")], verdicts
