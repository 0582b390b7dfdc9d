"""Gaps on a terminal: references point by point with their quotes, then what to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.analysis.gaps import (
    PointGap,
    ReferenceComparison,
    StyleLikeness,
    Verdict,
)
from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import N_, Words
from sdgassess.model.reference import (
    Confidence,
    Point,
    Reference,
    ReferenceKind,
)
from sdgassess.phrases.levels import caption, level_mark, who_and_when
from sdgassess.phrases.patterns import position_name
from sdgassess.report.gaps.candidates import GapReport, write_candidates, write_lists
from sdgassess.scoring.score import Score
from sdgassess.text import number, one_line

KINDS = {
    ReferenceKind.DOCUMENTED: N_("documented"),
    ReferenceKind.ARCHETYPE: N_("constructed archetype"),
    ReferenceKind.PROFILE: N_("saved profile"),
}

CONFIDENCE = {
    Confidence.A: N_("a concrete arrangement or fact"),
    Confidence.B: N_("self-description"),
    Confidence.C: N_("a researcher's words"),
}


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
    for one in report.against:
        _reference(page, report.score, one, every_point)
    if report.against and not every_point:
        page.blank()
        page.text(words("Name a reference with --against to read every point with its quote."))
    write_candidates(page, report)
    write_lists(page, report)
    page.blank()
    page.text(
        words(
            "Documents tell what exists, seldom what is missing: an empty cell is not a zero, and "
            "no reference is a ranking."
        )
    )
    return page.lines


def reference_line(page: Page, reference: Reference) -> str:
    """A reference's name, kind and date."""
    parts = [page.words(KINDS[reference.kind])]
    if reference.dated and reference.kind is ReferenceKind.DOCUMENTED:
        parts.append(one_line(reference.dated))
    return f"{page.say(reference.name)} ({', '.join(parts)})"


def point_words(page: Page, point: Point) -> str:
    """What a point shows: its bounds, how firmly, the quote and its source, the scope note."""
    words = page.words
    parts = [bounds(point, words)]
    if point.confidence is not None:
        parts[0] += f" ({point.confidence}: {words(CONFIDENCE[point.confidence])})"
    if point.quote:
        parts.append(f"“{one_line(point.quote)}” [{point.source}, {one_line(point.dated or '')}]")
    if point.reason is not None:
        parts[-1] += ":" if len(parts) == 1 else "."
        parts.append(page.say(point.reason))
    if point.cites:
        parts.append(f"[{one_line(point.cites)}]")
    if point.note is not None:
        parts.append(words("Scope: {note}.", note=page.say(point.note).rstrip(".")))
    return " ".join(parts)


def bounds(point: Point, words: Words) -> str:
    """The bounds of a point in words."""
    if point.at_least is None:
        high = number(point.at_most) if point.at_most is not None else "?"
        return words("there at most {high}", high=high)
    if point.at_most is None:
        return words("there at least {low}", low=number(point.at_least))
    if point.at_least == point.at_most:
        return words("there {low}", low=number(point.at_least))
    low, high = number(point.at_least), number(point.at_most)
    return words("there {low} to {high}", low=low, high=high)


def _reference(page: Page, score: Score, against: ReferenceComparison, every_point: bool) -> None:
    """One reference: the counts, the points below, the rest by id or with quotes."""
    words = page.words
    page.heading(reference_line(page, against.reference))
    page.text(page.say(against.reference.scope), "  ")
    met, below = against.having(Verdict.MET), against.having(Verdict.BELOW)
    page.text(_counts(against, words), "  ")
    for gap in below:
        one, many = "one step below", "{n} steps below"
        _point(page, score, gap, words.plural(one, many, gap.steps))
    for gap in against.having(Verdict.CONTEXT):
        _point(page, score, gap, words("context, not judged"))
    if every_point:
        for gap in met:
            _point(page, score, gap, words("met"))
    elif met:
        page.item(words("Met: {ids}", ids=_ids(met)))
    unknown = against.having(Verdict.NOT_COMPARABLE)
    if unknown:
        page.item(words("Not comparable, no level here: {ids}", ids=_ids(unknown)))
    for likeness in against.style:
        _likeness(page, score, likeness)


def _counts(against: ReferenceComparison, words: Words) -> str:
    """How many points can be compared, and how they stand."""
    met, below = against.having(Verdict.MET), against.having(Verdict.BELOW)
    counts = words(
        "{points} points, {comparable} comparable: {met} met, {below} below",
        points=len(against.points),
        comparable=against.comparable,
        met=len(met),
        below=len(below),
    )
    if not below:
        return counts + "."
    steps = words.plural("one step", "{n} steps", against.steps)
    return f"{counts} ({steps})."


def _ids(gaps: Sequence[PointGap]) -> str:
    """The questions of some points."""
    return ", ".join(gap.question for gap in gaps)


def _point(page: Page, score: Score, gap: PointGap, verdict: str) -> None:
    """One point with its quote."""
    here = level_mark(gap.level, score.questions[gap.question].state if _in(score, gap) else None)
    said = page.words("here {level}, {point}", level=here, point=point_words(page, gap.point))
    page.item(f"{gap.question}: {verdict}; {said}")


def _in(score: Score, gap: PointGap) -> bool:
    """Whether a point's question is in the profile's scope."""
    return gap.question in score.questions


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
