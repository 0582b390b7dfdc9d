"""A report as PDF: A4, tagged for screen readers, with bookmarks, ready for duplex and a binder.

The blocks go to Typst as a value (`sdgassess/templates/report.typ` says how each looks); this
module only decides what the template cannot: how much room a word has, which words need breaking,
and which rows are too tall to be held together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sdgassess.document.blocks import Document
from sdgassess.document.margins import LOGO, PAGE_NUMBER
from sdgassess.language import Words
from sdgassess.media.pdf.blocks import block_values
from sdgassess.media.pdf.letters import printable_text
from sdgassess.media.pdf.line_breaks import TextColumn, text_stretches
from sdgassess.media.pdf.typesetting import (
    REGIONS,
    REPORT,
    logo_value,
    typeset_with_logo,
    with_row_heads,
)

_TEXT_WIDTH = 470.0
"""Points between the margins of an A4 page: 210 mm less 24 mm for the holes and 20 mm."""


def report_pdf(document: Document, words: Words) -> bytes:
    """Set a report as PDF.

    Args:
        document: the report.
        words: the fixed words, in the document's language.

    Returns:
        The bytes of a file that claims PDF/UA-1 and PDF/A-2a; the same report gives the same.

    Raises:
        UsageRefused: Typst is not installed.
        InputRefused: the logo is a picture that no PDF of this kind can hold (P609).
        RuntimeError: the report cannot be set, which is a fault of ours.
    """
    size = 9.0 if document.compact else 11.0
    column = TextColumn(_TEXT_WIDTH, size)
    blocks = block_values(document.blocks, column, words)
    value = {
        "title": document.title,
        "subject": document.subject,
        "language": document.language,
        "regions": REGIONS,
        "footer": printable_text(document.footer).replace("\n", " "),
        "page": words(PAGE_NUMBER),
        "ticked": words("Ticked:"),
        "compact": document.compact,
        "by_pen": document.by_pen,
        "look": _look(document, words, column.share(0.6)),
        "blocks": blocks,
    }
    # Counted over all tables in the order of reading, as Typst numbers them in its tags.
    tables = enumerate(_tables(blocks), 1)
    headed = {number for number, table in tables if table["row_heads"]}
    return with_row_heads(typeset_with_logo(REPORT, value, document.date), headed)


def _tables(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The tables among blocks and in what holds blocks, in the order of reading."""
    for block in blocks:
        if block["kind"] == "table":
            yield block
        for inner in (block.get("blocks", []), *block.get("sides", ())):
            yield from _tables(inner)


def _look(document: Document, words: Words, column: TextColumn) -> dict[str, Any]:
    """The municipality's logo and name line."""
    look = document.look
    logo = logo_value(look, look.name_line or words(LOGO))
    return {"logo": logo, "name_line": text_stretches(look.name_line or "", column)}
