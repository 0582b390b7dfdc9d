"""What is not needed is not loaded: the start-up budget, held by names instead of clocks."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.given.command_line import environment
from tests.given.patience import PATIENCE
from tests.given.places import EXAMPLE, ROOT
from tests.given.window import PROMPT, Window

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
MADE = """
import typer.main
from sdgassess.cli.boundary import run

read, names = typer.main.get_params_from_function, []
typer.main.get_params_from_function = lambda verb: names.append(verb.__name__) or read(verb)
run(%r)
print()
print(*names)
"""
SAID = "import sys; from sdgassess.cli.boundary import run; run(%r); print(*sys.modules)"


def said_last(code: str, words: list[str]) -> list[str]:
    """The words of the last line that a program prints after it has run a command line."""
    done = subprocess.run(
        [sys.executable, "-c", code % (words,)],
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout.decode().splitlines()[-1].split()


@cache
def loaded(*words: str) -> frozenset[str]:
    """The modules that a command line loads, off a terminal."""
    return frozenset(said_last(SAID, list(words)))


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
    for other in (
        "interview",
        "analysis.priorities",
        "analysis.years",
        "analysis.versions",
        "files.write.writer",
        "report.gaps.screen",
        "document.blocks",
    ):
        module = f"sdgassess.{other}"
        assert not [name for name in found if f"{name}.".startswith(f"{module}.")]


@pytest.mark.parametrize(
    "words",
    [
        ["score", str(EXAMPLE)],
        ["gaps", str(EXAMPLE)],
        ["compare", str(EXAMPLE.parent)],
        ["explain", str(EXAMPLE), "LED"],
    ],
    ids=lambda words: words[0],
)
def test_a_short_screen_loads_nothing_of_paper(words: list[str]) -> None:
    found = loaded(*words)
    assert "sdgassess.media.terminal" in found
    for paper in ("document.blocks", "document.charts", "media.pdf", "media.charts"):
        assert not [name for name in found if name.startswith(f"sdgassess.{paper}")]


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (["--help"], ["_program_options"]),
        (["score", str(EXAMPLE)], ["_program_options", "run_score"]),
        (["report", "--help"], ["_program_options", "run_report"]),
        (["reference", "--help"], ["_program_options", "_group_options"]),
        (["reference", "list"], ["_program_options", "_group_options", "run_reference_list"]),
    ],
    ids=lambda words: words[0],
)
def test_only_the_verb_that_is_asked_for_is_made(words: list[str], made: list[str]) -> None:
    read = dict.fromkeys(said_last(MADE, words))
    assert [name for name in read if name not in ("_show_version", "_nearest_language")] == made


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
        timeout=PATIENCE,
    )
    found = done.stdout.decode().splitlines()[-1].split()
    assert "sdgassess.cli.terminal.plain" in found
    assert not {"prompt_toolkit", "readline"} & set(found)


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


@pytest.mark.parametrize(("file", "code"), [(str(EXAMPLE), 0), ("nowhere.yaml", 3)])
def test_a_run_ends_at_once_with_all_that_it_said(file: str, code: int) -> None:
    """Taking the interpreter apart lasts a tenth of a short run, so it must not come back."""
    program = (
        "import atexit, sys; from sdgassess.cli.boundary import main;"
        "atexit.register(print, 'taken apart'); sys.argv = ['sdgassess', 'score', %r, '--json'];"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program % file],
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == code
    assert json.loads(done.stdout)["format"].startswith("sdgassess/")
