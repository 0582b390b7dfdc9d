"""References for people: the list, and one with every point, its date, quote and source."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import Words
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import Reference
from sdgassess.phrases.patterns import position_name
from sdgassess.phrases.references import point_words, reference_line
from sdgassess.text import one_line


def reference_list_screen(
    references: Sequence[Reference], words: Words, columns: int
) -> list[Line]:
    """Each reference on a line: id, name, kind, date, number of points."""
    page = Page(words, columns)
    size = max((len(reference.id) for reference in references), default=0)
    for reference in references:
        singular, plural = "one point", "{n} points"
        points = words.plural(singular, plural, len(reference.points))
        page.pair(reference.id, f"{reference_line(reference, page.words)}, {points}", size, 0)
    return page.lines


def reference_screen(
    reference: Reference, questionnaire: Questionnaire, words: Words, columns: int
) -> list[Line]:
    """One reference whole, in the order of the questionnaire."""
    page = Page(words, columns)
    page.title(reference_line(reference, page.words))
    page.text(page.say(reference.scope))
    factors = dict.fromkeys(
        node.id for q, node in questionnaire.factor_of.items() if q in reference.points
    )
    for factor in factors:
        node = questionnaire.nodes[factor]
        page.heading(f"{factor}  {page.say(node.title)}")
        for question in node.asked:
            point = reference.points.get(question.id)
            if point is not None:
                page.item(f"{question.id}: {point_words(point, page.words)}")
    parts = [node for key, node in questionnaire.nodes.items() if key in reference.points]
    if parts:
        page.heading(page.words("Parts"))
    for node in parts:
        page.item(f"{node.id}: {point_words(reference.points[node.id], page.words)}")
    _style(page, reference, questionnaire)
    _documents(page, reference, questionnaire)
    return page.lines


def _style(page: Page, reference: Reference, questionnaire: Questionnaire) -> None:
    """Documented style positions."""
    axes = {axis.id: axis for axis in questionnaire.style}
    if reference.style:
        page.heading(page.words("Style (never good or bad)"))
    for axis_id, places in reference.style.items():
        axis = axes[axis_id]
        for place in places:
            names = ", ".join(position_name(axis, p, page.words) for p in place.position)
            quote = (
                f" {page.words.quoted(one_line(place.quote))} [{place.source}]"
                if place.quote
                else ""
            )
            note = f" {page.say(place.note)}" if place.note else ""
            page.item(f"{page.say(axis.title)}: {names}.{quote}{note}")


def _documents(page: Page, reference: Reference, questionnaire: Questionnaire) -> None:
    """The documents that the points quote, with who speaks in them."""
    quoted = [point.source for point in reference.points.values()]
    quoted += [place.source for places in reference.style.values() for place in places]
    cited = {source.partition(":")[0] for source in quoted if source}
    listed = [source for source in questionnaire.sources if source.id in cited]
    if listed:
        page.heading(page.words("Documents"))
    for source in listed:
        line = f"{page.say(source.title)} ({source.dated}). {page.say(source.voice)}"
        page.item(f"{source.id}: {line}")
