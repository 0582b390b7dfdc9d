"""Who is invited: the people of each role who have not answered yet, and as many more as wished.

Nobody is called by a name, and no unit either: where a questionnaire wants to hear a role from
several units, those are A, B, C, and only the coordinator knows which is which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from sdgassess.model.profile import Participant, Profile, State
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.typed.people import numbered


class Invited(NamedTuple):
    """Who is invited, and the profile that knows them.

    Attributes:
        profile: with everybody who is invited among its participants.
        slots: those who have not answered yet, by role in the order that was wished for.
    """

    profile: Profile
    slots: tuple[Participant, ...]


def invited(
    questionnaire: Questionnaire, profile: Profile, roles: Sequence[Role], each: int
) -> Invited:
    """Who is invited.

    Args:
        questionnaire: what is asked.
        profile: whose participants count already.
        roles: the roles that are invited, each once.
        each: how many people there shall be of each role, those who answered included.
    """
    slots: list[Participant] = []
    noted = frozenset() if not has_room_answered(profile) else {p.id for p in profile.participants}
    for role in roles:
        present = [person for person in profile.participants if person.role == role.id]
        missing = max(each - len(present), 0)
        named = _with_units(questionnaire, role, present, missing)
        joined = numbered(named, profile.participants)
        profile = profile._replace(participants=(*profile.participants, *joined))
        slots += [person for person in (*present, *joined) if not has_answered(profile, person)]
    # Whoever was noted while the room answered was heard, and is not merely invited.
    awaited = {person.id for person in slots} - noted
    people = tuple(
        person._replace(invited=True) if person.id in awaited else person
        for person in profile.participants
    )
    slots = [person for person in people if person.id in {slot.id for slot in slots}]
    slots.sort(key=lambda person: [role.id for role in roles].index(person.role))
    return Invited(profile._replace(participants=people), tuple(slots))


def has_room_answered(profile: Profile) -> bool:
    """Whether a room has recorded something, of which those who are noted were heard."""
    return any(
        answer.level is not None or answer.state in (State.UNKNOWN, State.NOT_APPLICABLE)
        for answer in profile.answers.values()
    )


def has_answered(profile: Profile, person: Participant) -> bool:
    """Whether somebody sent their answers in, or said something in a sitting."""
    if person.returned is not None:
        return True
    answers = profile.answers.values()
    return any(voice.by == person.id for answer in answers for voice in answer.voices)


def _with_units(
    questionnaire: Questionnaire, role: Role, present: Sequence[Participant], missing: int
) -> list[Participant]:
    """New people of a role, each of a unit of their own where units are told from each other."""
    units = {person.unit for person in present}
    free = (letters for letters in _letters() if letters not in units)
    lettered = has_units(questionnaire, role)
    return [
        Participant(role.letter.lower(), role.id, next(free) if lettered else None)
        for _ in range(missing)
    ]


def has_units(questionnaire: Questionnaire, role: Role) -> bool:
    """Whether a role is to be heard from more than one unit."""
    voices = questionnaire.voices
    return voices is not None and any(
        hearing.role == role.id and hearing.units > 1 for hearing in voices.heard
    )


def _letters() -> Iterator[str]:
    """A to Z, then AA to ZZ."""
    yield from ascii_uppercase
    yield from (first + second for first in ascii_uppercase for second in ascii_uppercase)
