"""A terminal window for tests: the program in a pty, its words without what steers the cursor."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect

from sdgassess.files.load import load_profile
from tests.given.command_line import environment, python_for
from tests.given.patience import PATIENCE

PROMPT = r"(: |\) |\? )$"
"""Every prompt ends in one of these, with nothing after it."""

BEGUN = """format: sdgassess/profile/1
municipality: {name: Prøveby, country: DK}
date: 2026-03-12
scope: full
questionnaire: {id: nordic-sdg-governance, version: "1.0"}
language: en
status: in-progress
context: {committees: 4, administrations: 6, goals: 5, partnerships: 3}
answers: {}
"""

_LAG = 0.01
"""Seconds that a terminal may take to hand on what was written to it."""

_GAP = re.compile(r"\x1b\[\d+D\x1b\[\d+C")
"""How the editor draws the space at the end of a prompt, as the last thing of it."""
_STEERING = re.compile(r"\x1b(?:\[[0-9;?]*[@-~]|\][^\x07]*\x07|[()][0-9A-B]|[=>78])")
_UNFINISHED = re.compile(r"(?:\x1b\[\d+D)?(?:\x1b(?:\[[0-9;?]*)?)?\Z")


if TYPE_CHECKING:
    Spawned = pexpect.spawn[str]
else:
    Spawned = pexpect.spawn


class Window(Spawned):
    """A spawned program whose output is read without escape sequences; `raw` keeps them."""

    def __init__(
        self,
        words: list[str],
        folder: Path,
        *,
        size: tuple[int, int] = (50, 80),
        program: str = sys.executable,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._held = ""
        self._record = StringIO()
        super().__init__(
            program,
            words,
            cwd=str(folder),
            env=environment(**{"TERM": "xterm-256color", **(env or {})}),
            encoding="utf-8",
            codec_errors="replace",
            dimensions=size,
            timeout=PATIENCE,
        )
        self.delaybeforesend = None
        self.logfile_read = self._record

    @property
    def raw(self) -> str:
        """Everything that the program has sent."""
        return self._record.getvalue()

    def read_nonblocking(self, size: int = 1, timeout: float | None = None) -> str:
        text = self._words(super().read_nonblocking(size, timeout))
        while text.endswith(" ") and (more := self._behind(size)):
            text += self._words(more)
        return text

    def _words(self, sent: str) -> str:
        """What was sent without what steers; a sequence that is cut off waits for its rest."""
        text = self._held + sent
        unfinished = _UNFINISHED.search(text)
        assert unfinished is not None
        text, self._held = text[: unfinished.start()], unfinished.group()
        return _STEERING.sub("", _GAP.sub(" ", text))

    def _behind(self, size: int) -> str:
        """What comes behind what may be a prompt, or nothing once the program waits for keys.

        What is written in one go is read in several, and any of them may end in `: `.
        """
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            waits = self._waits()
            if select.select([self.child_fd], [], [], _LAG)[0]:
                try:
                    return str(super().read_nonblocking(size, 0))
                except (pexpect.EOF, pexpect.TIMEOUT):
                    return ""
            if waits:
                return ""
        return ""

    def _waits(self) -> bool:
        """Whether the program in front sleeps; where that cannot be asked for, it is believed."""
        try:
            stat = Path(f"/proc/{os.tcgetpgrp(self.child_fd)}/stat").read_text("utf-8")
        except OSError:
            return True
        return stat.rpartition(")")[2].split()[0] not in ("R", "D")

    def answer(self, *lines: str) -> str:
        """Type lines, each when its prompt stands there; what was said to the last one."""
        for line in lines:
            self.sendline(line)
            self.expect(PROMPT)
        return str(self.before) + str(self.after)

    def end(self) -> int:
        """Wait until the program is over; its exit code, or the signal's number below zero."""
        self.expect(pexpect.EOF)
        self._until_over()
        self._close_at_once()
        return self.exitstatus if self.exitstatus is not None else -(self.signalstatus or 0)

    def put_away(self) -> None:
        """Close the window, and end by force what is still in it."""
        if self.closed:
            return
        if self.isalive():
            self.kill(signal.SIGKILL)
            self._until_over()
        self._close_at_once()

    def _until_over(self) -> None:
        """Wait for a program that has let go of its window, or is being killed."""
        until = time.monotonic() + PATIENCE
        while self.isalive() and time.monotonic() < until:
            time.sleep(0.001)

    def _close_at_once(self) -> None:
        """Close the window over a program that has ended: there is nothing to be patient for."""
        vars(self)["ptyproc"].delayafterclose = 0
        self.close()

    def hang_up(self) -> int:
        """Close the window under the program; its exit code, however long it takes to end."""
        terminal = vars(self)["ptyproc"]
        by_force = terminal.terminate

        def when_over(force: bool) -> object:
            self._until_over()
            return by_force(force)

        terminal.terminate = when_over
        self._close_at_once()
        return self.exitstatus if self.exitstatus is not None else -(self.signalstatus or 0)


@contextmanager
def sitting(
    folder: Path, *words: str, size: tuple[int, int] = (50, 80), **env: str
) -> Iterator[Window]:
    """A sitting in a window of its own, which is closed at the end whatever happens."""
    program, *options = python_for(env)
    command = [*options, "-m", "sdgassess", "assess", *words]
    window = Window(command, folder, size=size, program=program, env=env)
    try:
        yield window
    finally:
        window.put_away()


def pass_opening(window: Window) -> None:
    """Name the municipality and pass the opening up to the first question."""
    window.expect(PROMPT)
    window.answer("Prøveby", "c Strategi", "")


def comment(folder: Path, question: str = "POL1") -> str | None:
    loaded = load_profile(folder / "p.yaml")
    assert loaded.value is not None, loaded.problems
    answer = loaded.value.answers.get(question)
    return None if answer is None else answer.comment


@contextmanager
def shell(folder: Path, **env: str) -> Iterator[Window]:
    """An interactive shell in a window, in which a program can be suspended and can be missed."""
    bash = ["--noprofile", "--norc", "-i"]
    names = {"PS1": "ready> ", "PYTHON": sys.executable, **env}
    window = Window(bash, folder, program="bash", env=names)
    try:
        window.expect("ready> ")
        window.sendline("bind 'set enable-bracketed-paste off'")
        window.expect("ready> ")
        yield window
    finally:
        window.put_away()
