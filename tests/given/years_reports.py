"""Reports of years: made from profiles, and what must hold in each."""

from __future__ import annotations

from itertools import pairwise

from sdgassess.analysis.years.comparison import Years
from sdgassess.document.blocks import Counts, Document
from sdgassess.phrases.terms import words_about
from sdgassess.report.results.years import compare_result
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.report import years_report
from sdgassess.report.years.summary import full_years
from sdgassess.scoring.score import Score
from tests.given.documents import (
    flat,
    heads,
    joined,
    tables,
    words_of,
)
from tests.given.questionnaires import spoken
from tests.given.years import years


def printed(*scores: Score, across: bool = False, language: str = "en") -> Document:
    """The report of some profiles."""
    return years_report(
        years(*scores), words_about(scores[-1].questionnaire, language), across=across
    )


def said(level: int | None, apart: str | None) -> str:
    """A level of the JSON document as it is printed, or the mark in its place."""
    marks = {"unknown": "?", "not-applicable": "-"}
    if level is None:
        return marks.get(apart or "", ".")
    return f"({level})" if apart else str(level)


def assert_numbers_agree(found: Years, document: Document) -> None:
    """Fail unless a report has the numbers of the JSON document, each in its place."""
    result = compare_result(found, across=False)
    every = joined(tables(document, "Levels of the questions"), 2, 1)
    assert every == {
        row["id"]: [said(*pair) for pair in zip(row["levels"], row["apart"], strict=True)]
        for row in result["questions"]
    }
    full = full_years(YearsEdition(spoken("en"), found)).years
    result = compare_result(full, across=False)
    shown = joined(tables(document, "Levels of the factors on these"), 1, 2)
    wanted = {}
    for row in result["factors"]:
        if row["compared"]:
            none = "–" if row["too_few"] else "?"
            marks = [none if level is None else str(level) for level in row["levels"]]
            wanted[row["id"]] = marks
    assert {key.split()[0]: marks for key, marks in shown.items()} == wanted
    summary = result["summary"]
    boxes = next((b for b in flat(document.blocks) if isinstance(b, Counts)), Counts(()))
    numbers = [summary[word] for word in ("up", "down", "same", "not_comparable")]
    assert [box.number for box in boxes.counts] == [str(number) for number in numbers]
    assert not any("step" in box.words for box in boxes.counts), "steps are not added up"


def assert_well_made(document: Document) -> None:
    """Fail where a writer or a reader would stumble."""
    levels = [level for level, _ in heads(document)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in heads(document))
    for table in tables(document):
        assert table.rows
        assert all(len(row) == len(table.head) == len(table.shares) for row in table.rows)
        assert all(share > 0 for share in table.shares)
        assert all(cell.runs and cell.runs[0].text for row in table.rows for cell in row)
        assert all(run.text.strip() for head in table.head for run in head)
    assert "{" not in words_of(document)
