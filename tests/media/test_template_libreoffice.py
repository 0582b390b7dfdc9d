"""What an office program makes of real reports on a municipality's template: all of it, as it is.

Nothing is repaired: each page of Word has the template's head, and each slide is a page.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import pptx
import pypdfium2
import pytest

from tests.given.command_line import run
from tests.given.libreoffice import converted
from tests.given.places import EXAMPLE
from tests.media.test_template import slide_template, word_template

pytestmark = pytest.mark.slow

REPORTS: dict[str, list[str | Path]] = {
    "gaps": ["report", EXAMPLE],
    "brief": ["report", EXAMPLE, "--layout", "brief"],
    "years": ["report", EXAMPLE.parent],
}


def texts(pdf: Path) -> list[str]:
    """The text of each page, its spaces and line ends as one."""
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    found = [page.get_textpage().get_text_range() for page in document]
    return [re.sub(r"[\s\ufffe]+", " ", text) for text in found]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports on templates, and what LibreOffice made of them."""
    made = tmp_path_factory.mktemp("municipality")
    (made / "a.dotx").write_bytes(word_template())
    (made / "a.potx").write_bytes(slide_template())
    files = []
    for name, arguments in REPORTS.items():
        wanted = [f"{name}-w.docx"] + [f"{name}-s.pptx"] * (name != "brief")
        for file in wanted:
            template = "a.dotx" if file.endswith("docx") else "a.potx"
            ran = run(
                [*arguments, "-o", file, "--template", template, "--lang", "sv"], folder=made
            )
            assert ran.code == 0, ran.err
            files.append(made / file)
    converted(files, "pdf", made)
    return made


@pytest.mark.parametrize("name", REPORTS)
def test_every_page_of_word_has_the_templates_head_and_foot(name: str, folder: Path) -> None:
    pages = texts(folder / "saved" / f"{name}-w.pdf")
    assert pages
    for page in pages:
        assert "Kommune A" in page
        assert "Rådhuset 1" in page
        assert "Write here" not in page


@pytest.mark.parametrize("name", ["gaps", "years"])
def test_every_slide_is_a_page_with_its_title(name: str, folder: Path) -> None:
    file = pptx.Presentation(io.BytesIO((folder / f"{name}-s.pptx").read_bytes()))
    pages = texts(folder / "saved" / f"{name}-s.pdf")
    assert len(pages) == len(file.slides)
    for slide, page in zip(file.slides, pages, strict=True):
        assert slide.shapes.title.text in page
        assert "Old slide" not in page
        for shape in slide.shapes:
            if shape.has_chart:
                assert all(str(name) in page for name in shape.chart.plots[0].categories)
            if shape.has_table:
                heads = [cell.text for cell in shape.table.rows[0].cells]
                assert all(head in page for head in heads)
