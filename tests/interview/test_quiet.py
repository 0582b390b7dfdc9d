"""What a sitting leaves unsaid or says early: its keys, last year, the last save."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.last_year import LastYear
from sdgassess.interview.state.phases import AtQuestion
from tests.interview.looking import FIRST, profile_of

Begin = Callable[..., Interview]


def test_the_line_of_keys_is_silenced_and_help_still_says_them(asked: Begin) -> None:
    interview = asked()
    assert any("u unknown" in line for line in interview.screen.lines)
    silent = interview.take("h").interview.take("r").interview
    assert not any("u unknown" in line for line in silent.screen.lines)
    assert "unknown" in " ".join(silent.take("?").reply)
    loud = silent.take("h").interview.take("r").interview
    assert any("u unknown" in line for line in loud.screen.lines)


@pytest.mark.parametrize(("number", "question"), [("1", "POL2"), ("3", "POL1"), ("5", "CONT2")])
def test_a_number_goes_to_the_question_that_has_it(
    asked: Begin, number: str, question: str
) -> None:
    assert asked().take(f"g {number}").interview.sitting.phase == AtQuestion(question)


@pytest.mark.parametrize("number", ["0", "6", "99"])
def test_a_number_that_no_question_has_is_named(asked: Begin, number: str) -> None:
    outcome = asked().take(f"g {number}")
    assert outcome.interview.sitting.phase == AtQuestion(FIRST)
    assert f"There is no “{number}” here." in " ".join(outcome.reply)


def test_last_years_answer_is_shown_before_only_where_that_was_asked_for(
    begin: Begin, asked: Begin, held: LastYear
) -> None:
    quiet = begin(profile_of(asked()), held=held)
    assert "Last year" not in " ".join(quiet.screen.lines)
    setting = replace(quiet.sitting.setting, show_previous=True)
    early = Interview.start(setting, profile_of(asked()))
    assert "Last year (2025-03-12): 3" in " ".join(early.screen.lines)


def test_when_it_was_saved_last_is_said(begin: Begin, asked: Begin) -> None:
    setting = replace(begin().sitting.setting, saved=dt.datetime(2026, 3, 12, 10, 1))  # noqa: DTZ001 - a clock on a wall
    said = " ".join(Interview.start(setting, profile_of(asked())).reply)
    assert "Last saved 2026-03-12 10:01." in said
