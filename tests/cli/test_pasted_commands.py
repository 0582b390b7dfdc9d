"""A command that is printed can be pasted: a name in it is that name, and does nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sdgassess.cli.shell import Shell, quoted, shell_of
from sdgassess.text import visible
from tests.given.command_line import run
from tests.given.places import EXAMPLE
from tests.given.slow import slow_but

NASTY = [
    "plain.yaml",
    "with space.yaml",
    "two  spaces.yaml",
    "$(touch ran).yaml",
    "`touch ran`.yaml",
    "a;touch ran;.yaml",
    "a&touch ran&.yaml",
    "a|touch ran.yaml",
    "a>ran.yaml",
    "it's.yaml",
    'say "ran".yaml',
    "back\\slash.yaml",
    "end\\",
    "-x.yaml",
    "--force",
    "~root.yaml",
    "!!.yaml",
    "*.yaml",
    "{a,b}.yaml",
    "#a.yaml",
    "$HOME.yaml",
    "%PATH%.yaml",
    "^a.yaml",
    "‘a’ “b”.yaml",
    "a\ntouch ran\n.yaml",
    "a\rb.yaml",
    "a\tb.yaml",
    "bell\x07.yaml",
    "\u202eyaml.exe.yaml",
    "a\u2028touch ran.yaml",
    "a\u00a0b.yaml",
    "é.yaml",
    "=ls.yaml",
    os.fsdecode(b"no-text-\xff.yaml"),
]
SHELLS = [name for name in ("sh", "bash", "dash", "zsh", "fish") if shutil.which(name)]
ANSI = [name for name in SHELLS if name in ("bash", "zsh")]
"""Those that read `$'…'`."""
names = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"])
    | st.sampled_from("$`'\"\\;&|<>()*?[]#~=%!^{}- \n\t"),
    min_size=1,
    max_size=20,
)


def read_by(shell: str, words: str, folder: Path) -> list[bytes]:
    """The arguments that a shell makes of words."""
    script = f"printf '%s\\0' {words}"
    command = [os.fsencode(shell), b"-c", os.fsencode(script)]
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return ran.stdout.split(b"\0")[:-1]


def meant(name: str) -> bytes:
    return os.fsencode(f"./{name}" if name.startswith("-") else name)


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("name", NASTY, ids=ascii)
def test_a_name_is_one_argument_and_does_nothing(name: str, shell: str, tmp_path: Path) -> None:
    words = quoted(name, Shell.SH)
    arguments = read_by(shell, words, tmp_path)
    assert len(arguments) == 1
    if shell in ANSI or not words.startswith("$"):
        assert arguments == [meant(name)]
    assert not list(tmp_path.iterdir())


@settings(max_examples=60, deadline=None)
@given(names)
@example("\n")
@example("-")
@example("a\\'b")
def test_any_name_is_one_argument(name: str) -> None:
    words = quoted(name, Shell.SH)
    shell = ANSI[0] if words.startswith("$") else SHELLS[0]
    assert read_by(shell, words, Path("/")) == [meant(name)]
    assert "\n" not in words


@given(names)
def test_nothing_of_a_name_is_hidden_where_it_is_pasted(name: str) -> None:
    for shell in Shell:
        words = quoted(name, shell)
        assert visible(words) == words
        assert not words.startswith("-")


def read_by_powershell(words: str) -> str:
    """What PowerShell makes of one argument (about_Quoting_Rules)."""
    if words[0] == "'":
        inner = words[1:-1]
        assert words[-1] == "'"
        assert not re.search("[‘’‚‛']", re.sub("([‘’‚‛'])\\1", "", inner)), words
        return re.sub("([‘’‚‛'])\\1", r"\1", inner)
    if words[0] == '"':
        assert words[-1] == '"'
        assert not re.search('[$`"“”„]', words[1:-1]), words
        return words[1:-1]
    assert re.fullmatch(r"[\w./\\:+-]+", words)
    return words


def read_by_cmd(words: str) -> str:
    """What cmd hands on (percent signs, then quotes and carets) as the program reads it."""
    assert not re.search(r"%[^%^]+%", re.sub(r"\^%", "", words)), words
    handed, inside, at = "", False, 0
    while at < len(words):
        sign = words[at]
        if sign == "^" and not inside:
            at += 1
            handed += words[at]
        else:
            if not inside:
                assert sign not in "&|<>()%!", words
            if sign == '"':
                inside = not inside
            handed += sign
        at += 1
    return re.sub(r'(?<!\\)"', "", handed).replace('\\"', '"')


on_windows = st.text(
    st.characters(
        exclude_characters='/\\<>:"|?*', exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]
    )
    | st.sampled_from("$`'‘’“”„;&()#~=%!^{}- "),
    min_size=1,
    max_size=20,
)


@given(on_windows)
@example("$(calc).yaml")
@example("%PATH%.yaml")
@example("it’s.yaml")
@example("\U000e0000")
def test_windows_shells_take_any_name_as_it_is(name: str) -> None:
    if name.startswith("-"):
        name = f"./{name}"
    expected = visible(name)  # what cannot be seen is no name there, and does nothing
    assert read_by_powershell(quoted(name, Shell.POWERSHELL)) == expected
    assert read_by_cmd(quoted(name, Shell.CMD)) == expected


def test_the_shell_that_is_running() -> None:
    assert shell_of({}, windows=False) is Shell.SH
    assert shell_of({"PSModulePath": "x"}, windows=False) is Shell.POWERSHELL
    assert shell_of({"PSModulePath": "x"}, windows=True) is Shell.POWERSHELL
    assert shell_of({"PSModulePath": "x", "PROMPT": "$P$G"}, windows=True) is Shell.CMD
    assert shell_of({"MSYSTEM": "MINGW64", "PROMPT": "$P$G"}, windows=True) is Shell.SH


def commands_in(text: str, file: str) -> Iterator[str]:
    """The printed commands, each up to the file that it names."""
    for match in re.finditer(r"sdgassess [a-z]", text):
        line = text[match.start() :].partition("\n")[0]
        if file in line:
            yield line[: line.index(file) + len(file)]
        else:
            assert "yaml" not in line, line


FILES = [name for name in NASTY if name.endswith(".yaml")]
VERBS = {
    "score": [],
    "gaps": [],
    "explain": [],
    "target": [],
    "check": [],
    "assess": ["--plain"],
}


@pytest.mark.skipif(not ANSI, reason="no shell that reads every kind of quotation")
@pytest.mark.parametrize("name", slow_but(FILES[::4], FILES), ids=ascii)
def test_printed_commands_do_nothing_but_what_they_say(name: str, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    shown = here / name
    shown.write_bytes(EXAMPLE.read_bytes())
    recorder = tmp_path / "bin" / "sdgassess"
    recorder.parent.mkdir()
    recorder.write_text('#!/bin/sh\nprintf "%s\\0" "$@" >> "$RECORD"\n')
    recorder.chmod(0o755)
    record = tmp_path / "record"
    file, printed = quoted(name), 0
    for verb, more in VERBS.items():
        ran = run([verb, *more, "--", meant_word(name)], folder=here, typed="q\n")
        for command in commands_in(ran.out + ran.err, file):
            printed += 1
            record.unlink(missing_ok=True)
            environment = {"PATH": f"{recorder.parent}:/usr/bin:/bin", "RECORD": str(record)}
            script = os.fsencode(command)
            subprocess.run([ANSI[0], "-c", script], cwd=here, env=environment, check=True)
            assert meant(name) in record.read_bytes().split(b"\0"), command
    assert printed >= 5
    assert list(here.iterdir()) == [shown]


def meant_word(name: str) -> str:
    return os.fsdecode(meant(name))


@pytest.mark.parametrize(
    "name", ["two  spaces   more.yaml", f"{'long ' * 45}.yaml", "$(x)  y.yaml"]
)
def test_a_command_in_a_hint_is_whole(tmp_path: Path, name: str) -> None:
    shutil.copy(EXAMPLE, tmp_path / name)
    ran = run(["target", name, "POL2", "--done", "2026-01-01"], folder=tmp_path)
    assert ran.err.rstrip().endswith(f": sdgassess target {quoted(name)} POL2")
