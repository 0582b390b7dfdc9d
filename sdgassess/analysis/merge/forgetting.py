"""Who said what dropped, once it is agreed: levels and roles stay, so that results do.

Comments and reasons go too, since their wording tells who wrote them, and the digests of what
people sent: where each question has two or three levels in a role, trying them all finds whose is
whose. In a role that few people have the role alone still tells whose voice it is; whoever forgets
is told so. What another answer switched off, and what is of an older version, is forgotten alike.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sdgassess.model.profile import FORGOTTEN, Answer, Profile, Voice
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.disclosure import FEWEST_UNNAMED


class Forgetting(NamedTuple):
    """A profile without who said what.

    Attributes:
        profile: what it becomes; the very same where there is nothing to forget.
        questions: where it is forgotten.
        pending: where it is not, since no level is recorded yet.
        small_roles: the roles of so few people that the role alone tells who.
        backed_less: where the units that voices came from had backed more.
    """

    profile: Profile
    questions: tuple[str, ...]
    pending: tuple[str, ...]
    small_roles: tuple[str, ...]
    backed_less: tuple[str, ...]


def forgotten(profile: Profile, questionnaire: Questionnaire) -> Forgetting:
    """Drop who said what where a level is recorded."""
    questions: dict[str, None] = {}
    pending: dict[str, None] = {}

    def forget(key: str, answer: Answer) -> Answer:
        if not any(voice.by is not None for voice in answer.open_voices):
            return answer
        if answer.level is None:
            pending[key] = None
            return answer
        questions[key] = None
        return _without_names(answer)

    answers = {key: forget(key, answer) for key, answer in profile.answers.items()}
    parked = {
        key: entry._replace(answer=forget(key, entry.answer))
        for key, entry in profile.parked.items()
    }
    unmapped = {
        key: entry._replace(answer=forget(key, entry.answer))
        for key, entry in profile.unmapped.items()
    }
    if not questions:
        return Forgetting(profile, (), tuple(pending), (), ())
    people = tuple(
        person
        if person.returned is None
        else person._replace(returned=person.returned._replace(sha256=FORGOTTEN))
        for person in profile.participants
    )
    after = replace(
        profile, answers=answers, parked=parked, unmapped=unmapped, participants=people
    )
    weaker = tuple(
        key
        for key in questions
        if key in questionnaire.questions
        and question_result(questionnaire, questionnaire.questions[key], profile).backed
        != question_result(questionnaire, questionnaire.questions[key], after).backed
    )
    return Forgetting(after, tuple(questions), tuple(pending), _small_roles(profile), weaker)


def without_voices(forgetting: Forgetting) -> Profile:
    """The profile without any voice where who said what was forgotten.

    Voices are written anew by way of this: how each was laid out in the file before, over several
    lines where it had a comment, would tell whose it was.
    """
    profile, gone = forgetting.profile, frozenset(forgetting.questions)

    def bare(key: str, answer: Answer) -> Answer:
        return replace(answer, voices=()) if key in gone else answer

    return replace(
        profile,
        answers={key: bare(key, answer) for key, answer in profile.answers.items()},
        parked={
            key: entry._replace(answer=bare(key, entry.answer))
            for key, entry in profile.parked.items()
        },
        unmapped={
            key: entry._replace(answer=bare(key, entry.answer))
            for key, entry in profile.unmapped.items()
        },
    )


def _small_roles(profile: Profile) -> tuple[str, ...]:
    """The roles of fewer than three participants."""
    roles = [person.role for person in profile.participants]
    return tuple(role for role in dict.fromkeys(roles) if roles.count(role) < FEWEST_UNNAMED)


def _without_names(answer: Answer) -> Answer:
    """An answer whose open voices are nobody's, in an order that tells nothing."""
    voices = [voice._replace(by=None, comment=None, reason=None) for voice in answer.open_voices]
    voices.sort(key=_by_content)
    return replace(answer, voices=(*voices, *answer.sealed_voices))


def _by_content(voice: Voice) -> tuple[str, ...]:
    """What a voice says, to put voices in order by."""
    level = "" if voice.level is None else str(float(voice.level))
    return voice.role, level, str(voice.options), str(voice.state), str(voice.evidence)
