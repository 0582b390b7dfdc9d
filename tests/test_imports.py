"""What is not needed is not loaded: the start-up budget, held by names instead of clocks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
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
for words in %r:
    names.clear()
    run(words)
    print()
    print("afterwards", *names)
"""
SAID = """
import sys
from sdgassess.cli.boundary import run

for words in %r:
    run(words)
    print()
    print("afterwards", *sys.modules)
"""
SHORT = (
    ("score", str(EXAMPLE)),
    ("gaps", str(EXAMPLE)),
    ("compare", str(EXAMPLE.parent)),
    ("explain", str(EXAMPLE), "LED"),
)
LINES = (
    *SHORT,
    ("check", str(EXAMPLE)),
    ("explain", str(EXAMPLE), "CORE"),
    ("questionnaire", "list"),
)
"""Command lines of short screens, and others; one after the other in one program, so that what a
line is found to load may have been loaded by one before it, and nothing is overlooked."""
MAKING = (
    (("--help",), ("_program_options",)),
    (("score", str(EXAMPLE)), ("_program_options", "run_score")),
    (("report", "--help"), ("_program_options", "run_report")),
    (("reference", "--help"), ("_program_options", "_group_options")),
    (("reference", "list"), ("_program_options", "_group_options", "run_reference_list")),
)
"""Command lines, and what the parser is made of for them."""


def said_afterwards(code: str, lines: Sequence[tuple[str, ...]]) -> list[list[str]]:
    """The words that a program prints each time after it has run a command line."""
    done = subprocess.run(
        [sys.executable, "-c", code % ([*map(list, lines)],)],
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    said = [line.split() for line in done.stdout.decode().splitlines()]
    return [words[1:] for words in said if words[:1] == ["afterwards"]]


@cache
def loaded(*lines: tuple[str, ...]) -> dict[tuple[str, ...], frozenset[str]]:
    """The modules that are loaded after each of some command lines, off a terminal."""
    return dict(zip(lines, map(frozenset, said_afterwards(SAID, lines)), strict=True))


@cache
def made() -> dict[tuple[str, ...], tuple[str, ...]]:
    """What the parser is made of for each command line."""
    lines = tuple(words for words, _ in MAKING)
    return dict(zip(lines, map(tuple, said_afterwards(MADE, lines)), strict=True))


@pytest.mark.parametrize("words", LINES, ids=lambda words: words[0])
def test_heavy_modules_stay_away(words: tuple[str, ...]) -> None:
    assert not loaded(*LINES)[words] & set(HEAVY)


def test_help_and_version_load_neither_yaml_nor_the_model() -> None:
    for found in loaded(("--help",), ("--version",)).values():
        assert "yaml" not in found
        assert not [name for name in found if name.startswith("sdgassess.model")]


def test_score_loads_no_other_verb() -> None:
    found = loaded(*LINES)[LINES[0]]
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


@pytest.mark.parametrize("words", SHORT, ids=lambda words: words[0])
def test_a_short_screen_loads_nothing_of_paper(words: tuple[str, ...]) -> None:
    found = loaded(*LINES)[words]
    assert "sdgassess.media.terminal" in found
    for paper in ("document.blocks", "document.charts", "media.pdf", "media.charts"):
        assert not [name for name in found if name.startswith(f"sdgassess.{paper}")]


@pytest.mark.parametrize(("words", "parts"), MAKING, ids=lambda each: each[0])
def test_only_the_verb_that_is_asked_for_is_made(
    words: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    read = dict.fromkeys(made()[words])
    names = [name for name in read if name not in ("_show_version", "_nearest_language")]
    assert tuple(names) == parts


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
