"""What the tests of the command line begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.given.questionnaires import questionnaires_read_once
from tests.given.window import BEGUN


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A folder with a profile `p.yaml` that is past its opening."""
    (tmp_path / "p.yaml").write_text(BEGUN, "utf-8")
    return tmp_path


@pytest.fixture(autouse=True, scope="module")
def _questionnaires_read_once() -> Iterator[None]:
    """What is read is not in question here."""
    with questionnaires_read_once():
        yield
