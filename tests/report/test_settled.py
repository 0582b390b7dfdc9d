"""A pick that is done or dropped is said to be, in every place that shows what was agreed."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.given.command_line import run
from tests.given.pdfs import text_of

DONE = {
    "en": "done 10 September 2025",
    "da": "gennemført 10. september 2025",
    "sv": "gjort 10 september 2025",
}
BECAUSE = "Seminariet blev aflyst"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A room that picked three steps: the first is done, the second dropped, the third open."""
    path = tmp_path / "town.yaml"
    path.write_text(
        "format: sdgassess/profile/1\n"
        "municipality: {name: Eksempelby, country: DK}\n"
        "date: 2025-03-12\n"
        "status: complete\n"
        'questionnaire: {id: nordic-sdg-governance, version: "1.0"}\n'
        "priorities:\n"
        "  - {question: CONT2, target: 2, status: done, on: 2025-09-10}\n"
        f"  - {{question: BUD1, target: 2, status: dropped, because: {BECAUSE}}}\n"
        "  - {question: LED2, target: 2}\n"
        "answers:\n"
        + "".join(f"  {part}{n}: {{level: 1}}\n" for part in _PARTS for n in range(1, 6)),
        encoding="utf-8",
    )
    return path


_PARTS = ("POL", "LED", "SAM", "CORE", "BUD", "COORD", "CONT", "FOC", "LRN", "PAR", "EXT")


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("verb", ["gaps", "target"])
def test_screens_say_so(verb: str, language: str, profile: Path) -> None:
    ran = run([verb, str(profile), "--lang", language])
    assert ran.code == 0
    printed = " ".join(ran.out.split())
    assert DONE[language] in printed
    assert BECAUSE in printed


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("layout", ["gaps", "brief"])
def test_reports_say_so(layout: str, language: str, profile: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    ran = run(["report", str(profile), "-o", str(out), "--layout", layout, "--lang", language])
    assert ran.code == 0
    text = out.read_text(encoding="utf-8")
    assert DONE[language] in text
    assert BECAUSE in text


def test_a_brief_asks_to_decide_what_is_open_alone(profile: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.md"
    assert run(["report", str(profile), "-o", str(out), "--layout", "brief"]).code == 0
    proposal = out.read_text(encoding="utf-8").split("## ")[-1]
    points = re.findall(r"^\*\*\d", proposal, re.MULTILINE)
    assert len(points) == 2  # the open step, and when to look again


def test_slides_the_workbook_and_the_poster_say_so(profile: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    slides, book, wall = (out.with_suffix(suffix) for suffix in (".pptx", ".xlsx", ".pdf"))
    for file in (slides, book):
        assert run(["report", str(profile), "-o", str(file), "--lang", "en"]).code == 0
    poster = ["report", str(profile), "-o", str(wall), "--layout", "poster", "--lang", "en"]
    assert run([*poster, "--headline", "finding"]).code == 0
    with zipfile.ZipFile(slides) as pages:
        drawn = "".join(
            pages.read(name).decode() for name in pages.namelist() if "slides/" in name
        )
    for text in (drawn, text_of(wall.read_bytes())):
        assert DONE["en"] in text
        assert BECAUSE in text
    sheets = openpyxl.load_workbook(io.BytesIO(book.read_bytes()))
    cells = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert {"done", "dropped", BECAUSE} <= cells
