"""Twins say what their files say, or are not believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sdgassess.files import load
from sdgassess.files.catalogue import (
    find_reference,
    questionnaire_path,
    shipped_questionnaires,
    shipped_references,
)
from sdgassess.files.read import twin
from sdgassess.files.read.reader import read_source
from sdgassess.files.read.twin import read_twin, twin_of, twin_path

VILLAGE = Path(__file__).parent / "questionnaires" / "village-1.1.yaml"


SHIPPED = [
    *(questionnaire_path(ref) for ref in shipped_questionnaires()),
    *(path for name in shipped_references() if (path := find_reference(name)[0])),
]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_twin_is_current(path: Path) -> None:
    document, _ = read_source(path)
    assert document is not None
    wanted = twin_of(path.read_bytes(), document)
    if os.environ.get("UPDATE_EXPECTED"):
        twin_path(path).parent.mkdir(exist_ok=True)
        twin_path(path).write_bytes(wanted.encode())
    made_by = "stale: run UPDATE_EXPECTED=1 pytest tests/files/read/test_twins.py"
    assert twin_path(path).exists(), made_by
    assert twin_path(path).read_text(encoding="utf-8") == wanted, made_by


@pytest.fixture
def twins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(twin, "TWINS", tmp_path)
    return tmp_path


def test_a_twin_is_the_same_tree(twins: Path) -> None:
    document, _ = read_source(VILLAGE)
    assert document is not None
    raw = VILLAGE.read_bytes()
    (twins / "village-1.1.json").write_text(twin_of(raw, document), encoding="utf-8")
    found = read_twin(VILLAGE, raw)
    assert found is not None
    assert found.data == document.data
    assert read_twin(VILLAGE, raw + b"# changed\n") is None
    assert read_twin(VILLAGE, raw.replace(b"CC0", b"CC1")) is None


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"of": 1}', '{"of": [1, 2], "tree"', "\xff"])
def test_a_broken_twin_is_not_believed(twins: Path, broken: str) -> None:
    (twins / "village-1.1.json").write_bytes(broken.encode("latin-1"))
    assert read_twin(VILLAGE, VILLAGE.read_bytes()) is None


def test_without_twins_the_files_are_read(twins: Path) -> None:
    assert list(twins.iterdir()) == []
    ref = shipped_questionnaires()[0]
    load._shipped_questionnaire.cache_clear()
    try:
        found = load.questionnaire_for(ref)
        assert found.value is not None
        assert found.source is not None
        assert found.source.marks
    finally:
        load._shipped_questionnaire.cache_clear()
