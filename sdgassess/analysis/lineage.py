"""Whether last year's answer to a question may be held against this year's.

Only what was asked alike can be compared: the same id and the same anchor texts (domain model
§3.15). Where a later version changed either, its `history` says what that did.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sdgassess.model.question import Change, ChangeKind, Comparable, Level, Question
from sdgassess.model.questionnaire import Questionnaire

_WORST_FIRST = (Comparable.NONE, Comparable.APPROXIMATE, Comparable.EXACT)


class Kin(NamedTuple):
    """What a question of a newer version is to the version before it.

    Attributes:
        comparable: whether answers may be held against each other.
        reason: what happened to it, where they may not.
        older: the older question's id; None where there was none.
        levels: older level to newer level; None where levels are what they were.
    """

    comparable: Comparable
    reason: ChangeKind | None = None
    older: str | None = None
    levels: Mapping[Level, Level] | None = None


def kin(older: Questionnaire, newer: Questionnaire, question: str) -> Kin:
    """The older question that a newer one may be held against, and on which levels.

    Args:
        older: the earlier version.
        newer: the same version, or a later one.
        question: an id of the newer version.

    Returns:
        Whether the two are comparable; where they are not, why: added, reworded or rescaled.
    """
    then, now = older.questions.get(question), newer.questions[question]
    if then is None:
        return Kin(Comparable.NONE, ChangeKind.ADDED)
    found = comparable(older, newer, question)
    since = _since(older, now)
    if found is Comparable.EXACT:
        moved = older.version != newer.version and not _asked_alike(then, now)
        return Kin(found, None, question, _mapped(since) if moved else None)
    same_scale = [one.value for one in then.options] == [one.value for one in now.options]
    rescaled = not same_scale or any(one.kind is ChangeKind.RESCALED for one in since)
    return Kin(found, ChangeKind.RESCALED if rescaled else ChangeKind.REWORDED, question)


def newest(questionnaires: Iterable[Questionnaire]) -> Questionnaire:
    """The latest version among versions of one questionnaire."""
    return max(questionnaires, key=lambda one: _order(one.version))


def comparable(older: Questionnaire, newer: Questionnaire, question: str) -> Comparable:
    """Whether answers to a question of an older questionnaire hold against those of a newer one.

    Args:
        older: what was answered then.
        newer: what is answered now; the same version, or a later one.
        question: the id, which must be the same in both.

    Returns:
        Exact where the version, or the question with all its anchors in some shared language, is
        the same; else what the newer question's `history` says of the versions in between, the
        worst of it; none where it says nothing, or where the questionnaires have different ids.
    """
    then, now = older.questions.get(question), newer.questions.get(question)
    if older.id != newer.id or then is None or now is None:
        return Comparable.NONE
    if older.version == newer.version or _asked_alike(then, now):
        return Comparable.EXACT
    since = [one.comparable for one in _since(older, now)]
    return min(since, key=_WORST_FIRST.index, default=Comparable.NONE)


def _since(older: Questionnaire, now: Question) -> list[Change]:
    """What happened to a question after an older version, first things first."""
    later = [one for one in now.history if _order(one.version) > _order(older.version)]
    return sorted(later, key=lambda one: _order(one.version))


def _mapped(since: Iterable[Change]) -> Mapping[Level, Level] | None:
    """The level maps of some changes one after the other; None where there are none."""
    maps = [one.levels for one in since if one.levels is not None]
    if not maps:
        return None
    whole = dict(maps[0])
    for following in maps[1:]:
        whole = {old: following[new] for old, new in whole.items() if new in following}
    return whole


def _asked_alike(then: Question, now: Question) -> bool:
    """Whether question, values and anchors are the same in a language that both have whole."""
    if [one.value for one in then.options] != [one.value for one in now.options]:
        return False
    texts = [(then.text, now.text)]
    texts += [(a.text, b.text) for a, b in zip(then.options, now.options, strict=True)]
    return any(
        all(language in a.words and a.words[language] == b.words.get(language) for a, b in texts)
        for language in then.text.words
    )


def _order(version: str) -> tuple[int, ...]:
    """What versions sort by: `1.10` comes after `1.9`."""
    return tuple(int(number) for number in version.split("."))
