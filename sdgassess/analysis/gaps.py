"""Holding a profile against references, point by point (model.md: References).

Three separate answers, never one number: which documented points are met, which style is shared,
and what can be learned there. There is no percentage of similarity: a lower bound is met by every
strong municipality, so a percentage would measure strength and not likeness.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from sdgassess.model.profile import Profile, State
from sdgassess.model.question import Level, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import Point, Reference, ReferenceKind
from sdgassess.model.unscored import Axis
from sdgassess.scoring.score import Score
from sdgassess.scoring.style import NEITHER_YET


class Verdict(StrEnum):
    """How a question stands to a reference's point.

    `context` is a point with an upper bound only, or one that documents a lack: shown with its
    quote, never judged, because one account of one start proves nobody better or worse.
    `another-way` is a point of a way of working that is not answered here: to be read.
    """

    MET = "met"
    BELOW = "below"
    CONTEXT = "context"
    ANOTHER_WAY = "another-way"
    NOT_COMPARABLE = "not-comparable"


class PointGap(NamedTuple):
    """One point of one reference beside the profile's level.

    Attributes:
        reference: the reference's id.
        question: the question, or the part that the point is about.
        point: what the reference shows.
        level: the profile's level on the basis, or None.
        verdict: met, below, context, another way or not comparable.
        steps: how many steps below; 0 unless below, and for a part, which has no steps.
        of_part: whether the point is about a part.
        lack: whether it documents what was missing there (*it struggled with*).
        applies: False where the question does not apply here.
    """

    reference: str
    question: str
    point: Point
    level: Level | None
    verdict: Verdict
    steps: int = 0
    of_part: bool = False
    lack: bool = False
    applies: bool = True


class StyleLikeness(NamedTuple):
    """One documented style position beside the profile's own.

    `same` is None where the profile has no position on the axis; `partly` is said beside a True
    where one of them holds more than the other.
    """

    reference: str
    axis: str
    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    same: bool | None
    partly: bool = False


class ReferenceComparison(NamedTuple):
    """A profile held against one reference.

    Attributes:
        reference: what it is held against.
        points: each point, in the order of the questionnaire.
        style: each documented position that can be compared.
    """

    reference: Reference
    points: tuple[PointGap, ...]
    style: tuple[StyleLikeness, ...]

    def having(self, verdict: Verdict) -> tuple[PointGap, ...]:
        """The points with a verdict."""
        return tuple(gap for gap in self.points if gap.verdict is verdict)

    @property
    def comparable(self) -> int:
        """How many points have a verdict of met or below."""
        return len(self.having(Verdict.MET)) + len(self.having(Verdict.BELOW))

    @property
    def steps(self) -> int:
        """How many steps the points below are below, together."""
        return sum(gap.steps for gap in self.points)


def hold_against(score: Score, reference: Reference) -> ReferenceComparison:
    """Hold a score against one reference.

    Args:
        score: the profile's result; its basis decides which levels are compared.
        reference: points and style positions, all of the same questionnaire.

    Returns:
        A verdict for every point; a question without a level is not comparable, never below.
    """
    points = tuple(
        _point_gap(score, reference.id, question, reference.points[question])
        for question in score.questionnaire.questions
        if question in reference.points
    )
    points += tuple(
        _part_gap(score, reference.id, part, reference.points[part])
        for part in score.questionnaire.nodes
        if part in reference.points
    )
    return ReferenceComparison(reference, points, tuple(_likenesses(score, reference)))


def as_reference(
    profile: Profile, result: Score, identifier: str, questionnaire: Questionnaire
) -> Reference:
    """A saved profile held up as a reference: each level is a point *at least*.

    Args:
        profile: the profile that is held up.
        result: its score on the answered basis.
        identifier: how it is called, usually its file name without suffix.
        questionnaire: the questionnaire both share.

    Returns:
        A reference of kind `profile`, dated by the profile.
    """
    day = profile.date.isoformat()
    name = Text(dict.fromkeys(questionnaire.languages, f"{profile.municipality.name} {day}"))
    points = {
        question: Point(at_least=level, dated=day)
        for question, standing in result.questions.items()
        if (level := standing.answered) is not None
    }
    return Reference(
        id=identifier,
        kind=ReferenceKind.PROFILE,
        name=name,
        questionnaire=profile.questionnaire,
        scope=name,
        dated=day,
        country=profile.municipality.country,
        points=points,
    )


def learned_there(
    question: str, against: Sequence[ReferenceComparison]
) -> tuple[tuple[Reference, Point], ...]:
    """What references show on a question, highest lower bound first (model.md: References)."""
    points = [
        (each.reference, gap.point)
        for each in against
        for gap in each.points
        if gap.question == question and gap.point.at_least is not None and not gap.lack
    ]
    return tuple(sorted(points, key=lambda pair: -(pair[1].at_least or 0)))


def _part_gap(score: Score, reference: str, part: str, point: Point) -> PointGap:
    """A point about a part judged, on its load-bearing level."""
    standing = score.scored.get(part)
    level = standing.level if standing is not None else None
    verdict = _verdict(score, point, level)
    lack = is_lack(score.questionnaire, point)
    return PointGap(reference, part, point, level, verdict, of_part=True, lack=lack)


def _point_gap(score: Score, reference: str, question: str, point: Point) -> PointGap:
    """One point judged."""
    level = score.level(question)
    verdict = _verdict(score, point, level)
    steps = 0
    if verdict is Verdict.BELOW and level is not None and point.at_least is not None:
        steps = score.questionnaire.questions[question].steps(level, point.at_least)
    lack = is_lack(score.questionnaire, point)
    standing = score.questions.get(question)
    applies = standing is None or standing.state is not State.NOT_APPLICABLE
    return PointGap(reference, question, point, level, verdict, steps, lack=lack, applies=applies)


def _verdict(score: Score, point: Point, level: Level | None) -> Verdict:
    """How a level stands to a point."""
    if point.at_least is None or is_lack(score.questionnaire, point):
        return Verdict.CONTEXT
    if not _works_like(score, point):
        return Verdict.ANOTHER_WAY
    if level is None:
        return Verdict.NOT_COMPARABLE
    return Verdict.MET if level >= point.at_least else Verdict.BELOW


def is_lack(questionnaire: Questionnaire, point: Point) -> bool:
    """Whether a point documents a lack: its upper bound lies below every level worth having.

    A questionnaire without rules for what to work on says of no level that it is not worth having.
    """
    rules = questionnaire.priorities
    return rules is not None and point.at_most is not None and point.at_most < rules.lowest_target


def _works_like(score: Score, point: Point) -> bool:
    """Whether the answered style is the one that a point is about; True where it is about any."""
    ours = {result.axis: result.position for result in score.style}
    return all(position in ours.get(axis, ()) for axis, position in point.style)


def is_way_answered(score: Score, point: Point) -> bool:
    """Whether the profile has a way of its own on every style that a point is about."""
    answered = {
        result.axis for result in score.style if result.position not in ((), (NEITHER_YET,))
    }
    return all(axis in answered for axis, _ in point.style)


def _likenesses(score: Score, reference: Reference) -> Iterator[StyleLikeness]:
    """Each whole-axis position of a reference beside the profile's own."""
    own = {result.axis: result.position for result in score.style}
    axes: dict[str, Axis] = {axis.id: axis for axis in score.questionnaire.style}
    for axis, places in reference.style.items():
        theirs = tuple(p for place in places if place.item is None for p in place.position)
        if axis not in axes or not theirs:
            continue
        ours = own.get(axis, ())
        same = bool(set(theirs) & set(ours)) if ours else None
        partly = bool(same) and set(theirs) != set(ours)
        yield StyleLikeness(reference.id, axis, theirs, ours, same, partly)
