"""Who was heard, and who is missing for an assessment to be called valid (domain model §3.5).

Being heard means having a voice on some question in scope, whatever it said. Where a file holds no
voices at all, whoever is noted as present was heard: the room answered together.
"""

from __future__ import annotations

from sdgassess.model.node import Node
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import Hearing


def roles_heard(profile: Profile) -> tuple[str, ...]:
    """The roles that answered: those with a voice, else those of the participants.

    In the order in which the file lists its participants, then by name: the order in which people
    spoke would tell whose voice is whose.
    """
    present = [person.role for person in profile.participants]
    voices = {voice.role for answer in profile.answers.values() for voice in answer.voices}
    if not voices:
        return tuple(dict.fromkeys(present))
    return tuple(dict.fromkeys((*(r for r in present if r in voices), *sorted(voices))))


def not_heard(questionnaire: Questionnaire, profile: Profile) -> tuple[Hearing, ...]:
    """The hearings that are missing.

    Returns:
        Each role that must be heard and was not, or from too few units; then `units` says how
        many are missing. Only named units count, as an unnamed one may be any of them.
    """
    if questionnaire.voices is None:
        return ()
    by_role = _units_by_role(questionnaire, profile)
    missing = []
    for needed in questionnaire.voices.heard:
        units = by_role.get(needed.role, set())
        lacking = needed.units - (len(units - {None}) or int(bool(units)))
        if lacking > 0:
            missing.append(Hearing(needed.role, lacking))
    return tuple(missing)


def inside_view(node: Node, profile: Profile) -> bool:
    """Whether a part that needs a voice from outside has none: the municipality's view only.

    Who was heard on one part is told only where everybody said yes to being shown by role; else
    who was heard in the whole assessment decides.
    """
    if node.outside_voice is None:
        return False
    answers = (profile.answers.get(question.id) for question in node.questions)
    answered = [answer for answer in answers if answer is not None]
    counted = answered if everybody_agreed(profile) else list(profile.answers.values())
    roles = {voice.role for answer in counted for voice in answer.voices}
    if not any(answer.voices for answer in profile.answers.values()):
        roles = {person.role for person in profile.participants}
    roles |= {role for answer in counted if answer.agreed for role in answer.agreed.by}
    return bool(answered) and node.outside_voice not in roles


def everybody_agreed(profile: Profile) -> bool:
    """Whether answers may be shown by role, and nobody said no to that for themselves."""
    return profile.consent is True and not people_who_refused(profile)


def people_who_refused(profile: Profile) -> frozenset[str]:
    """The ids of participants who said no to being shown by role."""
    return frozenset(
        person.id
        for person in profile.participants
        if person.consent is not None and person.consent.by_role is False
    )


def _units_by_role(questionnaire: Questionnaire, profile: Profile) -> dict[str, set[str | None]]:
    """From which units each role was heard."""
    units = {person.id: person.unit for person in profile.participants}
    by_role: dict[str, set[str | None]] = {}
    for question in questionnaire.question_ids(profile.quick):
        answer = profile.answers.get(question)
        for voice in answer.voices if answer is not None else ():
            by_role.setdefault(voice.role, set()).add(units.get(voice.by or ""))
    for person in () if by_role else profile.participants:
        by_role.setdefault(person.role, set()).add(person.unit)
    return by_role
