"""What the page of years says; the whole of it stands in the cases of the command line."""

from __future__ import annotations

from sdgassess.model.question import Comparable
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.factor_phrases import factors_title
from sdgassess.scoring.score import Score
from sdgassess.text import width
from tests.given.questionnaires import FIRST, added, newer, older, reworded, spoken, version_of
from tests.given.screens import years_page
from tests.given.years import random_years, year, years


def shown(*scores: Score, columns: int = 80, linear: bool = False) -> list[str]:
    """The lines of the page in English."""
    edition = YearsEdition(spoken("en"), years(*scores), linear=linear)
    return years_page(edition, columns).splitlines()


def told(*scores: Score, linear: bool = False) -> str:
    """The page as one line."""
    return " ".join(" ".join(shown(*scores, linear=linear)).split())


def test_a_changed_question_is_named_with_its_reason_and_never_as_progress() -> None:
    newer = version_of("1.1", reworded("EXT3"), added("EXT7", "EXT6"), without=["EXT6"])
    then = year(dict.fromkeys(FIRST.questions, 1), "2025-03-01")
    now = year(dict.fromkeys(newer.questions, 1) | {"EXT3": 4}, "2026-03-01", rules=newer)
    page = told(then, now)
    assert "The questionnaire has changed in between" in page
    assert "asked in other words: EXT3" in page
    assert "not in the questionnaire yet: EXT7" in page
    assert "not in the questionnaire any more: EXT6" in page
    assert "What stands higher" not in page
    assert "58 of 61 questions compared: 0 higher, 0 lower, 58 unchanged" in page


def test_what_is_nearly_the_same_shows_both_levels() -> None:
    near = version_of("1.1", reworded("POL1", kin=Comparable.APPROXIMATE))
    page = told(year({"POL1": 1}, "2025-03-01"), year({"POL1": 2}, "2026-03-01", rules=near))
    assert "POL1 (1 then, 2 now, roughly)" in page


def test_an_older_level_that_was_asked_otherwise_stands_in_brackets() -> None:
    newer = version_of("1.1", reworded("POL1"))
    first = year({"POL1": 4}, "2024-03-01")
    second = year({"POL1": 1}, "2025-03-01", rules=newer)
    third = year({"POL1": 2}, "2026-03-01", rules=newer)
    page = told(first, second, third)
    assert "one step up since 2025 Before: 1 (2025)" in page
    (row,) = (line for line in shown(first, second, third) if line.startswith("  POL1 "))
    assert row.split()[-5:-2] == ["(4)", "1", "2"]
    assert "(2): a level that is not compared" in page


def test_two_profiles_of_one_year_are_told_apart() -> None:
    page = told(year({"POL1": 1}, "2026-03-01"), year({"POL1": 2}, "2026-09-01"))
    assert "1. 2026-03-01" in page
    assert "one step up since 2026-03-01" in page


def test_ten_years_of_sixty_questions_fit_the_page() -> None:
    for columns in (40, 80):
        lines = shown(*random_years(10), columns=columns)
        assert max(width(line) for line in lines) <= columns
    for line in shown(*random_years(10)):
        assert "2017 2018" not in line, "no head is written over two columns"


def test_nothing_in_common_is_said() -> None:
    page = told(year({"POL1": 1}, "2025-03-01"), year({"POL3": 1}, "2026-03-01"))
    assert "No question was asked alike and answered in all of them." in page


def test_years_without_any_answer_are_told_without_a_table() -> None:
    for linear in (False, True):
        page = told(year({}, "2025-03-01"), year({}, "2026-03-01"), linear=linear)
        assert "0 of 60 questions compared" in page


def test_of_two_quick_scans_only_what_a_scan_asks_is_compared() -> None:
    core = [question.id for question in FIRST.questions.values() if question.core]
    answers: dict[str, object] = {**dict.fromkeys(core, 2), core[0]: "?"}
    scans = [year(answers, day, scope="quick") for day in ("2025-03-01", "2026-03-01")]
    assert f"{len(core) - 1} of {len(core)} questions compared" in told(*scans)
    assert list(years(*scans).paths) == core
    between = year(dict.fromkeys(FIRST.questions, 3), "2025-09-01")
    page = told(scans[0], between, scans[1])
    assert f"{len(core) - 1} of {len(core)} questions compared" in page


def test_two_years_are_named_and_more_are_every_year() -> None:
    first, between, last = (year({"POL1": 2}, f"{n}-03-01") for n in (2024, 2025, 2026))
    two, three = (years(first, last), years(first, between, last))
    titles = [factors_title(YearsEdition(spoken("en"), series)) for series in (two, three)]
    assert titles == [
        "Factors, on the one question asked alike and answered in 2024 and 2026",
        "Factors, on the one question that was asked alike and answered every year",
    ]


def test_a_changed_set_is_the_reason_and_said_also_where_the_figures_agree() -> None:
    then = year(dict.fromkeys(older().questions, 2), "2025-03-01", rules=older())
    now = year(dict.fromkeys(newer().questions, 2), "2026-03-01", rules=newer())
    page = told(then, now)
    assert "EXT6 (not in the questionnaire any more 2025)" in page
    assert "POL2 (moved to another factor 2025)" in page
    assert "On the same questions too, but its questions have changed." in page
    assert "by other rules" not in page
    assert "replaces an older question: BUD6" in page


def test_too_few_questions_in_common_are_a_mark_with_its_reason() -> None:
    then, now = year({"EXT1": 1}, "2025-03-01"), year({"EXT1": 3}, "2026-03-01")
    assert "– too few questions in common for a level" in told(then, now)
    row = next(line for line in shown(then, now) if line.startswith("  EXT Partnerships"))
    assert row.split()[-6:] == ["–", "–", "too", "few", "questions", "1/6"]
    aloud = told(then, now, linear=True)
    assert "2025: –; 2026: –; Against 2025: too few questions; Questions: 1/6" in aloud


def test_another_rule_is_no_new_answer() -> None:
    stricter = tuple(
        one._replace(triggers=tuple(t._replace(level=2) for t in one.triggers))
        if one.id == "silo"
        else one
        for one in FIRST.patterns
    )
    answers = dict.fromkeys(FIRST.questions, 2) | {"COORD2": 1}
    then = year(answers, "2025-03-01")
    rules = version_of("1.1")._replace(patterns=stricter)
    now = year(answers | {"COORD5": 1}, "2026-03-01", rules=rules)
    page = told(year(answers | {"COORD5": 3}, "2025-03-01"), now)
    assert "Still there: COORD2. Since 2025 new: COORD5. Judged by another rule since" in page
    assert "at the same level: COORD4." in page
    assert "Since 2025 new" not in told(then, year(answers, "2026-03-01", rules=rules))


def test_of_many_years_what_moved_most_is_said_from_first_to_last() -> None:
    levels = (0, 1, 2, 3, 2, 4)
    scores = [year({"POL1": level}, f"{2021 + n}-03-01") for n, level in enumerate(levels)]
    assert "overall strategy?” 0 → 4." in told(*scores)
    assert "0 in 2021, 4 in 2026." in told(*scores, linear=True)
    assert "0 → 1 → 2 → 3 → 2." in told(*scores[:5])
    assert "more patterns were neither medium nor high in any year." in told(*scores)
