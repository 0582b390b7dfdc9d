"""What is told of several profiles on a screen beyond the short one: parts of the report."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import Block, bullets, heading
from sdgassess.report.years.across import side_by_side
from sdgassess.report.years.basis import comparability
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.factors import factors
from sdgassess.report.years.moves import moves
from sdgassess.report.years.patterns import patterns_part, style_part
from sdgassess.report.years.questions import questions
from sdgassess.report.years.summary import full_years, in_short, in_short_title
from sdgassess.report.years.targets import picks
from sdgassess.report.years.together import together_part


def years_details(edition: YearsEdition) -> Iterator[Block]:
    """One municipality's years: what was agreed, what moved and why, on the report's basis."""
    basis = full_years(edition)
    yield from picks(edition)
    if sentences := tuple(in_short(basis, edition)):
        yield heading(in_short_title(basis))
        yield bullets(sentences)
    yield from factors(basis)
    yield from moves(edition)
    yield from _as_judged(edition)
    yield from questions(edition)


def side_details(edition: YearsEdition) -> Iterator[Block]:
    """Several municipalities: where they stand alike, and where not."""
    yield from factors(edition)
    yield from side_by_side(edition)
    yield from questions(edition)
    yield from _as_judged(edition)


def together_details(edition: YearsEdition) -> Iterator[Block]:
    """Several assessments of one place: how far they agree, and on what they do not."""
    yield from together_part(edition)
    yield from factors(edition)
    yield from _as_judged(edition)


def _as_judged(edition: YearsEdition) -> Iterator[Block]:
    """Patterns and style as they were judged, and what the comparison rests on."""
    yield from patterns_part(edition)
    yield from style_part(edition)
    yield from comparability(edition)
