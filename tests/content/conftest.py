"""What ships, read once for all tests of content."""

from __future__ import annotations

from typing import Any

import pytest

from sdgassess.files.load import load_questionnaire
from sdgassess.files.read.reader import read_source
from sdgassess.model.questionnaire import Questionnaire
from tests.given.places import ROOT

SHIPPED = ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml"


@pytest.fixture(scope="session")
def tree() -> Any:
    """The shipped questionnaire as a plain tree."""
    document, problems = read_source(SHIPPED)
    assert document is not None, problems
    return document.data


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """The shipped questionnaire as a model, checked whole."""
    loaded = load_questionnaire(SHIPPED)
    assert isinstance(loaded.value, Questionnaire), loaded.problems
    return loaded.value


@pytest.fixture(scope="session")
def references() -> dict[str, Any]:
    """The documented references as plain trees, by id."""
    trees: dict[str, Any] = {}
    for path in sorted((ROOT / "profiles" / "references").glob("*.yaml")):
        document, problems = read_source(path)
        assert document is not None, problems
        assert document.data["id"] == path.stem
        trees[path.stem] = document.data
    return trees
