"""What holds for every test."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import none

# A law is no benchmark: on a machine with other work to do any example may take a while, and
# drawing it, too. At a desk every run draws other examples, so that fewer do. What Hypothesis
# itself chooses in continuous integration (a hundred, the same each time) stays. Where other
# versions of libraries are tried, after every law has been held with the pins, `.ci/run` asks for
# "versions".
settings.register_profile(
    "patient",
    parent=settings.default,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("desk", parent=settings.get_profile("patient"), max_examples=40)
settings.register_profile("versions", parent=settings.get_profile("patient"), max_examples=20)
TESTS = Path(__file__).parent
settings.load_profile("patient" if os.environ.get("CI") else "desk")


def pytest_configure() -> None:
    """Hear Ctrl-C, and let programs hear it that tests start.

    What a shell starts in the background is deaf to it, and so is all that is started from there.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Let every other worker begin with the last file of tests where all are collected.

    Each worker collects everything. In a fresh clone most of that is taking the asserts of each
    file apart; what one worker has made of a file lies on disk for the others.
    """
    worker = str(getattr(session.config, "workerinput", {}).get("workerid", "gw0"))
    everything = [session.config.rootpath / each for each in session.config.args] == [TESTS]
    if everything and int(worker.removeprefix("gw")) % 2:
        for file in sorted(TESTS.rglob("test_*.py"), reverse=True):
            name = ".".join(file.relative_to(TESTS.parent).with_suffix("").parts)
            with suppress(Exception, pytest.skip.Exception):  # told of where it is collected
                import_module(name)


def pytest_collection_finish() -> None:
    """Look for garbage among what tests make alone, and rarely: collected tests are none.

    What is frozen is no longer found by who asks what refers to a thing, as Hypothesis does of its
    source of chance before its first law; so a law goes first.
    """
    _any_law()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@settings(max_examples=1, database=None)
@given(nothing=none())
def _any_law(nothing: None) -> None:
    """Holds of everything."""
    assert nothing is None


@pytest.fixture(autouse=True, scope="session")
def _nothing_waits_for_the_disk() -> Iterator[None]:
    """No test cuts the power, so none can tell whether a file has reached the disk.

    Waiting for that is most of what saving costs. Tests that make the call fail, or count it,
    still do so; programs that tests start, and kill, wait as they do at a desk.
    """
    patch = pytest.MonkeyPatch()
    patch.setattr(os, "fsync", lambda _descriptor: None)
    yield
    patch.undo()
