"""What to work on: candidates, suggestions or picks, not now, keep (model.md: Priorities).

The tool suggests; the room picks. What stands alike across a cut is named together, and none of it
is suggested: the order of the questionnaire decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdgassess.analysis.agenda import to_find_out, to_talk_about
from sdgassess.analysis.candidates import (
    Candidate,
    Ranking,
    ReasonKind,
    next_target,
    plain_candidate,
    rank,
    too_much_under_way,
)
from sdgassess.analysis.own_way import own_way
from sdgassess.analysis.shortlist import shortlisted, suggestions
from sdgassess.model.condition import Term
from sdgassess.model.profile import Priority
from sdgassess.model.question import Level
from sdgassess.model.reference import Reference
from sdgassess.model.rules import PriorityRules
from sdgassess.scoring.explain import levels_if
from sdgassess.scoring.score import Score, unbacked

USUAL_PICKS = 3
"""How many are agreed on where the questionnaire does not say it (model.md: Priorities)."""


@dataclass(frozen=True, slots=True)
class Priorities:
    """Everything a room needs in order to choose.

    Attributes:
        candidates: the first ones, one per factor but where several stand alike.
        chosen: what the room picked, else the suggestions.
        picked: whether the room has picked.
        picks: how many it may pick; fewer where too much is under way already.
        overloaded: what makes it fewer; empty where it is not.
        not_now: the next ones by name, so that leaving them is a decision.
        keep: what stands strong.
        discuss: disagreements and unknowns to talk about or find out first.
        find_evidence: answered above what is backed.
        equal: groups across a cut that nothing puts one before another, or of which one is
            enough; none of them is suggested.
        alike: what stands in these groups and is not among the candidates, in their order.
        either: of these the groups of which one is enough: each leads out of the same high risk.
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
    equal: tuple[tuple[str, ...], ...] = ()
    alike: tuple[Candidate, ...] = ()
    either: tuple[tuple[str, ...], ...] = ()

    @property
    def agreements(self) -> int:
        """How many agreements there is room for, also where the questionnaire names no number."""
        return self.picks or USUAL_PICKS

    @property
    def first_alike(self) -> tuple[str, ...]:
        """The first group of equals, which stands before the next one; empty without any."""
        return next(iter(self.equal), ())


NO_PRIORITIES = Priorities((), (), False, 0, (), (), (), (), ())
"""Where nothing is to be chosen from."""


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
    ranking = rank(score, rules, own_way(score, ways))
    shortlist = shortlisted(ranking, rules, score.questionnaire)
    overloaded = too_much_under_way(score, rules)
    picks = rules.picks_when_overloaded if overloaded else rules.picks
    picked = bool(score.profile.priorities)
    suggested = suggestions(shortlist, picks, ranking)
    chosen = _picked(score, rules, ranking) if picked else suggested.candidates
    equal = [*(() if picked else suggested.tied), *shortlist.tied]
    in_hand = {candidate.question for candidate in chosen}
    listed = {candidate.question for candidate in shortlist.candidates} | in_hand
    named = in_hand | {question for group in equal for question in group}
    ranked = (candidate for group in ranking.groups for candidate in group)
    later = [c.question for c in (*shortlist.candidates, *ranked) if c.question not in named]
    return Priorities(
        candidates=shortlist.candidates,
        chosen=tuple(chosen),
        picked=picked,
        picks=picks,
        overloaded=overloaded,
        not_now=tuple(dict.fromkeys(later))[: rules.not_now],
        keep=tuple(_keep(score, rules, in_hand)),
        discuss=tuple(_discuss(score))[: rules.discuss],
        find_evidence=unbacked(score),
        equal=tuple(dict.fromkeys(equal)),
        alike=tuple(
            candidate
            for group in ranking.groups
            for candidate in group
            if candidate.question in named - listed
        ),
        either=() if picked else suggested.either,
    )


def unlifted_parts(score: Score, priorities: Priorities) -> tuple[str, ...]:
    """The lowest parts none of whose questions is offered, as no single answer lifts them.

    Args:
        score: what was answered.
        priorities: what is to be chosen from.

    Returns:
        Their ids in the order of the tree; none where something ranks first, or where what stands
        alike lifts no part either.
    """
    lifting = [reason.kind for each in priorities.alike for reason in each.reasons]
    if priorities.candidates or lifting.count(ReasonKind.RAISES) < max(len(priorities.alike), 1):
        return ()
    factor_of, levels = score.questionnaire.factor_of, score.factor_levels
    offered = {factor_of[question].id for group in priorities.equal for question in group}
    lowest = min(levels.values(), default=None)
    return tuple(
        part
        for part, level in levels.items()
        if level == lowest and part not in offered and not _is_lifted_by_one(score, part)
    )


def _is_lifted_by_one(score: Score, part: str) -> bool:
    """Whether the next step on one question alone lifts a part that has a level."""
    rules, level = score.questionnaire.priorities, score.factor_levels[part]
    assert rules is not None, "only asked where something is to be chosen from"
    for question in score.questionnaire.nodes[part].all_questions():
        target = next_target(score, rules, question.id) if question.id in score.questions else None
        raised = None if target is None else levels_if(score, {question.id: target})[part]
        if raised is not None and raised > level:
            return True
    return False


def _picked(score: Score, rules: PriorityRules, ranking: Ranking) -> list[Candidate]:
    """What the room picked, in its order, with the target it set or the next level.

    A pick is never dropped: without a level, at its target or outside a quick scan it stands
    without a reason or step.
    """
    in_place = {candidate.question: candidate for group in ranking.groups for candidate in group}
    by_question = {**ranking.plain, **in_place}
    return [
        _at_its_target(score, priority)
        or by_question.get(priority.question)
        or _bare_pick(score, rules, priority)
        for priority in score.profile.priorities
    ]


def _at_its_target(score: Score, priority: Priority) -> Candidate | None:
    """A pick that has reached the target that the room set; the next one is not the room's yet."""
    pick = Candidate(priority.question, score.level(priority.question), priority.target, (), None)
    return pick if pick.is_reached else None


def _bare_pick(score: Score, rules: PriorityRules, priority: Priority) -> Candidate:
    """A pick that is no candidate of the tool's."""
    question = priority.question
    level = score.level(question)
    target = priority.target or next_target(score, rules, question)
    if level is None or target is None or target <= level:
        return Candidate(question, level, target, (), None)
    return plain_candidate(score, rules, question, target)


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
    return list(dict.fromkeys((*to_talk_about(score), *to_find_out(score))))
