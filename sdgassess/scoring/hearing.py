"""Who was heard, and who is missing for an assessment to be called valid (model.md: Who answers).

Being heard means having a voice on some question in scope, whatever it said. Where a file holds no
voices at all, whoever is noted as present was heard: the room answered together. Whoever was only
invited is not present: they count once their answers are in, or they have a voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sdgassess.model.node import Node
from sdgassess.model.profile import Answer, Participant, Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import Hearing


def people_present(profile: Profile) -> tuple[Participant, ...]:
    """Those who took part: noted as present, with answers that came in, or with a voice."""
    if not any(person.invited for person in profile.participants):
        return profile.participants
    voices = speakers(profile)
    return tuple(
        person
        for person in profile.participants
        if not person.invited or person.returned is not None or person.id in voices
    )


def speakers(profile: Profile) -> frozenset[str]:
    """The ids of the participants who have a voice somewhere, switched off or not."""
    answers = [*profile.answers.values(), *(entry.answer for entry in profile.parked.values())]
    return frozenset(voice.by for answer in answers for voice in answer.voices if voice.by)


def roles_heard(profile: Profile) -> tuple[str, ...]:
    """The roles that answered: those with a voice, else those of who is present.

    In the order in which the file lists its participants, then by name: the order in which people
    spoke would tell whose voice is whose.
    """
    present = [person.role for person in people_present(profile)]
    voices = {voice.role for answer in profile.answers.values() for voice in answer.voices}
    if not voices:
        return tuple(dict.fromkeys(present))
    return tuple(dict.fromkeys((*(r for r in present if r in voices), *sorted(voices))))


def units_heard(profile: Profile, role: str, answers: Iterable[Answer] | None = None) -> int:
    """From how many units a role was heard, beyond doubt.

    Somebody whose unit is not named may be from any of them. Voices without a name are of as many
    different people as there are on one question, whoever they are.

    Args:
        profile: whose participants have units.
        role: whose units count.
        answers: where it was heard; None for everywhere.

    Returns:
        0 where it was not heard at all, 1 at least where it was.
    """
    answers = list(profile.answers.values() if answers is None else answers)
    present = [person for person in people_present(profile) if person.role == role]
    units = {person.id: person.unit for person in present}
    if not any(answer.voices for answer in answers):
        return len({*units.values()} - {None}) or int(bool(present))
    voices = [[v for v in answer.voices if v.role == role] for answer in answers]
    named = {units.get(voice.by or "") for each in voices for voice in each} - {None}
    most = max(map(len, voices))
    return max(len(named), fewest_units(list(units.values()), most), int(most > 0))


def fewest_units(units: Sequence[str | None], people: int) -> int:
    """From how many named units so many of some people are at least, whichever of them they are.

    Args:
        units: the unit of each of them; None where it is not named.
        people: how many of them.
    """
    sizes = Counter(unit for unit in units if unit is not None)
    rest, number = people - sum(unit is None for unit in units), 0
    for _, size in sizes.most_common():
        if rest <= 0:
            break
        rest, number = rest - size, number + 1
    return number


def not_heard(questionnaire: Questionnaire, profile: Profile) -> tuple[Hearing, ...]:
    """The hearings that are missing.

    Returns:
        Each role that must be heard and was not, or from too few units; then `units` says how
        many are missing. Only named units count, as an unnamed one may be any of them.
    """
    if questionnaire.voices is None:
        return ()
    in_scope = [
        profile.answers[key]
        for key in questionnaire.question_ids(profile.quick)
        if key in profile.answers
    ]
    missing = []
    for needed in questionnaire.voices.heard:
        lacking = needed.units - units_heard(profile, needed.role, in_scope)
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
        roles = {person.role for person in people_present(profile)}
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
