"""A step that is taken back, and one that is not since it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdgassess.files.read.reader import read_bytes
from sdgassess.files.write import undo
from sdgassess.files.write.undo import Undoing, drop_step, keep_step, take_back
from sdgassess.files.write.writer import digest_of
from sdgassess.problem import InputRefused, Problem, Where


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that was changed once, with the step kept."""
    path = tmp_path / "p.yaml"
    path.write_bytes(b"after\n")
    keep_step(path, b"before\n", digest_of(b"after\n"))
    return path


def test_a_step_is_taken_back_byte_for_byte(file: Path) -> None:
    assert take_back(file) is Undoing.DONE
    assert file.read_bytes() == b"before\n"


def test_what_was_changed_since_is_left(file: Path) -> None:
    file.write_bytes(b"later\n")
    assert take_back(file) is Undoing.CHANGED
    assert file.read_bytes() == b"later\n"


def test_a_step_that_is_dropped_cannot_be_taken_back(file: Path) -> None:
    drop_step(file)
    drop_step(file)
    assert take_back(file) is Undoing.NOTHING
    assert file.read_bytes() == b"after\n"


@pytest.mark.parametrize("unread", ["p.yaml", ".p.yaml.undo"])
def test_what_cannot_be_read_is_not_taken_for_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch, unread: str
) -> None:
    def read_or_not(
        path: Path, name: str, most: int | None
    ) -> tuple[bytes | None, Problem | None]:
        if path.name == unread:
            return None, Problem("P003", Where(name))
        return read_bytes(path, name, most=most)

    monkeypatch.setattr(undo, "read_bytes", read_or_not)
    with pytest.raises(InputRefused):
        take_back(file)
    assert file.read_bytes() == b"after\n"
