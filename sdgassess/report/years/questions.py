"""Every question over the years in print: the levels behind all that is said before."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years.counts import counted
from sdgassess.analysis.years.factors import Path
from sdgassess.analysis.years.questions import Direction, Standing
from sdgassess.document.blocks import Block, Cell, heading, mark_cell, paragraph, words_cell
from sdgassess.phrases import labels
from sdgassess.phrases.levels import legend
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.move_phrases import count_path
from sdgassess.report.years.tables import YearRow, YearTable, number_key, tables
from sdgassess.trend import NOT_COMPARABLE, THE_SAME, UNCHANGED

_SHADES = 6
"""How many shades a cell may have."""


def questions(edition: YearsEdition) -> Iterator[Block]:
    """Each question with its level in every profile, and the last against the first."""
    words, years, signs = edition.words, edition.years, edition.in_signs
    against = words(labels.AGAINST_YEAR, year=edition.label(0))
    table = YearTable(
        words(labels.LEVELS_OF_QUESTIONS),
        (words(labels.ID), words(labels.QUESTION)),
        (words("All levels") if edition.across else against,),
        tuple(_row(signs, question) for question in years.paths),
        lead_shares=(1.2, 6.8),
        tail_shares=(2.5,),
        dense=True,
    )
    yield heading(words(labels.EVERY_QUESTION))
    yield paragraph(_key(edition), small=True)
    yield from number_key(edition)
    yield from tables(edition, table)


def _row(edition: YearsEdition, question: str) -> YearRow:
    """One question."""
    path = edition.years.paths[question]
    cells = tuple(_cell(edition, standing) for standing in path)
    summary = togetherness(edition, path) if edition.across else change_words(edition, question)
    if counts := counted(edition.years).get(question):
        summary += f"; {count_path(edition, counts)}"
    wording = edition.say(edition.years.question(question).text)
    return YearRow((words_cell(question), words_cell((wording,))), cells, (words_cell(summary),))


def _cell(edition: YearsEdition, standing: Standing) -> Cell:
    """Where a question stood in one profile; the higher, the darker, where it is compared."""
    scale = [option.value for option in edition.years.rules.scale]
    shade = None
    if standing.because is None and standing.level in scale and len(scale) <= _SHADES:
        shade = scale.index(standing.level)
    return mark_cell(edition.mark_of(standing), shade)


def togetherness(edition: YearsEdition, path: Path) -> str:
    """Whether municipalities stand alike on a question; never which of them stands higher."""
    words = edition.words
    if any(standing.because for standing in path):
        return words(NOT_COMPARABLE)
    levels = {standing.level for standing in path}
    return words(THE_SAME) if len(levels) == 1 else words("different")


def change_words(edition: YearsEdition, question: str) -> str:
    """How far a question moved, first against last, in a few words."""
    words, move = edition.words, edition.years.first_to_last.moves[question]
    if move.direction is Direction.UP:
        few, more = "one step up", "{n} steps up"
        return words.plural(few, more, move.steps)
    if move.direction is Direction.DOWN:
        few, more = "one step down", "{n} steps down"
        return words.plural(few, more, move.steps)
    if move.better_backed:
        return words("unchanged, better backed")
    same = move.direction is Direction.SAME
    return words(UNCHANGED) if same else words(NOT_COMPARABLE)


def _key(edition: YearsEdition) -> str:
    """What the marks mean."""
    key = legend(edition.words)
    standings = (standing for path in edition.years.paths.values() for standing in path)
    if any(standing.because is not None and standing.level is not None for standing in standings):
        key += f"   {edition.words('(2): a level that is not compared')}"
    return key
