"""The printed comparison of years: the numbers of `compare`, its words, and what holds it up."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.document.blocks import Document, Figure
from sdgassess.document.charts.heat_map import HeatMap
from sdgassess.language import LANGUAGES
from sdgassess.model.profile import (
    EarlierAnswer,
    Evidence,
    EvidenceKind,
    Profile,
    WasChange,
)
from sdgassess.report.results.years import compare_result
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.report import years_report
from sdgassess.report.years.summary import full_years
from sdgassess.report.years.tables import parts
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import score
from tests.given.documents import (
    cells,
    charts,
    flat,
    heads,
    joined,
    lines,
    runs,
    tables,
    words_of,
)
from tests.given.questionnaires import FIRST, added, newer, older, reworded, spoken, version_of
from tests.given.random_profiles import profiles
from tests.given.screens import years_page
from tests.given.trees import part, tree
from tests.given.years import examples, random_years, year, years
from tests.given.years_reports import assert_numbers_agree, assert_well_made, printed

EACH = pytest.mark.parametrize("language", LANGUAGES)
VERSIONS = (FIRST, version_of("1.1", reworded("POL1"), added("LED6", "LED5"), without=["EXT6"]))


def test_the_numbers_of_the_examples_are_those_of_the_json_document() -> None:
    found = examples()
    document = years_report(found, spoken("en"))
    assert_numbers_agree(found, document)
    result = compare_result(found, across=False)
    then = {key.split()[0]: row for key, row in _as_scored(document).items()}
    for row in result["factors"]:
        if row["levels"] != row["levels_as_scored"]:
            shown = ["?" if level is None else str(level) for level in row["levels_as_scored"]]
            assert then[row["id"]] == shown


def _as_scored(document: Document) -> dict[str, list[str]]:
    """The factors as they were scored then."""
    return joined(tables(document, "Levels of the factors as they were scored then"), 1, 1)


@settings(max_examples=15, deadline=None)
@given(
    chosen=st.lists(profiles(), min_size=2, max_size=3),
    which=st.lists(st.integers(0, 1), min_size=3, max_size=3),
    basis=st.sampled_from(Basis),
)
def test_the_numbers_are_those_of_the_json_document(
    chosen: list[Profile], which: list[int], basis: Basis
) -> None:
    columns = []
    for place, one in enumerate(chosen):
        rules = VERSIONS[which[place]]
        known = {q: a for q, a in one.answers.items() if q in rules.questions}
        ref = one._replace(answers=known, date=dt.date(2024 + place, 3, 12))
        ref = ref._replace(questionnaire=ref.questionnaire._replace(version=rules.version))
        columns.append(Column(f"{place}.yaml", score(rules, ref, basis)))
    found = Years(columns)
    document = years_report(found, spoken("en"))
    assert_numbers_agree(found, document)
    assert_well_made(document)


@EACH
def test_what_the_terminal_says_line_by_line_is_in_the_report(language: str) -> None:
    found = examples(consent=True)
    words = spoken(language)
    page = years_page(YearsEdition(words, found, linear=True), 10_000)
    shown = {line.strip().removeprefix("- ") for line in page.splitlines()}
    inside = set(lines(years_report(found, words)))
    headings = {text for _, text in heads(years_report(found, words))}
    parts_of = (words("Risk patterns, as judged then"), words("Style (never good or bad)"))
    assert headings <= shown | headings
    assert set(parts_of) <= headings
    both = {line for line in shown if line in inside}
    wanted = words("Moved most: {questions}.").split("{")[0]
    assert any(line.startswith(wanted) for line in inside)
    assert len(both) > 25


def test_the_finding_is_true_and_comes_first() -> None:
    level, finding = heads(years_report(examples(), spoken("en")))[0]
    assert level == 1
    assert finding.startswith("8 of 11 factors stand higher than in 2024 – lower: Participation")


@pytest.mark.parametrize(
    ("then", "now", "finding"),
    [
        ({"POL1": 1}, {"POL1": 2}, "One question stands higher than in 2025, none lower; most mo"),
        ({"POL1": 2}, {"POL1": 1}, "One question stands lower than in 2025, none higher; most mo"),
        ({"POL1": 2}, {"POL1": 2}, "The one question that can be compared stands as in 2025"),
        ({"POL1": 2}, {"POL1": "?"}, "2026 and 2025 have no answer in common"),
        ({}, {}, "2026 and 2025 have no answer in common"),
        (
            {"POL1": 1, "LED1": 2},
            {"POL1": 2, "LED1": 1},
            "One question stands higher and 1 lower than in 2025",
        ),
    ],
)
def test_findings(then: dict[str, object], now: dict[str, object], finding: str) -> None:
    document = printed(year(then, "2025-03-01"), year(now, "2026-03-01"))
    said = heads(document)[0][1]
    assert said.startswith(finding)
    assert ("most moved" in said) is ("most mo" in finding)


@pytest.mark.parametrize("count", [2, 3, 5, 8, 9, 10])
def test_up_to_ten_years_have_their_numbers_in_tables_that_fit(count: int) -> None:
    found = years(*random_years(count))
    document = years_report(found, spoken("en"))
    assert_numbers_agree(found, document)
    assert_well_made(document)
    numeric = [sum(cell.numeric for cell in table.rows[0]) for table in tables(document)]
    assert max(numeric) <= 9  # eight years, and how much is compared


def test_columns_in_parts_are_all_there_and_about_equal() -> None:
    for count in range(1, 40):
        found = parts(count)
        assert [place for block in found for place in block] == list(range(count))
        sizes = {len(block) for block in found}
        assert max(sizes) <= 8
        assert max(sizes) - min(sizes) <= 1


def test_charts_say_every_level_in_words() -> None:
    found = examples()
    full = full_years(YearsEdition(spoken("en"), found)).years  # 2025 was a quick scan
    heat, small = charts(years_report(found, spoken("en")))
    every = ((heat, full, ("2024", "2026")), (small, found, ("2024", "2025", "2026")))
    for chart, told, labels in every:
        for one in told.factors:
            title = f"{one.id} {FIRST.factors[one.id].title.words['en']}"
            line = next(line for line in chart.alt.split("\n") if line.startswith(title))
            for label, level in zip(labels, one.levels, strict=True):
                assert f"{label}: {level}" in line


def test_the_first_page_stands_on_one_set_of_questions_and_agreements_come_first() -> None:
    heads_ = [text for _, text in heads(years_report(examples(), spoken("en")))]
    agreed = next(n for n, text in enumerate(heads_) if text.startswith("Picked in 2025"))
    assert agreed < heads_.index("In short: 2026 against 2024")
    said = lines(years_report(examples(), spoken("en")))
    assert any(line.startswith("2025 is a quick scan: what was agreed in it") for line in said)

    lower = next(line for line in said if line.startswith("Of those that stand lower"))
    counts = [int(number) for number in re.findall(r"\d+", lower)]
    assert sum(counts) == 5, "as many reasons as questions that fell"


def test_levels_on_fewer_questions_are_never_shown_without_saying_so() -> None:
    """A quick scan in between leaves fewer questions in common than the factors stand on."""
    sentence = "Here every year stands on the 23 questions that were asked alike and answered"
    said = lines(years_report(examples(), spoken("en")))
    assert len([line for line in said if line.startswith(sentence)]) == 1
    two = years(*(column.score for column in examples().columns[::2]))
    assert not [x for x in lines(years_report(two, spoken("en"))) if "Here every year" in x]


@pytest.mark.parametrize(("parts_moved", "is_one"), [(3, False), (14, True)])
def test_answers_behind_many_changes_stand_in_one_sentence(parts_moved: int, is_one: bool) -> None:
    model = tree(*(part(f"P{number}", 1) for number in range(20)))
    then = score(model.rules, model.answered(0)._replace(date=dt.date(2025, 3, 1)))
    moved = {f"P{number}a": 1 for number in range(parts_moved)}
    now = score(model.rules, model.answered(0, **moved)._replace(date=dt.date(2026, 3, 1)))
    said = lines(years_report(years(then, now), spoken("en")))
    alone = [line for line in said if "had it not moved" in line]
    together = [line for line in said if "had one of them not moved" in line]
    assert (len(alone), len(together)) == ((0, 1) if is_one else (parts_moved, 0))
    if is_one:
        assert all(f"P{number} (P{number}a)" in together[0] for number in range(parts_moved))


def test_only_marks_that_stand_in_a_table_are_explained() -> None:
    answers = dict.fromkeys(FIRST.questions, 2)
    alike = years(year(answers, "2025-03-01"), year(answers, "2026-03-01"))
    assert not [x for x in lines(years_report(alike, spoken("en"))) if x.startswith("3/6: ")]
    fewer = {key: 2 for key in FIRST.questions if key != "POL1"}
    unlike = years(year(fewer, "2025-03-01"), year(answers, "2026-03-01"))
    assert [x for x in lines(years_report(unlike, spoken("en"))) if x.startswith("3/6: ")]


def test_a_question_that_fell_says_why_in_the_words_and_language_of_the_file() -> None:
    then, now = year({"POL1": 3}, "2025-03-01"), year({"POL1": 1}, "2026-03-01")
    document = printed(then, now)
    row = cells(tables(document, "From which words to which")[0])[0]
    before = FIRST.questions["POL1"].option(3)
    assert before is not None
    assert row[0] == "POL1"
    assert "2 steps down since 2025" in row[1]
    assert row[2] == f"3 (2025) {before.text.words['en']}"
    assert row[3].startswith("1 ")
    assert row[4] == "Nobody noted whether it got worse or more is known."
    was = EarlierAnswer(
        date=dt.date(2025, 3, 1), change=WasChange.WORSE, reason="=1+1 <b>æ\x1b[31m"
    )
    told = dataclasses.replace(now.profile.answers["POL1"], was=was)
    profile = now.profile._replace(answers={"POL1": told}, language="da")
    document = printed(then, score(FIRST, profile))
    row = cells(tables(document, "From which words to which")[0])[0]
    assert row[4] == "It got worse (2026): =1+1 <b>æ\\x1b[31m"
    own = [run for run in runs(document) if "<b>" in run.text]
    assert [run.language for run in own] == ["da"]


def test_of_several_falls_without_a_reason_it_is_said_once() -> None:
    said = "Nobody noted whether it got worse or more is known."
    then = year({"POL1": 3, "POL2": 3, "LED1": 2}, "2025-03-01")
    now = year({"POL1": 1, "POL2": 2, "LED1": 1}, "2026-03-01")
    document = printed(then, now)
    fallen = tables(document, "From which words to which")[0]
    assert len(fallen.rows) == 3
    assert len(fallen.head) == 4
    assert lines(document).count(said) == 1
    was = EarlierAnswer(date=dt.date(2025, 3, 1), change=WasChange.WORSE, reason="A post was cut")
    answers = now.profile.answers
    told = {**answers, "POL1": dataclasses.replace(answers["POL1"], was=was)}
    explained = printed(then, score(FIRST, now.profile._replace(answers=told)))
    rows = cells(tables(explained, "From which words to which")[0])
    assert [row[4] == said for row in rows].count(True) == 2


def test_what_is_only_better_backed_is_never_among_what_is_higher() -> None:
    proof = (Evidence(EvidenceKind.DOCUMENT, "Budget"),)
    then, now = year({"POL1": 3}, "2025-03-01"), year({"POL1": 3}, "2026-03-01")
    backed = dataclasses.replace(now.profile.answers["POL1"], evidence=proof)
    later = score(FIRST, now.profile._replace(answers={"POL1": backed}))
    found = years(then, later)
    assert found.first_to_last.summary.better_backed == 1
    document = years_report(found, spoken("en"))
    titles = [text for _, text in heads(document)]
    assert "Only better backed: the answers are the same" in titles
    assert "What stands higher" not in titles


def test_a_changed_questionnaire_is_told_and_never_progress() -> None:
    then = year(dict.fromkeys(older().questions, 2), "2025-03-01", rules=older())
    now = year(dict.fromkeys(newer().questions, 2), "2026-03-01", rules=newer())
    document = printed(then, now)
    text = words_of(document)
    assert "The questionnaire has changed in between" in text
    assert "replaces an older question: BUD6" in text
    versions = cells(tables(document, "Who answered, what and when")[0])
    assert [row[3] for row in versions] == ["1.0", "1.1"]
    assert "What stands higher" not in text
    assert_numbers_agree(years(then, now), document)


def test_nothing_known_is_said_without_charts() -> None:
    unknown = dict.fromkeys(FIRST.questions, "?")
    document = printed(year(unknown, "2025-03-01"), year(unknown, "2026-03-01"))
    assert "have no answer in common" in heads(document)[0][1]
    assert "No question was asked alike and answered in all of them." in words_of(document)
    assert not any(isinstance(block, Figure) for block in flat(document.blocks))
    assert_well_made(document)


def test_who_could_be_asked_stands_in_the_language_of_the_file() -> None:
    then, now = year({"POL1": 3}, "2025-03-01"), year({"POL1": "?"}, "2026-03-01")
    unknown = dataclasses.replace(now.profile.answers["POL1"], who_knows="Økonomichefen")
    profile = now.profile._replace(answers={"POL1": unknown}, language="da")
    document = printed(then, score(FIRST, profile), language="sv")
    line = next(line for line in lines(document) if line.endswith("(fråga: Økonomichefen)"))
    assert line.startswith("POL1 ")
    assert [run.language for run in runs(document) if run.text == "Økonomichefen"] == ["da"]


def test_picks_are_told_with_what_came_of_them() -> None:
    document = years_report(examples(), spoken("en"))
    latest, first = tables(document, "Picks, and whether the target was reached")
    assert cells(latest)[0][0] == "CONT2 to 2: reached in 2026 (1 → 2)"
    assert [row[0] for row in cells(latest)][-1] == "LED2 to 2: not yet in 2026 (1 → 1)"
    assert cells(first)[0][2:] == ["kommunaldirektøren", "31 October 2024"]


def test_a_report_is_of_the_day_of_its_last_year() -> None:
    then, now = year({"POL1": 1}, "2025-03-01"), year({"POL1": 2}, "2026-03-01")
    assert years_report(years(then, now), spoken("en")).date == dt.date(2026, 3, 1)


def test_a_factor_without_a_level_leaves_the_others_in_the_picture() -> None:
    answers = dict.fromkeys(["LED1", *(q.id for q in FIRST.factors["POL"].questions)], 2)
    found = years(year(answers, "2025-03-01"), year(answers, "2026-03-01"))
    assert [one.levels[0] for one in found.factors if one.compared] == [2, None]
    document = years_report(found, spoken("en"))
    assert any(isinstance(chart, HeatMap) for chart in charts(document))


def test_a_foreign_scale_is_drawn_and_written() -> None:
    """A questionnaire may name no scale of its own, and have levels between whole numbers."""
    bare = FIRST._replace(scale=())
    found = years(
        *(
            year(dict.fromkeys(FIRST.questions, level), f"{2025 + level}-03-01", rules=bare)
            for level in (0, 1)
        )
    )
    document = years_report(found, spoken("da"))
    assert_numbers_agree(found, years_report(found, spoken("en")))
    assert charts(document)
