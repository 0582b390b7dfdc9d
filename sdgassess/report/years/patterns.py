"""What stands beside the levels: risk patterns and style, year by year, as judged then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.analysis.years.questions import Direction
from sdgassess.phrases.patterns import position_name, risk_words
from sdgassess.report.years.edition import YearsPage, YearsTold
from sdgassess.scoring.patterns import PatternResult, Risk

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


def ever_present(told: YearsTold) -> tuple[PatternYears, ...]:
    """Each pattern that was at medium or high in any of the profiles."""
    results = [{one.id: one for one in column.score.patterns} for column in told.years.columns]
    rows = []
    for pattern in told.years.rules.patterns:
        if any(pattern.id in one and one[pattern.id].result in _PRESENT for one in results):
            found = [one.get(pattern.id) for one in results]
            risks = told.runs([_risk(told, one) for one in found])
            name = told.say(pattern.title)
            rows.append(PatternYears(pattern.id, name, risks, tuple(_since_then(told, found))))
    return tuple(rows)


def never_present(told: YearsTold, ever: int) -> str | None:
    """How many patterns were found in none of the profiles; None where each was in some."""
    never = len(told.years.rules.patterns) - ever
    if not never:
        return None
    if told.across:
        one = "One more pattern was neither medium nor high in any of them."
        many = "{n} more patterns were neither medium nor high in any of them."
    else:
        one = "One more pattern was neither medium nor high in any year."
        many = "{n} more patterns were neither medium nor high in any year."
    return told.words.plural(one, many, never)


def write_patterns(told: YearsPage) -> None:
    """Each pattern that was at medium or high in any of the profiles."""
    if not told.years.rules.patterns:
        return
    told.page.heading(told.words("Risk patterns, as judged then"))
    ever = ever_present(told)
    for one in ever:
        told.page.item(" ".join((f"{one.name} ({one.id}): {one.risks}.", *one.since)))
    if never := never_present(told, len(ever)):
        told.page.item(never)


class AxisYears(NamedTuple):
    """One style axis over the profiles: its title, and where it stood."""

    title: str
    positions: str


def style_over_years(told: YearsTold) -> tuple[AxisYears, ...]:
    """Where each axis stood that was answered in any profile."""
    years, words = told.years, told.words
    rows = []
    for axis in years.rules.style:
        held = [
            next((one.position for one in column.score.style if one.axis == axis.id), ())
            for column in years.columns
        ]
        if not any(held):
            continue
        names = [", ".join(position_name(axis, place, words) for place in one) for one in held]
        names = [name or words("not asked") for name in names]
        alike = len(set(names)) == 1
        each = words("{position} each time", position=names[0])
        rows.append(AxisYears(told.say(axis.title), each if alike else told.runs(names, "; ")))
    return tuple(rows)


def write_style(told: YearsPage) -> None:
    """Where each axis stood; style is never good or bad, and so is a change of it."""
    rows = style_over_years(told)
    if rows:
        told.page.heading(told.words("Style (never good or bad)"))
    for title, positions in rows:
        told.page.item(f"{title}: {positions}")


def _risk(told: YearsTold, result: PatternResult | None) -> str:
    """A pattern's risk in one profile, in words."""
    if result is None:
        return told.words("not judged")
    return risk_words(result, told.words)


def _since_then(told: YearsTold, found: list[PatternResult | None]) -> Iterator[str]:
    """Which answers point to it no longer, still, or newly: first against last."""
    first, last = found[0], found[-1]
    if told.across or first is None or last is None:
        return
    words, moves = told.words, told.years.first_to_last.moves
    alike = {q for q, one in moves.items() if one.direction is not Direction.NOT_COMPARABLE}
    level = {q for q in alike if moves[q].before.level == moves[q].after.level}
    gone = [q for q in first.triggered if q in alike - level and q not in last.triggered]
    still = [q for q in last.triggered if q in first.triggered]
    new = [q for q in last.triggered if q in alike - level and q not in first.triggered]
    ruled = [q for q in moves if q in level and (q in first.triggered) != (q in last.triggered)]
    year = told.label(0)
    if gone:
        yield words("Since {year} gone: {questions}.", year=year, questions=", ".join(gone))
    if still:
        yield words("Still there: {questions}.", questions=", ".join(still))
    if new:
        yield words("Since {year} new: {questions}.", year=year, questions=", ".join(new))
    if ruled:
        questions = ", ".join(ruled)
        yield words(
            "Judged by another rule since, at the same level: {questions}.", questions=questions
        )
