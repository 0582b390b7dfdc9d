"""What a newer version of the questionnaire still has to ask of a profile that is taken over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sdgassess.analysis.versions.lineage import Kin, Kinship, kin
from sdgassess.model.profile import Answer, Profile
from sdgassess.model.question import Comparable, Level
from sdgassess.model.questionnaire import Questionnaire


class Ask(NamedTuple):
    """A question that needs an answer now, and why.

    Attributes:
        question: its id in the newer version.
        reason: what happened to it.
        earlier: the questions answered then that it has to do with; empty where it is new.
        suggested: the level that the earlier answer may come to, which nobody has given yet.
    """

    question: str
    reason: Kinship
    earlier: tuple[str, ...]
    suggested: Level | None = None


def questions_to_ask(
    before: Profile,
    older: Questionnaire,
    newer: Questionnaire,
    answered: Collection[str],
    lost: Mapping[str, Kinship],
) -> tuple[Ask, ...]:
    """What needs an answer now: what is new in scope, and what was answered in vain.

    Args:
        before: what was answered.
        older: the version that it answers.
        newer: the version that it is taken over to.
        answered: the questions that stand answered or parked now.
        lost: the questions whose answers went nowhere, and why.
    """
    answers = {key: parked.answer for key, parked in before.parked.items()}
    answers |= before.answers
    asks = []
    for question in newer.question_ids(before.quick):
        if question in answered:
            continue
        related = kin(older, newer, question)
        earlier = tuple(
            old
            for old in _about(newer, question, related)
            if old in answers and (old in lost or old == question)
            if not _still_parked(before, old, answered)
        )
        new = related.reason in (Kinship.ADDED, Kinship.REPLACES)
        asked_before = older.questions.get(question)
        came_in = before.quick and asked_before is not None and not asked_before.core
        if earlier or new or came_in:
            loss = lost.get(question)
            reason = loss if loss is Kinship.PARKER_GONE else related.reason
            asks.append(Ask(question, reason, earlier, _suggested(related, answers)))
    return tuple(asks)


def _about(newer: Questionnaire, question: str, related: Kin) -> tuple[str, ...]:
    """The older questions that a question has to do with."""
    replaced = [old for change in newer.questions[question].history for old in change.replaces]
    older = [] if related.older is None else [related.older]
    return tuple(dict.fromkeys([question, *replaced, *older]))


def _still_parked(before: Profile, question: str, answered: Collection[str]) -> bool:
    """Whether what parked a question still stands, so that it is not put."""
    parked = before.parked.get(question)
    return question not in before.answers and parked is not None and parked.because in answered


def _suggested(related: Kin, answers: Mapping[str, Answer]) -> Level | None:
    """What a map that holds only roughly makes of the earlier level."""
    answer = answers.get(related.older) if related.older is not None else None
    if related.comparable is not Comparable.APPROXIMATE or related.levels is None:
        return None
    return None if answer is None or answer.level is None else related.levels.get(answer.level)
