"""What is said of factors over several profiles: on which questions, and how scored then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.behind import behind
from sdgassess.analysis.years.factors import FactorYears, LeftOut
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import NO_LEVEL
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.move_phrases import BECAUSE

_BOTH = 2
"""How many years are named by their years."""


def factors_title(edition: YearsEdition) -> str:
    """On how many questions the factors are compared."""
    n = len(edition.years.compared)
    if not n:
        return edition.words(labels.PARTS)
    if edition.across:
        singular = (
            "{Many_parts}, on the one question that all of them were asked alike and answered"
        )
        plural = (
            "{Many_parts}, on the {n} questions that all of them were asked alike and answered"
        )
    elif len(edition.years.columns) > _BOTH or edition.numbered:
        singular = "{Many_parts}, on the one question that was asked alike and answered every year"
        plural = "{Many_parts}, on the {n} questions that were asked alike and answered every year"
    else:  # others may lie between, such as a quick scan, so "every year" could be untrue
        first, last = edition.label(0), edition.label(1)
        singular = (
            "{Many_parts}, on the one question asked alike and answered in {first} and {last}"
        )
        plural = (
            "{Many_parts}, on the {n} questions asked alike and answered in {first} and {last}"
        )
        return edition.words.plural(singular, plural, n, first=first, last=last)
    return edition.words.plural(singular, plural, n)


def no_factors(edition: YearsEdition) -> str:
    """What is said where no question is compared."""
    return edition.words("No question was asked alike and answered in all of them.")


def all_alike_title(edition: YearsEdition) -> str:
    """The head over the questions on which all stand alike."""
    return edition.words("All at the same level")


def not_compared_by_all(edition: YearsEdition) -> str:
    """The head over the questions that cannot be compared between all."""
    return edition.words("Not compared: not asked alike and answered by all")


def without_quick(edition: YearsEdition) -> Iterator[str]:
    """How many questions could be compared if quick scans were left out, where that is more."""
    years, quick = edition.years, edition.quick_scans
    if not quick or len(years.columns) - len(quick) < 2:
        return
    comparable = sum(
        all(standing.because is None for place, standing in enumerate(path) if place not in quick)
        for path in years.paths.values()
    )
    if comparable > len(years.compared):
        labels = edition.labels(quick)
        yield edition.words(
            "Without {years} there would be {n} questions.", years=labels, n=comparable
        )


def ranges(edition: YearsEdition) -> Iterator[str]:
    """In which named range each compared part stood, profile by profile."""
    for factor in edition.years.factors:
        roll_up = edition.years.rules.nodes[factor.id].roll_up if factor.compared else None
        if roll_up is None or not roll_up.bands or factor.too_few:
            continue
        if all(level is None for level in factor.levels):
            continue
        bands = [None if level is None else roll_up.band(level) for level in factor.levels]
        none = edition.words(NO_LEVEL)
        titles = [
            edition.words.quoted(edition.line(band.title))
            if band
            else "–"
            if level is not None
            else none
            for band, level in zip(bands, factor.levels, strict=True)
        ]
        yield f"{factor.id}: {edition.year_by_year(titles)}"


def behind_changes(edition: YearsEdition) -> Iterator[str]:
    """For each part that moved since the first year, the answers that alone move it."""
    if edition.across or edition.together:
        return
    for factor in edition.years.factors:
        questions = behind(edition.years, factor)
        if questions:
            yield edition.words.plural(
                "{factor} moved by {questions}: had it not moved, {factor} would stand elsewhere.",
                "{factor} moved by {questions}: had one of them not moved, {factor} would stand "
                "elsewhere.",
                len(questions),
                factor=factor.id,
                questions=", ".join(questions),
            )


def behind_all_changes(edition: YearsEdition) -> str:
    """The same in one sentence: each part that moved with the answers that alone move it."""
    moved = ((factor.id, behind(edition.years, factor)) for factor in edition.years.factors)
    named = (f"{part} ({', '.join(questions)})" for part, questions in moved if questions)
    return edition.words(
        "The single answers behind the changes; had one of them not moved, {the_part} would stand "
        "elsewhere: {parts}.",
        parts="; ".join(named),
    )


def on_fewer_questions(edition: YearsEdition) -> str:
    """That all years together have fewer questions in common than those that are compared."""
    singular = (
        "Here every year stands on the one question that was asked alike and answered in all of "
        "them, so levels may differ from those above."
    )
    plural = (
        "Here every year stands on the {n} questions that were asked alike and answered in all of "
        "them, so levels may differ from those above."
    )
    return edition.words.plural(singular, plural, len(edition.years.compared))


def scored_otherwise(edition: YearsEdition) -> tuple[FactorYears, ...]:
    """The factors that were scored otherwise then, or on another set of questions."""
    factors = edition.years.factors
    return tuple(factor for factor in factors if factor.scored_otherwise or factor.set_changed)


def as_scored_title(edition: YearsEdition) -> str:
    """The head over the factors as they were scored then."""
    if edition.across:
        return edition.words("As each was scored, on all that it answered: no comparison")
    return edition.words("As it was scored then, on all that was answered: no comparison")


def why_otherwise(edition: YearsEdition, factor: FactorYears) -> Iterator[str]:
    """Why a factor is something else on the questions in common than what was scored."""
    words = edition.words
    if not factor.too_few and not factor.scored_otherwise:
        yield words("On the same questions too, but its questions have changed.")
    if factor.upper:
        yield words("It adds up the levels of its parts.")
    if factor.left_out:
        groups: dict[tuple[str, str], list[str]] = {}
        for omission in factor.left_out:
            groups.setdefault(_because(edition, omission), []).append(omission.question)
        parts = (f"{', '.join(ids)} ({because} {when})" for (because, when), ids in groups.items())
        yield words("Left out: {questions}.", questions="; ".join(parts))
    if factor.rules_changed:
        yield words("An older version scored it by other rules.")
    if factor.id not in edition.years.rules.scored_above:
        yield words("The newest version does not have it.")
    elif not factor.left_out and factor.set_changed:
        if factor.upper:
            yield words("An older version added other parts to it.")
            return
        yield words("An older version asked other questions of it.")
    elif not factor.left_out and not factor.rules_changed and _gate_elsewhere(edition, factor):
        yield words("The cap depends on other questions, which are left out.")


def _gate_elsewhere(edition: YearsEdition, factor: FactorYears) -> bool:
    """Whether a gate on a part looks at something that is not compared everywhere."""
    rules, compared = edition.years.rules, set(edition.years.compared)
    for gate in rules.gates:
        for subject in gate.lowest_of if gate.caps == factor.id else ():
            node = rules.nodes.get(subject.id)
            questions = [q.id for q in node.all_questions()] if node else [subject.id]
            if not compared.issuperset(questions):
                return True
    return False


def _because(edition: YearsEdition, omission: LeftOut) -> tuple[str, str]:
    """A reason in words, and in which profiles."""
    return edition.words(BECAUSE[omission.because]), edition.labels(omission.columns)


def by_column(edition: YearsEdition, levels: Sequence[Level | None]) -> str:
    """Levels, each with its years or municipality."""
    none = edition.words(NO_LEVEL)
    return edition.year_by_year(
        [none if level is None else written_number(level, edition.words) for level in levels]
    )
