"""What would follow from levels that are only supposed, beside what is."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.analysis.own_way import OwnWay
from sdgassess.model.question import Level
from sdgassess.scoring.patterns import PatternResult, Risk
from sdgassess.scoring.score import Score


class Standing(NamedTuple):
    """A score, and the own way of working that its style names, where there is one."""

    score: Score
    way: OwnWay | None = None

    @property
    def conditions_in_place(self) -> tuple[str, ...]:
        """The conditions of the own way of working that are in place."""
        return () if self.way is None else tuple(gap.question for gap in self.way.in_place)


class PatternChange(NamedTuple):
    """A pattern whose result would be another one."""

    today: PatternResult
    supposed: PatternResult


class Consequences(NamedTuple):
    """Two scores beside each other.

    Attributes:
        today: as it is.
        supposed: as it would be.
    """

    today: Standing
    supposed: Standing

    @property
    def parts(self) -> tuple[str, ...]:
        """The scored parts whose level would be another one, in the order of the tree."""
        return tuple(
            key
            for key, result in self.supposed.score.scored.items()
            if result.level != self.level_today(key)
        )

    @property
    def involved(self) -> tuple[str, ...]:
        """The scored parts that would change, or in which a level is supposed."""
        supposed = self.supposed.score.supposed
        changed = self.parts
        return tuple(
            key
            for key, result in self.supposed.score.scored.items()
            if key in changed or supposed & result.levels.keys()
        )

    def level_today(self, part: str) -> Level | None:
        """Where a part stands today; None where it has no level."""
        result = self.today.score.scored.get(part)
        return None if result is None else result.level

    @property
    def opened_gates(self) -> tuple[str, ...]:
        """The parts that a gate holds today and that none would hold."""
        today, supposed = self.today.score.scored, self.supposed.score.scored
        return tuple(
            key
            for key, result in supposed.items()
            if result.gate is None and key in today and today[key].gate is not None
        )

    @property
    def patterns(self) -> tuple[PatternChange, ...]:
        """The patterns whose risk would be another one, in the order of the questionnaire."""
        today = {result.id: result for result in self.today.score.patterns}
        return tuple(
            PatternChange(today[result.id], result)
            for result in self.supposed.score.patterns
            if result.id in today and _risks(result) != _risks(today[result.id])
        )

    @property
    def conditions_met(self) -> tuple[str, ...]:
        """The conditions of the own way that would come to be in place."""
        today = self.today.conditions_in_place
        return tuple(q for q in self.supposed.conditions_in_place if q not in today)

    @property
    def conditions_lost(self) -> tuple[str, ...]:
        """The conditions of the own way that would no longer be in place."""
        supposed = self.supposed.conditions_in_place
        return tuple(q for q in self.today.conditions_in_place if q not in supposed)


def _risks(result: PatternResult) -> tuple[Risk, Risk | None]:
    """A pattern's risk, and what it could be."""
    return result.result, result.could_be
