"""The course of a workshop: times add up, and every sheet says all of it in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from sdgassess.analysis.agenda import agenda as agenda_of_the_room
from sdgassess.document.blocks import Beside, Block, Bullets, Heading, Paragraph, Table, Together
from sdgassess.document.runs import text_of
from sdgassess.media.pdf.cards import ON_A_SHEET, cards_pdf
from sdgassess.media.pdf.report import report_pdf
from sdgassess.model.profile import Answer, Participant, Profile, Scope, State, Voice
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.terms import words_about
from sdgassess.report.edition import Edition
from sdgassess.report.kit.agenda import agenda
from sdgassess.report.kit.cards import SETS, voting_cards
from sdgassess.report.kit.course import COURSE, PITFALLS, TIE, minutes_of
from sdgassess.report.kit.facilitator import facilitator_sheet
from sdgassess.report.kit.questions import most_asked
from sdgassess.scoring.score import score
from tests.given.pdfs import page_sizes, pages
from tests.given.pdfs import text_of as printed_text
from tests.given.questionnaires import nordic, with_changed, with_scale
from tests.given.sealed import DISPUTED, sent_in
from tests.given.validation import assert_accessible
from tests.given.verapdf import assert_vera_passes

LANGUAGES = ("da", "sv", "en")


def sheet_of(profile: Profile, language: str, *, half_day: bool = False) -> str:
    """What the facilitator's sheet says."""
    words = words_about(nordic(), language)
    edition = Edition(words, score(nordic(), profile))
    return "\n".join(_lines(facilitator_sheet(edition, half_day=half_day).blocks))


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(_, runs) | Paragraph(runs, _):
                yield text_of(runs)
            case Bullets(items):
                yield from map(text_of, items)
            case Table():
                for row in block.rows:
                    yield " | ".join(text_of(cell.runs) for cell in row)
            case Together(inner):
                yield from _lines(inner)
            case Beside(left, right, _):
                yield from _lines((*left, *right))
            case _:
                pass


@pytest.mark.parametrize(("half_day", "total"), [(False, 120), (True, 210)])
def test_the_times_add_up(half_day: bool, total: int) -> None:
    assert sum(minutes_of(step, half_day=half_day) for step in COURSE) == total
    assert all(step.half_day >= step.minutes for step in COURSE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half_day", [False, True])
def test_the_agenda_has_every_step_at_its_time(language: str, half_day: bool) -> None:
    words = words_about(nordic(), language)
    document = agenda(Edition(words, score(nordic(), sent_in())), half_day=half_day)
    rows = next(block for block in document.blocks if isinstance(block, Table)).rows
    begins = 0
    for row, step in zip(rows, COURSE, strict=True):
        time, clock, what, lasts = (text_of(cell.runs) for cell in row)
        assert time == f"{begins // 60}:{begins % 60:02}"
        assert clock == "", "the time of day is written by hand"
        assert what.startswith(words(step.title))
        assert int(lasts) == minutes_of(step, half_day=half_day)
        begins += int(lasts)
    pdf = report_pdf(document, words)
    assert_accessible(pdf, language)
    assert pages(pdf) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facilitators_sheet_says_everything(language: str) -> None:
    words, said = words_about(nordic(), language), sheet_of(sent_in(), language)
    for step in COURSE:
        for line in (step.title, step.needs, *step.does, *step.says):
            assert words(line) in said
    for pitfall in PITFALLS:
        assert f"{words(pitfall.happens)} | {words(pitfall.helps)}" in said
    for line in TIE:
        assert words(line) in said
    assert "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facilitators_sheet_is_accessible_and_short(language: str) -> None:
    words = words_about(nordic(), language)
    edition = Edition(words, score(nordic(), sent_in(sealed=False)))
    pdf = report_pdf(facilitator_sheet(edition, half_day=True), words)
    assert_accessible(pdf, language)
    assert pages(pdf) <= 4, "two sheets of paper"


def test_what_is_seen_differently_is_named_once_it_is_open() -> None:
    closed, opened = sheet_of(sent_in(), "en"), sheet_of(sent_in(sealed=False), "en")
    for question in DISPUTED:
        assert f"{question}  " not in closed, "what is sealed is not told"
        assert f"{question}  " in opened
    assert opened.index("CORE2  ") < opened.index("POL1  "), "the widest first"


MORE_THAN_FIT = (
    "questions are to be agreed on, and there is time for 7: take these, "
    "and the others another day."
)
TO_AGREE_ON = agenda_of_the_room(
    nordic(), sent_in(sealed=False, scope=Scope.FULL), nordic().question_ids(quick=False)
)


@pytest.mark.parametrize(
    ("profile", "lines"),
    [
        (
            sent_in(),
            (
                "At most 24 questions for each: about 50 seconds a question.",
                "There is time for 7 questions.",
            ),
        ),
        (
            sent_in(sealed=False),
            ("4 questions are to be agreed on: there is time for all of them.",),
        ),
        (
            sent_in(scope=Scope.FULL),
            (
                "At most 55 questions for each: about 21 seconds a question.",
                "That is too little: let everybody answer before they come.",
            ),
        ),
        (
            sent_in(sealed=False, scope=Scope.FULL),
            (f"{len(TO_AGREE_ON)} {MORE_THAN_FIT}",),
        ),
    ],
)
def test_it_says_how_many_questions_share_the_time(
    profile: Profile, lines: tuple[str, ...]
) -> None:
    text = sheet_of(profile, "en").splitlines()
    for line in lines:
        assert line in text
    assert ("That is too little" in "".join(text)) == (not profile.quick)


@pytest.mark.parametrize(
    ("profile", "alone", "differently"),
    [
        (sent_in(), "at most 24 questions each", "time for 7 questions"),
        (sent_in(sealed=False), "at most 24 questions each", "4 to agree on"),
        (
            sent_in(sealed=False, scope=Scope.FULL),
            "at most 55 questions each",
            f"7 of {len(TO_AGREE_ON)} questions",
        ),
    ],
)
def test_the_agenda_says_so_too(profile: Profile, alone: str, differently: str) -> None:
    edition = Edition(words_about(nordic(), "en"), score(nordic(), profile))
    said = "\n".join(_lines(agenda(edition, half_day=False).blocks))
    assert f"Everybody answers alone: {alone} |" in said
    assert f"What we see differently: {differently} |" in said


def changed(change: Callable[[Question], Question]) -> Questionnaire:
    """The questionnaire that ships with every question changed."""
    rules = nordic()
    for question in nordic().questions.values():
        rules = with_changed(rules, change(question))
    return rules


def attended_by(*roles: str) -> Profile:
    """A quick scan without answers, by people of these roles."""
    people = tuple(Participant(f"p{n}", role) for n, role in enumerate(roles))
    return sent_in()._replace(participants=people, answers={})


@pytest.mark.parametrize(
    "rules",
    [
        changed(lambda question: question._replace(core=False)),
        changed(lambda question: question._replace(roles=("executive",))),
    ],
    ids=["no-core-questions", "all-put-to-others"],
)
@pytest.mark.parametrize("half_day", [False, True])
def test_where_nobody_is_asked_anything_no_time_is_shared(
    rules: Questionnaire, half_day: bool
) -> None:
    subject = score(rules, attended_by("politician"))
    assert most_asked(subject) == 0
    for sheet in (agenda, facilitator_sheet):
        document = sheet(Edition(words_about(rules, "en"), subject), half_day=half_day)
        text = "\n".join(_lines(document.blocks))
        assert "Everybody answers alone" in text
        assert not re.search("seconds|at most .* question|At most .* question", text)


@pytest.mark.parametrize(
    ("roles", "most"),
    [
        ((), 4),  # nobody is known yet: of every role
        (("politician",), 2),
        (("line-manager",), 1),
        (("politician", "executive", "line-manager"), 4),
        (("a role of no questionnaire",), 1),
    ],
)
def test_whoever_is_asked_the_most_counts_with_what_is_put_to_everybody(
    roles: tuple[str, ...], most: int
) -> None:
    put_to = {
        "CORE1": (),
        "CORE2": ("executive",),
        "CORE3": ("executive",),
        "CORE4": ("politician", "executive"),
    }
    rules = changed(lambda q: q._replace(core=q.id in put_to, roles=put_to.get(q.id, ())))
    assert most_asked(score(rules, attended_by(*roles))) == most


@pytest.mark.parametrize(
    ("count", "seconds", "is_hasty"), [(1, 1800, False), (40, 45, False), (41, 43, True)]
)
def test_less_than_three_quarters_of_a_minute_each_is_too_little(
    count: int, seconds: int, is_hasty: bool
) -> None:
    core = list(nordic().questions)[:count]
    rules = changed(lambda question: question._replace(core=question.id in core, roles=()))
    edition = Edition(words_about(rules, "en"), score(rules, attended_by("executive")))
    text = "\n".join(_lines(facilitator_sheet(edition, half_day=True).blocks))
    assert f"{seconds} seconds" in text
    assert ("That is too little" in text) is is_hasty


@pytest.mark.parametrize(
    ("count", "on_the_agenda", "on_the_sheet"),
    [
        (1, "one to agree on", "One question is to be agreed on: there is time for it."),
        (7, "7 to agree on", "7 questions are to be agreed on: there is time for all of them."),
        (8, "7 of 8 questions", f"8 {MORE_THAN_FIT}"),
    ],
)
def test_what_waits_is_held_against_the_time_that_there_is(
    count: int, on_the_agenda: str, on_the_sheet: str
) -> None:
    core = list(nordic().questions)[:count]
    rules = changed(lambda question: question._replace(core=question.id in core))
    apart = Answer(voices=tuple(Voice("executive", level) for level in (0, 4)))
    profile = attended_by("executive")._replace(answers=dict.fromkeys(core, apart))
    edition = Edition(words_about(rules, "en"), score(rules, profile))
    said = "\n".join(_lines(agenda(edition, half_day=False).blocks))
    assert f"What we see differently: {on_the_agenda} |" in said
    lines = list(_lines(facilitator_sheet(edition, half_day=False).blocks))
    assert on_the_sheet in lines
    listed = [line.split()[0] for line in lines if line.split()[0] in core]
    assert listed == list(rules.question_ids(quick=True))


def test_what_nobody_knew_is_to_be_agreed_on_and_not_seen_differently() -> None:
    unknown = Answer(voices=(Voice("executive", state=State.UNKNOWN),))
    profile = attended_by("executive")._replace(answers={"CORE1": unknown})
    edition = Edition(words_about(nordic(), "en"), score(nordic(), profile))
    text = "\n".join(_lines(facilitator_sheet(edition, half_day=False).blocks))
    assert "CORE1" not in text
    assert "the widest first\n" not in text


def test_who_must_still_be_heard_is_named() -> None:
    assert "Must be heard" in sheet_of(sent_in(), "en")
    assert "Line manager, from" in sheet_of(sent_in(), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_for_each_level_and_one_for_not_knowing(language: str) -> None:
    words = words_about(nordic(), language)
    cards = voting_cards(nordic(), sent_in(), words)
    marks = [card.mark for card in cards.cards]
    assert marks == ["0", "1", "2", "3", "4", "?"] * SETS
    assert len(marks) % ON_A_SHEET == 0, "no sheet of paper is half empty"
    assert all(card.name.text for card in cards.cards)
    pdf = cards_pdf(cards)
    assert_accessible(pdf, language)
    assert page_sizes(pdf) == [(210, 297)] * (-(-len(marks) // ON_A_SHEET))
    said = printed_text(pdf).replace("\u00ad", "")
    assert all(word in said for card in cards.cards for word in card.name.text.split())


def test_cards_have_the_scale_of_the_questionnaire() -> None:
    rules = with_scale("-1", "1/2", "10")
    cards = voting_cards(rules, sent_in(), words_about(rules, "en"))
    assert [card.mark for card in cards.cards[:4]] == ["-1", "0.5", "10", "?"]
    assert_accessible(cards_pdf(cards), "en")


@pytest.mark.slow
def test_cards_and_agenda_can_be_kept() -> None:
    words = words_about(nordic(), "da")
    edition = Edition(words, score(nordic(), sent_in()))
    agenda_file = report_pdf(agenda(edition, half_day=False), words)
    assert_vera_passes(cards_pdf(voting_cards(nordic(), sent_in(), words)), agenda_file)
