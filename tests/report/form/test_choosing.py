"""A form says at each question how its answer is chosen: not every question has a highest text."""

from __future__ import annotations

import pytest

from sdgassess.document.blocks import Bullets, Cell, Choices, Paragraph, Table
from sdgassess.document.runs import text_of
from sdgassess.language import LANGUAGES, Words
from sdgassess.model.question import Option, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import ContextKind, ContextQuestion
from sdgassess.phrases.choosing import ALL_THAT_FIT, ELSE_HIGHEST, FITTING, HIGHEST
from sdgassess.report.form.form import FormWish, form
from tests.given.documents import blocks_of, passages
from tests.given.forms import after, form_of
from tests.given.profiles import profile
from tests.given.questionnaires import foreign_model

EACH = pytest.mark.parametrize("language", LANGUAGES)
SETTING = ContextQuestion(
    "water",
    Text({"en": "What lies near?"}),
    ContextKind.SEVERAL,
    (Option(1, Text({"en": "A lake"})), Option(2, Text({"en": "A river"}))),
)


def said_at(questionnaire: Questionnaire, question: str, words: Words) -> list[str]:
    """The notes below the heading of a question."""
    blocks = after(form(questionnaire, words, FormWish()), question)
    return [text_of(block.runs) for block in blocks if isinstance(block, Paragraph)]


def advice(questionnaire: Questionnaire, words: Words) -> list[str]:
    """How the form says that it is filled in."""
    blocks = blocks_of(form(questionnaire, words, FormWish()).blocks)
    return [
        text_of(runs) for block in blocks if isinstance(block, Bullets) for runs in block.items
    ]


@EACH
def test_each_kind_of_question_says_how_its_answer_is_chosen(language: str) -> None:
    rules, words = foreign_model("scorecard"), Words(language)
    several, equal, graded = (said_at(rules, key, words) for key in ("A2", "A1", "A3"))
    assert words(ALL_THAT_FIT) in several
    assert words(FITTING) in equal
    assert not {words(ALL_THAT_FIT), words(FITTING), words(HIGHEST)} & set(graded)
    assert words(ELSE_HIGHEST) in advice(rules, words)
    assert words(HIGHEST) not in advice(rules, words)


@EACH
def test_where_every_question_is_graded_the_rule_is_said_once(language: str) -> None:
    words = Words(language)
    assert passages(form_of(language)).count(words(HIGHEST)) == 1


def test_where_no_question_is_graded_no_highest_text_is_spoken_of() -> None:
    rules = foreign_model("scorecard")
    part = rules.nodes["A"]
    alone = rules._replace(parts=(part._replace(questions=part.questions[1:2]),), gates=())
    assert advice(alone, Words("en"))[0] == "“Nobody here knows” is an answer too."
    assert not any("highest" in line for line in advice(alone, Words("en")))


def test_none_of_these_can_be_ticked_where_several_may_be() -> None:
    document = form(foreign_model("scorecard"), Words("en"), FormWish())
    for question, marks in (("A2", ["0", "?", "–"]), ("A3", ["?", "–"])):
        (choices,) = [b for b in after(document, question) if isinstance(b, Choices)]
        assert [choice.mark for choice in choices.choices][-len(marks) :] == marks


def test_a_ladder_says_that_it_is_passed_in_order() -> None:
    words = Words("en")
    text = passages(form(foreign_model("pathway"), words, FormWish()))
    assert "is passed in order: the level stops at the first thing" in text


@pytest.mark.parametrize(
    ("answer", "ticked"),
    [(None, ""), ((), "None of these"), ((2,), "A river"), ((1, 2), "A lake A river")],
)
def test_several_choices_about_the_setting_can_be_ticked_and_none_of_them(
    answer: tuple[int, ...] | None, ticked: str
) -> None:
    rules = foreign_model("scorecard")._replace(context=(SETTING,))
    context = {} if answer is None else {"water": answer}
    wish = FormWish(profile=profile()._replace(context=context))
    blocks = list(blocks_of(form(rules, Words("en"), wish).blocks))
    (cell,) = [
        row[1]
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        if isinstance(row[0], Cell) and "What lies near?" in text_of(row[0].runs)
    ]
    text = text_of(cell.runs)
    assert all(words in text for words in ("A lake", "A river", "None of these", "unknown"))
    bold = [run.text.lstrip("12\u00a0") for run in cell.runs if run.strong and run.text.strip()]
    assert " ".join(word for word in bold if word) == ticked
