"""Pages of HTML made of blocks, as trees of elements."""

from __future__ import annotations

from sdgassess.document.blocks import (
    Block,
    Heading,
)
from sdgassess.document.runs import plain_runs
from sdgassess.media.html.page import report_html
from tests.given.elements import Element, elements_of
from tests.given.questionnaires import spoken
from tests.given.specimen import specimen

LOADED = "import sys, sdgassess.media.html.page, sdgassess.media.markdown; print(*sys.modules)"


def page(*blocks: Block, language: str = "en", **changes: object) -> Element:
    """The elements of a report with these blocks, or of the specimen."""
    document = specimen(*blocks, language=language)._replace(**changes)  # type: ignore[arg-type] # any field
    return elements_of(report_html(document, spoken(language)))


def heading(level: int, text: str) -> Heading:
    return Heading(level, plain_runs(text))
