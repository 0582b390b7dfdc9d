"""Where a sitting can be: one value per kind of prompt, without behaviour.

What each phase shows and how it takes a line stands in the module named after it; which phase
follows which is told in `sdgassess.interview.engine`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sdgassess.analysis.candidates import Candidate
from sdgassess.interview.state.begun import BegunSitting
from sdgassess.model.question import Option


@dataclass(frozen=True, slots=True)
class NamingMunicipality:
    """Who is assessed? Nothing is stored before this is answered."""


@dataclass(frozen=True, slots=True)
class NamingRoles:
    """Who is here?"""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Country, day, consent, practice and file, as they will be: Enter begins.

    `practice` is whether the practice question comes first.
    """

    practice: bool = False


@dataclass(frozen=True, slots=True)
class MeetingTwin:
    """The place is in a file of the same day already: go on with that, or begin a second?

    `ahead` is where a second one goes on.
    """

    twin: BegunSitting
    ahead: Phase


@dataclass(frozen=True, slots=True)
class AskingConsent:
    """May answers be shown by role? `return_to` is where it goes on."""

    return_to: Phase


@dataclass(frozen=True, slots=True)
class Practising:
    """The practice question."""


@dataclass(frozen=True, slots=True)
class AtQuestion:
    """A question."""

    id: str


@dataclass(frozen=True, slots=True)
class AtContext:
    """A context question."""

    id: str


@dataclass(frozen=True, slots=True)
class SayingWhoKnows:
    """Who could answer what nobody here knows?"""

    id: str


@dataclass(frozen=True, slots=True)
class SayingWhyNot:
    """Why does the question not apply?"""

    id: str


@dataclass(frozen=True, slots=True)
class Commenting:
    """A comment; `return_to` is where it was asked for and what comes after it."""

    id: str
    return_to: Phase


@dataclass(frozen=True, slots=True)
class ShowingEvidence:
    """A line of evidence; `return_to` is where it was asked for and what comes after it.

    Without `return_to` it followed an answer, and the next question is due.
    """

    id: str
    return_to: Phase | None = None


@dataclass(frozen=True, slots=True)
class KeepingWords:
    """Words were typed where an answer was due: are they a comment?"""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class SkippingRest:
    """Every core question of a part is at its lowest, `id` the last: may the rest be skipped?"""

    id: str
    part: str


@dataclass(frozen=True, slots=True)
class ReadingQuestion:
    """In a workshop: the question alone, before its anchors."""

    id: str


@dataclass(frozen=True, slots=True)
class InTurn:
    """Each one answers unseen: after how many changes the round began, and whose turn it is.

    `anew` where a round is gone on with, and its question is not in sight.
    """

    id: str
    begun: int
    turn: int = 0
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Revealing:
    """Everybody was asked; the next Enter opens the round that began after `begun` changes."""

    id: str
    begun: int


@dataclass(frozen=True, slots=True)
class RecordingOutside:
    """A level beyond all voices was typed as agreed: is it meant? `rest` was typed behind it."""

    id: str
    option: Option
    rest: str


@dataclass(frozen=True, slots=True)
class Agreeing:
    """The voices are on the table: is there a level that the room agrees on?"""

    id: str


@dataclass(frozen=True, slots=True)
class SayingWhoAgreed:
    """Which roles agreed on the level?"""

    id: str


@dataclass(frozen=True, slots=True)
class SayingWhyAgreed:
    """Why that level?"""

    id: str


@dataclass(frozen=True, slots=True)
class SayingDissent:
    """Who saw it otherwise?"""

    id: str


@dataclass(frozen=True, slots=True)
class SayingChange:
    """This year's answer is lower than last year's: got worse, or known better?

    `return_to` is where last year's was asked for; None where it followed an answer.
    """

    id: str
    return_to: Phase | None = None


@dataclass(frozen=True, slots=True)
class SayingWhyChanged:
    """Why does the answer differ from last year's? `return_to` as in `SayingChange`."""

    id: str
    return_to: Phase | None = None


@dataclass(frozen=True, slots=True)
class Pausing:
    """In a workshop: a block is done; what was said in it. `reply` waits until it is over."""

    block: str
    ahead: Phase
    reply: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SayingWhyAmended:
    """A complete assessment was changed: why? `return_to` is where it goes on."""

    return_to: Phase


@dataclass(frozen=True, slots=True)
class OfferingRest:
    """The rest of the parts that a room disputes, after a quick scan: now?"""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferingStyle:
    """The style questions now, or later?"""


@dataclass(frozen=True, slots=True)
class AtAxis:
    """A style question: an axis, and for poles one of its items."""

    axis: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Finishing:
    """Complete, or left open?"""


@dataclass(frozen=True, slots=True)
class OfferingResult:
    """Left open: see the result so far?"""


@dataclass(frozen=True, slots=True)
class SeeingResult:
    """What stands strong and the result, a part at a time; then, what to work on?"""

    part: int = 0


@dataclass(frozen=True, slots=True)
class Judging:
    """How does the room see a candidate: stake, influence, can it start?

    `among` are the candidates as they were when the weighing began; judging changes their order.
    """

    id: str
    among: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Picking:
    """Which of the candidates, at most three? `among` are those that were weighed."""

    among: tuple[Candidate, ...]


class PlanPart(StrEnum):
    """What is agreed about a pick, in the order in which it is asked."""

    WHO = "who"
    BY = "by"
    FIRST_MOVE = "first-move"
    KNOWN_BY = "known-by"


@dataclass(frozen=True, slots=True)
class Planning:
    """Who does what was picked, by when, and what is done first? `among` as in `Picking`."""

    id: str
    part: PlanPart
    among: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class OfferingPrint:
    """What was agreed is told: print it? `among` as in `Picking`."""

    among: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Over:
    """The sitting is over: ended at the end, or left.

    `elsewhere` is a file to go on with; `printing` is whether it is to be printed.
    """

    finished: bool
    elsewhere: str | None = None
    printing: bool = False


@dataclass(frozen=True, slots=True)
class Unsealing:
    """What people answered alone and sent in is opened all at once, once the room wishes it."""


Stop = AtQuestion | AtContext
"""A place on the way: what is asked, one after the other."""

AFTER_THE_END = (OfferingResult, SeeingResult, Judging, Picking, Planning, OfferingPrint)
"""The phases in which the status is settled: whoever stops there has ended the sitting."""

Phase = (
    NamingMunicipality
    | NamingRoles
    | Beginning
    | MeetingTwin
    | AskingConsent
    | Practising
    | AtQuestion
    | AtContext
    | SayingWhoKnows
    | SayingWhyNot
    | Commenting
    | ShowingEvidence
    | KeepingWords
    | SkippingRest
    | ReadingQuestion
    | InTurn
    | Revealing
    | Unsealing
    | RecordingOutside
    | Agreeing
    | SayingWhoAgreed
    | SayingWhyAgreed
    | SayingDissent
    | SayingChange
    | SayingWhyChanged
    | Pausing
    | SayingWhyAmended
    | OfferingRest
    | OfferingStyle
    | AtAxis
    | Finishing
    | OfferingResult
    | SeeingResult
    | Judging
    | Picking
    | Planning
    | OfferingPrint
    | Over
)
