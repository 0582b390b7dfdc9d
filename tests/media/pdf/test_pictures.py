"""What a report and a form look like, page by page, held against pictures with a tolerance.

`SDGASSESS_REWRITE_CASES=1` paints the pictures again; look at them before you keep them.
"""

from __future__ import annotations

import pytest

from sdgassess.document.blocks import (
    Beside,
    Choice,
    Choices,
    Heading,
    Logo,
    Look,
    Paragraph,
    Together,
    WritingLines,
)
from sdgassess.document.runs import plain_runs
from tests.given.golden import assert_looks_as_kept
from tests.given.pdfs import LONG, printed

_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<path d="M0 20 10 0 20 20Z"/><circle cx="30" cy="10" r="10"/></svg>'
)

pytestmark = pytest.mark.slow


def _report() -> bytes:
    return printed(look=Look(Logo(_LOGO, "svg"), "Prøveby Kommune"))


def _form() -> bytes:
    """Five questions of a form, one of them ticked, with room beside and below."""
    questions = (_question(number) for number in range(1, 6))
    heads = (Heading(2, plain_runs("C Ressourcer")), Heading(3, plain_runs("Budget")))
    return printed(*heads, *questions, compact=True)


def _question(number: int) -> Together:
    levels = tuple(
        Choice(str(level), plain_runs("Et trin videre, og " * level + "slut"), ticked=level == 2)
        for level in range(5)
    )
    room = (WritingLines("Dokument: titel, og hvor det findes", 2), WritingLines("Bemærkning", 1))
    head = Heading(4, plain_runs(f"BUD{number} Hvor fast er det i {LONG}?"))
    about = Paragraph(plain_runs("Stilles til: koordinator"), small=True)
    return Together((head, Beside((Choices("", levels),), (about, *room), (2, 1))))


@pytest.mark.parametrize(
    ("name", "page"),
    [("report-1", 1), ("report-2", 2), ("report-3", 3), ("form-1", 1)],
)
def test_a_page_looks_as_it_was_looked_at(name: str, page: int) -> None:
    assert_looks_as_kept(name, _form() if name.startswith("form") else _report(), page)
