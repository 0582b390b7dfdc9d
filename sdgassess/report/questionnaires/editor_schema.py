"""A JSON Schema for the profiles of one questionnaire, with its ids and texts, for editors."""

from __future__ import annotations

import copy
from typing import Any

from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire


def profile_schema_for(
    schema: dict[str, Any], questionnaire: Questionnaire, language: str
) -> dict[str, Any]:
    """Narrow the profile schema to one questionnaire.

    Args:
        schema: the published schema of profiles.
        questionnaire: whose ids, levels and texts an editor should offer.
        language: the language of titles and descriptions.

    Returns:
        A new schema: answers only by known ids, each with its question as title and its levels
        with their anchors as descriptions.
    """
    narrowed = copy.deepcopy(schema)
    narrowed["title"] = f"{schema.get('title', 'Profile')}: {questionnaire.id}"
    general = {"$ref": _answer_pointer(schema)}
    properties = {
        question.id: {"allOf": [general, _levels(question, language)], **_said(question, language)}
        for question in questionnaire.questions.values()
    }
    narrowed["properties"]["answers"] = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    return narrowed


def _answer_pointer(schema: dict[str, Any]) -> str:
    """Where the schema defines an answer."""
    return next(f"#/$defs/{name}" for name in schema["$defs"] if name == "answer")


def _said(question: Question, language: str) -> dict[str, str]:
    """A question's title and its anchors as a description."""
    anchors = [f"{o.value}: {o.text.in_language(language)[0]}" for o in question.options]
    return {"title": question.text.in_language(language)[0], "description": "\n".join(anchors)}


def _levels(question: Question, language: str) -> dict[str, Any]:
    """The levels of a question; decimals are text in our files and numbers to an editor."""
    values: list[Any] = []
    described = []
    for option in question.options:
        is_whole = option.value.denominator == 1
        value = option.value.numerator if is_whole else float(option.value)
        values += [value] if is_whole else [value, str(value)]
        described.append({"const": value, "description": option.text.in_language(language)[0]})
    return {"properties": {"level": {"enum": values, "examples": [d["const"] for d in described]}}}
