"""The rules that a questionnaire declares: voices, backing, priorities, gates, patterns."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from sdgassess.model.condition import Condition, Operator, Subject
from sdgassess.model.question import Level, Quote, Text


class Hearing(NamedTuple):
    """A role that must be heard, from at least a number of different units."""

    role: str
    units: int = 1


class VoiceRules(NamedTuple):
    """When voices disagree and when the last word caps (model.md: Disagreement).

    Attributes:
        disagreement: from how many steps on roles, or the halves of one, are said to disagree.
        last_word_voices: how many voices the role with the last word needs before it caps.
        heard: who must be heard for an assessment to be called valid.
        because: why these numbers.
    """

    disagreement: Level
    last_word_voices: int
    heard: tuple[Hearing, ...] = ()
    because: Text | None = None


class BackingRules(NamedTuple):
    """How far evidence and agreement carry an answer (model.md: Answered and backed).

    Attributes:
        carries: the highest level that each kind of evidence carries; `none` is without any.
        fresh_months: how old a sign of use may be at the profile's date.
        roles_needed: for perception questions, level to number of roles at or above it; a level
            that is not named needs none.
        fewest_sources: the number that is never undercut where fewer roles are asked.
        because: why.
    """

    carries: Mapping[str, Level]
    fresh_months: int
    roles_needed: Mapping[Level, int]
    fewest_sources: int
    because: Text | None = None


class PriorityRules(NamedTuple):
    """How candidates are found and how many are shown (model.md: Priorities).

    Attributes:
        candidates_up_to: the highest level at which a question is a candidate.
        lowest_target: no target is below this.
        candidates: how many are shown.
        picks: how many the room may pick.
        picks_when_overloaded: how many where `overloaded` holds.
        overloaded: when too much is already under way.
        not_now: how many are named as left for later.
        keep: how many strong points are named.
        keep_from: the level from which a point may be named as one to keep, where the
            questionnaire does not say what is strong (`strong_from`).
        discuss: how many disagreements and unknowns are named.
        because: why.
        start_months: within how many months a first step should start; None: soon.
    """

    candidates_up_to: Level
    lowest_target: Level
    candidates: int
    picks: int
    picks_when_overloaded: int
    overloaded: Condition | None
    not_now: int
    keep: int
    keep_from: Level
    discuss: int
    because: Text | None = None
    start_months: int | None = None


class Gate(NamedTuple):
    """A cap that other parts put on a factor: at most the lowest of some subjects, plus a bit."""

    id: str
    caps: str
    lowest_of: tuple[Subject, ...]
    plus: Level
    because: Text
    quotes: tuple[Quote, ...] = ()


class Trigger(NamedTuple):
    """A question that points to a risk when it stands as described."""

    question: str
    operator: Operator
    level: Level


class Clause(NamedTuple):
    """A sentence that is said only where its condition holds."""

    when: Condition
    text: Text


class PatternWords(NamedTuple):
    """What a pattern says at each level of its risk; without `low` nothing is said there."""

    high: Text
    medium: Text
    low: Text | None = None


class Contradiction(NamedTuple):
    """Answers of one voice that can't both be true, and the question that this raises."""

    id: str
    when: Condition
    ask: Text


class Pattern(NamedTuple):
    """A named risk found by rules over answers; never a score (model.md: Risk patterns).

    Attributes:
        id: its name in files and JSON.
        title: its name for people.
        says: what it says at each level of risk.
        triggers: when a question points to it; conditions refer to them as `triggered`.
        needs: subjects that must be known for it to be judged at all.
        known: how many of its questions must be known: a number, or
        known_share: a share of them.
        known_quick: the number in a quick assessment, where only core questions are looked at.
        not_exposed: tested first; where it holds there is no risk of this kind.
        high: when the risk is high.
        medium: when it is medium; otherwise it is low.
        in_quick: whether a quick assessment judges it.
        way_out: what helps.
        quotes: where the documents name it.
        clauses: sentences that are added where their condition holds.
        yields_to: a pattern that says the same more gravely: where that one is high, this one is
            not printed beside it.
    """

    id: str
    title: Text
    says: PatternWords
    triggers: tuple[Trigger, ...]
    high: Condition
    medium: Condition
    needs: tuple[Subject, ...] = ()
    known: int | None = None
    known_share: Fraction = Fraction(1, 2)
    known_quick: int | None = None
    not_exposed: Condition | None = None
    in_quick: bool = False
    way_out: Text | None = None
    quotes: tuple[Quote, ...] = ()
    clauses: tuple[Clause, ...] = ()
    yields_to: str | None = None
