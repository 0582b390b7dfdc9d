"""Words in the columns of a printed page: which are broken, and the heads that never are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sdgassess.document.blocks import Block, Look, Table
from sdgassess.language import LANGUAGES, Words
from sdgassess.media.pdf.blocks import block_values
from sdgassess.media.pdf.line_breaks import TextColumn, text_stretches
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.report.years.report import years_report
from tests.given.gap_reports import edition
from tests.given.places import EXAMPLE
from tests.given.profiles import opened
from tests.given.years import examples

PAGE = TextColumn(470.0, 11.0)
"""The room for text on a page of A4."""


def head_words(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every word of a table's head that would be broken."""
    for value in walked(block_values(blocks, PAGE, Words("da"))):
        if value["kind"] == "table":
            yield from (
                text for head in value["head"] for text, _, _, how in head if how == "hyphenate"
            )


def walked(values: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """All blocks, also those inside others."""
    for value in values:
        yield value
        yield from walked(value.get("blocks", []))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_head_of_a_table_is_broken(language: str) -> None:
    gaps = gap_report_document(edition(*opened(EXAMPLE), language), Look())
    assert any(isinstance(block, Table) for block in gaps.blocks)
    assert list(head_words(gaps.blocks)) == []
    years = years_report(examples(consent=True), Words(language))
    assert list(head_words(years.blocks)) == []


@pytest.mark.parametrize(
    ("word", "how"),
    [
        ("Afdelings-/institutionsleder", ""),
        ("Koordinator", ""),
        ("Verdensmålskoordineringsgruppe", "hyphenate"),
        ("Klima-/Verdensmålskoordineringsgruppe", "hyphenate"),
        ("https://eksempelby.dk/dagsorden/2026", "anywhere"),
    ],
)
def test_a_word_too_wide_for_its_column_breaks_as_its_kind_does(word: str, how: str) -> None:
    assert text_stretches(word, TextColumn(100.0, 8.5)) == [(word, None, False, how)]
