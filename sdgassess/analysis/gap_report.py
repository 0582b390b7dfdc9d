"""A score held against references, with everything that follows from that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.gaps import ReferenceComparison, learned_there
from sdgassess.analysis.own_way import OwnWay
from sdgassess.analysis.priorities import Priorities
from sdgassess.model.reference import Point, Reference, ReferenceKind
from sdgassess.scoring.score import Score


class GapReport(NamedTuple):
    """A score held against references, and the priorities that follow.

    `own_way` is the way of working that the answered style names, where it names one.
    """

    score: Score
    against: tuple[ReferenceComparison, ...]
    priorities: Priorities
    own_way: OwnWay | None = None

    def examples(self, candidate: Candidate) -> Iterator[tuple[Reference, Point]]:
        """What references that are ahead show on a question, highest first (model.md: References).

        Only points with words of a document, which the question's step does not quote already;
        what is constructed shows nothing.
        """
        quoted = {quote.quote for quote in candidate.step.quotes} if candidate.step else set()
        for reference, point in learned_there(candidate.question, self.against):
            lowest = point.at_least
            ahead = lowest is not None and (candidate.level is None or lowest > candidate.level)
            constructed = reference.kind is ReferenceKind.ARCHETYPE
            if ahead and not constructed and point.quote and point.quote not in quoted:
                yield reference, point
