"""Commands that are printed, quoted for the shell that is running.

A command that is printed can be pasted into the shell that is running: whatever a name holds –
`$(…)`, backticks, quotes, a leading dash, a line end – is a name there and does nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path

from sdgassess.problem import Fact, Problem
from sdgassess.text import visible

_PLAIN = r"[\w./:+-]+"
"""What every shell takes as it is; on Windows the backslash, too. A pattern is compiled when it is
needed: most names need one of these."""
_PLAIN_ON_WINDOWS = r"[\w./\\:+-]+"
_SINGLE_QUOTES = "'‘’‚‛"
"""What PowerShell takes for a single quote."""
_READ_IN_DOUBLE_QUOTES = r"[$`%!\"“”„\x00-\x1f]"
"""What a shell of Windows does not leave alone within double quotes."""
_READ_BY_SH = r"[$`\\\"!]"
"""What sh does not leave alone within double quotes."""


class Shell(Enum):
    """Whose rules of quoting hold for a command that is printed."""

    SH = "sh"
    POWERSHELL = "powershell"
    CMD = "cmd"


def shell_of(environment: Mapping[str, str], *, windows: bool) -> Shell:
    """The shell that a command is probably pasted into.

    Args:
        environment: the environment's variables.
        windows: whether this is Windows.
    """
    if not windows:
        # Elsewhere only PowerShell itself sets the first, and it leaves the other as it was.
        return Shell.POWERSHELL if "PSModulePath" in environment else Shell.SH
    if environment.get("MSYSTEM") or environment.get("SHELL"):
        return Shell.SH
    # Windows sets PSModulePath for everybody; the prompt of cmd is set by cmd alone.
    return Shell.CMD if "PROMPT" in environment else Shell.POWERSHELL


def quoted(path: Path | str, shell: Shell | None = None) -> str:
    """A path as it must be typed, so that it is nothing but this path.

    Args:
        path: the path.
        shell: for which shell; the one that is running where not given.
    """
    name = str(path)
    if name.startswith("-"):  # else it would be an option
        name = f".{os.sep}{name}"
    return _one_word(name, shell or _running_shell())


def command_line(words: Sequence[str], shell: Shell | None = None) -> str:
    """A command as it must be typed, so that each of its words is nothing but this word.

    Args:
        words: the program, or where it is, and what it is told; options among them.
        shell: for which shell; the one that is running where not given.
    """
    shell = shell or _running_shell()
    program, *others = (_one_word(word, shell) for word in words)
    if shell is Shell.POWERSHELL and program[0] in "'\"":
        program = f"& {program}"  # else it would be a text, and no command
    return " ".join((program, *others))


def pasteable(problem: Problem) -> Problem:
    """A problem whose command, where it comes as words, is the line to be typed."""
    command = problem.facts.get("command")
    if not isinstance(command, tuple):
        return problem
    facts: dict[str, Fact] = {**problem.facts, "command": command_line(command)}
    return problem._replace(facts=facts)


def _running_shell() -> Shell:
    """The shell that a command is probably pasted into now."""
    return shell_of(os.environ, windows=os.name == "nt")


def _one_word(name: str, shell: Shell) -> str:
    """A word of a command for a shell."""
    plain = _PLAIN if shell is Shell.SH else _PLAIN_ON_WINDOWS
    if re.fullmatch(plain, name):
        return name
    return {Shell.SH: _for_sh, Shell.POWERSHELL: _for_powershell, Shell.CMD: _for_cmd}[shell](name)


def _for_sh(name: str) -> str:
    """In quotation marks, or in single quotes, within which sh, bash, zsh and fish change nothing.

    What cannot be seen stands in `$'…'`, which sh's newer relatives read: else a line end would
    send half a command off.
    """
    if visible(name) != name or not name.isprintable():
        return "$'" + "".join(map(_escape_for_sh, name)) + "'"
    if not re.search(_READ_BY_SH, name):
        return f'"{name}"'
    pieces = (f"\\{piece}" if piece in "'\\" else f"'{piece}'" for piece in _pieces(name, "'\\"))
    return "".join(pieces)


def _escape_for_sh(character: str) -> str:
    """A character within `$'…'`."""
    if character in "'\\":
        return f"\\{character}"
    if character.isprintable() and visible(character) == character:
        return character
    # By its bytes, which every version reads, and which a name that is no text has too.
    return "".join(f"\\{byte:03o}" for byte in os.fsencode(character))


def _for_powershell(name: str) -> str:
    """In quotation marks, which cmd reads alike; in single quotes where those would be read."""
    name = visible(name)
    if not re.search(_READ_IN_DOUBLE_QUOTES, name):
        return f'"{name}"'
    doubled = "".join(c * 2 if c in _SINGLE_QUOTES else c for c in name)
    return f"'{doubled}'"


def _for_cmd(name: str) -> str:
    """In quotation marks, with percent signs outside of them, where a caret keeps them."""
    name = visible(name)
    if not re.search(_READ_IN_DOUBLE_QUOTES, name):
        return f'"{name}"'
    pieces = (_outside_for_cmd(p) if p in '%!"' else f'"{p}"' for p in _pieces(name, '%!"'))
    return "".join(pieces)


def _outside_for_cmd(sign: str) -> str:
    """A sign that cmd reads within quotation marks, outside of them."""
    return '\\^"' if sign == '"' else f"^{sign}"


def _pieces(name: str, signs: str) -> list[str]:
    """A name in pieces, each of the signs alone."""
    return [piece for piece in re.split(f"([{re.escape(signs)}])", name) if piece]
