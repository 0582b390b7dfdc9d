"""Several profiles side by side: what can be compared, what moved, what became of the picks."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years.comparison import Pair, Years
from sdgassess.analysis.years.questions import Direction
from sdgassess.analysis.years.targets import aims
from sdgassess.document.sheets import Row, Sheet
from sdgassess.model.profile import PickStatus
from sdgassess.report.tables.rows import WHOSE, Numbered, line, table

_COMPARED = (*WHOSE, "question", "part", "level", "as_scored", "not_alike")
_CHANGES = (
    *("from_profile", "to_profile", "from", "to", "question", "part", "level_from", "level_to"),
    *("change", "steps", "because", "better_backed"),
)
_FOLLOWED = (
    *("from_profile", "to_profile", "from", "to", "question", "now", "target", "level_from"),
    *("level_to", "outcome", "because", "who", "by", "status"),
)


def year_tables(years: Years, *, across: bool) -> tuple[Sheet, ...]:
    """The tables of what is compared; of years of one place also changes and picks.

    Args:
        years: the profiles side by side.
        across: whether they are several places, or groups, of which nothing is higher or lower.
    """
    compared = table("compared", _COMPARED, lambda: _compared(years))
    if across:
        return (compared,)
    return (
        compared,
        table("changes", _CHANGES, lambda: _changes(years)),
        table("followed", _FOLLOWED, lambda: _followed(years)),
    )


def _compared(years: Years) -> Iterator[Row]:
    """Every question, then every part, each in all profiles."""
    whose = [Numbered(n, column.score).whose for n, column in enumerate(years.columns, 1)]
    for question, path in years.paths.items():
        for row, at in zip(whose, path, strict=True):
            yield *row, question, None, at.level, None, at.because.value if at.because else None
    for part in years.factors:
        for row, level, scored in zip(whose, part.levels, part.as_scored, strict=True):
            yield *row, None, part.id, level, scored, None


def _pairs(years: Years) -> tuple[Pair, ...]:
    """Each year against the one before it; of three or more also the last against the first."""
    return (*years.neighbours, *((years.first_to_last,) if len(years.columns) > 2 else ()))


def _ends(years: Years, earlier: int, later: int) -> Row:
    """From which profile to which, by their numbers and their days."""
    days = [years.columns[place].score.profile.date for place in (earlier, later)]
    return earlier + 1, later + 1, *days


def _changes(years: Years) -> Iterator[Row]:
    """Every question and every part, from one year to another."""
    for pair in _pairs(years):
        ends = _ends(years, pair.earlier, pair.later)
        for question, move in pair.moves.items():
            levels = move.before.level, move.after.level
            reason, backed = move.reason, move.better_backed
            way = move.direction
            steps = -move.steps if way is Direction.DOWN else move.steps
            known = None if way is Direction.NOT_COMPARABLE else steps
            yield *ends, question, None, *levels, way.value, known, reason, backed
        for part in years.factors:
            levels = part.levels[pair.earlier], part.levels[pair.later]
            way = part.between(pair.earlier, pair.later)
            yield *ends, None, part.id, *levels, way.value, None, None, None


def _followed(years: Years) -> Iterator[Row]:
    """Each pick of each year, and what the next one shows of it."""
    for aim in aims(years):
        because = f"{aim.because}{f'-{aim.when}' if aim.when else ''}" if aim.because else None
        yield (
            *_ends(years, aim.earlier, aim.later),
            aim.pick.question,
            aim.question,
            aim.target,
            aim.before,
            aim.after,
            aim.outcome.value,
            because,
            line(aim.pick.who),
            line(aim.pick.by),
            (aim.pick.status or PickStatus.OPEN).value,
        )
