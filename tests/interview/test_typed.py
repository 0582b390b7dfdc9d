"""What people type by habit: the day first, people without commas, a country by its name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from sdgassess.files.load import load_questionnaire
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import (
    AtContext,
    Beginning,
    NamingMunicipality,
    NamingRoles,
    Practising,
)
from sdgassess.model.days import latest_day
from sdgassess.model.profile import Period
from sdgassess.model.question import Option, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import ContextKind, ContextQuestion
from sdgassess.typed.dates import date_typed, no_such_day
from sdgassess.typed.keys import evidence_typed
from sdgassess.typed.people import people_typed
from sdgassess.typed.unscored import context_typed
from tests.given.places import ROOT

Begin = Callable[..., Interview]


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    """The questionnaire that ships."""
    loaded = load_questionnaire(ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml")
    assert loaded.value is not None, loaded.problems
    return loaded.value


def after(interview: Interview, *lines: str) -> Interview:
    for line in lines:
        interview = interview.take(line).interview
    return interview


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-03-12", "12.3.2026", "12.03.2026", "12-03-2026", "12-3-2026", "12/3/2026"),
        *("12/3-2026", "12/3 2026", "12. marts 2026", "12 mars 2026", "den 12 mars 2026"),
        *("d. 12. mar. 2026", "12 March 2026", "12 MARTS 2026"),
    ],
)
def test_a_date_may_have_its_day_first(begin: Begin, typed: str) -> None:
    assert date_typed(typed) == dt.date(2026, 3, 12)
    dated = after(begin(), "Eksempelby", "", typed)
    assert dated.profile is not None
    assert dated.profile.date == dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    "typed",
    ["23/4711", "1.2", "12.3-2026", "2026.3.12", "1.12.3.2026", "12 marks 2026", "marts 2026"],
)
def test_what_is_no_date(typed: str) -> None:
    assert date_typed(typed) is None
    assert not no_such_day(typed)


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("2 politicians", "p1 p2"),
        ("p p c", "p1 p2 c1"),
        ("2p c", "p1 p2 c1"),
        ("2 politikere og en koordinator", "p1 p2 c1"),
        ("2 förtroendevalda och 1 samordnare", "p1 p2 c1"),
        ("3 verksamhetschefer, x", "l1 l2 l3 x1"),
        ("2 afdelingsledere", "l1 l2"),
        ("a coordinator & 2 external partners", "c1 e1 e2"),
        ("2p 3l", "p1 p2 l1 l2 l3"),
    ],
)
def test_people_may_be_counted_and_named_by_their_role(
    shipped: Questionnaire, line: str, ids: str
) -> None:
    here = people_typed(line, shipped.roles)
    assert [person.id for person in here.people] == ids.split()
    assert not here.strange


@pytest.mark.parametrize("line", ["2 zebras", "100 p", "p 2 c", "2 l Skole", "2"])
def test_what_counts_nobody_is_named(shipped: Questionnaire, line: str) -> None:
    assert people_typed(line, shipped.roles).strange


def test_a_unit_may_hold_an_and(shipped: Questionnaire) -> None:
    here = people_typed("l Børn og Unge, c", shipped.roles)
    assert [(person.id, person.unit) for person in here.people] == [
        ("l1", "Børn og Unge"),
        ("c1", None),
    ]


@pytest.mark.parametrize("typed", ["30.2.2026", "3/25/2026", "2026-13-01", "31/2-2026"])
def test_a_day_that_no_calendar_has(typed: str) -> None:
    assert no_such_day(typed)
    assert evidence_typed(typed) is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("d Strategi 12.3.2026", "Strategi"),
        ("i Budget 2026 12.3.2026", "Budget 2026"),
        ("12-03-2026 Strategi", "Strategi"),
        ("Referat 12/3/2026.", "Referat"),
        ("Sag 23/4711 2026-03-12", "Sag 23/4711"),
        ("Dagsorden for Teknisk Udvalg 12/3-2026", "Dagsorden for Teknisk Udvalg"),
        ("Protokoll den 12 mars 2026, § 4", "Protokoll, § 4"),
        ("Mødereferat d. 12/3 26", "Mødereferat"),
        ("Notat d. 12.3.2026", "Notat"),
        ("Møte 12/3-26", "Møte"),
        ("Plan (2026-03-12), vedtaget", "Plan, vedtaget"),
        ("Referat marts 2024 af 12. marts 2026", "Referat marts 2024 af"),
        ("Plan (12.3.2026)", "Plan"),
        ('"Referat 12/3-2026"', '"Referat"'),
        ("“Protokoll den 12 mars 2026” § 4", "“Protokoll” § 4"),
        ("»Referat 12/3-2026«", "»Referat«"),
        ('Plan "12.3.2026"', "Plan"),
    ],
)
def test_the_date_of_evidence_leaves_its_title(line: str, title: str) -> None:
    evidence = evidence_typed(line)
    assert evidence is not None
    assert (evidence.title, evidence.date) == (title, Period(2026, 3, 12))


@pytest.mark.parametrize(
    ("line", "title", "date"),
    [
        ("https://example.dk/2026-03-12/plan", "https://example.dk/2026-03-12/plan", None),
        (
            "https://example.dk/plan.pdf?d=12.3.2026",
            "https://example.dk/plan.pdf?d=12.3.2026",
            None,
        ),
        ("i 2026-03-12-referat.pdf", "2026-03-12-referat.pdf", None),
        ("referat_12.3.2026.docx", "referat_12.3.2026.docx", None),
        ("Referat, marts 2026", "Referat", Period(2026, 3)),
        ("Uppföljning 2026-03", "Uppföljning", Period(2026, 3)),
        ("Budget 2026", "Budget 2026", None),
        ("Klima Plan 2030", "Klima Plan 2030", None),
    ],
)
def test_a_date_inside_a_word_is_part_of_the_word(
    line: str, title: str, date: Period | None
) -> None:
    evidence = evidence_typed(line)
    assert evidence is not None
    assert (evidence.title, evidence.date) == (title, date)


@pytest.mark.parametrize(
    ("typed", "why"),
    [("1926-03-12", "is before 2000"), ("12.3.2062", "more than a year ahead")],
)
def test_a_year_far_off_is_refused(begin: Begin, typed: str, why: str) -> None:
    outcome = after(begin(), "Eksempelby", "").take(typed)
    assert why in " ".join(outcome.reply)
    assert outcome.interview.sitting.phase == Beginning()


def test_a_year_ahead_of_a_leap_day() -> None:
    assert latest_day(dt.date(2028, 2, 29)) == dt.date(2029, 2, 28)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("c l Skole, l Park og Vej", ["c -", "l Skole", "l Park og Vej"]),
        ("c c l Skole", ["c -", "c -", "l Skole"]),
        ("l Skole A", ["l Skole A"]),
        ("l A Skole", ["l A Skole"]),
    ],
)
def test_a_unit_belongs_to_the_letter_before_it(
    small: Questionnaire, line: str, people: list[str]
) -> None:
    here = people_typed(line, small.roles)
    assert not here.strange
    assert [f"{one.id[0]} {one.unit or '-'}" for one in here.people] == people


@pytest.mark.parametrize(
    ("typed", "country"),
    [("Danmark", "DK"), ("sverige", "SE"), ("Norway", "NO"), ("Suomi", "FI"), ("de", "DE")],
)
def test_a_country_may_be_named(begin: Begin, typed: str, country: str) -> None:
    named = after(begin(), "Eksempelby", "", typed)
    assert named.profile is not None
    assert named.profile.municipality.country == country
    assert any(line.startswith(f"{country} · ") for line in named.screen.lines)


def test_help_in_the_opening_says_what_is_asked(begin: Begin) -> None:
    interview = begin()
    for phase, lines in (
        (NamingMunicipality(), ()),
        (NamingRoles(), ("Eksempelby",)),
        (Beginning(), ("",)),
    ):
        interview = after(interview, *lines)
        assert interview.sitting.phase == phase
        said = " ".join(interview.take("?").reply)
        assert "kept as text" not in said
        assert ":q" in said


def test_the_name_that_stands_is_shown_after_going_back(begin: Begin) -> None:
    assert after(begin(), "Eksempelby", "b").screen.prompt == "Municipality (Enter = Eksempelby): "


def test_a_name_that_did_not_arrive_whole_is_no_name(begin: Begin) -> None:
    outcome = begin().take("\ufffdr\ufffd")
    assert outcome.interview.profile is None
    assert "did not arrive whole" in " ".join(outcome.reply)


def test_another_language_at_the_practice_question(begin: Begin) -> None:
    practising = after(begin(), "Eksempelby", "", "p", "")
    assert practising.sitting.phase == Practising()
    switched = after(practising, "l da")
    assert switched.sitting.phase == Practising()
    assert switched.sitting.setting.language == "da"


def test_help_is_short_and_names_the_list_of_all_keys(begin: Begin) -> None:
    asked = after(begin(), "Eksempelby", "", "")
    short, long = asked.take("?").reply, asked.take("??").reply
    assert len(short) < 10
    assert "?? all keys" in short[-1]
    assert any(line.startswith("z  ") for line in long)
    assert asked.take(":??").reply == long
    elsewhere = after(asked, "g project-share")
    assert elsewhere.take("??").reply == elsewhere.take("?").reply


def test_a_context_question_is_named_in_its_own_words(begin: Begin) -> None:
    asked = after(begin(), "Eksempelby", "", "", "g project-share")
    first = asked.take("")
    assert first.reply[0].startswith("“How much runs as projects?” is put off")
    answers = after(begin(), "Eksempelby", "", "", "1", "1", "1")
    resumed = begin(answers.profile)
    assert resumed.reply[-1].endswith("next: How much runs as projects?")


def test_what_is_put_off_for_the_second_time_stays_unanswered(begin: Begin) -> None:
    asked = after(begin(), "Eksempelby", "", "", "1", "1", "1", "", "1", "y", "1", "1")
    assert asked.sitting.phase == AtContext("project-share")
    assert asked.take("").reply[0] == "Left unanswered."


def test_several_choices_about_the_setting_are_typed_in_one_line() -> None:
    options = tuple(Option(n, Text({"en": f"Goal {n}"})) for n in (1, 2, 3))
    question = ContextQuestion("goals", Text({"en": "Which?"}), ContextKind.SEVERAL, options)
    assert context_typed(question, "3, 1") == (1, 3)
    assert context_typed(question, "2") == (2,)
    assert context_typed(question, "2 9") is None
    assert context_typed(question, "") is None


def test_none_of_several_choices_is_an_answer_too() -> None:
    options = tuple(Option(n, Text({"en": f"Goal {n}"})) for n in (1, 2))
    question = ContextQuestion("goals", Text({"en": "Which?"}), ContextKind.SEVERAL, options)
    assert context_typed(question, "n") == ()
    assert context_typed(question, "0") == ()
    with_zero = question._replace(options=(Option(0, Text({"en": "Zero"})), *options))
    assert context_typed(with_zero, "0") == (0,)
    assert context_typed(with_zero, "N") == ()
