"""A profile: one saved assessment of one municipality at one date (format profile/1)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
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


class Period(NamedTuple):
    """A year, a month or a day, as exactly as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> dt.date:
        """Its first day: what it counts as, so that nothing is newer than it is proven to be."""
        month = 1 if self.month is None else self.month
        return dt.date(self.year, month, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, day: dt.date) -> "Period":
        """A day as a period."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        """As files write it: `2025`, `2025-03`, `2025-03-12`."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


class Evidence(NamedTuple):
    """One thing that backs an answer. `ref` is text (a case number, an address): never opened."""

    kind: EvidenceKind
    title: str | None = None
    ref: str | None = None
    date: Period | None = None


class Voice(NamedTuple):
    """One respondent's answer: a level, chosen options or a state.

    Attributes:
        role: the kind of respondent.
        level: the level they see.
        state: an answer that is not a level.
        by: the participant, by id.
        options: the options they chose, by id, where several may be chosen or values are equal.
        sealed: given unseen in a round that is still closed: neither shown nor scored.
        comment: free words.
        reason: why it does not apply.
        evidence: what they point to; it counts with the answer's own.
    """

    role: str
    level: Level | None = None
    state: State | None = None
    by: str | None = None
    options: tuple[str, ...] | None = None
    sealed: bool = False
    comment: str | None = None
    reason: str | None = None
    evidence: tuple[Evidence, ...] = ()


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
    options: tuple[str, ...] | None = None


class Count(NamedTuple):
    """How many of how many, from 0 to `of`; it stands beside an answer and is never scored."""

    n: int
    of: int


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
        options: the chosen options, by id, where several may be chosen or values are equal.
        count: how many of how many, beside the answer.
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
    options: tuple[str, ...] | None = None
    count: Count | None = None

    @property
    def is_agreed(self) -> bool:
        """Whether the room agreed on a level: from then on that stands for what voices said."""
        return self.level is not None and self.agreed is not None

    @property
    def open_voices(self) -> tuple[Voice, ...]:
        """The voices that may be shown and count: not those of a round that is still closed."""
        return tuple(voice for voice in self.voices if not voice.sealed)

    @property
    def sealed_voices(self) -> tuple[Voice, ...]:
        """The voices of a round that is still closed: never shown, never counted into a level."""
        return tuple(voice for voice in self.voices if voice.sealed)

    @property
    def sealed(self) -> int:
        """How many voices are still sealed."""
        return len(self.sealed_voices)


class ParkedAnswer(NamedTuple):
    """An answer that another answer switched off: kept, never scored."""

    answer: Answer
    because: str


class UnmappedAnswer(NamedTuple):
    """An answer whose question is not in this questionnaire version: kept, never scored."""

    answer: Answer
    questionnaire: "QuestionnaireRef"


class QuestionnaireRef(NamedTuple):
    """Which questionnaire, in which version."""

    id: str
    version: str


class Municipality(NamedTuple):
    """Who was assessed.

    Attributes:
        name: what it is called.
        country: two capital letters.
        inhabitants: how many.
        governing_form: in words.
        code: the official code in its country, four digits.
        formerly: earlier names, or codes of what was merged into it (digits only).
    """

    name: str
    country: str | None = None
    inhabitants: int | None = None
    governing_form: str | None = None
    code: str | None = None
    formerly: tuple[str, ...] = ()


class PersonConsent(NamedTuple):
    """What one person said yes or no to; None where they were not asked."""

    by_role: bool | None = None
    comments: bool | None = None


FORGOTTEN = "0" * 64
"""In the place of a digest that is forgotten."""


class Returned(NamedTuple):
    """The answer file that came back from a participant.

    Attributes:
        id: the file's own id, drawn by chance.
        revision: how often it had been saved.
        saved: when, in universal time.
        sha256: of its content in canonical form; `FORGOTTEN` once who said what is.
    """

    id: str
    revision: int
    saved: str
    sha256: str


class Participant(NamedTuple):
    """Who takes part: a short id, a role, a unit. Never a name.

    Attributes:
        id: such as `l1`.
        role: the kind of respondent.
        unit: where they work, where that is told.
        consent: what they said yes or no to.
        returned: the answer file that came back from them.
        invited: asked to answer alone, and not noted as present: not heard before answers come in
            or a voice of theirs is recorded.
    """

    id: str
    role: str
    unit: str | None = None
    consent: PersonConsent | None = None
    returned: Returned | None = None
    invited: bool = False


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


class PickStatus(StrEnum):
    """What became of a pick."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Priority(NamedTuple):
    """What the room picked.

    Attributes:
        question: the question to be raised.
        target: to which level; None for the next one worth having.
        who: a function, not a person.
        by: a date, or any words.
        first_move: what happens first.
        known_by: how one will know that it is done.
        status: what became of it; None where it is not said, which is open.
        on: the day it was done or dropped.
        because: why it was dropped.
    """

    question: str
    target: Level | None = None
    who: str | None = None
    by: str | None = None
    first_move: str | None = None
    known_by: str | None = None
    status: PickStatus | None = None
    on: dt.date | None = None
    because: str | None = None


class Origin(NamedTuple):
    """The profile that this one began from."""

    file: str
    date: dt.date | None = None


class Amendment(NamedTuple):
    """When and why a complete profile was reopened."""

    date: dt.date
    reason: str


ContextAnswer = int | bool | State | tuple[str | int, ...]
"""A whole number, yes or no, `unknown`, or several choices (ids or whole numbers)."""

StyleAnswer = str | tuple[str, ...] | Mapping[str, int | str]
"""A choice, several choices, or items between poles (a number or `neither-yet`)."""


class Profile(NamedTuple):
    """One assessment.

    `consent` is None where nobody was asked, else whether answers may be shown by role;
    `network_consent` likewise whether the result may be shown to other municipalities. `subject`
    says that its file names it under `subject`, since its questionnaire assesses something else
    than municipalities. `group` tells several assessments of one day from each other.
    """

    municipality: Municipality
    date: dt.date
    questionnaire: QuestionnaireRef
    answers: Mapping[str, Answer] = MappingProxyType({})
    scope: Scope = Scope.FULL
    language: str | None = None
    status: Status | None = None
    consent: bool | None = None
    participants: tuple[Participant, ...] = ()
    units_covered: tuple[str, ...] = ()
    origin: Origin | None = None
    context: Mapping[str, ContextAnswer] = MappingProxyType({})
    style: Mapping[str, StyleAnswer] = MappingProxyType({})
    judgement: Mapping[str, Judgement] = MappingProxyType({})
    priorities: tuple[Priority, ...] = ()
    parked: Mapping[str, ParkedAnswer] = MappingProxyType({})
    unmapped: Mapping[str, UnmappedAnswer] = MappingProxyType({})
    amended_because: tuple[Amendment, ...] = ()
    group: str | None = None
    network_consent: bool | None = None
    subject: bool = False

    @property
    def quick(self) -> bool:
        """Whether this is a quick scan."""
        return self.scope is Scope.QUICK

    @property
    def every_answer(self) -> Mapping[str, Answer]:
        """Every answer by its question, also those that another one switched off."""
        return {**{key: entry.answer for key, entry in self.parked.items()}, **self.answers}
