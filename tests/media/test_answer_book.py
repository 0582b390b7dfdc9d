"""The workbook that one person answers in: what it asks and remembers, what can be changed."""

from __future__ import annotations

import io
from fractions import Fraction

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from sdgassess.language import LANGUAGES
from sdgassess.media.answer_book import answer_book_xlsx
from sdgassess.model.answer_workbook import (
    ABOUT_SHEET,
    CHOICES_SHEET,
    SHOW_BY_ROLE,
    SHOW_COMMENTS,
    WORKBOOK_FORMAT,
    YES,
    About,
    AnswerColumn,
)
from sdgassess.model.profile import Municipality
from sdgassess.model.question import Option, QuestionKind, Text
from sdgassess.report.invite.book import answer_book
from sdgassess.report.invite.page import Invitation, asked_of
from tests.given.invitations import FINGERPRINT, invitation
from tests.given.profiles import profile
from tests.given.questionnaires import nordic, spoken, with_changed

ID = "r-" + "0123456789abcdef" * 2
FORMULA = "=cmd|' /C calc'!A1"


def workbook(invited: Invitation, language: str = "en") -> Workbook:
    raw = answer_book_xlsx(answer_book(invited, spoken(language), ID))
    return openpyxl.load_workbook(io.BytesIO(raw))


def about(book: Workbook) -> list[tuple[str, str]]:
    return [(str(key), str(value)) for key, value in book[ABOUT_SHEET].values]


def lists(book: Workbook) -> dict[str, list[str]]:
    """What can be picked in each row, by the id that stands in it."""
    page = book.worksheets[0]
    picked = {}
    for rule in page.data_validations.dataValidation:
        (area,) = rule.sqref.ranges
        assert area.min_col == area.max_col == AnswerColumn.ANSWER + 1
        _, _, cells = rule.formula1.rpartition("!")
        column = [cell.value for (cell,) in book[CHOICES_SHEET][cells.replace("$", "")]]
        picked[str(page.cell(area.min_row, AnswerColumn.ID + 1).value)] = column
    return picked


def test_the_same_invitation_gives_the_same_workbook() -> None:
    book = answer_book(invitation(), spoken("en"), ID)
    assert answer_book_xlsx(book) == answer_book_xlsx(book)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [role.letter for role in nordic().roles])
def test_every_question_of_the_role_has_a_row_with_its_list(role: str, language: str) -> None:
    invited = invitation(letter=role, quick=False)
    picked = lists(workbook(invited, language))
    ids = asked_of(invited, spoken(language))
    assert list(picked) == [*ids, SHOW_BY_ROLE, SHOW_COMMENTS]
    for key in ids:
        options = nordic().questions[key].options
        anchors = [f"{o.value} – {' '.join(o.text.words[language].split())}" for o in options]
        assert picked[key][:-2] == anchors
        assert [entry[:4] for entry in picked[key][-2:]] == ["? – ", "- – "]
    assert picked[SHOW_BY_ROLE][0] == YES[language]


def test_the_hidden_sheet_says_which_invitation_it_is() -> None:
    book = workbook(invitation(), "da")
    assert book[ABOUT_SHEET].sheet_state == "veryHidden"
    assert book[CHOICES_SHEET].sheet_state == "hidden"
    pairs = about(book)
    ids = asked_of(invitation(), spoken("da"))
    assert pairs == [
        ("format", WORKBOOK_FORMAT),
        ("id", ID),
        ("questionnaire", "nordic-sdg-governance"),
        ("version", "1.0"),
        ("fingerprint", FINGERPRINT),
        ("name", "Prøveby"),
        ("date", "2026-03-12"),
        ("scope", "quick"),
        ("slot", "l2"),
        ("role", "line-manager"),
        ("unit", "A"),
        ("language", "da"),
        *((About.QUESTION.value, key) for key in ids),
    ]
    keys = list(About)
    assert [keys.index(About(key)) for key, _ in pairs] == sorted(
        keys.index(About(key)) for key, _ in pairs
    )


def test_only_cells_to_answer_in_can_be_changed_and_hold_text() -> None:
    page = workbook(invitation()).worksheets[0]
    assert page.protection.sheet
    open_cells = [cell for row in page for cell in row if not cell.protection.locked]
    assert {cell.number_format for cell in open_cells} == {"@"}
    places = {(cell.row or 0, (cell.column or 0) - 1) for cell in open_cells}
    read_only = {AnswerColumn.ID, AnswerColumn.QUESTION}
    assert {column for _, column in places} == set(AnswerColumn) - read_only
    named = {page.cell(row, 1).value for row, _ in places}
    assert named == {*asked_of(invitation(), spoken("en")), SHOW_BY_ROLE, SHOW_COMMENTS}


def test_hostile_names_become_no_formula() -> None:
    assessed = profile()._replace(municipality=Municipality(FORMULA), group=FORMULA)
    book = workbook(invitation(assessed=assessed))
    kinds = {cell.data_type for page in book for row in page for cell in row if cell.value}
    assert kinds == {"s"}
    assert ("name", FORMULA) in about(book)


def test_where_several_answers_may_be_chosen_more_than_one_can_be_typed() -> None:
    options = tuple(
        Option(Fraction(1), Text({"en": f"thing {name}"}), name) for name in ("a", "b")
    )
    question = nordic().questions["LED1"]._replace(kind=QuestionKind.SEVERAL, options=options)
    book = workbook(invitation(with_changed(nordic(), question)))
    page = book.worksheets[0]
    rules = {
        page.cell(next(iter(rule.sqref.ranges)).min_row, 1).value: bool(rule.showErrorMessage)
        for rule in page.data_validations.dataValidation
    }
    assert not rules["LED1"]
    assert rules["LED2"]
    marks = [entry.split(" – ")[0] for entry in lists(book)["LED1"]]
    assert marks == ["a", "b", "0", "?", "-"]
