"""The writer of anchor sheets: a sheet in, a page of a PDF out, as large as the paper lets it."""

from __future__ import annotations

from typing import Any

from sdgassess.document.anchors import AnchoredQuestion, AnchorSheets
from sdgassess.document.palette import TEXT
from sdgassess.document.runs import Run
from sdgassess.media.pdf.line_breaks import pieces
from sdgassess.media.pdf.poster import SIZES, Paper
from sdgassess.media.pdf.typesetting import REGIONS, logo_value, typeset_with_logo


def anchors_pdf(anchors: AnchorSheets, paper: Paper = Paper.A3) -> bytes:
    """Write anchor sheets.

    Args:
        anchors: what stands on them.
        paper: the size of the paper, landscape; everything is scaled with it.

    Returns:
        A PDF that claims PDF/UA-1 and PDF/A-2a; the same sheets give the same bytes.

    Raises:
        UsageRefused: Typst is not installed.
        InputRefused: the logo is a picture that no PDF of this kind can hold (P609).
    """
    line = anchors.look.name_line
    value = {
        "title": anchors.title,
        "rule": pieces(anchors.rule),
        "language": anchors.language,
        "region": REGIONS.get(anchors.language),
        "paper": SIZES[paper],
        "text": TEXT,
        "footer": pieces(anchors.footer),
        "sheets": [
            {
                "title": _run(sheet.title),
                "place": sheet.place,
                "questions": [_question(question) for question in sheet.questions],
            }
            for sheet in anchors.sheets
        ],
        "look": {
            "logo": logo_value(anchors.look, line or anchors.title),
            "name_line": pieces(line) if line else None,
        },
    }
    return typeset_with_logo("anchors.typ", value, anchors.date)


def _question(question: AnchoredQuestion) -> dict[str, Any]:
    """A question as the template reads it."""
    return {
        "id": question.id,
        "text": _run(question.text),
        "anchors": [
            {"mark": anchor.mark, "text": _run(anchor.text)} for anchor in question.anchors
        ],
    }


def _run(run: Run) -> dict[str, Any]:
    """A run as the template reads it."""
    return {"pieces": pieces(run.text), "language": run.language}
