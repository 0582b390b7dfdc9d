"""How many questions share the time of a step: what is asked alone, what is to be agreed on."""

from __future__ import annotations

from sdgassess.analysis.agenda import agenda as to_agree_on
from sdgassess.report.kit.course import A_QUESTION
from sdgassess.scoring.score import Score


def most_asked(score: Score) -> int:
    """How many questions are put to whoever is asked the most; of all roles where nobody is known.

    None at all where a quick scan has no core questions, or none is put to those who are known.
    """
    rules, profile = score.questionnaire, score.profile
    roles = {person.role for person in profile.participants} or {role.id for role in rules.roles}
    asked = [rules.questions[key].roles for key in rules.question_ids(profile.quick)]
    return max((sum(not to or role in to for to in asked) for role in roles), default=len(asked))


def number_to_agree_on(score: Score) -> int | None:
    """How many questions are to be agreed on; None as long as that is not known.

    It is known once answers that people gave alone are open and some of them wait.
    """
    rules, profile = score.questionnaire, score.profile
    if not any(answer.open_voices for answer in profile.answers.values()):
        return None
    return len(to_agree_on(rules, profile, rules.question_ids(profile.quick))) or None


def number_within(minutes: int) -> int:
    """How many questions there is time to talk about."""
    return minutes // A_QUESTION
