"""What to work on: candidates with reasons, picks, not now, keep (domain model §3.13).

The order is lexicographic and has no weights: a question in a high risk pattern first, then one
that raises its factor or opens a gate, then the room's own judgement, then core before the
rest, lower levels first, and the order of the questionnaire. The tool suggests; the room picks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sdgassess.analysis.own_way import OwnWay, own_way
from sdgassess.model.condition import Term, holding, judge
from sdgassess.model.profile import (
    Judgement,
    Priority,
    State,
    Weight,
)
from sdgassess.model.question import Level, NextStep
from sdgassess.model.reference import Reference
from sdgassess.model.rules import PriorityRules
from sdgassess.scoring.evaluation import Evaluation
from sdgassess.scoring.explain import levels_if
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import Score, unbacked


class ReasonKind(StrEnum):
    """Why a question is a candidate, gravest reason first."""

    RISK = "risk"
    OWN_WAY = "own-way"
    RAISES = "raises"
    OPENS_GATE = "opens-gate"
    JUDGED = "judged"
    CAN_START = "can-start"
    CANNOT_START = "cannot-start"
    CORE = "core"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its kind, and the pattern, factor or weight that it speaks of."""

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
    """

    question: str
    level: Level | None
    target: Level | None
    reasons: tuple[Reason, ...]
    step: NextStep | None


@dataclass(frozen=True, slots=True)
class Priorities:
    """Everything a room needs in order to choose.

    Attributes:
        candidates: the first ones, at most one per factor.
        chosen: what the room picked, else the suggestions.
        picked: whether the room has picked.
        picks: how many it may pick; fewer where too much is under way already.
        overloaded: what makes it fewer; empty where it is not.
        not_now: the next ones by name, so that leaving them is a decision.
        keep: what stands strong.
        discuss: disagreements and unknowns to talk about or find out first.
        find_evidence: answered above what is backed.
    """

    candidates: tuple[Candidate, ...]
    chosen: tuple[Candidate, ...]
    picked: bool
    picks: int
    overloaded: tuple[Term, ...]
    not_now: tuple[str, ...]
    keep: tuple[str, ...]
    discuss: tuple[str, ...]
    find_evidence: tuple[str, ...]


def prioritise(score: Score, ways: Sequence[Reference] = ()) -> Priorities:
    """Find candidates and lists for a score.

    Args:
        score: the result; its basis decides which levels count.
        ways: archetypes, one of which may be the score's own way of working.

    Returns:
        Empty lists where the questionnaire declares no rules for priorities.
    """
    rules = score.questionnaire.priorities
    if rules is None:
        return Priorities((), (), False, 0, (), (), (), (), unbacked(score))
    ranked = _ranked(score, rules, own_way(score, ways))
    first = _one_per_factor(score, ranked)[: rules.candidates]
    overloaded = _overloaded(score, rules)
    picks = rules.picks_when_overloaded if overloaded else rules.picks
    picked = bool(score.profile.priorities)
    chosen = _picked(score, rules, ranked) if picked else first[:picks]
    in_hand = {candidate.question for candidate in chosen}
    later = [c.question for c in (*first, *ranked) if c.question not in in_hand]
    return Priorities(
        candidates=tuple(first),
        chosen=tuple(chosen),
        picked=picked,
        picks=picks,
        overloaded=overloaded,
        not_now=tuple(dict.fromkeys(later))[: rules.not_now],
        keep=tuple(_keep(score, rules, in_hand)),
        discuss=tuple(_discuss(score))[: rules.discuss],
        find_evidence=unbacked(score),
    )


def next_target(score: Score, rules: PriorityRules, question: str) -> Level | None:
    """The next level worth having: one step up, never below the lowest target; None at the top."""
    level = score.level(question)
    if level is None:
        return None
    above = score.questionnaire.questions[question].above(level, score.chosen(question))
    return min((value for value in above if value >= rules.lowest_target), default=None)


def _ranked(score: Score, rules: PriorityRules, way: OwnWay | None) -> list[Candidate]:
    """All candidates in their order."""
    missing = {gap.question: gap for gap in way.missing} if way is not None else {}
    risky: dict[str, list[str]] = {}
    for pattern in score.patterns:
        for question in pattern.triggered if pattern.result is Risk.HIGH else ():
            risky.setdefault(question, []).append(pattern.id)
    candidates: list[tuple[tuple[object, ...], Candidate]] = []
    for place, question in enumerate(score.questions):
        level = score.level(question)
        target = next_target(score, rules, question)
        if level is None or target is None or level > rules.candidates_up_to:
            continue
        if score.questions[question].disagreement:
            continue
        target = _own_target(score, question) or target
        reasons = tuple(_reasons(score, question, level, target, risky.get(question, ())))
        if way is not None and question in missing:
            condition = missing[question].point.at_least
            reasons = (Reason(ReasonKind.OWN_WAY, way.reference.id, level, condition), *reasons)
        step = score.questionnaire.questions[question].next_step(target)
        rank = (*_rank(score, question, reasons), level, place)
        candidates.append((rank, Candidate(question, level, target, reasons, step)))
    return [candidate for _, candidate in sorted(candidates, key=lambda pair: pair[0])]


def _own_target(score: Score, question: str) -> Level | None:
    """The target that the room set, where it is still ahead."""
    level = score.level(question)
    for priority in score.profile.priorities:
        if priority.question == question and priority.target is not None:
            return priority.target if level is None or priority.target > level else None
    return None


def _reasons(
    score: Score, question: str, level: Level, target: Level, risks: Sequence[str]
) -> Iterator[Reason]:
    """Every reason for a question, gravest first; its low level where there is no other."""
    any_yet = False
    for reason in _strong_reasons(score, question, target, risks):
        any_yet = True
        yield reason
    if score.questionnaire.questions[question].core:
        any_yet = True
        yield Reason(ReasonKind.CORE, level=level)
    if not any_yet:
        yield Reason(ReasonKind.LOW, level=level)


def _strong_reasons(
    score: Score, question: str, target: Level, risks: Sequence[str]
) -> Iterator[Reason]:
    """The reasons that come before a question's place in the questionnaire."""
    for risk in risks:
        yield Reason(ReasonKind.RISK, risk)
    own = score.questionnaire.factor_of[question].id
    for factor, to in levels_if(score, {question: target}).items():
        before = score.factors[factor].level
        if before is not None and to is not None and to > before:
            kind = ReasonKind.RAISES if factor == own else ReasonKind.OPENS_GATE
            yield Reason(kind, factor, before, to)
    judgement = score.profile.judgement.get(question)
    if judgement is not None:
        if _weight(judgement) is not None:
            stake, influence = judgement.stake or "-", judgement.influence or "-"
            yield Reason(ReasonKind.JUDGED, f"{stake} {influence}")
        if judgement.can_start is not None:
            yield Reason(ReasonKind.CAN_START if judgement.can_start else ReasonKind.CANNOT_START)


def _weight(judgement: Judgement) -> Weight | None:
    """The lower of stake and influence, where the room judged at least one (§3.13, 3c)."""
    order = (Weight.LOW, Weight.MEDIUM, Weight.HIGH)
    weights = [weight for weight in (judgement.stake, judgement.influence) if weight]
    return min(weights, key=order.index, default=None)


def _rank(score: Score, question: str, reasons: Sequence[Reason]) -> tuple[int, ...]:
    """Where a question stands in the order; smaller comes first.

    What the room has not judged stands between medium and low, so that judging one candidate high
    lifts it and judging it low lets the others pass.
    """
    kinds = {reason.kind for reason in reasons}
    judgement = score.profile.judgement.get(question) or Judgement()
    weights = {Weight.HIGH: 0, Weight.MEDIUM: 1, None: 2, Weight.LOW: 3}
    starts = {True: 0, None: 1, False: 2}
    return (
        int(ReasonKind.RISK not in kinds),
        int(ReasonKind.OWN_WAY not in kinds),
        int(not kinds & {ReasonKind.RAISES, ReasonKind.OPENS_GATE}),
        weights[_weight(judgement)],
        starts[judgement.can_start],
        int(not score.questionnaire.questions[question].core),
    )


def _one_per_factor(score: Score, ranked: Sequence[Candidate]) -> list[Candidate]:
    """The first candidate of each factor, in their order."""
    by_factor: dict[str, Candidate] = {}
    for candidate in ranked:
        by_factor.setdefault(score.questionnaire.factor_of[candidate.question].id, candidate)
    return list(by_factor.values())


def _overloaded(score: Score, rules: PriorityRules) -> tuple[Term, ...]:
    """What shows that too much is under way already; empty where it is not."""
    if rules.overloaded is None:
        return ()
    evaluation = Evaluation(score.questionnaire, score.profile, score.questions, score.basis)
    if not judge(rules.overloaded, evaluation.look):
        return ()
    return tuple(holding(rules.overloaded, evaluation.look))


def _picked(score: Score, rules: PriorityRules, ranked: Sequence[Candidate]) -> list[Candidate]:
    """What the room picked, in its order, with the target it set or the next level.

    A pick is never dropped: without a level, at its target or outside a quick scan it stands
    without a reason or step.
    """
    by_question = {candidate.question: candidate for candidate in ranked}
    return [
        by_question.get(priority.question) or _bare_pick(score, rules, priority)
        for priority in score.profile.priorities
    ]


def _bare_pick(score: Score, rules: PriorityRules, priority: Priority) -> Candidate:
    """A pick that is no candidate of the tool's."""
    question = priority.question
    level = score.level(question)
    target = priority.target or next_target(score, rules, question)
    if level is None or target is None or target <= level:
        return Candidate(question, level, target, (), None)
    reasons = tuple(_reasons(score, question, level, target, ()))
    step = score.questionnaire.questions[question].next_step(target)
    return Candidate(question, level, target, reasons, step)


def _keep(score: Score, rules: PriorityRules, in_hand: set[str]) -> list[str]:
    """What stands strong: highest first, backed before not, core before not, one per factor."""
    least = score.questionnaire.strong_from
    least = rules.keep_from if least is None else least
    strong: list[tuple[tuple[Level, int, int, int], str]] = []
    for place, (question, result) in enumerate(score.questions.items()):
        level = score.level(question)
        if level is None or level < least or question in in_hand or result.disagreement:
            continue
        unbacked = int(result.backed != result.answered)
        core = int(not score.questionnaire.questions[question].core)
        strong.append(((-level, unbacked, core, place), question))
    per_factor: dict[str, str] = {}
    for _, question in sorted(strong):
        per_factor.setdefault(score.questionnaire.factor_of[question].id, question)
    return list(per_factor.values())[: rules.keep]


def _discuss(score: Score) -> list[str]:
    """Disagreements, widest first, then what nobody knew, core questions first."""
    disputed = [q for q, result in score.questions.items() if result.disagreement]
    disputed.sort(key=lambda q: -(score.questions[q].spread or Level(0)))
    unknown = [q for q, result in score.questions.items() if result.state is State.UNKNOWN]
    unknown.sort(key=lambda q: not score.questionnaire.questions[q].core)
    return list(dict.fromkeys((*disputed, *unknown)))
