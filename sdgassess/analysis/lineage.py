"""Whether last year's answer to a question may be held against this year's.

Only what was asked alike can be compared: the same id and the same anchor texts (domain model
§3.15). Where a later version changed either, its `history` says what that did.
"""

from __future__ import annotations

from sdgassess.model.question import Comparable, Question
from sdgassess.model.questionnaire import Questionnaire

_WORST_FIRST = (Comparable.NONE, Comparable.APPROXIMATE, Comparable.EXACT)


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
    since = [one.comparable for one in now.history if _order(one.version) > _order(older.version)]
    return min(since, key=_WORST_FIRST.index, default=Comparable.NONE)


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
