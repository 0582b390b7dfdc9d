"""Versions of a questionnaire: which one is newer, and what of a rule its words do not change."""

from __future__ import annotations

from collections.abc import Mapping

from sdgassess.model.question import Quote, Text


def version_order(version: str) -> tuple[int, ...]:
    """What versions sort by: `1.10` comes after `1.9`.

    Args:
        version: numbers with dots between them.
    """
    return tuple(int(number) for number in version.split("."))


def without_words(rule: object) -> object:
    """A rule without its words and quotes, so that only what it does is compared.

    Args:
        rule: a rule of a questionnaire, or a value of one.
    """
    if isinstance(rule, Text):
        return None
    if isinstance(rule, Mapping):
        return {key: without_words(value) for key, value in rule.items()}
    if isinstance(rule, tuple):
        parts = (part for part in rule if not isinstance(part, Quote))
        return (type(rule).__name__, *(without_words(part) for part in parts))
    return rule
