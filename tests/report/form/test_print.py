"""Forms as files: every format has everything, PDFs are accessible, a factor fits its page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sdgassess.cli.output import writer_for
from sdgassess.document.blocks import Document
from sdgassess.language import LANGUAGES, Words
from sdgassess.media.html.page import report_html
from sdgassess.media.pdf.report import report_pdf
from sdgassess.model.profile import (
    Answer,
    Evidence,
    EvidenceKind,
    Municipality,
)
from sdgassess.model.questionnaire import Role
from sdgassess.text import one_line
from tests.given.browser import assert_clean_page
from tests.given.forms import ROLES, asked, form_of
from tests.given.paper import Paper
from tests.given.profiles import example, profile
from tests.given.questionnaires import nordic
from tests.given.slow import quickly_in
from tests.given.specimen import LETTERS, NASTY
from tests.given.validation import assert_accessible
from tests.given.verapdf import assert_vera_passes

WISHES: dict[str, dict[str, Any]] = {
    "whole": {},
    "quick": {"quick": True},
    "role": {"role": ROLES["partner"]},
    "two": {"beside": Words("sv"), "role": ROLES["partner"]},
    "filled": {"profile": example(), "quick": True},
}


def nasty() -> Document:
    """A form filled with what formats would take for their own."""
    answers = {
        question: Answer(
            level=Fraction(2),
            comment=text,
            evidence=(Evidence(EvidenceKind.DOCUMENT, text, text),),
        )
        for question, text in zip(nordic().questions, NASTY, strict=False)
    }
    place = Municipality(f"{LETTERS} \x1b[31m <b>#x</b>")
    return form_of("da", profile=profile()._replace(municipality=place, answers=answers))


@pytest.mark.slow
def test_a_factor_has_a_page_of_its_own_in_every_language() -> None:
    for language in LANGUAGES:
        pages = heads_by_page(report_pdf(form_of(language), Words(language)))
        factors = [heads & set(nordic().factors) for heads in pages]
        # One that is asked of how many, too, may go on over a second page.
        assert max(map(len, factors)) == 1
        assert sum(map(len, factors)) == len(nordic().factors)
        assert len(pages) <= len(nordic().factors) + 3


@pytest.mark.slow
def test_a_quick_form_is_a_few_pages() -> None:
    for language in LANGUAGES:
        with pikepdf.open(
            io.BytesIO(report_pdf(form_of(language, quick=True), Words(language)))
        ) as pdf:
            assert len(pdf.pages) <= 8


LETTERHEAD = profile()._replace(
    municipality=Municipality("Vestersønderjyllands Fællesforvaltnings Kommune"),
    answers={},
)


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
@pytest.mark.parametrize("language", quickly_in("sv"))
def test_what_one_person_fills_in_is_two_sheets(language: str, role: Role) -> None:
    """Four pages at most, a long name at their head, and all of it large enough for a pen."""
    for wish in ({}, {"profile": LETTERHEAD}):
        document = form_of(language, quick=True, role=role, **wish)
        paper = Paper(report_pdf(document, Words(language)), nordic().questions)
        assert paper.pages <= 4
        assert {box.question for box in paper.boxes if box.question} == set(asked(document))
        assert min(min(box.place.width, box.place.height) for box in paper.boxes) >= 4
        assert min(paper.gaps()) >= 7.99
        sizes = paper.sizes()
        assert min(sizes) >= 8
        assert sizes.most_common(1)[0][0] >= 9
        assert all(paper.free(page) < 60 for page in range(paper.pages - 1)), "a question fits"


def test_boxes_in_two_languages_are_as_large() -> None:
    document = form_of("da", quick=True, role=ROLES["partner"], beside=Words("sv"))
    paper = Paper(report_pdf(document, Words("da")), nordic().questions)
    boxes = [box for box in paper.boxes if box.question]
    assert len(boxes) == 7 * len(asked(document))
    assert min(min(box.place.width, box.place.height) for box in boxes) >= 4


def test_a_filled_form_has_no_half_empty_page() -> None:
    written = report_pdf(form_of("da", profile=example()), Words("da"))
    paper = Paper(written, nordic().questions)
    assert paper.pages <= 14
    assert all(paper.free(page) < 70 for page in range(paper.pages - 1))


def heads_by_page(pdf: bytes) -> list[set[str]]:
    """The first words of the bookmarks on each page."""
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        pages = [page.obj.objgen for page in opened.pages]
        found: list[set[str]] = [set() for _ in pages]
        items: list[Any] = list(outline.root)
        while items:
            item = items.pop()
            items += item.children
            found[pages.index(item.destination[0].objgen)].add(str(item.title).split()[0])
    return found


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
def test_every_kind_is_an_accessible_pdf(wish: dict[str, Any]) -> None:
    assert_accessible(report_pdf(form_of("da", **wish), Words("da")), "da")


@pytest.mark.parametrize("kind", ["role", "two"])
def test_the_same_form_gives_the_same_bytes(kind: str) -> None:
    one, other = (report_pdf(form_of("sv", **WISHES[kind]), Words("sv")) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("suffix", [".html", ".md", pytest.param(".docx", marks=pytest.mark.slow)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_and_anchor_is_in_every_format(suffix: str, language: str) -> None:
    written = text_in(writer_for(suffix)(form_of(language), Words(language)), suffix)
    for question in nordic().questions.values():
        for text in (question.text, *(option.text for option in question.options)):
            assert squeezed(text.words[language]) in written, question.id


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx"])
def test_labels_in_two_languages_are_in_every_format(suffix: str) -> None:
    document = form_of("en", beside=Words("da"), quick=True)
    written = text_in(writer_for(suffix)(document, Words("en")), suffix)
    assert written.count("Comment /") == 24


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx", ".pdf"])
def test_what_a_profile_says_is_text_in_every_format(suffix: str) -> None:
    content = writer_for(suffix)(nasty(), Words("da"))
    if suffix == ".pdf":
        assert_accessible(content, "da")
        return
    written = text_in(content, suffix)
    assert LETTERS in written
    for text in NASTY[:1] if suffix == ".md" else NASTY:
        assert squeezed(text) in written
    if suffix == ".html":
        assert content.count(b"<script") == 2, "our own, and what it is told"
        assert b"<b>#x" not in content
    assert b"\x1b" not in content or suffix == ".docx"


@pytest.mark.slow
@pytest.mark.parametrize("wish", [WISHES["two"], WISHES["filled"]], ids=["two", "filled"])
def test_a_form_is_a_clean_page(wish: dict[str, Any]) -> None:
    assert_clean_page(report_html(form_of("da", **wish), Words("da")))


@pytest.mark.slow
def test_vera_agrees() -> None:
    forms = [form_of("da", **wish) for wish in WISHES.values()]
    assert_vera_passes(*(report_pdf(one, Words("da")) for one in (*forms, nasty())))


@pytest.mark.slow
def test_all_words_can_be_taken_out_of_a_pdf(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.fail("no pdftotext: install poppler-utils")
    path = tmp_path / "form.pdf"
    for document in (nasty(), form_of("da", beside=Words("sv"))):
        path.write_bytes(report_pdf(document, Words("da")))
        done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
        text = "".join(done.stdout.decode().split())
        for question in nordic().questions.values():
            assert "".join(question.text.words["da"].split()) in text, question.id
    assert "".join(nordic().questions["EXT6"].text.words["sv"].split()) in text


def text_in(content: bytes, suffix: str) -> str:
    """The words of a file, spaces folded."""
    if suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            raw = packed.read("word/document.xml").decode()
        raw = re.sub(r"</w:p>|<w:br/>", " ", raw)
        return squeezed(unescape(re.sub(r"<[^>]+>", "", raw)))
    if suffix == ".html":
        return squeezed(unescape(re.sub(r"<[^>]+>", "", content.decode())))
    return squeezed(content.decode().replace("\\", ""))


def squeezed(text: str) -> str:
    """A text with single spaces."""
    return one_line(" ".join(text.split()))
