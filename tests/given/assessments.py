"""What tests of workbooks share: the shipped example with its years, held against references."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sdgassess.analysis.gaps import hold_against
from sdgassess.analysis.priorities import prioritise
from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.document.sheets import Sheet, Workbook
from sdgassess.files.catalogue import shipped_folder
from sdgassess.files.load import load_profile, load_reference
from sdgassess.language import Words
from sdgassess.model.reference import Reference
from sdgassess.report.gaps.edition import GapReport
from sdgassess.report.workbook.workbook import workbook
from sdgassess.scoring.score import Score, score


@cache
def example_years() -> tuple[Score, ...]:
    """The example municipality, year by year."""
    return tuple(_scored(path) for path in sorted(_folder("examples").glob("*.yaml")))


@cache
def references() -> tuple[Reference, ...]:
    """The references that ship."""
    loaded = [load_reference(path) for path in sorted(_folder("references").glob("*.yaml"))]
    found = tuple(one.value for one in loaded if one.value is not None)
    assert len(found) == len(loaded), "what ships is whole"
    return found


def report(result: Score) -> GapReport:
    """A score held against the references that ship."""
    held = tuple(hold_against(result, reference) for reference in references())
    return GapReport(result, held, prioritise(result))


def book(*scores: Score, language: str = "da", across: bool = False) -> Workbook:
    """The workbook of some profiles."""
    files = [f"{one.profile.date}.yaml" for one in scores]
    columns = [Column(name, one) for name, one in zip(files, scores, strict=True)]
    years = Years(columns) if len(scores) > 1 else None
    reports = [report(one) for one in scores]
    return workbook(reports, years, Words(language), files, across=across)


def sheet(found: Workbook, identifier: str) -> Sheet:
    """One sheet of a workbook."""
    return next(one for one in found.sheets if one.id == identifier)


def cells(found: Sheet, head: str) -> list[object]:
    """The cells of one column."""
    place = [column.head for column in found.columns].index(head)
    return [row[place] for row in found.rows]


def _folder(name: str) -> Path:
    """A folder of profiles that ship."""
    return shipped_folder("profiles") / name


def _scored(path: Path) -> Score:
    """A shipped profile's score."""
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    assert loaded.questionnaire is not None, loaded.problems
    return score(loaded.questionnaire, loaded.value)
