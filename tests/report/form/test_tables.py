"""Sheets beside the form: every question of it once, in its order, with room for every answer."""

from __future__ import annotations

import pytest

from sdgassess.document.blocks import Cell, Document
from sdgassess.language import LANGUAGES
from sdgassess.phrases.terms import words_about
from sdgassess.report.form.form import FormWish, questions_on
from sdgassess.report.form.tables import SheetKind, sheet
from tests.given.documents import cell_words, passages, tables
from tests.given.profiles import profile
from tests.given.questionnaires import nordic


def sheet_of(kind: SheetKind, wish: FormWish, language: str = "en") -> Document:
    return sheet(nordic(), words_about(nordic(), language), wish, kind)


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_a_form_has_a_row_in_its_order(kind: SheetKind, language: str) -> None:
    words = words_about(nordic(), language)
    for role in nordic().roles:
        wish = FormWish(quick=True, role=role)
        (table,) = tables(sheet_of(kind, wish, language))
        ids = [cell_words(row[0]).split()[0] for row in table.rows]
        assert tuple(ids) == questions_on(nordic(), wish, words)


@pytest.mark.parametrize("kind", SheetKind)
def test_there_is_room_for_every_answer_and_none_for_what_is_no_answer(kind: SheetKind) -> None:
    (table,) = tables(sheet_of(kind, FormWish(quick=True)))
    assert [cell_words(Cell(head)) for head in table.head[1:]] == [*"01234", "?", "-"]
    assert all(cell.room == 1 for row in table.rows for cell in row[1:])


@pytest.mark.parametrize("kind", SheetKind)
def test_a_question_has_room_only_under_its_own_answers(kind: SheetKind) -> None:
    rules = nordic()
    first, second, *others = rules.parts[0].parts[0].questions
    short = second._replace(options=second.options[1:3])
    part = rules.parts[0].parts[0]._replace(questions=(first, short, *others))
    block = rules.parts[0]._replace(parts=(part, *rules.parts[0].parts[1:]))
    mixed = rules._replace(parts=(block, *rules.parts[1:]))
    (table,) = tables(sheet(mixed, words_about(mixed, "en"), FormWish(), kind))
    rows = {cell_words(row[0]).split()[0]: row for row in table.rows}
    heads = [cell_words(Cell(head)) for head in table.head[1:]]
    room = [head for head, cell in zip(heads, rows[short.id][1:], strict=True) if cell.room]
    assert room == ["1", "2", "?", "-"]


def test_it_says_whose_it_is_and_how_it_is_typed_in() -> None:
    text = passages(sheet_of(SheetKind.ANSWERS, FormWish(profile=profile())))
    assert profile().municipality.name in text
    assert "sdgassess assess --enter" in text
    assert "Number on the list" in text
    assert "How many forms" in passages(sheet_of(SheetKind.TALLY, FormWish()))
