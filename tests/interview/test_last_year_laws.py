"""What holds for any lines in any order where there is a last year."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sdgassess.files.load import load_profile
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.last_year import LastYear
from sdgassess.interview.state.phases import RecordingOutside, SayingChange
from sdgassess.interview.view.last_year import fallen
from sdgassess.model.profile import State, WasChange
from sdgassess.problem import has_errors
from sdgassess.scoring.backing import question_result
from sdgassess.text import visible, width
from sdgassess.typed.keys import number_typed
from tests.interview.conftest import HERE
from tests.interview.earlier import THEN
from tests.interview.looking import profile_of
from tests.interview.test_laws import LENIENT, LINES, _levels, _named

Begin = Callable[..., Interview]

KEYS = st.sampled_from(["v", "k", "w", "k", "", "g POL2", "g POL1", "0", "1", "2", "3", "why not"])
LEVELS = range(5)
WITH_LAST_YEAR = st.lists(st.one_of(LINES, KEYS, KEYS), max_size=40)


@given(lines=WITH_LAST_YEAR)
@LENIENT
def test_no_line_copies_a_level_and_k_changes_none(
    begin: Begin, held: LastYear, lines: list[str]
) -> None:
    interview = begin(_named(begin), held=held)
    for line in lines:
        before, interview = interview, interview.take(line).interview
        if line.strip() in ("z", ":z"):
            continue
        old, new = _levels(before.profile), _levels(interview.profile)
        phase = before.sitting.phase
        confirmed = phase.option.value if isinstance(phase, RecordingOutside) else None
        for question in new.keys() - old.keys():
            assert new[question] in (number_typed(line.strip()), confirmed)
        if line.strip() in ("k", "v", "w", ""):
            assert new == old


@given(lines=WITH_LAST_YEAR)
@LENIENT
def test_last_years_answer_comes_after_this_years(
    begin: Begin, held: LastYear, lines: list[str]
) -> None:
    interview = begin(_named(begin), held=held)
    for line in lines:
        outcome = interview.take(line)
        here = getattr(outcome.interview.sitting.phase, "id", None)
        interview = outcome.interview
        shown = " ".join((*outcome.reply, *interview.screen.lines))
        if "Last year (" in shown:
            now = profile_of(interview).answers[str(here)]
            given_now = now.level is not None or now.voices
            assert given_now or now.state in (State.UNKNOWN, State.NOT_APPLICABLE)


@given(lines=WITH_LAST_YEAR)
@example(lines=["0.0"])
@LENIENT
def test_it_is_asked_once_for_each_answer(begin: Begin, held: LastYear, lines: list[str]) -> None:
    interview, asked = begin(_named(begin), held=held), set[str]()
    for line in lines:
        before, interview = interview.sitting, interview.take(line).interview
        after = interview.sitting.phase
        corrected = isinstance(before.phase, SayingChange) and number_typed(line.strip()) in LEVELS
        for question in interview.sitting.change_asked - before.change_asked:
            assert after == SayingChange(question)
            voiced = profile_of(interview).answers[question].voices
            assert number_typed(line.strip()) in LEVELS or voiced, (
                "only an answer is followed by it"
            )
            assert question not in asked
            asked.add(question)
        if corrected and isinstance(before.phase, SayingChange):
            asked.discard(before.phase.id)


@given(lines=WITH_LAST_YEAR)
@LENIENT
def test_beside_a_lower_level_stands_last_years(
    begin: Begin, held: LastYear, lines: list[str]
) -> None:
    interview = begin(_named(begin), held=held)
    for line in lines:
        interview = interview.take(line).interview
    profile, rules = profile_of(interview), interview.sitting.setting.questionnaire
    for one, now in profile.answers.items():
        then = held.answers.get(one)
        level = question_result(rules, rules.questions[one], profile).answered
        if fallen(then, level):
            assert now.was is not None
            assert then is not None
            assert (now.was.level, now.was.date) == (then.level, THEN)
        else:
            assert now.was is None or now.was.change is WasChange.CHANGED


@given(lines=WITH_LAST_YEAR)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_year_that_follows_survives_its_file(
    begin: Begin, held: LastYear, tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("sitting") / "profile.yaml"
    interview, file = begin(held=held, follows=True), ProfileFile.new(path)
    for line in ("", "", "", *lines):
        outcome = interview.take(line)
        interview = outcome.interview
        if outcome.changed:
            file.save(profile_of(interview))
    loaded = load_profile(path, HERE / "small.yaml")
    assert not has_errors(loaded.problems), loaded.problems
    assert loaded.value == interview.profile


@given(lines=WITH_LAST_YEAR)
@LENIENT
def test_lines_are_taken_and_undone_with_a_last_year_too(
    begin: Begin, held: LastYear, lines: list[str]
) -> None:
    interview = begin(_named(begin), held=held, width=40)
    for line in lines:
        outcome = interview.take(line)
        assert outcome.changed == (outcome.interview.profile != interview.profile)
        shown = (*outcome.reply, *outcome.interview.screen.lines)
        assert all(visible(one) == one and width(one) <= 40 for one in shown)
        interview = outcome.interview
    while not interview.over and interview.sitting.history:
        sitting = interview.sitting.undone()
        held_now = interview.sitting.assessed
        assert sitting.profile == interview.sitting.history[-1].profile._replace(
            participants=held_now.participants,
            consent=held_now.consent,
        )
        interview = Interview(sitting)
