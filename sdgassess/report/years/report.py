"""The comparison of years as a report: composed once, written as HTML, PDF or Word.

Every number and sentence is that of `sdgassess compare`. The finding comes first, then what moved
and why, then what the comparison rests on. Several municipalities side by
side are told without any ranking and without a word of higher or lower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.comparison import Years
from sdgassess.document.blocks import Block, Document, Look
from sdgassess.language import Words
from sdgassess.phrases.terms import footer_of
from sdgassess.report.years.across import side_by_side, side_front
from sdgassess.report.years.basis import comparability, method
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.factors import factors, over_time
from sdgassess.report.years.front import front, written_span
from sdgassess.report.years.moves import moves
from sdgassess.report.years.patterns import patterns_part, style_part
from sdgassess.report.years.questions import questions
from sdgassess.report.years.summary import full_years, quick_scans_words


def years_report(
    years: Years,
    words: Words,
    *,
    across: bool = False,
    look: Look | None = None,
    left_out: Sequence[str] = (),
) -> Document:
    """Several profiles side by side as a report.

    Args:
        years: what is compared.
        words: the language of the report.
        across: whether the columns are municipalities; then nothing is higher or lower.
        look: the municipality's own logo and name line.
        left_out: files of a folder that could not be read; they are named.

    Returns:
        The report; roles are named in it only for profiles with a yes to that.
    """
    edition = YearsEdition(words, years, across=across, linear=True)
    parts = _side_by_side(edition) if across else _years(edition)
    title = written_span(edition)
    return Document(
        title=title,
        language=words.language,
        subject=words("Comparison of assessments: what moved, and what can be compared"),
        footer=footer_of(title, years.rules, words),
        date=max(column.score.profile.date for column in years.columns),
        blocks=(*parts, *method(edition, left_out)),
        look=look or Look(),
    )


def _years(edition: YearsEdition) -> Iterator[Block]:
    """One municipality's years: the finding, the factors, what moved, risks and style."""
    basis = full_years(edition)
    yield from front(basis, edition, _left_out(edition, basis))
    yield from factors(basis)
    yield from over_time(edition, basis)
    yield from moves(edition)
    yield from patterns_part(edition)
    yield from style_part(edition)
    yield from comparability(edition)
    yield from questions(edition)


def _left_out(edition: YearsEdition, basis: YearsEdition) -> str:
    """Which years the first page does not stand on; empty where it stands on all."""
    if basis is edition:
        return ""
    return quick_scans_words(edition, edition.quick_scans)


def _side_by_side(edition: YearsEdition) -> Iterator[Block]:
    """Several municipalities: what is alike and what is not."""
    yield from side_front(edition)
    yield from factors(edition)
    yield from side_by_side(edition)
    yield from questions(edition)
    yield from patterns_part(edition)
    yield from style_part(edition)
    yield from comparability(edition)
