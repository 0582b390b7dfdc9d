"""Factors over the years in print: heat map, small multiples, and tables of the same numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.questions import Direction
from sdgassess.document.blocks import (
    Block,
    Chart,
    Figure,
    Together,
    bullets,
    heading,
    mark_cell,
    paragraph,
    words_cell,
)
from sdgassess.document.charts.heat_map import ColumnHeads, HeatRow, heat_map
from sdgassess.document.charts.scale import Scale
from sdgassess.document.charts.small_multiples import Series, small_multiples
from sdgassess.document.runs import Run, Runs, plain_runs, text_of
from sdgassess.numbers import written_level
from sdgassess.phrases import labels
from sdgassess.phrases.levels import NO_LEVEL
from sdgassess.report.figures import RowPlace, figures, spread
from sdgassess.report.scale import parts_scale
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.factor_phrases import (
    as_scored_title,
    behind_all_changes,
    behind_changes,
    factors_title,
    no_factors,
    on_fewer_questions,
    ranges,
    scored_otherwise,
    why_otherwise,
    without_quick,
)
from sdgassess.report.years.tables import (
    YearRow,
    YearTable,
    column_heads,
    key_words,
    number_key,
    tables,
)
from sdgassess.trend import HIGHER, LOWER, UNCHANGED, Trend

_CHANGES = {
    Direction.UP: HIGHER,
    Direction.DOWN: LOWER,
    Direction.SAME: UNCHANGED,
    Direction.NOT_COMPARABLE: NO_LEVEL,
}
_TRENDS = {
    Direction.UP: Trend.UP,
    Direction.DOWN: Trend.DOWN,
    Direction.SAME: Trend.SAME,
    Direction.NOT_COMPARABLE: Trend.NOT_COMPARABLE,
}
_TOO_FEW = "–"
_TOGETHER = 12
"""How many rows of a table stay on one page."""
_FEW = 5
"""Beside how many profiles a table has room for reasons."""


def factors(edition: YearsEdition) -> Iterator[Block]:
    """Every factor on the questions that were answered alike in every profile."""
    if not edition.years.factors:
        return
    yield heading(factors_title(edition))
    if not any(factor.compared for factor in edition.years.factors):
        yield paragraph(no_factors(edition))
        return
    rows = tuple(factor for factor in edition.years.factors if factor.compared)
    if any(level is not None for factor in rows for level in factor.levels):
        yield from _heat_maps(edition, rows)
    table = (*_compared(edition, rows), *_keys(edition, rows))
    yield from (Together(table),) if len(rows) <= _TOGETHER else table
    if in_ranges := tuple(ranges(edition)):
        yield bullets(in_ranges)
    yield from _behind(edition)
    yield from (paragraph(sentence) for sentence in without_quick(edition))


def _behind(edition: YearsEdition) -> Iterator[Block]:
    """The answers that alone move a part: a sentence for each, one for all where they are many."""
    changes = tuple(behind_changes(edition))
    if len(changes) > _TOGETHER:
        yield paragraph(behind_all_changes(edition))
    elif changes:
        yield paragraph(edition.words("The single answers behind the changes:"))
        yield bullets(changes)


def _heat_maps(edition: YearsEdition, rows: tuple[FactorYears, ...]) -> Iterator[Figure]:
    """The levels as pictures; between municipalities without a column for the change."""
    last = len(edition.years.columns) - 1
    drawn = [
        HeatRow(
            _title(edition, factor.id),
            factor.levels,
            None if edition.across else _TRENDS[factor.between(0, last)],
            factor.depth,
        )
        for factor in rows
    ]
    head = "" if edition.across else edition.words(labels.AGAINST_YEAR, year=edition.label(0))
    heads = ColumnHeads(column_heads(edition), head)
    scale = _scale(edition)
    pieces = spread(drawn, [RowPlace(row.title, row.depth) for row in drawn])
    yield from _figures(edition, [heat_map(rows, heads, scale, edition.words) for rows in pieces])


def _scale(edition: YearsEdition) -> Scale:
    """The scale that all parts of all profiles stand on."""
    scores = [column.score for column in edition.years.columns]
    return parts_scale(edition, edition.years.rules, scores)


def _figures(edition: YearsEdition, charts: Sequence[Chart]) -> Iterator[Figure]:
    """A chart in pieces; where numbers stand for profiles in it, with what they stand for."""
    key = key_words(edition)
    for figure in figures(charts, edition.words):
        if key is None:
            yield figure
            continue
        caption = "  ".join(filter(None, (text_of(figure.caption), key)))
        alt = f"{key}\n{figure.chart.alt}"
        yield Figure(figure.chart._replace(alt=alt), plain_runs(caption))


def over_time(edition: YearsEdition, basis: YearsEdition) -> Iterator[Block]:
    """A little chart for each factor that has a level in any year.

    Args:
        edition: every year.
        basis: the years that the factors stand on above; others have fewer questions in common.
    """
    drawn = [
        Series(_title(edition, factor.id), factor.levels, factor.depth)
        for factor in edition.years.factors
        if any(level is not None for level in factor.levels)
    ]
    if not drawn:
        return
    scale = _scale(edition)
    head: list[Block] = [heading(edition.words("{One_part} by {one_part} over the years"))]
    if basis is not edition:
        head.append(paragraph(on_fewer_questions(edition)))
    pieces = spread(drawn, [RowPlace(series.title, series.depth) for series in drawn])
    heads = column_heads(edition)
    charts = [small_multiples(piece, heads, scale, edition.words) for piece in pieces]
    first, *others = _figures(edition, charts)
    yield Together((*head, first))
    yield from others


def _compared(edition: YearsEdition, rows: tuple[FactorYears, ...]) -> tuple[Block, ...]:
    """The table of the compared levels."""
    words = edition.words
    against = words(labels.AGAINST_YEAR, year=edition.label(0))
    tail = () if edition.across else (against,)
    table = YearTable(
        words("Levels of {the_parts} on these questions"),
        (words(labels.PART),),
        (*tail, words("Questions")),
        tuple(_compared_row(edition, factor) for factor in rows),
        lead_shares=(5.2,),
        tail_shares=(*(1.9 for _ in tail), 1.6),
    )
    return tables(edition, table)


def _compared_row(edition: YearsEdition, factor: FactorYears) -> YearRow:
    """One factor."""
    last = len(edition.years.columns) - 1
    questions = edition.asked_of(factor.id)
    share = mark_cell(f"{len(factor.compared)}/{questions}")
    cells = tuple(mark_cell(level_of(edition, factor, column)) for column in range(last + 1))
    change = change_words(edition, factor, last)
    if factor.too_few:
        change = edition.words("too few questions")
    tail = (share,) if edition.across else (words_cell(change), share)
    lead = words_cell(factor_name(edition, factor.id))._replace(depth=factor.depth)
    return YearRow((lead,), cells, tail)


def change_words(edition: YearsEdition, factor: FactorYears, last: int) -> str:
    """How a factor stands to the first profile, in a word."""
    return edition.words(_CHANGES[factor.between(0, last)])


def level_of(edition: YearsEdition, factor: FactorYears, column: int) -> str:
    """A factor's level in one profile, or the mark in its place."""
    return _TOO_FEW if factor.too_few else written_level(factor.levels[column], edition.words, "?")


def factor_name(edition: YearsEdition, factor: str) -> Runs:
    """A factor's id and title."""
    node = edition.node(factor)
    title = (Run(" "), edition.say(node.title)) if node else ()
    return (Run(factor, strong=True), *title)


def _title(edition: YearsEdition, factor: str) -> str:
    """A factor's id and title as a chart names it, where no language can be tagged."""
    node = edition.node(factor)
    return f"{factor} {edition.line(node.title)}" if node else factor


def _keys(edition: YearsEdition, rows: tuple[FactorYears, ...]) -> Iterator[Block]:
    """What the marks mean, of those that stand in the table."""
    words, keys = edition.words, []
    if any(len(factor.compared) < edition.asked_of(factor.id) for factor in rows):
        keys.append(words("3/6: three of {the_part}'s six questions could be compared."))
    if any(level is None and not factor.too_few for factor in rows for level in factor.levels):
        keys.append(words("? no level"))
    if any(factor.too_few for factor in rows):
        keys.append(words("– too few questions in common for a level"))
    if keys:
        yield paragraph("  ".join(keys), small=True)
    yield from number_key(edition)


def as_scored(edition: YearsEdition) -> Iterator[Block]:
    """The factors that were scored otherwise then, with those figures and the reason."""
    rows = scored_otherwise(edition)
    if not rows:
        return
    words, beside = edition.words, len(edition.years.columns) <= _FEW
    table = YearTable(
        words("Levels of {the_parts} as they were scored then"),
        (words(labels.PART),),
        (words("Why that is something else"),) if beside else (),
        tuple(_scored_row(edition, factor, beside=beside) for factor in rows),
        lead_shares=(3.4,),
        tail_shares=(5.5,) if beside else (),
        dense=True,
    )
    yield heading(as_scored_title(edition), 3)
    yield from tables(edition, table)
    yield from number_key(edition)
    if not beside:
        yield bullets(f"{factor.id}: {_why(edition, factor)}" for factor in rows)
    if len(rows) < len(edition.years.factors):
        rest = words(
            "The other {many_parts} were scored as they stand in the table of {many_parts}."
        )
        yield paragraph(rest)


def _scored_row(edition: YearsEdition, factor: FactorYears, *, beside: bool) -> YearRow:
    """A factor as it was scored then, with the reason beside it where there is room."""
    levels = (written_level(level, edition.words, "?") for level in factor.as_scored)
    why = (words_cell(_why(edition, factor)),) if beside else ()
    lead = words_cell(factor_name(edition, factor.id))._replace(depth=factor.depth)
    return YearRow((lead,), tuple(mark_cell(level) for level in levels), why)


def _why(edition: YearsEdition, factor: FactorYears) -> str:
    """Why a factor was scored otherwise, in a line."""
    return " ".join(why_otherwise(edition, factor))
