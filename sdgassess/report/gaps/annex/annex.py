"""The annex: where every part stands, style, every answer, and what documents show elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import Block
from sdgassess.report.gaps.annex.answers import answers_part, out_of_scope
from sdgassess.report.gaps.annex.quotations import quotations_part
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.factors import factors_part
from sdgassess.report.gaps.style import style_part


def annex_part(edition: GapEdition) -> Iterator[Block]:
    """What the pages before rest on, so that it can be looked up and explained."""
    yield from factors_part(edition)
    yield from style_part(edition)
    yield from answers_part(edition)
    yield from out_of_scope(edition)
    yield from quotations_part(edition)
