"""What tests of printed files share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.given.browser import one_browser
from tests.given.questionnaires import questionnaires_read_once
from tests.given.scored import profiles_scored_once

__all__ = ["one_browser"]


@pytest.fixture(autouse=True, scope="module")
def _questionnaires_read_once() -> Iterator[None]:
    """How files are read by the command line is not in question here."""
    with questionnaires_read_once(), profiles_scored_once():
        yield
