"""Without a yes, nobody can read who answered what."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.given.command_line import run
from tests.given.places import EXAMPLE, ROOT

ROLES = ("Politician", "Top management", "Coordinator", "Line manager", "External partner")


@pytest.fixture
def unasked(tmp_path: Path) -> Path:
    """The example without its consent."""
    text = EXAMPLE.read_text("utf-8")
    assert "consent: {by-role: true}\n" in text
    file = tmp_path / "p.yaml"
    file.write_text(text.replace("consent: {by-role: true}\n", ""), "utf-8")
    return file


def test_with_consent_voices_are_shown_by_role() -> None:
    said = run(["explain", EXAMPLE, "CORE2", "--lang", "en"]).out
    assert "Voices by role: Top management 2, Coordinator 3, Line manager 1" in said


@pytest.mark.parametrize("about", ["CORE2", "SAM4", "CORE", "SAM", "LRN", None])
def test_without_consent_voices_are_dots(unasked: Path, about: str | None) -> None:
    said = run(["explain", unasked, *([about] if about else []), "--lang", "en"]).out
    for role in ROLES:
        assert role not in said
    if about == "CORE2":
        assert "Voices: 0: –  1: " in said
        assert "last word" not in said, "which role that is stands in the questionnaire"


def test_without_consent_programs_are_told_no_roles_either(unasked: Path) -> None:
    shown = json.loads(run(["explain", unasked, "--json"]).out)
    answers = [answer for factor in shown["factors"] for answer in factor["answers"]]
    assert answers
    assert all(answer["by_role"] is None for answer in answers)
    with_it = json.loads(run(["explain", EXAMPLE, "CORE2", "--json"]).out)
    assert with_it["factors"][0]["answers"][0]["by_role"]["coordinator"] == 3


def test_nobody_is_named_in_any_output() -> None:
    # From the checkout's root, so that its own path, whatever it holds, is not part of an output.
    example = EXAMPLE.relative_to(ROOT)
    for verb in ("score", "explain", "gaps"):
        for words in ([], ["--json"]):
            said = run([verb, example, *words]).out
            assert not re.search(r"\bk1\b", said)
            assert "Strategi og Udvikling" not in said
