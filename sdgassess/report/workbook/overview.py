"""The front sheet: every factor at a glance, year by year or municipality by municipality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import Column, Row, Rows, Sheet, Value, distinct_columns
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.phrases import labels
from sdgassess.phrases.levels import assessed_name
from sdgassess.report.scale import parts_reach
from sdgassess.scoring.score import Score

_LEVEL = 12


def overview_sheet(scores: Sequence[Score], words: Words, *, across: bool) -> Sheet:
    """The level of every part of every profile; an empty cell where too little is known.

    Args:
        scores: one per profile, years in their order.
        words: the fixed words.
        across: whether the profiles are several municipalities, which then have a row each;
            else a year has a column.
    """
    parts = _parts(scores, words)
    low, high = parts_reach(scores)
    reach = (low, high) if low < high else None
    days = (score.profile.date.isoformat() for score in scores)
    named = parts.values() if across else days
    levels = tuple(Column(name, _LEVEL, shades=reach) for name in named)
    if across:
        lead = (Column(words(labels.SUBJECT), 24), Column(words(labels.DATE), 11))
    else:
        lead = (Column(words(labels.ID), 9), Column(words(labels.PART), 40))
    return Sheet(
        id="overview",
        name=words("Overview"),
        columns=distinct_columns((*lead, *levels)),
        rows=Rows(lambda: _across(scores, parts) if across else _years(scores, parts)),
        fixed=2,
    )


def _parts(scores: Sequence[Score], words: Words) -> dict[str, str]:
    """The names of the parts that have a level anywhere, by their newest questionnaire."""
    names: dict[str, str] = {}
    for score in reversed(scores):
        for part in score.scored:
            if part not in names:
                title = score.questionnaire.nodes[part].title
                names[part] = passage_line(title, words.language)
    return names


def _years(scores: Sequence[Score], parts: dict[str, str]) -> Iterator[Row]:
    """A row for each part, a level for each year."""
    for part, name in parts.items():
        yield (part, name, *(_level(score, part) for score in scores))


def _across(scores: Sequence[Score], parts: dict[str, str]) -> Iterator[Row]:
    """A row for each municipality, a level for each part."""
    for score in scores:
        levels: tuple[Value, ...] = tuple(_level(score, part) for part in parts)
        yield (assessed_name(score.profile), score.profile.date, *levels)


def _level(score: Score, part: str) -> Level | None:
    """The level of a part; None where it has none, or is none of this questionnaire."""
    result = score.scored.get(part)
    return None if result is None else result.level
