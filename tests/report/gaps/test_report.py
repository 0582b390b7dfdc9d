"""The gap report's content: its parts, its numbers, and what it may show of whom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdgassess.analysis.gaps import Verdict, hold_against
from sdgassess.document.blocks import (
    Bullets,
    Cell,
    Document,
    Figure,
    Heading,
    Look,
    Table,
)
from sdgassess.document.charts.distribution import Distribution
from sdgassess.document.runs import text_of
from sdgassess.language import LANGUAGES
from sdgassess.media.pdf.report import report_pdf
from sdgassess.model.profile import Judgement, Priority, QuestionnaireRef
from sdgassess.model.reference import Point
from sdgassess.phrases.terms import words_about
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.report.gaps.style import _conditions
from sdgassess.report.results.scores import gaps_result, score_result
from sdgassess.scoring.score import score
from tests.given.documents import every_block, every_text, head_words, ladder_words
from tests.given.gap_reports import edition, gap_document
from tests.given.pdfs import poppler
from tests.given.places import EXAMPLE
from tests.given.profiles import EVERY_PROFILE, opened
from tests.given.profiles import profile as foreign
from tests.given.questionnaires import foreign_model, spoken


def test_four_pages_come_before_the_annex() -> None:
    parts = [
        text_of(block.runs)
        for block in every_block(gap_document(EXAMPLE))
        if isinstance(block, Heading) and block.level == 2
    ]
    assert parts == [
        "What matters most, on one page",
        "Candidates, in order: pick up to 2",
        "Talk about or find out first",
        "Risk patterns",
        "Against documented practice",
        "Limits and method",
        "Where the factors stand",
        "Style (never good or bad)",
        "All answers",
        "Points that lie ahead, with the words they rest on",
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
    scored = score_result(assessment.score, "p.yaml", "en")
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
    practice = next(t for t in found if "Reference" in [text_of(head) for head in t.head])
    own = assessment.subject.own_way
    others = [r for r in held["against"] if own is None or r["id"] != own.reference.id]
    for one, row in zip(others, practice.rows, strict=True):
        count, behind = text_of(row[1].runs), text_of(row[2].runs)
        comparable = f"{one['met']} of {one['comparable']}" if one["comparable"] else "–"
        assert count == comparable
        assert one["below"] == (behind.count(",") + 1 if re.match(r"[A-Z]+\d", behind) else 0)
    suggested = [row for row in candidate_rows(document) if "suggested" in text_of(row[1].runs)]
    picks = [text_of(row[0].runs) for row in agreed_rows(document) or suggested]
    assert picks == held["priorities"]


def candidate_rows(document: Document) -> list[tuple[Cell, ...]]:
    """The rows of the table to vote in."""
    tables = [block for block in every_block(document) if isinstance(block, Table)]
    return [row for t in tables if text_of(t.head[-1]) == "Votes" for row in t.rows]


def test_there_is_room_to_vote_on_each_candidate_and_to_write_what_is_agreed() -> None:
    document = gap_document(EXAMPLE)
    rows = candidate_rows(document)
    assert len(rows) == 6
    assert all(row[-1].room == 1 and not row[-1].runs for row in rows)
    tables = [block for block in every_block(document) if isinstance(block, Table)]
    (agreements,) = [t for t in tables if "We will" in [text_of(head) for head in t.head]]
    assert [[cell.room for cell in row[1:]] for row in agreements.rows] == [[2] * 4] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_body_of_the_example_is_four_pages(language: str) -> None:
    words = spoken(language)
    printed = report_pdf(gap_document(EXAMPLE, language), words)
    pages = poppler("pdftotext", printed).decode().split("\f")
    annex = words_about(opened(EXAMPLE)[0], language)("Where {the_parts} stand")
    assert [annex in page.splitlines()[0] for page in pages[:5]] == [False] * 4 + [True]


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
    document = gap_report_document(edition(rules._replace(strong_from=4), profile), Look())
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
    alt = ladder_words(document)
    for factor, found in assessment.score.factors.items():
        title = assessment.title(factor)
        line = next(line for line in alt.split("\n") if title in line)
        assert found.level is None or f"{found.level}" in line


def test_what_was_picked_stands_there_with_who_when_and_the_first_move() -> None:
    rules, profile = opened(EXAMPLE)
    picks = (
        Priority("BUD2", 3, "økonomichef", "2026-10-01", "Bring it to the budget seminar"),
        Priority("LED2"),
    )
    document = gap_report_document(edition(rules, profile._replace(priorities=picks)), Look())
    assert "What the room picked" in head_words(document)
    agreed, unsettled = agreed_rows(document)
    assert [text_of(cell.runs) for cell in agreed[2:]] == [
        "økonomichef",
        "1 October 2026",
        "Bring it to the budget seminar",
    ]
    assert [cell.room for cell in agreed[2:]] == [0, 0, 0]
    assert [cell.room for cell in unsettled[2:]] == [2, 2, 2]
    assert not candidate_rows(document)
    alt = ladder_words(document)
    assert "BUD2" in alt
    assert "3" in alt


def agreed_rows(document: Document) -> list[tuple[Cell, ...]]:
    """The rows of what the room picked, with who, by when and the first move."""
    tables = [block for block in every_block(document) if isinstance(block, Table)]
    agreements = [t for t in tables if len(t.head) == 5 and not t.rows[0][2].numeric]
    picks = [table for table in agreements if table.rows[0][1].runs]
    return [row for table in picks for row in table.rows]


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
    picked = profile._replace(priorities=(Priority("LED2", 2, by=by),))
    document = gap_report_document(edition(rules, picked, language), Look())
    (agreed,) = agreed_rows(document)
    assert text_of(agreed[3].runs) == said


@pytest.mark.parametrize("picked", [True, False])
def test_only_of_picks_it_is_said_that_none_can_start_soon(picked: bool) -> None:
    rules, profile = opened(EXAMPLE)
    suggested = [c.question for c in edition(rules, profile).priorities.chosen]
    hopeless = dict.fromkeys(suggested, Judgement(can_start=False))
    picks = tuple(Priority(question) for question in suggested) if picked else ()
    judged = profile._replace(judgement=hopeless, priorities=picks)
    document = gap_report_document(edition(rules, judged), Look())
    warning = "None of these can start within three months: pick one that can."
    assert (warning in list(every_text(document))) is picked


def test_a_reference_without_words_hides_no_example() -> None:
    report = edition(*opened(EXAMPLE)).subject
    candidate = report.priorities.chosen[0]
    wordless = Point(at_least=4)
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
    given = profile._replace(priorities=picks, judgement=judged)
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


def test_every_word_of_documents_stands_with_its_question() -> None:
    assessment = edition(*opened(EXAMPLE))
    document = gap_report_document(assessment, Look())
    tables = [block for block in every_block(document) if isinstance(block, Table)]
    (quotations,) = [t for t in tables if text_of(t.head[-1]) == "Their words"]
    said = {text_of(row[0].runs): text_of(row[-1].runs) for row in quotations.rows}
    own = assessment.subject.own_way
    assert own is not None
    others = [c for c in assessment.against if c is not own.comparison]
    below = [(c, gap) for c in others for gap in c.having(Verdict.BELOW)]
    assert len(below) > 10
    for comparison, gap in below:
        assert comparison.reference.name.in_language("en")[0] in said[gap.question]
        assert (gap.point.quote or "") in said[gap.question]
    steps = [c.step for c in assessment.priorities.candidates if c.step and c.step.quotes]
    assert steps
    everything = " ".join(said.values())
    assert all(quote.quote in everything for step in steps for quote in step.quotes)
    (needs,) = [t for t in tables if "Needed" in [text_of(head) for head in t.head]]
    assert [text_of(row[0].runs) for row in needs.rows] == [gap.question for gap in own.missing]


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
