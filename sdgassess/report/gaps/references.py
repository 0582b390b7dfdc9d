"""Practice elsewhere: one's own way of working first, then what each reference shows."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.gaps import PointGap, ReferenceComparison, Verdict
from sdgassess.document.blocks import (
    Block,
    Cell,
    Table,
    Together,
    heading,
    labelled,
    mark_cell,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.language import Words
from sdgassess.model.question import Quote
from sdgassess.model.reference import Point, Reference, ReferenceKind
from sdgassess.model.unscored import AxisKind
from sdgassess.numbers import FROM_TO, NUMBER_OF_ALL, written_number, written_when
from sdgassess.phrases import labels
from sdgassess.phrases.patterns import position_name
from sdgassess.phrases.quotes import translation_beside, translation_of
from sdgassess.phrases.references import KINDS, SCOPE_NOTE, caution, not_judged_words
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.text import one_line


def practice_part(edition: GapEdition) -> Iterator[Block]:
    """What one's own way of working still needs and why, then a row for each reference."""
    words = edition.words
    if not edition.against:
        return
    head = heading(words("Against documented practice"))
    way = edition.subject.own_way
    others = [
        against for against in edition.against if way is None or against is not way.comparison
    ]
    if not others:
        yield head
    else:
        yield Together((head, paragraph(caution(words)), _references(edition, others)))
    yield from _own_way(edition)


def _own_way(edition: GapEdition) -> Iterator[Block]:
    """Where one works from, why that asks for something, and what of it is missing."""
    way, words = edition.subject.own_way, edition.words
    if way is None:
        return
    blocks: list[Block] = [heading(words("What your own way of working needs"), 3)]
    blocks += _positions(edition)
    if way.missing:
        heads = (
            words(labels.NUMBER),
            words(labels.QUESTION),
            words(labels.HERE_AT_HOME),
            words("Needed"),
            words(labels.WHY),
        )
        rows = tuple(_missing(edition, gap) for gap in way.missing)
        blocks.append(
            Table((), table_head(*heads), rows, (1.35, 3.5, 1.05, 1.35, 5.5), dense=True)
        )
    yield Together(tuple(blocks))


def _positions(edition: GapEdition) -> Iterator[Block]:
    """The position on each axis between poles, and why to keep an eye on what it depends on."""
    axes = {axis.id: axis for axis in edition.score.questionnaire.style}
    for result in edition.score.style:
        axis = axes[result.axis]
        for position in result.position if axis.kind is AxisKind.POLES else ():
            rules = next((place for place in axis.positions if place.id == position), None)
            name = position_name(axis, position, edition.words)
            if rules is not None and rules.watch_because is not None:
                yield labelled(name, edition.say(rules.watch_because))


def _missing(edition: GapEdition, gap: PointGap) -> tuple[Cell, ...]:
    """One missing condition: where it stands, what it needs, and why."""
    rules, need = edition.score.questionnaire, gap.point.at_least
    asked = rules.nodes[gap.question].title if gap.of_part else rules.questions[gap.question].text
    return (
        words_cell(gap.question),
        words_cell((edition.say(asked),)),
        mark_cell(edition.mark_of(gap.question)),
        mark_cell("–" if need is None else written_number(need, edition.words)),
        words_cell(their_words(edition, gap.point, briefly=True)),
    )


def _references(edition: GapEdition, others: list[ReferenceComparison]) -> Table:
    """How much of what each reference shows is here too, and what is not."""
    words = edition.words
    return Table(
        (),
        table_head(
            words(labels.REFERENCE), words("Here too"), words("Not here yet, as far as is known")
        ),
        tuple(_reference(edition, against) for against in others),
        (5.2, 1.5, 5.3),
        dense=True,
    )


def _reference(edition: GapEdition, against: ReferenceComparison) -> tuple[Cell, ...]:
    """One reference's row."""
    words, met, count = edition.words, against.having(Verdict.MET), "–"
    if against.comparable:
        count = words(NUMBER_OF_ALL, n=len(met), all=against.comparable)
    return (
        words_cell(_reference_name(edition, against.reference)),
        mark_cell(count),
        words_cell(_not_here(edition, against)),
    )


def _not_here(edition: GapEdition, against: ReferenceComparison) -> str:
    """What is not here; where nothing is, what else its documents tell."""
    words, below = edition.words, against.having(Verdict.BELOW)
    if below:
        return ", ".join(gap.question for gap in below)
    return not_judged_words(edition.score, against, words) or "–"


def _reference_name(edition: GapEdition, reference: Reference) -> Runs:
    """A reference with its kind and date: a constructed one says that it is constructed."""
    remarks = [edition.words(KINDS[reference.kind])]
    if reference.dated and reference.kind is ReferenceKind.DOCUMENTED:
        dated = one_line(reference.dated)
        remarks.append(written_when(dated, edition.words) or dated)
    return edition.say(reference.name), Run(f" ({', '.join(remarks)})")


def bounds_words(point: Point, words: Words) -> str:
    """The bounds of a point, where it is said already whose they are."""
    low, high = (
        None if bound is None else written_number(bound, words)
        for bound in (point.at_least, point.at_most)
    )
    if low is None:
        return words("at most {high}", high=high or "?")
    if high is None:
        return words("at least {low}", low=low)
    return low if low == high else words(FROM_TO, low=low, high=high)


def their_words(edition: GapEdition, point: Point, *, briefly: bool = False) -> Runs:
    """The quote, its source and translation, the reason of a constructed point, the scope note.

    Args:
        edition: the assessment, in its language.
        point: the point of the reference.
        briefly: whether a translation stands in place of the quote, not behind it.
    """
    runs: list[Run] = []
    if point.quote:
        runs += _quoted(edition, point, briefly=briefly)
    if point.reason is not None:
        runs += [*([Run(" ")] if runs else []), edition.say(point.reason)]
    if point.cites:
        runs.append(Run(f" [{one_line(point.cites)}]"))
    return (*runs, *scope_note(edition, point)) or plain_runs("–")


def _quoted(edition: GapEdition, point: Point, *, briefly: bool) -> Runs:
    """The quote with its source and translation, or briefly the translation with the source."""
    words = edition.words
    translation = translation_of(point.quote, point.gloss, words.language)
    if briefly and translation is not None:
        ours = words("our translation")
        return (Run(f"{words.quoted(translation)} [{point.source}, {ours}]"),)
    quote = edition.quotation(Quote(point.quote or "", point.source or "")).quote
    beside = translation_beside(point.quote, point.gloss, words)
    return (
        quote._replace(text=words.quoted(quote.text)),
        Run(f" [{point.source}]{beside}"),
    )


def scope_note(edition: GapEdition, point: Point) -> Runs:
    """What the words of a point speak of, where that is narrower than the question."""
    if point.note is None:
        return ()
    note = edition.line(point.note).rstrip(".")
    return (Run(" " + edition.words(SCOPE_NOTE, note=note)),)
