"""Versions of a questionnaire: numbers with dots between them, and which one is newer."""

from __future__ import annotations


def version_order(version: str) -> tuple[int, ...]:
    """What versions sort by: `1.10` comes after `1.9`.

    Args:
        version: numbers with dots between them.
    """
    return tuple(int(number) for number in version.split("."))
