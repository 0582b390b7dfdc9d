"""Every file in `cases` is read and checked; what is said about it stands beside it.

To add a case, put a file there and run with `UPDATE_EXPECTED=1`; read what was written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sdgassess.files.load import check_path
from sdgassess.files.read import reader
from sdgassess.files.read.plain_loader import PlainLoader
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import tell
from tests.given.questionnaires import questionnaires_read_once

pytestmark = pytest.mark.smoke

HERE = Path(__file__).parent
CASES = HERE / "cases"
VILLAGE = Path("../questionnaires/village-1.1.yaml")
OWN = Path("../questionnaires/own-1.0.yaml")


@pytest.fixture(autouse=True, scope="module")
def _questionnaires_read_once() -> Iterator[None]:
    """What cases are held against is read once by each parser, and so is every case."""
    with questionnaires_read_once():
        yield


def answered(path: Path) -> Path:
    """The questionnaire that a case is held against: most speak of the village."""
    return OWN if b"{id: own, " in path.read_bytes() else VILLAGE


@pytest.mark.parametrize("parser", [reader.LOADER, PlainLoader], ids=["C", "Python"])
@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_what_is_said_about_a_file(
    case: str, parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever of PyYAML's two parsers is there: the verdict and its words are the same."""
    monkeypatch.chdir(CASES)
    monkeypatch.setattr(reader, "LOADER", parser)
    problems = check_path(Path(f"{case}.yaml"), answered(CASES / f"{case}.yaml"))
    words = Words("en")
    said = "".join(tell(problem, words, 100) + "\n" for problem in problems)
    expected = CASES / f"{case}.expected"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_bytes(said.encode())
    assert said == expected.read_text(encoding="utf-8")


def test_no_expectation_is_left_behind() -> None:
    cases = {path.stem for path in CASES.glob("*.yaml")}
    assert {path.stem for path in CASES.glob("*.expected")} == cases


def test_no_problem_is_told_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    for path in sorted(CASES.glob("*.yaml")):
        problems = check_path(path, answered(path))
        told = [(p.code, p.where, tuple(sorted(p.facts.items()))) for p in problems]
        assert len(set(told)) == len(told), path.name
