"""Every key of every result stands in `docs/json.md`."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.given.command_line import run
from tests.given.places import ROOT
from tests.given.returned import page, waiting

PAGE = (ROOT / "docs" / "json.md").read_text("utf-8")
EXAMPLES = ROOT / "profiles" / "examples"
YEARS = [str(EXAMPLES / f"eksempelby-{year}.yaml") for year in (2024, 2025, 2026)]
LAST = YEARS[-1]
OTHER = str(ROOT / "tests" / "cli" / "foreign" / "company-2026.yaml")
NORDIC = "nordic-sdg-governance"
COMMANDS = {
    "score": ["score", LAST],
    "score with": ["score", LAST, "--with", "BUD2=3,LED2=2"],
    "score of another model": ["score", OTHER],
    "explain": ["explain", LAST],
    "gaps": ["gaps", LAST],
    "compare": ["compare", *YEARS],
    "compare across": ["compare", *YEARS[:2], "--across"],
    "target": ["target", LAST],
    "check": ["check", LAST, str(ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml")],
    "migrate": ["migrate", "skovby-2025.yaml", "--to", "1.1"],
    "diff": [
        "questionnaire",
        "diff",
        "nordic-sdg-governance@1.0",
        "nordic-sdg-governance-1.1.yaml",
    ],
    "questionnaires": ["questionnaire", "list"],
    "references": ["reference", "list"],
    "set": ["set", "skovby-2025.yaml", "--name", "Skovby"],
    "merge": ["merge", "p.yaml", "l1.json", "spoilt.json"],
    "invite": ["invite", "new.yaml", "--to", "pages"],
    "kit": ["kit", LAST, "--to", "kit"],
    "error": ["score", "nowhere.yaml"],
}
BY_ID = {
    *("title", "assumed", "questions", "parts", "added", "because", "by_role", "moves", "items"),
    *("judgement", "languages", "complete_languages", "name"),
}
"""Keys under which other ids, roles or languages are keys."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A next version of the questionnaire, a profile of the one before, and what came back."""
    there = tmp_path_factory.mktemp("keys")
    for name in ("nordic-sdg-governance-1.1.yaml", "skovby-2025.yaml"):
        shutil.copy(ROOT / "tests" / "versions" / name, there)
    shutil.copy(waiting(there, "l1", "l2"), there / "new.yaml")
    (there / "l1.json").write_text(json.dumps(page("l1", {"POL1": 3})), "utf-8")
    (there / "spoilt.json").write_text("{", "utf-8")
    return there


def keys(value: Any, above: str = "") -> Iterator[str]:
    """The keys of a document; ids and languages that stand as keys are none."""
    if isinstance(value, list):
        for item in value:
            yield from keys(item, above)
    elif isinstance(value, dict):
        by_id = above in BY_ID or (above in {"from", "to"} and value.keys() <= {"da", "sv", "en"})
        for key, inner in value.items():
            if not by_id:
                yield key
            yield from keys(inner, "" if by_id else key)


def documented() -> set[str]:
    """The words of the page that stand in shapes, or in code within a sentence."""
    shapes = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    code = re.findall(r"`([^`\n]+)`", PAGE)
    return set(re.findall(r"[a-z][a-z_]*", "\n".join([*shapes, *code])))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_key_is_documented(folder: Path, name: str) -> None:
    ran = run([*COMMANDS[name], "--json"], folder=folder)
    document = json.loads(ran.out)
    assert f"`{document['format']}`" in PAGE
    assert set(keys(document)) - documented() == set()
    assert "format" in keys(document)


def test_the_shapes_to_come_are_described() -> None:
    for verb in ("crosswalk", "export"):
        assert re.search(rf"^{verb}/1 +\{{format, ", PAGE, re.MULTILINE), verb
