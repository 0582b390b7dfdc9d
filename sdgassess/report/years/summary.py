"""What is said of several profiles in sentences, for the terminal and for print alike."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sdgassess.analysis.years.comparison import Pair
from sdgassess.analysis.years.moves import movers
from sdgassess.analysis.years.questions import Direction
from sdgassess.model.profile import WasChange
from sdgassess.phrases.levels import BASES
from sdgassess.report.years.edition import YearsTold
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


def span(told: YearsTold, spell: Callable[[dt.date], str] = dt.date.isoformat) -> str:
    """Which municipality, from when to when; of several, that nobody is ranked.

    Args:
        told: what is told of the profiles.
        spell: how a date is written.
    """
    words, years = told.words, told.years
    if told.across:
        return words("Side by side, in alphabetical order: no ranking")
    first, last = years.columns[0].score.profile, years.columns[-1].score.profile
    name, start, end = one_line(last.municipality.name), spell(first.date), spell(last.date)
    return words("{name}, {start} to {end}", name=name, start=start, end=end)


def asked_how(told: YearsTold) -> str:
    """Which questionnaire in which versions, and which levels are compared."""
    years = told.years
    versions = ", ".join(one_line(version) for version in years.versions)
    basis = told.words(BASES[years.columns[-1].score.basis])
    return told.dotted.join((f"{one_line(years.rules.id)} {versions}", basis))


def role(told: YearsTold, asked: str) -> str:
    """A role's name."""
    title = next((one.title for one in told.years.rules.roles if one.id == asked), None)
    return told.say(title) if title else one_line(asked)


def answered(told: YearsTold, place: int) -> str:
    """How many of the questions have a level in one profile."""
    score = told.years.columns[place].score
    known = sum(one.state is None for one in score.questions.values())
    return told.words("{known} of {all} questions answered", known=known, all=len(score.questions))


def notes(told: YearsTold) -> Iterator[Note]:
    """What to keep in mind: quick scans, other people, other versions."""
    words, years = told.words, told.years
    quick = [i for i, column in enumerate(years.columns) if column.score.profile.quick]
    if quick and len(quick) < len(years.columns):
        one = "{years} is a quick scan: it is held against the others only on what both asked."
        many = "{years} are quick scans: held against the others only on what both asked."
        yield Note(words.plural(one, many, len(quick), years=told.labels(tuple(quick))))
    if years.roles_differ:
        yield Note(_other_roles(told), names_roles=True)
    if len(years.versions) > 1:
        yield Note(
            words("The questionnaire has changed in between: only what was asked alike counts.")
        )


def _other_roles(told: YearsTold) -> str:
    """Who was not heard in which profile; a level may differ for that alone (model §3.15)."""
    words, years = told.words, told.years
    every = dict.fromkeys(one.id for one in years.rules.roles)
    ever = [one for one in every if any(one in heard for heard in years.roles)]
    lacking: dict[str, list[int]] = {}
    for place, heard in enumerate(years.roles):
        missing = [role(told, one) for one in ever if one not in heard]
        if heard and missing:
            lacking.setdefault(", ".join(missing), []).append(place)
    said = "; ".join(
        words("{years} without {roles}", years=told.labels(tuple(where)), roles=roles)
        for roles, where in lacking.items()
    )
    return words(
        "Other roles answered ({who}): a level may differ because others were asked.", who=said
    )


def ends(told: YearsTold) -> str:
    """Which profile is held against which: the last against the first."""
    whole = told.years.first_to_last
    first, last = told.label(whole.earlier), told.label(whole.later)
    return told.words("In short: {last} against {first}", first=first, last=last)


def in_short(told: YearsTold) -> Iterator[str]:
    """The counts, first against last, and what stands out in them."""
    words, whole = told.words, told.years.first_to_last
    found = whole.summary
    counts = words(
        "{comparable} of {all} questions can be compared: {up} higher, {down} lower, "
        "{same} unchanged.",
        comparable=found.comparable,
        all=len(whole.moves),
        up=found.up,
        down=found.down,
        same=found.same,
    )
    steps = words("Steps up: {up}. Steps down: {down}.", up=found.steps_up, down=found.steps_down)
    yield f"{counts} {steps}"
    yield from _moved_most(told)
    yield from _why_lower(told)
    if found.better_backed:
        one = "One answer is the same and only better backed: that is no step up."
        many = "{n} answers are the same and only better backed: that is no step up."
        yield words.plural(one, many, found.better_backed)


def _moved_most(told: YearsTold) -> Iterator[str]:
    """The questions that moved two steps or more, first against last."""
    moves = [one for one in told.years.first_to_last.moves.values() if one.steps > 1]
    most = sorted(moves, key=lambda one: -one.steps)[:_NAMED]
    if most:
        brief = len(told.years.columns) > _PATHS
        named = "; ".join(f"{one.question} {told.path(one.question, brief=brief)}" for one in most)
        yield told.words("Moved most: {questions}.", questions=named)


def _why_lower(told: YearsTold) -> Iterator[str]:
    """How many of those that stand lower got worse, and how many are only known better."""
    lower = [one for one in movers(told.years) if one.direction is Direction.DOWN]
    why = Counter(one.change for one in lower)
    if not lower:
        return
    words = told.words
    said = (
        (words("{n} got worse", n=why[WasChange.WORSE]), WasChange.WORSE),
        (words("{n} only known better", n=why[WasChange.KNOWN_BETTER]), WasChange.KNOWN_BETTER),
        (words("{n} for another reason", n=why[WasChange.CHANGED]), WasChange.CHANGED),
        (words("{n} with no reason noted", n=why[None]), None),
    )
    parts = ", ".join(text for text, change in said if why[change])
    yield words("Lower than the last time or the first: {why}.", why=parts)


def from_to(told: YearsTold, pair: Pair) -> str:
    """One year against the one before it, in counts."""
    found = pair.summary
    return told.words(
        "{first} to {last}: {comparable} compared, {up} higher, {down} lower, "
        "{same} unchanged; {apart} not comparable.",
        first=told.label(pair.earlier),
        last=told.label(pair.later),
        comparable=found.comparable,
        up=found.up,
        down=found.down,
        same=found.same,
        apart=found.not_comparable,
    )
