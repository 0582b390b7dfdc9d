"""What LibreOffice finds in a Word file: each part of it is what it looks like."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sdgassess.language import Words
from sdgassess.media.word.report import report_docx
from tests.given.libreoffice import converted
from tests.given.specimen import CHART, NASTY, specimen

pytestmark = pytest.mark.slow

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> ET.Element:
    """The made-up report as LibreOffice understands it."""
    folder = tmp_path_factory.mktemp("office")
    file = folder / "report.docx"
    file.write_bytes(report_docx(specimen(), Words("da")))
    saved = converted([file], "fodt", folder)
    assert list(saved) == ["report.fodt"]
    return ET.parse(saved["report.fodt"]).getroot()


def words_of(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()


def test_headings_are_headings(seen: ET.Element) -> None:
    found = [(one.get(f"{TEXT}outline-level"), words_of(one)) for one in seen.iter(f"{TEXT}h")]
    assert found[0] == ("1", "Lister og tabeller")
    assert ("2", NASTY[3]) in found


def test_lists_are_lists(seen: ET.Element) -> None:
    listed = [words_of(one) for one in seen.iter(f"{TEXT}list-item")]
    assert listed == list(NASTY)


def test_the_head_of_a_table_is_its_head(seen: ET.Element) -> None:
    (table,) = seen.iter(f"{TABLE}table")
    heads = table.findall(f"{TABLE}table-header-rows/{TABLE}table-row")
    assert [words_of(cell) for cell in heads[0].iter(f"{TABLE}table-cell")] == [
        "Faktor",
        "Niveau",
        "Noter",
    ]
    assert len(heads) == 1


def test_a_picture_has_its_words(seen: ET.Element) -> None:
    assert [one.text for one in seen.iter(f"{SVG}title")] == [CHART.title]
    assert [one.text for one in seen.iter(f"{SVG}desc")] == [CHART.alt]


def test_it_is_danish_with_some_words_in_swedish(seen: ET.Element) -> None:
    default = seen.find(f".//{STYLE}default-style[@{STYLE}family='paragraph']")
    assert default is not None
    told = default.find(f"{STYLE}text-properties")
    assert told is not None
    assert (told.get(f"{FO}language"), told.get(f"{FO}country")) == ("da", "DK")
    swedish = {
        style.get(f"{STYLE}name")
        for style in seen.iter(f"{STYLE}style")
        if (text := style.find(f"{STYLE}text-properties")) is not None
        and text.get(f"{FO}language") == "sv"
    }
    spans = [
        words_of(one)
        for one in seen.iter(f"{TEXT}span")
        if one.get(f"{TEXT}style-name") in swedish
    ]
    assert set(spans) == {"gapa inte efter för mycket på en gång"}


def test_it_becomes_a_pdf_with_a_page_for_each_part(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(report_docx(specimen(), Words("da")))
    saved = converted([file], "pdf", tmp_path)
    import pikepdf

    with pikepdf.open(saved["report.pdf"]) as pdf:
        assert 2 <= len(pdf.pages) <= 4
