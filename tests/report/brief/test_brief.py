"""One sheet for those who decide: the finding, and a proposal filled from what was picked."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from sdgassess.document.blocks import Document, Heading, Look, Paragraph, WritingLines
from sdgassess.document.runs import text_of
from sdgassess.language import LANGUAGES
from sdgassess.media.html.page import report_html
from sdgassess.media.markdown import report_markdown
from sdgassess.media.pdf.report import report_pdf
from sdgassess.media.word.report import report_docx
from sdgassess.model.profile import Answer, PickStatus, Priority, Voice
from sdgassess.report.brief.brief import brief
from tests.given.documents import every_block, every_text, head_words
from tests.given.gap_reports import edition
from tests.given.pdfs import pages
from tests.given.places import EXAMPLE
from tests.given.profiles import EVERY_PROFILE, opened, profile
from tests.given.questionnaires import nordic, spoken
from tests.given.slow import quickly_in
from tests.given.validation import assert_accessible

PICKS = (
    Priority("LED2", 2, "chief executive", "2026-10-01", "Write down the task"),
    Priority("CONT1"),
)


def sheet(language: str = "en", **changed: Any) -> Document:
    rules, profile = opened(EXAMPLE)
    return brief(edition(rules, profile._replace(**changed), language), Look())


def lines_to_write_on(document: Document) -> list[tuple[str, int, str]]:
    blocks = [block for block in every_block(document) if isinstance(block, WritingLines)]
    return [(block.label, block.lines, text_of(block.written)) for block in blocks]


def points(document: Document) -> list[str]:
    paragraphs = [text_of(b.runs) for b in every_block(document) if isinstance(b, Paragraph)]
    return [line for line in paragraphs if re.match(r"\d+\. (that|at|att) ", line)]


def test_the_proposal_is_filled_from_the_picks() -> None:
    document = sheet(priorities=PICKS)
    first, second, last = points(document)
    assert first.startswith("1. that this is reached: “The task is written down")
    assert "Do those who coordinate have a clear mandate?" in first
    assert second.startswith("2. that this is reached: “One or more projects")
    assert last == "3. that what was decided is followed up in three months."
    assert lines_to_write_on(document) == [
        ("Who (a function)", 0, "chief executive"),
        ("By when", 0, "1 October 2026"),
        ("First move", 0, "Write down the task"),
        ("Who (a function)", 1, ""),
        ("By when", 1, ""),
    ]


def test_where_nothing_is_picked_there_is_a_line_to_write_on() -> None:
    assert [label for label, lines, _ in lines_to_write_on(sheet()) if lines] == [
        "1. that",
        "Who (a function)",
        "By when",
        "2. that",
        "Who (a function)",
        "By when",
    ]


@pytest.mark.parametrize(
    "past",
    [
        PICKS[1]._replace(status=PickStatus.DROPPED, because="no money"),
        PICKS[1]._replace(status=PickStatus.DONE),
        PICKS[1]._replace(target=1),
    ],
)
def test_nothing_is_proposed_that_is_past(past: Priority) -> None:
    assert len(points(sheet(priorities=(PICKS[0], past)))) == 2


def test_where_too_little_is_known_nothing_is_proposed_but_to_find_out() -> None:
    for answers in ({}, {"POL1": Answer(level=2)}):
        (only,) = points(sheet(answers=answers))
        assert only == "1. that the assessment is completed before anything is decided."


@pytest.mark.parametrize(
    ("language", "head"),
    [("da", "Indstilling"), ("sv", "Förslag till beslut"), ("en", "Proposal for decision")],
)
def test_it_ends_in_a_proposal_without_ids(language: str, head: str) -> None:
    document = sheet(language, priorities=PICKS)
    assert head_words(document)[-1] == head
    words = " ".join(every_text(document)).replace(",", " ").split()
    assert not set(nordic().questions) & set(words)


@pytest.mark.parametrize("language", quickly_in("sv"))
def test_it_is_one_page_for_every_profile(language: str) -> None:
    for path in EVERY_PROFILE:
        document = brief(edition(*opened(path), language), Look())
        assert pages(report_pdf(document, spoken(language))) == 1, path


@pytest.mark.parametrize("language", quickly_in("da"))
def test_as_many_picks_as_are_advised_stand_on_one_page(language: str) -> None:
    three = (*PICKS, Priority("POL1", 4, "udvalgsformanden"))
    document = sheet(language, priorities=three)
    assert len(lines_to_write_on(document)) > len(lines_to_write_on(sheet(priorities=PICKS)))
    assert pages(report_pdf(document, spoken(language))) == 1


def test_no_head_is_skipped() -> None:
    for document in (sheet(), sheet(answers={}), sheet(priorities=PICKS)):
        levels = [block.level for block in every_block(document) if isinstance(block, Heading)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_format_has_it() -> None:
    document = sheet(priorities=PICKS)
    assert_accessible(report_pdf(document, spoken("en")), "en")
    assert "1 October 2026" in report_html(document, spoken("en"))
    assert "1 October 2026" in report_markdown(document, spoken("en"))
    assert report_docx(document, spoken("en")).startswith(b"PK")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_alone_and_sends_nobody_to_a_next_page(language: str) -> None:
    apart = Answer(voices=(Voice("politician", 0), Voice("coordinator", 3)))
    differing = profile({})._replace(answers=dict.fromkeys(nordic().questions, apart))
    for known in (differing, profile(dict.fromkeys(nordic().questions, 1))):
        document = brief(edition(nordic(), known, language), Look())
        said = " ".join(text for text in every_text(document))
        assert not re.search("next page|further on|længere fremme|längre fram", said)
    if language == "en":
        texts = list(every_text(brief(edition(nordic(), differing), Look())))
        assert "54 more are seen differently." in texts
