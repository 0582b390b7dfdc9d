"""Large examples for laws, made from a seed that Hypothesis draws.

Hypothesis draws every number and letter on its own; for a whole profile that takes several times
as long as the law itself. Made from one number, the same time holds many more profiles. The price
is that a failing profile is shown as it is, not as a smaller one; the seed makes it again.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LAST_CHARACTER = 0x10FFFF


class Chance(Random):
    """Chance from a seed, with the shapes that profiles have."""

    def maybe(self, make: Callable[[], T]) -> T | None:
        """None, or a value."""
        return make() if self.random() < 0.5 else None

    def several(self, make: Callable[[], T], most: int = 3) -> tuple[T, ...]:
        """Up to so many values."""
        return tuple(make() for _ in range(self.randint(0, most)))

    def identifier(self) -> str:
        """What a file may call something."""
        rest = self.choices(_LETTERS + "0123456789._-", k=self.randint(0, 8))
        return self.choice(_LETTERS) + "".join(rest)

    def by_id(self, make: Callable[[], T], most: int = 3) -> dict[str, T]:
        """Up to so many values, each under an id of its own."""
        return {self.identifier(): make() for _ in range(self.randint(0, most))}

    def letters(self, most: int) -> str:
        """Text of any characters there are, common ones more often than the rest."""
        ends = [self.choice((0x7F, 0x7F, 0xFF, 0x2FFF, _LAST_CHARACTER)) for _ in range(most)]
        return "".join(chr(self.randint(0, end)) for end in ends[: self.randint(0, most)])


def seeded(make: Callable[[Chance], T]) -> st.SearchStrategy[T]:
    """Values that are made from chance; the same value for the same seed."""
    return st.integers(0, 2**32 - 1).map(lambda seed: make(Chance(seed)))
