"""A plugin of pytest in a copy of the package: what reaches a fault, and what catches it.

`hit` is called in the copy before each line that has a mutant. A process that a test has started
finds the test by its ancestors. With a list of jobs the tests are collected once; for each job a
process of its own gets the faulty code in place of the sound one and runs the job's tests.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

RECORD = Path(__file__).resolve().parents[1] / "hits"
_SEEN: set[tuple[int, str]] = set()
_FAILED: list[str] = []
_NO_END = 6
"""How many times as long a test may take with a fault; it is caught by having no end."""


# --- what reaches a fault


def hit(number: int) -> None:
    """The line of a mutant is about to run."""
    test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" (")[0] or _of_ancestors()
    if (number, test) not in _SEEN:
        _SEEN.add((number, test))
        with (RECORD / f"{os.getpid()}.hit").open("a", encoding="utf-8") as record:
            record.write(f"{number}\t{test!r}\n")


def _of_ancestors() -> str:
    """The test that this process is at, or else the one that started it, its parent, and so on.

    A command line that runs within a test has an environment of its own, without the test's name.
    """
    process = os.getpid()
    while process > 1:
        running = RECORD / f"{process}.test"
        if running.exists():
            return running.read_text("utf-8")
        status = Path(f"/proc/{process}/status").read_text("utf-8")
        process = int(status.partition("PPid:")[2].split()[0])
    return ""


def _spent() -> float:
    """Seconds of processors that this process and those it started have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def pytest_runtest_setup(item: Any) -> None:
    """Say which test this process is at."""
    if RECORD.exists():
        (RECORD / f"{os.getpid()}.test").write_text(item.nodeid, "utf-8")
        item.spent = _spent()


def pytest_runtest_makereport(item: Any, call: Any) -> None:
    """Say how a phase of a test ended and what the test has cost until then."""
    if RECORD.exists():
        ended = "passed" if call.excinfo is None else call.excinfo.typename
        with (RECORD / f"{os.getpid()}.ended").open("a", encoding="utf-8") as record:
            cost = _spent() - getattr(item, "spent", _spent())
            record.write(f"{ended}\t{cost:.3f}\t{item.nodeid!r}\n")


# --- what catches a fault


def pytest_runtestloop(session: Any) -> bool | None:
    """Judge the jobs, where there are any, instead of running every test."""
    listed = os.environ.get("MUTANT_JOBS")
    if not listed:
        return None
    items = {item.nodeid: item for item in session.items}
    for job in json.loads(Path(listed).read_text("utf-8")):
        start = time.monotonic()
        judged = _judged(job, [items[test] for test in job["tests"] if test in items])
        took = f"{time.monotonic() - start:.0f} s"
        print("judged " + json.dumps([job["number"], judged, took]), flush=True)
    return True


def _judged(job: dict[str, Any], items: Sequence[Any]) -> str:
    """The test that catches a fault, `no end`, or nothing, found in a process of its own."""
    file, sound = Path(job["file"]), Path(job["file"]).read_text("utf-8")
    before = file.stat()
    file.write_text(job["text"], "utf-8")
    os.utime(file, (before.st_mtime + job["number"] + 2,) * 2)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _put_in_place(job)
        os.write(writing, _caught_by(items, job["seconds"]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        by = told.read().decode()
    _, status = os.waitpid(child, 0)
    file.write_text(sound, "utf-8")
    os.utime(file, (before.st_mtime, before.st_mtime))
    return "no end" if status and not by else by


def _caught_by(items: Sequence[Any], seconds: float) -> str:
    """The first of some tests that fails; nothing where none does."""
    limit = int(_NO_END * seconds) + 30
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    for place, item in enumerate(items):
        after = items[place + 1] if place + 1 < len(items) else None
        _FAILED.clear()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        if _FAILED:
            return _FAILED[0]
    return ""


def pytest_runtest_logreport(report: Any) -> None:
    """Note a test that does not end well."""
    if report.failed:
        _FAILED.append(report.nodeid)


def _put_in_place(job: dict[str, Any]) -> None:
    """Give every function of a file the faulty code, wherever it was imported.

    Where no test reaches it, what was read before the first test is to be read anew.
    """
    faulty = {
        (code.co_qualname, code.co_firstlineno): code
        for code in _codes(compile(job["text"], job["file"], "exec"))
    }
    for function in gc.get_objects():  # also those that are wrapped by others
        if type(function) is FunctionType and function.__code__.co_filename == job["file"]:
            code = faulty.get((function.__code__.co_qualname, function.__code__.co_firstlineno))
            if code is not None and code.co_freevars == function.__code__.co_freevars:
                function.__code__ = code
        elif job["anew"] and type(function).__name__ == "_lru_cache_wrapper":
            function.cache_clear()


def _codes(code: CodeType) -> Iterator[CodeType]:
    """A code and all codes in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
