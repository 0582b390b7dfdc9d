"""Tables of everything that a report rests on, for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.analysis.years.comparison import Years
from sdgassess.language import Words
from sdgassess.report.gaps.edition import GapReport
from sdgassess.report.workbook.workbook import workbook


def tables(
    reports: Sequence[GapReport],
    years: Years | None,
    words: Words,
    files: Sequence[str],
    suffix: str,
    *,
    across: bool = False,
) -> bytes:
    """A workbook (`.xlsx`), or one long table (`.csv`).

    Args:
        reports: each profile with references and priorities.
        years: the profiles held against each other, where they are several.
        words: the language of heads and notes.
        files: the profiles' names, without folders.
        suffix: which of the two.
        across: whether the profiles are municipalities side by side.
    """
    book = workbook(reports, years, words, files, across=across)
    if suffix == ".csv":
        from sdgassess.media.csv import csv_text

        return csv_text(book)
    from sdgassess.media.xlsx import xlsx_bytes

    return xlsx_bytes(book)
