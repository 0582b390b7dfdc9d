"""What a sitting makes can be written and read again, whatever was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdgassess.files.load import load_profile
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.record import with_answer
from sdgassess.model.profile import Answer, ParkedAnswer
from sdgassess.problem import has_errors
from tests.given.profiles import profile

Begin = Callable[..., Interview]
SMALL = Path(__file__).parent / "small.yaml"

WORDS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aø#:'\"|>-\t\x1b\x00\x85\u2028\ufeff{}[]&*!%@` "), st.characters()
    ),
    max_size=30,
)
LINES = st.one_of(
    st.sampled_from(["0", "1", "2", "3", "4", "u", "-", "s", "b", "x", "y", "g POL2", "g POL4"]),
    st.builds("c {}".format, WORDS),
    st.builds("e i {} 2026-01-15".format, WORDS),
    WORDS,
)


@given(name=WORDS.filter(lambda text: len(text.strip()) > 1), lines=st.lists(LINES, max_size=25))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_sitting_survives_its_file(
    begin: Begin,
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    lines: list[str],
) -> None:
    path = tmp_path_factory.mktemp("sitting") / "profile.yaml"
    interview, file = begin(), ProfileFile.new(path)
    for line in (name, "dk", "", "c Strategi, l", "", *lines):
        outcome = interview.take(line)
        interview = outcome.interview
        if outcome.changed and interview.profile is not None:
            file.save(interview.profile)
    if path.exists():
        loaded = load_profile(path, SMALL)
        assert not has_errors(loaded.problems), loaded.problems
        assert loaded.value == interview.profile


def test_a_new_answer_takes_the_place_of_one_that_a_file_had_put_aside() -> None:
    aside = {
        "POL2": ParkedAnswer(Answer(1), "POL1"),
        "POL4": ParkedAnswer(Answer(), "POL1"),
    }
    before = profile()._replace(parked=aside)
    after = with_answer(before, "POL2", Answer(3))
    assert after.answers["POL2"].level == 3
    assert list(after.parked) == ["POL4"]
