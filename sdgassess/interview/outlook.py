"""The words of a result, as a sitting needs them at its end.

They are written where reports are, which the interview does not know; so they are handed in.
"""

from __future__ import annotations

from typing import Protocol

from sdgassess.analysis.priorities import Candidate, Priorities
from sdgassess.language import Words
from sdgassess.scoring.score import Score


class Outlook(Protocol):
    """Says a result in lines of a width, in the language that is spoken at the moment."""

    def strong(
        self, score: Score, priorities: Priorities, words: Words, width: int
    ) -> tuple[str, ...]:
        """What stands strong, with the text that was reached; nothing where nothing does."""

    def result(self, score: Score, words: Words, width: int) -> tuple[str, ...]:
        """The result in one screen."""

    def candidate(
        self, score: Score, candidate: Candidate, marker: str, words: Words, width: int
    ) -> tuple[str, ...]:
        """One candidate: where it stands, the next level's text, the reasons, the step.

        Args:
            score: the result it comes from.
            candidate: the candidate.
            marker: what its first line begins with, such as `1. `.
            words: the fixed words.
            width: how many columns a line may take.
        """

    def overloaded(self, priorities: Priorities, words: Words, width: int) -> tuple[str, ...]:
        """That too much is under way already, and what shows it; nothing where it is not."""

    def late_start(
        self, score: Score, priorities: Priorities, words: Words, width: int
    ) -> tuple[str, ...]:
        """What speaks against the picks: none can start soon, or they are too many."""
