"""Workbooks: of the shipped example with its years, and of made-up cells."""

from __future__ import annotations

import datetime as dt
from functools import cache

from sdgassess.document.sheets import (
    Column,
    Sheet,
    Value,
    Workbook,
)
from sdgassess.phrases.terms import words_about
from sdgassess.report.workbook.workbook import workbook
from sdgassess.report.workbook.years import years_sheet
from sdgassess.scoring.score import Score, score
from tests.given.gap_reports import gap_report
from tests.given.places import EXAMPLE
from tests.given.profiles import opened
from tests.given.specimen import LETTERS
from tests.given.years import years


@cache
def example_years() -> tuple[Score, ...]:
    """The example municipality, year by year."""
    paths = sorted(EXAMPLE.parent.glob("*.yaml"))
    return tuple(score(*opened(path)) for path in paths)


def book(*scores: Score, language: str = "da", across: bool = False) -> Workbook:
    """The workbook of some profiles."""
    files = [f"{one.profile.date}.yaml" for one in scores]
    words = words_about(scores[-1].questionnaire, language)
    several = len(scores) > 1
    beside = years_sheet(years(*scores), words, across=across) if several else None
    return workbook([gap_report(one) for one in scores], beside, words, files, across=across)


def sheet(found: Workbook, identifier: str) -> Sheet:
    """One sheet of a workbook."""
    return next(one for one in found.sheets if one.id == identifier)


def cells(found: Sheet, head: str) -> list[object]:
    """The cells of one column."""
    place = [column.head for column in found.columns].index(head)
    return [row[place] for row in found.rows]


def one_sheet(*rows: tuple[Value, ...], heads: tuple[str, ...] = ("A", "B")) -> Workbook:
    columns = tuple(Column(head, 20) for head in heads)
    made = Sheet("answers", "Answers", columns, rows, fixed=1)
    return Workbook(f"Prøve {LETTERS}", "da", dt.date(2026, 3, 12), "{n}/{m}", "Table", (made,))
