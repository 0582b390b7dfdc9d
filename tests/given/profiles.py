"""Profiles: the shipped example, invented municipalities, and a few answers written in short."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from sdgassess.files.load import load_profile
from sdgassess.model.profile import (
    Answer,
    Municipality,
    Participant,
    Priority,
    Profile,
    QuestionnaireRef,
    Scope,
    State,
)
from sdgassess.model.questionnaire import Questionnaire
from tests.given.places import EXAMPLE, MUNICIPALITIES
from tests.given.questionnaires import VERSIONS, nordic

_STATES = {"?": State.UNKNOWN, "-": State.NOT_APPLICABLE, ".": State.NOT_ASKED}


def answer(value: object) -> Answer:
    """An answer from a level or a mark."""
    if isinstance(value, str) and value in _STATES:
        return Answer(state=_STATES[value])
    level = Fraction(str(value))
    whole = level.denominator == 1  # as a file is read: counting with whole numbers is quicker
    return Answer(level=level.numerator if whole else level)


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


@cache
def skovby(year: int) -> Profile:
    """A fictional municipality: 2025 answers version 1.0, 2026 version 1.1."""
    loaded = load_profile(VERSIONS / f"skovby-{year}.yaml")
    assert loaded.value is not None, loaded.problems
    return loaded.value


@cache
def example() -> Profile:
    """The fictional municipality's newest year."""
    profile = load_profile(EXAMPLE).value
    assert profile is not None
    return profile


def assessed(level: int = 1, picks: Sequence[Priority] = (), **answers: object) -> Profile:
    """A profile with one level everywhere but where another is given, by eight people."""
    everywhere: dict[str, object] = dict.fromkeys(nordic().questions, level)
    given = profile({**everywhere, **answers})
    people = tuple(Participant(f"p{n}", "coordinator") for n in range(8))
    return given._replace(participants=people, priorities=tuple(picks), language="da")


EVERY_PROFILE = sorted(MUNICIPALITIES.glob("*.yaml")) + sorted(EXAMPLE.parent.glob("*.yaml"))


@cache
def opened(path: Path) -> tuple[Questionnaire, Profile]:
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    assert loaded.questionnaire is not None
    return loaded.questionnaire, loaded.value


def heard(answers: Profile) -> Profile:
    """The profile with everybody heard who must be."""
    roles = ("politician", "executive", "coordinator", "line-manager", "line-manager")
    people = (Participant(f"p{n}", role, unit=f"Unit {n}") for n, role in enumerate(roles))
    return answers._replace(participants=tuple(people))
