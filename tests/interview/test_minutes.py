"""Minutes: every change in words, by role only with consent, and harmless."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.interview.engine import Interview
from sdgassess.interview.minutes.conclusion import conclusion
from sdgassess.interview.minutes.sitting import changes, ending, heading
from sdgassess.interview.state.last_year import LastYear
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Ended
from sdgassess.model.profile import (
    Agreement,
    Amendment,
    Answer,
    Judgement,
    Participant,
    PickStatus,
    Priority,
    Profile,
    State,
    Status,
    Voice,
    Weight,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.terms import words_about
from sdgassess.text import visible
from tests.interview.conftest import TODAY
from tests.interview.earlier import LAST
from tests.interview.looking import profile_of
from tests.interview.test_laws import LENIENT, LINES

Begin = Callable[..., Interview]
AT = dt.datetime(2026, 3, 12, 10, 1)  # noqa: DTZ001 - minutes tell the time on the wall
LEVEL = "2  Decided, but as a separate policy"


@pytest.fixture(scope="module")
def setting(small: Questionnaire) -> Setting:
    """What the minutes are told with."""
    return Setting(small, words_about(small, "en"), "en", TODAY)


@pytest.fixture(scope="module")
def empty(begin: Begin) -> Profile:
    """A profile with a name and nothing else."""
    return profile_of(begin().take("Eksempelby").interview)


def told(setting: Setting, before: Profile, after: Profile) -> list[str]:
    """The lines of an entry, without its clock."""
    lines = [line for line in changes(setting, before, after, AT).lines if line and line[0] != "#"]
    assert all(line.startswith(("- 10:01 ", "  - ")) for line in lines)
    return [line.removeprefix("- 10:01 ").removeprefix("  - ") for line in lines]


def with_answer(profile: Profile, answer: Answer | None, question: str = "POL2") -> Profile:
    """The profile with one answer."""
    return profile._replace(answers={question: answer} if answer else {})


def test_the_heading_says_what_is_assessed_with_what_and_by_whom(setting: Setting) -> None:
    text = "\n".join(heading(setting, LAST, AT))
    assert text.startswith(
        "# Eksempelby (Managers, School) · 2025-03-12\n\n- Small questionnaire (small 1.0). 6 qu"
    )
    assert "- Here: coordinator (Strategy), line manager (School)." in text
    assert "- 4 of 6 questions answered." in text
    assert "- Minutes begin 2026-03-12 10:01." in text


def test_a_level_with_its_anchor_and_what_stood_there(setting: Setting, empty: Profile) -> None:
    two, three = (with_answer(empty, Answer(Fraction(n))) for n in (2, 3))
    assert told(setting, empty, two) == ["POL2  Is the direction adopted?", LEVEL]
    assert told(setting, three, two) == ["POL2", f"{LEVEL} (before: 3)"]
    assert told(setting, two, empty) == ["POL2", "No answer any more (before: 2)."]
    assert told(setting, two, two) == []


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (
            Answer(state=State.UNKNOWN, who_knows="The clerk"),
            ["unknown", "Who would know: The clerk"],
        ),
        (Answer(state=State.NOT_APPLICABLE, reason="None"), ["not applicable", "Reason: None"]),
        (Answer(state=State.LATER), ["put off"]),
        (Answer(state=State.LATER, comment="One\ntwo"), ["Comment: One", "Comment: two"]),
        (Answer(state=State.NOT_ASKED), ["skipped"]),
        (Answer(Fraction(2), unsure=True), [LEVEL, "Marked for a second look."]),
    ],
)
def test_states_and_words(
    setting: Setting, empty: Profile, answer: Answer, lines: list[str]
) -> None:
    assert told(setting, empty, with_answer(empty, answer))[1:] == lines


def test_comment_and_evidence_that_were_added(setting: Setting, empty: Profile) -> None:
    bare = with_answer(empty, Answer(Fraction(3), comment="One\n"))
    more = with_answer(empty, replace(LAST.answers["POL2"], comment="One\ntwo"))
    what = "document in use, Minutes, 2025-01-15"
    assert told(setting, bare, more)[1:] == ["Comment: two", f"Evidence: {what}"]
    assert told(setting, more, bare)[1:] == ["Comment: One", f"Evidence taken back: {what}"]


VOICES = (
    Voice("line-manager", Fraction(1), by="l1"),
    Voice("coordinator", Fraction(3), by="c1"),
    Voice("line-manager", state=State.UNKNOWN),
)
AGREED = Agreement(("coordinator",), "Papers", "The line manager sees less")


def test_voices_and_agreement_by_role_only_with_consent(setting: Setting, empty: Profile) -> None:
    room = Answer(Fraction(2), voices=VOICES, agreed=AGREED)
    for consent in (None, False):
        silent = empty._replace(consent=consent)
        assert told(setting, silent, with_answer(silent, room))[2:] == [
            "Voices: 1, 3, unknown",
            "Agreed by one role.",
            "Reason: Papers",
            "Somebody saw it differently.",
        ]
    open_ = empty._replace(consent=True)
    assert told(setting, open_, with_answer(open_, room))[2:] == [
        "Voices: coordinator 3, line manager 1, line manager unknown",
        "Agreed by: coordinator.",
        "Reason: Papers",
        "Seen differently: The line manager sees less",
    ]


def test_without_consent_a_voice_that_comes_alone_is_only_counted(
    setting: Setting, empty: Profile
) -> None:
    first, second = (
        [Voice(role, Fraction(level), by=by) for role, by, level in room]
        for room in (
            [("coordinator", "c1", 3), ("line-manager", "l1", 1)],
            [("coordinator", "c1", 1), ("line-manager", "l1", 3)],
        )
    )
    rounds = []
    for voices in (first, second):
        one, both = (with_answer(empty, Answer(voices=tuple(voices[:n]))) for n in (1, 2))
        agreed = with_answer(
            empty, Answer(Fraction(1), voices=tuple(voices), agreed=Agreement(("coordinator",)))
        )
        steps = ((empty, one), (one, both), (both, agreed))
        rounds.append([line for step in steps for line in told(setting, *step)[1:]])
    assert rounds[0] == rounds[1]
    assert "1 voice." in rounds[0]
    assert "Voices: 1, 3" in rounds[0], "once all have spoken and the room agrees"


def test_what_was_said_about_last_year(begin: Begin, held: LastYear, empty: Profile) -> None:
    interview = begin(empty, held=held)
    lines = []
    for line in ("2", "w", "The budget", "b"):
        before = profile_of(interview)
        interview = interview.take(line).interview
        lines += told(interview.sitting.setting, before, profile_of(interview))
    assert lines == [
        "POL2  Is the direction adopted?",
        LEVEL,
        "Lower than last year (2025-03-12: 3).",
        "POL2",
        "Lower than last year (2025-03-12: 3): it has got worse.",
        "POL2",
        "Reason: The budget",
    ]
    assert told(interview.sitting.setting, profile_of(interview), before)[1:] == []
    last = profile_of(interview.take("z").interview)
    assert told(interview.sitting.setting, profile_of(interview), last) == [
        "POL2",
        "The reason is taken back.",
    ]


def test_answers_that_are_put_aside_and_come_back(
    setting: Setting, begin: Begin, empty: Profile
) -> None:
    interview = begin(empty)
    for line in ("2", "g POL4", "1", "g POL2"):
        interview = interview.take(line).interview
    before = profile_of(interview)
    after = profile_of(interview.take("1").interview)
    assert "No longer asked because of POL2; put aside." in told(setting, before, after)
    assert "Asked again; its answer is back." in told(setting, after, before)


def test_setting_style_people_and_consent(setting: Setting, empty: Profile) -> None:
    after = empty._replace(
        consent=False,
        participants=(Participant("c1", "coordinator", "Strategy"),),
        context={"project-share": 1, "initiatives": State.UNKNOWN, "started-since": True},
        style={"coordination": {"start": -1, "growth": "neither-yet"}, "partners": ("firms",)},
        amended_because=(Amendment(TODAY, "A slip"),),
    )
    assert told(setting, empty, after) == [
        "Here: coordinator (Strategy).",
        "Answers may not be shown by role.",
        "Changed after it was complete: A slip",
        "How much runs as projects?",
        "1  All of it",
        "How many initiatives?",
        "unknown",
        "Has anything been started?",
        "yes",
        "Coordination",
        "Start  -1, towards: from the top",
        "Growth  neither yet",
        "Partners",
        "Firms",
    ]


def test_what_is_about_the_same_goes_below_the_same_head(setting: Setting, empty: Profile) -> None:
    first = with_answer(empty, Answer(level=Fraction(1)))
    second = with_answer(empty, Answer(level=Fraction(1), comment="Since May"))
    head = changes(setting, empty, first, AT)
    more = changes(setting, first, second, AT, head.about)
    assert more.lines == ("  - Comment: Since May",)
    other = second._replace(consent=True)
    assert changes(setting, first, other, AT, head.about).lines[-2:] == (
        "- 10:01 POL2",
        "  - Comment: Since May",
    )


def test_of_a_style_axis_only_what_is_new_is_told(setting: Setting, empty: Profile) -> None:
    first = empty._replace(style={"coordination": {"start": 0, "growth": 2}})
    second = empty._replace(style={"coordination": {"start": 0, "growth": 1}})
    third = empty._replace(style={"coordination": {"growth": 1}})
    assert told(setting, empty, first)[1:] == [
        "Start  0, in between",
        "Growth  2, fully: spreading",
    ]
    assert told(setting, first, second)[1:] == ["Growth  1, towards: spreading"]
    assert told(setting, second, third)[1:] == ["Start  No answer any more."]
    assert told(setting, third, empty)[1:] == ["Growth  No answer any more."]


def test_judgement_and_picks(setting: Setting, empty: Profile) -> None:
    after = empty._replace(
        judgement={"POL2": Judgement(Weight.HIGH, None, can_start=False)},
        priorities=(Priority("POL2", Fraction(3), "head", "2026-10-01", "Call"),),
    )
    assert told(setting, empty, after) == [
        "Judged: POL2",
        "At stake: high; Cannot start soon",
        "Picked: POL2",
        "Target: 3",
        "Who: head",
        "By when: 2026-10-01",
        "First move: Call",
    ]
    assert told(setting, after, empty) == ["No longer picked: POL2"]


@pytest.mark.parametrize(
    ("ended", "status", "how"),
    [
        (Ended.FINISHED, Status.COMPLETE, "complete"),
        (Ended.FINISHED, Status.AMENDED, "complete"),
        (Ended.FINISHED, Status.IN_PROGRESS, "left open"),
        (Ended.LEFT, Status.COMPLETE, "Stopped"),
        (Ended.INTERRUPTED, Status.COMPLETE, "Interrupted"),
        (None, Status.COMPLETE, "Interrupted"),
    ],
)
def test_how_it_ended(setting: Setting, ended: Ended | None, status: Status, how: str) -> None:
    lines = ending(setting, LAST._replace(status=status), ended, AT)
    assert lines[1].startswith("- 10:01 4 of 6 questions answered. ")
    assert how in lines[2]


def _said(profile: Profile) -> dict[str, Answer]:
    """The answers without the words they were given to, which a language changes."""
    held = profile.answers.items()
    return {key: replace(one, asked=None, means=None) for key, one in held}


@given(lines=st.lists(LINES, max_size=30))
@LENIENT
def test_whatever_changes_is_told_and_harmless(
    setting: Setting, begin: Begin, empty: Profile, lines: list[str]
) -> None:
    interview = begin(empty)
    for line in lines:
        before, outcome = profile_of(interview), interview.take(line)
        interview = outcome.interview
        after = profile_of(interview)
        entries = changes(setting, before, after, AT).lines
        assert all(visible(one) == one and "\n" not in one for one in entries)
        answered = _said(before) != _said(after) or before.context != after.context
        assert bool(entries) >= answered
        assert not entries or outcome.changed


def test_parts_are_headed_once_as_long_as_they_are_talked_about(
    setting: Setting, empty: Profile
) -> None:
    one = empty._replace(answers={"POL2": Answer(level=2)})
    two = one._replace(answers={**one.answers, "POL3": Answer(level=1)})
    three = two._replace(answers={**two.answers, "CONT1": Answer(level=0)})
    first = changes(setting, empty, one, AT)
    assert first.lines[:3] == ("", "## Political anchoring", "")
    second = changes(setting, one, two, AT, first.about)
    assert not any(line.startswith("#") for line in second.lines)
    assert "## Continuity" in changes(setting, two, three, AT, second.about).lines


def test_what_a_sitting_came_to_is_told_to_who_was_not_there(
    setting: Setting, empty: Profile
) -> None:
    picks = (
        Priority("POL3", 2, "The head", "2026-10-01", "A call"),
        Priority("POL2", 3),
        Priority("POL1", 2, status=PickStatus.DONE),
    )
    answers = {
        "POL2": Answer(level=2),
        "POL3": Answer(level=1),
        "POL1": Answer(level=1),
        "CONT1": Answer(state=State.UNKNOWN, who_knows="The clerk"),
    }
    told = conclusion(setting, empty._replace(answers=answers, priorities=picks))
    text = "\n".join(told)
    assert "## What was agreed\n\n- POL3  Are decisions followed up?" in text
    assert "  - Who: The head\n  - By when: 2026-10-01\n  - First move: A call" in text
    assert "  - Who: nobody yet\n  - By when: no day yet" in text
    assert "- CONT1  Is it settled who takes over?\n  - Who would know: The clerk" in text
    assert "POL1" not in text, "what is done is not agreed on"
    assert "- Political anchoring: level 1" in text
    assert "- Continuity: too little is answered" in text
    assert conclusion(setting, empty) == (), "nothing was said, nothing is told"
