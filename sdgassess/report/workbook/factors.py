"""The sheets above single questions: factors with what holds them back, and risks and style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import Column, Rows, Sheet, Value, distinct_columns
from sdgassess.language import Words
from sdgassess.phrases import labels
from sdgassess.phrases.bands import band_title
from sdgassess.phrases.levels import (
    NOT_ANSWERED,
    NOT_APPLICABLE,
    RISKS,
    TOO_LITTLE_KNOWN,
    child_marks,
)
from sdgassess.phrases.patterns import pattern_of, position_name
from sdgassess.phrases.rules import held_back
from sdgassess.report.workbook.columns import part_above, profile_cells, profile_columns
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score

_NO_LEVEL = {
    LevelStatus.INSUFFICIENT: TOO_LITTLE_KNOWN,
    LevelStatus.NOT_APPLICABLE: NOT_APPLICABLE,
}


def factors_sheet(scores: Sequence[Score], words: Words) -> Sheet:
    """Every factor of every profile, and the parts above that have a level too.

    Args:
        scores: one per profile.
        words: the fixed words.
    """
    ranges = _have_ranges(scores)
    return Sheet(
        id="factors",
        name=words(labels.PARTS),
        columns=distinct_columns(_factor_columns(words, ranges=ranges)),
        rows=Rows(
            lambda: (
                _factor(score, result, words, ranges=ranges)
                for score in scores
                for result in score.scored.values()
            )
        ),
        fixed=3,
    )


def risks_sheet(scores: Sequence[Score], words: Words) -> Sheet:
    """Every risk pattern that was judged, and the position on every axis of style.

    Args:
        scores: one per profile.
        words: the fixed words.
    """
    return Sheet(
        id="risks",
        name=words("Risks and style"),
        columns=distinct_columns(
            (
                *profile_columns(words),
                Column(words(labels.ID), 22),
                Column(words(labels.KIND), 12),
                Column(words(labels.TEXT), 40),
                Column(words("Result"), 30),
                Column(words("Could be"), 14),
                Column(words("Questions that point to it"), 30),
                Column(words("Not known"), 30),
            )
        ),
        rows=Rows(
            lambda: (
                row for score in scores for row in (*_risks(score, words), *_styles(score, words))
            )
        ),
        fixed=3,
    )


def _have_ranges(scores: Sequence[Score]) -> bool:
    """Whether some level lies in a range that has a name."""
    nodes = (node for score in scores for node in score.questionnaire.nodes.values())
    return any(node.roll_up is not None and node.roll_up.bands for node in nodes)


def _factor_columns(words: Words, *, ranges: bool) -> tuple[Column, ...]:
    """The columns of a factor."""
    return (
        *profile_columns(words),
        Column(words(labels.ID), 9),
        Column(words(labels.BLOCK), 18),
        Column(words(labels.PART), 26),
        Column(words(labels.LEVEL), 9),
        *((Column(words(labels.RANGE), 18),) if ranges else ()),
        Column(words(labels.INSTEAD_OF_A_LEVEL), 18),
        Column(words(labels.LEVEL_BEFORE_THE_CAP), 11),
        Column(words(labels.ANSWERED_LEVEL), 12),
        Column(words(labels.BACKED_LEVEL), 13),
        Column(words("Lowest possible level"), 12),
        Column(words("Highest possible level"), 12),
        Column(words(labels.QUESTIONS_WITH_A_LEVEL), 12),
        Column(words(labels.QUESTIONS_THAT_APPLY), 12),
        Column(words(labels.STRONG_QUESTIONS), 10),
        Column(words("Held back by"), 20),
        Column(words("Cap"), 14),
        Column(words(labels.WHY), 60),
        Column(words("Part above"), 9),
        Column(words("Depth"), 7),
        Column(words("What was added"), 40),
    )


def _factor(score: Score, result: NodeResult, words: Words, *, ranges: bool) -> tuple[Value, ...]:
    """One factor of one profile."""
    node, rolled = score.questionnaire.nodes[result.id], result.rolled
    block = part_above(score.questionnaire, node)
    state = _NO_LEVEL.get(rolled.status)
    return (
        *profile_cells(score.profile),
        result.id,
        passage_line(block.title, words.language) if block else None,
        passage_line(node.title, words.language),
        result.level,
        *((band_title(score, result, words) or None,) if ranges else ()),
        words(state) if state else None,
        rolled.level,
        result.answered_level,
        result.backed_level,
        *rolled.interval,
        rolled.answered,
        rolled.applicable,
        result.strong if score.questionnaire.strong_from is not None else None,
        ", ".join(rolled.capped_by) or None,
        result.gate.id if result.gate else None,
        held_back(score, result, words),
        result.parent,
        result.depth,
        ", ".join(f"{child} {mark}" for child, mark in child_marks(score, result, words).items()),
    )


def _risks(score: Score, words: Words) -> Iterator[tuple[Value, ...]]:
    """The risk patterns of one profile."""
    for result in score.patterns:
        yield (
            *profile_cells(score.profile),
            result.id,
            words("Risk"),
            passage_line(pattern_of(score, result).title, words.language),
            words(RISKS[result.result]),
            words(RISKS[result.could_be]) if result.could_be else None,
            ", ".join(result.triggered) or None,
            ", ".join(result.unknown) or None,
        )


def _styles(score: Score, words: Words) -> Iterator[tuple[Value, ...]]:
    """The positions of one profile on the axes of style."""
    axes = {axis.id: axis for axis in score.questionnaire.style}
    for result in score.style:
        axis = axes[result.axis]
        names = ", ".join(position_name(axis, place, words) for place in result.position)
        title = passage_line(axis.title, words.language)
        place = names or words(NOT_ANSWERED)
        row: tuple[Value, ...] = (axis.id, words("Style"), title, place, None, None, None)
        yield (*profile_cells(score.profile), *row)
