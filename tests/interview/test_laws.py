"""What holds for any lines in any order."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import (
    AFTER_THE_END,
    Agreeing,
    AtQuestion,
    Finishing,
    Judging,
    KeepingWords,
    Picking,
    RecordingOutside,
    ShowingEvidence,
)
from sdgassess.model.profile import Profile, State
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.text import visible, width
from sdgassess.typed.keys import number_typed

Begin = Callable[..., Interview]

TAKE_LEVELS = (ShowingEvidence, Agreeing, KeepingWords, RecordingOutside)
"""Where a level typed, or a yes to one, is an answer too."""

KEYS = ["", "u", "-", "s", "c", "e", "b", ">", "g !", "o", "r", "?", "x", "z", "y", "n"]
PLACES = ["g POL", "g POL1", "g POL2", "g POL4", "g CONT2", "g initiatives", "g nowhere"]
WORDS = ["c words", "e i Minutes 2026-01-15", "some long words here", ":b", ":?", "Eksempelby"]
ROOM = [
    "c3 l1,2",
    "cu l2",
    "l1,1,1",
    "c9",
    "a",
    "w",
    "w c1",
    "w l",
    "w *",
    "w + l Havn",
    "l da",
    "l",
    "f",
]
WORDS += ["c POL3 words", "e pol1 d Minutes", "c POL4", "e CONT1", "2,5", "d Minutes"]
AT_THE_END = ["y", "n", "", "h m y", "l l n", "hm", "h", "1", "1 2", "2 1 3", "CONT1", "x", "z"]
AT_THE_END += ["b", "q", "!", "?", "r", "o", "g POL2", "POL2 POL3 POL1 CONT1", "nonsense"]
LINES = st.one_of(
    st.sampled_from(["0", "1", "2", "3", "4"]),
    st.sampled_from([*KEYS, *PLACES, *WORDS]),
    st.sampled_from(ROOM),
    st.text(max_size=20),
)
LENIENT = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(lines=st.lists(LINES, max_size=40), quick=st.booleans())
@example(lines=["y", "", "", "l da", "l da"], quick=False)
@LENIENT
def test_any_lines_are_taken(begin: Begin, lines: list[str], quick: bool) -> None:
    interview = begin(quick=quick, width=40)
    for line in lines:
        before = interview
        outcome = interview.take(line)
        interview = outcome.interview
        shown = (*outcome.reply, *interview.screen.lines)
        assert all(visible(one) == one for one in shown), "only harmless text is shown"
        assert all(width(one) <= 40 for one in interview.screen.lines)
        if not before.unsaved and not interview.unsaved:
            assert outcome.changed == (interview.profile != before.profile)
        assert before.take(line).interview == interview, "the same line does the same"
    interview.leave()


@given(lines=st.lists(LINES, max_size=40))
@example(lines=["0", "1", "c3 l1,2", "", "g POL1", "0"])
@LENIENT
def test_every_level_is_recorded_and_nothing_else_makes_one(
    begin: Begin, lines: list[str]
) -> None:
    interview = begin(_named(begin))
    for line in lines:
        before = interview
        interview = interview.take(line).interview
        phase = before.sitting.phase
        levels = _levels(interview.profile)
        person = before.sitting.answering
        if isinstance(interview.sitting.phase, RecordingOutside):
            assert levels == _levels(before.profile), "outside all voices it is asked about first"
        elif isinstance(phase, AtQuestion) and line in ("0", "1", "2") and len(person) != 1:
            assert levels[phase.id] == Fraction(line)
        elif isinstance(phase, AtQuestion) and line in ("0", "1", "2"):
            assert levels == _levels(before.profile), "a voice is not what the room records"
            assert _voice(interview.profile, phase.id, person[0]) == Fraction(line)
        elif isinstance(phase, TAKE_LEVELS) and (
            line.strip() == "y" or number_typed(line.strip()) in range(5)
        ):
            pass  # corrects the answer, or is what the room agrees on
        elif line.strip() != "z" and not isinstance(phase, AtQuestion):
            assert levels == _levels(before.profile), "only a question takes a level"
        if not line.strip():
            assert levels == _levels(before.profile), "Enter makes no level"


@given(
    answers=st.lists(st.sampled_from(["0", "1", "2", "u", "s", "-", ""]), max_size=12),
    moves=st.lists(
        st.sampled_from(["b", ">", "<", "o", "r", "?", "g !", *PLACES, "nonsense"]), max_size=25
    ),
)
@LENIENT
def test_going_about_never_changes_an_answer(
    begin: Begin, answers: list[str], moves: list[str]
) -> None:
    interview = begin(_named(begin))
    for line in answers:
        interview = interview.take(line).interview
    while not isinstance(interview.sitting.phase, AtQuestion) and not interview.over:
        interview = interview.take("g POL2" if "g" in interview.screen.prompt else ":b").interview
        interview = interview.take("g POL2").interview
    held = interview.profile
    for line in moves:
        interview = interview.take(line).interview
        assert interview.profile == held


@given(lines=st.lists(st.sampled_from(["0", "1", "2", "u", "s", "c words", "x"]), max_size=20))
@LENIENT
def test_undoing_leads_back_through_every_profile(begin: Begin, lines: list[str]) -> None:
    interview = begin(_named(begin))
    profiles = [interview.profile]
    for line in lines:
        outcome = interview.take(line)
        interview = outcome.interview
        if outcome.changed:
            profiles.append(interview.profile)
    if interview.over:
        return
    while len(profiles) > 1:
        assert interview.profile == profiles.pop()
        while not isinstance(interview.sitting.phase, AtQuestion):
            interview = interview.take(":b").interview
        interview = interview.take("z").interview
    assert interview.profile == profiles[0]


@pytest.mark.parametrize("quick", [True, False])
@given(choices=st.lists(st.sampled_from(["0", "1", "2", "u", "-", ""]), min_size=40, max_size=40))
@LENIENT
def test_every_sitting_comes_to_an_end(begin: Begin, choices: list[str], quick: bool) -> None:
    interview = begin(_named(begin, quick=quick))
    for line in choices:
        known = isinstance(interview.sitting.phase, AtQuestion)
        interview = interview.take(line if known else "").interview
    assert interview.over
    assert interview.finished
    profile = interview.profile
    assert profile is not None
    for one in profile.answers.values():
        assert (one.level is None) != (one.state is None)
        assert one.state is not State.LATER or one.level is None


@given(
    levels=st.lists(st.sampled_from("01234"), min_size=6, max_size=6),
    lines=st.lists(st.sampled_from(AT_THE_END), max_size=30),
)
@LENIENT
def test_the_end_changes_no_answer_and_picks_at_most_three(
    begin: Begin, ruled: Questionnaire, levels: list[str], lines: list[str]
) -> None:
    interview = _at_the_end(begin, ruled, levels)
    for line in lines:
        before = interview
        outcome = interview.take(line)
        interview = outcome.interview
        assert before.take(line).interview == interview, "the same line does the same"
        assert all(width(one) <= 40 for one in (*outcome.reply, *interview.screen.lines))
        profile = interview.profile
        assert profile is not None
        assert len(profile.priorities) <= 3
        if isinstance(before.sitting.phase, AFTER_THE_END) and line != "z":
            assert before.profile is not None
            assert profile.answers == before.profile.answers
            assert profile.status is before.profile.status
    for _ in range(40):
        interview = interview.take("").interview
    assert interview.over, "Enter alone comes to an end"


@given(lines=st.lists(st.sampled_from(["h m y", "l l n", "h", "x", "", "b"]), max_size=12))
@LENIENT
def test_undoing_what_was_weighed_leads_back(
    begin: Begin, ruled: Questionnaire, lines: list[str]
) -> None:
    interview = _at_the_end(begin, ruled, ["1"] * 6).take("y").interview.take("y").interview
    profiles = [interview.profile]
    for line in lines:
        outcome = interview.take(line)
        interview = outcome.interview
        if outcome.changed:
            profiles.append(interview.profile)
        if not isinstance(interview.sitting.phase, Judging | Picking):
            return
    while len(profiles) > 1:
        assert interview.profile == profiles.pop()
        interview = interview.take("z").interview
    assert interview.profile == profiles[0]


def _at_the_end(begin: Begin, ruled: Questionnaire, levels: list[str]) -> Interview:
    """A sitting that shows its result, brought to its end with some levels."""
    profile = _named(begin)._replace(context={"project-share": 1, "initiatives": 1})
    interview = begin(profile, questionnaire=ruled, result=True, width=40)
    left = list(levels)
    while not isinstance(interview.sitting.phase, Finishing):
        asked = isinstance(interview.sitting.phase, AtQuestion)
        interview = interview.take(left.pop() if asked and left else "").interview
    return interview


def _named(begin: Begin, *, quick: bool = False) -> Profile:
    """A profile with a name and nothing else."""
    profile = begin(quick=quick).take("Eksempelby").interview.profile
    assert profile is not None
    return profile


def _voice(profile: Profile | None, question: str, person: str) -> Level | None:
    """What a person said to a question, parked or not."""
    assert profile is not None
    parked = profile.parked.get(question)
    answer = profile.answers.get(question) or (parked.answer if parked else None)
    voices = answer.voices if answer else ()
    return next((one.level for one in voices if one.by == person), None)


def _levels(profile: Profile | None) -> dict[str, Level]:
    """Every level that is held, parked ones too."""
    if profile is None:
        return {}
    held = {key: one.answer for key, one in profile.parked.items()} | dict(profile.answers)
    return {key: one.level for key, one in held.items() if one.level is not None}
