"""What a screen tells of an assessment beyond the short one: parts of the report, in order."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import Block, heading
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.factors import factors_part
from sdgassess.report.gaps.method import out_of_scope, participants_part
from sdgassess.report.gaps.picks import candidate_blocks, lists_part, picks_part
from sdgassess.report.gaps.points import points_part
from sdgassess.report.gaps.risks import risks_part
from sdgassess.report.gaps.style import style_part
from sdgassess.report.gaps.voices import voices_part


def score_details(edition: GapEdition) -> Iterator[Block]:
    """Where it stands and why, style, risks, what is not agreed, and who took part."""
    if not edition.has_levels:
        return
    yield from factors_part(edition)
    yield from style_part(edition)
    yield from risks_part(edition)
    yield from voices_part(edition)
    yield from participants_part(edition)
    yield from out_of_scope(edition)


def gap_details(edition: GapEdition) -> Iterator[Block]:
    """What to choose from, whole; what not; and every reference, point by point."""
    if not edition.has_levels:
        return
    yield from picks_part(edition)
    chosen = [candidate.question for candidate in edition.priorities.chosen]
    others = [c for c in edition.priorities.candidates if c.question not in chosen]
    if others:
        yield heading(edition.words("The other candidates"))
    for place, candidate in enumerate(others, 1 if edition.priorities.picked else 1 + len(chosen)):
        yield from candidate_blocks(edition, candidate, place)
    yield from lists_part(edition)
    yield from voices_part(edition)
    yield from points_part(edition, every_point=False)
