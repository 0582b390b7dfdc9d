"""What is not needed is not loaded: the start-up budget, held by names instead of clocks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.given import EXAMPLE, ROOT, environment
from tests.cli.window import PROMPT, Window

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
LOADED = "print('line editor', 'prompt_toolkit' in sys.modules)"
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


def test_an_interview_off_a_terminal_loads_no_line_editor() -> None:
    code = (
        "from sdgassess.cli.boundary import run; import sys; run(%r); print(); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code % ["assess"]],
        env=environment(TERM="xterm-256color"),
        cwd=ROOT,
        input=b"",
        capture_output=True,
        check=True,
        timeout=60,
    )
    found = done.stdout.decode().splitlines()[-1].split()
    assert "sdgassess.interview.plain" in found
    assert not {"prompt_toolkit", "readline", "asyncio"} & set(found)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")
@pytest.mark.parametrize(
    ("words", "env", "edited"),
    [([], {}, True), (["--plain"], {}, False), ([], {"ACCESSIBLE": "1"}, False)],
    ids=str,
)
def test_only_the_editing_terminal_loads_the_line_editor(
    tmp_path: Path, words: list[str], env: dict[str, str], edited: bool
) -> None:
    code = "import sys; from sdgassess.cli.boundary import run; run(sys.argv[1:]); " + LOADED
    window = Window(["-c", code, "assess", *words], tmp_path, env=env)
    window.expect(PROMPT)
    window.sendline(":q")
    window.end()
    assert f"line editor {edited}" in window.raw
