"""A profile that begins from last year's: who and what for comes over, no answer does."""

from __future__ import annotations

from sdgassess.interview.state.last_year import picks_now, still_named
from sdgassess.interview.state.setting import Setting
from sdgassess.model.profile import Origin, Profile, QuestionnaireRef, Scope, Status
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.hearing import people_present


def this_year(
    setting: Setting, last: Profile, origin: Origin, older: Questionnaire | None = None
) -> Profile:
    """A new profile that begins where last year's ended: who and what for, but no answer.

    Municipality, group, participants, units and targets come over. Levels, states, setting and
    style are asked anew, and so is consent.

    Args:
        setting: the sitting's; its day is the date until another is typed.
        last: last year's profile.
        origin: where that is found, and its date.
        older: what it answers; without it, what is asked this year.
    """
    questionnaire = setting.questionnaire
    return Profile(
        municipality=last.municipality,
        date=setting.today,
        questionnaire=QuestionnaireRef(questionnaire.id, questionnaire.version),
        scope=Scope.QUICK if setting.quick else Scope.FULL,
        language=setting.language,
        status=Status.IN_PROGRESS,
        participants=still_named(questionnaire, people_present(last)),
        units_covered=last.units_covered,
        group=last.group,
        subject=not questionnaire.of_municipalities,
        origin=origin,
        priorities=picks_now(questionnaire, older or questionnaire, last.priorities).picks,
    )
