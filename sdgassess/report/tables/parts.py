"""What follows from the answers: the parts with their levels, the risks, the style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import Row, Sheet
from sdgassess.report.tables.rows import WHOSE, Numbered, listed, table
from sdgassess.scoring.evaluation import NodeResult, band_of

_PARTS = (
    *WHOSE,
    *("part", "title", "parent", "depth", "status", "level", "raw_level", "answered_level"),
    *("backed_level", "low", "high", "answered", "applicable", "strong", "core_only"),
    *("inside_view", "band", "held_back_by", "gate", "capped_to"),
)
_PATTERNS = (*WHOSE, "pattern", "result", "could_be", "triggered", "unknown")
_STYLE = (*WHOSE, "axis", "position", "watch")


def part_tables(profiles: Sequence[Numbered], language: str) -> tuple[Sheet, ...]:
    """The tables of parts, patterns and style.

    Args:
        profiles: the profiles with their numbers.
        language: the language of the parts' titles.
    """
    return (
        table(
            "parts",
            _PARTS,
            lambda: (
                _part(profile, result, language)
                for profile in profiles
                for result in profile.score.scored.values()
            ),
        ),
        table("patterns", _PATTERNS, lambda: _patterns(profiles)),
        table("style", _STYLE, lambda: _style(profiles)),
    )


def _part(profile: Numbered, result: NodeResult, language: str) -> Row:
    """One part of one profile."""
    rules, rolled = profile.score.questionnaire, result.rolled
    band = band_of(rules, result)
    return (
        *profile.whose,
        result.id,
        passage_line(rules.nodes[result.id].title, language),
        result.parent,
        result.depth,
        rolled.status.value,
        result.level,
        rolled.level,
        result.answered_level,
        result.backed_level if rules.backing is not None else None,
        *rolled.interval,
        rolled.answered,
        rolled.applicable,
        None if rules.strong_from is None else result.strong,
        rolled.core_only,
        result.id in profile.score.inside_view,
        band.id if band else None,
        listed(rolled.capped_by),
        result.gate.id if result.gate else None,
        result.gate.capped_to if result.gate else None,
    )


def _patterns(profiles: Sequence[Numbered]) -> Iterator[Row]:
    """Each risk of each profile."""
    for profile in profiles:
        for pattern in profile.score.patterns:
            could_be = pattern.could_be.value if pattern.could_be else None
            triggered, unknown = listed(pattern.triggered), listed(pattern.unknown)
            yield *profile.whose, pattern.id, pattern.result.value, could_be, triggered, unknown


def _style(profiles: Sequence[Numbered]) -> Iterator[Row]:
    """Each axis of each profile."""
    for profile in profiles:
        for axis in profile.score.style:
            yield *profile.whose, axis.axis, listed(axis.position), listed(axis.watch)
