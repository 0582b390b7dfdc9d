"""Last year's assessment, as far as this year's may be held against it, ready to be held up.

Nothing here shows an answer: last year's is never shown before this year's is given. What is
asked alike, and only that, is held up (domain model §3.15).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sdgassess.analysis.lineage import comparable
from sdgassess.interview.picks_now import picks_now
from sdgassess.model.profile import (
    Answer,
    Participant,
    Profile,
    State,
)
from sdgassess.model.question import Comparable, Level, Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.backing import question_result


@dataclass(frozen=True, slots=True)
class Earlier:
    """Last year's answer to one question.

    Attributes:
        question: the question as it was asked then.
        answer: everything that was said to it.
        level: what answer and voices came to; None where that is no level.
        state: why there is no level.
        exact: whether it was asked alike, so that higher and lower mean something.
    """

    question: Question
    answer: Answer
    level: Level | None
    state: State | None
    exact: bool


@dataclass(frozen=True, slots=True)
class LastYear:
    """What is left of last year's profile for a sitting.

    Attributes:
        date: when it was answered.
        answers: by question, only what may be held against this year's.
        participants: who took part, in roles that there still are.
        by_role: whether its voices may be shown by role (domain model §3.5).
        left_picks: the questions whose pick has no place in this year's questionnaire.
        aimless_picks: the questions whose pick came over without its target.
    """

    date: dt.date
    answers: Mapping[str, Earlier]
    participants: tuple[Participant, ...] = ()
    by_role: bool = False
    left_picks: tuple[str, ...] = ()
    aimless_picks: tuple[str, ...] = ()


def last_year(now: Questionnaire, then: Questionnaire, profile: Profile) -> LastYear:
    """What of last year's profile may be held against this year's answers.

    Args:
        now: what is asked this year.
        then: what last year's profile answers.
        profile: last year's.
    """
    answers: dict[str, Earlier] = {}
    for question in then.questions.values():
        answer, kin = profile.answers.get(question.id), comparable(then, now, question.id)
        if answer is not None and kin is not Comparable.NONE:
            result = question_result(then, question, profile)
            state = answer.state or result.state
            exact = kin is Comparable.EXACT
            answers[question.id] = Earlier(question, answer, result.answered, state, exact)
    present = still_named(now, profile.participants)
    _, left, aimless = picks_now(now, then, profile.priorities)
    by_role = profile.consent is True
    return LastYear(profile.date, answers, present, by_role, left, aimless)


def still_named(
    questionnaire: Questionnaire, people: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """The participants whose role there still is."""
    roles = {role.id for role in questionnaire.roles}
    return tuple(person for person in people if person.role in roles)
