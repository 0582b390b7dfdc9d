"""Risk patterns: named risks found by rules over answers; never a score."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from math import ceil
from typing import NamedTuple

from sdgassess.model.condition import (
    Comparand,
    Looker,
    Subject,
    SubjectKind,
    Unsettled,
    compare,
    judge,
    subjects,
)
from sdgassess.model.rules import Clause, Pattern, Trigger


class Risk(StrEnum):
    """How far a pattern is present."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOT_EXPOSED = "not-exposed"
    CANNOT_BE_ASSESSED = "cannot-be-assessed"


class PatternResult(NamedTuple):
    """What a pattern came to.

    Attributes:
        id: the pattern.
        result: the risk with every unknown read as favourable.
        could_be: the risk with every unknown read as unfavourable, where that differs.
        triggered: the questions that point to it.
        unknown: its questions and other subjects that are not known.
        clauses: those whose condition holds; what is not known makes none true.
    """

    id: str
    result: Risk
    could_be: Risk | None = None
    triggered: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()


def judge_pattern(pattern: Pattern, look: Looker, quick: frozenset[str] | None) -> PatternResult:
    """Judge one pattern.

    Args:
        pattern: the rules.
        look: what questions, factors, context and style stand at.
        quick: the core questions in a quick scan, which are all that is looked at; None in a
            full assessment.

    Returns:
        The risk; judged twice, so that unknown answers show as "could be".
    """
    sight = _Sight(pattern, look, quick)
    unknown = tuple(dict.fromkeys(s.id for s in sight.subjects() if sight(s) is Unsettled.UNKNOWN))
    triggered = tuple(t.question for t in pattern.triggers if sight.triggered(t) is True)
    if pattern.not_exposed is not None and judge(pattern.not_exposed, sight):
        return PatternResult(pattern.id, Risk.NOT_EXPOSED, None, triggered, unknown)
    missing = any(isinstance(look(subject), Unsettled) for subject in pattern.needs)
    if missing or not _enough_known(pattern, sight):
        return PatternResult(pattern.id, Risk.CANNOT_BE_ASSESSED, None, triggered, unknown)
    best, worst = _risk(pattern, sight, False), _risk(pattern, sight, True)
    could_be = worst if worst is not best else None
    clauses = tuple(clause for clause in pattern.clauses if judge(clause.when, sight))
    return PatternResult(pattern.id, best, could_be, triggered, unknown, clauses)


def _risk(pattern: Pattern, look: Looker, unknown: bool) -> Risk:
    """The risk with unknown terms read one way."""
    if judge(pattern.high, look, unknown):
        return Risk.HIGH
    return Risk.MEDIUM if judge(pattern.medium, look, unknown) else Risk.LOW


def _enough_known(pattern: Pattern, sight: _Sight) -> bool:
    """Whether enough of the pattern's questions are known; not applicable counts as known."""
    questions = sight.questions
    count = sum(sight(subject) is not Unsettled.UNKNOWN for subject in questions)
    if sight.quick is not None and pattern.known_quick is not None:
        return count >= pattern.known_quick
    if sight.quick is None and pattern.known is not None:
        return count >= pattern.known
    return count >= ceil(pattern.known_share * len(questions)) and count > 0


class _Sight:
    """What a pattern sees: its triggers, and in a quick scan core questions only.

    A question outside a quick scan's scope is not an unknown that could go either way: the rule
    runs without it, so it satisfies no term.
    """

    def __init__(self, pattern: Pattern, look: Looker, quick: frozenset[str] | None) -> None:
        self.pattern = pattern
        self.look = look
        self.quick = quick
        self.by_question = {trigger.question: trigger for trigger in pattern.triggers}
        self.questions = _questions(pattern, quick)

    def __call__(self, subject: Subject) -> Comparand | Unsettled:
        """What one subject stands at."""
        asks_question = subject.kind in (SubjectKind.QUESTION, SubjectKind.TRIGGERED)
        if asks_question and self.quick is not None and subject.id not in self.quick:
            return Unsettled.NOT_APPLICABLE
        if subject.kind is SubjectKind.TRIGGERED:
            return self.triggered(self.by_question[subject.id])
        return self.look(subject)

    def triggered(self, trigger: Trigger) -> bool | Unsettled:
        """Whether a trigger points to the risk."""
        subject = Subject(SubjectKind.QUESTION, trigger.question)
        value = self(subject)
        if value is Unsettled.NOT_APPLICABLE:
            return False
        if isinstance(value, Unsettled):
            return value
        return compare(value, trigger.operator, trigger.level)

    def subjects(self) -> Iterable[Subject]:
        """Every subject of the pattern in order: questions in scope and whatever else it reads."""
        yield from self.questions
        for condition in (self.pattern.high, self.pattern.medium):
            for subject in subjects(condition):
                if subject.kind not in (SubjectKind.QUESTION, SubjectKind.TRIGGERED):
                    yield subject


def _questions(pattern: Pattern, quick: frozenset[str] | None) -> tuple[Subject, ...]:
    """A pattern's questions in scope, each once."""
    named = [trigger.question for trigger in pattern.triggers]
    for condition in (pattern.high, pattern.medium):
        named += [s.id for s in subjects(condition) if s.kind is SubjectKind.QUESTION]
    in_scope = (q for q in dict.fromkeys(named) if quick is None or q in quick)
    return tuple(Subject(SubjectKind.QUESTION, question) for question in in_scope)
