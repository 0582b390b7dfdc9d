"""The gap report's words: whole sentences, languages, consent, and what people wrote."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from pathlib import Path

import pytest

from sdgassess.document.blocks import (
    Counts,
    Document,
    Figure,
    Heading,
    Look,
    Quotation,
    Table,
)
from sdgassess.document.runs import text_of
from sdgassess.language import LANGUAGES
from sdgassess.media.html.page import report_html
from sdgassess.media.markdown import report_markdown
from sdgassess.media.pdf.report import report_pdf
from sdgassess.media.word.report import report_docx
from sdgassess.model.profile import (
    Agreement,
    Answer,
    Priority,
    Scope,
    State,
    Status,
)
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import score
from tests.given import pdfs
from tests.given.documents import every_block, every_text, head_words, ladder_words
from tests.given.gap_reports import edition, gap_document
from tests.given.places import EXAMPLE
from tests.given.profiles import EVERY_PROFILE, heard, opened, profile
from tests.given.questionnaires import nordic, spoken
from tests.given.validation import assert_accessible


@pytest.mark.parametrize(
    ("language", "who", "ending"),
    [
        (
            "da",
            "Spørg Økonomichefen: Kan budgetbeslutninger",
            "Koordinator 3, Afdelings-/institutionsleder 1.",
        ),
        ("sv", "Fråga Økonomichefen: Kan budgetbeslut", "Samordnare 3, Verksamhetschef 1."),
        ("en", "Ask Økonomichefen: Can budget decisions", "Coordinator 3, Line manager 1."),
    ],
)
def test_what_to_talk_about_is_told_in_whole_sentences(
    language: str, who: str, ending: str
) -> None:
    said = every_text(gap_document(EXAMPLE, language))
    assert any(line.startswith(who) for line in said)
    assert any(ending in line for line in said)


def test_nothing_picked_is_no_target_in_the_chart() -> None:
    document = gap_document(EXAMPLE)
    alt = ladder_words(document)
    assert "LED2" not in alt.replace("LED2, BUD3", "")


COURAGE = "Political anchoring and courage"


@pytest.mark.parametrize(
    ("policy", "title"),
    [
        (2, "All 11 factors stand at 2 of 4 (Decided or partial)"),
        (
            3,
            "10 of 11 factors stand at 2 of 4 (Decided or partial) – highest, at 3: " + COURAGE,
        ),
    ],
)
def test_the_title_names_highest_and_lowest_where_they_differ(policy: int, title: str) -> None:
    levels = {q: policy if q.startswith("POL") else 2 for q in nordic().questions}
    document = gap_report_document(edition(nordic(), heard(profile(levels))), Look())
    assert title_of(document) == title


def title_of(document: Document) -> str:
    return next(text_of(block.runs) for block in document.blocks if isinstance(block, Heading))


@pytest.mark.parametrize(
    ("language", "preliminary", "too_little", "finding"),
    [
        ("da", "Foreløbigt: ", "Der vides for lidt", "10 af 11 faktorer står på niveau 2 af 4"),
        ("sv", "Preliminärt: ", "Det är för lite känt", "10 av 11 faktorer ligger på nivå 2 av 4"),
        ("en", "Preliminary: ", "Too little is known", "10 of 11 factors stand at 2 of 4"),
    ],
)
def test_the_title_depends_on_how_much_is_known_and_who_was_heard(
    language: str, preliminary: str, too_little: str, finding: str
) -> None:
    levels = {q: 3 if q.startswith("POL") else 2 for q in nordic().questions}
    everybody = heard(profile(levels))
    unfinished = everybody._replace(status=Status.IN_PROGRESS)
    few = dict(list(levels.items())[:10])
    for answers, beginning in (
        (profile(levels), preliminary + finding),
        (unfinished, preliminary + finding),
        (profile(few), too_little),
        (everybody, finding),
    ):
        document = gap_report_document(edition(nordic(), answers, language), Look())
        assert title_of(document).startswith(beginning)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_has_no_id_and_says_who_is_missing(language: str) -> None:
    levels = dict.fromkeys(nordic().questions, 1)
    for answers in (opened(EXAMPLE)[1], profile(levels)):
        document = gap_report_document(edition(nordic(), answers, language), Look())
        first = document.blocks[: [type(b).__name__ for b in document.blocks].index("NewPage")]
        said = " ".join(every_text(document._replace(blocks=first)))
        assert not [question for question in nordic().questions if question in said.split()]
    role = {"da": "Politiker", "sv": "Förtroendevald", "en": "Politician"}[language]
    title, basis = first.index(next(b for b in first if isinstance(b, Heading))), "2026"
    beneath = every_text(document._replace(blocks=first[title : title + 2]))
    assert any(role in line and basis not in line for line in beneath), "beneath the title"


def test_quotes_are_tagged_with_their_language_and_source() -> None:
    document = gap_document(EXAMPLE, "en")
    quotes = [block for block in every_block(document) if isinstance(block, Quotation)]
    assert quotes
    assert all(quote.quote.language in {"da", "sv"} for quote in quotes)
    assert all(
        re.search(r"\[\d{3}:\d+\]$|\.$|^the room, on “", text_of(quote.source)) for quote in quotes
    )


def test_without_an_answer_it_says_so_and_has_no_figures() -> None:
    rules, profile = opened(EXAMPLE)
    empty = profile._replace(answers={}, style={}, context={}, judgement={})
    document = gap_report_document(edition(rules, empty), Look())
    assert "Not assessed: no question has a level yet" in every_text(document)
    assert not [b for b in every_block(document) if isinstance(b, Counts | Figure | Table)]
    assert_accessible(report_pdf(document, spoken("en")), "en")


def test_where_nobody_knew_anything_it_says_what_to_find_out() -> None:
    rules, profile = opened(EXAMPLE)
    unknown = dict.fromkeys(
        rules.questions, Answer(state=State.UNKNOWN, who_knows="Økonomichefen")
    )
    document = gap_report_document(edition(rules, profile._replace(answers=unknown)), Look())
    assert "What nobody knew" in head_words(document)
    (letter,) = [text for text in every_text(document) if "Økonomichefen" in text]
    assert letter.startswith("Ask Økonomichefen: Has the council")
    assert all(question in letter for question in list(rules.questions)[6:])


def test_a_risk_that_cannot_be_assessed_yet_is_told_as_such() -> None:
    rules, profile = opened(EXAMPLE)
    one = profile._replace(answers={"POL1": Answer(level=1)}, context={})
    document = gap_report_document(edition(rules, one), Look())
    open_ones = score(rules, one).patterns
    left = sum(found.result is Risk.CANNOT_BE_ASSESSED for found in open_ones)
    assert left
    assert sum(text.count("cannot be assessed") for text in every_text(document)) == left


ROLE = "Qvxzrolle"
"""A word that stands nowhere but in the titles of roles."""


def anonymous(language: str, *, consent: bool | None) -> Document:
    rules, profile = opened(EXAMPLE)
    roles = tuple(
        role._replace(title=type(role.title)({language: f"{ROLE}{role.letter}"}))
        for role in rules.roles
    )
    rules = rules._replace(roles=roles)
    # Whom a question is put to stands in the questionnaire, and where nobody else is named it is
    # said: here somebody is named for each.
    answers = {
        question: dataclasses.replace(answer, who_knows=answer.who_knows or "Somebody")
        for question, answer in profile.answers.items()
    }
    changed = profile._replace(consent=consent, answers=answers)
    return gap_report_document(edition(rules, changed, language), Look())


@pytest.mark.parametrize("consent", [None, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_yes_no_role_is_named(language: str, consent: bool | None) -> None:
    document, words = anonymous(language, consent=consent), spoken(language)
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
    assert_accessible(report_pdf(gap_document(EXAMPLE, "da"), spoken("da")), "da")


@pytest.mark.slow
@pytest.mark.parametrize("path", EVERY_PROFILE, ids=lambda path: path.stem)
def test_every_profile_prints_as_an_accessible_pdf(path: Path) -> None:
    for language in LANGUAGES:
        document = gap_document(path, language)
        assert_accessible(report_pdf(document, spoken(language)), language)


def test_a_quick_scan_says_what_it_is() -> None:
    rules, profile = opened(EXAMPLE)
    quick = profile._replace(scope=Scope.QUICK)
    document = gap_report_document(edition(rules, quick), Look())
    assert any(text.startswith("Quick scan, 12 March") for text in every_text(document))


NASTY = "=1+1 <b>#panic()</b> \x1b[31m {{ 7 }} | x"


def test_what_people_wrote_stays_the_words_that_it_is() -> None:
    rules, profile = opened(EXAMPLE)
    answer = dataclasses.replace(profile.answers["LED2"], comment=NASTY)
    municipality = profile.municipality._replace(name=NASTY)
    strange = profile._replace(
        municipality=municipality,
        answers={**profile.answers, "LED2": answer, "XX": Answer()},
        priorities=(Priority("LED2", 2, NASTY, NASTY, NASTY),),
    )
    document, words = gap_report_document(edition(rules, strange), Look()), spoken("en")
    assert "\x1b" not in "".join(every_text(document))
    html = report_html(document, words)
    assert "<b>#panic" not in html
    assert "\\x1b[31m" in html
    assert_accessible(report_pdf(document, words), "en")
    assert report_docx(document, words).startswith(b"PK")


LIST = "three reasons:\n- money\n- time\n\nand one hope"


def test_lines_and_lists_that_people_wrote_stay_in_every_format() -> None:
    rules, profile = opened(EXAMPLE)
    agreed = Agreement(("executive", "coordinator"), LIST, LIST)
    answer = dataclasses.replace(profile.answers["LED2"], comment=LIST, agreed=agreed)
    written = profile._replace(
        answers={**profile.answers, "LED2": answer},
        priorities=(Priority("LED2", 2, first_move=LIST),),
    )
    document, words = gap_report_document(edition(rules, written), Look()), spoken("en")
    lines = LIST.split("\n")
    # On page one, in the step, as a comment, why it was agreed, and who sees it otherwise.
    assert report_html(document, words).count("<br>".join(lines)) == 5
    markdown = report_markdown(document, words)
    assert markdown.count("reasons: / - money / - time / and one") == 4
    assert (
        "> three reasons:\n>\n> - money\n> - time\n>\n> and one hope\n>\n> – the room" in markdown
    )
    printed = pdfs.poppler("pdftotext", report_pdf(document, words), "-layout").decode()
    assert [printed.count(line) for line in lines[1:3]] == [5, 5]
    with zipfile.ZipFile(io.BytesIO(report_docx(document, words))) as parts:
        xml = parts.read("word/document.xml").decode()
    assert xml.count("reasons:</w:t><w:br/><w:t>- money</w:t><w:br/><w:t>- time</w:t>") == 5


def test_page_one_never_says_that_no_step_is_due_where_several_stand_alike() -> None:
    levels = dict.fromkeys(nordic().questions, 2)
    page = edition(nordic(), heard(profile(levels)))
    tied = dataclasses.replace(page.priorities, chosen=(), equal=(("POL1", "LED1"), ("LED1",)))
    subject = page.subject._replace(priorities=tied)
    document = gap_report_document(dataclasses.replace(page, subject=subject), Look())
    assert "2 questions stand alike; which comes first is yours to say." in every_text(document)


def test_page_one_adds_up_no_groups_of_which_one_stands_before_the_other() -> None:
    page = edition(nordic(), heard(profile(dict.fromkeys(nordic().questions, 2))))
    groups = (("POL1", "LED1"), ("SAM1", "BUD1", "EXT1"))
    tied = dataclasses.replace(page.priorities, chosen=(), equal=groups)
    subject = page.subject._replace(priorities=tied)
    texts = list(
        every_text(gap_report_document(dataclasses.replace(page, subject=subject), Look()))
    )
    assert "2 questions stand alike; which comes first is yours to say." in texts
    assert not [text for text in texts if text.startswith("5 questions stand alike")]


def test_where_no_number_is_to_be_picked_page_one_still_says_what_to_choose_from() -> None:
    choice = nordic().priorities
    assert choice is not None
    rules = nordic()._replace(priorities=choice._replace(picks=0, picks_when_overloaded=0))
    page = edition(rules, opened(EXAMPLE)[1]._replace(priorities=()))
    assert page.priorities.candidates
    texts = list(every_text(gap_report_document(page, Look())))
    assert "No question stands where a next step is due." not in texts
    assert "To choose from" in texts


def test_who_is_to_be_heard_is_told_once_on_page_one() -> None:
    page = edition(nordic(), profile({"POL1": 2}))
    sentences = every_text(gap_report_document(page, Look()))
    assert any("conclusion – not heard yet:" in sentence for sentence in sentences[:6])
    assert not any(sentence.startswith("Not heard yet, for") for sentence in sentences[:6])
