"""One's own way of working: the archetype that the answered style names, and its conditions.

A way of working is declared by a reference of the kind *archetype*: the positions on style axes
that make it what it is, and a point per condition that it depends on. It is somebody's own where
all of these positions are answered; mixed, neither yet or unanswered is nobody's way. One way's
conditions say nothing about another's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sdgassess.analysis.gaps import PointGap, ReferenceComparison, Verdict, hold_against
from sdgassess.model.profile import State
from sdgassess.model.reference import Reference, ReferenceKind
from sdgassess.scoring.score import Score
from sdgassess.scoring.style import StyleResult


class OwnWay(NamedTuple):
    """A municipality's own way of working, held against its conditions.

    Attributes:
        comparison: the score beside the archetype.
    """

    comparison: ReferenceComparison

    @property
    def reference(self) -> Reference:
        """The archetype."""
        return self.comparison.reference

    @property
    def conditions(self) -> tuple[PointGap, ...]:
        """What this way of working depends on and what applies, in the questionnaire's order."""
        return tuple(
            gap
            for gap in self.comparison.points
            if gap.verdict is not Verdict.CONTEXT and gap.applies
        )

    @property
    def not_applicable(self) -> tuple[PointGap, ...]:
        """What it depends on elsewhere, and what does not apply here."""
        return tuple(gap for gap in self.comparison.points if not gap.applies)

    @property
    def in_place(self) -> tuple[PointGap, ...]:
        """The conditions that are met."""
        return self.comparison.having(Verdict.MET)

    @property
    def missing(self) -> tuple[PointGap, ...]:
        """The conditions below their level; where none is missing the way stands on its feet."""
        return self.comparison.having(Verdict.BELOW)

    @property
    def unsettled(self) -> tuple[PointGap, ...]:
        """The conditions about which nothing can be said, since nothing is known of them here."""
        return tuple(gap for gap in self.comparison.having(Verdict.NOT_COMPARABLE) if gap.applies)


def own_way(score: Score, archetypes: Iterable[Reference]) -> OwnWay | None:
    """The way of working that the answered style names; None where it names none.

    Args:
        score: the result; its basis decides which levels are compared.
        archetypes: references; those of another kind, or without a style, are passed over.

    Returns:
        The first archetype whose positions are all answered.
    """
    for reference in archetypes:
        if reference.kind is ReferenceKind.ARCHETYPE and _is_answered(score, reference):
            return OwnWay(hold_against(score, reference))
    return None


def still_to_watch(
    score: Score, result: StyleResult, way: OwnWay | None = None
) -> tuple[str, ...]:
    """What a style's rules say to keep an eye on and what is not in place yet.

    A condition is in place where it stands at what the own way of working needs of it, else where
    the questionnaire calls a level strong, else at its highest. One without a level stays, unless
    it does not apply.
    """
    rules = score.questionnaire
    needs = {} if way is None else {gap.question: gap.point.at_least for gap in way.conditions}

    def in_place(question: str) -> bool:
        level = score.level(question)
        most = rules.questions[question].highest
        need = needs.get(question, most if rules.strong_from is None else rules.strong_from)
        return level is not None and need is not None and level >= need

    watched = (question for question in result.watch if question in score.questions)
    applying = (q for q in watched if score.questions[q].state is not State.NOT_APPLICABLE)
    return tuple(question for question in applying if not in_place(question))


def _is_answered(score: Score, reference: Reference) -> bool:
    """Whether every axis that the reference takes a position on is answered with it."""
    ours = {result.axis: set(result.position) for result in score.style}
    theirs = {
        axis: {p for place in places if place.item is None for p in place.position}
        for axis, places in reference.style.items()
    }
    wanted = {axis: positions for axis, positions in theirs.items() if positions}
    return bool(wanted) and all(
        positions <= ours.get(axis, set()) for axis, positions in wanted.items()
    )
