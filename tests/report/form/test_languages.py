"""Forms in two languages: both in full, every passage tagged with its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdgassess.document.blocks import Table, WritingLines
from sdgassess.document.runs import Run, text_of
from sdgassess.language import Words
from sdgassess.report.form.form import FormWish, form
from sdgassess.report.form.languages import joined
from sdgassess.text import one_line
from tests.given.documents import blocks_of, cell_words, passages, runs
from tests.given.forms import after, asked, form_of
from tests.given.questionnaires import nordic, small_questionnaire, untranslated

PAIRS = pytest.mark.parametrize(("first", "second"), [("da", "sv"), ("sv", "en"), ("en", "da")])


@PAIRS
def test_both_languages_are_there_in_full_and_tagged(first: str, second: str) -> None:
    document = form_of(first, beside=Words(second))
    assert document.language == first
    assert asked(document) == list(nordic().questions)
    tagged = {(run.text, run.language) for run in runs(document)}
    for question in nordic().questions.values():
        for text in (question.text, *(one.text for one in question.options)):
            assert (one_line(text.words[first]), None) in tagged
            assert (one_line(text.words[second]), second) in tagged


@PAIRS
def test_the_two_stand_in_one_row(first: str, second: str) -> None:
    document = form_of(first, beside=Words(second), quick=True)
    for id_ in asked(document):
        question = nordic().questions[id_]
        (table,) = [block for block in after(document, id_) if isinstance(block, Table)][:1]
        rows = [tuple(cell_words(cell) for cell in row) for row in table.rows]
        for row, option in zip(rows, question.options, strict=False):
            words = option.text.words
            assert row == (f"☐ {option.value}", one_line(words[first]), one_line(words[second]))
        assert [row[0] for row in rows[len(question.options) :]] == ["☐ ?", "☐ –"]


def test_labels_are_said_in_both() -> None:
    document = form_of("en", beside=Words("da"))
    for block in blocks_of(document.blocks):
        if isinstance(block, WritingLines) and block.beside is not None:
            assert block.beside.language == "da"
            assert text_of(block.full_label) == f"{block.label} / {block.beside.text}"
    labels = [b for b in blocks_of(document.blocks) if isinstance(b, WritingLines)]
    assert all(block.beside is not None for block in labels)


def test_one_language_has_no_tags_at_all() -> None:
    assert {run.language for run in runs(form_of("sv"))} == {None}


def test_what_a_questionnaire_lacks_is_in_english_tagged_and_said(tmp_path: Path) -> None:
    whole = small_questionnaire(tmp_path)
    lacking = untranslated(whole, "sv")
    note = "translated; what is missing"
    for words in (Words("en"), Words("da")):
        assert {run.language for run in runs(form(lacking, words, FormWish()))} == {None}
    document = form(lacking, Words("sv"), FormWish())
    tagged = {(run.text, run.language) for run in runs(document)}
    for question in lacking.questions.values():
        assert (one_line(question.text.words["en"]), "en") in tagged
        assert all((one_line(o.text.words["en"]), "en") in tagged for o in question.options)
    told = Words("sv")(
        "Not all of this questionnaire is translated; what is missing is printed in another "
        "language."
    )
    assert told in passages(document)
    english = form(lacking, Words("en"), FormWish(beside=Words("sv")))
    assert note not in passages(form(whole, Words("en"), FormWish()))
    assert any(run.language == "sv" and run.text == told for run in runs(english))


def test_a_word_that_both_share_is_said_once() -> None:
    assert joined((Run("Svar"), Run("Svar", "sv"))) == (Run("Svar"),)
    assert text_of(joined((Run("Navn"), Run("Namn", "sv")))) == "Navn / Namn"
