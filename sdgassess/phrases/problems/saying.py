"""A message with its hints, as they stand in the tables."""

from __future__ import annotations

from typing import NamedTuple


class Saying(NamedTuple):
    """What a problem says.

    Attributes:
        message: what is wrong, with facts as placeholders.
        hints: what to do about it; the first whose facts are all there is said.
    """

    message: str
    hints: tuple[str, ...] = ()
