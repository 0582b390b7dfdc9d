"""The first page: levels at a glance, and for each kind of assessment what its reader needs."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pikepdf
import pytest

from sdgassess.document.blocks import (
    Block,
    Bullets,
    Cell,
    Document,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Table,
)
from sdgassess.document.runs import Runs, text_of
from sdgassess.language import LANGUAGES, Words
from sdgassess.media.html.page import report_html
from sdgassess.media.markdown import report_markdown
from sdgassess.media.pdf.report import report_pdf
from sdgassess.media.word.file import word_file
from sdgassess.model.node import RollUp, RollUpRule
from sdgassess.model.profile import Answer, Participant, Profile, Scope, State, Status, Voice
from sdgassess.model.rules import Hearing, PriorityRules, VoiceRules
from sdgassess.report.brief.brief import brief
from sdgassess.report.gaps.report import gap_report_document
from tests.given.documents import blocks_of
from tests.given.gap_reports import edition, gap_document
from tests.given.places import EXAMPLE
from tests.given.profiles import EVERY_PROFILE, heard, opened, profile
from tests.given.questionnaires import nordic
from tests.given.trees import MEAN, SUM, part, tree

FIRST_ANSWERS = {
    "POL1": 3, "POL3": 1, "LED1": 1, "LED2": 0, "SAM2": 2,
    "CORE1": 1, "COORD1": 2, "COORD2": 2, "FOC1": 1, "EXT1": 3,
}  # fmt: skip


def first_answers() -> Profile:
    """Ten answers of sixty by one coordinator."""
    return profile(FIRST_ANSWERS)._replace(
        participants=(Participant("k1", "coordinator", unit="Plan"),)
    )


def seen_differently() -> Profile:
    """Everything answered by five people of whom one stands far off."""
    people = ("politician", "executive", "coordinator", "line-manager", "line-manager")
    voices = tuple(
        Voice(role, 0 if place == 0 else 3, by=f"p{place}") for place, role in enumerate(people)
    )
    answers = {question: Answer(voices=voices) for question in nordic().questions}
    return heard(profile({})._replace(answers=answers))


def report_of(assessed: Profile, language: str = "en") -> Document:
    return gap_report_document(edition(nordic(), assessed, language), Look())


def first_page(document: Document) -> tuple[Block, ...]:
    """The blocks before the first new page."""
    ends = [place for place, block in enumerate(document.blocks) if isinstance(block, NewPage)]
    return tuple(blocks_of(document.blocks[: ends[0]]))


def cells(blocks: tuple[Block, ...]) -> list[Cell]:
    tables = (block for block in blocks if isinstance(block, Table))
    return [cell for table in tables for row in table.rows for cell in row]


def heads(blocks: tuple[Block, ...]) -> list[str]:
    return [text_of(block.runs) for block in blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("path", EVERY_PROFILE, ids=lambda path: path.stem)
def test_boxes_say_the_level_that_stands_beside_them(path: Path) -> None:
    rows = [
        row
        for block in first_page(gap_document(path))
        if isinstance(block, Table)
        for row in block.rows
        if any(cell.steps for cell in row)
    ]
    assert rows
    for row in rows:
        (steps,) = [cell.steps for cell in row if cell.steps]
        level = re.match(r"\d+", text_of(row[1].runs))
        assert level is not None
        assert steps.reached == int(level[0])
        assert steps.of == 4


def drawn_steps(document: Document) -> list[str]:
    steps = (cell.steps for cell in cells(first_page(document)) if cell.steps)
    return [f"{each.reached} of {each.of}" for each in steps]


def test_every_format_shows_levels_at_a_glance_and_says_them() -> None:
    document, words = gap_document(EXAMPLE), Words("en")
    said = drawn_steps(document)
    assert said == ["3 of 4", "2 of 4", "1 of 4"]
    page = report_html(document, words)
    assert re.findall(r'class="steps"[^>]*role="img" aria-label="([^"]+)"', page) == said
    assert "■■■□" in report_markdown(document, words)
    word = docx.Document(io.BytesIO(word_file(document, words)))
    letters = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    boxes = {text.split("\N{NO-BREAK SPACE}")[0] for text in letters}
    assert {"■■■□", "■■□□", "■□□□"} <= boxes
    with pikepdf.open(io.BytesIO(report_pdf(document, words))) as pdf:
        alternatives = [
            str(each["/Alt"])
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert set(said) <= set(alternatives)


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_answers_say_whom_to_ask_and_what_was_answered(language: str) -> None:
    assessed = first_answers()
    page = first_page(report_of(assessed, language))
    (answers,) = (block for block in page if isinstance(block, Table))
    (ask,) = (block for block in page if isinstance(block, Bullets))
    rules = nordic()
    unheard = {"executive", "line-manager", "politician"}
    assert len(ask.items) == len(unheard)
    open_ones = set(rules.questions) - set(FIRST_ANSWERS)
    counts = {
        str(sum(role in rules.questions[question].roles for question in open_ones))
        for role in unheard
    }
    said = [text_of(item).split(":")[0] for item in ask.items]
    assert {re.findall(r"\d+", line)[-1] for line in said} == counts
    levels = [cell.steps.reached for row in answers.rows for cell in row if cell.steps]
    assert levels == sorted(levels, reverse=True)
    assert (levels[0], levels[-1]) == (3, 0)


def test_named_people_are_asked_before_roles() -> None:
    assessed = first_answers()
    unknown = Answer(state=State.UNKNOWN, who_knows="Økonomichefen")
    answers = {**assessed.answers, "BUD1": unknown}
    page = first_page(report_of(assessed._replace(answers=answers)))
    ask = next(block for block in page if isinstance(block, Bullets))
    assert text_of(ask.items[0]).startswith("Økonomichefen – one open question: ")


def test_where_most_is_seen_differently_it_says_what_to_talk_about_and_suggests_nothing() -> None:
    page = first_page(report_of(seen_differently()))
    assert "Talk about these first" in heads(page)
    assert not [head for head in heads(page) if head.startswith("Suggested")]
    assert "0–3" in [text_of(cell.runs) for cell in cells(page)]


def test_no_risk_is_told_of_answers_that_are_to_be_talked_about_first() -> None:
    """Of the very same levels, agreed on, it is told."""
    people = ("politician", "executive", "coordinator", "line-manager")
    apart = tuple(
        Voice(role, 3 * (place > 1), by=f"p{place}") for place, role in enumerate(people)
    )
    answers = dict.fromkeys(nordic().questions, Answer(voices=apart))
    disputed = report_of(heard(profile({})._replace(answers=answers)))
    agreed = report_of(heard(profile(dict.fromkeys(nordic().questions, 0) | {"EXT1": 2})))
    risks = [
        any(
            "isk pattern" in text_of(item)
            for b in page
            if isinstance(b, Bullets)
            for item in b.items
        )
        for page in map(first_page, (disputed, agreed))
    ]
    assert risks == [False, True]


def test_what_the_title_names_as_lowest_is_not_told_as_strong() -> None:
    """All stand strong, one higher: the others are the lowest."""
    levels = {key: 4 if key.startswith("EXT") else 3 for key in nordic().questions}
    page = first_page(report_of(heard(profile(levels))))
    assert "Keep what stands strong" in heads(page)
    kept = [text_of(item) for b in page if isinstance(b, Bullets) for item in b.items]
    texts = [nordic().questions[key].text.words["en"] for key in levels if key.startswith("EXT")]
    (line,) = [each for each in kept if "?" in each]
    assert any(text in line for text in texts)


def test_what_stands_alike_has_rows_and_room_to_agree() -> None:
    habits = tree(*(part(f"P{number}", 2, MEAN) for number in range(45)))
    choice = PriorityRules(1, 1, 4, 2, 2, None, 3, 2, 2, 2)
    rules = habits.rules._replace(priorities=choice)
    document = gap_report_document(edition(rules, habits.answered(0)), Look())
    page = first_page(document)
    asked = {
        text_of(row[0].runs) for block in page if isinstance(block, Table) for row in block.rows
    }
    assert len([text for text in asked if text.startswith("Question ")]) == 6
    rest = tuple(blocks_of(document.blocks))
    votes = [cell for cell in cells(rest) if cell.room == 1]
    agreements = [cell for cell in cells(rest) if cell.room > 1]
    assert len(votes) == 8
    assert len(agreements) == 2 * 4


@pytest.mark.parametrize("pairs", [1, 3])
def test_parts_that_no_single_answer_lifts_are_named_with_the_reason(pairs: int) -> None:
    """Of two answers 0 and 2 the first lifts its part; of 0 and 0 none does alone."""
    median = RollUp("middle", RollUpRule.LOWER_MEDIAN)
    habits = tree(*(part(f"P{number}", 2, median) for number in range(20)))
    choice = PriorityRules(1, 1, 4, 2, 2, None, 3, 2, 2, 2)
    rules = habits.rules._replace(priorities=choice)
    halves = {f"P{number}b": 2 for number in range(pairs, 20)}

    def not_lifted(assessed: Profile) -> list[str]:
        document = gap_report_document(edition(rules, assessed, "en"), Look())
        lines = [text_of(b.runs) for b in blocks_of(document.blocks) if isinstance(b, Paragraph)]
        return [line for line in lines if line.startswith("These stand lowest too, but no single")]

    (line,) = not_lifted(habits.answered(0, **halves))
    named = line.rstrip(".").rpartition(": ")[2].split(", ")
    assert named == [f"Part P{number}" for number in range(pairs)]
    every_half = {f"P{number}b": 2 for number in range(20)}
    assert not not_lifted(habits.answered(0, **every_half))


def test_parts_that_reach_differently_high_have_no_boxes() -> None:
    uneven = tree(part("A", 1, SUM), part("B", 3, SUM))
    document = gap_report_document(edition(uneven.rules, uneven.answered(1)), Look())
    assert not drawn_steps(document)


@pytest.mark.parametrize(("known", "is_said"), [(10, False), (59, True)])
def test_what_nobody_knew_is_said_once_below_or_with_those_who_are_asked(
    known: int, is_said: bool
) -> None:
    """Of few answers the part above says whom to ask; a line with the same would say it twice."""
    questions = list(nordic().questions)
    answers = {**dict.fromkeys(questions[:known], 2), **dict.fromkeys(questions[known:], "?")}
    page = first_page(report_of(heard(profile(answers))))
    lines = [text_of(block.runs) for block in page if isinstance(block, Paragraph)]
    assert any(line.startswith("First find out") for line in lines) is is_said
    assert ("Whom to ask next" in heads(page)) is not is_said


@pytest.mark.parametrize("status", [None, *Status])
@pytest.mark.parametrize("few", [True, False])
def test_a_page_says_that_it_is_preliminary_only_where_it_is_in_progress(
    status: Status | None, few: bool
) -> None:
    answers = first_answers() if few else profile(dict.fromkeys(nordic().questions, 2))
    page = first_page(report_of(heard(answers)._replace(status=status)))
    texts = [text_of(block.runs) for block in page if isinstance(block, Heading | Paragraph)]
    said = [text for text in texts if "still in progress" in text]
    assert len(said) == (status is Status.IN_PROGRESS)


@pytest.mark.parametrize("count", [6, 7, 8, 20])
def test_it_is_said_how_many_more_stand_further_on(count: int) -> None:
    """Of what stands alike, and of what is seen differently: six have rows."""
    habits = tree(*(part(f"P{number}", 1, MEAN) for number in range(count)))
    choice = PriorityRules(1, 1, 4, 2, 2, None, 3, 2, 2, 2)
    rules = habits.rules._replace(priorities=choice, voices=VoiceRules(2, 3))
    apart = Answer(voices=(Voice("a", 0), Voice("b", 2)))
    discussed = profile({})._replace(answers=dict.fromkeys(rules.questions, apart))
    counted = [f"{count - 6} more stand further on."]
    expected = {6: [], 7: ["One more stands further on."]}.get(count, counted)
    for assessed in (habits.answered(0), discussed):
        page = first_page(gap_report_document(edition(rules, assessed, "en"), Look()))
        assert ("Talk about these first" in heads(page)) is (assessed is discussed)
        lines = [text_of(block.runs) for block in page if isinstance(block, Paragraph)]
        assert [line for line in lines if "further on" in line] == expected


def test_what_stands_strong_is_told_where_nothing_is_held_back() -> None:
    strong = dict.fromkeys(nordic().questions, 3)
    for change, is_held in (({}, False), ({"LED2": 1}, True)):
        page = first_page(report_of(heard(profile({**strong, **change}))))
        assert ("Keep what stands strong" in heads(page)) is not is_held


def test_of_few_answers_it_is_not_said_that_they_are_a_quick_scan() -> None:
    quick = first_answers()._replace(scope=Scope.QUICK)
    few = quick._replace(answers=dict(list(quick.answers.items())[:3]))
    page = first_page(report_of(few))
    said = [text_of(block.runs) for block in page if isinstance(block, Paragraph)]
    assert not [line for line in said if line.startswith("Quick scan")]


@pytest.mark.parametrize("noted", [True, False])
def test_every_role_is_heard_only_where_somebody_is_noted_as_present(noted: bool) -> None:
    rules = nordic()._replace(voices=VoiceRules(2, 3, (Hearing("coordinator", 1),)))
    voice = Voice("coordinator", 2, by="k1" if noted else None)
    assessed = profile({})._replace(
        answers={key: Answer(voices=(voice,)) for key in rules.questions},
        participants=(Participant("k1", "coordinator"),) if noted else (),
    )
    page = first_page(gap_report_document(edition(rules, assessed, "en"), Look()))
    text = " ".join(text_of(block.runs) for block in page if isinstance(block, Paragraph))
    assert ("every role heard" in text) is noted
    assert ("who took part is not noted" in text) is not noted


@pytest.mark.parametrize(("quick", "begins"), [(True, "Quick scan, 12 March 2026"), (False, "12")])
def test_only_a_quick_scan_says_what_kind_it_is(quick: bool, begins: str) -> None:
    assessed = heard(profile(dict.fromkeys(nordic().questions, 2)))
    assessed = assessed._replace(scope=Scope.QUICK if quick else Scope.FULL)
    sentences = [
        text_of(block.runs)
        for block in first_page(report_of(assessed))
        if isinstance(block, Paragraph)
    ]
    (basis,) = (sentence for sentence in sentences if "took part" in sentence)
    assert basis.startswith(begins)
    assert "Full" not in basis


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [FIRST_ANSWERS, dict.fromkeys(nordic().questions, 2), {}])
def test_every_sentence_beneath_the_title_ends(answers: dict[str, int], language: str) -> None:
    page = gap_report_document(
        edition(nordic(), profile(answers)._replace(participants=()), language), Look()
    )
    blocks = page.blocks[2:]
    beneath = [block for block in blocks if isinstance(block, Paragraph)][:2]
    assert all(text_of(block.runs).endswith(".") for block in beneath)


def test_what_is_held_back_stands_beneath_a_title_only_where_levels_are_the_finding() -> None:
    contested = seen_differently()
    alone = {"LED2": Answer(level=1), "BUD3": Answer(level=1)}
    disputed = contested._replace(answers={**contested.answers, **alone})
    settled = heard(profile(dict.fromkeys(nordic().questions, 3) | {"LED2": 1, "BUD3": 1}))
    for assessed, is_beneath in ((settled, True), (disputed, False)):
        blocks = first_page(report_of(assessed))
        titles = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
        held = [
            (place, type(block))
            for place, block in enumerate(blocks)
            for runs in _sentences(block)
            if "own answers give 3" in text_of(runs)
        ]
        assert [kind for _, kind in held] == [Paragraph if is_beneath else Bullets]
        assert (held[0][0] < titles[1]) is is_beneath


def _sentences(block: Block) -> tuple[Runs, ...]:
    """What a paragraph or a list says."""
    if isinstance(block, Paragraph):
        return (block.runs,)
    return block.items if isinstance(block, Bullets) else ()


def test_where_nobody_must_be_heard_nobody_is_said_to_have_been() -> None:
    everybody = heard(profile(dict.fromkeys(nordic().questions, 2)))
    for must, is_told in ((nordic().voices, True), (VoiceRules(2, 3, ()), False)):
        rules = nordic()._replace(voices=must)
        page = first_page(gap_report_document(edition(rules, everybody, "en"), Look()))
        text = " ".join(text_of(block.runs) for block in page if isinstance(block, Paragraph))
        assert ("every role heard" in text) is is_told


def test_a_sheet_for_councillors_has_room_for_one_pattern_with_what_it_says() -> None:
    page = edition(nordic(), opened(EXAMPLE)[1], "en")
    told = {
        name: [
            text_of(item) for block in blocks if isinstance(block, Bullets) for item in block.items
        ]
        for name, blocks in (
            ("report", first_page(gap_report_document(page, Look()))),
            ("sheet", tuple(blocks_of(brief(page, Look()).blocks))),
        )
    }
    assert sum(line.startswith("Risk pattern “") for line in told["report"]) == 3
    assert not any(line.startswith("Risk pattern “") for line in told["sheet"])
    assert any(line.startswith("Gravest risk patterns, each medium: ") for line in told["sheet"])
