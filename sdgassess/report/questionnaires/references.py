"""References for people: the list, and one with every point, its date, quote and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.passage import text_line
from sdgassess.document.screen import Block, Head, Prose, Row, Rows, Title, item
from sdgassess.language import Words
from sdgassess.model.question import Quote
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import Reference
from sdgassess.phrases import labels
from sdgassess.phrases.patterns import position_name
from sdgassess.phrases.quotes import quote_line
from sdgassess.phrases.references import point_words, reference_line


def reference_list_blocks(references: Sequence[Reference], words: Words) -> Iterator[Block]:
    """Each reference on a line: id, name, kind, date, number of points."""
    rows = tuple(_listed(reference, words) for reference in references)
    if rows:
        yield Rows(rows, stretch=1)


def _listed(reference: Reference, words: Words) -> Row:
    """One reference on a line."""
    singular, plural = "one point", "{n} points"
    points = words.plural(singular, plural, len(reference.points))
    return Row((reference.id, f"{reference_line(reference, words)}, {points}"))


def reference_blocks(
    reference: Reference, questionnaire: Questionnaire, words: Words
) -> Iterator[Block]:
    """One reference whole, in the order of the questionnaire."""
    yield Title((reference_line(reference, words),))
    yield Prose(text_line(reference.scope, words))
    factors = dict.fromkeys(
        node.id for q, node in questionnaire.factor_of.items() if q in reference.points
    )
    for factor in factors:
        node = questionnaire.nodes[factor]
        yield Head(f"{factor}  {text_line(node.title, words)}")
        for question in node.asked:
            point = reference.points.get(question.id)
            if point is not None:
                yield item(f"{question.id}: {point_words(point, words)}")
    parts = [node for key, node in questionnaire.nodes.items() if key in reference.points]
    if parts:
        yield Head(words("Parts"))
    for node in parts:
        yield item(f"{node.id}: {point_words(reference.points[node.id], words)}")
    yield from _style(words, reference, questionnaire)
    yield from _documents(words, reference, questionnaire)


def _style(words: Words, reference: Reference, questionnaire: Questionnaire) -> Iterator[Block]:
    """Documented style positions."""
    axes = {axis.id: axis for axis in questionnaire.style}
    if reference.style:
        yield Head(words(labels.STYLE))
    for axis_id, places in reference.style.items():
        axis = axes[axis_id]
        for place in places:
            names = ", ".join(position_name(axis, p, words) for p in place.position)
            quote = ""
            if place.quote:
                quoted = Quote(place.quote, place.source or "", place.gloss)
                quote = f" {quote_line(quoted, words)}"
            note = f" {text_line(place.note, words)}" if place.note else ""
            yield item(f"{text_line(axis.title, words)}: {names}.{quote}{note}")


def _documents(
    words: Words, reference: Reference, questionnaire: Questionnaire
) -> Iterator[Block]:
    """The documents that the points quote, with who speaks in them."""
    quoted = [point.source for point in reference.points.values()]
    quoted += [place.source for places in reference.style.values() for place in places]
    cited = {source.partition(":")[0] for source in quoted if source}
    listed = [source for source in questionnaire.sources if source.id in cited]
    if listed:
        yield Head(words(labels.DOCUMENTS))
    for source in listed:
        title, voice = text_line(source.title, words), text_line(source.voice, words)
        yield item(f"{source.id}: {title} ({source.dated}). {voice}")
