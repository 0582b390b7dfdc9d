"""Held against references: counts per reference, and each point below with its quote (§3.12)."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.gaps import PointGap, ReferenceComparison, Verdict
from sdgassess.document.blocks import (
    Block,
    Cell,
    Heading,
    Run,
    Runs,
    Table,
    Together,
    plain_runs,
)
from sdgassess.document.figures import written_number, written_when
from sdgassess.language import Words
from sdgassess.model.question import Quote
from sdgassess.model.reference import Point, Reference, ReferenceKind
from sdgassess.report.gaps.edition import Assessed, paragraph
from sdgassess.report.gaps.screen import KINDS
from sdgassess.text import one_line


def practice_part(told: Assessed) -> Iterator[Block]:
    """A table of the references, then the points where this municipality stands below."""
    words, against = told.words, told.report.against
    if not against:
        return
    head = Heading(2, plain_runs(words("Against documented practice")))
    said = words(
        "Documents tell what exists, seldom what is missing: an empty cell is not a zero, and "
        "no reference is a ranking."
    )
    yield Together((head, paragraph(said), _counts(told)))
    below = [(one, gap) for one in against for gap in one.having(Verdict.BELOW)]
    if below:
        yield Heading(3, plain_runs(words("Points that lie ahead, with the words they rest on")))
        yield paragraph(
            words("The brackets say where the words stand: the document, and the line in it."),
            small=True,
        )
        yield _points(told, below)


def _counts(told: Assessed) -> Table:
    """How many points each reference has, and how they stand."""
    words = told.words
    return Table(
        caption=plain_runs(words("Points per reference")),
        head=tuple(
            plain_runs(head)
            for head in (
                words("Reference"),
                words("Points"),
                words("Comparable"),
                words("Met"),
                words("Below"),
                words("Steps below"),
            )
        ),
        rows=tuple(_count(told, one) for one in told.report.against),
        shares=(5.4, 1.25, 1.84, 1.48, 1.02, 1.02),
        dense=True,
    )


def _count(told: Assessed, one: ReferenceComparison) -> tuple[Cell, ...]:
    """One reference's row."""
    figures = (
        len(one.points),
        one.comparable,
        len(one.having(Verdict.MET)),
        len(one.having(Verdict.BELOW)),
        one.steps,
    )
    cells = (Cell(plain_runs(str(figure)), numeric=True) for figure in figures)
    return Cell(_named(told, one.reference)), *cells


def _named(told: Assessed, reference: Reference) -> Runs:
    """A reference with its kind and date: a constructed one says that it is constructed."""
    kind = told.words(KINDS[reference.kind])
    dated = reference.dated if reference.kind is ReferenceKind.DOCUMENTED else None
    dated = one_line(dated) if dated else None
    day = written_when(dated, told.words) or dated if dated else None
    said = f" ({kind}, {day})" if day else f" ({kind})"
    return told.say(reference.name), Run(said)


def _points(told: Assessed, below: list[tuple[ReferenceComparison, PointGap]]) -> Table:
    """Each point below: the question, here, there, and the words."""
    words = told.words
    order = list(told.score.questionnaire.questions)
    below.sort(key=lambda pair: order.index(pair[1].question))
    return Table(
        caption=plain_runs(words("Points below, in the questionnaire's order")),
        head=tuple(
            plain_runs(head)
            for head in (words("Question"), words("Here"), words("There"), words("Their words"))
        ),
        rows=tuple(_point(told, one.reference, gap) for one, gap in below),
        shares=(1.25, 0.8, 2.2, 5.9),
        dense=True,
    )


def _point(told: Assessed, reference: Reference, gap: PointGap) -> tuple[Cell, ...]:
    """One point below."""
    there = (told.say(reference.name), Run(f": {_between(gap.point, told.words)}"))
    return (
        Cell(plain_runs(gap.question)),
        Cell(plain_runs(told.mark_of(gap.question)), numeric=True),
        Cell(there),
        Cell(_their_words(told, gap)),
    )


def _between(point: Point, words: Words) -> str:
    """The bounds of a point, where the head of the column says already whose they are."""
    low, high = (
        None if end is None else written_number(end, words)
        for end in (point.at_least, point.at_most)
    )
    if low is None:
        return words("at most {high}", high=high or "?")
    if high is None:
        return words("at least {low}", low=low)
    return low if low == high else words("{low} to {high}", low=low, high=high)


def _their_words(told: Assessed, gap: PointGap) -> Runs:
    """The quote with its source, the reason of a constructed point, the scope note."""
    point, parts = gap.point, list[Run]()
    if point.quote:
        quoted = told.quotation(Quote(point.quote, point.source or ""))
        parts += [Run(f"“{quoted.quote.text}”", quoted.quote.language), Run(f" [{point.source}]")]
    if point.reason is not None:
        parts += [Run(" "), told.say(point.reason)]
    if point.cites:
        parts.append(Run(f" [{one_line(point.cites)}]"))
    if point.note is not None:
        note = told.spoken(point.note).rstrip(".")
        parts.append(Run(" " + told.words("Scope: {note}.", note=note)))
    return tuple(parts) or plain_runs("–")
