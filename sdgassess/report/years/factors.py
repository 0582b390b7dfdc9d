"""Factors over the years in print: heat map, small multiples, and tables of the same numbers."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.questions import Direction
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Chart,
    Figure,
    Heading,
    Paragraph,
    Run,
    Runs,
    Together,
    plain_runs,
    text_of,
)
from sdgassess.document.figures import written_level
from sdgassess.document.passage import passage
from sdgassess.language import N_
from sdgassess.report.charts import (
    Columns,
    HeatRow,
    Rung,
    Scale,
    Series,
    heat_map,
    small_multiples,
)
from sdgassess.report.years.edition import YearsTold
from sdgassess.report.years.factor_phrases import (
    as_scored_title,
    factors_title,
    nothing_alike,
    scored_otherwise,
    why_otherwise,
    without_quick,
)
from sdgassess.report.years.tables import (
    YearRow,
    YearTable,
    column_heads,
    key_words,
    mark_cell,
    number_key,
    tables,
    words_cell,
)

_CHANGES = {
    Direction.UP: N_("higher"),
    Direction.DOWN: N_("lower"),
    Direction.SAME: N_("unchanged"),
    Direction.NOT_COMPARABLE: N_("no level"),
}
_TOO_FEW = "–"
_WHOLE = 12
"""How many rows of a table stay on one page."""
_FEW = 5
"""Beside how many profiles a table has room for reasons."""


def factors(told: YearsTold) -> tuple[Block, ...]:
    """Every factor on the questions that were answered alike in every profile."""
    head = Heading(2, plain_runs(factors_title(told)))
    if not told.years.compared:
        return (head, Paragraph(plain_runs(nothing_alike(told))))
    rows = tuple(one for one in told.years.factors if one.compared)
    told_more = (Paragraph(plain_runs(sentence)) for sentence in without_quick(told))
    table = (*_compared(told, rows), *_keys(told, rows))
    kept = (Together(table),) if len(rows) <= _WHOLE else table
    return (head, *_picture(told, rows), *kept, *told_more)


def _picture(told: YearsTold, rows: tuple[FactorYears, ...]) -> tuple[Block, ...]:
    """The heat map; none where no factor has a level."""
    if not any(level is not None for one in rows for level in one.levels):
        return ()
    last = len(told.years.columns) - 1
    drawn = [
        HeatRow(_title(told, one), one.levels, None if told.across else one.between(0, last))
        for one in rows
    ]
    head = "" if told.across else told.words("Against {year}", year=told.label(0))
    columns = Columns(column_heads(told), head)
    chart = heat_map(drawn, columns, scale_of(told), told.words)
    return (_keyed(told, chart),)


def _keyed(told: YearsTold, chart: Chart) -> Figure:
    """A chart; where numbers stand for profiles in it, with what they stand for."""
    named = key_words(told)
    if named is None:
        return Figure(chart)
    return Figure(chart._replace(alt=f"{named}\n{chart.alt}"), plain_runs(named))


def over_time(told: YearsTold) -> tuple[Block, ...]:
    """A little chart for each factor that has a level in any year."""
    rows = [one for one in told.years.factors if any(level is not None for level in one.levels)]
    if not rows:
        return ()
    drawn = [Series(_title(told, one), one.levels) for one in rows]
    chart = small_multiples(drawn, column_heads(told), scale_of(told), told.words)
    title = told.words("Factor by factor over the years")
    return (Heading(2, plain_runs(title)), _keyed(told, chart))


def scale_of(told: YearsTold) -> Scale:
    """The scale of the newest version; where it has none, the values of its questions."""
    rules = told.years.rules
    if rules.scale:
        return Scale(tuple(Rung(one.value, told.say(one.text)) for one in rules.scale))
    values = {option.value for asked in rules.questions.values() for option in asked.options}
    return Scale(tuple(Rung(value) for value in sorted(values)))


def _title(told: YearsTold, one: FactorYears) -> str:
    """A factor's id and title as a chart names it."""
    return text_of(factor_name(told, one.id))


def _compared(told: YearsTold, rows: tuple[FactorYears, ...]) -> tuple[Block, ...]:
    """The table of the compared levels."""
    words = told.words
    against = words("Against {year}", year=told.label(0))
    tail = () if told.across else (against,)
    table = YearTable(
        words("Levels of the factors on these questions"),
        (words("Factor"),),
        (*tail, words("Compared")),
        tuple(_row(told, one) for one in rows),
        lead_shares=(5.2,),
        tail_shares=(*(1.9 for _ in tail), 1.6),
    )
    return tables(told, table)


def _row(told: YearsTold, one: FactorYears) -> YearRow:
    """One factor."""
    last = len(told.years.columns) - 1
    change = told.words("too few questions") if one.too_few else change_words(told, one, last)
    questions = len(told.years.rules.factors[one.id].questions)
    share = mark_cell(f"{len(one.compared)}/{questions}")
    cells = tuple(mark_cell(level_of(told, one, place)) for place in range(last + 1))
    tail = (share,) if told.across else (words_cell(change), share)
    return YearRow((words_cell(factor_name(told, one.id)),), cells, tail)


def change_words(told: YearsTold, one: FactorYears, last: int) -> str:
    """How a factor stands to the first profile, in a word."""
    return told.words(_CHANGES[one.between(0, last)])


def level_of(told: YearsTold, one: FactorYears, place: int) -> str:
    """A factor's level in one profile, or the mark in its place."""
    return _TOO_FEW if one.too_few else written_level(one.levels[place], told.words, "?")


def factor_name(told: YearsTold, factor: str) -> Runs:
    """A factor's id and title."""
    node = told.node(factor)
    title = (Run(" "), passage(node.title, told.words.language)) if node else ()
    return (Run(factor, strong=True), *title)


def _keys(told: YearsTold, rows: tuple[FactorYears, ...]) -> Iterator[Block]:
    """What the marks mean."""
    words = told.words
    key = words("3/6: three of the factor's six questions could be compared.  ? no level")
    if any(one.too_few for one in rows):
        key = f"{key}  {words('– too few questions in common for a level')}"
    yield Paragraph(plain_runs(key), small=True)
    yield from number_key(told)


def as_scored(told: YearsTold) -> tuple[Block, ...]:
    """The factors that were scored otherwise then, with those figures and the reason."""
    apart = scored_otherwise(told)
    if not apart:
        return ()
    words, beside = told.words, len(told.years.columns) <= _FEW
    table = YearTable(
        words("Levels of the factors as they were scored then"),
        (words("Factor"),),
        (words("Why that is something else"),) if beside else (),
        tuple(_scored_row(told, one, beside=beside) for one in apart),
        lead_shares=(3.4,),
        tail_shares=(5.5,) if beside else (),
        dense=True,
    )
    blocks: list[Block] = [Heading(3, plain_runs(as_scored_title(told)))]
    blocks += [*tables(told, table), *number_key(told)]
    if not beside:
        blocks.append(Bullets(tuple(plain_runs(f"{one.id}: {_why(told, one)}") for one in apart)))
    if len(apart) < len(told.years.factors):
        rest = words("The other factors were scored as they stand in the table of factors.")
        blocks.append(Paragraph(plain_runs(rest)))
    return tuple(blocks)


def _scored_row(told: YearsTold, one: FactorYears, *, beside: bool) -> YearRow:
    """A factor as it was scored then, with the reason beside it where there is room."""
    cells = tuple(mark_cell(written_level(level, told.words, "?")) for level in one.as_scored)
    why = (words_cell(_why(told, one)),) if beside else ()
    return YearRow((words_cell(factor_name(told, one.id)),), cells, why)


def _why(told: YearsTold, one: FactorYears) -> str:
    """Why a factor was scored otherwise, in a line."""
    return " ".join(why_otherwise(told, one))
