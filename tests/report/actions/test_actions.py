"""What was agreed: a page for each owner, and the days that something is due."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.document.blocks import Look, NewPage
from sdgassess.language import LANGUAGES
from sdgassess.media.calendar import calendar_ics
from sdgassess.model.profile import PickStatus, Priority
from sdgassess.report.actions.deadlines import deadlines
from sdgassess.report.actions.owner import owners
from sdgassess.report.actions.sheet import action_sheet
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.scoring.score import score
from tests.given.documents import every_block, words_of
from tests.given.gap_reports import edition
from tests.given.profiles import example, profile
from tests.given.questionnaires import nordic

MANDATE = Priority(
    "LED2", who="Municipal director", by="2026-10-01", first_move="Writes; asks,\nthen decides"
)
MONEY = Priority("BUD2", who="Head of finance", by="after the budget")
RECEIVER = Priority("CONT1", who="municipal  DIRECTOR")
NOBODYS = Priority("FOC3")


def agreed(picks: Sequence[Priority], language: str = "en") -> GapEdition:
    """The shipped example with what a room agreed on."""
    return edition(nordic(), example()._replace(priorities=tuple(picks)), language)


def test_an_owner_is_one_however_the_name_is_written() -> None:
    everybody = owners(example()._replace(priorities=(NOBODYS, MANDATE, MONEY, RECEIVER)))
    assert [owner.who for owner in everybody] == ["Municipal director", "Head of finance", None]
    assert everybody[0].picks == (MANDATE, RECEIVER)


@given(st.lists(st.sampled_from([MANDATE, MONEY, RECEIVER, NOBODYS]), unique=True))
def test_no_agreement_is_lost_and_none_stands_twice(picks: list[Priority]) -> None:
    everybody = owners(example()._replace(priorities=tuple(picks)))
    listed = [pick for owner in everybody for pick in owner.picks]
    assert sorted(listed, key=str) == sorted(picks, key=str)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_owner_has_a_page_with_what_was_agreed(language: str) -> None:
    document = action_sheet(agreed((MANDATE, MONEY, RECEIVER, NOBODYS), language), Look())
    blocks = list(every_block(document))
    assert sum(isinstance(block, NewPage) for block in blocks) == 2
    text = words_of(document)
    for words in ("Municipal director", "Head of finance", "after the budget", "asks,\nthen"):
        assert words in text
    for question in ("LED2", "BUD2", "CONT1", "FOC3"):
        assert question not in text


def test_what_is_done_or_dropped_leaves_no_lines_to_write_on() -> None:
    day = dt.date(2026, 9, 1)
    done = MANDATE._replace(status=PickStatus.DONE, on=day)
    dropped = MONEY._replace(status=PickStatus.DROPPED, because="No money this year")
    text = words_of(action_sheet(agreed((done, dropped)), Look()))
    assert "Done: \n1 September 2026" in text
    assert "Dropped: \nNo money this year" in text
    assert "First move" not in text


def test_before_anything_is_agreed_there_is_room_for_it() -> None:
    text = words_of(action_sheet(agreed(()), Look()))
    assert "Agreement 3" in text
    assert "Agreement 4" not in text


def test_a_questionnaire_without_rules_for_picks_has_a_sheet_too() -> None:
    rules = nordic()._replace(priorities=None)
    answers = profile({"LED2": 1})
    own = dataclasses.replace(
        agreed(()), subject=agreed(()).subject._replace(score=score(rules, answers))
    )
    assert "Agreement 3" in words_of(action_sheet(own, Look()))


def test_only_open_agreements_with_a_day_come_into_a_calendar() -> None:
    dropped = RECEIVER._replace(by="2026-11-01", status=PickStatus.DROPPED)
    calendar = deadlines(agreed((MANDATE, MONEY, dropped, NOBODYS)))
    assert [day.day for day in calendar.days] == [dt.date(2026, 10, 1)]


def test_another_day_for_the_same_matter_moves_it() -> None:
    earlier, later = (
        deadlines(agreed((MANDATE._replace(by=by),))) for by in ("2026-10-01", "2027-01-15")
    )
    assert earlier.days[0].id == later.days[0].id
    assert earlier.days[0].day != later.days[0].day
    other = deadlines(agreed((MONEY._replace(by="2026-10-01"),)))
    assert other.days[0].id != earlier.days[0].id


WRITTEN = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), max_size=120)


@settings(max_examples=30)
@given(who=WRITTEN, move=WRITTEN, day=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_whatever_people_wrote_is_read_back_from_the_calendar(
    who: str, move: str, day: dt.date
) -> None:
    pick = MANDATE._replace(who=who, first_move=move, by=day.isoformat())
    calendar = deadlines(agreed((pick,)))
    written = calendar_ics(calendar)
    assert written == calendar_ics(calendar)
    (event,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert event.decoded("DTSTART") == day
    assert event["SUMMARY"] == calendar.days[0].title
    assert event["DESCRIPTION"] == calendar.days[0].text
    assert event["TRANSP"] == "TRANSPARENT", "a deadline keeps nobody busy"
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


def test_a_calendars_name_is_escaped_as_other_texts_are() -> None:
    calendar = deadlines(agreed((MANDATE,)))._replace(title="By, a; b\\c\nå")
    name = r"X-WR-CALNAME:By\, a\; b\\c å"
    assert name in calendar_ics(calendar).decode().split("\r\n")
