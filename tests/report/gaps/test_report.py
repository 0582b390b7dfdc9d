"""The gap report's content: its parts, its numbers, and what it may show of whom."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from sdgassess.analysis.gaps import hold_against
from sdgassess.document.blocks import (
    Bullets,
    Figure,
    Heading,
    Look,
    Quotation,
    Table,
    Together,
    WritingLines,
)
from sdgassess.document.charts.distribution import Distribution
from sdgassess.document.runs import text_of
from sdgassess.language import LANGUAGES
from sdgassess.model.profile import Judgement, Priority, QuestionnaireRef
from sdgassess.model.question import Level
from sdgassess.model.reference import Point
from sdgassess.report.gaps.picks import picks_part
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.report.gaps.style import _conditions
from sdgassess.report.results.scores import gaps_result, score_result
from sdgassess.scoring.score import score
from tests.given.documents import blocks_of, every_block, every_text, head_words
from tests.given.gap_reports import edition, gap_document
from tests.given.places import EXAMPLE
from tests.given.profiles import EVERY_PROFILE, opened
from tests.given.profiles import profile as foreign
from tests.given.questionnaires import foreign_model


def test_the_nine_parts_come_in_their_order() -> None:
    parts = [
        text_of(block.runs)
        for block in every_block(gap_document(EXAMPLE))
        if isinstance(block, Heading) and block.level == 2
    ]
    assert parts == [
        "What matters most, on one page",
        "Where the factors stand",
        "Style (never good or bad)",
        "Risk patterns",
        "Talk about or find out first",
        "Suggested priorities, for the room to pick",
        "Not now, if the suggestions are followed (leaving them is a decision)",
        "Keep: this stands strong",
        "Find the evidence: answered higher than it is backed",
        "Against documented practice",
        "Limits and method",
        "All answers",
    ]


@pytest.mark.parametrize("path", EVERY_PROFILE, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_head_is_skipped_and_every_table_is_whole(path: Path, language: str) -> None:
    level = 0
    for block in every_block(gap_document(path, language)):
        if isinstance(block, Heading):
            assert block.level <= level + 1
            level = block.level
        if isinstance(block, Table):
            assert block.rows
            assert all(text_of(head) for head in block.head)
            assert {len(row) for row in block.rows} == {len(block.head)} == {len(block.shares)}
        if isinstance(block, Bullets):
            assert all(text_of(item).strip() for item in block.items)


@pytest.mark.parametrize("path", EVERY_PROFILE, ids=lambda path: path.stem)
def test_the_numbers_are_those_of_the_other_verbs(path: Path) -> None:
    assessment = edition(*opened(path))
    document = gap_report_document(assessment, Look())
    scored = score_result(assessment.score, "p.yaml")
    held = gaps_result(assessment.subject, "p.yaml", "en")
    found = [block for block in every_block(document) if isinstance(block, Table)]
    tables = {text_of(table.caption): table for table in found}
    factors = tables["The factors with their levels"]
    for factor, row in zip(scored["factors"], factors.rows, strict=True):
        cells = [text_of(cell.runs) for cell in row]
        assert cells[0].endswith(f"({factor['id']})")
        level = factor["level"]
        assert level is None or cells[1].endswith(str(level))
        assert cells[2] in {str(factor["answered_level"]), "?", "–"}
        assert cells[3] in {str(factor["backed_level"]), "?", "–"}
        assert cells[4] == f"{factor['answered']} of {factor['applicable']}"
        answers = tables[f"{factor['title']['en']} ({factor['id']})"]
        shown = {text_of(row[0].runs): text_of(row[2].runs) for row in answers.rows}
        for question, stands in factor["questions"].items():
            assert shown[question] == str(stands) or (stands is None and shown[question] in "?-.")
    for one, row in zip(held["against"], tables["Points per reference"].rows, strict=True):
        figures = [int(text_of(cell.runs)) for cell in row[1:]]
        wanted = [one[key] for key in ("points", "comparable", "met", "below", "steps")]
        assert figures == wanted
    picks = [head for head in head_words(document) if re.match(r"\d\. ", head)]
    assert [re.findall(r", ([A-Z]+\d):", head)[0] for head in picks] == held["priorities"]


def test_without_rules_for_priorities_nothing_is_said_of_strong_points_or_of_talks() -> None:
    rules = foreign_model("four-tiers")
    answers: dict[str, object] = {"s1": 1, "s2": 3, "p1": 4, "d1": "4.5", "t1": 3}
    given = foreign(answers, ref=QuestionnaireRef("four-tiers", "1.0"))
    document = gap_report_document(edition(rules, given), Look())
    tables = [block for block in every_block(document) if isinstance(block, Table)]
    factors = next(t for t in tables if text_of(t.caption) == "The parts with their levels")
    assert [text_of(head) for head in factors.head][-1] == "Known"
    assert "Talk about or find out first" not in head_words(document)


def test_the_level_of_strong_points_is_the_questionnaires_own() -> None:
    rules, profile = opened(EXAMPLE)
    document = gap_report_document(
        edition(dataclasses.replace(rules, strong_from=Level(4)), profile), Look()
    )
    assert "At 4 or above" in every_text(document)
    assert "At 3 or above" not in every_text(document)


def test_the_first_page_is_complete_in_itself() -> None:
    document = gap_document(EXAMPLE)
    first = document.blocks[: [type(b).__name__ for b in document.blocks].index("NewPage")]
    kinds = {type(block) for block in first}
    assert {Heading, Bullets, Table} <= kinds
    said = " ".join(every_text(document._replace(blocks=first)))
    assert "12 March 2026" in said
    assert "8 people took part" in said
    assert "Suggested to work on now" in said
    assert "56 of 59" in said


def test_the_chart_says_every_factor_with_its_level() -> None:
    assessment = edition(*opened(EXAMPLE))
    document = gap_report_document(assessment, Look())
    alt = next(block.chart.alt for block in every_block(document) if isinstance(block, Figure))
    for factor, found in assessment.score.factors.items():
        title = assessment.title(factor)
        line = next(line for line in alt.split("\n") if title in line)
        assert found.level is None or f"{found.level}" in line


def test_what_was_picked_stands_there_with_who_when_and_the_first_move() -> None:
    rules, profile = opened(EXAMPLE)
    picks = (
        Priority("BUD2", Level(3), "økonomichef", "2026-10-01", "Bring it to the budget seminar"),
        Priority("LED2"),
    )
    document = gap_report_document(
        edition(rules, dataclasses.replace(profile, priorities=picks)), Look()
    )
    assert "What the room picked" in head_words(document)
    lines = [block for block in every_block(document) if isinstance(block, WritingLines)]
    assert [text_of(line.written) for line in lines[:3]] == [
        "økonomichef",
        "1 October 2026",
        "Bring it to the budget seminar",
    ]
    assert [line.lines for line in lines] == [0, 0, 0, 1, 1, 2]
    alt = next(block.chart.alt for block in every_block(document) if isinstance(block, Figure))
    assert "BUD2" in alt
    assert "3" in alt


@pytest.mark.parametrize(
    ("language", "by", "said"),
    [
        ("da", "2026-10-01", "1. oktober 2026"),
        ("sv", "2026-10-01", "1 oktober 2026"),
        ("sv", "2026-13-01", "2026-13-01"),
        ("en", "before the budget", "before the budget"),
    ],
)
def test_a_day_that_was_picked_is_written_as_people_write_it(
    language: str, by: str, said: str
) -> None:
    rules, profile = opened(EXAMPLE)
    picked = dataclasses.replace(profile, priorities=(Priority("LED2", Level(2), by=by),))
    document = gap_report_document(edition(rules, picked, language), Look())
    lines = [block for block in every_block(document) if isinstance(block, WritingLines)]
    assert text_of(lines[1].written) == said


@pytest.mark.parametrize("picked", [True, False])
def test_only_of_picks_it_is_said_that_none_can_start_soon(picked: bool) -> None:
    rules, profile = opened(EXAMPLE)
    suggested = [c.question for c in edition(rules, profile).priorities.chosen]
    hopeless = dict.fromkeys(suggested, Judgement(can_start=False))
    picks = tuple(Priority(question) for question in suggested) if picked else ()
    judged = dataclasses.replace(profile, judgement=hopeless, priorities=picks)
    document = gap_report_document(edition(rules, judged), Look())
    warning = "None of these can start within three months: pick one that can."
    assert (warning in list(every_text(document))) is picked


def test_a_reference_without_words_hides_no_example() -> None:
    report = edition(*opened(EXAMPLE)).subject
    candidate = report.priorities.chosen[0]
    wordless = Point(at_least=Level(4))
    quoted = wordless._replace(quote="Words of a document", source="001:1")
    against = tuple(
        hold_against(
            report.score,
            comparison.reference._replace(points={candidate.question: point}),
        )
        for comparison, point in zip(report.against, (wordless, quoted), strict=False)
    )
    examples = report._replace(against=against).examples(candidate)
    assert [point.quote for _, point in examples] == ["Words of a document"]


@pytest.mark.parametrize(
    ("starts", "warned"),
    [((False, False), True), ((False, True), False), ((False, None), False)],
)
def test_picks_of_which_none_can_start_soon_are_warned_of(
    starts: tuple[bool | None, ...], warned: bool
) -> None:
    rules, profile = opened(EXAMPLE)
    picks = (Priority("BUD2"), Priority("LED2"))
    judged = {
        pick.question: Judgement(can_start=start)
        for pick, start in zip(picks, starts, strict=True)
    }
    given = dataclasses.replace(profile, priorities=picks, judgement=judged)
    document = gap_report_document(edition(rules, given), Look())
    sentence = "None of these can start within three months: pick one that can."
    assert (sentence in list(every_text(document))) is warned


def test_what_two_ways_of_working_watch_is_a_condition_of_both() -> None:
    rules, profile = opened(EXAMPLE)
    axis = next(axis for axis in rules.style if len(axis.positions) > 1)
    first, second = axis.positions[:2]
    places = (first._replace(watch=("POL1", "LED1")), second._replace(watch=("LED1", "BUD1")))
    found = _conditions(edition(rules, profile), axis._replace(positions=places))
    assert [condition.title.split()[0] for condition in found] == ["LED1"]


def test_no_more_than_two_documents_speak_beside_a_step() -> None:
    told = edition(*opened(EXAMPLE))
    question = told.priorities.chosen[0].question
    against = tuple(
        hold_against(
            told.score,
            comparison.reference._replace(
                points={question: Point(Level(4), quote=f"Words {n}", source="001:1")},
            ),
        )
        for n, comparison in enumerate(told.against)
    )
    told = dataclasses.replace(told, subject=told.subject._replace(against=against))
    first = next(block for block in picks_part(told) if isinstance(block, Together))
    quotations = [block for block in blocks_of((first,)) if isinstance(block, Quotation)]
    assert len(against) > 2
    assert len(quotations) == 2


def test_backed_is_what_is_carried_as_high_as_it_was_answered() -> None:
    rules, profile = opened(EXAMPLE)
    results = list(score(rules, profile).questions.values())
    charts = [
        block.chart for block in every_block(gap_document(EXAMPLE)) if isinstance(block, Figure)
    ]
    (levels,) = [chart.levels for chart in charts if isinstance(chart, Distribution)]
    carried = [result.backed for result in results if result.backed == result.answered]
    assert [count.backed for count in levels] == [carried.count(c.rung.value) for c in levels]
    assert [count.backed for count in levels] != [count.questions for count in levels]
