"""What the year comparison rests on: who answered what and when, what cannot be compared, limits.

Roles are named only for a profile that has a yes to showing answers by role (model §3.5); for the
others they are counted. Nobody is ever named: a file holds no names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from sdgassess import __version__
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Paragraph,
    Run,
    Table,
    plain_runs,
)
from sdgassess.document.figures import written_date, written_level
from sdgassess.document.passage import passage
from sdgassess.phrases.levels import BASES, SCOPES, respondents
from sdgassess.report.years.edition import YearsTold
from sdgassess.report.years.factors import as_scored
from sdgassess.report.years.front import warnings
from sdgassess.report.years.move_phrases import not_compared, not_compared_between
from sdgassess.report.years.summary import answered, from_to, role
from sdgassess.report.years.tables import words_cell
from sdgassess.text import one_line


def comparability(told: YearsTold) -> tuple[Block, ...]:
    """Whether the profiles can be compared: on what, by whom, and what is left out and why."""
    words = told.words
    title = words("Can they be compared?") if told.across else words("Can the years be compared?")
    return (
        Heading(2, plain_runs(title)),
        Paragraph(plain_runs(" ".join((_verdict(told), *_ends_alone(told))))),
        *warnings(told),
        _profiles(told),
        *_year_by_year(told),
        *as_scored(told),
        *(() if told.across else _not_compared(told)),
    )


def _verdict(told: YearsTold) -> str:
    """On how many questions they can."""
    words, n, every = told.words, len(told.years.compared), len(told.years.paths)
    if not n:
        return words("No: no question was answered alike in all of them.")
    if n == every:
        return words("Yes: all {all} questions were asked and answered alike.", all=every)
    return words(
        "On {n} of {all} questions: those were asked and answered alike in all of them.",
        n=n,
        all=every,
    )


def _ends_alone(told: YearsTold) -> Iterator[str]:
    """On how many questions the last can be held against the first, where others lie between."""
    whole = told.years.first_to_last
    if told.across or len(told.years.columns) == 2:
        return
    first, last = told.label(whole.earlier), told.label(whole.later)
    yield told.words(
        "{last} against {first} alone: on {n}.",
        last=last,
        first=first,
        n=whole.summary.comparable,
    )


def _profiles(told: YearsTold) -> Table:
    """Each profile: when, how much was asked and answered, by whom."""
    words = told.words
    who = words("Municipality") if told.across else words("Year")
    head = (
        who,
        words("Date"),
        words("Scope"),
        words("Version"),
        words("Answered"),
        words("People"),
        words("Heard"),
    )
    rows = tuple(_profile(told, place) for place in range(len(told.years.columns)))
    caption = plain_runs(words("Who answered, what and when"))
    shares = (3 if told.across else 1.3, 2.2, 2.7, 1.8, 2.4, 1.9, 4.1)
    return Table(caption, tuple(plain_runs(one) for one in head), rows, shares, dense=True)


def _profile(told: YearsTold, place: int) -> tuple[Cell, ...]:
    """One profile."""
    score = told.years.columns[place].score
    profile, people = score.profile, respondents(score.profile)
    version = one_line(score.questionnaire.version)
    return (
        words_cell(told.head(place)),
        words_cell(written_date(profile.date, told.words)),
        words_cell(told.words(SCOPES[profile.scope])),
        words_cell(version),
        words_cell(answered(told, place)),
        Cell(plain_runs(str(people) if people else "–"), numeric=True),
        words_cell(heard(told, place)),
    )


def heard(told: YearsTold, place: int) -> str:
    """Which roles were heard in a profile; without a yes to that, how many."""
    words, roles = told.words, told.years.roles[place]
    profile = told.years.columns[place].score.profile
    if not roles:
        return words("nobody noted")
    if not profile.consent:
        one, many = "one role, not named", "{n} roles, not named"
        return words.plural(one, many, len(roles))
    there = Counter(person.role for person in profile.participants)
    named = ((role(told, one), there[one]) for one in roles)
    return ", ".join(f"{name} ({count})" if count else name for name, count in named)


def _year_by_year(told: YearsTold) -> tuple[Block, ...]:
    """Each year against the one before it, in counts."""
    pairs = told.years.neighbours
    if told.across or len(pairs) == 1:
        return ()
    items = tuple(plain_runs(from_to(told, pair)) for pair in pairs)
    return (Heading(3, plain_runs(told.words("From year to year"))), Bullets(items))


def _not_compared(told: YearsTold) -> tuple[Block, ...]:
    """What could not be compared between first and last, by reason."""
    groups = not_compared(told)
    if not groups:
        return ()
    items = tuple(plain_runs(f"{reason}: {', '.join(ids)}") for reason, ids in groups)
    return (Heading(3, plain_runs(not_compared_between(told))), Bullets(items))


def method(told: YearsTold, left_out: Sequence[str]) -> tuple[Block, ...]:
    """How it was computed, what it cannot say, and from which files.

    Args:
        told: what is told of the profiles.
        left_out: files of a folder that could not be read.
    """
    words, rules = told.words, told.years.rules
    return (
        Heading(2, plain_runs(words("Limits and method"))),
        Paragraph((passage(rules.limits, words.language),)),
        Bullets(tuple(plain_runs(sentence) for sentence in _method(told))),
        *_scale(told),
        Bullets(tuple(plain_runs(line) for line in _made_from(told, left_out))),
    )


def _method(told: YearsTold) -> Iterator[str]:
    """The rules of the comparison, in sentences."""
    words = told.words
    if told.across:
        yield words("The municipalities stand in alphabetical order; nobody is ranked.")
    else:
        yield words(
            "Higher and lower are about the answers to what was asked alike: the same question "
            "with the same words for its levels. What is only better backed is no step up."
        )
        yield words("A step is one level on one question. Steps are counted, never averaged.")
    yield words(
        "The levels of the factors are computed anew, on the questions in common and by the "
        "newest rules; what was scored then stands apart from them."
    )
    yield words(
        "Risk patterns and style stand as they were judged then, on all that was answered."
    )


def _scale(told: YearsTold) -> tuple[Block, ...]:
    """What the levels are called."""
    words, scale = told.words, told.years.rules.scale
    named = "; ".join(f"{written_level(one.value, words)} {told.say(one.text)}" for one in scale)
    label = Run(f"{words('The scale')}: ", strong=True)
    return (Paragraph((label, Run(named))),) if scale else ()


def _made_from(told: YearsTold, left_out: Sequence[str]) -> Iterator[str]:
    """From which files, with which version of the tool, and what could not be used."""
    words, rules = told.words, told.years.rules
    versions = ", ".join(one_line(version) for version in told.years.versions)
    yield words("Questionnaire: {id} {version}", id=one_line(rules.id), version=versions)
    yield words("Basis: {basis}", basis=words(BASES[told.years.columns[-1].score.basis]))
    for column in told.years.columns:
        file = one_line(PurePath(column.file).name)
        day = written_date(column.score.profile.date, words)
        yield words("Profile: {file}, {date}", file=file, date=day)
    if left_out:
        one = "One profile cannot be used and is left out: {files}"
        many = "{n} profiles cannot be used and are left out: {files}"
        named = ", ".join(one_line(PurePath(file).name) for file in left_out)
        yield words.plural(one, many, len(left_out), files=named)
    yield words("Made with sdgassess {version}", version=__version__)
    yield words("Questionnaire and reference texts: {licence}", licence=one_line(rules.licence))
