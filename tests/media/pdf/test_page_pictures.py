"""What pages of reports and forms look like, held against pictures that were looked at.

`SDGASSESS_REWRITE_CASES=1` paints the pictures again; look at them before you keep them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from sdgassess.document.blocks import Document, Logo, Look
from sdgassess.language import Words
from sdgassess.media.pdf.report import report_pdf
from sdgassess.model.profile import (
    Answer,
    Municipality,
    Priority,
    State,
)
from sdgassess.phrases.terms import words_about
from sdgassess.report.brief.brief import brief
from sdgassess.report.gaps import method
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.report.years import basis as years_report_basis
from sdgassess.report.years.report import years_report
from tests.given.forms import form_of
from tests.given.gap_reports import edition
from tests.given.golden import assert_looks_as_kept
from tests.given.places import EXAMPLE
from tests.given.profiles import example, opened
from tests.given.questionnaires import nordic
from tests.given.years import examples

pytestmark = pytest.mark.slow

_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30H0z"/>'
    b'<circle cx="15" cy="15" r="10" fill="#fff"/></svg>'
)
_LONG_NAME = "Nordre Østhimmerlands og Vestre Limfjordens Sammenlagte Landkommune-Fællesskab"
_PICKS = (
    Priority("BUD2", 3, "økonomichefen", "2026-10-01", "Et notat til budgetseminaret"),
    Priority("COORD6", 4),
    Priority("POL1", 4, "udvalgsformanden"),
)


def _gaps(look: Look | None = None, **changed: Any) -> Document:
    """The gap report on the example, with parts of its profile changed."""
    rules, profile = opened(EXAMPLE)
    assessed = edition(rules, profile._replace(**changed))
    return gap_report_document(assessed, look or Look())


def _brief(**changed: Any) -> Document:
    """The sheet for councillors on the example, with parts of its profile changed."""
    rules, profile = opened(EXAMPLE)
    return brief(edition(rules, profile._replace(**changed)), Look())


def _hardly_answered() -> Document:
    """A municipality with a long name, two answers and one that nobody knew."""
    answers = {
        "POL1": Answer(level=1),
        "POL3": Answer(level=0),
        "LED2": Answer(state=State.UNKNOWN, who_knows="Kommunaldirektøren"),
    }
    return _gaps(
        municipality=Municipality(_LONG_NAME), answers=answers, participants=(), judgement={}
    )


class Page(NamedTuple):
    """A page of a document."""

    made: Callable[[], Document]
    number: int = 1


_PAGES = {
    "gaps-first-page": Page(_gaps),
    "gaps-own-look": Page(lambda: _gaps(Look(Logo(_LOGO, "svg"), "Eksempelby Kommune"))),
    "gaps-factors": Page(_gaps, 5),
    "gaps-suggested": Page(_gaps, 2),
    "gaps-talk": Page(_gaps, 3),
    "gaps-practice": Page(_gaps, 4),
    "gaps-answers": Page(_gaps, 7),
    "gaps-picked": Page(lambda: _gaps(priorities=_PICKS), 2),
    "gaps-hardly-answered": Page(_hardly_answered),
    "brief-picked": Page(lambda: _brief(priorities=_PICKS)),
    "years-first-page": Page(lambda: years_report(examples(), words_about(nordic(), "en"))),
    "years-factors": Page(lambda: years_report(examples(), words_about(nordic(), "en")), 2),
    "form-front": Page(lambda: form_of("en")),
    "form-factor": Page(lambda: form_of("en"), 2),
    "form-beside": Page(lambda: form_of("en", quick=True, beside=Words("sv")), 2),
    "form-filled": Page(lambda: form_of("en", profile=example()), 2),
}


@pytest.mark.parametrize("name", _PAGES)
def test_a_page_looks_as_it_was_looked_at(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (method, years_report_basis):
        monkeypatch.setattr(module, "__version__", "1.0")
    made, number = _PAGES[name]
    assert_looks_as_kept(name, report_pdf(made(), words_about(nordic(), "en")), number)
