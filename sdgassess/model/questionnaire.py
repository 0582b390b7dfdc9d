"""A questionnaire: a tree of any depth with questions as leaves, and the rules that score it.

The engine knows no factor and no question by name: everything that a questionnaire can say is
here as values, read from one YAML file per version (`docs/files.md`).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from sdgassess.model.node import Node
from sdgassess.model.question import (
    Level,
    Option,
    Question,
    Text,
)
from sdgassess.model.reach import Reach
from sdgassess.model.rules import (
    BackingRules,
    Contradiction,
    Gate,
    Pattern,
    PriorityRules,
    VoiceRules,
)
from sdgassess.model.unscored import Axis, ContextQuestion


class Role(NamedTuple):
    """A kind of respondent: its id, the letter that stands for it in a line, its name."""

    id: str
    letter: str
    title: Text


class Source(NamedTuple):
    """A document that quotes come from: what, when, who speaks in it, and in which language."""

    id: str
    title: Text
    dated: str
    voice: Text
    language: str | None = None


MUNICIPALITY = "municipality"
"""What a questionnaire says that it assesses where profiles name a municipality."""

ANY_SUBJECT = "organisation"
"""What is assessed where a questionnaire does not say it."""


class Noun(NamedTuple):
    """A word for a thing: one of them, several, and both where they are known already.

    `the_one` and `the_many` are for languages that bend the word (*faktoren*, *faktorerne*).
    """

    one: Text
    many: Text
    the_one: Text | None = None
    the_many: Text | None = None


class Subject(NamedTuple):
    """What a questionnaire assesses: municipalities, organisations, teams.

    Attributes:
        id: its name in JSON.
        noun: its words.
        country: whether a country is asked for.
    """

    id: str
    noun: Noun
    country: bool = False


class CrosswalkPoint(NamedTuple):
    """A point of another framework, and the questions that speak of it."""

    id: str
    title: Text
    questions: tuple[str, ...]


class Crosswalk(NamedTuple):
    """Another framework, point by point; `reading` says how to read the comparison."""

    id: str
    title: Text
    points: tuple[CrosswalkPoint, ...]
    reading: Text | None = None


class ChangedRules(NamedTuple):
    """Rules that a version changed, and why: the ids of what they are about, or their keys."""

    version: str
    about: tuple[str, ...]
    note: Text | None = None


class Retired(NamedTuple):
    """A question that is gone; its id may never come back."""

    id: str
    last: str
    replaced_by: tuple[str, ...] = ()


class _Sections(NamedTuple):
    """What a questionnaire says, as its file has it."""

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
    assesses: Subject | None = None
    part_word: Noun | None = None
    report_title: Text | None = None
    report_footer: Text | None = None
    strong_from: Level | None = None
    contradictions: tuple[Contradiction, ...] = ()
    crosswalks: tuple[Crosswalk, ...] = ()
    history: tuple[ChangedRules, ...] = ()


class Questionnaire(_Sections):  # a class below, whose __dict__ keeps the cached properties
    """One version of one questionnaire, whole.

    `practice` is the example question shown before the first real one; `limits` says what the
    assessment is and is not. `assesses` is None where any organisation is meant, `part_word` where
    a scored part has no word of its own, `strong_from` where nothing counts as strong.
    """

    @property
    def of_municipalities(self) -> bool:
        """Whether it assesses municipalities; profiles of any other name a `subject`."""
        return self.assesses is not None and self.assesses.id == MUNICIPALITY

    @property
    def asks_country(self) -> bool:
        """Whether a country is asked for."""
        return self.assesses is not None and self.assesses.country

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by id, in order."""
        return {q.id: q for part in self.parts for q in part.all_questions()}

    def counted_of(self, context: str) -> tuple[str, ...]:
        """The questions whose answers are counted of what a context question asks, in order."""
        return tuple(key for key, question in self.questions.items() if question.of == context)

    def first_counted(self, context: str, order: Sequence[str]) -> str | None:
        """The question before which a part of the frame is asked: the first that needs it.

        Never the first question of all: a room begins with what it came for.

        Args:
            context: the context question that belongs to the frame.
            order: the questions that are asked, in order.
        """
        return next((key for key in order[1:] if self.questions[key].of == context), None)

    @cached_property
    def ends(self) -> Mapping[str, tuple[Level, Level]]:
        """The lowest and the highest level that can be answered to each question, by id."""
        return {key: (q.lowest, q.highest) for key, q in self.questions.items()}

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Every node of the tree by id, in order."""
        return {node.id: node for part in self.parts for node in part.all_nodes()}

    @cached_property
    def factors(self) -> Mapping[str, Node]:
        """The nodes that are scored from questions, by id: what is compared between profiles."""
        return {n.id: n for n in self.nodes.values() if n.roll_up and n.questions}

    @cached_property
    def scored_above(self) -> Mapping[str, tuple[str, ...]]:
        """Every scored node by id, in order, with the scored nodes above it, outermost first."""
        return {
            node.id: above
            for part in self.parts
            for node, above in _with_scored_above(part, ())
            if node.roll_up is not None
        }

    @cached_property
    def reach(self) -> Reach:
        """How far its rules reach where every question is asked."""
        return Reach(self.nodes, self.gates)

    @cached_property
    def quick_reach(self) -> Reach:
        """How far its rules reach where the core questions are asked."""
        return Reach(self.nodes, self.gates, quick=True)

    def ranges(self, *, quick: bool) -> Mapping[str, tuple[Level, Level]]:
        """The lowest and the highest level that the rule of each scored part can give, by id.

        Args:
            quick: whether only core questions are asked; parts without one are left out.
        """
        return (self.quick_reach if quick else self.reach).in_scope

    @cached_property
    def factor_of(self) -> Mapping[str, Node]:
        """The node that each question hangs on, by question id."""
        return {q.id: node for node in self.nodes.values() for q in node.questions}

    def parts_around(self, question: str) -> tuple[Node, ...]:
        """The parts that a question lies in, by its id, the outermost first."""
        return tuple(
            node
            for node in self.nodes.values()
            if any(below.id == question for below in node.all_questions())
        )

    @property
    def has_core(self) -> bool:
        """Whether a quick scan would ask anything."""
        return any(question.core for question in self.questions.values())

    def question_ids(self, quick: bool) -> tuple[str, ...]:
        """The ids in scope: all of them, or the core ones for a quick scan."""
        return tuple(q.id for q in self.questions.values() if q.core or not quick)

    def source(self, reference: str) -> Source | None:
        """The document behind `document:line`, or None where it is not listed."""
        wanted = reference.partition(":")[0]
        return next((source for source in self.sources if source.id == wanted), None)


def _with_scored_above(
    node: Node, above: tuple[str, ...]
) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """A node and every node below it, each with the scored nodes above it."""
    yield node, above
    below = above if node.roll_up is None else (*above, node.id)
    for part in node.parts:
        yield from _with_scored_above(part, below)
