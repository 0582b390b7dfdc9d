"""Candidates: the questions that could be worked on, each with its reasons and its place.

The order is lexicographic and has no weights. What leads out of a high risk comes first, and of
that what eases too much under way, since all else would be one thing more; then what else is part
of a high risk; then a missing condition of one's own way of working, then what lifts a
part or opens a gate, then the room's own judgement, then core before the rest and lower levels
first. Where all of that is equal, what is part of more risks, lifts more parts, or belongs to a
lower part comes first, and what other steps wait for; then what more core questions build on, by
the model's own needs and gates. What is equal then stands as equal: the order of the questionnaire
decides nothing. A step whose need is not met gives way to what must be raised first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from sdgassess.analysis.needs import built_on, instead, unmet_need
from sdgassess.analysis.own_way import OwnWay
from sdgassess.analysis.ways_out import WaysOut, ways_out
from sdgassess.model.condition import SubjectKind, Term, holding, judge
from sdgassess.model.profile import Judgement, Weight
from sdgassess.model.question import Level, NextStep
from sdgassess.model.rules import PriorityRules
from sdgassess.scoring.evaluation import Evaluation
from sdgassess.scoring.explain import levels_if
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import Score


class ReasonKind(StrEnum):
    """Why a question is a candidate, gravest reason first; `needs` speaks against it."""

    RISK = "risk"
    OWN_WAY = "own-way"
    FIRST = "first"
    RAISES = "raises"
    OPENS_GATE = "opens-gate"
    JUDGED = "judged"
    CAN_START = "can-start"
    CANNOT_START = "cannot-start"
    CORE = "core"
    BUILT_ON = "built-on"
    LOW = "low"
    NEEDS = "needs"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its kind, and the pattern, reference, question, factor or weight it is about."""

    kind: ReasonKind
    about: str = ""
    level: Level | None = None
    to: Level | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be worked on.

    Attributes:
        question: its id.
        level: where it stands on the basis; None for a pick without a level.
        target: the next level that is worth having, or the room's own target; None at the top.
        reasons: why it stands where it does in the order; empty only for a pick of the room's.
        step: the advice for that target, or None where there is none.
        rank: its place among the candidates that are shown, from 1; equals share it.
        first_needs: the question that gave way to it, since its step first needs this one.
    """

    question: str
    level: Level | None
    target: Level | None
    reasons: tuple[Reason, ...]
    step: NextStep | None
    rank: int = 0
    first_needs: str | None = None

    @property
    def is_reached(self) -> bool:
        """Whether it stands at its target or above, so that nothing is left to do for it."""
        return self.level is not None and self.target is not None and self.level >= self.target


Equals = tuple[Candidate, ...]
"""Candidates that nothing puts one before another, in the questionnaire's order."""


class Ranking(NamedTuple):
    """Everything that could be worked on.

    Attributes:
        groups: the candidates in their order, equals together.
        ways_out: for each high risk the candidates that lead out of it most cheaply.
        plain: every question that could be raised, also where its step needs another first.
    """

    groups: tuple[Equals, ...]
    ways_out: Mapping[str, WaysOut]
    plain: Mapping[str, Candidate]

    def is_either(self, equals: Sequence[Candidate]) -> bool:
        """Whether one of some equals is enough: each alone leads out of the same risks."""
        risks = [
            {risk for risk, ways in self.ways_out.items() if candidate.question in ways.questions}
            for candidate in equals
        ]
        alike = len(equals) > 1 and all(risks) and all(each == risks[0] for each in risks)
        return alike and all(self.ways_out[risk].each_alone for risk in risks[0])


_Key = tuple[Level, ...]


def rank(score: Score, rules: PriorityRules, way: OwnWay | None) -> Ranking:
    """Every candidate of a score in its order.

    Args:
        score: the result; its basis decides which levels count.
        rules: what is a candidate, and which targets are worth having.
        way: the own way of working, where there is one.
    """
    return _Search(score, rules, way).ranking()


def plain_candidate(score: Score, rules: PriorityRules, question: str, target: Level) -> Candidate:
    """A question as a candidate on its own reasons, whatever its level."""
    search = _Search(score, rules, None)
    search.targets[question] = target
    return search.plain(question)


def next_target(score: Score, rules: PriorityRules, question: str) -> Level | None:
    """The next level worth having: one step up, never below the lowest target; None at the top."""
    level = score.level(question)
    if level is None:
        return None
    above = score.questionnaire.questions[question].above(level, score.chosen(question))
    return min((value for value in above if value >= rules.lowest_target), default=None)


def too_much_under_way(score: Score, rules: PriorityRules) -> tuple[Term, ...]:
    """What shows that too much is under way already; empty where it is not."""
    if rules.overloaded is None:
        return ()
    evaluation = Evaluation(score.questionnaire, score.profile, score.questions, score.basis)
    if not judge(rules.overloaded, evaluation.look):
        return ()
    terms = tuple(holding(rules.overloaded, evaluation.look))
    # A pattern only sums up what the answers show: they say it better.
    answers = tuple(term for term in terms if term.subject.kind is SubjectKind.QUESTION)
    return answers or terms


def own_target(score: Score, question: str) -> Level | None:
    """The target that the room set, where it is still ahead."""
    level = score.level(question)
    for priority in score.profile.priorities:
        if priority.question == question and priority.target is not None:
            return priority.target if level is None or priority.target > level else None
    return None


class _Search:
    """Finds candidates: what could be raised, what must be raised first, in which order."""

    def __init__(self, score: Score, rules: PriorityRules, way: OwnWay | None) -> None:
        self.score = score
        self.rules = rules
        self.way = way
        self.missing = {gap.question: gap for gap in way.missing} if way is not None else {}
        self.targets = self._targets()
        self.ways_out = ways_out(score, self.targets)
        self.leading_out = frozenset(q for ways in self.ways_out.values() for q in ways.questions)
        self.easing = {term.subject.id for term in too_much_under_way(score, rules)}
        self.plain_candidates: dict[str, Candidate] = {}
        self.builders = built_on(score.questionnaire)
        core = (q for q in self.targets if score.questionnaire.questions[q].core)
        self.core_is_low = any(self._level(q) < rules.lowest_target for q in core)
        self.risks: dict[str, list[str]] = {}
        for pattern in score.patterns:
            if score.graver(pattern) is not None:
                continue  # what is not spoken of is no reason
            for question in pattern.triggered if pattern.result is Risk.HIGH else ():
                self.risks.setdefault(question, []).append(pattern.id)
            ways = self.ways_out.get(pattern.id)
            for question in ways.questions if ways is not None else ():
                if pattern.id not in self.risks.setdefault(question, []):
                    self.risks[question].append(pattern.id)

    def ranking(self) -> Ranking:
        """Every candidate, equals together."""
        wanted = {q: self.plain(q) for q in self._wanted()}
        keys = {q: self._key(candidate) for q, candidate in wanted.items()}
        waiting: dict[str, list[str]] = {}
        for question in wanted:
            for first in self._first(question, ()):
                waiting.setdefault(first, []).append(question)
        places = {question: place for place, question in enumerate(self.score.questions)}
        entries = []
        for question, behind in waiting.items():
            key = min(keys[other] for other in {question, *behind} & keys.keys())
            others = [other for other in behind if other != question]
            candidate = self._candidate(question, others, keys)
            built_on = -len(self.builders.get(question, ()))
            entries.append(((*key, -len(others), built_on), places[question], candidate))
        entries.sort(key=lambda entry: entry[:2])
        alike = Counter(key[:-1] for key, _, _ in entries)
        entries = [
            (key, place, self._built_on(candidate) if alike[key[:-1]] > 1 else candidate)
            for key, place, candidate in entries
        ]
        groups = groupby(entries, key=lambda entry: entry[0])
        return Ranking(
            tuple(tuple(candidate for _, _, candidate in group) for _, group in groups),
            {
                pattern: WaysOut(
                    frozenset(first for q in ways.questions for first in self._first(q, ())),
                    ways.each_alone,
                )
                for pattern, ways in self.ways_out.items()
            },
            wanted,
        )

    def _built_on(self, candidate: Candidate) -> Candidate:
        """A candidate with what builds on it, which alone puts it before what stands alike."""
        builders = self.builders.get(candidate.question)
        if not builders:
            return candidate
        reason = Reason(ReasonKind.BUILT_ON, " ".join(builders))
        own = [each for each in candidate.reasons if each.kind is not ReasonKind.LOW]
        return replace(candidate, reasons=(*own, reason))

    def _targets(self) -> dict[str, Level]:
        """The target of every question that could be raised: known, undisputed, not at the top."""
        targets = {}
        for question, result in self.score.questions.items():
            target = next_target(self.score, self.rules, question)
            if target is not None and not result.disagreement:
                targets[question] = own_target(self.score, question) or target
        return targets

    def _wanted(self) -> Iterator[str]:
        """The questions that a step is due on.

        The low ones, missing conditions of the own way of working, and what leads out of a high
        risk. Where nothing stands low, what the next level matters for: core questions, and what
        lifts a part or was judged.
        """
        most = self.rules.candidates_up_to
        low = {question for question in self.targets if self._level(question) <= most}
        for question in self.targets:
            due = question in low or question in self.missing or question in self.leading_out
            if due or (not low and self._matters(question)):
                yield question

    def _matters(self, question: str) -> bool:
        """Whether the next level of a question that does not stand low is worth naming."""
        core = self.score.questionnaire.questions[question].core
        return core or question in self.risks or any(self._lifting(question))

    def _first(self, question: str, waiting: Sequence[str]) -> frozenset[str]:
        """What to raise: the question itself, or what its step needs first, as far as it takes.

        What cannot be raised, since nobody knows it or it is disputed, is not named.
        """
        need = unmet_need(self.score, question, self.targets[question])
        if need is None:
            return frozenset((question,))
        further = (
            self._first(other, (*waiting, question))
            for other in instead(self.score, need)
            if other in self.targets and other not in waiting
        )
        return frozenset().union(*further)

    def _level(self, question: str) -> Level:
        """Where a question stands that could be raised."""
        level = self.score.level(question)
        assert level is not None, "only what has a level has a target"
        return level

    def plain(self, question: str) -> Candidate:
        """A question as a candidate, on its own reasons."""
        if question not in self.plain_candidates:
            target = self.targets[question]
            self.plain_candidates[question] = Candidate(
                question,
                self._level(question),
                target,
                tuple(self._reasons(question)),
                self.score.questionnaire.questions[question].next_step(target),
            )
        return self.plain_candidates[question]

    def _candidate(
        self, question: str, waiting: Sequence[str], keys: Mapping[str, _Key]
    ) -> Candidate:
        """A question as a candidate, with what gave way to it."""
        plain = self.plain(question)
        if not waiting:
            return plain
        places = list(self.score.questions)
        direct = [other for other in waiting if self._names(other, question)] or waiting
        in_order = sorted(direct, key=lambda other: (keys[other], places.index(other)))
        first = self._waiting(in_order)
        own = [reason for reason in plain.reasons if reason.kind is not ReasonKind.LOW]
        graver = [r for r in own if r.kind in (ReasonKind.RISK, ReasonKind.OWN_WAY)]
        lesser = [reason for reason in own if reason not in graver]
        return replace(plain, reasons=(*graver, *first, *lesser), first_needs=in_order[0])

    def _names(self, question: str, first: str) -> bool:
        """Whether the need of a question names what comes first itself, not by way of another."""
        need = unmet_need(self.score, question, self.targets[question])
        return need is not None and first in instead(self.score, need)

    def _waiting(self, questions: Sequence[str]) -> Iterator[Reason]:
        """That the steps of questions need one first; those for the same reason in one."""
        alike: dict[str, list[str]] = {}
        for question in questions:
            need = unmet_need(self.score, question, self.targets[question])
            assert need is not None, "only what needs something gives way"
            alike.setdefault(repr(need.because.words), []).append(question)
        return (Reason(ReasonKind.FIRST, " ".join(each)) for each in alike.values())

    def _reasons(self, question: str) -> Iterator[Reason]:
        """Every reason for a question, gravest first; its low level where there is no other."""
        level = self._level(question)
        reasons = [
            *(Reason(ReasonKind.RISK, pattern) for pattern in self.risks.get(question, ())),
            *self._of_own_way(question),
            *self._lifting(question),
            *self._judged(question),
        ]
        if self.score.questionnaire.questions[question].core:
            reasons.append(Reason(ReasonKind.CORE, level=level))
        yield from reasons or (Reason(ReasonKind.LOW, level=level),)
        need = unmet_need(self.score, question, self.targets[question])
        if need is not None:
            yield Reason(ReasonKind.NEEDS, " ".join(instead(self.score, need)))

    def _of_own_way(self, question: str) -> Iterator[Reason]:
        """That the own way of working depends on a question that stands too low for it."""
        if self.way is not None and question in self.missing:
            condition = self.missing[question].point.at_least
            about = self.way.reference.id
            yield Reason(ReasonKind.OWN_WAY, about, self._level(question), condition)

    def _short_of_own_way(self, question: str) -> int:
        """By how many steps a question stands below what the own way of working needs of it."""
        return self.missing[question].steps if question in self.missing else 0

    def _lifting(self, question: str) -> Iterator[Reason]:
        """The parts that a question alone lifts, its own or through a gate."""
        own = self.score.questionnaire.factor_of[question].id
        levels = levels_if(self.score, {question: self.targets[question]})
        for factor, to in levels.items():
            before = self.score.factors[factor].level
            if before is not None and to is not None and to > before:
                kind = ReasonKind.RAISES if factor == own else ReasonKind.OPENS_GATE
                yield Reason(kind, factor, before, to)

    def _lifts_first(self, candidate: Candidate) -> bool:
        """Whether what a candidate lifts puts it first.

        While a core question stands below every level worth having, an answer that stands there
        already does so only for a part that does not: what is decided waits for what is scattered.
        """
        lifts = (ReasonKind.RAISES, ReasonKind.OPENS_GATE)
        before = [r.level for r in candidate.reasons if r.kind in lifts and r.level is not None]
        low = self.rules.lowest_target
        waits = self.core_is_low and self._level(candidate.question) >= low
        return any(level < low or not waits for level in before)

    def _judged(self, question: str) -> Iterator[Reason]:
        """What the room said of a question."""
        judgement = self.score.profile.judgement.get(question)
        if judgement is None:
            return
        if _weight(judgement) is not None:
            stake, influence = judgement.stake or "-", judgement.influence or "-"
            yield Reason(ReasonKind.JUDGED, f"{stake} {influence}")
        if judgement.can_start is not None:
            starts = judgement.can_start
            yield Reason(ReasonKind.CAN_START if starts else ReasonKind.CANNOT_START)

    def _key(self, candidate: Candidate) -> _Key:
        """Where a question stands in the order; smaller comes first.

        What the room has not judged stands between medium and low, so that judging one candidate
        high lifts it and judging it low lets the others pass.
        """
        question = candidate.question
        kinds = [reason.kind for reason in candidate.reasons]
        lifted = kinds.count(ReasonKind.RAISES) + kinds.count(ReasonKind.OPENS_GATE)
        judgement = self.score.profile.judgement.get(question) or Judgement()
        weights = {Weight.HIGH: 0, Weight.MEDIUM: 1, None: 2, Weight.LOW: 3}
        starts = {True: 0, None: 1, False: 2}
        part = self.score.questionnaire.factor_of[question].id
        result = self.score.scored.get(part)
        level = result.level if result is not None else None
        key = (
            int(question not in self.leading_out),
            int(question not in self.leading_out or question not in self.easing),
            int(ReasonKind.RISK not in kinds),
            int(ReasonKind.OWN_WAY not in kinds),
            int(not self._lifts_first(candidate)),
            weights[_weight(judgement)],
            starts[judgement.can_start],
            int(not self.score.questionnaire.questions[question].core),
            self._level(question),
            -kinds.count(ReasonKind.RISK),
            -lifted,
            -self._short_of_own_way(question),
            int(level is None),
            level or 0,
        )
        return tuple(key)


def _weight(judgement: Judgement) -> Weight | None:
    """The lower of stake and influence, where the room judged at least one."""
    order = (Weight.LOW, Weight.MEDIUM, Weight.HIGH)
    weights = [weight for weight in (judgement.stake, judgement.influence) if weight]
    return min(weights, key=order.index, default=None)
