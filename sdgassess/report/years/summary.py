"""What is said of several profiles in sentences, for the terminal and for print alike."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sdgassess.analysis.years.comparison import Pair, Years
from sdgassess.analysis.years.moves import movers
from sdgassess.analysis.years.questions import Because, Direction
from sdgassess.language import N_
from sdgassess.model.profile import WasChange
from sdgassess.phrases.levels import BASES
from sdgassess.phrases.questions import answered_words
from sdgassess.report.years.edition import YearsEdition
from sdgassess.text import one_line

_NAMED = 6
_PATHS = 5
"""In how many columns a question's way is shown whole where several stand in a line."""


class Note(NamedTuple):
    """What to keep in mind when reading the comparison.

    Attributes:
        text: the note.
        names_roles: whether it names roles that answered.
    """

    text: str
    names_roles: bool = False


def full_years(edition: YearsEdition) -> YearsEdition:
    """The years that can stand on one set of questions: without quick scans before a full one."""
    columns, quick = edition.years.columns, set(edition.quick_scans)
    full = tuple(column for place, column in enumerate(columns) if place not in quick)
    if not quick or len(columns) - 1 in quick or len(full) <= 1:
        return edition
    return replace(edition, subject=Years(full))


def quick_scans_words(edition: YearsEdition, quick: Sequence[int]) -> str:
    """That some years are quick scans, on which the picture does not stand; there is at least one.

    Args:
        edition: all years.
        quick: the places of those meant.
    """
    singular = "{years} is a quick scan: what was agreed in it is shown, its levels are not."
    plural = "{years} are quick scans: what was agreed in them is shown, their levels are not."
    return edition.words.plural(singular, plural, len(quick), years=edition.labels(quick))


def span(edition: YearsEdition, spell: Callable[[dt.date], str] = dt.date.isoformat) -> str:
    """Which municipality, from when to when; of several, that nobody is ranked.

    Args:
        edition: the profiles side by side.
        spell: how a date is written.
    """
    words, years = edition.words, edition.years
    if edition.together:
        return _together(edition, spell)
    if edition.across:
        return words("Side by side, in alphabetical order: no ranking")
    first, last = years.columns[0].score.profile, years.columns[-1].score.profile
    name, start, end = one_line(last.municipality.name), spell(first.date), spell(last.date)
    return words("{name}, {start} to {end}", name=name, start=start, end=end)


def _together(edition: YearsEdition, spell: Callable[[dt.date], str]) -> str:
    """Which place, on which day, or from when to when, in how many assessments."""
    words, columns = edition.words, edition.years.columns
    profiles = [column.score.profile for column in columns]
    name, days = one_line(profiles[0].municipality.name), sorted({p.date for p in profiles})
    if len(days) == 1:
        singular, plural = "{name}, {day}: {n} assessment", "{name}, {day}: {n} assessments"
        return words.plural(singular, plural, len(columns), name=name, day=spell(days[0]))
    singular = "{name}, {start} to {end}: {n} assessment"
    plural = "{name}, {start} to {end}: {n} assessments"
    start, end = spell(days[0]), spell(days[-1])
    return words.plural(singular, plural, len(columns), name=name, start=start, end=end)


def questionnaire_and_basis(edition: YearsEdition) -> str:
    """Which questionnaire in which versions, and which levels are compared."""
    years = edition.years
    versions = ", ".join(one_line(version) for version in years.versions)
    basis = edition.words(BASES[years.columns[-1].score.basis])
    return edition.separator.join((f"{one_line(years.rules.id)} {versions}", basis))


def role_name(edition: YearsEdition, role: str) -> str:
    """What a role is called in the newest version; its id where that has no such role."""
    titles = {listed.id: listed.title for listed in edition.years.rules.roles}
    return edition.line(titles[role]) if role in titles else one_line(role)


def answered_count(edition: YearsEdition, column: int) -> str:
    """How many of the questions have a level in one profile."""
    return "; ".join(answered_words(edition.years.columns[column].score, edition.words))


def alike(edition: YearsEdition) -> tuple[str, ...]:
    """The compared questions that stand at the same level in every profile."""
    years = edition.years
    return tuple(
        question
        for question in years.compared
        if len({standing.level for standing in years.paths[question]}) == 1
    )


def notes(edition: YearsEdition) -> Iterator[Note]:
    """What to keep in mind: quick scans, other people, other versions."""
    words, years, quick = edition.words, edition.years, edition.quick_scans
    if quick and len(quick) < len(years.columns):
        singular = (
            "{years} is a quick scan: it is held against the others only on what both asked."
        )
        plural = "{years} are quick scans: held against the others only on what both asked."
        yield Note(words.plural(singular, plural, len(quick), years=edition.labels(quick)))
    if years.roles_differ:
        yield Note(_other_roles(edition), names_roles=True)
    if len(years.versions) > 1:
        yield Note(
            words("The questionnaire has changed in between: only what was asked alike counts.")
        )
    if questions := _in_other_words(edition):
        singular = (
            "{questions}: by their own words the profiles did not answer the same question; it is "
            "not compared."
        )
        plural = (
            "{questions}: by their own words the profiles did not answer the same questions; they "
            "are not compared."
        )
        named = ", ".join(questions)
        yield Note(words.plural(singular, plural, len(questions), questions=named))


def _in_other_words(edition: YearsEdition) -> tuple[str, ...]:
    """The questions that some profile answered in other words, as it says itself."""
    return tuple(
        question
        for question, path in edition.years.paths.items()
        if any(standing.because is Because.OTHER_WORDS for standing in path)
    )


def _other_roles(edition: YearsEdition) -> str:
    """Who was not heard in which profile; a level may differ for that alone."""
    words, years = edition.words, edition.years
    listed = dict.fromkeys(role.id for role in years.rules.roles)
    expected = [role for role in listed if any(role in roles for roles in years.roles)]
    columns_by_missing: dict[str, list[int]] = {}
    for column, roles in enumerate(years.roles):
        missing = ", ".join(role_name(edition, role) for role in expected if role not in roles)
        if roles and missing:
            columns_by_missing.setdefault(missing, []).append(column)
    absences = "; ".join(
        words("{years} without {roles}", years=edition.labels(columns), roles=missing)
        for missing, columns in columns_by_missing.items()
    )
    return words(
        "Other roles answered ({who}): a level may differ because others were asked.", who=absences
    )


def in_short_title(edition: YearsEdition) -> str:
    """Which profile is held against which: the last against the first."""
    pair = edition.years.first_to_last
    first, last = edition.label(pair.earlier), edition.label(pair.later)
    return edition.words("In short: {last} against {first}", first=first, last=last)


def in_short(edition: YearsEdition, every: YearsEdition | None = None) -> Iterator[str]:
    """What stands out, first against last.

    Args:
        edition: the profiles that are compared.
        every: on paper, where questions are named in words: all profiles, which may say why
            something fell; none where not given.
    """
    words, pair = edition.words, edition.years.first_to_last
    summary = pair.summary
    yield from _moved_most(edition, in_words=every is not None)
    yield from _why_lower(edition, every or edition)
    if summary.better_backed:
        singular = "One answer is the same and only better backed: that is no step up."
        plural = "{n} answers are the same and only better backed: that is no step up."
        yield words.plural(singular, plural, summary.better_backed)


def _moved_most(edition: YearsEdition, *, in_words: bool) -> Iterator[str]:
    """The questions that moved two steps or more, first against last."""
    moves = edition.years.first_to_last.moves.values()
    widest = sorted((move for move in moves if move.steps > 1), key=lambda move: -move.steps)
    if widest:
        brief = len(edition.years.columns) > _PATHS
        paths = "; ".join(
            _question(edition, move.question, in_words=in_words)
            + f" {edition.path(move.question, brief=brief)}"
            for move in widest[:_NAMED]
        )
        yield edition.words("Moved most: {questions}.", questions=paths)


def _question(edition: YearsEdition, question: str, *, in_words: bool) -> str:
    """A question in words where it is read on paper, by its id on a screen."""
    text = edition.years.rules.questions.get(question)
    return edition.words.quoted(edition.line(text.text)) if in_words and text else question


def _why_lower(edition: YearsEdition, every: YearsEdition) -> Iterator[str]:
    """How many of those that stand lower got worse, and how many are only known better."""
    fallen = {
        move.question
        for move in edition.years.first_to_last.moves.values()
        if move.direction is Direction.DOWN
    }
    lower = [mover for mover in movers(every.years) if mover.question in fallen]
    if not lower:
        return
    words, changes = edition.words, Counter(mover.change for mover in lower)
    messages = {
        WasChange.WORSE: N_("{n} got worse"),
        WasChange.KNOWN_BETTER: N_("{n} because more is known"),
        WasChange.CHANGED: N_("{n} for another reason"),
        None: N_("{n} with no reason noted"),
    }
    parts = ", ".join(
        words(message, n=changes[change])
        for change, message in messages.items()
        if changes[change]
    )
    yield words("Of those that stand lower: {why}.", why=parts)


def pair_counts(edition: YearsEdition, pair: Pair) -> str:
    """One year against the one before it, in counts."""
    summary = pair.summary
    return edition.words(
        "{first} to {last}: {comparable} compared, {up} higher, {down} lower, "
        "{same} unchanged; {apart} not comparable.",
        first=edition.label(pair.earlier),
        last=edition.label(pair.later),
        comparable=summary.comparable,
        up=summary.up,
        down=summary.down,
        same=summary.same,
        apart=summary.not_comparable,
    )
