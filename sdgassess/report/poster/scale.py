"""The scale above a poster's ladder: the questionnaire's own, else whole numbers."""

from __future__ import annotations

from sdgassess.document.poster import PosterRung
from sdgassess.model.question import Option
from sdgassess.report.poster.edition import PosterEdition
from sdgassess.report.scale import even_levels, parts_reach

_NAME = 60
"""How long the name of a level may be, in characters."""


_RULE = 110
"""How long what a level means may be, in characters."""


def ladder_scale(edition: PosterEdition) -> tuple[PosterRung, ...]:
    """The levels above the ladder, lowest first.

    Returns:
        The questionnaire's own scale with its names where every factor lies on it, else levels at
        even distances; two at least.
    """
    low, high = parts_reach([edition.score])
    scale = edition.score.questionnaire.scale
    if len(scale) > 1 and scale[0].value <= low and high <= scale[-1].value:
        return tuple(_named(edition, option) for option in scale)
    return tuple(edition.rung(level) for level in even_levels(low, high))


def _named(edition: PosterEdition, option: Option) -> PosterRung:
    """A level of the questionnaire's own scale, with its name and what it means."""
    rule = (edition.score.questionnaire.scale_rules or {}).get(option.value)
    return edition.rung(option.value)._replace(
        name=edition.short(option.text, _NAME),
        rule=edition.short(rule, _RULE) if rule is not None else None,
    )
