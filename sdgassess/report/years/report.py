"""The comparison of years as a report: composed once, written as HTML, PDF or Word.

Every number and sentence is that of `sdgassess compare`. The finding comes first, then what moved
and why, then what the comparison rests on (domain model §3.15). Several municipalities side by
side are told without any ranking and without a word of higher or lower.
"""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.analysis.years.comparison import Years
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Look,
    Run,
    plain_runs,
)
from sdgassess.language import Words
from sdgassess.report.years.across import side_by_side, side_front
from sdgassess.report.years.basis import comparability, method
from sdgassess.report.years.edition import YearsTold
from sdgassess.report.years.factors import factors, over_time
from sdgassess.report.years.front import front, written_span
from sdgassess.report.years.moves import moves
from sdgassess.report.years.patterns import ever_present, never_present, style_over_years
from sdgassess.report.years.questions import questions
from sdgassess.report.years.targets import picks


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
    told = YearsTold(words, years, across=across, linear=True)
    parts = _side_by_side(told) if across else _years(told)
    title = written_span(told)
    return Document(
        title=title,
        language=words.language,
        subject=words("Comparison of assessments: what moved, and what can be compared"),
        footer=title,
        date=max(column.score.profile.date for column in years.columns),
        blocks=(*parts, *method(told, left_out)),
        look=look or Look(),
    )


def _years(told: YearsTold) -> tuple[Block, ...]:
    """One municipality's years: the finding, the factors, what moved, risks and style."""
    return (
        *front(told),
        *factors(told),
        *over_time(told),
        *picks(told),
        *moves(told),
        *_patterns(told),
        *_style(told),
        *comparability(told),
        *questions(told),
    )


def _side_by_side(told: YearsTold) -> tuple[Block, ...]:
    """Several municipalities: what is alike and what is not."""
    return (
        *side_front(told),
        *factors(told),
        *side_by_side(told),
        *questions(told),
        *_patterns(told),
        *_style(told),
        *comparability(told),
    )


def _patterns(told: YearsTold) -> tuple[Block, ...]:
    """Each pattern that was at medium or high in any of the profiles, as it was judged then."""
    if not told.years.rules.patterns:
        return ()
    ever = ever_present(told)
    items = [
        (Run(one.name, strong=True), Run(": " + " ".join((f"{one.risks}.", *one.since))))
        for one in ever
    ]
    never = never_present(told, len(ever))
    rest = (plain_runs(never),) if never else ()
    title = Heading(2, plain_runs(told.words("Risk patterns, as judged then")))
    return (title, Bullets((*items, *rest)))


def _style(told: YearsTold) -> tuple[Block, ...]:
    """Where each style axis stood; never good or bad."""
    rows = style_over_years(told)
    if not rows:
        return ()
    items = tuple((Run(f"{one.title}: ", strong=True), Run(one.positions)) for one in rows)
    title = Heading(2, plain_runs(told.words("Style (never good or bad)")))
    return (title, Bullets(items))
