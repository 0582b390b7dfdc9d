"""Last year's assessment, as far as this year's may be held against it, ready to be held up.

Nothing here shows an answer: last year's is never shown before this year's is given. What is
asked alike, and only that, is held up (model.md: Comparing years).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sdgassess.analysis.versions.lineage import Kinship, comparable, kin, successors
from sdgassess.analysis.years.wording import Wording, recorded, same_words, strange_words
from sdgassess.model.profile import (
    Answer,
    Participant,
    PickStatus,
    Priority,
    Profile,
    State,
)
from sdgassess.model.question import Comparable, Level, Question, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.disclosure import NOTHING_SHOWN, Disclosure, disclosure
from sdgassess.scoring.hearing import people_present


@dataclass(frozen=True, slots=True)
class Earlier:
    """Last year's answer to one question.

    Attributes:
        question: the question as it was asked then.
        answer: everything that was said to it.
        level: what answer and voices came to; None where that is no level.
        state: why there is no level.
        exact: whether it was asked alike, so that higher and lower mean something.
        shown: its voices, as far as last year's room allowed (model.md: Consent).
    """

    question: Question
    answer: Answer
    level: Level | None
    state: State | None
    exact: bool
    shown: Disclosure = NOTHING_SHOWN


class AgreedThen(NamedTuple):
    """What was agreed last year, and what was asked then; no text where that is not known."""

    pick: Priority
    text: Text | None


@dataclass(frozen=True, slots=True)
class LastYear:
    """What is left of last year's profile for a sitting.

    Attributes:
        date: when it was answered.
        answers: by question, only what may be held against this year's.
        participants: who took part, in roles that there still are.
        left_picks: the questions whose pick has no place in this year's questionnaire.
        aimless_picks: the questions whose pick came over without its target.
        agreed: everything that was agreed then, done and dropped too.
    """

    date: dt.date
    answers: Mapping[str, Earlier]
    participants: tuple[Participant, ...] = ()
    left_picks: tuple[str, ...] = ()
    aimless_picks: tuple[str, ...] = ()
    agreed: tuple[AgreedThen, ...] = ()


def last_year(questionnaire: Questionnaire, older: Questionnaire, profile: Profile) -> LastYear:
    """What of last year's profile may be held against this year's answers.

    Args:
        questionnaire: what is asked this year.
        older: what last year's profile answers.
        profile: last year's.
    """
    answers: dict[str, Earlier] = {}
    for question in older.questions.values():
        answer, kin = (
            profile.answers.get(question.id),
            comparable(older, questionnaire, question.id),
        )
        if answer is None or _in_other_words(questionnaire, older, answer, question):
            continue
        if kin is not Comparable.NONE:
            result = question_result(older, question, profile)
            state = answer.state or result.state
            exact = kin is Comparable.EXACT
            shown = disclosure(profile, result)
            answers[question.id] = Earlier(question, answer, result.answered, state, exact, shown)
    present = still_named(questionnaire, people_present(profile))
    _, left_out, aimless = picks_now(questionnaire, older, profile.priorities)
    agreed = tuple(
        AgreedThen(pick, asked.text if (asked := older.questions.get(pick.question)) else None)
        for pick in profile.priorities
    )
    return LastYear(profile.date, answers, present, left_out, aimless, agreed)


def _in_other_words(
    questionnaire: Questionnaire, older: Questionnaire, answer: Answer, question: Question
) -> bool:
    """Whether last year's file says that it answered other words, and no history says more."""
    if kin(older, questionnaire, question.id).reason is not Kinship.SAME:
        return False
    return not same_words(strange_words(answer, question), Wording(recorded(answer)))


def still_named(
    questionnaire: Questionnaire, people: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Those whose role there still is; what they sent in, and allowed, was last year's.

    Args:
        questionnaire: this year's.
        people: who took part last year; who was only invited does not come over.
    """
    roles = {role.id for role in questionnaire.roles}
    return tuple(
        person._replace(returned=None, consent=None, invited=False)
        for person in people
        if person.role in roles
    )


class PicksNow(NamedTuple):
    """What became of last year's picks.

    Attributes:
        picks: the picks as this year's questionnaire has them.
        left_out: the questions of last year whose pick did not come over.
        aimless: the questions of this year whose pick came over without its target.
    """

    picks: tuple[Priority, ...]
    left_out: tuple[str, ...]
    aimless: tuple[str, ...]


def picks_now(
    questionnaire: Questionnaire, older: Questionnaire, picks: tuple[Priority, ...]
) -> PicksNow:
    """Last year's open picks, each with the question that it is about now.

    What was done or dropped is over, and takes no place among this year's.

    A question that is only nearly the same keeps its pick, without the target: nobody has set one
    on the new levels. A question that replaces another takes its pick only where it is the same.

    Args:
        questionnaire: what is asked this year.
        older: what last year's profile answers.
        picks: what was picked last year.
    """
    rules, left_out = questionnaire.priorities, list[str]()
    now_picked: dict[str, Priority] = {}
    still_open = [pick for pick in picks if pick.status in (None, PickStatus.OPEN)]
    for pick in still_open:
        question = _question(questionnaire, older, pick.question)
        full = rules is not None and len(now_picked) >= rules.picks
        if question is None or question in now_picked or full:
            left_out.append(pick.question)
        else:
            target = _target(questionnaire, older, question, pick.target)
            now_picked[question] = pick._replace(question=question, target=target)
    aimed = {pick.question for pick in still_open if pick.target is not None}
    aimless = [
        question
        for question, pick in now_picked.items()
        if pick.target is None and (kin(older, questionnaire, question).older or question) in aimed
    ]
    return PicksNow(tuple(now_picked.values()), tuple(left_out), tuple(aimless))


def _question(questionnaire: Questionnaire, older: Questionnaire, question: str) -> str | None:
    """The question that one is now; None where there is none, or only roughly under another id."""
    for candidate in sorted(
        successors(older, questionnaire).get(question, ()), key=lambda to: to != question
    ):
        if (
            candidate == question
            or kin(older, questionnaire, candidate).comparable is Comparable.EXACT
        ):
            return candidate
    return None


def _target(
    questionnaire: Questionnaire, older: Questionnaire, question: str, target: Level | None
) -> Level | None:
    """A target on the levels of now; None where they are not exactly those of then."""
    related, rules = kin(older, questionnaire, question), questionnaire.priorities
    if target is None or related.comparable is not Comparable.EXACT:
        return None
    level = target if related.levels is None else related.levels.get(target)
    if level is None or level not in questionnaire.questions[question].levels:
        return None
    return level if rules is None or level >= rules.lowest_target else None
