"""Whether an answer to an older version of a question may be held against one to a newer.

What a question's `history` declares of the versions in between decides, whatever its texts look
like: its author knows better than its words what was meant. Where nothing is declared, only what
was asked alike can be compared: the same id and the same anchor texts (model.md: Comparing years).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from sdgassess.model.question import (
    Change,
    ChangeKind,
    Comparable,
    Level,
    Question,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order

_WORST_FIRST = (Comparable.NONE, Comparable.APPROXIMATE, Comparable.EXACT)


class Kinship(StrEnum):
    """What happened to a question between two versions, or to what had parked its answer.

    `DECLARED`: it is asked in the same words, and its history declares that older answers do not
    compare; `DECLARED_ROUGHLY`: likewise, that they compare only roughly.
    """

    SAME = "same"
    REWORDED = "reworded"
    DECLARED = "declared"
    DECLARED_ROUGHLY = "declared-roughly"
    RESCALED = "rescaled"
    REPLACES = "replaces"
    ADDED = "added"
    REMOVED = "removed"
    OTHER_QUESTIONNAIRE = "other-questionnaire"
    NOWHERE = "nowhere"
    PARKER_GONE = "parker-gone"


class Kin(NamedTuple):
    """How a question of a newer version is related to an older version.

    Attributes:
        comparable: whether answers from then hold against answers from now.
        reason: what happened in between.
        older: the question of the older version whose answers are meant; None where there is
            none, or where several became one.
        levels: what each level of then is now; None where a level is still itself.
    """

    comparable: Comparable
    reason: Kinship
    older: str | None
    levels: Mapping[Level, Level] | None = None


def kin(older: Questionnaire, newer: Questionnaire, question: str) -> Kin:
    """How a question is related to an older version of its questionnaire.

    Args:
        older: what was answered then.
        newer: what is answered now; the same version, or a later one.
        question: its id in the newer version; one that is gone is said to be removed.

    Returns:
        What the newer question's `history` declares of the versions in between, the worst of it,
        with the maps of levels one after the other. Where it declares nothing, exact if the
        question with all its anchors is the same in some shared language, else none.
    """
    before, after = older.questions.get(question), newer.questions.get(question)
    if older.id != newer.id:
        return Kin(Comparable.NONE, Kinship.OTHER_QUESTIONNAIRE, question if before else None)
    if after is None:
        reason = Kinship.REMOVED if before else Kinship.NOWHERE
        return Kin(Comparable.NONE, reason, question if before else None)
    if before is None:
        return _successor(older, after)
    changes = _since(older, after)
    if older.version == newer.version or (not changes and before.asked_like(after)):
        return Kin(Comparable.EXACT, Kinship.SAME, question)
    return _changed(before, after, changes)


def comparable(older: Questionnaire, newer: Questionnaire, question: str) -> Comparable:
    """Whether answers to a question of an older version hold, as they stand, against newer ones.

    A level that must be read as another one is never exactly comparable as it stands.

    Args:
        older: what was answered then.
        newer: what is answered now; the same version, or a later one.
        question: the id, which must be the same in both.
    """
    related = kin(older, newer, question)
    if related.older != question:
        return Comparable.NONE
    levels = related.levels or {}
    moved = any(before != after for before, after in levels.items())
    if moved and related.comparable is Comparable.EXACT:
        return Comparable.APPROXIMATE
    return related.comparable


def newest(questionnaires: Iterable[Questionnaire]) -> Questionnaire:
    """The latest version among versions of one questionnaire."""
    return max(questionnaires, key=lambda version: version_order(version.version))


def successors(older: Questionnaire, newer: Questionnaire) -> Mapping[str, tuple[str, ...]]:
    """The newer questions that stand for each older one, by the older one's id.

    Args:
        older: what was answered then.
        newer: what is answered now.

    Returns:
        For each question of the older version the ids that its answers may go over to: its own,
        or those of the questions that replace it; empty where there is none.
    """
    heirs: dict[str, list[str]] = {question: [] for question in older.questions}
    for question in newer.questions:
        related = kin(older, newer, question)
        if related.older in heirs and related.comparable is not Comparable.NONE:
            heirs[related.older].append(question)
    return {question: tuple(newer_ones) for question, newer_ones in heirs.items()}


def _since(older: Questionnaire, question: Question) -> list[Change]:
    """The changes after an older version, oldest first."""
    order = version_order(older.version)
    later = [change for change in question.history if version_order(change.version) > order]
    return sorted(later, key=lambda version: version_order(version.version))


def _changed(before: Question, after: Question, changes: Sequence[Change]) -> Kin:
    """A question that kept its id, in other words, on another scale, or as its author declares.

    Where it took in others too, what is declared holds for its own answers; the others' levels
    are not its own, so that their map is passed over.
    """
    changes = [
        change._replace(levels=None)
        if change.replaces and after.id not in change.replaces
        else change
        for change in changes
    ]
    related = _kin_by(changes, before, after, Kinship.REWORDED)
    if related.levels is None and before.asked_like(after):
        return related._replace(reason=_DECLARED[related.comparable])
    rescaled = any(change.kind is ChangeKind.RESCALED for change in changes)
    rescaled = rescaled or _values(before) != _values(after)
    return related._replace(reason=Kinship.RESCALED) if rescaled else related


_DECLARED = {
    Comparable.NONE: Kinship.DECLARED,
    Comparable.APPROXIMATE: Kinship.DECLARED_ROUGHLY,
    Comparable.EXACT: Kinship.REWORDED,
}
"""What is said of a question that reads as before, by what its history declares."""


def _values(question: Question) -> list[Level]:
    """What its answers are worth, ascending: in which order they are read is no matter."""
    return sorted(option.value for option in question.options)


def _successor(older: Questionnaire, question: Question) -> Kin:
    """A question that the older version lacks: new, or in the place of others."""
    changes = _since(older, question)
    for at in range(len(changes) - 1, -1, -1):
        replaced = [old for old in changes[at].replaces if old in older.questions]
        if len(replaced) > 1:
            return Kin(Comparable.NONE, Kinship.REPLACES, None)
        if replaced:
            before = older.questions[replaced[0]]
            return _kin_by(changes[at:], before, question, Kinship.REPLACES)
    return Kin(Comparable.NONE, Kinship.ADDED, None)


def _kin_by(changes: Sequence[Change], before: Question, after: Question, reason: Kinship) -> Kin:
    """What some changes make of answers; a level that is nowhere now compares with nothing."""
    verdicts = [change.comparable for change in changes]
    worst = min(verdicts, key=_WORST_FIRST.index, default=Comparable.NONE)
    levels = _one_after_the_other(before, changes)
    reached = before.levels if levels is None else levels.values()
    # Several answers may come to what is no sum any more; their author's word outranks that.
    nowhere = not after.several and not set(after.levels).issuperset(reached)
    if worst is Comparable.NONE or nowhere:
        return Kin(Comparable.NONE, reason, before.id)
    return Kin(worst, reason, before.id, levels)


def _one_after_the_other(
    before: Question, changes: Sequence[Change]
) -> Mapping[Level, Level] | None:
    """The maps of several changes as one; None where no change has a map."""
    maps = [change.levels for change in changes if change.levels is not None]
    if not maps:
        return None
    levels = {level: level for level in before.levels}
    for each in maps:
        levels = {first: each[last] for first, last in levels.items() if last in each}
    return levels
