"""Every verb that writes, with every call to the system failing once: what is told is true."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import pytest

from sdgassess.cli.verbs import invite, kit
from tests.given.command_line import Ran, run
from tests.given.faults import CALLS
from tests.given.places import EXAMPLE
from tests.given.questionnaires import NEXT
from tests.given.returned import page, sent

ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)
CANNOT_READ = "[P004]"
EMPTY = """format: sdgassess/profile/1
municipality: {name: Storby}
date: 2026-03-12
language: en
questionnaire: {id: nordic-sdg-governance, version: "1.0"}
answers: {}
"""
VERBS: dict[str, tuple[list[str], str, str]] = {
    "assess": (["assess", "e.yaml", "--plain", "--log", "m.md"], "2\n\n\nq\n", "e.yaml"),
    "target": (["target", "p.yaml", "POL1", "--who", "Anna"], "", "p.yaml"),
    "set": (["set", "p.yaml", "POL1", "2"], "", "p.yaml"),
    "set-anew": (["set", "n.yaml", "--name", "Storby", "--add", "l School"], "", "n.yaml"),
    "undo": (["set", "u.yaml", "--undo"], "", "u.yaml"),
    "merge": (["merge", "e.yaml", "in"], "", "e.yaml"),
    "invite": (["invite", "e.yaml", "--to", "out", "--role", "l"], "", "e.yaml"),
    "invited": (
        ["invite", "e.yaml", "--to", "out", "--role", "l"],
        "",
        "out/l1-line-manager.html",
    ),
    "invited-more": (
        ["invite", "e.yaml", "--to", "out", "--role", "l", "--as", "html,xlsx,pdf"],
        "",
        "out/l1-line-manager.pdf",
    ),
    "kit": (["kit", "e.yaml", "--to", "out"], "", "out/poster.pdf"),
    "kit-again": (["kit", "e.yaml", "--to", "old", "--force"], "", "old/agenda.pdf"),
    "migrate": (["migrate", "p.yaml", "--to", "next.yaml", "--apply"], "", "p.yaml"),
    "report": (["report", "p.yaml", "-o", "r.md"], "", "r.md"),
    "report-csv": (["report", "p.yaml", "-o", "r.csv"], "", "r.csv"),
    "report-across": (["report", "--across", "p.yaml", "e.yaml", "-o", "r.csv"], "", "r.csv"),
    "report-again": (["report", "p.yaml", "-o", "old.md", "--force"], "", "old.md"),
    "form": (["form", "p.yaml", "-o", "f.md"], "", "f.md"),
    "new": (["questionnaire", "new", "q-0.1.yaml"], "", "q-0.1.yaml"),
}
"""By name: the command line, what is typed, and the file that it writes."""
DEAR = ("migrate", "kit", "kit-again", "invite", "invited", "invited-more")
"""Verbs that read or print so much that a run of theirs takes as long as ten of another."""


class FaultIn:
    """Makes the n-th use of a call fail, of those that are about a folder."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, call: str) -> None:
        self.folder, self.real = str(folder), getattr(os, call)
        self.at, self.error, self.used = -1, 0, 0
        self.closes = call == "close"
        monkeypatch.setattr(os, call, self)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if self._about(arguments[0] if arguments else ""):
            self.used += 1
            if self.used == self.at + 1:
                if self.closes:
                    self.real(*arguments)
                raise OSError(self.error, os.strerror(self.error))
        return self.real(*arguments, **named)

    def _about(self, subject: object) -> bool:
        if isinstance(subject, int):
            try:
                subject = Path(f"/proc/self/fd/{subject}").readlink()
            except OSError:
                return False
        return isinstance(subject, str | os.PathLike) and str(subject).startswith(self.folder)


def prepared(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(EXAMPLE, folder / "p.yaml")
    shutil.copy(NEXT, folder / "next.yaml")
    (folder / "old.md").write_text("old\n")
    (folder / "old").mkdir()
    (folder / "old" / "agenda.pdf").write_text("old\n")
    (folder / "e.yaml").write_text(EMPTY)
    sent(folder / "in", page("l1", {"POL1": 2}) | {"place": {"name": "Storby"}, "scope": "full"})
    for name, raw in changed_once().items():
        (folder / name).write_bytes(raw)


@cache
def changed_once() -> Mapping[str, bytes]:
    """A profile that was changed, and what is kept beside it to take that back, by name."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "u.yaml").write_text(EMPTY)
        assert run(["set", "u.yaml", "POL1", "2"], folder=Path(folder)).code == 0
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def holds_true(ran: Ran, name: str, changed: bool, step: str) -> None:
    """What the run said of the file is what stands there."""
    assert ran.code in (0, 4) or (ran.code == 3 and CANNOT_READ in ran.err), (
        f"{step}: {ran.code} {ran.err}"
    )
    assert not (changed and ran.code == 3), f"{step}: {ran.err}"
    assert "P505" not in ran.err, f"{step}: {ran.err}"
    if f"{name}: the new file stands" in ran.err:
        assert changed, step
    elif ran.code == 4 and f"{name}: " in ran.err and "as it was" in ran.err:
        assert not changed, f"{step}: {ran.err}"


def composed_once(patch: pytest.MonkeyPatch, module: ModuleType, name: str) -> None:
    """Compose what is written in the first run alone: it takes a second, and asks no system."""
    compose, composed = getattr(module, name), list[Any]()

    def once(*arguments: Any, **named: Any) -> Any:
        if not composed:
            composed.append(compose(*arguments, **named))
        return composed[0]

    patch.setattr(module, name, once)


def attempts(verb: str, error: int, folder: Path, patch: pytest.MonkeyPatch) -> int:
    """Run a verb once for each use of each call, which fails there; how often that was."""
    words, typed, name = VERBS[verb]
    runs = 0
    prepared(folder)
    before = (folder / name).read_bytes() if (folder / name).exists() else None
    with patch.context() as counting:
        uses = {call: FaultIn(counting, folder, call) for call in CALLS}
        fine = run(words, folder=folder, typed=typed)
    assert fine.code == 0, fine.err
    new = (folder / name).read_bytes()
    assert new != before
    for call in CALLS:
        for at in range(uses[call].used):
            prepared(folder)
            with patch.context() as failing:
                fault = FaultIn(failing, folder, call)
                fault.at, fault.error = at, error
                ran = run(words, folder=folder, typed=typed)
            after = (folder / name).read_bytes() if (folder / name).exists() else None
            step = f"{call} {at} {errno.errorcode[error]}"
            assert after is None or after == before or len(after) > len(new) // 2, step
            holds_true(ran, name, after != before, step)
            runs += 1
    return runs


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux what a number means")
@pytest.mark.parametrize(
    ("verb", "error"),
    # Each error takes the same way to its message (`tests/files/write/test_faults.py`): of the
    # verbs that write much at once each meets one of them, and all others meet all.
    [
        *((verb, error) for verb in VERBS if verb not in DEAR for error in ERRORS),
        *zip(DEAR, itertools.cycle(ERRORS)),
    ],
    ids=lambda value: errno.errorcode.get(value, value),
)
def test_what_a_verb_says_is_true_with_every_error(
    verb: str, error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed_once(monkeypatch, kit, "_entries")
    composed_once(monkeypatch, invite, "_files")
    assert attempts(verb, error, tmp_path / "f", monkeypatch) > 10
