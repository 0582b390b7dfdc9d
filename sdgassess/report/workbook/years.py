"""The sheet of years: each question and factor, profile by profile, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.analysis.years.comparison import Pair, Years
from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.moves import explanations
from sdgassess.analysis.years.questions import Direction, Move
from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import (
    Column,
    Row,
    Rows,
    Sheet,
    Value,
    distinct_columns,
)
from sdgassess.language import Words
from sdgassess.model.node import Band
from sdgassess.model.question import Level
from sdgassess.phrases import labels
from sdgassess.phrases.levels import CHANGES, YES
from sdgassess.report.years.move_phrases import BECAUSE, reason_between
from sdgassess.text import one_line
from sdgassess.trend import HIGHER, LOWER, NOT_COMPARABLE, THE_SAME

_WAYS = {
    Direction.UP: HIGHER,
    Direction.DOWN: LOWER,
    Direction.SAME: THE_SAME,
    Direction.NOT_COMPARABLE: NOT_COMPARABLE,
}


class _Table(NamedTuple):
    """What the rows are written from."""

    years: Years
    words: Words
    across: bool
    names: tuple[str, ...]
    ranges: bool


def years_sheet(years: Years, words: Words, *, across: bool) -> Sheet:
    """Every question and factor over the years.

    Args:
        years: the profiles side by side.
        words: the fixed words.
        across: whether they are municipalities; then nothing is higher or lower.
    """
    table = _Table(years, words, across, _names(years, across=across), have_ranges(years))
    return Sheet(
        id="years",
        name=words(labels.SUBJECTS) if across else words(labels.YEARS),
        columns=distinct_columns(_columns(table)),
        rows=Rows(lambda: _rows(table)),
        fixed=1,
    )


def have_ranges(years: Years) -> bool:
    """Whether some level of a factor lies in a range that has a name."""
    return any(
        band is not None
        for factor in years.factors
        for band in (*years.bands(factor), *years.bands_as_scored(factor))
    )


def _rows(table: _Table) -> Iterator[Row]:
    """Every question, then every factor."""
    for question in table.years.paths:
        yield _question(table, question)
    for factor in table.years.factors:
        yield from _factor(table, factor)


def _names(years: Years, *, across: bool) -> tuple[str, ...]:
    """What each profile is called: its date, or its municipality and date."""
    profiles = [column.score.profile for column in years.columns]
    days = [profile.date.isoformat() for profile in profiles]
    if not across:
        return tuple(days)
    names = (one_line(profile.municipality.name) for profile in profiles)
    return tuple(f"{name} {day}" for name, day in zip(names, days, strict=True))


def _columns(table: _Table) -> tuple[Column, ...]:
    """The columns: what it is, where it stood, what changed."""
    words = table.words
    return (
        Column(words(labels.ID), 9),
        Column(words(labels.KIND), 16),
        Column(words(labels.PART), 24),
        Column(words(labels.TEXT), 44),
        *(Column(name, 11) for name in table.names),
        *(Column(f"{words(labels.RANGE)} {name}", 18) for name in table.names if table.ranges),
        *(column for pair in _pairs(table) for column in _change_columns(table, pair)),
        Column(words(labels.WHY_NOT_COMPARABLE), 32),
        *(() if table.across else (Column(words(labels.ONLY_BETTER_BACKED), 13),)),
        *(() if table.across else (Column(words("What the profiles say"), 40),)),
    )


def _change_columns(table: _Table, pair: Pair) -> tuple[Column, ...]:
    """The columns of one change: the word, and the steps with their sign."""
    words, since = table.words, table.names[pair.earlier]
    return (
        Column(words("Change since {date}", date=since), 16),
        Column(words("Steps since {date}", date=since), 10),
    )


def _pairs(table: _Table) -> tuple[Pair, ...]:
    """Who is held against whom: the last profile against the one before it and the first."""
    if table.across:
        return ()
    years = table.years
    if len(years.columns) == 2:
        return (years.first_to_last,)
    return years.latest, years.first_to_last


def _question(table: _Table, question: str) -> tuple[Value, ...]:
    """One question."""
    years, words = table.years, table.words
    changes: list[Value] = []
    for pair in _pairs(table):
        changes += _way(pair.moves.get(question), words)
    last: list[Value] = (
        [] if table.across else [_better_backed(table, question), _remarks(table, question)]
    )
    return (
        *question_cells(years, question, words),
        *(standing.level for standing in years.paths[question]),
        *(None for _ in table.names if table.ranges),
        *changes,
        _why_not(table, question),
        *last,
    )


def question_cells(years: Years, question: str, words: Words) -> tuple[Value, ...]:
    """Which question a row is about: its id, its kind, its part, its text."""
    rules = next(
        column.score.questionnaire
        for column in reversed(years.columns)
        if question in column.score.questionnaire.questions
    )
    return (
        question,
        words(labels.QUESTION),
        passage_line(rules.factor_of[question].title, words.language),
        passage_line(years.question(question).text, words.language),
    )


def _way(move: Move | None, words: Words) -> tuple[Value, Value]:
    """Which way a question went, and by how many steps; fewer with a minus."""
    if move is None or move.direction is Direction.NOT_COMPARABLE:
        return words(_WAYS[Direction.NOT_COMPARABLE]), None
    steps = -move.steps if move.direction is Direction.DOWN else move.steps
    return words(_WAYS[move.direction]), steps


def _why_not(table: _Table, question: str) -> Value:
    """Why a question is not compared, first against last; with the place for municipalities."""
    words, names = table.words, table.names
    if table.across:
        path = zip(names, table.years.paths[question], strict=True)
        reasons = (f"{name}: {words(BECAUSE[at.because])}" for name, at in path if at.because)
        return "\n".join(reasons) or None
    move = table.years.first_to_last.moves[question]
    if move.because is None:
        return None
    return reason_between(move.because, move.when, names[0], names[-1], words)


def _better_backed(table: _Table, question: str) -> Value:
    """Whether the answer is the same and only the evidence better: never progress."""
    return table.words(YES) if table.years.first_to_last.moves[question].better_backed else None


def _remarks(table: _Table, question: str) -> Value:
    """What the profiles say about why an answer differs."""
    lines = []
    for remark in explanations(table.years, question):
        change = (
            table.words(CHANGES[remark.earlier_answer.change])
            if remark.earlier_answer.change
            else ""
        )
        reason = one_line(remark.earlier_answer.reason) if remark.earlier_answer.reason else ""
        parts = (table.names[remark.column], change, reason)
        lines.append(": ".join(part for part in parts if part))
    return "\n".join(lines) or None


def _factor(table: _Table, factor: FactorYears) -> Iterator[tuple[Value, ...]]:
    """One factor: on the questions that can be compared, and as it was scored then."""
    years, words = table.years, table.words
    for place, (lead, levels, bands) in enumerate(factor_levels(years, factor, words)):
        changes: list[Value] = []
        for pair in _pairs(table):
            way = words(_WAYS[factor.between(pair.earlier, pair.later)]) if place == 0 else None
            changes += [way, None]
        empty: list[Value] = [None] if table.across else [None, None, None]
        ranges = [range_cell(band, words) for band in bands] if table.ranges else ()
        yield (*lead, *levels, *ranges, *changes, *empty)


class FactorLevels(NamedTuple):
    """A factor's levels of one kind: what they are, and one with its range for each profile."""

    lead: tuple[Value, ...]
    levels: tuple[Level | None, ...]
    bands: tuple[Band | None, ...]


def factor_levels(years: Years, factor: FactorYears, words: Words) -> tuple[FactorLevels, ...]:
    """A factor on the questions that can be compared, and as it was scored then."""
    scores = (column.score for column in reversed(years.columns))
    owner = next(score for score in scores if factor.id in score.questionnaire.nodes)
    title = passage_line(owner.questionnaire.nodes[factor.id].title, words.language)
    alike = words("{One_part}, on what was asked alike and every profile answered")
    scored = words("{One_part}, as scored then")
    return (
        FactorLevels((factor.id, alike, title, title), factor.levels, years.bands(factor)),
        FactorLevels(
            (factor.id, scored, title, title), factor.as_scored, years.bands_as_scored(factor)
        ),
    )


def range_cell(band: Band | None, words: Words) -> Value:
    """What the range of a level is called; empty where it has none."""
    return passage_line(band.title, words.language) if band else None
