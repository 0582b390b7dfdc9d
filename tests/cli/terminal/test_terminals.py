"""What reaches a terminal, a pipe or a narrow code page: readable, and nothing is steered."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import unicodedata
from pathlib import Path

import pexpect
import pytest

from tests.given.command_line import environment, pasted, python_for, run
from tests.given.patience import PATIENCE
from tests.given.places import EXAMPLE, ROOT

VERBS = ("score", "explain", "gaps")


def on_a_terminal(command: str, env: dict[str, str]) -> str:
    """What a command prints on a terminal of 80 columns."""
    child = pexpect.spawn(
        f"{pasted()} {command}",
        cwd=str(ROOT),
        env=env,
        encoding="utf-8",
        dimensions=(50, 80),
        timeout=PATIENCE,
    )
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before).replace("\r\n", "\n")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(verb: str, columns: int) -> None:
    command: list[str | Path] = [verb, EXAMPLE, "--all", "--lang", "en"]
    narrow = run(command, env={"COLUMNS": str(columns)})
    # A command is never broken: half of it would run when it is pasted.
    lines = [line for line in narrow.out.splitlines() if "sdgassess " not in line]
    assert max(map(len, lines)) <= columns


@pytest.mark.parametrize(
    "command", [("explain", EXAMPLE, "--all"), ("reference", "show", "herning")]
)
@pytest.mark.parametrize("columns", [20, 40, 80])
def test_no_word_is_lost_where_it_is_narrow(command: tuple[str | Path, ...], columns: int) -> None:
    narrow, wide = (
        run([*command, "--lang", "en"], env={"COLUMNS": n}) for n in (str(columns), "2000")
    )
    # A word that is wider than the terminal is broken; no letter is lost by that.
    assert sorted("".join(narrow.out.split())) == sorted("".join(wide.out.split()))


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_no_line_of_a_short_screen_is_wider_than_the_terminal(columns: int, language: str) -> None:
    for verb, about in (("score", ()), ("gaps", ()), ("explain", ("COORD",))):
        ran = run([verb, EXAMPLE, *about, "--lang", language], env={"COLUMNS": str(columns)})
        # A command is never broken: half of it would run when it is pasted.
        lines = [line for line in ran.out.splitlines() if "sdgassess " not in line]
        assert max(map(len, lines)) <= columns


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    "env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "xterm-256color"}, {"LC_ALL": "C"}]
)
def test_not_one_escape_sequence_off_a_terminal(verb: str, env: dict[str, str]) -> None:
    ran = run([verb, EXAMPLE], env=env)
    assert ran.code == 0
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("env", "steered"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
    ],
)
def test_weights_only_on_a_terminal_that_wants_them(env: dict[str, str], steered: bool) -> None:
    out = on_a_terminal(shlex.join(["score", str(EXAMPLE)]), environment(**env))
    assert ("\x1b[" in out) is steered
    text = re.sub(r"\x1b\[[0-9;]*m", "", out)
    plain = ["--plain"] if env["TERM"] == "dumb" else []
    assert text == run(["score", EXAMPLE, *plain], env={"COLUMNS": "80"}).out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_narrow_code_page_gets_plainer_characters_and_no_crash(encoding: str) -> None:
    env = environment(PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C.UTF-8", COLUMNS="80")
    done = subprocess.run(
        [sys.executable, "-m", "sdgassess", "gaps", str(EXAMPLE), "--all"],
        env=env,
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode(encoding)
    assert "->" in text
    assert "Eksempelby" in text


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("verb", VERBS)
def test_lines_fit_with_plainer_characters_too(verb: str, language: str) -> None:
    env = environment(PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C", COLUMNS="80")
    done = subprocess.run(
        [*python_for(env), "-m", "sdgassess", verb, str(EXAMPLE), "--lang", language],
        env=env,
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    lines = [line for line in done.stdout.decode("ascii").splitlines() if "sdgassess " not in line]
    assert max(map(len, lines)) <= 80
    assert len(lines) > 15


NASTY = {
    "escape": "\\e[31mred\\e[0m",
    "title": "\\e]0;owned\\a",
    "clipboard": "\\e]52;c;aGk=\\a",
    "c1": "\\x9b31m",
    "backspace": "a\\bb\\rc",
    "bidi": "\\u202Eabc\\u2066x",
    "zero-width": "a\\u200Bb\\uFEFFc",
    "markup": "[red]x[/] [/] [link=https://example.org]y[/link] :warning:",
    "braces": "{facts} {0} {{}} %s",
}


def nasty_profile(folder: Path, text: str) -> Path:
    """A profile with the same text in every field that is free."""
    file = folder / "p.yaml"
    file.write_text(
        f"""format: sdgassess/profile/1
municipality: {{name: "{text}", country: DK, governing-form: "{text}"}}
date: 2026-03-12
questionnaire: {{id: nordic-sdg-governance, version: "1.0"}}
consent: {{by-role: true}}
participants:
  - {{id: k1, role: coordinator, unit: "{text}"}}
units-covered: ["{text}"]
answers:
  CORE1:
    asked: "{text}"
    level: 3
    means: "{text}"
    comment: "{text}"
    who-knows: "{text}"
    evidence: [{{kind: document, title: "{text}", ref: "{text}"}}]
    voices: [{{role: coordinator, level: 3, by: k1}}]
    agreed: {{by: [coordinator], reason: "{text}", dissent: "{text}"}}
  CORE2: {{state: not-applicable, reason: "{text}"}}
priorities:
  - {{question: BUD1, who: "{text}", by: "{text}", first-move: "{text}"}}
""",
        "utf-8",
    )
    return file


@pytest.mark.parametrize("kind", sorted(NASTY))
@pytest.mark.parametrize("verb", ["score", "explain", "gaps", "check"])
def test_text_of_a_file_is_never_obeyed(tmp_path: Path, kind: str, verb: str) -> None:
    file = nasty_profile(tmp_path, NASTY[kind])
    for words in ([], ["--json"]):
        ran = run([verb, file, *words])
        assert ran.code == 0, ran.err
        for character in ran.out + ran.err:
            assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cf"), kind


def test_markup_comes_out_as_the_words_it_is_on_a_terminal(tmp_path: Path) -> None:
    file = nasty_profile(tmp_path, NASTY["markup"])
    out = on_a_terminal(shlex.join(["score", str(file)]), environment(TERM="xterm-256color"))
    assert "[red]x[/] [/] [link=https://example.org]y[/link] :warning:" in out


def test_a_file_name_is_text_too(tmp_path: Path) -> None:
    name = "a\x1b[31m\n\u202e.yaml"
    (tmp_path / name).write_text("level: [", "utf-8")
    ran = run(["check", tmp_path / name])
    assert ran.code == 1
    assert "\x1b" not in ran.out + ran.err
    assert "\u202e" not in ran.out + ran.err


def test_a_closed_pipe_is_left_quietly() -> None:
    command = f"{pasted('gaps', EXAMPLE)} | head -1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_device_is_told_and_is_exit_4() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sdgassess", "score", str(EXAMPLE)],
            env=environment(),
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=PATIENCE,
            check=False,
        )
    assert done.returncode == 4
    assert b"P511" in done.stderr
    assert b"Traceback" not in done.stderr
