"""What command-line tests share: running a command line in a clean environment."""

from __future__ import annotations

import gc
import os
import shlex
import signal
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

from sdgassess.cli import boundary, commands
from sdgassess.language import Words
from tests.given.patience import PATIENCE
from tests.given.places import ROOT

_SIGNALS = [getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGALRM")]


@dataclass(frozen=True)
class Ran:
    """What a command line did."""

    code: int
    out: str
    err: str


_READ_EVERYWHERE = str(ROOT).isascii()
"""Whether a development install leaves a path that Python 3.11 can read in the C locale.

It reads `.pth` files in the encoding of the locale, and does not start at all where it cannot.
"""


def python_for(env: Mapping[str, str]) -> list[str]:
    """Python as it starts in an environment: in the C locale without `.pth`, where that stops it.

    What the program is then found by stands in the `PYTHONPATH` of `environment`.
    """
    stops = env.get("LC_ALL") == "C" and not _READ_EVERYWHERE
    return [sys.executable, *(["-S"] if stops else [])]


def pasted(*words: str | Path) -> str:
    """A command line as text, for a terminal or a shell: whatever the paths hold."""
    return shlex.join([sys.executable, "-m", "sdgassess", *map(str, words)])


def environment(**more: str) -> dict[str, str]:
    """A clean environment in which the package is found, in English unless told otherwise."""
    packages = [] if _READ_EVERYWHERE else [sysconfig.get_path("purelib")]
    path = os.pathsep.join([str(ROOT), *packages])
    base = {"PATH": os.environ["PATH"], "PYTHONPATH": path, "LANG": "C.UTF-8"}
    return {**base, "PYTHONUTF8": "1", **more}


def run(
    arguments: Sequence[str | Path],
    *,
    folder: Path = ROOT,
    typed: str | None = None,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run a command line off a terminal, as a process of its own would, but within this one.

    Only the parser's commands stay from one run to the next: making them takes longer than most
    runs, and a run changes none of them. `run_process` makes them anew.
    """
    with (
        tempfile.TemporaryFile() as typing,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        typing.write((typed or "").encode())
        typing.seek(0)
        with _standing_in(folder, environment(**(env or {})), (typing, out, err)):
            code = boundary.run([*map(str, arguments)])
        return Ran(code, _all_of(out), _all_of(err))


def run_process(
    arguments: Sequence[str | Path], *, folder: Path = ROOT, env: Mapping[str, str] | None = None
) -> Ran:
    """Run a command line as a process of its own, where what the process does is in question."""
    done = subprocess.run(
        [*python_for(env or {}), "-m", "sdgassess", *map(str, arguments)],
        cwd=folder,
        env=environment(**(env or {})),
        input=b"",
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@contextmanager
def _standing_in(
    folder: Path, env: Mapping[str, str], files: Sequence[BinaryIO]
) -> Iterator[None]:
    """Folder, environment and streams of a run; all that it changes is put back."""
    streams = sys.stdin, sys.stdout, sys.stderr
    before = dict(os.environ)
    signals = {number: signal.getsignal(number) for number in _SIGNALS if number is not None}
    thresholds = gc.get_threshold()
    back = Path.cwd()
    os.environ.clear()
    os.environ.update(env)
    os.chdir(folder)
    ours = [TextIOWrapper(file, "utf-8", write_through=True) for file in files]
    sys.stdin, sys.stdout, sys.stderr = ours
    try:
        with commands_made_once():
            yield
    finally:
        for stream in ours:
            stream.detach()
        sys.stdin, sys.stdout, sys.stderr = streams
        os.chdir(back)
        os.environ.clear()
        os.environ.update(before)
        for number, handler in signals.items():
            signal.signal(number, handler)
        gc.set_threshold(*thresholds)


@contextmanager
def commands_made_once() -> Iterator[None]:
    """Let the parser's commands stay from one run to the next."""
    commands.command_of = _command
    try:
        yield
    finally:
        commands.command_of = _MAKE_COMMAND


_MAKE_COMMAND = commands.command_of
_COMMANDS: dict[tuple[int, str, str, object], tuple[object, Any]] = {}
"""Commands made so far, each with what it was made of, so that no other object gets its id."""


def _command(declared: commands.Verb | commands.Group, words: Words, name: str = "") -> Any:
    """The parser's command of a verb or group; made anew where a test puts in another function."""
    function = None if isinstance(declared, commands.Group) else commands.function_of(declared)
    key = (id(declared), words.language, name, function)
    if key not in _COMMANDS:
        _COMMANDS[key] = declared, _MAKE_COMMAND(declared, words, name)
    return _COMMANDS[key][1]


def _all_of(file: BinaryIO) -> str:
    """Everything that was written to a file."""
    file.seek(0)
    return file.read().decode("utf-8")
