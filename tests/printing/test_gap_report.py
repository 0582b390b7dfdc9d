"""The gap report's content: its parts, its numbers, and what it may show of whom."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from sdgassess.analysis.gaps import hold_against
from sdgassess.analysis.priorities import prioritise
from sdgassess.files.catalogue import shipped_references
from sdgassess.files.load import load_profile, load_reference
from sdgassess.language import Words
from sdgassess.model.profile import (
    Answer,
    Priority,
    Profile,
    QuestionnaireRef,
    Scope,
    State,
)
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import ReferenceKind
from sdgassess.report.candidates import GapReport
from sdgassess.report.document import (
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Look,
    Quotation,
    Table,
    Together,
    WritingLines,
    text_of,
)
from sdgassess.report.gap_report.assessed import Assessed
from sdgassess.report.gap_report.report import gap_report_document
from sdgassess.report.html import report_html
from sdgassess.report.markdown import report_markdown
from sdgassess.report.pdf import report_pdf
from sdgassess.report.results import gaps_result, score_result
from sdgassess.report.word import report_docx
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import score
from tests.cli.given import EXAMPLE, MUNICIPALITIES
from tests.printing.validation import assert_accessible
from tests.printing.walking import every_block, every_text
from tests.scoring.given import profile as foreign
from tests.scoring.test_foreign_models import model

PROFILES = sorted(MUNICIPALITIES.glob("*.yaml")) + sorted(EXAMPLE.parent.glob("*.yaml"))
LANGUAGES = ("da", "sv", "en")


def opened(path: Path) -> tuple[Questionnaire, Profile]:
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    assert loaded.questionnaire is not None
    return loaded.questionnaire, loaded.value


def told(rules: Questionnaire, profile: Profile, language: str = "en") -> Assessed:
    result = score(rules, profile)
    references = [load_reference(name).value for name in shipped_references()]
    documented = [one for one in references if one and one.kind is ReferenceKind.DOCUMENTED]
    against = tuple(hold_against(result, one) for one in documented)
    report = GapReport(result, against, prioritise(result))
    return Assessed(report, Words(language), "p.yaml", "0123456789abcdef0123")


def printed(path: Path, language: str = "en") -> Document:
    return gap_report_document(told(*opened(path), language), Look())


def heads(document: Document) -> list[str]:
    return [text_of(b.runs) for b in every_block(document) if isinstance(b, Heading)]


def test_the_nine_parts_come_in_their_order() -> None:
    parts = [
        text_of(block.runs)
        for block in every_block(printed(EXAMPLE))
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


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_head_is_skipped_and_every_table_is_whole(path: Path, language: str) -> None:
    level = 0
    for block in every_block(printed(path, language)):
        if isinstance(block, Heading):
            assert block.level <= level + 1
            level = block.level
        if isinstance(block, Table):
            assert block.rows
            assert all(text_of(head) for head in block.head)
            assert {len(row) for row in block.rows} == {len(block.head)} == {len(block.shares)}
        if isinstance(block, Bullets):
            assert all(text_of(item).strip() for item in block.items)


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_the_numbers_are_those_of_the_other_verbs(path: Path) -> None:
    subject = told(*opened(path))
    document = gap_report_document(subject, Look())
    scored = score_result(subject.score, "p.yaml")
    held = gaps_result(subject.report, "p.yaml", "en")
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
    picks = [head for head in heads(document) if re.match(r"\d\. ", head)]
    assert [re.findall(r", ([A-Z]+\d):", head)[0] for head in picks] == held["priorities"]


def test_without_rules_for_priorities_nothing_is_said_of_strong_points_or_of_talks() -> None:
    rules = model("four-tiers")
    answers: dict[str, object] = {"s1": 1, "s2": 3, "p1": 4, "d1": "4.5", "t1": 3}
    given = foreign(answers, ref=QuestionnaireRef("four-tiers", "1.0"))
    document = gap_report_document(told(rules, given), Look())
    tables = [block for block in every_block(document) if isinstance(block, Table)]
    factors = next(t for t in tables if text_of(t.caption) == "The factors with their levels")
    assert [text_of(head) for head in factors.head][-1] == "Known"
    assert "Talk about or find out first" not in heads(document)


def test_the_level_of_strong_points_is_the_questionnaires_own() -> None:
    rules, profile = opened(EXAMPLE)
    assert rules.priorities is not None
    four = rules.priorities._replace(keep_from=Level(4))
    document = gap_report_document(
        told(dataclasses.replace(rules, priorities=four), profile), Look()
    )
    assert "At 4 or above" in every_text(document)
    assert "At 3 or above" not in every_text(document)


def test_the_first_page_is_complete_in_itself() -> None:
    document = printed(EXAMPLE)
    first = document.blocks[: [type(b).__name__ for b in document.blocks].index("NewPage")]
    kinds = {type(block) for block in first}
    assert {Heading, Bullets, Facts, Figure} <= kinds
    said = " ".join(every_text(document._replace(blocks=first)))
    assert "12 March 2026" in said
    assert "8 people took part" in said
    assert "Suggested to work on now" in said
    assert "56 of 59" in said


def test_the_chart_says_every_factor_with_its_level() -> None:
    subject = told(*opened(EXAMPLE))
    document = gap_report_document(subject, Look())
    alt = next(block.chart.alt for block in every_block(document) if isinstance(block, Figure))
    for factor, found in subject.score.factors.items():
        title = subject.title(factor)
        line = next(line for line in alt.split("\n") if title in line)
        assert found.level is None or f"{found.level}" in line


def test_what_was_picked_stands_there_with_who_when_and_the_first_move() -> None:
    rules, profile = opened(EXAMPLE)
    picks = (
        Priority("BUD2", Level(3), "økonomichef", "2026-10-01", "Bring it to the budget seminar"),
        Priority("LED2"),
    )
    document = gap_report_document(
        told(rules, dataclasses.replace(profile, priorities=picks)), Look()
    )
    assert "What the room picked" in heads(document)
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
    document = gap_report_document(told(rules, picked, language), Look())
    lines = [block for block in every_block(document) if isinstance(block, WritingLines)]
    assert text_of(lines[1].written) == said


@pytest.mark.parametrize(
    ("language", "who", "ending"),
    [
        (
            "da",
            "Hvem kan vide det: Økonomichefen",
            "Koordinator 3, Afdelings-/institutionsleder 1.",
        ),
        ("sv", "Vem kan veta: Økonomichefen", "Samordnare 3, Verksamhetschef 1."),
        ("en", "Who would know: Økonomichefen", "Coordinator 3, Line manager 1."),
    ],
)
def test_what_to_talk_about_is_told_in_whole_sentences(
    language: str, who: str, ending: str
) -> None:
    said = [
        text_of(item)
        for block in every_block(printed(EXAMPLE, language))
        if isinstance(block, Bullets)
        for item in block.items
    ]
    assert any(line.endswith(f" {who}") for line in said)
    assert any(ending in line for line in said)


def test_nothing_picked_is_no_target_in_the_chart() -> None:
    document = printed(EXAMPLE)
    alt = next(block.chart.alt for block in every_block(document) if isinstance(block, Figure))
    assert "LED2" not in alt.replace("LED2, BUD3", "")


def test_quotes_are_tagged_with_their_language_and_source() -> None:
    document = printed(EXAMPLE, "en")
    quotes = [block for block in every_block(document) if isinstance(block, Quotation)]
    assert quotes
    assert all(quote.quote.language in {"da", "sv"} for quote in quotes)
    assert all(re.search(r"\[\d{3}:\d+\]$|\.$", text_of(quote.source)) for quote in quotes)


def test_without_an_answer_it_says_so_and_has_no_figures() -> None:
    rules, profile = opened(EXAMPLE)
    empty = dataclasses.replace(profile, answers={}, style={}, context={}, judgement={})
    document = gap_report_document(told(rules, empty), Look())
    assert "Not assessed: no question has a level yet." in every_text(document)
    assert not [b for b in every_block(document) if isinstance(b, Facts | Figure | Table)]
    assert_accessible(report_pdf(document, Words("en")), "en")


def test_where_nobody_knew_anything_it_says_what_to_find_out() -> None:
    rules, profile = opened(EXAMPLE)
    unknown = dict.fromkeys(
        rules.questions, Answer(state=State.UNKNOWN, who_knows="Økonomichefen")
    )
    document = gap_report_document(
        told(rules, dataclasses.replace(profile, answers=unknown)), Look()
    )
    assert "What nobody knew" in heads(document)
    assert sum("Økonomichefen" in text for text in every_text(document)) == len(rules.questions)


def test_a_risk_that_cannot_be_assessed_yet_is_not_counted_as_none() -> None:
    rules, profile = opened(EXAMPLE)
    one = dataclasses.replace(profile, answers={"POL1": Answer(level=Level(1))}, context={})
    document = gap_report_document(told(rules, one), Look())
    (facts,) = [block for block in every_block(document) if isinstance(block, Facts)]
    open_ones = score(rules, one).patterns
    left = sum(found.result is Risk.CANNOT_BE_ASSESSED for found in open_ones)
    assert left
    assert facts.facts[1].words == f"risk patterns at high; not to be assessed yet: {left}"


def test_a_pick_is_never_parted_by_the_end_of_a_page() -> None:
    document = printed(EXAMPLE)
    whole = [block.blocks for block in document.blocks if isinstance(block, Together)]
    picks = [blocks for blocks in whole if any(isinstance(one, WritingLines) for one in blocks)]
    assert picks
    for blocks in picks:
        assert isinstance(blocks[0], Heading)
        assert isinstance(blocks[-1], WritingLines)


ROLE = "Qvxzrolle"
"""A word that stands nowhere but in the titles of roles."""


def anonymous(language: str, *, consent: bool | None) -> Document:
    rules, profile = opened(EXAMPLE)
    roles = tuple(
        role._replace(title=type(role.title)({language: f"{ROLE}{role.letter}"}))
        for role in rules.roles
    )
    rules = dataclasses.replace(rules, roles=roles)
    return gap_report_document(
        told(rules, dataclasses.replace(profile, consent=consent), language), Look()
    )


@pytest.mark.parametrize("consent", [None, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_yes_no_role_is_named(language: str, consent: bool | None) -> None:
    document, words = anonymous(language, consent=consent), Words(language)
    assert ROLE not in " ".join(every_text(document))
    assert ROLE not in report_html(document, words)
    assert ROLE not in report_markdown(document, words)


def test_with_a_yes_roles_are_named_where_they_disagree() -> None:
    document = anonymous("en", consent=True)
    said = " ".join(every_text(document))
    assert f"{ROLE}l" in said
    chart = [block.chart for block in every_block(document) if isinstance(block, Figure)]
    assert any(ROLE in one.alt for one in chart)


def test_the_example_prints_as_an_accessible_pdf() -> None:
    assert_accessible(report_pdf(printed(EXAMPLE, "da"), Words("da")), "da")


@pytest.mark.slow
@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_profile_prints_as_an_accessible_pdf(path: Path) -> None:
    for language in LANGUAGES:
        document = printed(path, language)
        assert_accessible(report_pdf(document, Words(language)), language)


def test_a_quick_scan_says_what_it_is() -> None:
    rules, profile = opened(EXAMPLE)
    quick = dataclasses.replace(profile, scope=Scope.QUICK)
    document = gap_report_document(told(rules, quick), Look())
    assert any(text.startswith("Quick scan, 12 March") for text in every_text(document))


NASTY = "=1+1 <b>#panic()</b> \x1b[31m {{ 7 }} | x"


def test_what_people_wrote_stays_the_words_that_it_is() -> None:
    rules, profile = opened(EXAMPLE)
    answer = dataclasses.replace(profile.answers["LED2"], comment=NASTY)
    municipality = profile.municipality._replace(name=NASTY)
    strange = dataclasses.replace(
        profile,
        municipality=municipality,
        answers={**profile.answers, "LED2": answer, "XX": Answer()},
        priorities=(Priority("LED2", Level(2), NASTY, NASTY, NASTY),),
    )
    document, words = gap_report_document(told(rules, strange), Look()), Words("en")
    assert "\x1b" not in "".join(every_text(document))
    html = report_html(document, words)
    assert "<b>#panic" not in html
    assert "\\x1b[31m" in html
    assert_accessible(report_pdf(document, words), "en")
    assert report_docx(document, words).startswith(b"PK")
