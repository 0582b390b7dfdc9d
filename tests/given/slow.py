"""What a costly law is held for in the quick suite, and what for in the slow one alone.

For laws whose code is the same for every value, and that take long for each.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

import pytest
from _pytest.mark import ParameterSet

from sdgassess.language import LANGUAGES


def slow_but(quick: Container[object], values: Iterable[object]) -> list[ParameterSet]:
    """Values as parameters; all but some are marked slow."""
    return [
        pytest.param(value, marks=() if value in quick else pytest.mark.slow) for value in values
    ]


def quickly_in(language: str) -> list[ParameterSet]:
    """Every language as a parameter; all but one are marked slow."""
    return slow_but((language,), LANGUAGES)
