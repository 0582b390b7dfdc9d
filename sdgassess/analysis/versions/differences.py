"""What became otherwise from one version of a questionnaire to another.

Three kinds of difference are kept apart: which questions there are and where, what they say, and
the rules that score them. What a change does to older answers is lineage (`kin`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sdgassess.analysis.versions.lineage import (
    Kin,
    Kinship,
    kin,
    successors,
)
from sdgassess.analysis.versions.rule_changes import RuleChange, rule_changes
from sdgassess.model.question import Level, Question, Text
from sdgassess.model.questionnaire import Questionnaire


class Rewording(NamedTuple):
    """One text of a question, then and now; None where it was not there.

    Attributes:
        part: `text`, `level`, `guidance`, `evidence_hint` or `next_steps`.
        level: which level's anchor it is, where it is one.
        older: the text of then.
        newer: the text of now.
        option: the id of the answer that it is, where ids name answers.
    """

    part: str
    level: Level | None
    older: Text | None
    newer: Text | None
    option: str | None = None


class ChangedQuestion(NamedTuple):
    """A question that is there in both versions and says something else.

    Attributes:
        question: its id.
        related: how its answers are related.
        texts: what reads otherwise; empty where its author only declares something of it.
    """

    question: str
    related: Kin
    texts: tuple[Rewording, ...]


class RemovedQuestion(NamedTuple):
    """A question that is gone, and those that stand for it."""

    question: str
    replaced_by: tuple[str, ...]


class Transfer(NamedTuple):
    """A question that stands in another part of the tree."""

    question: str
    older: str
    newer: str


@dataclass(frozen=True, slots=True)
class Differences:
    """Two versions held beside each other; ids are in the order of the version that has them.

    Attributes:
        older: the one.
        newer: the other.
        added: questions that are new, or in the place of others, with how they are related.
        removed: questions that are gone.
        reworded: questions with the same levels that read otherwise.
        rescaled: questions whose levels became others.
        declared: questions that read as before, of which their history declares something.
        moved: questions in another part.
        rules: what scores them, and is now otherwise.
    """

    older: Questionnaire
    newer: Questionnaire
    added: tuple[tuple[str, Kin], ...]
    removed: tuple[RemovedQuestion, ...]
    reworded: tuple[ChangedQuestion, ...]
    rescaled: tuple[ChangedQuestion, ...]
    declared: tuple[ChangedQuestion, ...]
    moved: tuple[Transfer, ...]
    rules: tuple[RuleChange, ...]

    @property
    def none(self) -> bool:
        """Whether the two versions ask and score the same."""
        questions = (self.added, self.removed, self.reworded, self.rescaled, self.declared)
        return not any((*questions, self.moved, self.rules))


def differences(older: Questionnaire, newer: Questionnaire) -> Differences:
    """What became otherwise between two versions of one questionnaire.

    Args:
        older: the one that came first.
        newer: the one that came later.
    """
    changed = list(_changed(older, newer))
    return Differences(
        older,
        newer,
        added=tuple(
            (q, kin(older, newer, q)) for q in newer.questions if q not in older.questions
        ),
        removed=tuple(_removed(older, newer)),
        reworded=tuple(q for q in changed if q.texts and q.related.reason is not Kinship.RESCALED),
        rescaled=tuple(q for q in changed if q.related.reason is Kinship.RESCALED),
        declared=tuple(
            q for q in changed if not q.texts and q.related.reason is not Kinship.RESCALED
        ),
        moved=tuple(_moved(older, newer)),
        rules=tuple(rule_changes(older, newer)),
    )


def _removed(older: Questionnaire, newer: Questionnaire) -> Iterator[RemovedQuestion]:
    """The questions that are gone."""
    tombs = {tomb.id: tomb.replaced_by for tomb in newer.retired}
    follows = successors(older, newer)
    for question in older.questions:
        if question not in newer.questions:
            yield RemovedQuestion(question, tombs.get(question) or follows[question])


def _moved(older: Questionnaire, newer: Questionnaire) -> Iterator[Transfer]:
    """The questions that hang on another node."""
    for question in newer.questions:
        if question in older.questions:
            before, after = older.factor_of[question].id, newer.factor_of[question].id
            if before != after:
                yield Transfer(question, before, after)


def _changed(older: Questionnaire, newer: Questionnaire) -> Iterator[ChangedQuestion]:
    """The questions that say something else."""
    for question, after in newer.questions.items():
        before = older.questions.get(question)
        if before is None:
            continue
        related, texts = kin(older, newer, question), tuple(_texts(before, after))
        if texts or related.reason is not Kinship.SAME:
            yield ChangedQuestion(question, related, texts)


def _anchors(before: Question, after: Question) -> Iterator[Rewording]:
    """The answers that read otherwise, came or went, by value; by id too where ids name them."""
    by_id = before.by_id or after.by_id
    older, newer = (
        {(option.value, option.id or "" if by_id else ""): option.text for option in q.options}
        for q in (before, after)
    )
    for value, identity in sorted({*older, *newer}):
        texts = older.get((value, identity)), newer.get((value, identity))
        if texts[0] != texts[1]:
            yield Rewording("level", value, *texts, identity or None)


def _texts(before: Question, after: Question) -> Iterator[Rewording]:
    """The texts of a question that read otherwise."""
    if before.text != after.text:
        yield Rewording("text", None, before.text, after.text)
    yield from _anchors(before, after)
    if before.guidance != after.guidance:
        yield Rewording("guidance", None, before.guidance, after.guidance)
    if before.evidence_hint != after.evidence_hint:
        yield Rewording("evidence_hint", None, before.evidence_hint, after.evidence_hint)
    if before.next_steps != after.next_steps:
        yield Rewording("next_steps", None, None, None)
