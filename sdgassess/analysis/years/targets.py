"""What became of the picks: whether a target that was set one year was reached later.

A target is held against the next profile that has a level on the question, asked alike: a quick
scan in between, or a year in which nobody knew, does not hide what came of it. Where a map leads
from the levels of then to those of now, the target is read through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from sdgassess.analysis.candidates import next_target
from sdgassess.analysis.versions.lineage import Kin, kin, successors
from sdgassess.analysis.years.comparison import Years
from sdgassess.analysis.years.questions import (
    Because,
    Standing,
    When,
    answered_alike,
    standing,
    stood,
)
from sdgassess.model.profile import Priority
from sdgassess.model.question import Comparable, Level
from sdgassess.scoring.score import Score


class Outcome(StrEnum):
    """What became of a target."""

    REACHED = "reached"
    ON_THE_WAY = "on-the-way"
    NOT_YET = "not-yet"
    NOT_COMPARABLE = "not-comparable"


class Aim(NamedTuple):
    """One pick of one year, held against a later profile.

    Attributes:
        earlier: the place of the profile that picked it, among those compared.
        later: the place of the one it is held against: the first later one that can tell, else
            the next.
        pick: what was picked, with who and by when, in the words of then.
        question: the question's id now; that of then where there is none.
        target: the level that was aimed at, on the scale of now where a map leads there; None
            where none was set and none followed.
        before: the level then, likewise.
        after: the level now.
        outcome: what became of it.
        because: why it cannot be said; None where it can, and where there was no target.
        when: in which of the two a level is lacking, where that is why.
    """

    earlier: int
    later: int
    pick: Priority
    question: str
    target: Level | None
    before: Level | None
    after: Level | None
    outcome: Outcome
    because: Because | None = None
    when: When | None = None


def aims(years: Years) -> tuple[Aim, ...]:
    """Every pick of every profile but the last, and what a later one says of it."""
    scores = [column.score for column in years.columns]
    return tuple(
        _aim_of(pick, place, scores)
        for place, score in enumerate(scores[:-1])
        for pick in score.profile.priorities
    )


def _aim_of(pick: Priority, place: int, scores: Sequence[Score]) -> Aim:
    """One pick held against the first later profile that can tell, else against the next."""
    later = range(place + 1, len(scores))
    each = [_aim(pick, place, following, scores[place], scores[following]) for following in later]
    telling = (aim for aim in each if aim.outcome is not Outcome.NOT_COMPARABLE)
    return next(telling, each[0])


def _aim(pick: Priority, place: int, following: int, earlier: Score, later: Score) -> Aim:
    """One pick held against one later profile."""
    question, related = _kin(earlier, later, pick.question)
    before = (
        stood(earlier, question, related) if related.older else standing(earlier, pick.question)
    )
    rules, target = earlier.questionnaire.priorities, pick.target
    if target is None and rules is not None:
        target = next_target(earlier, rules, pick.question)
    if related.comparable is not Comparable.EXACT:
        because = _reason_gone(earlier, later, pick.question) or before.because or Because.REWORDED
        outcome = Outcome.NOT_COMPARABLE
        return Aim(place, following, pick, question, target, before.level, None, outcome, because)
    if target is not None and related.levels is not None:
        target = related.levels.get(target)
    after = standing(later, question)
    if after.level is not None and not answered_alike(later, earlier, question, related):
        outcome, because = Outcome.NOT_COMPARABLE, Because.OTHER_WORDS
        ends = before.level, after.level
        return Aim(place, following, pick, question, target, *ends, outcome, because)
    outcome = _outcome(target, before, after)
    aim = Aim(place, following, pick, question, target, before.level, after.level, outcome)
    if after.level is None:
        return aim._replace(because=after.because, when=When.LATER)
    return aim


def _kin(earlier: Score, later: Score, question: str) -> tuple[str, Kin]:
    """What a question of then is now: itself, else the one that is exactly in its place."""
    older, newer = earlier.questionnaire, later.questionnaire
    for heir in sorted(successors(older, newer).get(question, ()), key=lambda to: to != question):
        related = kin(older, newer, heir)
        if heir == question or related.comparable is Comparable.EXACT:
            return heir, related
    return question, kin(older, newer, question)


def _reason_gone(earlier: Score, later: Score, question: str) -> Because | None:
    """Why the next version does not ask a question; None where it does."""
    if question in later.questionnaire.questions:
        return None
    retired = {tomb.id for tomb in later.questionnaire.retired if tomb.replaced_by}
    near = successors(earlier.questionnaire, later.questionnaire).get(question)
    return Because.REPLACED if question in retired or near else Because.REMOVED


def _outcome(target: Level | None, before: Standing, after: Standing) -> Outcome:
    """What the level of now says of a target; a level that rose short of it is on the way."""
    if target is None or after.level is None:
        return Outcome.NOT_COMPARABLE
    if after.level >= target:
        return Outcome.REACHED
    risen = before.level is not None and after.level > before.level
    return Outcome.ON_THE_WAY if risen else Outcome.NOT_YET
