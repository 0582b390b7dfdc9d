"""What a screen tells of an assessment beyond the short one: parts of the report, in order."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import Block
from sdgassess.report.gaps.answers import out_of_scope
from sdgassess.report.gaps.choice import choice_part
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.factors import factors_part
from sdgassess.report.gaps.method import participants_part
from sdgassess.report.gaps.points import points_part
from sdgassess.report.gaps.quotations import quotations_part
from sdgassess.report.gaps.risks import risks_part
from sdgassess.report.gaps.style import style_part
from sdgassess.report.gaps.talk import talk_part


def score_details(edition: GapEdition) -> Iterator[Block]:
    """Where it stands and why, style, risks, what is not agreed, and who took part."""
    if not edition.score.has_levels:
        return
    yield from factors_part(edition)
    yield from style_part(edition)
    yield from risks_part(edition)
    yield from talk_part(edition)
    yield from participants_part(edition)
    yield from out_of_scope(edition)


def gap_details(edition: GapEdition) -> Iterator[Block]:
    """What to choose from, whole; what not; and every reference, point by point."""
    if not edition.score.has_levels:
        return
    yield from choice_part(edition)
    yield from talk_part(edition)
    yield from points_part(edition, every_point=False)
    yield from quotations_part(edition)
