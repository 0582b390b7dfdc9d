"""Gaps on a terminal: references point by point with their quotes, then what to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.gaps import (
    PointGap,
    ReferenceComparison,
    StyleLikeness,
    Verdict,
    is_way_answered,
)
from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import N_, Words
from sdgassess.phrases.levels import caption, level_mark, who_and_when
from sdgassess.phrases.patterns import position_name
from sdgassess.phrases.references import own_way_words, point_words, reference_line
from sdgassess.report.gaps.candidates import write_candidates, write_lists
from sdgassess.scoring.score import Score


def gaps_screen(report: GapReport, words: Words, columns: int, *, every_point: bool) -> list[Line]:
    """The whole page.

    Args:
        report: what to show.
        words: the language.
        columns: how wide the terminal is.
        every_point: whether points that are met are shown with their quotes too; without it they
            are listed by id, so that seven references fit a meeting.
    """
    page = Page(words, columns)
    page.title(who_and_when(report.score.profile, words))
    page.text(caption(report.score, words))
    if report.own_way is not None:
        page.text(own_way_words(report.own_way, words), strong=True)
    for against in report.against:
        _reference(page, report.score, against, every_point)
    if report.against and not every_point:
        page.blank()
        page.text(words("Name a reference with --against to read every point with its quote."))
    write_candidates(page, report)
    write_lists(page, report)
    if not report.against:
        return page.lines
    page.blank()
    page.text(
        words(
            "Documents tell what exists, seldom what is missing: an empty cell is not a zero, and "
            "no reference is a ranking."
        )
    )
    return page.lines


def _reference(page: Page, score: Score, against: ReferenceComparison, every_point: bool) -> None:
    """One reference: the counts, the points below, the rest by id or with quotes."""
    words = page.words
    page.heading(reference_line(against.reference, words))
    page.text(page.say(against.reference.scope), "  ")
    reached, below = against.having(Verdict.MET), against.having(Verdict.BELOW)
    page.text(_counts(against, words), "  ")
    for gap in below:
        singular, plural = "one step below", "{n} steps below"
        steps = words.plural(singular, plural, gap.steps)
        _point(page, score, gap, words("below") if gap.of_part else steps)
    for gap in against.having(Verdict.CONTEXT):
        struggle = words("it struggled with this; not judged")
        _point(page, score, gap, struggle if gap.lack else words("context, not judged"))
    for gap in against.having(Verdict.ANOTHER_WAY):
        ours = is_way_answered(score, gap.point)
        way = words("another way, to read") if ours else words("one of several ways, to read")
        _point(page, score, gap, way)
    if every_point:
        for gap in reached:
            _point(page, score, gap, words("met"))
    elif reached:
        page.item(words("Met: {ids}", ids=_ids(reached)))
    unknown = against.having(Verdict.NOT_COMPARABLE)
    if unknown:
        page.item(words("Not comparable, no level here: {ids}", ids=_ids(unknown)))
    for likeness in against.style:
        _likeness(page, score, likeness)


def _counts(against: ReferenceComparison, words: Words) -> str:
    """How many points can be compared, and how they stand."""
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


def _point(page: Page, score: Score, gap: PointGap, verdict: str) -> None:
    """One point with its quote."""
    result = score.questions.get(gap.question)  # None where a quick scan does not ask it
    mark = level_mark(gap.level, result.state if result else None, page.words)
    point = point_words(gap.point, page.words)
    comparison = page.words("here {level}, {point}", level=mark, point=point)
    page.item(f"{gap.question}: {verdict}; {comparison}")


def _likeness(page: Page, score: Score, likeness: StyleLikeness) -> None:
    """One documented style position beside ours."""
    if likeness.same is None:
        return
    axis = next(axis for axis in score.questionnaire.style if axis.id == likeness.axis)
    theirs = ", ".join(position_name(axis, p, page.words) for p in likeness.theirs)
    title = page.say(axis.title)
    if likeness.same and not likeness.partly:
        page.item(page.words("Same style, {axis}: {theirs}.", axis=title, theirs=theirs))
        return
    ours = ", ".join(position_name(axis, p, page.words) for p in likeness.ours)
    message = (
        N_("Partly the same style, {axis}: {theirs}; here {ours}.")
        if likeness.partly
        else N_("Other style, {axis}: {theirs}; here {ours}.")
    )
    page.item(page.words(message, axis=title, theirs=theirs, ours=ours))
