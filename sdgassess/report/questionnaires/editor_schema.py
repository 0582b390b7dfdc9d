"""A JSON Schema for the profiles of one questionnaire, with its ids and texts, for editors."""

from __future__ import annotations

import copy
from typing import Any

from sdgassess.model.question import Level, Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.text import exact


def profile_schema_for(
    schema: dict[str, Any], questionnaire: Questionnaire, language: str
) -> dict[str, Any]:
    """Narrow the profile schema to one questionnaire.

    Args:
        schema: the published schema of profiles.
        questionnaire: whose ids, levels and texts an editor should offer.
        language: the language of titles and descriptions.

    Returns:
        A new schema: answers only by known ids, each with its question as title, and its levels or
        the ids of its answers, with their anchors as descriptions; voices likewise.
    """
    narrowed = copy.deepcopy(schema)
    narrowed["title"] = f"{schema.get('title', 'Profile')}: {questionnaire.id}"
    general = {"$ref": _answer_pointer(schema)}
    properties = {
        question.id: {
            "allOf": [general, _answers(question, language)],
            **_said(question, language),
        }
        for question in questionnaire.questions.values()
    }
    if questionnaire.assesses is not None:
        misnomer = "subject" if questionnaire.of_municipalities else "municipality"
        narrowed["properties"][misnomer] = False
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
    anchors = [f"{question.label(o)}: {o.text.in_language(language)[0]}" for o in question.options]
    return {"title": question.text.in_language(language)[0], "description": "\n".join(anchors)}


def _answers(question: Question, language: str) -> dict[str, Any]:
    """What may be answered, by the room and by each voice."""
    properties = {**_levels(question), **_options(question, language)}
    voices = {"items": {"properties": properties}}
    return {"properties": {**properties, "voices": voices}}


def _levels(question: Question) -> dict[str, Any]:
    """The levels that name one answer; decimals are text in our files and numbers to an editor."""
    singles = [o.value for o in question.options if question.option(o.value) is not None]
    if not singles:
        return {"level": False}
    spellings = [_spellings(value) for value in singles]
    every = [spelling for each in spellings for spelling in each]
    return {"level": {"enum": every, "examples": [each[0] for each in spellings]}}


def _spellings(level: Level) -> list[Any]:
    """How a level may be written, the usual way first."""
    digits = exact(level)
    if level.denominator == 1:
        return [level.numerator]
    share = f"{level.numerator}/{level.denominator}"
    return [digits] if digits == share else [float(level), digits, share]


def _options(question: Question, language: str) -> dict[str, Any]:
    """The ids of the answers; as many as may be chosen."""
    named = [option for option in question.options if option.id is not None]
    if not named:
        return {"options": False}
    each = [
        {"const": option.id, "description": option.text.in_language(language)[0]}
        for option in named
    ]
    most = {} if question.several else {"minItems": 1, "maxItems": 1}
    return {"options": {"items": {"oneOf": each}, **most}}
