"""Every question over the years in print: the levels behind all that is said before."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years.factors import Path
from sdgassess.analysis.years.questions import Direction, Standing
from sdgassess.document.blocks import (
    Block,
    Cell,
    Heading,
    Paragraph,
    plain_runs,
)
from sdgassess.document.passage import passage
from sdgassess.phrases.levels import legend
from sdgassess.report.years.edition import YearsTold
from sdgassess.report.years.tables import (
    YearRow,
    YearTable,
    mark_cell,
    number_key,
    tables,
    words_cell,
)

_SHADES = 6
"""How many shades a cell may have."""


def questions(told: YearsTold) -> tuple[Block, ...]:
    """Each question with its level in every profile, and the last against the first."""
    words, years = told.words, told.years
    against = words("Against {year}", year=told.label(0))
    last = words("All levels") if told.across else against
    signs = YearsTold(words, years, across=told.across)
    table = YearTable(
        words("Levels of the questions"),
        (words("Id"), words("Question")),
        (last,),
        tuple(_row(signs, question) for question in years.paths),
        lead_shares=(1.2, 6.8),
        tail_shares=(2.5,),
        dense=True,
    )
    keys = tuple(_keys(signs))
    title = Heading(2, plain_runs(words("Every question")))
    return (title, *keys, *number_key(told), *tables(told, table))


def _row(told: YearsTold, question: str) -> YearRow:
    """One question."""
    path = told.years.paths[question]
    cells = tuple(_cell(told, there) for there in path)
    last = togetherness(told, path) if told.across else change_of(told, question)
    asked = passage(told.years.question(question).text, told.words.language)
    lead = (words_cell(question), words_cell((asked,)))
    return YearRow(lead, cells, (words_cell(last),))


def _cell(told: YearsTold, there: Standing) -> Cell:
    """Where a question stood in one profile; the higher, the darker, where it is compared."""
    scale = [option.value for option in told.years.rules.scale]
    shaded = there.because is None and there.level in scale and len(scale) <= _SHADES
    place = scale.index(there.level) if shaded and there.level is not None else None
    return mark_cell(told.mark(there), place)


def togetherness(told: YearsTold, path: Path) -> str:
    """Whether municipalities stand alike on a question; never which of them stands higher."""
    words = told.words
    if any(there.because for there in path):
        return words("not comparable")
    alike = len({there.level for there in path}) == 1
    return words("the same") if alike else words("different")


def change_of(told: YearsTold, question: str) -> str:
    """How far a question moved, first against last, in a few words."""
    words, move = told.words, told.years.first_to_last.moves[question]
    if move.direction is Direction.UP:
        few, more = "one step up", "{n} steps up"
        return words.plural(few, more, move.steps)
    if move.direction is Direction.DOWN:
        few, more = "one step down", "{n} steps down"
        return words.plural(few, more, move.steps)
    if move.better_backed:
        return words("unchanged, better backed")
    same = move.direction is Direction.SAME
    return words("unchanged") if same else words("not comparable")


def _keys(told: YearsTold) -> Iterator[Block]:
    """What the marks mean."""
    key = legend(told.words)
    every = (there for path in told.years.paths.values() for there in path)
    if any(there.because is not None and there.level is not None for there in every):
        key = f"{key}   {told.words('(2): asked otherwise then, and not compared')}"
    yield Paragraph(plain_runs(key), small=True)
