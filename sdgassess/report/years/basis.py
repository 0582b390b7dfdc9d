"""What the year comparison rests on: who answered what and when, what cannot be compared, limits.

Roles are named only for a profile that has a yes to showing answers by role; for the
others they are counted. Nobody is ever named: a file holds no names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from sdgassess import __version__
from sdgassess.document.blocks import (
    Block,
    Cell,
    Paragraph,
    Table,
    bullets,
    heading,
    labelled,
    mark_cell,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.numbers import written_date
from sdgassess.phrases import labels
from sdgassess.phrases.levels import BASES, SCOPES, respondents
from sdgassess.phrases.saving import left_out_words
from sdgassess.report.scale import scale_line
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.factors import as_scored
from sdgassess.report.years.front import warnings
from sdgassess.report.years.move_phrases import not_compared, not_compared_title
from sdgassess.report.years.summary import answered_count, pair_counts, role_name
from sdgassess.scoring.hearing import people_present
from sdgassess.text import one_line


def comparability(edition: YearsEdition) -> Iterator[Block]:
    """Whether the profiles can be compared: on what, by whom, and what is left out and why."""
    words = edition.words
    if edition.across:
        yield heading(words("Can they be compared?"))
    else:
        yield heading(words("Can the years be compared?"))
    yield paragraph(" ".join((_verdict(edition), *_ends_alone(edition))))
    yield from warnings(edition)
    yield _profiles(edition)
    if not edition.across:
        yield from _year_by_year(edition)
    yield from as_scored(edition)
    if not edition.across:
        yield from _not_compared(edition)


def _verdict(edition: YearsEdition) -> str:
    """On how many questions they can."""
    words = edition.words
    compared, questions = len(edition.years.compared), len(edition.years.paths)
    if not compared:
        return words("No: no question was asked alike and answered in all of them.")
    if compared == questions:
        return words("Yes: all {all} questions were asked alike and answered.", all=questions)
    return words(
        "On {n} of {all} questions: those were asked alike and answered in all of them.",
        n=compared,
        all=questions,
    )


def _ends_alone(edition: YearsEdition) -> Iterator[str]:
    """On how many questions the last can be held against the first, where others lie between."""
    pair = edition.years.first_to_last
    if edition.across or len(edition.years.columns) == 2:
        return
    yield edition.words(
        "{last} against {first} alone: on {n}.",
        last=edition.label(pair.later),
        first=edition.label(pair.earlier),
        n=pair.summary.comparable,
    )


def _profiles(edition: YearsEdition) -> Table:
    """Each profile: when, how much was asked and answered, by whom."""
    words = edition.words
    head = table_head(
        words(labels.SUBJECT) if edition.across else words("Year"),
        words(labels.DATE),
        words("Scope"),
        words("Version"),
        words("Answered"),
        words("People"),
        words("Heard"),
    )
    rows = tuple(_profile_row(edition, column) for column in range(len(edition.years.columns)))
    caption = plain_runs(words("Who answered, what and when"))
    shares = (3 if edition.across else 1.3, 2.2, 2.5, 1.8, 3.2, 1.9, 3.5)
    return Table(caption, head, rows, shares, dense=True)


def _profile_row(edition: YearsEdition, column: int) -> tuple[Cell, ...]:
    """One profile."""
    score = edition.years.columns[column].score
    profile, people = score.profile, respondents(score.profile)
    return (
        words_cell(edition.head(column)),
        words_cell(written_date(profile.date, edition.words)),
        words_cell(edition.words(SCOPES[profile.scope])),
        words_cell(one_line(score.questionnaire.version)),
        words_cell(answered_count(edition, column)),
        mark_cell(str(people) if people else "–"),
        words_cell(roles_in(edition, column)),
    )


def roles_in(edition: YearsEdition, column: int) -> str:
    """Which roles were heard in a profile; without a yes to that, how many."""
    words, roles = edition.words, edition.years.roles[column]
    profile = edition.years.columns[column].score.profile
    if not roles:
        return words("nobody noted")
    if not profile.consent:
        singular, plural = "one role, not named", "{n} roles, not named"
        return words.plural(singular, plural, len(roles))
    people = Counter(person.role for person in people_present(profile))
    names = {role: role_name(edition, role) for role in roles}
    return ", ".join(
        f"{name} ({people[role]})" if people[role] else name for role, name in names.items()
    )


def _year_by_year(edition: YearsEdition) -> Iterator[Block]:
    """Each year against the one before it, in counts."""
    pairs = edition.years.neighbours
    if len(pairs) > 1:
        yield heading(edition.words("From year to year"), 3)
        yield bullets(pair_counts(edition, pair) for pair in pairs)


def _not_compared(edition: YearsEdition) -> Iterator[Block]:
    """What could not be compared between first and last, by reason."""
    groups = not_compared(edition)
    if groups:
        yield heading(not_compared_title(edition), 3)
        yield bullets(f"{reason}: {', '.join(questions)}" for reason, questions in groups)


def method(edition: YearsEdition, left_out: Sequence[str]) -> Iterator[Block]:
    """How it was computed, what it cannot say, and from which files.

    Args:
        edition: the profiles side by side.
        left_out: files of a folder that could not be read.
    """
    words, rules = edition.words, edition.years.rules
    yield heading(words(labels.LIMITS))
    yield Paragraph((edition.say(rules.limits),))
    yield bullets(_rules(edition))
    if rules.scale:
        yield labelled(words(labels.SCALE), Run(scale_line(edition, rules)))
    yield bullets(_origin(edition, left_out))


def _rules(edition: YearsEdition) -> Iterator[str]:
    """The rules of the comparison, in sentences."""
    words = edition.words
    if edition.across:
        yield words("{The_subjects} stand in alphabetical order; nobody is ranked.")
    else:
        alike = words(
            "Higher and lower are about the answers to what was asked alike: the same question "
            "with the same words for its levels."
        )
        if edition.years.rules.backing is None:
            yield alike
        else:
            yield f"{alike} {words('What is only better backed is no step up.')}"
        yield words("A step is one level on one question. Steps are counted, never averaged.")
    yield words(
        "The levels of {the_parts} are computed anew, on the questions in common and by "
        "the newest rules; what was scored then stands apart from them."
    )
    if edition.years.rules.patterns or edition.years.rules.style:
        yield words(
            "Risk patterns and style stand as they were judged then, on all that was answered."
        )


def _origin(edition: YearsEdition, left_out: Sequence[str]) -> Iterator[str]:
    """From which files, with which version of the tool, and what could not be used."""
    words, rules = edition.words, edition.years.rules
    versions = ", ".join(one_line(version) for version in edition.years.versions)
    yield words(labels.QUESTIONNAIRE_LINE, id=one_line(rules.id), version=versions)
    yield words(labels.BASIS_LINE, basis=words(BASES[edition.years.columns[-1].score.basis]))
    for column in edition.years.columns:
        file = one_line(PurePath(column.file).name)
        day = written_date(column.score.profile.date, words)
        yield words(labels.PROFILE_LINE, file=file, date=day)
    if left_out:
        yield left_out_words([one_line(PurePath(file).name) for file in left_out], words)
    yield words(labels.MADE_WITH_LINE, version=__version__)
    yield words(labels.LICENCE_LINE, licence=one_line(rules.licence))
