"""The sheet of several places in one long table: a row for each question or factor and place.

In a workbook every place has a column of its own. Below other sheets in one table those columns
would be empty cells in all their rows, so that a file grew with the square of its places.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years.comparison import Years
from sdgassess.document.sheets import Column, Row, Rows, Sheet, distinct_columns
from sdgassess.language import Words
from sdgassess.phrases import labels
from sdgassess.report.workbook.columns import profile_cells, profile_columns
from sdgassess.report.workbook.years import (
    factor_levels,
    have_ranges,
    question_cells,
    range_cell,
)
from sdgassess.report.years.move_phrases import BECAUSE


def places_sheet(years: Years, words: Words) -> Sheet:
    """Every question and factor of several places, row by row.

    Args:
        years: the profiles side by side.
        words: the fixed words.
    """
    ranges = have_ranges(years)
    columns = (
        *profile_columns(words),
        Column(words(labels.ID), 9),
        Column(words(labels.KIND), 16),
        Column(words(labels.PART), 24),
        Column(words(labels.TEXT), 44),
        Column(words(labels.LEVEL), 11),
        *((Column(words(labels.RANGE), 18),) if ranges else ()),
        Column(words(labels.WHY_NOT_COMPARABLE), 32),
    )
    return Sheet(
        id="years",
        name=words(labels.SUBJECTS),
        columns=distinct_columns(columns),
        rows=Rows(lambda: _rows(years, words, ranges=ranges)),
        fixed=3,
    )


def _rows(years: Years, words: Words, *, ranges: bool) -> Iterator[Row]:
    """Every question, then every factor, each in all places."""
    whose = [profile_cells(column.score.profile) for column in years.columns]
    for question, path in years.paths.items():
        lead, no_range = question_cells(years, question, words), (None,) if ranges else ()
        for place, at in zip(whose, path, strict=True):
            reason = words(BECAUSE[at.because]) if at.because else None
            yield (*place, *lead, at.level, *no_range, reason)
    for factor in years.factors:
        for lead, levels, bands in factor_levels(years, factor, words):
            for place, level, band in zip(whose, levels, bands, strict=True):
                cells = (range_cell(band, words),) if ranges else ()
                yield (*place, *lead, level, *cells, None)
