"""The schema for editors takes exactly the answers that `check` takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from sdgassess.files.load import check_path, load_questionnaire
from sdgassess.files.read.schema import schema_of
from sdgassess.report.questionnaires.editor_schema import profile_schema_for
from tests.given.places import ROOT

QUESTIONNAIRE = """\
format: sdgassess/questionnaire/1
id: hut
version: "1.0"
licence: none
title: {en: Huts}
limits: {en: A trial.}
languages: [en]
assesses: {id: hut, one: {en: hut}, many: {en: huts}}
parts:
  - id: P
    title: {en: The hut}
    questions:
      - id: PLAIN
        text: {en: Is it there?}
        levels: [{value: 0, text: {en: No}}, {value: 1, text: {en: Yes}}]
      - id: PARTS
        text: {en: How much?}
        levels: [{value: 0, text: {en: No}}, {value: 1/3, text: {en: A bit}}, {value: 0.5, text: {en: Half}}]
      - id: NAMED
        text: {en: Which?}
        levels: [{id: a, value: 0, text: {en: No}}, {id: b, value: 1, text: {en: Yes}}]
      - id: EQUAL
        text: {en: Which one?}
        levels: [{id: a, value: 1, text: {en: One}}, {id: b, value: 1, text: {en: Two}}, {id: c, value: 2, text: {en: Three}}]
      - id: MANY
        kind: several
        text: {en: Which ones?}
        levels: [{id: a, value: 1, text: {en: One}}, {id: b, value: 2, text: {en: Two}}]
"""  # noqa: E501 - an answer a line reads worse
ANSWERS: tuple[Any, ...] = (
    *({"level": level} for level in (0, 1, 2, 3, "1/3", "0.5", "1/2", "2/3", "x")),
    *({"options": list(ids)} for ids in ("", "a", "b", "c", "d", "ab", "abc")),
    {"state": "unknown"},
    {"state": "unheard-of"},
    {"level": 1, "options": ["a"]},
    {"comment": "x"},
    {"colour": "red"},
)
QUESTIONS = ("PLAIN", "PARTS", "NAMED", "EQUAL", "MANY", "OTHER")


def written(value: Any) -> str:
    """A value as a file says it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return str(value)


@pytest.fixture(scope="module")
def hut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A questionnaire with every way of answering."""
    path = tmp_path_factory.mktemp("hut") / "hut-1.0.yaml"
    path.write_text(QUESTIONNAIRE, "utf-8")
    return path


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("of_voice", [False, True])
def test_an_editor_takes_what_check_takes(hut: Path, question: str, of_voice: bool) -> None:
    questionnaire = load_questionnaire(hut).value
    assert questionnaire is not None
    schema = profile_schema_for(schema_of("profile"), questionnaire, "en")
    editor = jsonschema_rs.Draft202012Validator(schema)
    verdicts = set()
    for answer in ANSWERS:
        given = {"voices": [{"role": "x", **answer}]} if of_voice else answer
        head = {"format": "sdgassess/profile/1", "subject": {"name": "A"}, "date": "2026-03-12"}
        named = {"questionnaire": {"id": "hut", "version": "1.0"}}
        tree = {**head, **named, "answers": {question: given}}
        path = hut.with_name("p.yaml")
        path.write_text(
            "format: sdgassess/profile/1\nsubject: {name: A}\ndate: 2026-03-12\n"
            'questionnaire: {id: hut, version: "1.0"}\n'
            f"answers:\n  {question}: {written(given)}\n",
            "utf-8",
        )
        errors = [p for p in check_path(path) if p.severity.value == "error"]
        verdicts.add(not errors)
        assert editor.is_valid(tree) is not bool(errors), (question, given, errors)
    assert verdicts == ({True, False} if question != "OTHER" else {False})


def test_a_profile_names_what_the_questionnaire_assesses(hut: Path) -> None:
    questionnaire = load_questionnaire(hut).value
    assert questionnaire is not None
    schema = profile_schema_for(schema_of("profile"), questionnaire, "en")
    editor = jsonschema_rs.Draft202012Validator(schema)
    named = {"questionnaire": {"id": "hut", "version": "1.0"}, "date": "2026-03-12"}
    tree = {"format": "sdgassess/profile/1", **named, "answers": {}}
    assert editor.is_valid({**tree, "subject": {"name": "A"}})
    assert not editor.is_valid({**tree, "municipality": {"name": "A"}})


def test_a_question_stands_over_its_answers_in_the_language_asked_for() -> None:
    path = ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml"
    questionnaire = load_questionnaire(path).value
    assert questionnaire is not None
    schema = profile_schema_for(schema_of("profile"), questionnaire, "da")
    answer = schema["properties"]["answers"]["properties"]["POL3"]
    question = questionnaire.questions["POL3"]
    assert answer["title"] == question.text.words["da"]
    assert f"0: {question.options[0].text.words['da']}" in answer["description"]
