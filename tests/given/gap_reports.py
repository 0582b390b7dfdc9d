"""Gap reports: profiles held against the references that ship, as values and as documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.gaps import hold_against
from sdgassess.analysis.own_way import own_way
from sdgassess.analysis.priorities import prioritise
from sdgassess.document.blocks import (
    Document,
    Look,
)
from sdgassess.files.catalogue import shipped_references
from sdgassess.files.load import load_reference
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import Reference, ReferenceKind
from sdgassess.phrases.terms import words_about
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.scoring.score import Score, score
from tests.given.profiles import opened


def edition(rules: Questionnaire, profile: Profile, language: str = "en") -> GapEdition:
    result = score(rules, profile)
    documented = [one for one in references() if one.kind is ReferenceKind.DOCUMENTED]
    against = tuple(hold_against(result, one) for one in documented)
    ways = [one for one in references() if one.kind is ReferenceKind.ARCHETYPE]
    way = own_way(result, ways)
    if way is not None:
        against = (way.comparison, *against)
    report = GapReport(result, against, prioritise(result, ways), way)
    return GapEdition(words_about(rules, language), report, "p.yaml", "0123456789abcdef0123")


@cache
def gap_document(path: Path, language: str = "en") -> Document:
    """The gap report of a profile, composed once for everything that looks at it."""
    return gap_report_document(edition(*opened(path), language), Look())


@cache
def references() -> tuple[Reference, ...]:
    """The references that ship."""
    loaded = [load_reference(path) for path in shipped_references()]
    references = tuple(one.value for one in loaded if one.value is not None)
    assert len(references) == len(loaded), "what ships is whole"
    return references


def gap_report(result: Score) -> GapReport:
    """A score held against the references that ship."""
    held = tuple(hold_against(result, reference) for reference in references())
    return GapReport(result, held, prioritise(result))
