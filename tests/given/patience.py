"""How long tests wait for what takes its time: so long that only what is broken takes longer.

A machine that runs tests has other work to do: what takes a second at a desk takes twenty there.
"""

from __future__ import annotations

import datetime as dt
import time

PATIENCE = 180
"""Seconds for a program to start, to answer, or to end."""

_BEFORE_MIDNIGHT = dt.timedelta(minutes=2)


def today() -> dt.date:
    """The day, as the program takes it; it is the same for two minutes at least."""
    while (now := dt.datetime.now()).date() != (now + _BEFORE_MIDNIGHT).date():  # noqa: DTZ005 - as the program
        time.sleep(1)
    return now.date()
