"""A questionnaire: a tree of any depth with questions as leaves, and the rules that score it.

The engine knows no factor and no question by name: everything that a questionnaire can say is
here as data, read from one YAML file per version (`docs/files.md`). Values of options are exact
fractions, so that a scale may be whole or decimal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from sdgassess.model.condition import Condition, Operator, Subject

Level = Fraction
"""A value on a scale. Whole in our own questionnaire (0-4), decimal where somebody's model is."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text in several languages, by language code."""

    words: Mapping[str, str]

    def in_language(self, language: str) -> tuple[str, str]:
        """The text and the language it really is in: the one asked for, else English, else any."""
        for choice in (language, "en", *self.words):
            if choice in self.words:
                return self.words[choice], choice
        return "", language


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, verbatim, with `document:line` as their source."""

    quote: str
    source: str


class BackedBy(StrEnum):
    """What can back an answer: a document, agreement between roles, or either (model §3.6)."""

    DOCUMENT = "document"
    PERCEPTION = "perception"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a question allows: its value and the anchor text that describes it."""

    value: Level
    text: Text


class StepOrigin(StrEnum):
    """Whose advice a next step is: said or shown in the documents, or the tool's own."""

    DOCUMENTS = "documents"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class NextStep:
    """Advice for moving up on a question.

    Attributes:
        text: what to do.
        origin: whose advice it is.
        to: the target levels it is for; empty means every target.
        quotes: where the documents say or show it.
    """

    text: Text
    origin: StepOrigin
    to: tuple[Level, ...] = ()
    quotes: tuple[Quote, ...] = ()


class ChangeKind(StrEnum):
    """What happened to a question in a version."""

    ADDED = "added"
    REWORDED = "reworded"
    RESCALED = "rescaled"
    REPLACES = "replaces"


class Comparable(StrEnum):
    """Whether answers from before a change may be held against answers from after it."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a question's history.

    Attributes:
        version: the version that brought the change.
        kind: what happened.
        comparable: whether older answers may be compared.
        replaces: ids of the questions it stands for, where it replaces any.
        levels: old level to new level, where a map was given.
        note: why, in words.
    """

    version: str
    kind: ChangeKind
    comparable: Comparable
    replaces: tuple[str, ...] = ()
    levels: Mapping[Level, Level] | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One maturity grid: a question with an anchor text per level.

    Attributes:
        id: permanent, never reused.
        text: what is read aloud.
        options: the allowed answers, lowest first.
        core: whether it belongs to the quick scan and carries the cap.
        backed_by: what can back its answer.
        roles: the roles it is put to; empty means everybody.
        last_word: the role whose voices can cap the value, if any.
        ask_if: asked only where this holds; None means always.
        guidance: what counts and what doesn't.
        evidence_hint: which documents would show it.
        next_steps: advice for moving up.
        history: what happened to it in earlier versions.
    """

    id: str
    text: Text
    options: tuple[Option, ...]
    core: bool = False
    backed_by: BackedBy = BackedBy.DOCUMENT
    roles: tuple[str, ...] = ()
    last_word: str | None = None
    ask_if: Condition | None = None
    guidance: Text | None = None
    evidence_hint: Text | None = None
    next_steps: tuple[NextStep, ...] = ()
    history: tuple[Change, ...] = ()

    @property
    def lowest(self) -> Level:
        """The lowest value that can be answered."""
        return self.options[0].value

    @property
    def highest(self) -> Level:
        """The highest value that can be answered."""
        return self.options[-1].value

    def option(self, level: Level) -> Option | None:
        """The option with this value, or None where there is none."""
        return next((option for option in self.options if option.value == level), None)

    def next_step(self, target: Level) -> NextStep | None:
        """The advice for reaching a target: its own, else the one for every target."""
        own = (step for step in self.next_steps if target in step.to)
        return next(own, next((step for step in self.next_steps if not step.to), None))


class RollUpRule(StrEnum):
    """How the children of a node become its level."""

    CAPPED_LOWER_MEDIAN = "capped-lower-median"
    LOWER_MEDIAN = "lower-median"
    MINIMUM = "minimum"
    MEAN = "mean"
    SUM = "sum"
    LADDER = "ladder"


@dataclass(frozen=True, slots=True)
class RollUp:
    """A declared way of rolling children up, with its thresholds and reason (model §3.7).

    Attributes:
        id: the name nodes refer to it by.
        rule: the computation.
        above_lowest_core: how far above the lowest core child the level may be (capped rule).
        passed_at: the value from which a child counts as passed (ladder).
        coverage: the share of applicable children that need a level for the node to have one.
        applicable: the share of children that must apply for the node to apply.
        because: why these thresholds.
    """

    id: str
    rule: RollUpRule
    above_lowest_core: Level | None = None
    passed_at: Level | None = None
    coverage: Fraction = Fraction(1)
    applicable: Fraction = Fraction(0)
    because: Text | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the tree: it holds parts or questions, never both.

    Attributes:
        id: unique among nodes and questions.
        title: its name.
        roll_up: how its children become its level; None where it only groups.
        parts: the nodes below it.
        questions: the questions below it.
        rests_on: the sources the part rests on.
    """

    id: str
    title: Text
    roll_up: RollUp | None = None
    parts: tuple[Node, ...] = ()
    questions: tuple[Question, ...] = ()
    rests_on: tuple[str, ...] = ()

    def all_questions(self) -> Iterator[Question]:
        """Every question at or below this node, in order."""
        yield from self.questions
        for part in self.parts:
            yield from part.all_questions()

    def all_nodes(self) -> Iterator[Node]:
        """This node and every node below it, in order."""
        yield self
        for part in self.parts:
            yield from part.all_nodes()


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of respondent: its id, the letter that stands for it in a line, its name."""

    id: str
    letter: str
    title: Text


@dataclass(frozen=True, slots=True)
class VoiceRules:
    """When voices disagree and when the last word caps (model §3.5).

    Attributes:
        disagreement: the spread, in steps, from which roles are said to disagree.
        last_word_voices: how many voices the role with the last word needs before it caps.
        because: why these numbers.
    """

    disagreement: Level
    last_word_voices: int
    because: Text | None = None


@dataclass(frozen=True, slots=True)
class BackingRules:
    """How far evidence and agreement carry an answer (model §3.6).

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


@dataclass(frozen=True, slots=True)
class PriorityRules:
    """How candidates are found and how many are shown (model §3.13).

    Attributes:
        candidates_up_to: the highest level at which a question is a candidate.
        lowest_target: no target is below this.
        candidates: how many are shown.
        picks: how many the room may pick.
        picks_when_overloaded: how many where `overloaded` holds.
        overloaded: when too much is already under way.
        not_now: how many are named as left for later.
        keep: how many strong points are named.
        keep_from: the level from which a point is strong.
        discuss: how many disagreements and unknowns are named.
        because: why.
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


@dataclass(frozen=True, slots=True)
class Gate:
    """A cap that other parts put on a factor: at most the lowest of some subjects, plus a bit."""

    id: str
    caps: str
    lowest_of: tuple[Subject, ...]
    plus: Level
    because: Text
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A question that points to a risk when it stands as described."""

    question: str
    operator: Operator
    level: Level


@dataclass(frozen=True, slots=True)
class Pattern:
    """A named risk found by rules over answers; never a score (model §3.9).

    Attributes:
        id: its name in files and JSON.
        title: its name for people.
        meaning: what it is, in a sentence or two.
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
    """

    id: str
    title: Text
    meaning: Text
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


class AxisKind(StrEnum):
    """How a style axis is answered: items between two poles, one choice, or several."""

    POLES = "poles"
    CHOICE = "choice"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class AxisItem:
    """One item between two poles: from `lowest` (fully the low pole) to `highest`."""

    id: str
    text: Text
    low: Text
    high: Text
    optional: bool = False


@dataclass(frozen=True, slots=True)
class AxisOption:
    """One choice on an axis."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Position:
    """A named place on an axis of poles, and the condition that puts a municipality there.

    `watch` lists the questions to keep an eye on for this style, with the reason in words.
    """

    id: str
    title: Text
    when: Condition
    watch: tuple[str, ...] = ()
    watch_because: Text | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """A typology that is never good or bad (model §3.8).

    Attributes:
        id: its key in profiles.
        title: its name.
        text: the question that is asked.
        kind: how it is answered.
        items: for poles; `reach` is the distance of each pole from the middle.
        options: for choice and several.
        positions: for poles; the first that holds is the municipality's.
    """

    id: str
    title: Text
    text: Text
    kind: AxisKind
    items: tuple[AxisItem, ...] = ()
    reach: int = 2
    options: tuple[AxisOption, ...] = ()
    positions: tuple[Position, ...] = ()


class ContextKind(StrEnum):
    """How a context question is answered."""

    CHOICE = "choice"
    NUMBER = "number"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class ContextQuestion:
    """An unscored question that rules may look at, asked before a given part of the tree."""

    id: str
    text: Text
    kind: ContextKind
    options: tuple[Option, ...] = ()
    before: str | None = None
    in_quick: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A document that quotes come from: what it is, when it spoke, who speaks in it."""

    id: str
    title: Text
    dated: str
    voice: Text


@dataclass(frozen=True, slots=True)
class Retired:
    """A question that is gone; its id may never come back."""

    id: str
    last: str
    replaced_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Questionnaire:
    """One version of one questionnaire, whole.

    `practice` is the example question shown before the first real one; `limits` says what the
    assessment is and is not.
    """

    id: str
    version: str
    title: Text
    limits: Text
    licence: str
    languages: tuple[str, ...]
    parts: tuple[Node, ...]
    scale: tuple[Option, ...] = ()
    scale_rules: Mapping[Level, Text] | None = None
    practice: Question | None = None
    roles: tuple[Role, ...] = ()
    voices: VoiceRules | None = None
    backing: BackingRules | None = None
    priorities: PriorityRules | None = None
    context: tuple[ContextQuestion, ...] = ()
    style: tuple[Axis, ...] = ()
    gates: tuple[Gate, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    sources: tuple[Source, ...] = ()
    retired: tuple[Retired, ...] = ()
    complete_languages: tuple[str, ...] = ()

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by id, in order."""
        return {q.id: q for part in self.parts for q in part.all_questions()}

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Every node of the tree by id, in order."""
        return {node.id: node for part in self.parts for node in part.all_nodes()}

    @cached_property
    def factors(self) -> Mapping[str, Node]:
        """The nodes that are scored from questions, by id: what is compared between profiles."""
        return {n.id: n for n in self.nodes.values() if n.roll_up and n.questions}

    @cached_property
    def factor_of(self) -> Mapping[str, Node]:
        """The node that each question hangs on, by question id."""
        return {q.id: node for node in self.nodes.values() for q in node.questions}

    def question_ids(self, quick: bool) -> tuple[str, ...]:
        """The ids in scope: all of them, or the core ones for a quick scan."""
        return tuple(q.id for q in self.questions.values() if q.core or not quick)

    def source(self, reference: str) -> Source | None:
        """The document behind `document:line`, or None where it is not listed."""
        wanted = reference.partition(":")[0]
        return next((source for source in self.sources if source.id == wanted), None)
