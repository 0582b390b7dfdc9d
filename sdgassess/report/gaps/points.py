"""A score beside references, point by point: what lies ahead, what is met, what cannot be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.gaps import (
    PointGap,
    ReferenceComparison,
    StyleLikeness,
    Verdict,
)
from sdgassess.document.blocks import Block, bullets, heading, paragraph
from sdgassess.language import N_
from sdgassess.phrases.patterns import position_name
from sdgassess.phrases.references import (
    bounds,
    caution,
    point_words,
    reference_line,
    verdict_words,
)
from sdgassess.report.gaps.edition import GapEdition


def points_part(edition: GapEdition, *, every_point: bool) -> Iterator[Block]:
    """Each reference with its points.

    Args:
        edition: the assessment with the references it is held against.
        every_point: whether points that are met are told with their quotes too; without it they
            are listed by id, so that seven references fit a meeting.
    """
    words = edition.words
    if not edition.against:
        return
    yield heading(words("Held against references, point by point"))
    yield paragraph(caution(words))
    for against in edition.against:
        yield from _reference(edition, against, every_point=every_point)
    if not every_point:
        yield paragraph(
            words("Name a reference with --against to read every point with its quote.")
        )


def _reference(
    edition: GapEdition, against: ReferenceComparison, *, every_point: bool
) -> Iterator[Block]:
    """One reference: the counts, the points below, the rest by id or with quotes."""
    words = edition.words
    reached, below = against.having(Verdict.MET), against.having(Verdict.BELOW)
    unknown = against.having(Verdict.NOT_COMPARABLE)
    yield heading(reference_line(against.reference, words), 3)
    yield paragraph(edition.line(against.reference.scope))
    yield paragraph(_counts(edition, against))
    points = [*below, *against.having(Verdict.CONTEXT), *against.having(Verdict.ANOTHER_WAY)]
    points += reached if every_point else []
    lines = [_point(edition, gap, quoted=every_point) for gap in points]
    if reached and not every_point:
        lines.append(words("Met: {ids}", ids=_ids(reached)))
    if unknown:
        lines.append(words("Not comparable, no level here: {ids}", ids=_ids(unknown)))
    lines += [line for likeness in against.style for line in _likeness(edition, likeness)]
    if lines:
        yield bullets(lines)


def _counts(edition: GapEdition, against: ReferenceComparison) -> str:
    """How many points can be compared, and how they stand."""
    words = edition.words
    reached, below = against.having(Verdict.MET), against.having(Verdict.BELOW)
    counts = words(
        "{points} points, {comparable} comparable: {met} met, {below} below",
        points=len(against.points),
        comparable=against.comparable,
        met=len(reached),
        below=len(below),
    )
    if not against.steps:
        return counts + "."
    steps = words.plural("one step", "{n} steps", against.steps)
    return f"{counts} ({steps})."


def _ids(gaps: Sequence[PointGap]) -> str:
    """The questions of some points."""
    return ", ".join(gap.question for gap in gaps)


def _point(edition: GapEdition, gap: PointGap, *, quoted: bool) -> str:
    """One point, with its quote where that is wanted."""
    words = edition.words
    mark = edition.mark_of(gap.question)
    point = point_words(gap.point, words) if quoted else bounds(gap.point, words)
    comparison = words("here {level}, {point}", level=mark, point=point)
    verdict = verdict_words(edition.score, gap, words)
    return f"{gap.question}: {verdict}; {comparison}"


def _likeness(edition: GapEdition, likeness: StyleLikeness) -> Iterator[str]:
    """One documented style position beside ours."""
    if likeness.same is None:
        return
    words = edition.words
    axis = next(axis for axis in edition.score.questionnaire.style if axis.id == likeness.axis)
    theirs, ours = (
        ", ".join(position_name(axis, place, words) for place in places)
        for places in (likeness.theirs, likeness.ours)
    )
    title = edition.line(axis.title)
    if likeness.same and not likeness.partly:
        yield words("Same style, {axis}: {theirs}.", axis=title, theirs=theirs)
        return
    message = (
        N_("Partly the same style, {axis}: {theirs}; here {ours}.")
        if likeness.partly
        else N_("Other style, {axis}: {theirs}; here {ours}.")
    )
    yield words(message, axis=title, theirs=theirs, ours=ours)
