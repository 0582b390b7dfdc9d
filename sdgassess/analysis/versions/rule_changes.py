"""The rules of two versions beside each other: what scores otherwise, though nothing was said.

A change names what it is about (a kind and an id) and holds both values; how a value is said is
the report's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import without_words


class RuleKind(StrEnum):
    """What kind of rule changed."""

    CORE = "core"
    BACKED_BY = "backed-by"
    ROLES = "roles"
    LAST_WORD = "last-word"
    ASK_IF = "ask-if"
    KIND = "kind"
    CAP = "cap"
    WEIGHT = "weight"
    NODE = "node"
    ROLLED_UP_BY = "rolled-up-by"
    OUTSIDE_VOICE = "outside-voice"
    ROLL_UP = "roll-up"
    GATE = "gate"
    PATTERN = "pattern"
    VOICES = "voices"
    BACKING = "backing"
    PRIORITIES = "priorities"
    RESPONDENT = "respondent"
    CONTEXT = "context"
    STYLE = "style"
    STRONG_FROM = "strong-from"


class RuleChange(NamedTuple):
    """One rule that is otherwise.

    Attributes:
        kind: what kind of rule.
        about: the id of what it is about; empty where there is one for all.
        older: what it was; None where there was none.
        newer: what it is; None where there is none.
    """

    kind: RuleKind
    about: str
    older: object
    newer: object


class _Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Its name in files."""


T = TypeVar("T", bound=_Named)


def rule_changes(older: Questionnaire, newer: Questionnaire) -> Iterator[RuleChange]:
    """Every rule that is otherwise, in the order in which a questionnaire states them."""
    yield from _of_questions(older, newer)
    yield from _of_nodes(older, newer)
    yield from _listed(RuleKind.ROLL_UP, _roll_ups(older), _roll_ups(newer))
    yield from _listed(RuleKind.GATE, _by_id(older.gates), _by_id(newer.gates))
    yield from _listed(RuleKind.PATTERN, _by_id(older.patterns), _by_id(newer.patterns))
    for_all = (
        (RuleKind.VOICES, older.voices, newer.voices),
        (RuleKind.BACKING, older.backing, newer.backing),
        (RuleKind.PRIORITIES, older.priorities, newer.priorities),
        (RuleKind.STRONG_FROM, older.strong_from, newer.strong_from),
    )
    for kind, before, after in for_all:
        if without_words(before) != without_words(after):
            yield RuleChange(kind, "", before, after)
    yield from _listed(RuleKind.RESPONDENT, _by_id(older.roles), _by_id(newer.roles))
    yield from _listed(RuleKind.CONTEXT, _by_id(older.context), _by_id(newer.context))
    yield from _listed(RuleKind.STYLE, _by_id(older.style), _by_id(newer.style))


def _of_questions(older: Questionnaire, newer: Questionnaire) -> Iterator[RuleChange]:
    """What is ruled at each question that both versions have."""
    for question, after in newer.questions.items():
        before = older.questions.get(question)
        if before is None:
            continue
        pairs = (
            (RuleKind.CORE, before.core, after.core),
            (RuleKind.BACKED_BY, before.backed_by, after.backed_by),
            (RuleKind.ROLES, before.roles, after.roles),
            (RuleKind.LAST_WORD, before.last_word, after.last_word),
            (RuleKind.ASK_IF, before.ask_if, after.ask_if),
            (RuleKind.KIND, before.kind, after.kind),
            (RuleKind.CAP, before.cap, after.cap),
            (RuleKind.WEIGHT, before.weight, after.weight),
        )
        for kind, old, new in pairs:
            if old != new:
                yield RuleChange(kind, question, old, new)


def _of_nodes(older: Questionnaire, newer: Questionnaire) -> Iterator[RuleChange]:
    """Parts that came or went, and how each is rolled up."""
    for node in dict.fromkeys((*older.nodes, *newer.nodes)):
        before, after = older.nodes.get(node), newer.nodes.get(node)
        if before is None or after is None:
            old, new = before and before.title, after and after.title
            yield RuleChange(RuleKind.NODE, node, old, new)
            continue
        by = before.roll_up and before.roll_up.id, after.roll_up and after.roll_up.id
        if by[0] != by[1]:
            yield RuleChange(RuleKind.ROLLED_UP_BY, node, *by)
        if before.weight != after.weight:
            yield RuleChange(RuleKind.WEIGHT, node, before.weight, after.weight)
        if before.outside_voice != after.outside_voice:
            outside = before.outside_voice, after.outside_voice
            yield RuleChange(RuleKind.OUTSIDE_VOICE, node, *outside)


def _listed(
    kind: RuleKind, older: Mapping[str, object], newer: Mapping[str, object]
) -> Iterator[RuleChange]:
    """Rules with an id: those that came, went, or do something else."""
    for about in dict.fromkeys((*older, *newer)):
        before, after = older.get(about), newer.get(about)
        if without_words(before) != without_words(after):
            yield RuleChange(kind, about, before, after)


def _by_id(rules: Iterable[T]) -> dict[str, T]:
    """Rules by their id."""
    return {rule.id: rule for rule in rules}


def _roll_ups(questionnaire: Questionnaire) -> dict[str, object]:
    """The ways of rolling up that are in use."""
    return {n.roll_up.id: n.roll_up for n in questionnaire.nodes.values() if n.roll_up}
