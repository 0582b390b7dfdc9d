"""What the tests of the command line begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.given.pdfs import pages_set_once
from tests.given.questionnaires import questionnaires_read_once
from tests.given.scored import profiles_scored_once
from tests.given.window import BEGUN


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A folder with a profile `p.yaml` that is past its opening."""
    (tmp_path / "p.yaml").write_text(BEGUN, "utf-8")
    return tmp_path


@pytest.fixture(autouse=True, scope="module")
def _files_read_and_set_once() -> Iterator[None]:
    """How files are read and scored and pages are set is not in question here."""
    with questionnaires_read_once(), profiles_scored_once(), pages_set_once():
        yield
