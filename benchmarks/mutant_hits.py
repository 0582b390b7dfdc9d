"""Which tests reach which mutant, and a run of chosen tests: copied into a copy of the package.

`hit` is called in the copy before each line that has a mutant; the rest is a plugin of pytest. A
process that a test has started finds the test by its ancestors.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

RECORD = Path(__file__).resolve().parents[1] / "hits"
_SEEN: set[tuple[int, str]] = set()


def hit(number: int) -> None:
    """The line of a mutant is about to run."""
    test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" (")[0] or _of_ancestors()
    if (number, test) not in _SEEN:
        _SEEN.add((number, test))
        with (RECORD / f"{os.getpid()}.hit").open("a", encoding="utf-8") as record:
            record.write(f"{number}\t{test!r}\n")


def _of_ancestors() -> str:
    """The test that started this process, or one that started its parent, and so on."""
    process = os.getpid()
    while process > 1:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
        process = int(status.partition("PPid:")[2].split()[0])
        running = RECORD / f"{process}.test"
        if running.exists():
            return running.read_text("utf-8")
    return ""


def pytest_runtest_setup(item: Any) -> None:
    """Say which test this process is at."""
    if RECORD.exists():
        (RECORD / f"{os.getpid()}.test").write_text(item.nodeid, "utf-8")


def pytest_runtest_logreport(report: Any) -> None:
    """Say how a phase of a test ended and how long it took; only where tests are handed out."""
    if RECORD.exists() and "PYTEST_XDIST_WORKER" not in os.environ:
        with (RECORD / "ended").open("a", encoding="utf-8") as record:
            record.write(f"{report.outcome}\t{report.duration:.4f}\t{report.nodeid!r}\n")


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Keep the tests that were chosen, in the order in which they were."""
    chosen = os.environ.get("MUTANT_TESTS")
    if chosen:
        places = {name: place for place, name in enumerate(eval(Path(chosen).read_text("utf-8")))}
        items[:] = [item for item in items if item.nodeid in places]
        items.sort(key=lambda item: places[item.nodeid])
