"""What stands beside the levels: risk patterns and style, year by year, as judged then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sdgassess.analysis.years.questions import Direction
from sdgassess.document.blocks import Block, Bullets, heading, labelled
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.phrases import labels
from sdgassess.phrases.levels import NOT_ASKED, NOT_JUDGED
from sdgassess.phrases.patterns import (
    pattern_of,
    position_name,
    present_patterns,
    risk_words,
)
from sdgassess.report.years.edition import YearsEdition
from sdgassess.scoring.patterns import PatternResult, Risk
from sdgassess.scoring.score import Score

_PRESENT = (Risk.HIGH, Risk.MEDIUM)


class PatternYears(NamedTuple):
    """One pattern over the profiles.

    Attributes:
        id: its id, which other commands take.
        name: what it is called.
        risks: how it was judged, profile by profile.
        since: which answers point to it no longer, still, or newly.
    """

    id: str
    name: str
    risks: str
    since: tuple[str, ...]


def patterns_part(edition: YearsEdition) -> Iterator[Block]:
    """Each pattern that was at medium or high in any of the profiles, as it was judged then."""
    if not edition.years.rules.patterns:
        return
    present = ever_present(edition)
    items: list[Runs] = [
        (
            Run(pattern.name, strong=True),
            Run(": " + " ".join((f"{pattern.risks}.", *pattern.since))),
        )
        for pattern in present
    ]
    rest = never_present(edition)
    if rest:
        items.append(plain_runs(rest))
    yield heading(edition.words("Risk patterns, as judged then"))
    yield Bullets(tuple(items))


def ever_present(edition: YearsEdition) -> tuple[PatternYears, ...]:
    """Each pattern that `score` names for any of the profiles: not where a graver one says it."""
    scores = [column.score for column in edition.years.columns]
    by_column = [{result.id: result for result in score.patterns} for score in scores]
    named = {result.id for score in scores for result in present_patterns(score)}
    patterns = []
    for pattern in edition.years.rules.patterns:
        results = [column.get(pattern.id) for column in by_column]
        if pattern.id in named:
            risks = edition.year_by_year(
                [_risk(edition, score, r) for score, r in zip(scores, results, strict=True)]
            )
            since = tuple(_since_first(edition, results))
            patterns.append(PatternYears(pattern.id, edition.line(pattern.title), risks, since))
    return tuple(patterns)


def never_present(edition: YearsEdition) -> str | None:
    """How many patterns were found in none of the profiles; None where each was in some."""
    columns = edition.years.columns
    results = (result for column in columns for result in column.score.patterns)
    ever = {result.id for result in results if result.result in _PRESENT}
    never = len({pattern.id for pattern in edition.years.rules.patterns} - ever)
    if not never:
        return None
    if edition.across:
        singular = "One more pattern was neither medium nor high in any of them."
        plural = "{n} more patterns were neither medium nor high in any of them."
    else:
        singular = "One more pattern was neither medium nor high in any year."
        plural = "{n} more patterns were neither medium nor high in any year."
    return edition.words.plural(singular, plural, never)


def _risk(edition: YearsEdition, score: Score, result: PatternResult | None) -> str:
    """A pattern's risk in one profile, in words; or the graver one that says the same there."""
    if result is None:
        return edition.words(NOT_JUDGED)
    graver = score.graver(result)
    if graver is not None and result.result in _PRESENT:
        return edition.words(
            "see {pattern}", pattern=edition.line(pattern_of(score, graver).title)
        )
    return risk_words(result, edition.words)


def _since_first(edition: YearsEdition, results: Sequence[PatternResult | None]) -> Iterator[str]:
    """Which answers point to it no longer, still, or newly: first against last."""
    first, last = results[0], results[-1]
    if edition.across or first is None or last is None:
        return
    words, moves = edition.words, edition.years.first_to_last.moves
    comparable = {
        question
        for question, move in moves.items()
        if move.direction is not Direction.NOT_COMPARABLE
    }
    level = {q for q in comparable if moves[q].before.level == moves[q].after.level}
    moved = comparable - level
    dropped = [q for q in first.triggered if q in moved and q not in last.triggered]
    lasting = [q for q in last.triggered if q in first.triggered]
    new = [q for q in last.triggered if q in moved and q not in first.triggered]
    ruled = [q for q in moves if q in level and (q in first.triggered) != (q in last.triggered)]
    year = edition.label(0)
    if dropped:
        yield words("Since {year} gone: {questions}.", year=year, questions=", ".join(dropped))
    if lasting:
        yield words("Still there: {questions}.", questions=", ".join(lasting))
    if new:
        yield words("Since {year} new: {questions}.", year=year, questions=", ".join(new))
    if ruled:
        questions = ", ".join(ruled)
        yield words(
            "Judged by another rule since, at the same level: {questions}.", questions=questions
        )


class AxisYears(NamedTuple):
    """One style axis over the profiles: its title, and where it stood."""

    title: str
    positions: str


def style_part(edition: YearsEdition) -> Iterator[Block]:
    """Where each style axis stood; never good or bad."""
    axes = style_over_years(edition)
    if axes:
        yield heading(edition.words(labels.STYLE))
        yield Bullets(tuple(labelled(axis.title, Run(axis.positions)).runs for axis in axes))


def style_over_years(edition: YearsEdition) -> tuple[AxisYears, ...]:
    """Where each axis stood that was answered in any profile."""
    words, axes = edition.words, []
    for axis in edition.years.rules.style:
        positions = [
            next((result.position for result in column.score.style if result.axis == axis.id), ())
            for column in edition.years.columns
        ]
        if not any(positions):
            continue
        names = [
            ", ".join(position_name(axis, place, words) for place in position) or words(NOT_ASKED)
            for position in positions
        ]
        if len(set(names)) == 1:
            line = words("{position} each time", position=names[0])
        else:
            line = edition.year_by_year(names, "; ")
        axes.append(AxisYears(edition.line(axis.title), line))
    return tuple(axes)
