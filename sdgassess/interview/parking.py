"""Answers that another answer switches off: parked, never lost, and brought back with it."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.route import applicable
from sdgassess.model.profile import ParkedAnswer, Profile
from sdgassess.model.questionnaire import Questionnaire


def settle(questionnaire: Questionnaire, before: Profile, after: Profile, by: str) -> Profile:
    """Park what a change switched off, bring back what it switched on.

    Only what changed its standing is touched: a file that people wrote may hold answers that
    do not apply, and they stay where they are.

    Args:
        questionnaire: the conditions.
        before: the profile before the change.
        after: the profile after it.
        by: the id of what was answered, kept as the reason.

    Returns:
        The profile after the change, with answers put aside and brought back.
    """
    then = applicable(questionnaire, before)
    profile, now = after, applicable(questionnaire, after)
    # What comes back may switch on something further down; conditions only point backwards.
    for question in questionnaire.questions:
        if question in now - then and question in profile.parked:
            profile = _bring_back(profile, question)
        elif question in then - now and question in profile.answers:
            profile = _put_aside(profile, question, by)
        else:
            continue
        now = applicable(questionnaire, profile)
    return profile


def _put_aside(profile: Profile, question: str, by: str) -> Profile:
    """Move an answer among the parked ones."""
    answers = dict(profile.answers)
    aside = ParkedAnswer(answers.pop(question), by)
    return replace(profile, answers=answers, parked={**profile.parked, question: aside})


def _bring_back(profile: Profile, question: str) -> Profile:
    """Move a parked answer back, unless the question was answered meanwhile."""
    parked = dict(profile.parked)
    back = parked.pop(question).answer
    if question in profile.answers:
        return profile
    return replace(profile, answers={**profile.answers, question: back}, parked=parked)
