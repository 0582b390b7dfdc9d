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
    """The roles that answered: those with a voice, else those of the participants."""
    voices = [voice.role for answer in profile.answers.values() for voice in answer.voices]
    return tuple(dict.fromkeys(voices or [person.role for person in profile.participants]))


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
    """Whether a part that needs a voice from outside has none: the municipality's view only."""
    if node.outside_voice is None:
        return False
    answers = (profile.answers.get(question.id) for question in node.questions)
    answered = [answer for answer in answers if answer is not None]
    roles = {voice.role for answer in answered for voice in answer.voices}
    if not any(answer.voices for answer in profile.answers.values()):
        roles = {person.role for person in profile.participants}
    roles |= {role for answer in answered if answer.agreed for role in answer.agreed.by}
    return bool(answered) and node.outside_voice not in roles


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
