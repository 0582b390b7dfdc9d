"""What scoring tests share: the real questionnaire and short ways to write a profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import yaml

from sdgassess.files.catalogue import shipped_folder
from sdgassess.files.load import load_questionnaire
from sdgassess.model.profile import (
    Answer,
    Municipality,
    Profile,
    QuestionnaireRef,
    Scope,
    State,
)
from sdgassess.model.questionnaire import Questionnaire
from tests.given.places import TESTS

CASES = TESTS / "scoring" / "cases"
_STATES = {"?": State.UNKNOWN, "-": State.NOT_APPLICABLE, ".": State.NOT_ASKED}


@cache
def nordic() -> Questionnaire:
    """The questionnaire that ships."""
    loaded = load_questionnaire(
        shipped_folder("questionnaires") / "nordic-sdg-governance-1.0.yaml"
    )
    assert loaded.value is not None, loaded.problems
    return loaded.value


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    found: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return found


def answer(value: object) -> Answer:
    """An answer from a level or a mark."""
    if isinstance(value, str) and value in _STATES:
        return Answer(state=_STATES[value])
    return Answer(level=Fraction(str(value)))


def profile(
    answers: Mapping[str, object] | None = None,
    *,
    scope: str = "full",
    context: Mapping[str, Any] | None = None,
    ref: QuestionnaireRef | None = None,
) -> Profile:
    """A profile with levels and marks as answers."""
    given = {
        key: State(value) if value == "unknown" else value
        for key, value in (context or {}).items()
    }
    return Profile(
        municipality=Municipality("Prøveby"),
        date=dt.date(2026, 3, 12),
        questionnaire=ref or QuestionnaireRef("nordic-sdg-governance", "1.0"),
        answers={key: answer(value) for key, value in (answers or {}).items()},
        scope=Scope(scope),
        context=given,
    )
