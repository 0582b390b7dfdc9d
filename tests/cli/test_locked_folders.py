"""A file that may not be read, and one in a folder that may not be entered: whatever the verb.

Whoever runs the tests may be allowed everything, so the system's refusal is made here.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sdgassess.cli.app import PROGRAM
from sdgassess.cli.commands import Group, Verb, command_of
from sdgassess.files.read.reader import read_bytes
from sdgassess.language import Words
from tests.given.command_line import run
from tests.given.merging import merged_json, refusals, voices_of
from tests.given.returned import page, sent, waiting

LINES = (
    "score locked/p.yaml",
    "check locked/p.yaml",
    "set locked/p.yaml POL1 2",
    "target locked/p.yaml POL1",
    "assess locked/p.yaml",
    "assess --agree locked/p.yaml",
    "assess --enter locked/p.yaml",
    "invite locked/p.yaml --to out",
    "kit locked/p.yaml --to out",
    "merge locked/p.yaml in/l1-0.json",
    "merge locked/p.yaml --open",
    "report locked/p.yaml",
    "compare locked/p.yaml p.yaml",
    "migrate locked/p.yaml --to 1.0",
)


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `locked` that may not be entered, beside a profile and what came back."""
    waiting(tmp_path, "l1", "x1")
    (tmp_path / "locked").mkdir()
    sent(tmp_path / "in", page("l1", {"LED1": 2}))
    stat, open_file = os.stat, os.open

    def refusing(system_call: Callable[..., object]) -> Callable[..., object]:
        def call(path: object, *more: object, **options: object) -> object:
            if isinstance(path, str | os.PathLike) and "locked" in Path(path).parts[:-1]:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return system_call(path, *more, **options)

        return call

    monkeypatch.setattr(os, "stat", refusing(stat))
    monkeypatch.setattr(os, "open", refusing(open_file))
    return tmp_path


@pytest.mark.parametrize("line", LINES)
def test_a_file_in_a_locked_folder_is_no_fault_of_the_program(locked: Path, line: str) -> None:
    ran = run([*line.split(), "--lang", "en"], folder=locked)
    assert ran.code in {3, 4}, ran.err
    assert "locked" in ran.err
    assert "[P505]" not in ran.err
    assert not (locked / "out").exists()


def test_what_may_not_be_read_keeps_the_other_answers_from_nothing(locked: Path) -> None:
    code, document = merged_json(locked, "locked/x1.json", "in")
    assert (code, refusals(document)) == (3, [("P004", None, None)])
    assert voices_of(locked, "LED1") == {"l1": 2}


def test_a_file_that_may_not_be_read_says_so(locked: Path) -> None:
    raw, problem = read_bytes(locked / "locked" / "p.yaml", "p.yaml")
    assert raw is None
    assert problem is not None
    assert (problem.code, problem.facts) == ("P004", {"why": "denied"})


def verbs(declared: Verb | Group) -> list[Verb]:
    """Every verb of the program."""
    if isinstance(declared, Verb):
        return [declared]
    return [verb for below in declared.below.values() for verb in verbs(below)]


def test_no_verb_leaves_it_to_the_parser_to_say_what_cannot_be_read() -> None:
    paths = 0
    for verb in verbs(PROGRAM):
        for parameter in command_of(verb, Words("sv")).params:
            if hasattr(parameter.type, "readable"):
                paths += 1
                assert not parameter.type.readable, (verb.address, parameter.name)
    assert paths > 20


@pytest.mark.parametrize(
    "line", ["compare below", "check below", "report below -o x.html", "merge p.yaml in below"]
)
@pytest.mark.parametrize("shut", ["below", "below/deep"])
def test_a_folder_that_may_not_be_looked_into_is_not_called_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, shut: str
) -> None:
    waiting(tmp_path, "l1", "x1")
    (tmp_path / "below" / "deep").mkdir(parents=True)
    sent(tmp_path / "in", page("l1", {"LED1": 2}))
    before = (tmp_path / "p.yaml").read_bytes()
    listed = os.scandir

    def refusing(folder: str) -> Iterator[os.DirEntry[str]]:
        if Path(folder).is_relative_to(tmp_path / shut) or Path(folder) == Path(shut):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refusing)
    ran = run([*line.split(), "--lang", "en"], folder=tmp_path)
    assert ran.code in {3, 4}, ran.out
    assert shut in ran.err
    assert "P004" in ran.err
    assert (tmp_path / "p.yaml").read_bytes() == before
    assert not (tmp_path / "x.html").exists()
