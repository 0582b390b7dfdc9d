"""Two versions of the questionnaire, and profiles answered under each."""

from __future__ import annotations

from functools import cache

from sdgassess.files.load import load_profile, load_questionnaire
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from tests.given.places import TESTS
from tests.given.scores import nordic

HERE = TESTS / "versions"
NEXT = HERE / "nordic-sdg-governance-1.1.yaml"
LAYOUTS = sorted((HERE / "layouts").glob("*.yaml"))


def older() -> Questionnaire:
    """Version 1.0, which ships."""
    return nordic()


@cache
def newer() -> Questionnaire:
    """Version 1.1, made up for tests."""
    loaded = load_questionnaire(NEXT)
    assert loaded.value is not None, loaded.problems
    return loaded.value


def skovby(year: int) -> Profile:
    """A fictional municipality: 2025 answers version 1.0, 2026 version 1.1."""
    loaded = load_profile(HERE / f"skovby-{year}.yaml")
    assert loaded.value is not None, loaded.problems
    return loaded.value
