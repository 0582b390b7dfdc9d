"""What is quoted is printed with our translation, marked as ours, wherever it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from sdgassess.document.runs import text_of
from sdgassess.document.slides import Points
from sdgassess.language import LANGUAGES, QUOTATION_MARKS
from sdgassess.model.question import Quote
from sdgassess.report.questionnaires.references import reference_blocks
from sdgassess.report.questionnaires.whole import questionnaire_blocks
from sdgassess.report.results.scores import gaps_result
from sdgassess.report.slides.slides import gap_slides
from sdgassess.report.tables.tables import tables
from sdgassess.scoring.score import score
from sdgassess.text import one_line
from tests.given.documents import every_text
from tests.given.gap_reports import edition, gap_document, gap_report, references
from tests.given.places import EXAMPLE
from tests.given.profiles import opened
from tests.given.questionnaires import nordic, spoken
from tests.given.screens import explain_page, text_of_screen
from tests.given.workbooks import book, cells, sheet

OURS = {"da": "vores oversættelse: ", "sv": "vår översättning: ", "en": "our translation: "}
HEADS = {"da": "Vores oversættelse", "sv": "Vår översättning", "en": "Our translation"}
EACH = pytest.mark.parametrize("language", sorted(LANGUAGES))


def quotes_of_the_questionnaire() -> Iterator[Quote]:
    """What next steps, gates and patterns quote."""
    rules = nordic()
    for question in rules.questions.values():
        for step in question.next_steps:
            yield from step.quotes
    for gate in rules.gates:
        yield from gate.quotes
    for pattern in rules.patterns:
        yield from pattern.quotes


def quotes_of_references() -> Iterator[Quote]:
    """What points and positions of references quote."""
    for reference in references():
        for point in reference.points.values():
            if point.quote:
                yield Quote(point.quote, point.source or "", point.gloss)
        for places in reference.style.values():
            for place in places:
                if place.quote:
                    yield Quote(place.quote, place.source or "", place.gloss)


def plain(quote: Quote, language: str) -> str | None:
    """The translation; None where the quote is in the language, or reads the same in it."""
    source = nordic().source(quote.source)
    assert source is not None
    assert quote.gloss is not None
    gloss = quote.gloss.words.get(language)
    assert (gloss is None) is (source.language == language), quote
    return None if gloss == quote.quote else gloss


def marked(quote: Quote, language: str) -> str | None:
    """The translation as it must be printed."""
    gloss = plain(quote, language)
    return None if gloss is None else OURS[language] + spoken(language).quoted(gloss)


def unmarked(quotes: Iterable[Quote], text: str, language: str) -> list[str]:
    """What is quoted whole in a text without the translation that belongs to it.

    Words stand whole in quotation marks, or on a line of their own where a page sets the marks.
    """
    opening, closing = QUOTATION_MARKS[language]
    bare = []
    for quote in quotes:
        words, translation = re.escape(one_line(quote.quote)), marked(quote, language)
        quoted = re.search(f"{opening}{words}{closing}|^{words}$", text, re.MULTILINE)
        if quoted and translation and translation not in text:
            bare.append(quote.quote)
    return bare


@EACH
def test_the_questionnaire_on_screen(language: str) -> None:
    page = text_of_screen(tuple(questionnaire_blocks(nordic(), spoken(language))), 10_000)
    assert all(one_line(quote.quote) in page for quote in quotes_of_the_questionnaire())
    assert unmarked(quotes_of_the_questionnaire(), page, language) == []
    assert OURS[language] in page


@EACH
def test_each_reference_on_screen(language: str) -> None:
    pages = [
        text_of_screen(tuple(reference_blocks(reference, nordic(), spoken(language))), 10_000)
        for reference in references()
    ]
    page = "\n".join(pages)
    assert all(one_line(quote.quote) in page for quote in quotes_of_references())
    assert unmarked(quotes_of_references(), page, language) == []


@EACH
def test_every_risk_and_gate_explained(language: str) -> None:
    result = score(*opened(EXAMPLE))
    quotes = {pattern.id: pattern.quotes for pattern in nordic().patterns}
    quotes |= {gate.id: gate.quotes for gate in nordic().gates}
    for rule, quoted in quotes.items():
        page = explain_page(result, spoken(language), 10_000, rule)
        assert all(one_line(quote.quote) in page for quote in quoted), rule
        assert unmarked(quoted, page, language) == []


@EACH
def test_the_gap_report_on_paper(language: str) -> None:
    text = "\n".join(every_text(gap_document(EXAMPLE, language)))
    both = [*quotes_of_the_questionnaire(), *quotes_of_references()]
    assert unmarked(both, text, language) == []
    assert text.count(OURS[language]) > 3


@EACH
def test_the_slide_of_what_others_do(language: str) -> None:
    deck = gap_slides(edition(*opened(EXAMPLE), language))
    points = [slide.body.items for slide in deck.slides if isinstance(slide.body, Points)]
    lines = [text_of(runs) for each in points for runs in each]
    quotes = list(quotes_of_references())
    assert any(one_line(quote.quote) in line for quote in quotes for line in lines)
    assert unmarked(quotes, "\n".join(lines), language) == []


@EACH
def test_tables_workbook_and_json_have_it_in_a_cell_of_its_own(language: str) -> None:
    result = score(*opened(EXAMPLE))
    report = gap_report(result)
    quoted = [gap.point for against in report.against for gap in against.points]
    glosses = [
        plain(Quote(point.quote, point.source or "", point.gloss), language)
        if point.quote
        else None
        for point in quoted
    ]
    assert any(glosses)
    rows = next(
        each for each in tables([report], None, ["p.yaml"], language) if each.id == "points"
    )
    assert cells(rows, "gloss") == glosses
    assert cells(sheet(book(result, language=language), "gaps"), HEADS[language]) == glosses
    points = gaps_result(report, "p.yaml", language)["points"]
    assert [point["gloss"] for point in points] == glosses
