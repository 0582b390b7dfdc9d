"""What stands beside the levels: risk patterns and style, year by year, as judged then."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years_questions import Direction
from sdgassess.report.pattern_words import position_name, risk_words
from sdgassess.report.years_page import YearsPage
from sdgassess.scoring.patterns import PatternResult, Risk

_PRESENT = (Risk.HIGH, Risk.MEDIUM)


def write_patterns(told: YearsPage) -> None:
    """Each pattern that was at medium or high in any of the profiles."""
    years, page, words = told.years, told.page, told.page.words
    results = [{one.id: one for one in column.score.patterns} for column in years.columns]
    ever = [
        pattern
        for pattern in years.rules.patterns
        if any(pattern.id in one and one[pattern.id].result in _PRESENT for one in results)
    ]
    if not years.rules.patterns:
        return
    page.heading(words("Risk patterns, as judged then"))
    for pattern in ever:
        found = [one.get(pattern.id) for one in results]
        risks = told.runs([_risk(told, one) for one in found])
        line = f"{page.say(pattern.title)} ({pattern.id}): {risks}."
        page.item(" ".join([line, *_since_then(told, found)]))
    never = len(years.rules.patterns) - len(ever)
    if never:
        page.item(_never(told, never))


def _never(told: YearsPage, never: int) -> str:
    """How many patterns were found in none of the profiles."""
    if told.across:
        one = "One more pattern was neither medium nor high in any of them."
        many = "{n} more patterns were neither medium nor high in any of them."
    else:
        one = "One more pattern was neither medium nor high in any year."
        many = "{n} more patterns were neither medium nor high in any year."
    return told.page.words.plural(one, many, never)


def write_style(told: YearsPage) -> None:
    """Where each axis stood; style is never good or bad, and so is a change of it."""
    years, page, words = told.years, told.page, told.page.words
    rows = []
    for axis in years.rules.style:
        held = [
            next((one.position for one in column.score.style if one.axis == axis.id), ())
            for column in years.columns
        ]
        if not any(held):
            continue
        names = [", ".join(position_name(axis, place, words) for place in one) for one in held]
        rows.append((page.say(axis.title), [name or words("not asked") for name in names]))
    if rows:
        page.heading(words("Style (never good or bad)"))
    for title, names in rows:
        if len(set(names)) == 1:
            page.item(f"{title}: " + words("{position} each time", position=names[0]))
        else:
            page.item(f"{title}: {told.runs(names, '; ')}")


def _risk(told: YearsPage, result: PatternResult | None) -> str:
    """A pattern's risk in one profile, in words."""
    if result is None:
        return told.page.words("not judged")
    return risk_words(result, told.page.words)


def _since_then(told: YearsPage, found: list[PatternResult | None]) -> Iterator[str]:
    """Which answers point to it no longer, still, or newly: first against last."""
    first, last = found[0], found[-1]
    if told.across or first is None or last is None:
        return
    words, moves = told.page.words, told.years.whole.moves
    alike = {q for q, one in moves.items() if one.direction is not Direction.NOT_COMPARABLE}
    level = {q for q in alike if moves[q].then.level == moves[q].now.level}
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
