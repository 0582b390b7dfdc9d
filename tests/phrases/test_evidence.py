"""Evidence in words: the same facts on a line and in print, and what each can tag."""

from __future__ import annotations

import pytest

from sdgassess.document.runs import Run, Runs
from sdgassess.language import Words
from sdgassess.model.profile import Evidence, EvidenceKind, Period
from sdgassess.phrases.evidence import evidence_line, evidence_runs

PLAN = Evidence(EvidenceKind.DOCUMENT, "Strategi", "24/1187", Period(2026, 11, 21))
TALK = Evidence(EvidenceKind.ORAL)


@pytest.mark.parametrize(
    ("evidence", "line"),
    [(PLAN, "a document: Strategi, 24/1187, 2026-11-21"), (TALK, "said by somebody")],
)
def test_a_line_has_the_kind_first(evidence: Evidence, line: str) -> None:
    assert evidence_line(evidence, Words("en")) == line


@pytest.mark.parametrize(
    ("evidence", "runs"),
    [
        (PLAN, (Run("Strategi, 24/1187", "da"), Run(" (a document, 21 November 2026)"))),
        (TALK, (Run("said by somebody"),)),
    ],
)
def test_in_print_only_the_title_is_in_the_language_of_the_profile(
    evidence: Evidence, runs: Runs
) -> None:
    assert evidence_runs(evidence, "da", Words("en")) == runs
