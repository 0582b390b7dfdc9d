"""The texts of the questionnaire as a practitioner would read them: whole, and in own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from sdgassess.files.build.questionnaire import texts
from sdgassess.model.question import Question, Text
from sdgassess.model.questionnaire import Questionnaire
from tests.content.conftest import SHIPPED

LANGUAGES = ("da", "sv", "en")
EACH = pytest.mark.parametrize("language", LANGUAGES)

FALSE_FRIENDS = {
    "da": (
        "samordning", "nämnd", "fullmäktige", "kommunstyrelse", "förvaltning", "medborger", "och",
        "samverkan", "delaktighed", "verksamhed", "uppföljning", "beslutsunderlag",
    ),
    "sv": (
        "byråd", "byrådet", "fagudvalg", "udvalg", "sagsfremstilling", "forvaltning",
        "kerneopgave", "kernedrift", "verdensmål", "budgetforlig", "samskabelse", "utskott",
        "opfølgning", "og", "ikke", "kommunalbestyrelse", "direktion",
    ),
    "en": ("byråd", "fagudvalg", "nämnd", "fullmäktige", "och", "og", "magistrate"),
}  # fmt: skip
"""Words that belong to the neighbour, or mean something else there."""

LONGEST = {"text": 190, "anchor": 170, "guidance": 340, "evidence_hint": 220, "step": 190}
"""What fits a poster, a form and a breath."""


def words_of(text: str) -> set[str]:
    """The words of a text, without what it quotes from a document of another language."""
    own = re.sub(r"[“”\"»«„][^“”\"»«„]*[“”\"»«„]|'[^']*'|\([^)]*\)", " ", text)
    return set(re.findall(r"[a-zæøåäöé]+", own.lower()))


def texts_of(question: Question) -> Iterator[tuple[str, Text]]:
    """Every text of a question with what it is."""
    yield "text", question.text
    for option in question.options:
        yield "anchor", option.text
    for kind, text in (("guidance", question.guidance), ("evidence_hint", question.evidence_hint)):
        if text is not None:
            yield kind, text
    for step in question.next_steps:
        yield "step", step.text


@EACH
def test_every_text_is_there(tree: dict[str, Any], language: str) -> None:
    missing = [text for text in texts(tree) if not text.get(language, "").strip()]
    assert missing == []


def test_the_questionnaire_is_offered_in_all_three(questionnaire: Questionnaire) -> None:
    assert questionnaire.complete_languages == LANGUAGES
    assert SHIPPED.name == "nordic-sdg-governance-1.0.yaml"


def test_every_question_helps_a_room_decide(questionnaire: Questionnaire) -> None:
    for question in questionnaire.questions.values():
        assert question.guidance is not None, question.id
        assert question.evidence_hint is not None, question.id
        targets = [tuple(int(level) for level in step.to) for step in question.next_steps]
        assert targets == [(2,), (3,), (4,)], question.id
        said = {step.text.words["en"] for step in question.next_steps}
        assert len(said) == 3, question.id
        for step in question.next_steps:
            assert bool(step.quotes) == (step.origin == "documents"), question.id


@EACH
def test_anchors_of_a_question_differ(questionnaire: Questionnaire, language: str) -> None:
    for question in questionnaire.questions.values():
        anchors = [option.text.words[language].strip().lower() for option in question.options]
        assert len(set(anchors)) == 5, question.id


@EACH
def test_no_word_of_the_neighbour(questionnaire: Questionnaire, language: str) -> None:
    found = [
        (question.id, kind, word)
        for question in questionnaire.questions.values()
        for kind, text in texts_of(question)
        for word in words_of(text.words[language]) & set(FALSE_FRIENDS[language])
    ]
    assert found == []


@EACH
def test_texts_fit_where_they_are_shown(questionnaire: Questionnaire, language: str) -> None:
    long = [
        (question.id, kind, len(text.words[language]))
        for question in questionnaire.questions.values()
        for kind, text in texts_of(question)
        if len(text.words[language]) > LONGEST[kind]
    ]
    assert long == []


def test_no_two_languages_are_equal_by_accident(questionnaire: Questionnaire) -> None:
    """Short words may be the same in Danish and Swedish; whole sentences may not."""
    for question in questionnaire.questions.values():
        for kind, text in texts_of(question):
            said = [text.words[language].strip().lower() for language in LANGUAGES]
            for place, one in enumerate(said):
                if len(one.split()) > 3:
                    assert one not in said[place + 1 :], (question.id, kind, one)


def test_no_anchor_is_an_answer(questionnaire: Questionnaire) -> None:
    """An anchor that says *unknown* would collide with the answer of that name."""
    for question in questionnaire.questions.values():
        for option in question.options:
            for word in ("unknown", "not known", "ukendt", "okänt", "ved ikke", "vet ej"):
                for language in LANGUAGES:
                    assert word not in option.text.words[language].lower(), question.id
