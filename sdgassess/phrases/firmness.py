"""How sure levels are, in words: which are firm, and which answers the others rest on."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.language import Words
from sdgassess.scoring.firmness import rests_on
from sdgassess.scoring.score import Score


def resting_words(questions: Sequence[str], words: Words) -> str:
    """Whether a level is firm, else the answers that alone would move it."""
    if not questions:
        return words("It is firm: it holds even if one answer is one step off.")
    ids = ", ".join(questions)
    return words("One step on one of these alone would move it: {ids}.", ids=ids)


def firm_parts(score: Score, words: Words) -> str | None:
    """Which parts stand firm; None where nothing has a level."""
    resting = rests_on(score)
    if not resting:
        return None
    firm = [part for part, questions in resting.items() if not questions]
    if not firm:
        return words("None of them is firm: one answer one step off would move each.")
    return words("Firm, even if one answer is one step off: {parts}.", parts=", ".join(firm))
