"""Conditions in words, so that a rule can be read aloud: `POL1 ≥ 2 and at least 2 of: …`."""

from __future__ import annotations

from collections.abc import Mapping

from sdgassess.language import Words
from sdgassess.model.condition import (
    AllOf,
    AtLeastOf,
    Condition,
    Operator,
    Subject,
    SubjectKind,
    Term,
)
from sdgassess.model.rules import Trigger
from sdgassess.numbers import written_number
from sdgassess.phrases.levels import NO, YES
from sdgassess.text import one_line

SIGNS = {
    Operator.IS: "=",
    Operator.AT_LEAST: "≥",
    Operator.AT_MOST: "≤",
    Operator.ABOVE: ">",
    Operator.BELOW: "<",
}


def condition_words(
    condition: Condition, words: Words, triggers: Mapping[str, Trigger] | None = None
) -> str:
    """A condition as one readable line.

    Args:
        condition: what to say.
        words: the language of *and*, *or* and *at least*.
        triggers: a pattern's triggers by question, where the condition belongs to a pattern.
    """
    if isinstance(condition, Term):
        return _term(condition, words, triggers or {})
    parts = [_part(part, words, triggers) for part in condition.parts]
    if isinstance(condition, AllOf):
        return words(" and ").join(parts)
    if isinstance(condition, AtLeastOf):
        return words("at least {n} of: {parts}", n=condition.needed, parts="; ".join(parts))
    return words(" or ").join(parts)


def trigger_words(trigger: Trigger, words: Words) -> str:
    """A trigger, such as `BUD2 ≤ 1`."""
    return f"{trigger.question} {SIGNS[trigger.operator]} {written_number(trigger.level, words)}"


def _part(part: Condition, words: Words, triggers: Mapping[str, Trigger] | None) -> str:
    """A part of a larger condition, in brackets where it is not a single term."""
    sentence = condition_words(part, words, triggers)
    return sentence if isinstance(part, Term) else f"({sentence})"


def _term(term: Term, words: Words, triggers: Mapping[str, Trigger]) -> str:
    """One term."""
    if term.subject.kind is SubjectKind.TRIGGERED and term.subject.id in triggers:
        return trigger_words(triggers[term.subject.id], words)
    return f"{_subject(term.subject)} {SIGNS[term.operator]} {_value(term, words)}"


def _subject(subject: Subject) -> str:
    """What a term speaks of."""
    item = f".{subject.item}" if subject.item else ""
    return one_line(subject.id) + item


def _value(term: Term, words: Words) -> str:
    """What a term compares with."""
    value = term.value
    if isinstance(value, Subject):
        return _subject(value)
    if isinstance(value, bool):
        return words(YES) if value else words(NO)
    return one_line(value) if isinstance(value, str) else written_number(value, words)
