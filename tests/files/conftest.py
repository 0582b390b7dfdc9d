"""What the tests of writing share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.given.saving import names


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that must hold no lock and no temporary file in the end."""
    yield tmp_path
    left = [name for name in names(tmp_path) if name.startswith(".")]
    assert left == []
