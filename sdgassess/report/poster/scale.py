"""The scale above a poster's ladder: the questionnaire's own, else whole numbers."""

from __future__ import annotations

from sdgassess.document.poster import PosterRung
from sdgassess.report.poster.edition import PosterEdition
from sdgassess.report.scale import even_levels, parts_reach

_NAME = 60
"""How long the name of a level may be, in characters."""


def ladder_scale(edition: PosterEdition) -> tuple[PosterRung, ...]:
    """The levels above the ladder, lowest first.

    Returns:
        The questionnaire's own scale with its names where every factor lies on it, else levels at
        even distances; two at least.
    """
    low, high = parts_reach([edition.score])
    scale = edition.score.questionnaire.scale
    if len(scale) > 1 and scale[0].value <= low and high <= scale[-1].value:
        return tuple(
            edition.rung(option.value)._replace(name=edition.short(option.text, _NAME))
            for option in scale
        )
    return tuple(edition.rung(level) for level in even_levels(low, high))
