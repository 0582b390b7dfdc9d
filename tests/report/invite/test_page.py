"""What a page asks: what the form of that role asks, in its words, and nothing else."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from sdgassess.document.answer_page import PageQuestion
from sdgassess.document.runs import text_of
from sdgassess.language import LANGUAGES
from sdgassess.model.question import Option, QuestionKind, Text
from sdgassess.phrases.terms import words_about
from sdgassess.report.form.form import questions_on
from sdgassess.report.invite.letter import letter
from sdgassess.report.invite.page import Invitation, answer_page, form_wish
from tests.given.invitations import FINGERPRINT, invitation
from tests.given.profiles import profile
from tests.given.questionnaires import nordic, spoken, with_changed


def asked(invited: Invitation, language: str = "en") -> list[PageQuestion]:
    page = answer_page(invited, words_about(invited.questionnaire, language))
    return [question for section in page.sections for question in section.questions]


@pytest.mark.parametrize("quick", [True, False])
@pytest.mark.parametrize("role", [role.letter for role in nordic().roles])
def test_a_page_asks_what_the_form_of_its_role_asks(role: str, quick: bool) -> None:
    invited = invitation(letter=role, quick=quick)
    form = questions_on(nordic(), form_wish(invited), spoken("en"))
    assert tuple(question.id for question in asked(invited)) == form
    assert form


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_anchor_stands_in_full(language: str) -> None:
    questions = asked(invitation(quick=False), language)
    assert len(questions) > 20
    for question in questions:
        options = nordic().questions[question.id].options
        texts = [option.text.in_language(language)[0] for option in options]
        shown = [text_of(choice.runs) for choice in question.choices]
        assert shown == [" ".join(text.split()) for text in texts]


def test_choices_say_what_an_answer_file_holds() -> None:
    first, *_ = asked(invitation())
    contents = [json.loads(choice.content) for choice in first.choices]
    assert contents == [{"level": level} for level in range(5)]
    instead = [json.loads(choice.content) for choice in first.instead]
    assert instead == [{"state": "unknown"}, {"state": "not-applicable"}]


def test_several_answers_are_named_by_their_ids() -> None:
    options = tuple(
        Option(Fraction(1), Text({"en": f"thing {name}"}), name) for name in ("a", "b")
    )
    question = nordic().questions["LED1"]._replace(kind=QuestionKind.SEVERAL, options=options)
    several = with_changed(nordic(), question)
    first, *_ = asked(invitation(several))
    assert first.several
    assert [json.loads(choice.content) for choice in first.choices] == [
        {"options": ["a"]},
        {"options": ["b"]},
    ]
    assert json.loads(first.instead[0].content) == {"options": []}
    assert [choice.alone for choice in (*first.choices, *first.instead)] == [
        *(False, False),
        *(True, True, True),
    ]


def test_a_level_that_no_decimal_holds_is_text() -> None:
    options = tuple(Option(Fraction(n, 3), Text({"en": f"step {n}"})) for n in range(4))
    thirds = with_changed(nordic(), nordic().questions["LED1"]._replace(options=options))
    first, *_ = asked(invitation(thirds))
    assert [json.loads(choice.content)["level"] for choice in first.choices] == [
        *(0, "1/3", "2/3", 1),
    ]


def test_the_head_says_which_invitation_it_is() -> None:
    page = answer_page(invitation(), spoken("da"))
    assert page.head == {
        "format": "sdgassess/answers/1",
        "questionnaire": {
            "id": "nordic-sdg-governance",
            "version": "1.0",
            "fingerprint": FINGERPRINT,
        },
        "place": {"name": "Prøveby", "country": None, "code": None},
        "date": "2026-03-12",
        "group": None,
        "scope": "quick",
        "slot": "l2",
        "role": "line-manager",
        "unit": "A",
        "language": "da",
    }
    assert page.file == "answers-l2.json"


def test_core_questions_are_marked_only_beside_others() -> None:
    assert not any("●" in question.label for question in asked(invitation(quick=True)))
    marked = {question.id for question in asked(invitation(quick=False)) if "●" in question.label}
    assert marked == {question.id for question in asked(invitation(quick=True))}


@pytest.mark.parametrize(
    ("language", "law"),
    [("da", "aktindsigt"), ("sv", "allmän handling"), ("en", "access to documents")],
)
def test_page_and_mail_say_that_others_may_ask_to_see_a_file(language: str, law: str) -> None:
    page = answer_page(invitation(), spoken(language))
    assert any(law in text_of(paragraph) for paragraph in page.purpose)
    mail = letter(nordic(), profile(), ("html",), spoken(language))
    assert law in mail
    assert mail.count("________") == 5, "day, address, reader, day of deletion, address"


def test_the_mail_says_what_is_attached() -> None:
    one = letter(nordic(), profile(), ("html",), spoken("en"))
    assert ".html" in one
    assert ".xlsx" not in one
    both = letter(nordic(), profile(), ("html", "xlsx"), spoken("en"))
    assert "You need only one of these:" in both
    assert ".xlsx" in both


@pytest.mark.parametrize(
    ("kinds", "language", "says"),
    [
        (("html",), "da", "Send det retur senest"),
        (("html", "xlsx"), "da", "Send det retur senest"),
        (("pdf",), "da", "Aflever det senest"),
        (("pdf",), "sv", "Lämna in det senast"),
        (("html", "pdf"), "da", "Send det retur, eller aflever det, senest"),
        ((), "en", "Send it back, or hand it in, no later"),
    ],
)
def test_the_mail_says_how_it_comes_back(kinds: tuple[str, ...], language: str, says: str) -> None:
    mail = letter(nordic(), profile(), kinds, spoken(language))
    assert says in mail
    if kinds == ("pdf",):
        assert "retur" not in mail
        assert "tillbaka" not in mail


def test_the_mail_of_a_kit_names_every_kind_and_says_what_to_delete() -> None:
    mail = letter(nordic(), profile(), (), spoken("en"))
    assert all(suffix in mail for suffix in (".html", ".xlsx", ".pdf"))
    assert "keep the paragraph about what you attach" in mail
    assert "keep the paragraph" not in letter(nordic(), profile(), ("html",), spoken("en"))


def test_the_mail_says_why_somebody_is_asked_and_how_units_are_called() -> None:
    mail = letter(nordic(), profile(), ("html",), spoken("en"))
    assert "you see something that others do not" in mail
    assert "Units are called A, B, C" in mail
    together = nordic()._replace(voices=None)
    assert "Units are called" not in letter(together, profile(), ("html",), spoken("en"))
