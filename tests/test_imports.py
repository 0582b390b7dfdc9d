"""What is not needed is not loaded: the start-up budget, held by names instead of clocks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.given import EXAMPLE, ROOT, environment

HEAVY = (
    "rich",
    "jsonschema",
    "filelock",
    "prompt_toolkit",
    "jinja2",
    "typst",
    "babel",
    "pydantic",
)
SAID = "import sys; from sdgassess.cli.boundary import run; run(%r); print(*sys.modules)"


def loaded(*words: str) -> set[str]:
    """The modules that a command line loads, off a terminal."""
    done = subprocess.run(
        [sys.executable, "-c", SAID % (list(words),)],
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return set(done.stdout.decode().splitlines()[-1].split())


@pytest.mark.parametrize(
    "words",
    [
        ["score", str(EXAMPLE)],
        ["check", str(EXAMPLE)],
        ["gaps", str(EXAMPLE)],
        ["explain", str(EXAMPLE), "CORE"],
        ["questionnaire", "list"],
    ],
    ids=lambda words: words[0],
)
def test_heavy_modules_stay_away(words: list[str]) -> None:
    assert not loaded(*words) & set(HEAVY)


def test_help_and_version_load_neither_yaml_nor_the_model() -> None:
    for words in (["--help"], ["--version"]):
        found = loaded(*words)
        assert "yaml" not in found
        assert not [name for name in found if name.startswith("sdgassess.model")]


def test_score_loads_no_other_verb() -> None:
    found = loaded("score", str(EXAMPLE))
    for other in ("interview", "analysis", "files.writer", "report.gaps_screen"):
        module = f"sdgassess.{other}"
        assert not [name for name in found if f"{name}.".startswith(f"{module}.")]
