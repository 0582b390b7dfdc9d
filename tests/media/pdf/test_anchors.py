"""Anchor sheets as files: paper, letters, what machines read, what never breaks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pytest

from sdgassess.document.anchors import AnchorSheets
from sdgassess.language import LANGUAGES, Words
from sdgassess.media.pdf.anchors import anchors_pdf
from sdgassess.media.pdf.poster import SIZES, Paper
from sdgassess.phrases.terms import words_about
from sdgassess.report.form.anchors import ABREAST, anchor_sheets
from sdgassess.report.form.form import FormWish
from tests.given.pdfs import page_sizes, sizes_of, text_of
from tests.given.posters import LONG_NAMES
from tests.given.questionnaires import nordic, with_names
from tests.given.slow import quickly_in
from tests.given.specimen import NASTY
from tests.given.validation import assert_accessible, bookmarks
from tests.given.verapdf import assert_vera_passes

printed = lru_cache(maxsize=16)(anchors_pdf)
READABLE = 15
"""Points: letters on A3 that are read across a table, from a metre and a half."""


QUICK_ONES_AND_WHOLE = pytest.mark.parametrize(
    ("language", "quick"),
    [
        *((language, True) for language in LANGUAGES),
        *(pytest.param(*one.values, False, marks=one.marks) for one in quickly_in("sv")),
    ],
)
"""In each language; all sixty questions, which take long to set, in one of them."""


def sheets(language: str = "da", *, quick: bool = True) -> AnchorSheets:
    return anchor_sheets(nordic(), words_about(nordic(), language), FormWish(quick=quick))


@QUICK_ONES_AND_WHOLE
def test_every_question_stands_with_all_its_levels(language: str, quick: bool) -> None:
    pdf = printed(sheets(language, quick=quick))
    assert_accessible(pdf, language)
    said = "".join(text_of(pdf).replace("\u00ad", "").split()).replace("-", "")
    for question in nordic().questions.values():
        if quick and not question.core:
            continue
        for text in (question.text, *(option.text for option in question.options)):
            wording = text.in_language(language)[0]
            # A sheet is read column by column; words are found one by one, wherever lines end.
            for word in wording.split():
                assert word.replace("-", "") in said, (question.id, word)


@pytest.mark.parametrize("paper", list(Paper))
def test_a_factor_has_its_sheet_on_every_paper(paper: Paper) -> None:
    pdf = printed(sheets(), paper)
    assert page_sizes(pdf) == [SIZES[paper]] * len(nordic().factors)
    factors = [node.title.in_language("da")[0] for node in nordic().factors.values()]
    assert [title for title in bookmarks(pdf) if title in factors] == factors


@QUICK_ONES_AND_WHOLE
def test_letters_are_read_across_a_table(language: str, quick: bool) -> None:
    content = sheets(language, quick=quick)
    sizes = dict.fromkeys(
        round(size) for text, size in sizes_of(printed(content)) if len(text) > 2
    )
    footer_and_ids = {11, *(round(size * 0.72) for size in sizes)}
    assert min(size for size in sizes if size not in footer_and_ids) >= READABLE, sizes


def test_of_many_questions_no_more_stand_abreast_than_can_be_read() -> None:
    content = sheets(quick=False)
    assert all(1 <= len(sheet.questions) <= ABREAST for sheet in content.sheets)
    ids = [question.id for sheet in content.sheets for question in sheet.questions]
    assert ids == list(nordic().questions)
    places = [sheet.place for sheet in content.sheets if sheet.title.text.startswith("Politisk")]
    assert places == ["1/2", "2/2"]


def test_four_questions_stand_two_and_two_so_that_letters_are_alike() -> None:
    executive = next(role for role in nordic().roles if role.id == "executive")
    content = anchor_sheets(nordic(), words_about(nordic(), "en"), FormWish(role=executive))
    by_factor: dict[str, list[int]] = {}
    for sheet in content.sheets:
        by_factor.setdefault(sheet.title.text, []).append(len(sheet.questions))
    fours = [counts for counts in by_factor.values() if sum(counts) == 4]
    assert fours
    assert all(counts == [2, 2] for counts in fours)


@pytest.mark.parametrize("names", [NASTY, LONG_NAMES, ("x" * 300, "word " * 60)])
def test_whatever_a_questionnaire_calls_its_factors_it_is_printed(names: Sequence[str]) -> None:
    rules = with_names(lambda n: names[n % len(names)])
    content = anchor_sheets(rules, Words("da"), FormWish(quick=True))
    assert_accessible(printed(content, Paper.A4), "da")


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert anchors_pdf(sheets(), Paper.A4) == anchors_pdf(sheets(), Paper.A4)


@pytest.mark.slow
def test_they_pass_as_files_that_can_be_kept() -> None:
    assert_vera_passes(printed(sheets("da")), printed(sheets("sv", quick=False), Paper.A4))
