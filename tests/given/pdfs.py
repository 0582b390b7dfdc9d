"""Reports that are printed in a test, and their text as a reader copies it (by poppler)."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import typst

from sdgassess.document.blocks import Block, Cell, Table
from sdgassess.document.runs import plain_runs
from sdgassess.media.pdf.report import report_pdf
from tests.given.questionnaires import spoken
from tests.given.specimen import specimen

LONG = "Verdensmålskoordinationsudvalgsformandskabssekretariat"
"""A word as long as Danish municipalities make them."""

TABLE = Table(
    plain_runs("Faktorer"),
    (plain_runs("Faktor"), plain_runs("Niveau")),
    tuple((Cell(plain_runs(f"F{row}")), Cell(plain_runs("2"), numeric=True)) for row in range(3)),
    (2, 1),
)


def printed(*blocks: Block, **changes: Any) -> bytes:
    """A report of some blocks as PDF; `changes` are of the document's other parts."""
    document = specimen(*blocks)._replace(**changes)
    return report_pdf(document, spoken(document.language))


_MOST_SET = 64
_SET: dict[tuple[str, str, str], Any] = {}


@contextmanager
def pages_set_once() -> Iterator[None]:
    """Let Typst set the same value in the same template once.

    For tests of what is done with printed files. That Typst itself gives the same bytes for the
    same value is held where files are printed, in `tests/media/pdf`.
    """
    compiled = typst.compile_with_warnings

    def known(template: str, **options: Any) -> Any:
        key = (template, options["sys_inputs"]["value"], str(options["timestamp"]))
        if key not in _SET:
            if len(_SET) >= _MOST_SET:
                _SET.clear()
            _SET[key] = compiled(template, **options)
        return _SET[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typst, "compile_with_warnings", known)
        yield


def pages(pdf: bytes) -> int:
    """How many pages a file has."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def poppler(program: str, pdf: bytes, *options: str) -> bytes:
    """What a program of poppler's writes about a file.

    Args:
        program: such as `pdftotext`.
        pdf: the file.
        options: what stands before the file's name; it writes to its output.
    """
    found = shutil.which(program)
    assert found, f"{program} is missing: install poppler-utils"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "printed.pdf"
        file.write_bytes(pdf)
        ran = subprocess.run([found, *options, str(file), "-"], capture_output=True, check=True)
    return ran.stdout


def text_of(pdf: bytes) -> str:
    """The text of a file as a reader copies it, its lines joined."""
    return " ".join(poppler("pdftotext", pdf).decode().split())


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Each page's width and height in whole millimetres."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        boxes = [page.mediabox for page in opened.pages]
        return [tuple(round(float(box[n]) * 25.4 / 72) for n in (2, 3)) for box in boxes]  # type: ignore[misc] # two of them


def sizes_of(pdf: bytes) -> list[tuple[str, float]]:
    """Every word on every page, with the size in points that it begins with."""
    words: list[tuple[str, float]] = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        letters = text.get_text_range()
        for match in re.finditer(r"\S+", letters):
            size = pypdfium2.raw.FPDFText_GetFontSize(text, match.start())
            words.append((match[0], size))
    return words
