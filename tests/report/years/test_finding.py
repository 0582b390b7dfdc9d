"""What came of the years, part by part: how many stand higher, which lower, how many are left."""

from __future__ import annotations

import datetime as dt

import pytest

from sdgassess.language import Words
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.finding import headline_of_parts, parts_moved
from sdgassess.scoring.score import score
from tests.given.trees import part, tree
from tests.given.years import years

NAMES = "ABCDEFGHIJKL"


def edition(before: str, after: str) -> YearsEdition:
    """Two years of parts: for each of them its level, of 0 to 2, or a mark."""
    model = tree(*(part(name, 1) for name in NAMES[: len(before)]))
    scores = []
    for number, levels in enumerate((before, after)):
        answers = {
            f"{name}a": int(level) if level.isdigit() else level
            for name, level in zip(NAMES, levels, strict=False)
        }
        day = dt.date(2025 + number, 3, 12)
        scores.append(score(model.rules, model.answered(**answers)._replace(date=day)))
    return YearsEdition(Words("en"), years(*scores))


@pytest.mark.parametrize(
    ("before", "after", "sentences", "title"),
    [
        (
            "000",
            "100",
            ["One of 3 parts stands higher than in 2025.", "Unchanged: Part B, Part C."],
            "One of 3 parts stands higher than in 2025",
        ),
        (
            "0111",
            "1000",
            ["One of 4 parts stands higher than in 2025.", "Lower: Part B, Part C, Part D."],
            "One of 4 parts stands higher than in 2025 – lower: Part B, Part C, Part D",
        ),
        (
            "01111",
            "10000",
            ["One of 5 parts stands higher than in 2025.", "Lower: B, C, D, E."],
            "One of 5 parts stands higher than in 2025 – lower: 4 of 5 parts",
        ),
        (
            "11",
            "10",
            ["No part stands higher than in 2025.", "Lower: Part B.", "Unchanged: Part A."],
            "No part stands higher than in 2025 – lower: Part B",
        ),
        ("111", "111", ["No part stands higher or lower than in 2025."], None),
        (
            "11?",
            "111",
            ["2 of 3 parts can be compared: none stands higher or lower than in 2025."],
            None,
        ),
        ("0?", "11", ["Part A: higher than in 2025."], None),
        ("1?", "01", ["Part A: lower than in 2025."], None),
        ("1?", "11", ["Part A: as in 2025."], None),
        ("??", "11", [], None),
    ],
)
def test_each_part_that_can_be_compared_is_told_once(
    before: str, after: str, sentences: list[str], title: str | None
) -> None:
    both = edition(before, after)
    assert list(parts_moved(both)) == sentences
    assert headline_of_parts(both) == title
