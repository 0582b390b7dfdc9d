"""What is said of factors over several profiles: on which questions, and how scored then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.factors import FactorYears, LeftOut
from sdgassess.model.question import Level
from sdgassess.report.years.edition import YearsTold
from sdgassess.report.years.move_phrases import BECAUSE
from sdgassess.text import number


def factors_title(told: YearsTold) -> str:
    """On how many questions the factors are compared."""
    n = len(told.years.compared)
    if not n:
        return told.words("Factors")
    if told.across:
        one = "Factors, on the one question that all of them answered alike"
        many = "Factors, on the {n} questions that all of them answered alike"
    else:
        one = "Factors, on the one question that was answered alike every year"
        many = "Factors, on the {n} questions that were answered alike every year"
    return told.words.plural(one, many, n)


def nothing_alike(told: YearsTold) -> str:
    """What is said where no question is compared."""
    return told.words("No question was answered alike in all of them.")


def without_quick(told: YearsTold) -> Iterator[str]:
    """How many questions could be compared if quick scans were left out, where that is more."""
    years = told.years
    quick = [i for i, column in enumerate(years.columns) if column.score.profile.quick]
    if not quick or len(years.columns) - len(quick) < 2:
        return
    more = sum(
        all(there.because is None for i, there in enumerate(path) if i not in quick)
        for path in years.paths.values()
    )
    if more > len(years.compared):
        named = told.labels(tuple(quick))
        yield told.words("Without {years} there would be {n} questions.", years=named, n=more)


def scored_otherwise(told: YearsTold) -> tuple[FactorYears, ...]:
    """The factors that were scored otherwise then, or on another set of questions."""
    return tuple(one for one in told.years.factors if one.scored_otherwise or one.set_changed)


def as_scored_title(told: YearsTold) -> str:
    """The head over the factors as they were scored then."""
    if told.across:
        return told.words("As scored on all that each answered: not to be compared")
    return told.words("As scored then, on all that was answered: not to be compared")


def as_scored(told: YearsTold, one: FactorYears) -> str:
    """Both figures of a factor, and why they differ."""
    words = told.words
    scored = words("{factor} scored {then}.", factor=one.id, then=by_column(told, one.as_scored))
    return " ".join((scored, *_on_the_same(told, one), *why_otherwise(told, one)))


def _on_the_same(told: YearsTold, one: FactorYears) -> Iterator[str]:
    """What a factor is on the questions in common."""
    words = told.words
    if one.too_few:
        yield words("Too few questions in common for a level.")
    elif not one.scored_otherwise:
        yield words("On the same questions too, but its questions have changed.")
    elif one.compared:
        same = by_column(told, one.levels)
        yield words("On the same questions {levels}.", levels=same)


def why_otherwise(told: YearsTold, one: FactorYears) -> Iterator[str]:
    """Why a factor is something else on the questions in common than what was scored."""
    words = told.words
    if one.left_out:
        groups: dict[tuple[str, str], list[str]] = {}
        for left in one.left_out:
            groups.setdefault(_because(told, left), []).append(left.question)
        parts = (f"{', '.join(ids)} ({because} {when})" for (because, when), ids in groups.items())
        yield words("Left out: {questions}.", questions="; ".join(parts))
    if one.rules_changed:
        yield words("An older version scored it by other rules.")
    if one.id not in told.years.rules.factors:
        yield words("The newest version does not have it.")
    elif not one.left_out and one.set_changed:
        yield words("An older version asked other questions of it.")
    elif not one.left_out and not one.rules_changed:
        yield words("A gate looks at other questions, which are left out.")


def _because(told: YearsTold, left: LeftOut) -> tuple[str, str]:
    """A reason in words, and in which profiles."""
    return told.words(BECAUSE[left.because]), told.labels(left.columns)


def by_column(told: YearsTold, levels: Sequence[Level | None]) -> str:
    """Levels, each with its years or municipality."""
    none = told.words("no level")
    return told.runs([none if level is None else number(level) for level in levels])
