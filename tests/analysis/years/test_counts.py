"""How many of how many over the years, beside answers, and never a step."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.analysis.years.counts import counted
from sdgassess.language import Words
from sdgassess.model.profile import Answer, Count
from sdgassess.report.results.years import compare_result
from sdgassess.report.years.edition import YearsEdition
from sdgassess.scoring.score import score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic
from tests.given.screens import years_page


def years(*counts: Count | None) -> Years:
    """Years in which CORE1 stands at 2, counted or not."""
    columns = []
    for place, count in enumerate(counts):
        given = profile({"POL1": 2})
        answers = {**given.answers, "CORE1": Answer(Fraction(2), count=count)}
        day = dt.date(2025 + place, 3, 1)
        given = given._replace(answers=answers, date=day)
        columns.append(Column(f"{place}.yaml", score(nordic(), given)))
    return Years(tuple(columns))


def printed(compared: Years, *, linear: bool = False) -> str:
    """The whole screen as one line."""
    edition = YearsEdition(Words("en"), compared, linear=linear)
    return " ".join(years_page(edition, 200).split())


def test_a_count_is_printed_from_year_to_year_without_a_step() -> None:
    compared = years(Count(4, 6), Count(5, 6))
    assert "CORE1 4 of 6 → 5 of 6" in printed(compared)
    assert "CORE1 4 of 6 in 2025, 5 of 6 in 2026" in printed(compared, linear=True)
    assert compared.first_to_last.summary.steps_up == 0


def test_a_count_of_one_year_alone_is_no_way() -> None:
    assert not counted(years(Count(4, 6), None))
    assert "unchanged; 4 of 6 → – → 5 of 6" in printed(years(Count(4, 6), None, Count(5, 6)))


def test_json_has_them_by_column() -> None:
    told = compare_result(years(Count(4, 6), None), across=False, left_out=())
    counts = {row["id"]: row["counts"] for row in told["questions"]}
    assert counts["CORE1"] == [{"n": 4, "of": 6}, None]
    assert counts["POL1"] == [None, None]
