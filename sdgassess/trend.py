"""Whether a level stands higher, lower or as it did."""

from __future__ import annotations

from enum import StrEnum

from sdgassess.language import N_, Words

HIGHER = N_("higher")
LOWER = N_("lower")
UNCHANGED = N_("unchanged")
THE_SAME = N_("the same")
NOT_COMPARABLE = N_("not comparable")
"""A trend in a word or two."""


class Trend(StrEnum):
    """How the last column of a heat map stands to the one that it is held against."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NOT_COMPARABLE = "not-comparable"

    def phrase(self, words: Words) -> str:
        """It in a word or two."""
        return words(_TREND_WORDS[self])


_TREND_WORDS = {
    Trend.UP: HIGHER,
    Trend.DOWN: LOWER,
    Trend.SAME: UNCHANGED,
    Trend.NOT_COMPARABLE: NOT_COMPARABLE,
}
