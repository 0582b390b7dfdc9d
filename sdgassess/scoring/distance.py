"""How far apart the voices on a question stand, between the roles and within them.

Roles are held against each other by their values (model.md: Disagreement). Within a role one
voice among many may stand alone; two halves of a role that stand apart, or voices at the two ends
of a scale, are a disagreement all the same, which the middle of a role would hide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.model.profile import Answer
from sdgassess.model.question import Level
from sdgassess.model.rules import VoiceRules


class VoiceRange(NamedTuple):
    """The lowest and the highest level that any voice named."""

    low: Level
    high: Level

    @property
    def steps(self) -> Level:
        """How far they are apart."""
        return self.high - self.low


def voice_range(answer: Answer) -> VoiceRange | None:
    """From where to where the voices go, whatever was agreed; None where none names a level."""
    levels = [voice.level for voice in answer.voices if voice.level is not None]
    return VoiceRange(min(levels), max(levels)) if levels else None


def lower_median(levels: Sequence[Level]) -> Level | None:
    """The middle of the sorted levels, the lower one of two middles; None where there is none."""
    return sorted(levels)[(len(levels) - 1) // 2] if levels else None


def levels_by_role(answer: Answer) -> dict[str, list[Level]]:
    """The levels that the voices of each role named, as they were given."""
    levels: dict[str, list[Level]] = {}
    for voice in answer.voices:
        if voice.level is not None:
            levels.setdefault(voice.role, []).append(voice.level)
    return levels


def disagree(answer: Answer, spread: Level | None, rules: VoiceRules | None) -> bool:
    """Whether the voices on a question stand so far apart that they should be talked about.

    They do where two roles, or the two halves of one role, are as far apart as the questionnaire
    says, or any two voices twice as far: 0 and 4 where two steps count.

    Once the room has agreed on a level they do not: it has talked about them, and a dissent stands
    beside the level in words. What those said who did not agree is not looked at again: with one
    role left over, that would tell its answer.

    Args:
        answer: its voices, and what the room recorded.
        spread: how far apart the values of the roles are; None with fewer than two.
        rules: from when on it is a disagreement; without them nothing is one.
    """
    if rules is None:
        return False
    if answer.is_agreed:
        return False
    standing = levels_by_role(answer)
    every_level = [level for levels in standing.values() for level in levels]
    if not every_level:
        return False
    return (
        (spread is not None and spread >= rules.disagreement)
        or any(_halves_apart(levels) >= rules.disagreement for levels in standing.values())
        or max(every_level) - min(every_level) >= 2 * rules.disagreement
    )


def _halves_apart(levels: Sequence[Level]) -> Level:
    """How far the middles of the lower and of the upper half are apart."""
    ordered, half = sorted(levels), len(levels) // 2
    low, high = lower_median(ordered[:half]), lower_median(ordered[len(levels) - half :])
    return 0 if low is None or high is None else high - low
