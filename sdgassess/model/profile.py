"""A profile: one saved assessment of one municipality at one date (format profile/1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from sdgassess.model.question import Level


class State(StrEnum):
    """An answer that is not a level. An absent answer is one more thing, and level 0 another.

    `unknown`: asked, and nobody there knows. `not-applicable`: cannot be, for a structural
    reason. `later`: put off in the sitting. `not-asked`: skipped on purpose.
    """

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    LATER = "later"
    NOT_ASKED = "not-asked"


class Scope(StrEnum):
    """How much was asked: every question, or the core ones."""

    FULL = "full"
    QUICK = "quick"


class Status(StrEnum):
    """Where a profile is in its life."""

    IN_PROGRESS = "in-progress"
    COMPLETE = "complete"
    AMENDED = "amended"


class EvidenceKind(StrEnum):
    """What backs an answer: something said, a named document, a document that shows use."""

    ORAL = "oral"
    DOCUMENT = "document"
    IN_USE = "in-use"


class Evidence(NamedTuple):
    """One thing that backs an answer. `ref` is text (a case number, an address): never opened."""

    kind: EvidenceKind
    title: str | None = None
    ref: str | None = None
    date: dt.date | None = None


class Voice(NamedTuple):
    """One respondent role's answer: a level or a state; `by` points to a participant."""

    role: str
    level: Level | None = None
    state: State | None = None
    by: str | None = None


class Agreement(NamedTuple):
    """The roles that agreed on the recorded level, why, and who saw it otherwise."""

    by: tuple[str, ...]
    reason: str | None = None
    dissent: str | None = None


class WasChange(StrEnum):
    """Why an answer differs from last year's: the world changed, or the knowledge did."""

    WORSE = "worse"
    KNOWN_BETTER = "known-better"
    CHANGED = "changed"


class EarlierAnswer(NamedTuple):
    """Last year's answer, and why this year's differs."""

    level: Level | None = None
    state: State | None = None
    date: dt.date | None = None
    change: WasChange | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question.

    Attributes:
        level: what the room recorded; None where the voices are combined or a state stands.
        state: an answer that is not a level.
        asked: the question as it was put.
        means: the anchor text that was chosen.
        evidence: what backs it.
        voices: one per respondent.
        agreed: who agreed on `level`.
        comment: free words.
        reason: why not applicable.
        unsure: marked for a second look.
        who_knows: who could answer.
        was: last year's answer.
    """

    level: Level | None = None
    state: State | None = None
    asked: str | None = None
    means: str | None = None
    evidence: tuple[Evidence, ...] = ()
    voices: tuple[Voice, ...] = ()
    agreed: Agreement | None = None
    comment: str | None = None
    reason: str | None = None
    unsure: bool = False
    who_knows: str | None = None
    was: EarlierAnswer | None = None


class ParkedAnswer(NamedTuple):
    """An answer that another answer switched off: kept, never scored."""

    answer: Answer
    because: str


class UnmappedAnswer(NamedTuple):
    """An answer whose question is not in this questionnaire version: kept, never scored."""

    answer: Answer
    questionnaire: QuestionnaireRef


class QuestionnaireRef(NamedTuple):
    """Which questionnaire, in which version."""

    id: str
    version: str


class Municipality(NamedTuple):
    """Who was assessed."""

    name: str
    country: str | None = None
    inhabitants: int | None = None
    governing_form: str | None = None


class Participant(NamedTuple):
    """Who took part: a short id, a role, a unit. Never a name."""

    id: str
    role: str
    unit: str | None = None


class Weight(StrEnum):
    """How the room judges stake and influence."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Judgement(NamedTuple):
    """The room's view of a candidate: what is at stake, can we influence it, can it start soon."""

    stake: Weight | None = None
    influence: Weight | None = None
    can_start: bool | None = None


class Priority(NamedTuple):
    """What the room picked. `who` is a function, not a person."""

    question: str
    target: Level | None = None
    who: str | None = None
    by: str | None = None
    first_move: str | None = None


class Origin(NamedTuple):
    """The profile that this one began from."""

    file: str
    date: dt.date | None = None


class Amendment(NamedTuple):
    """When and why a complete profile was reopened."""

    date: dt.date
    reason: str


ContextAnswer = int | bool | State
"""A whole number, yes or no, or `unknown`."""

StyleAnswer = str | tuple[str, ...] | Mapping[str, int | str]
"""A choice, several choices, or items between poles (a number or `neither-yet`)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One assessment.

    `consent` is None where nobody was asked, else whether answers may be shown by role.
    """

    municipality: Municipality
    date: dt.date
    questionnaire: QuestionnaireRef
    answers: Mapping[str, Answer] = field(default_factory=dict)
    scope: Scope = Scope.FULL
    language: str | None = None
    status: Status | None = None
    consent: bool | None = None
    participants: tuple[Participant, ...] = ()
    units_covered: tuple[str, ...] = ()
    origin: Origin | None = None
    context: Mapping[str, ContextAnswer] = field(default_factory=dict)
    style: Mapping[str, StyleAnswer] = field(default_factory=dict)
    judgement: Mapping[str, Judgement] = field(default_factory=dict)
    priorities: tuple[Priority, ...] = ()
    parked: Mapping[str, ParkedAnswer] = field(default_factory=dict)
    unmapped: Mapping[str, UnmappedAnswer] = field(default_factory=dict)
    amended_because: tuple[Amendment, ...] = ()

    @property
    def quick(self) -> bool:
        """Whether this is a quick scan."""
        return self.scope is Scope.QUICK
