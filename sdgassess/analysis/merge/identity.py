"""Whose a returned file is: whether it belongs to this assessment, and which participant's it is.

What is doubtful about that refuses the whole file. Codes: P705 another questionnaire or version ·
P706 another municipality · P707 another date or group · P708 no such role · P709 two people under
one slot · P710 the slot is another role's · P711 one file's id under two slots.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sdgassess.analysis.years.places import same_place
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.arrival import Arrival
from sdgassess.model.profile import Participant, Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Fact, Problem, Where

_OUTSIDER = "x"
"""The letter of a role where the questionnaire names none."""


class Assessment(NamedTuple):
    """What is merged into.

    Attributes:
        profile: as it stands.
        questionnaire: what it answers.
        fingerprint: of that questionnaire, 64 hexadecimal digits.
    """

    profile: Profile
    questionnaire: Questionnaire
    fingerprint: str


class Claim(NamedTuple):
    """An arrival, and the participant that it is from.

    Attributes:
        arrival: the file.
        slot: the id of the participant; empty where the file is refused.
        problem: why it is refused; None where it is not.
    """

    arrival: Arrival
    slot: str = ""
    problem: Problem | None = None


@lru_cache(maxsize=1024)
def in_natural_order(identity: str) -> tuple[str, int, str]:
    """An id as people count: `l2` before `l10`."""
    match = re.fullmatch(r"(.*?)([0-9]{1,9})", identity)
    return (match[1], int(match[2]), identity) if match else (identity, 0, identity)


def misfit(assessment: Assessment, arrival: Arrival) -> Problem | None:
    """Why a file does not belong to an assessment; None where it does."""
    answers = arrival.answers
    assert answers is not None, "asked of files that could be read"
    return _other_questionnaire(assessment, answers, arrival.file) or _other_assessment(
        assessment, answers, arrival.file
    )


def _other_questionnaire(assessment: Assessment, answers: AnswerFile, file: str) -> Problem | None:
    """Why answers are to other questions, or somebody's whom those are not put to."""
    profile, place = assessment.profile, Where(file)
    if answers.questionnaire != profile.questionnaire:
        theirs, ours = (" ".join(ref) for ref in (answers.questionnaire, profile.questionnaire))
        return Problem("P705", place, {"theirs": theirs, "ours": ours})
    if answers.fingerprint != assessment.fingerprint:
        facts: dict[str, Fact] = {"why": "words", "questionnaire": " ".join(profile.questionnaire)}
        return Problem("P705", place, facts)
    roles = tuple(role.id for role in assessment.questionnaire.roles)
    if roles and answers.role not in roles:
        return Problem("P708", place, {"role": answers.role, "allowed": roles})
    return None


def _other_assessment(assessment: Assessment, answers: AnswerFile, file: str) -> Problem | None:
    """Why answers are about another place or time."""
    profile, place = assessment.profile, Where(file)
    facts: dict[str, Fact]
    if not same_place(answers.place, profile.municipality):
        facts = {"theirs": answers.place.name, "ours": profile.municipality.name}
        return Problem("P706", place, facts)
    if answers.date != profile.date:
        dates = answers.date.isoformat(), profile.date.isoformat()
        return Problem("P707", place, {"theirs": dates[0], "ours": dates[1]})
    if answers.group != profile.group:
        facts = {"why": "group", "theirs": answers.group or "–", "ours": profile.group or "–"}
        return Problem("P707", place, facts)
    return None


def claims(assessment: Assessment, arrivals: Sequence[Arrival]) -> tuple[Claim, ...]:
    """Whose each file is, whatever order they come in.

    Args:
        assessment: what they are for.
        arrivals: files that could be read.

    Returns:
        One claim for each, in their order.
    """
    problems: dict[int, Problem] = {}
    fitting: dict[str, list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        problem = misfit(assessment, arrival)
        if problem is not None:
            problems[id(arrival)] = problem
        elif arrival.answers is not None:
            fitting[arrival.answers.id].append(arrival)
    senders = {
        person.returned.id: person
        for person in assessment.profile.participants
        if person.returned is not None
    }
    for files in fitting.values():
        problems.update(_at_odds(files, senders))
    usable = {
        identity: [file for file in files if id(file) not in problems]
        for identity, files in fitting.items()
    }
    usable = {identity: files for identity, files in usable.items() if files}
    people = {person.id: person for person in assessment.profile.participants}
    problems.update(_crowded(usable, senders, people))
    rest = {
        identity: files
        for identity, files in usable.items()
        if not any(id(file) in problems for file in files)
    }
    slots = _slots(assessment, rest, senders)
    return tuple(
        Claim(
            arrival,
            ""
            if id(arrival) in problems or arrival.answers is None
            else slots[arrival.answers.id],
            problems.get(id(arrival)),
        )
        for arrival in arrivals
    )


def _at_odds(files: Sequence[Arrival], senders: Mapping[str, Participant]) -> dict[int, Problem]:
    """Files of one id that do not agree on who sent them, or with who sent them before."""
    first = files[0].answers
    assert first is not None, "files that could not be read are gone"
    person = senders.get(first.id)
    voices = [file.answers for file in files if file.answers is not None]
    slots = {answers.slot for answers in voices} - {None}
    roles = {answers.role for answers in voices}
    if person is not None:
        slots, roles = slots | {person.id}, roles | {person.role}
    if len(slots) < 2 and len(roles) < 2:
        return {}
    facts: dict[str, Fact] = {"ids": tuple(sorted(filter(None, slots | roles)))}
    if person is None:
        return {id(file): Problem("P711", Where(file.file), facts) for file in files}
    return {
        id(file): Problem("P711", Where(file.file), facts)
        for file in files
        if file.answers is not None
        and (file.answers.slot not in (None, person.id) or file.answers.role != person.role)
    }


def _crowded(
    files: Mapping[str, Sequence[Arrival]],
    senders: Mapping[str, Participant],
    people: Mapping[str, Participant],
) -> dict[int, Problem]:
    """Files whose slot is somebody else's: another's in this call, or another's already in."""
    claimants: dict[str, set[str]] = defaultdict(set)
    for identity, arrivals in files.items():
        slot = _slot_said(arrivals)
        if slot is not None:
            claimants[slot].add(identity)
    problems: dict[int, Problem] = {}
    for slot, identities in claimants.items():
        person = people.get(slot)
        for identity in identities - set(senders):
            problem = _refusal(slot, files[identity][0], person, identities, files)
            if problem is not None:
                code, facts = problem
                problems |= {
                    id(file): Problem(code, Where(file.file), facts) for file in files[identity]
                }
    return problems


def _refusal(
    slot: str,
    file: Arrival,
    person: Participant | None,
    identities: Iterable[str],
    files: Mapping[str, Sequence[Arrival]],
) -> tuple[str, dict[str, Fact]] | None:
    """Why a newcomer cannot have a slot; None where it can."""
    assert file.answers is not None, "files that could not be read are gone"
    if person is not None and person.role != file.answers.role:
        return "P710", {"slot": slot, "theirs": file.answers.role, "ours": person.role}
    if person is not None and person.returned is not None:
        return "P709", {"why": "in", "slot": slot}
    rivals = sorted(
        rival.file
        for identity in identities
        if identity != file.answers.id
        for rival in files[identity]
    )
    return ("P709", {"slot": slot, "other": rivals[0]}) if rivals else None


def _slot_said(files: Sequence[Arrival]) -> str | None:
    """The slot that the files of one id name; at most one."""
    slots = (file.answers.slot for file in files if file.answers is not None)
    return next((slot for slot in slots if slot is not None), None)


def _slots(
    assessment: Assessment,
    files: Mapping[str, Sequence[Arrival]],
    senders: Mapping[str, Participant],
) -> dict[str, str]:
    """The participant's id for each file's id; without a slot the next free number of the role."""
    slots: dict[str, str] = {}
    for identity, arrivals in files.items():
        slot = senders[identity].id if identity in senders else _slot_said(arrivals)
        if slot is not None:
            slots[identity] = slot
    letters = {role.id: role.letter for role in assessment.questionnaire.roles}
    taken = {person.id for person in assessment.profile.participants} | set(slots.values())
    for identity in sorted(files.keys() - slots.keys()):
        answers = files[identity][0].answers
        assert answers is not None, "files that could not be read are gone"
        letter, number = letters.get(answers.role, _OUTSIDER), 1
        while f"{letter}{number}" in taken:
            number += 1
        slots[identity] = f"{letter}{number}"
        taken.add(slots[identity])
    return slots
