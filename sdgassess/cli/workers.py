"""Processes that share a long piece of work, and end with the one that shares it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def shared(work: Callable[[T], R], pieces: Sequence[T], share: int) -> Iterator[R]:
    """The results of each piece of work, in their order.

    Args:
        work: a function that other processes can be handed.
        pieces: what it is done on.
        share: how many pieces are handed over at once.
    """
    pool = ProcessPoolExecutor(initializer=_end_with_parent)
    try:
        yield from pool.map(work, pieces, chunksize=share)
    finally:  # whoever interrupts does not wait for what nobody will read
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Watch the process that shares the work out, from within a worker.

    A worker waits for its next piece on a pipe that its fellows hold open too, so that it would
    wait for ever for a parent that was killed. An interruption is the parent's to answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    """End at once when the parent has, however it did."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
