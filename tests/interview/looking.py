"""Looking into an interview under test: its profile and what one question holds."""

from __future__ import annotations

from collections.abc import Callable

from sdgassess.interview.engine import Interview
from sdgassess.model.profile import Answer, Profile

Asked = Callable[..., Interview]
Begin = Callable[..., Interview]

FIRST = "POL2"


def answer(interview: Interview, question: str = FIRST) -> Answer | None:
    assert interview.profile is not None
    return interview.profile.answers.get(question)


def profile_of(interview: Interview) -> Profile:
    assert interview.profile is not None
    return interview.profile
