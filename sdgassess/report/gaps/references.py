"""Held against references: counts per reference, and each point below with its quote (§3.12)."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.gaps import PointGap, ReferenceComparison, Verdict
from sdgassess.document.blocks import (
    Block,
    Cell,
    Table,
    Together,
    heading,
    mark_cell,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.language import Words
from sdgassess.model.question import Quote
from sdgassess.model.reference import Point, Reference, ReferenceKind
from sdgassess.numbers import written_number, written_when
from sdgassess.phrases.references import KINDS, caution
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.text import one_line


def practice_part(edition: GapEdition) -> Iterator[Block]:
    """A table of the references, then the points where this municipality stands below."""
    words = edition.words
    if not edition.against:
        return
    head = heading(words("Against documented practice"))
    yield Together((head, paragraph(caution(words)), _counts(edition)))
    below = [
        (against.reference, gap)
        for against in edition.against
        for gap in against.having(Verdict.BELOW)
    ]
    if below:
        yield heading(words("Points that lie ahead, with the words they rest on"), 3)
        yield paragraph(
            words("The brackets say where the words stand: the document, and the line in it."),
            small=True,
        )
        yield _points(edition, below)


def _counts(edition: GapEdition) -> Table:
    """How many points each reference has, and how they stand."""
    words = edition.words
    return Table(
        caption=plain_runs(words("Points per reference")),
        head=table_head(
            words("Reference"),
            words("Points"),
            words("Comparable"),
            words("Met"),
            words("Below"),
            words("Steps below"),
        ),
        rows=tuple(_count_row(edition, against) for against in edition.against),
        shares=(5.4, 1.25, 1.84, 1.48, 1.02, 1.02),
        dense=True,
    )


def _count_row(edition: GapEdition, against: ReferenceComparison) -> tuple[Cell, ...]:
    """One reference's row."""
    counts = (
        len(against.points),
        against.comparable,
        len(against.having(Verdict.MET)),
        len(against.having(Verdict.BELOW)),
        against.steps,
    )
    name = words_cell(_reference_name(edition, against.reference))
    return (name, *(mark_cell(str(count)) for count in counts))


def _reference_name(edition: GapEdition, reference: Reference) -> Runs:
    """A reference with its kind and date: a constructed one says that it is constructed."""
    remarks = [edition.words(KINDS[reference.kind])]
    if reference.dated and reference.kind is ReferenceKind.DOCUMENTED:
        dated = one_line(reference.dated)
        remarks.append(written_when(dated, edition.words) or dated)
    return edition.say(reference.name), Run(f" ({', '.join(remarks)})")


def _points(edition: GapEdition, below: list[tuple[Reference, PointGap]]) -> Table:
    """Each point below: the question, here, there, and the words."""
    words = edition.words
    rules = edition.score.questionnaire
    order = [*rules.questions, *rules.nodes]
    below.sort(key=lambda pair: order.index(pair[1].question))
    return Table(
        caption=plain_runs(words("Points below, in the questionnaire's order")),
        head=table_head(words("Question"), words("Here"), words("There"), words("Their words")),
        rows=tuple(_point_row(edition, reference, gap) for reference, gap in below),
        shares=(1.25, 0.8, 2.2, 5.9),
        dense=True,
    )


def _point_row(edition: GapEdition, reference: Reference, gap: PointGap) -> tuple[Cell, ...]:
    """One point below."""
    bounds = _bounds(gap.point, edition.words)
    return (
        words_cell(gap.question),
        mark_cell(edition.mark_of(gap.question)),
        words_cell((edition.say(reference.name), Run(f": {bounds}"))),
        words_cell(_their_words(edition, gap.point)),
    )


def _bounds(point: Point, words: Words) -> str:
    """The bounds of a point, where the head of the column says already whose they are."""
    low, high = (
        None if bound is None else written_number(bound, words)
        for bound in (point.at_least, point.at_most)
    )
    if low is None:
        return words("at most {high}", high=high or "?")
    if high is None:
        return words("at least {low}", low=low)
    return low if low == high else words("{low} to {high}", low=low, high=high)


def _their_words(edition: GapEdition, point: Point) -> Runs:
    """The quote with its source, the reason of a constructed point, the scope note."""
    runs: list[Run] = []
    if point.quote:
        quote = edition.quotation(Quote(point.quote, point.source or "")).quote
        runs += [quote._replace(text=edition.words.quoted(quote.text)), Run(f" [{point.source}]")]
    if point.reason is not None:
        runs += [Run(" "), edition.say(point.reason)]
    if point.cites:
        runs.append(Run(f" [{one_line(point.cites)}]"))
    return (*runs, *scope_note(edition, point)) or plain_runs("–")


def scope_note(edition: GapEdition, point: Point) -> Runs:
    """What the words of a point speak of, where that is narrower than the question."""
    if point.note is None:
        return ()
    note = edition.line(point.note).rstrip(".")
    return (Run(" " + edition.words("Scope: {note}.", note=note)),)
