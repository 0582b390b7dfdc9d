"""What tests of the printed years share: reports of made-up years, and what must hold in each."""

from __future__ import annotations

import dataclasses
import random
from itertools import pairwise

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.document.blocks import Counts, Document
from sdgassess.files.catalogue import shipped_folder
from sdgassess.files.load import load_profile
from sdgassess.language import LANGUAGES, Words
from sdgassess.model.question import Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.report.results.years import compare_result
from sdgassess.report.years.report import years_report
from sdgassess.scoring.score import Score, score
from tests.given.document_read import (
    flat,
    heads,
    joined,
    tables,
    words_of,
)
from tests.given.years import ONE, year, years


def examples(consent: bool | None = None, *, roles: bool = False) -> Years:
    """The three years of the municipality that ships.

    With another answer on consent, if given; with names of roles that stand nowhere else.
    """
    found = []
    for path in sorted((shipped_folder("profiles") / "examples").glob("*.yaml")):
        loaded = load_profile(path)
        assert loaded.value is not None
        assert loaded.questionnaire is not None
        one = loaded.value
        one = one if consent is None else dataclasses.replace(one, consent=consent)
        rules = loaded.questionnaire
        found.append(Column(str(path), score(_strange(rules) if roles else rules, one)))
    return Years(found)


def _strange(rules: Questionnaire) -> Questionnaire:
    """The questionnaire with names of roles that no other text of it holds."""
    titles = (Text(dict.fromkeys(LANGUAGES, f"Zebra {place}")) for place in range(99))
    named = (role._replace(title=title) for role, title in zip(rules.roles, titles, strict=False))
    return dataclasses.replace(rules, roles=tuple(named))


def printed(*scores: Score, across: bool = False, language: str = "en") -> Document:
    """The report of some profiles."""
    return years_report(years(*scores), Words(language), across=across)


def random_years(count: int, seed: int = 1) -> list[Score]:
    """Years of sixty answers that go up and down."""
    chance = random.Random(seed)
    return [
        year({q: chance.choice([0, 1, 2, 3, 4, "?"]) for q in ONE.questions}, f"{2017 + n}-03-12")
        for n in range(count)
    ]


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
    steps = [box.words for box in boxes.counts[:2]]
    for words, count in zip(steps, (summary["steps_up"], summary["steps_down"]), strict=True):
        assert f"{count} steps" in words or (count == 1 and "one step" in words)


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
