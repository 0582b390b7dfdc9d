"""Conditions as data, judged in three values: true, false, unknown.

A condition is a tree of terms, never code: a term compares a subject (a question, a factor, a
context question, a style item, a pattern, a pattern's own trigger) with a value or with another
subject. `ask_if` reads unknown as false; a pattern is judged twice, with every unknown read as
favourable and as unfavourable (model.md: Risk patterns). There is no negation, so the two readings
bound the truth.
"""

from collections.abc import Callable, Iterator
from enum import Enum, StrEnum
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from sdgassess.text import Exact, is_exact


class SubjectKind(StrEnum):
    """What a term can speak of; the word is the key that names it in a file."""

    QUESTION = "question"
    FACTOR = "factor"
    CONTEXT = "context"
    STYLE = "style"
    PATTERN = "pattern"
    TRIGGERED = "triggered"


class Subject(NamedTuple):
    """What a term speaks of: its kind, its id, and for a style axis the item."""

    kind: SubjectKind
    id: str
    item: str | None = None


class Operator(StrEnum):
    """How two values are compared; the word is the key in a file."""

    IS = "is"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"
    BELOW = "below"


class Unsettled(Enum):
    """A subject without a value: not known, or not applicable (which satisfies no term)."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


Comparand = Exact | bool | str
"""A value that can be compared: a level or number, yes or no, a word (position, result)."""

Looker = Callable[[Subject], Comparand | Unsettled]
"""How a condition learns what a subject stands at."""


class Term(NamedTuple):
    """`subject operator value`, where the value may be another subject."""

    subject: Subject
    operator: Operator
    value: Comparand | Subject


class AllOf(NamedTuple):
    """True when every part is true."""

    parts: tuple["Condition", ...]


class AnyOf(NamedTuple):
    """True when one part is true."""

    parts: tuple["Condition", ...]


class AtLeastOf(NamedTuple):
    """True when at least `number` of the parts are true, or at least the `share` of them."""

    parts: tuple["Condition", ...]
    number: int | None = None
    share: Fraction | None = None

    @property
    def needed(self) -> int:
        """How many parts must be true; a share is rounded up."""
        if self.number is not None:
            return self.number
        return ceil((self.share or Fraction(1)) * len(self.parts))


Condition = Term | AllOf | AnyOf | AtLeastOf


def judge(condition: Condition, look: Looker, unknown: bool | None = None) -> bool | None:
    """Judge a condition in three values.

    Args:
        condition: what to judge.
        look: tells what each subject stands at.
        unknown: how a term over an unknown subject is read: None keeps it unknown, True and
            False settle it (a pattern is judged with both).

    Returns:
        True, False, or None where unknown answers could turn it either way.
    """
    if isinstance(condition, Term):
        return _judge_term(condition, look, unknown)
    verdicts = [judge(part, look, unknown) for part in condition.parts]
    certain = sum(verdict is True for verdict in verdicts)
    possible = certain + sum(verdict is None for verdict in verdicts)
    if isinstance(condition, AllOf):
        needed = len(verdicts)
    else:
        needed = 1 if isinstance(condition, AnyOf) else condition.needed
    if certain >= needed:
        return True
    return None if possible >= needed else False


def holding(condition: Condition, look: Looker) -> Iterator[Term]:
    """The terms of a condition that are true, in order: what makes it hold."""
    return (term for term in terms(condition) if judge(term, look))


def subjects(condition: Condition) -> Iterator[Subject]:
    """Every subject that a condition speaks of, in order, with repeats."""
    if isinstance(condition, Term):
        yield condition.subject
        if isinstance(condition.value, Subject):
            yield condition.value
        return
    for part in condition.parts:
        yield from subjects(part)


def terms(condition: Condition) -> Iterator[Term]:
    """Every term of a condition, in order."""
    if isinstance(condition, Term):
        yield condition
        return
    for part in condition.parts:
        yield from terms(part)


def compare(value: Comparand, operator: Operator, operand: Comparand) -> bool:
    """Compare two settled values; words and yes/no can only be equal or not."""
    if operator is Operator.IS:
        return isinstance(value, bool) is isinstance(operand, bool) and value == operand
    if not is_exact(value) or not is_exact(operand):
        return False
    if operator is Operator.AT_LEAST:
        return value >= operand
    if operator is Operator.AT_MOST:
        return value <= operand
    return value > operand if operator is Operator.ABOVE else value < operand


def _judge_term(term: Term, look: Looker, unknown: bool | None) -> bool | None:
    """One term: not applicable never satisfies it, unknown is read as told."""
    value = look(term.subject)
    operand = look(term.value) if isinstance(term.value, Subject) else term.value
    if value is Unsettled.NOT_APPLICABLE or operand is Unsettled.NOT_APPLICABLE:
        return False
    if isinstance(value, Unsettled) or isinstance(operand, Unsettled):
        return unknown
    return compare(value, term.operator, operand)
